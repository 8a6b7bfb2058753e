"""The edits that a person can ask for; all times are milliseconds of the timeline as it stands."""

from dataclasses import dataclass
from typing import Literal

from transcribe_video.conversation.editing.defaults import KEPT_PAUSE_MS, LONG_PAUSE_MS
from transcribe_video.conversation.editing.said import Said
from transcribe_video.conversation.editing.small_talk import Tell
from transcribe_video.wire.draft import Aspect, Color, Place

Layer = Literal["speech", "music"]
Range = tuple[int, int]
"""From, to: the first moment that is meant and the first that is not."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Take a range out; what follows moves up."""

    from_ms: int
    to_ms: int


@dataclass(frozen=True, slots=True)
class Keep:
    """Take out all but these ranges."""

    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class CutWords:
    """Take out what was said."""

    said: Said


@dataclass(frozen=True, slots=True)
class KeepWords:
    """Take out all but what was said."""

    said: Said


@dataclass(frozen=True, slots=True)
class MuteWords:
    """Let what was said fall silent; the picture stays."""

    said: Said


@dataclass(frozen=True, slots=True)
class MoveWords:
    """Take what was said out and put it in elsewhere.

    Attributes:
        said: what moves.
        place: to where; None where ``before`` or ``behind`` tells.
        before: the words before which it goes.
        behind: the words behind which it goes.
        nth: which of several times those words are said, counted as ``Said.nth``.
    """

    said: Said
    place: Literal["start", "end"] | None = None
    before: str = ""
    behind: str = ""
    nth: int = 0


@dataclass(frozen=True, slots=True)
class CutSilences:
    """Shorten every silence that is longer to ``keep_ms``.

    Attributes:
        longer_than_ms: how long the longest is that stays as it is.
        keep_ms: so much of each stays.
        within: only what lies there; None is everywhere.
        edge: only the one with which the video begins or ends.
    """

    longer_than_ms: int = LONG_PAUSE_MS
    keep_ms: int = KEPT_PAUSE_MS
    within: Range | None = None
    edge: Literal["start", "end"] | None = None


@dataclass(frozen=True, slots=True)
class CutFillers:
    """Take out, or mute, words that say nothing.

    Attributes:
        words: which; none are those of the language that is spoken.
        is_mute: they fall silent and the picture stays.
    """

    words: tuple[str, ...] = ()
    is_mute: bool = False


@dataclass(frozen=True, slots=True)
class CutRepeats:
    """Of what is said several times in a row, keep the last time."""


@dataclass(frozen=True, slots=True)
class Split:
    """Make two clips of one."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class Move:
    """Take a range out and put it in before the moment ``to_ms``; None is the end."""

    from_ms: int
    until_ms: int
    to_ms: int | None


@dataclass(frozen=True, slots=True)
class AddTitle:
    """Show a text for a while.

    Attributes:
        text: of one or more lines.
        from_ms: None is the beginning.
        duration_ms: None is a usual while.
        position: None is the usual place.
        is_the: it is spoken of as the title that may be there already, and not as a further one.
    """

    text: str
    from_ms: int | None = None
    duration_ms: int | None = None
    position: Place | None = None
    is_the: bool = False


@dataclass(frozen=True, slots=True)
class ChangeTitle:
    """Show another text, or the same at another time or place; what is None stays as it is.

    Attributes:
        old: text of the title; empty is the only one.
        text: what it shall say.
        from_ms: when it shall begin; it ends with the video where it would not be over by then.
        duration_ms: for how long it shall be shown.
        position: where on the picture.
    """

    old: str = ""
    text: str | None = None
    from_ms: int | None = None
    duration_ms: int | None = None
    position: Place | None = None


@dataclass(frozen=True, slots=True)
class RemoveTitle:
    """Take a title away; without a text every one."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class SetCaptions:
    """How captions are shown; what is None stays as it is."""

    is_on: bool = True
    size: Literal["small", "medium", "large", "smaller", "larger"] | None = None
    position: Place | None = None
    is_burned: bool | None = None
    is_highlighted: bool | None = None
    color: Color | None = None


@dataclass(frozen=True, slots=True)
class AddMusic:
    """Lay a file's sound under the video.

    Attributes:
        file: its name, as the message has it.
        volume: 1 is as loud as recorded.
        is_ducked: it grows quiet while somebody speaks.
    """

    file: str
    volume: float | None = None
    is_ducked: bool = False


