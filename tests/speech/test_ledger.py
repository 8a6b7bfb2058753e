"""What was recognised is kept and found again."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from transcribe_video.errors import StorageError
from transcribe_video.speech.hearing import Heard
from transcribe_video.speech.ledger import Ledger, window_key
from transcribe_video.transcript.word import Word

HEARD = Heard((Word(100, 300, " “So” 你好", 0.987),), unclear=((400, 900),))
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


def test_old_work_is_dropped(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, kept_days=1)
    ledger.keep(KEY, HEARD)
    ledger.close()
    with sqlite3.connect(tmp_path / "ledger.sqlite3") as base:
        base.execute("UPDATE windows SET at_s = at_s - 2 * 86400")
    assert Ledger(tmp_path, kept_days=1).recall(KEY) is None


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    Ledger(tmp_path, kept_days=1).keep(KEY, HEARD)
    assert all(path.stat().st_mode & 0o077 == 0 for path in tmp_path.iterdir())


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
