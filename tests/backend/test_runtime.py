"""The files through which a backend is found."""

import json
from pathlib import Path

import pytest

from transcribe_video.backend.runtime import RuntimeFiles
from transcribe_video.wire.health import Runtime

RUNTIME = Runtime(port=40_123, secret="s" * 43, pid=4711, wire=1, version="1.0.0", boot_id="b" * 32)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_what_is_written_is_read(home: Path) -> None:
    files = RuntimeFiles(home)
    assert (files.read(), files.last_port()) == (None, None)
    files.write(RUNTIME)
    assert (RuntimeFiles(home).read(), RuntimeFiles(home).last_port()) == (RUNTIME, 40_123)


def test_only_its_owner_may_read_the_secret_and_nothing_else_lies_about(home: Path) -> None:
    files = RuntimeFiles(home)
    files.write(RUNTIME)
    files.write(RUNTIME)
    modes = {path.name: path.stat().st_mode & 0o777 for path in home.iterdir()}
    assert modes == {"backend.json": 0o600, "backend.port": 0o600}
    assert home.stat().st_mode & 0o777 == 0o700


def test_a_backend_that_leaves_forgets_itself_and_keeps_its_port(home: Path) -> None:
    files = RuntimeFiles(home)
    files.write(RUNTIME)
    files.forget()
    files.forget()
    assert (files.read(), files.last_port()) == (None, 40_123)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        json.dumps({**RUNTIME.sent(), "port": 0}),
        "\udcff",
        "[" * 10_000,
    ],
)
def test_a_file_that_nobody_can_use_counts_as_none(home: Path, content: str) -> None:
    home.mkdir()
    (home / "backend.json").write_text(content, encoding="utf-8", errors="surrogateescape")
    assert RuntimeFiles(home).read() is None


@pytest.mark.parametrize("content", ["", "x", "80", "70000", "-1", "4.5", "١٢٣٤"])
def test_a_port_that_nobody_can_use_counts_as_none(home: Path, content: str) -> None:
    home.mkdir()
    (home / "backend.port").write_text(content, encoding="utf-8")
    assert RuntimeFiles(home).last_port() is None