@dataclass(frozen=True, slots=True)
class SetVolume:
    """Make a range, or with None the whole, so much louder or quieter; 0 is silence.

    Attributes:
        level: a factor of what it is now, or if ``is_absolute`` of what was recorded.
        from_ms: its beginning.
        to_ms: its end.
        layer: None is speech, or all there is.
        is_absolute: whatever it is now, it is to be at that level.
    """

    level: float
    from_ms: int | None = None
    to_ms: int | None = None
    layer: Layer | None = None
    is_absolute: bool = False


@dataclass(frozen=True, slots=True)
class Fade:
    """Fade the beginning in or the end out; ``what`` None is picture and sound."""

    kind: Literal["in", "out"]
    duration_ms: int | None = None
    what: Literal["video", "audio"] | None = None


@dataclass(frozen=True, slots=True)
class SetLoudness:
    """Bring the whole to a loudness, in LUFS."""

    target_lufs: float


@dataclass(frozen=True, slots=True)
class Reframe:
    """Give the picture another shape: cut off what is outside, or pad it with black."""

    aspect: Aspect
    is_padded: bool = False


@dataclass(frozen=True, slots=True)
class Resize:
    """The height of the picture; of an upright one its width."""

    height: int


@dataclass(frozen=True, slots=True)
class SetSpeed:
    """Play a range, or with None the whole, so many times as fast as now; 1 is as recorded."""

    factor: float
    from_ms: int | None = None
    to_ms: int | None = None


@dataclass(frozen=True, slots=True)
class AddImage:
    """Show a still picture; ``at_ms`` None is the end."""

    file: str
    at_ms: int | None = None
    duration_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """Put files into the video; none named is all that were brought.

    Attributes:
        files: their names, as the message has them.
        at_ms: before which moment; None is the end.
    """

    files: tuple[str, ...] = ()
    at_ms: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveMusic:
    """Take music away; without a file all of it."""

    file: str = ""


@dataclass(frozen=True, slots=True)
class MatchText:
    """Make the video say this text: deletions and moves of what was said."""

    text: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Go back by so many steps."""

    steps: int = 1


@dataclass(frozen=True, slots=True)
class Redo:
    """Go forward again by so many steps.

    Attributes:
        steps: how many.
        is_back: it was only said that something shall be back: where nothing was undone, it is
            what the last edit took out.
    """

    steps: int = 1
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class ShowChanges:
    """Tell what was done so far."""


@dataclass(frozen=True, slots=True)
class StartOver:
    """Take everything back."""


@dataclass(frozen=True, slots=True)
class Confirm:
    """Do what was only planned."""


@dataclass(frozen=True, slots=True)
class Decline:
    """What was only planned is not wanted."""


@dataclass(frozen=True, slots=True)
class Propose:
    """A vague wish, or one for a length: edits that may do it are proposed."""

    length_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Impossible:
    """What no editor on this machine can do; ``what`` names it: ``"voice"``, ``"translate"``."""

    what: str


@dataclass(frozen=True, slots=True)
class Ask:
    """What is meant is not clear.

    Attributes:
        about: a ``"range"``, ``"place"``, ``"text"``, ``"file"``, ``"aspect"``, ``"factor"``,
            ``"level"``, ``"music_level"``, ``"loudness"``, ``"title"`` or ``"fade"`` is missing, a
            ``"time"`` is not on the timeline or ``"beyond"`` it, there is no such ``"clip"`` or
            ``"color"``, ``"words"`` do not say how far, or there is a ``"contradiction"``.
    """

    about: str = ""


TimelineEdit = (
    Cut
    | Keep
    | CutWords
    | KeepWords
    | MuteWords
    | MoveWords
    | CutSilences
    | CutFillers
    | CutRepeats
    | Split
    | Move
    | AddTitle
    | ChangeTitle
    | RemoveTitle
    | SetCaptions
    | AddMusic
    | RemoveMusic
    | SetVolume
    | Fade
    | SetLoudness
    | Reframe
    | Resize
    | SetSpeed
    | AddImage
    | Join
    | MatchText
)
"""What changes a timeline."""
Edit = (
    TimelineEdit
    | Undo
    | Redo
    | ShowChanges
    | StartOver
    | Confirm
    | Decline
    | Propose
    | Tell
    | Impossible
    | Ask
)
"""Whatever a message to the editor can ask for."""
