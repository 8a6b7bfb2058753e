"""Which of a session's files a message means."""

from collections.abc import Sequence
from dataclasses import dataclass

from transcribe_video.backend.agent.tongue import Tongue
from transcribe_video.conversation.wish import Wish
from transcribe_video.wire.upload import UploadedFile

_MOST_NAMED = 3
_RECORDED = ("video", "audio")


@dataclass(frozen=True, slots=True)
class Choice:
    """The files that are meant.

    Attributes:
        files: those of them that are recordings, in the session's order.
        is_all: whether all of the session's recordings are meant.
        question: what must be asked first, if it cannot be told.
    """

    files: tuple[UploadedFile, ...]
    is_all: bool = True
    question: str = ""

    @property
    def media_ids(self) -> list[str]:
        """The ids of the files; empty if all are meant."""
        chosen = () if self.is_all else self.files
        return [file.media_id for file in chosen if file.media_id]


def choice_of(wish: Wish, media: Sequence[UploadedFile], tongue: Tongue) -> Choice:
    """The recordings that a message means: all, if it names none of them.

    Args:
        wish: what the message wants; its files are places in ``media`` by name, and places among
            the recordings by number.
        media: the session's files.
        tongue: in which to ask.
    """
    recordings = tuple(file for file in media if file.file_type in _RECORDED)
    if wish.strangers and not wish.chosen:
        question = tongue.no_such_file.format(name=wish.strangers[0], files=named(media, tongue))
        return Choice((), question=question)
    places = {_place(place, len(media)) for place in wish.chosen}
    if not places <= set(range(len(media))):
        return Choice((), question=tongue.no_such_number.format(files=named(media, tongue)))
    excluded = {_place(place, len(media)) for place in wish.excluded}
    wanted = [
        media[place] for place in sorted(places or set(range(len(media)))) if place not in excluded
    ]
    chosen = tuple(file for file in wanted if file in recordings)
    return Choice(chosen, is_all=chosen == recordings)


def named(files: Sequence[UploadedFile], tongue: Tongue) -> str:
    """The files by name, or how many there are."""
    if len(files) > _MOST_NAMED:
        return tongue.several.format(count=len(files))
    return tongue.listed([f"“{file.filename}”" for file in files])


def _place(place: int, count: int) -> int:
    return place + count if place < 0 else place
