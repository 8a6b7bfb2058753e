"""Of a film that is too large to travel, the sound alone: named ``<path>#sound``."""

import asyncio
import json
import shutil
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path

from transcribe_video.cloud.live_job import LiveJob
from transcribe_video.cloud.records.jobs import CloudJob
from transcribe_video.cloud.records.media_files import CloudMedia
from transcribe_video.cloud.surroundings import Surroundings
from transcribe_video.errors import MediaError, MissingExtraError
from transcribe_video.privacy import make_private
from transcribe_video.refusal import refusal
from transcribe_video.wire.failure import error_of

MARK = "#sound"
_MODULE, _SUFFIX = "transcribe_video.media.sound_alone", ".m4a"


def can_be_taken() -> bool:
    """Whether what takes the sound out of a film is installed."""
    return find_spec("av") is not None


def film_meant(path: Path) -> Path | None:
    """The film whose sound alone is named; None if it is a file that is named."""
    if not path.name.endswith(MARK) or path.exists():
        return None
    return path.with_name(path.name.removesuffix(MARK))


def sound_name(film: Path) -> str:
    """What the sound of a film is called; raises MissingExtraError if it cannot be taken out."""
    if not can_be_taken():
        raise MissingExtraError("offline", "taking the sound out of a film")
    return f"{film.stem} (sound){_SUFFIX}"


@asynccontextmanager
async def sound_of(
    job: CloudJob, media: CloudMedia, around: Surroundings, live: LiveJob
) -> AsyncIterator[Path]:
    """The file that is sent: as it lies there, or the sound of a film, which is gone afterwards.

    Raises:
        MediaError: there is no sound that can be read.
        StorageError: it cannot be written.
    """
    film = Path(job.request["path"])
    if not job.request.get("is_sound"):
        yield film
        return
    live.say("taking the sound out of the film")
    folder = _folder(media, around)
    try:
        make_private(folder)
        await _take(film, folder / media.filename)
        yield folder / media.filename
    except OSError as error:
        what = f"The sound of “{film.name}” cannot be kept in “{folder}”"
        raise refusal(what, error, "make room") from error
    finally:
        discard(media, around)


def discard(media: CloudMedia, around: Surroundings) -> None:
    """Leave nothing of a sound that was taken out, also by a process that was killed."""
    shutil.rmtree(_folder(media, around), ignore_errors=True)


def _folder(media: CloudMedia, around: Surroundings) -> Path:
    return around.settings.home / "cloud-sound" / media.media_id


async def _take(film: Path, target: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", _MODULE, film, target, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
    )
    try:
        assert process.stdout is not None
        said = await process.stdout.read()  # its standard input stays open: it lives as we do
        code = await process.wait()
    except BaseException:
        process.kill()
        await process.wait()
        raise
    if code:
        why = "the program that takes it out was ended"
        told = error_of(json.loads(said)) if said else None
        raise told or MediaError(f"The sound of “{film.name}” cannot be sent", why, "Try again")
