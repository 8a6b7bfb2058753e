"""What was recognised is kept and found again."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from transcribe_video.errors import StorageError
from transcribe_video.speech.hearing import Heard
from transcribe_video.speech.ledger import Ledger, recipe, window_key
from transcribe_video.transcript.word import Word

HEARD = Heard((Word(100, 300, " “So” 你好", 0.987),), unclear=((400, 900),), sounds_like="zh")
SAMPLES = np.linspace(-1, 1, 1600, dtype=np.float32)
KEY = window_key(SAMPLES, 0, "base balanced en")


def test_what_is_kept_is_recalled_by_another_ledger(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, kept_days=1)
    assert ledger.recall(KEY) is None
    ledger.keep(KEY, HEARD)
    ledger.close()
    assert Ledger(tmp_path, kept_days=1).recall(KEY) == HEARD


def test_a_key_tells_sound_place_and_settings_apart() -> None:
    keys = {
        KEY,
        window_key(-SAMPLES, 0, "base balanced en"),
        window_key(SAMPLES, 10, "base balanced en"),
        window_key(SAMPLES, 0, "base balanced de"),
    }
    assert len(keys) == 4


def test_a_recipe_changes_with_the_code_and_with_the_libraries(tmp_path: Path) -> None:
    engine, voice = tmp_path / "engine.py", tmp_path / "voice.py"
    engine.write_text("THRESHOLD = 1")
    voice.write_text("")
    first = recipe((engine, voice), {"decoder": "1.0"})

    assert recipe((voice, engine), {"decoder": "1.0"}) == first
    assert recipe((engine, voice), {"decoder": "1.1"}) != first
    engine.write_text("THRESHOLD = 2")
    assert recipe((engine, voice), {"decoder": "1.0"}) != first


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\xff",
        b'{"words": []}',
        b'{"words": [[1, 2]], "unclear": []}',
        b'{"words": [[1, 2, null, 0.5]], "unclear": []}',
        b'{"words": [[1, Infinity, "a", 0.5]], "unclear": []}',
        b'{"words": [], "unclear": [1]}',
        b"[" * 100_000,
    ],
    ids=lambda damage: repr(damage[:20]),
)
def test_a_row_that_cannot_be_read_is_forgotten(damage: bytes, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, kept_days=1)
    ledger.keep(KEY, HEARD)
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite3", isolation_level=None)) as base:
        base.execute("UPDATE windows SET heard = CAST(? AS TEXT)", (damage,))

        assert ledger.recall(KEY) is None
        assert base.execute("SELECT count(*) FROM windows").fetchone() == (0,)
    ledger.keep(KEY, HEARD)
    assert ledger.recall(KEY) == HEARD
    ledger.close()


def test_another_run_that_does_not_let_go_is_named(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, kept_days=1, busy_s=0.01)
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError) as refused:
            ledger.keep(KEY, HEARD)
    ledger.close()

    assert str(refused.value) == (
        f"Recognised speech cannot be kept in “{tmp_path / 'ledger.sqlite3'}”: another run is "
        "using it. Try again when that run has ended, or set TRANSCRIBE_VIDEO_HOME to another "
        "folder."
    )


def test_old_work_is_dropped(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, kept_days=1)
    ledger.keep(KEY, HEARD)
    ledger.close()
    with sqlite3.connect(tmp_path / "ledger.sqlite3") as base:
        base.execute("UPDATE windows SET at_s = at_s - 2 * 86400")
    assert Ledger(tmp_path, kept_days=1).recall(KEY) is None


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    Ledger(home, kept_days=1).keep(KEY, HEARD)
    assert all(path.stat().st_mode & 0o077 == 0 for path in (home, *home.iterdir()))


def test_a_damaged_ledger_is_put_aside_and_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite3").write_bytes(b"this is not a database at all" * 100)
    ledger = Ledger(tmp_path, kept_days=1)
    ledger.keep(KEY, HEARD)
    assert ledger.recall(KEY) == HEARD


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("")
    with pytest.raises(StorageError, match="Recognised speech cannot be kept"):
        Ledger(home, kept_days=1)


_KEEP_AND_DIE = """
import os, signal, sys
from pathlib import Path
from transcribe_video.speech.hearing import Heard
from transcribe_video.speech.ledger import Ledger
ledger = Ledger(Path(sys.argv[1]), kept_days=1)
for number in range(50):
    ledger.keep(bytes([number]) * 20, Heard(()))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_kept_survives_a_kill(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _KEEP_AND_DIE, str(tmp_path)]
    assert subprocess.run(command, env=os.environ, check=False).returncode == -9
    ledger = Ledger(tmp_path, kept_days=1)
    assert all(ledger.recall(bytes([number]) * 20) == Heard(()) for number in range(50))
