"""Who does a job lives exactly as long as its process."""

import subprocess
import sys
from pathlib import Path

import pytest

from transcribe_video.cloud.owner import Owner
from transcribe_video.errors import StorageError

_HOLD = """
import sys
from pathlib import Path
from transcribe_video.cloud.owner import Owner
owner = Owner(Path(sys.argv[1]))
print(owner.name, flush=True)
sys.stdin.read()
"""


def test_a_killed_process_is_dead_and_leaves_nothing_behind(tmp_path: Path) -> None:
    ours = Owner(tmp_path)
    command = [sys.executable, "-c", _HOLD, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        name = process.stdout.readline().strip()
        assert ours.is_alive(name)
        process.kill()
    assert not ours.is_alive(name)
    assert not ours.is_alive(name)
    assert [path.stem for path in (tmp_path / "cloud-owners").iterdir()] == [ours.name]
    ours.close()


def test_two_owners_of_one_process_are_told_apart(tmp_path: Path) -> None:
    first, second = Owner(tmp_path), Owner(tmp_path)
    assert first.is_alive(second.name)
    assert first.is_alive(first.name)
    second.close()
    assert not first.is_alive(second.name)
    first.close()


@pytest.mark.parametrize("name", ["", "1", "1-", "../../x", "1-0123456789abcdef", "1-x/../y"])
def test_what_names_nobody_is_nobody(tmp_path: Path, name: str) -> None:
    owner = Owner(tmp_path)
    assert not owner.is_alive(name)
    owner.close()


def test_a_folder_that_cannot_be_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "cloud-owners").write_text("", "utf-8")
    with pytest.raises(StorageError, match="Set TRANSCRIBE_VIDEO_HOME"):
        Owner(tmp_path)
