"""The files in the home folder through which a backend is found, and of which there is one each.

``backend.json`` says where the backend is and holds its secret, ``backend.lock`` is held by it for
its whole life, ``launch.lock`` by whoever starts one, and ``backend.port`` keeps its port for the
next one.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from transcribe_video.privacy import create_private, make_private
from transcribe_video.wire.health import Runtime

_LOWEST_PORT, _HIGHEST_PORT = 1_024, 65_535


class RuntimeFiles:
    """The files of one home.

    Args:
        home: the program's own folder; made when something is written.

    Attributes:
        lock: held by the backend as long as it lives, so that there are never two.
        launch_lock: held by whoever starts one.
        start_log: what a backend that is starting says on its standard error.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._runtime, self._port = home / "backend.json", home / "backend.port"
        self.lock, self.launch_lock = home / "backend.lock", home / "launch.lock"
        self.start_log = home / "backend.start"

    def read(self) -> Runtime | None:
        """Where the backend is, or was if it has been killed; None if nobody knows."""
        try:
            return Runtime.model_validate_json(self._runtime.read_bytes())
        except (OSError, ValidationError):
            return None

    def write(self, runtime: Runtime) -> None:
        """Say where the backend is; readers find the old file or the new one, and never a part.

        Raises:
            OSError: the system refuses.
        """
        self._replace(self._port, str(runtime.port))
        self._replace(self._runtime, runtime.model_dump_json())

    def forget(self) -> None:
        """Say that there is no backend; for the one that holds the lock."""
        with suppress(OSError):
            self._runtime.unlink()

    def since_s(self) -> float | None:
        """When the backend said where it is, in seconds since 1970."""
        try:
            return self._runtime.stat().st_mtime
        except OSError:
            return None

    def last_port(self) -> int | None:
        """The port of the newest backend, for the next one."""
        try:
            port = int(self._port.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None
        return port if _LOWEST_PORT <= port <= _HIGHEST_PORT else None

    def _replace(self, path: Path, text: str) -> None:
        make_private(self._home)
        draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        create_private(draft)
        try:
            with draft.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
