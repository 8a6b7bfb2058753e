"""The draft of a session: its files one after the other, with their captions."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from transcribe_video.timecode import milliseconds
from transcribe_video.wire.draft import AUDIO, TEXT, VIDEO
from transcribe_video.wire.session import TranscriptSummary
from transcribe_video.wire.upload import UploadedFile

_STILL_MS = 5000  # for which a picture is shown
_UNTITLED = "project"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A file of the session and its place on the timeline."""

    media_id: str
    name: str
    at_ms: int
    length_ms: int

    @property
    def clip(self) -> dict[str, object]:
        """The clip that shows or sounds the file, all of it."""
        place = {"name": self.name, "media_id": self.media_id, "at_ms": self.at_ms, "from_ms": 0}
        return {"id": f"clip_{self.media_id}", "d": self.length_ms, "m": place}

    @property
    def captions(self) -> dict[str, object]:
        """The clip for the captions: a reference, never the words."""
        place = {"kind": "captions", "name": "captions", "media_id": self.media_id}
        spot = {"at_ms": self.at_ms, "from_ms": 0}
        return {"id": f"captions_{self.media_id}", "d": self.length_ms, "m": place | spot}


def draft_of(
    media: Sequence[UploadedFile], transcripts: Sequence[TranscriptSummary]
) -> dict[str, object]:
    """The draft that a session's files make; always the same for the same files.

    Args:
        media: the session's files in order; one whose length is not known yet is left out.
        transcripts: of those of them that are transcribed.

    Returns:
        A draft in the wire's form (``wire.draft``), with the tracks that hold something: video and
        pictures, sound files, captions. All lengths are in milliseconds.
    """
    pictures = _in_a_row([file for file in media if file.file_type != "audio"])
    sounds = _in_a_row([file for file in media if file.file_type == "audio"])
    heard = {transcript.media_id for transcript in transcripts if transcript.status == "completed"}
    captioned = [place for place in (*pictures, *sounds) if place.media_id in heard]
    tracks = [
        _track(VIDEO, [place.clip for place in pictures], pictures),
        _track(AUDIO, [place.clip for place in sounds], sounds),
        _track(TEXT, [place.captions for place in captioned], captioned),
    ]
    filled = [track for track in tracks if track["sg"]]
    return {"t": filled, "d": _end_ms((*pictures, *sounds)), "m": _particulars(media)}


def _in_a_row(files: Sequence[UploadedFile]) -> list[_Placed]:
    placed: list[_Placed] = []
    for file in files:
        if file.media_id and (length_ms := _length_ms(file)) > 0:
            placed.append(_Placed(file.media_id, file.filename, _end_ms(placed), length_ms))
    return placed


def _length_ms(file: UploadedFile) -> int:
    """How long a file is on the timeline; 0 while that is not known."""
    if file.duration is not None:
        return milliseconds(file.duration)
    is_there = file.width is not None or bool(file.bytes)
    return _STILL_MS if file.file_type == "image" and is_there else 0


def _end_ms(placed: Sequence[_Placed]) -> int:
    return max((place.at_ms + place.length_ms for place in placed), default=0)


def _track(
    kind: int, clips: list[dict[str, object]], placed: Sequence[_Placed]
) -> dict[str, object]:
    return {"id": f"track_{kind}", "tt": kind, "sg": clips, "d": _end_ms(placed), "m": {}}


def _particulars(media: Sequence[UploadedFile]) -> dict[str, object]:
    """The title, and the size of the first file that has one."""
    title = next((PurePath(file.filename).stem for file in media if file.filename), _UNTITLED)
    sizes = ((file.width, file.height) for file in media if file.file_type != "audio")
    width, height = next((size for size in sizes if all(size)), (None, None))
    size = {"width": width, "height": height}
    return {"title": title} | {key: value for key, value in size.items() if value is not None}
