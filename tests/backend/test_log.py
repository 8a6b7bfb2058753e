"""The backend's log."""

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from transcribe_video.backend.log import open_log

_LOGGERS = ("transcribe_video.backend", "uvicorn.error", "asyncio")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[logging.Logger]:
    before = [
        (logging.getLogger(name), logging.getLogger(name).level, logging.getLogger(name).propagate)
        for name in _LOGGERS
    ]
    log = open_log(tmp_path)
    yield log
    log.handlers[0].close()
    for logger, level, propagate in before:
        logger.handlers, logger.propagate = [], propagate
        logger.setLevel(level)


def _log_text(folder: Path) -> str:
    return (folder / "backend.log").read_text("utf-8")


def _raise(words: str) -> None:
    raise ValueError(words)


def test_only_its_owner_may_read_it(log: logging.Logger, tmp_path: Path) -> None:
    log.info("started")
    assert _log_text(tmp_path).endswith("INFO started\n")
    assert (tmp_path / "backend.log").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", _LOGGERS)
def test_an_exception_is_told_by_class_and_place_never_by_its_words(
    log: logging.Logger, tmp_path: Path, name: str
) -> None:
    try:
        _raise("what somebody said in confidence")
    except ValueError:
        logging.getLogger(name).exception("a request failed")

    said = _log_text(tmp_path)
    assert "ERROR a request failed\nValueError at test_log.py:" in said
    assert "in _raise < test_log.py:" in said
    assert "confidence" not in said


def test_a_request_that_was_cut_off_is_no_news(log: logging.Logger, tmp_path: Path) -> None:
    cut = asyncio.CancelledError()
    logging.getLogger("uvicorn.error").error("Exception in ASGI application", exc_info=cut)
    assert _log_text(tmp_path) == ""


def test_it_never_has_more_than_three_files_of_a_megabyte(
    log: logging.Logger, tmp_path: Path
) -> None:
    for _ in range(45):
        log.info("x" * 100_000)
    files = sorted(tmp_path.iterdir())
    assert [path.name for path in files] == ["backend.log", "backend.log.1", "backend.log.2"]
    assert all(path.stat().st_size <= 1_000_000 for path in files)
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
