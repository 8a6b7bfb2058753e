"""The backend's log: what befell it, never what was said, asked or opened in it."""

import asyncio
import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from transcribe_video.mishap import whereabouts

NAME = "transcribe_video.backend"
_BYTES, _OLDER = 1_000_000, 2
_LINE = "%(asctime)s %(levelname)s %(message)s"
_OTHERS = ("uvicorn.error", "asyncio")

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def open_log(home: Path) -> logging.Logger:
    """Begin to write ``backend.log``, its owner's only: three files of at most 1 MB.

    The web server's own warnings go there too; its list of requests goes nowhere, because their
    addresses can hold tokens.

    Args:
        home: an existing folder.
    """
    handler = _PrivateFile(home / "backend.log", maxBytes=_BYTES, backupCount=_OLDER)
    handler.setFormatter(_Formatter(_LINE))
    handler.addFilter(_is_news)
    for name in (NAME, *_OTHERS):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(logging.INFO if name == NAME else logging.WARNING)
    return logging.getLogger(NAME)


class _PrivateFile(RotatingFileHandler):
    """A log that only its owner may read, however often it is begun anew."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace")


class _Formatter(logging.Formatter):
    """Tells of an exception by its class and place: its message may quote what was worked on."""

    def formatException(self, ei: _Raised) -> str:  # noqa: N802 - the library's name
        """``KeyError at app.py:12 in answer < guard.py:30 in __call__``."""
        error = ei[1]
        return "nothing" if error is None else whereabouts(error)


def _is_news(record: logging.LogRecord) -> bool:
    """Whether it is more than a request that was cut off because the backend leaves."""
    raised = record.exc_info[1] if record.exc_info else None
    return not isinstance(raised, asyncio.CancelledError)
