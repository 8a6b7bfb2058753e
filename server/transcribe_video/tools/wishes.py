"""Files that a message asked for behind a change that is being made, or waits for a yes."""

import json
import re
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

FOLDER = "wishes"
_ID = re.compile(r"[\w.-]{1,200}", re.ASCII)
_KEPT_S = 7 * 86_400.0


class Wishes:
    """What shall be exported once a piece of work has ended; it outlives this process.

    Only arguments of ``export`` are written down, and none of the message. Where nothing can be
    written, the wish is known while this process lives.

    Args:
        home: the data folder.
    """

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER
        self._known: dict[str, dict[str, Any]] = {}

    def keep(self, job_id: str, arguments: dict[str, Any]) -> None:
        """Write down what shall be exported after a job or, under the id of a project, a yes."""
        path = self._path(job_id)
        if path is None:
            return
        self._known[job_id] = arguments
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            self._forget_old()
            part = path.with_suffix(".part")
            part.touch(mode=0o600)
            part.write_text(json.dumps(arguments), "utf-8")
            part.replace(path)

    def behind(self, job_ids: Iterable[str]) -> dict[str, Any] | None:
        """What shall be exported after one of these; None if nothing shall."""
        return next(filter(lambda found: found is not None, map(self._of, job_ids)), None)

    def drop(self, job_ids: Iterable[str]) -> None:
        """It was exported, or is not wanted any more."""
        for job_id in job_ids:
            self._known.pop(job_id, None)
            if path := self._path(job_id):
                with suppress(OSError):
                    path.unlink()

    def _of(self, job_id: str) -> dict[str, Any] | None:
        path = self._path(job_id)
        if path is None or job_id in self._known:
            return self._known.get(job_id)
        try:
            found = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def _path(self, job_id: str) -> Path | None:
        return self._folder / f"{job_id}.json" if _ID.fullmatch(job_id) else None

    def _forget_old(self) -> None:
        for path in self._folder.glob("*.json"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _KEPT_S:
                    path.unlink()
