"""What an edit may look at: the files of a session, what is said in them and where it is quiet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from transcribe_video.backend.editor.speech import Transcripts
from transcribe_video.backend.editor.timeline import Clip, ClipKind
from transcribe_video.conversation.editing.edit import Range


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the session.

    Attributes:
        media_id: its handle.
        name: what people call it.
        kind: what it is.
        d_ms: its length; of a picture, for how long it is shown.
        path: where it lies; empty while it is being fetched.
        has_sound: whether it has a sound track that can be read.
    """

    media_id: str
    name: str
    kind: ClipKind
    d_ms: int
    path: str = ""
    has_sound: bool = True

    def is_called(self, name: str) -> bool:
        """Whether somebody means it by this name, with or without its suffix, or by its path."""
        return is_name_of(name, self.name) or (bool(self.path) and name.strip() == self.path)

    @property
    def clip(self) -> Clip:
        """All of it."""
        return Clip(self.media_id, self.name, 0, self.d_ms, self.kind)


@dataclass(frozen=True, slots=True)
class Project:
    """The material.

    Attributes:
        sources: the files, in the order in which they came.
        transcripts: of those that have one.
        quiet: where each of them is silent, in its own times; missing where nobody has listened.
        fillers: words that say nothing, by language.
        lone_fillers: those that do so only where they are set off.
    """

    sources: Sequence[Source] = ()
    transcripts: Transcripts = field(default_factory=dict)
    quiet: Mapping[str, Sequence[Range]] = field(default_factory=dict)
    fillers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    lone_fillers: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def named(self, name: str) -> Sequence[Source]:
        """The files that are called so, with or without suffix, however it is written."""
        return [source for source in self.sources if source.is_called(name)]


def is_name_of(name: str, filename: str) -> bool:
    """Whether somebody means a file by this name, with or without its suffix."""
    known, wanted = filename.casefold(), name.strip().casefold()
    return bool(wanted) and wanted in {known, known.rpartition(".")[0]}
