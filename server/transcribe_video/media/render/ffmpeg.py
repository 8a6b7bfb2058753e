"""Running ffmpeg: its progress while it works, and what went wrong in words."""

import errno
import os
import signal
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Thread
from typing import IO

from transcribe_video.errors import (
    DamagedMediaError,
    MissingExtraError,
    TranscribeVideoError,
)
from transcribe_video.media.render.part import write_error
from transcribe_video.media.render.workbench import Workbench

_DONE = b"out_time_us="
_BLOCK, _LAST = 4_096, 65_536
_CODES = 256  # an exit code is what remains of a negative error number
_KILLED, _TOO_LARGE = getattr(signal, "SIGKILL", 9), getattr(signal, "SIGXFSZ", 25)
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES}


def find_ffmpeg() -> str:
    """The absolute path of the program.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        import imageio_ffmpeg  # noqa: PLC0415 - an optional part

        return str(Path(imageio_ffmpeg.get_ffmpeg_exe()).absolute())
    except (ImportError, RuntimeError) as error:
        raise MissingExtraError("offline", "making videos") from error


def run_ffmpeg(
    command: list[str],
    feed: Iterable[bytes] | None,
    target: Path,
    bench: Workbench,
    told: Callable[[int], None],
) -> str:
    """Run it to its end.

    Args:
        command: what to run.
        feed: for its standard input; None if it reads none.
        target: where the video goes, for sentences.
        bench: what holds the process.
        told: called with the milliseconds that are done, as ffmpeg goes on.

    Returns:
        The last that it said about its work.

    Raises:
        StorageError: the disk is full or may not be written.
        DamagedMediaError: it cannot make anything of the recordings.
    """
    with bench.start(command, has_input=feed is not None) as process:
        assert process.stdout
        assert process.stderr
        last = _Tail(process.stderr)
        feeder = _Feeder(process, feed or ())
        try:
            _follow(process.stdout, told)
        except BaseException:
            process.kill()
            raise
        finally:
            fault = feeder.fault()
            said = last.text()
    if fault:
        raise fault
    if process.returncode:
        raise _error(process.returncode, said, target)
    return said


class _Tail:
    """The last that a program says; a hostile recording may make it say a great deal."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._last = b""
        self._thread = Thread(target=self._read, args=(stream,), daemon=True)
        self._thread.start()

    def _read(self, stream: IO[bytes]) -> None:
        while block := os.read(stream.fileno(), _BLOCK):
            self._last = (self._last + block)[-_LAST:]

    def text(self) -> str:
        """All that is kept, when the program has ended."""
        self._thread.join()
        return self._last.decode(errors="replace")


class _Feeder:
    """Writes to a program's standard input while somebody else reads what it says."""

    def __init__(self, process: subprocess.Popen[bytes], feed: Iterable[bytes]) -> None:
        self._process, self._feed = process, feed
        self._fault: Exception | None = None
        self._thread = Thread(target=self._write, daemon=True)
        self._thread.start()

    def _write(self) -> None:
        stream = self._process.stdin
        if stream is None:
            return
        try:
            with stream:
                for block in self._feed:
                    stream.write(block)
        except OSError:
            pass  # it has ended for a reason that it tells
        except Exception as fault:  # noqa: BLE001 - raised where somebody waits for it
            self._fault = fault
            self._process.kill()

    def fault(self) -> Exception | None:
        """What went wrong with the feed itself, when all is written."""
        self._thread.join()
        return self._fault


def _follow(stream: IO[bytes], told: Callable[[int], None]) -> None:
    """Tell how much is done until the stream ends."""
    for line in stream:
        value = line.removeprefix(_DONE).strip()
        if line.startswith(_DONE) and value.isdigit():
            told(int(value) // 1000)


def _error(code: int, said: str, target: Path) -> TranscribeVideoError:
    number = _error_number(code, said)
    if number in _FULL:
        return write_error(target, OSError(number, os.strerror(number)))
    if code == -_KILLED:
        return TranscribeVideoError(
            "The video cannot be made",
            "the system ended the program that makes it, as it does when memory runs out",
            "Close other programs and try again",
        )
    return DamagedMediaError(
        "The video cannot be made",
        "a recording is damaged, or coded in a way that cannot be made into a video here",
        "Save it as MP4 with a video program and try again",
    )


def _error_number(code: int, said: str) -> int:
    if code == -_TOO_LARGE:
        return errno.EFBIG
    named = (number for number in _FULL if os.strerror(number) in said)
    return next(named, _CODES - code)
