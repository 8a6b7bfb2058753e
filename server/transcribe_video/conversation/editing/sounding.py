"""Music, volume, fades and loudness."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from transcribe_video.conversation.editing.clip_numbers import CLIP
from transcribe_video.conversation.editing.command import Command, UnclearError
from transcribe_video.conversation.editing.defaults import LOUDER, QUIETER
from transcribe_video.conversation.editing.edit import (
    AddMusic,
    Edit,
    Fade,
    Impossible,
    Layer,
    RemoveMusic,
    SetLoudness,
    SetVolume,
)
from transcribe_video.conversation.editing.heads import AUDIO, is_exchange, suffix
from transcribe_video.conversation.editing.picturing import is_level
from transcribe_video.conversation.editing.sign import Sign

_AMOUNTS = (Sign.PERCENT, Sign.FRACTION, Sign.FACTOR, Sign.DECIBEL)
_TAILS = {Sign.SPAN, Sign.LAST, Sign.END}
_LENGTHS = (Sign.QUANTITY, Sign.DURATION, Sign.SPAN, Sign.NUMBER)
_MOST = 100.0


def add_music(command: Command, files: Sequence[str]) -> Iterator[Edit]:
    """Lay a file's sound under the video, perhaps in place of another's."""
    named = command.texts(Sign.FILE)
    known = [name for name in files if suffix(name) in AUDIO]
    if not named and len(known) != 1:
        raise UnclearError("file")
    added = named or known
    is_speech = command.has(Sign.SOUND, Sign.SPEECH) and not command.has(Sign.MUSIC)
    if is_exchange(command) and is_speech and len(added) == 1:
        yield SetVolume(0.0, layer="speech")  # “replace the sound with lofi.mp3”
    elif is_exchange(command):
        *old, new = added
        yield from map(RemoveMusic, old or [""])
        added = [new]
    levels = command.all(*_AMOUNTS, Sign.VOLUME)
    volume = next((one.number for one in levels if one.number), None)
    is_ducked = command.has(Sign.DUCK)
    yield from (AddMusic(name, volume, is_ducked) for name in added)


def remove_music(command: Command) -> Iterator[Edit]:
    """Take music away: what is named, or all of it."""
    yield from map(RemoveMusic, command.texts(Sign.FILE) or [""])


def set_volume(command: Command) -> Iterator[Edit]:
    """Make it louder, quieter, or silent."""
    level = _level(command)
    if level is None or not 0 <= level <= _MOST:
        raise UnclearError("level")
    is_file = any(suffix(name) in AUDIO for name in command.texts(Sign.FILE))
    is_music = is_file or command.has(Sign.MUSIC) or command.refuses(Sign.MUSIC)
    layer: Layer | None = "music" if is_music else None
    if layer is None and command.has(Sign.SPEECH):
        layer = "speech"
    is_set = _is_absolute(command)
    ranges = command.ranges
    if not ranges and command.has(Sign.MOMENT):
        raise UnclearError("range")
    if not ranges:
        command.check_whole()
        yield SetVolume(level, layer=layer, is_absolute=is_set)
    yield from (SetVolume(level, *span, layer=layer, is_absolute=is_set) for span in ranges)


def _is_absolute(command: Command) -> bool:
    """“Set it to 50 %”, “music at 30 %”, “unmute it”: however loud it is now."""
    if command.has(Sign.UNMUTE):
        return not command.has(*_AMOUNTS, Sign.VOLUME) or is_level(command)
    is_changed = any(command.changes(Sign.LOUDER, Sign.QUIETER)) or command.has(Sign.MUTE)
    has_share = command.has(Sign.PERCENT) and not command.has(Sign.BY, Sign.ADD, Sign.CUT)
    return has_share and (is_level(command) or not is_changed)


def _level(command: Command) -> float | None:
    """How loud it shall be; None if nobody says, or several things are said."""
    is_up, is_down = command.changes(Sign.LOUDER, Sign.QUIETER)
    is_up = is_up or (command.has(Sign.ADD) and not command.has(Sign.FILE))
    is_down = is_down or (command.has(Sign.CUT) and command.has(Sign.VOLUME, Sign.BY))
    numbers = [one.number for one in command.all(*_AMOUNTS, Sign.VOLUME) if one.number]
    is_open = command.has(Sign.BY) and not (is_up or is_down)  # “by 20 %”: up or down?
    if (is_up and is_down) or len(set(numbers)) > 1 or is_open:
        return None
    if _is_unsaid(command, is_changed=is_up or is_down):
        return None
    if command.has(Sign.UNMUTE) and not numbers:
        return 1.0
    is_off = not numbers and command.has(Sign.CUT, Sign.DISABLE) and not command.has(Sign.BY)
    if is_off or command.has(Sign.MUTE) or command.refuses(Sign.MUSIC):
        return 0.0
    if not numbers:
        usual = LOUDER if is_up else QUIETER
        return usual if is_up or is_down else None
    return round(_changed(command, numbers[0], is_up=is_up, is_down=is_down), 4)


def _is_unsaid(command: Command, *, is_changed: bool) -> bool:
    """Whether louder and silent are said at once."""
    is_silenced = command.has(Sign.MUTE) and command.has(Sign.DISABLE, Sign.RESTORE, Sign.UNMUTE)
    is_mixed = is_changed and command.has(Sign.DISABLE, Sign.UNMUTE)  # “louder without the yodel”
    return is_silenced or is_mixed  # “take the mute off”


def _changed(command: Command, number: float, *, is_up: bool, is_down: bool) -> float:
    """The level that an amount means: what it becomes, or by how much it changes."""
    if command.has(Sign.FACTOR) and number == 1 and (is_up or is_down):
        return 0.5 if is_down else 2.0  # 大一倍
    if command.has(Sign.FACTOR, Sign.DECIBEL):
        return 1 / number if is_down and number > 1 else number
    if (is_up or is_down) and not is_level(command):
        return 1 - number if is_down else 1 + number
    return number


def fade(command: Command) -> Iterator[Edit]:
    """Fade in or out; one clip into another cannot be."""
    if command.has(Sign.BETWEEN):
        yield Impossible("transition")
        return
    parts = [command.part(clause) for clause in command.clauses]
    rows = [(kind, part) for part in parts for kind in _kinds(part)]
    is_each = len(rows) > 1 and len({kind for kind, _ in rows}) == len(rows)
    if not is_each:
        rows = [(kind, command) for kind in _kinds(command)]
    if not rows:
        raise UnclearError("fade")
    has_picture = command.has(Sign.PICTURE, Sign.COLOR) or _names(command, "video")
    has_sound = command.has(Sign.SOUND, Sign.MUSIC, Sign.VOLUME)
    spared = {two.sign for one, two in pairwise(command.tokens) if one.sign is Sign.NOT}
    is_sound_spared = bool(spared & {Sign.SOUND, Sign.MUSIC})
    if is_sound_spared != (Sign.PICTURE in spared):
        has_picture, has_sound = is_sound_spared, not is_sound_spared  # “not the sound”
    what: Literal["video", "audio"] | None = "audio" if has_sound else "video"
    what = None if has_picture == has_sound else what
    for kind, part in rows:
        yield Fade(kind, _fade_length(part if part.has(*_LENGTHS) else command, kind), what)


def _kinds(command: Command) -> list[Literal["in", "out"]]:
    is_in = _is_in(command) or _names(command, "in")
    is_out = command.has(Sign.OUT) or _names(command, "out")
    if command.has(Sign.ENDS):
        return ["in", "out"]
    if not (is_in or is_out):
        is_in, is_out = command.has(Sign.START, Sign.FIRST), command.has(Sign.END, Sign.LAST)
    both: tuple[tuple[Literal["in", "out"], bool], ...] = (("in", is_in), ("out", is_out))
    return [kind for kind, is_so in both if is_so]


def _is_in(command: Command) -> bool:
    """Whether “in” says the kind; not in “in the last 2 seconds”."""
    row = [*command.all(Sign.IN, Sign.SPAN, Sign.LAST, Sign.END), None]
    is_other = _names(command, "out")
    return any(
        one is not None and one.sign is Sign.IN and not (is_other and two and two.sign in _TAILS)
        for one, two in pairwise(row)
    )


def _names(command: Command, word: str) -> bool:
    return any(word in text.split() for text in command.texts(Sign.FADE))


def _fade_length(command: Command, kind: str) -> int | None:
    """How long it fades; it begins at the beginning or ends at the end."""
    for start, end in command.ranges:
        if (start if kind == "in" else command.length_ms - end) != 0:
            raise UnclearError("fade")
    is_clip = any(token.text == CLIP for token in command.all(Sign.SPAN))
    told = command.all(Sign.DURATION, Sign.QUANTITY)
    length_ms = None if is_clip and not told else command.duration_ms
    if length_ms is None and (count := command.number(Sign.NUMBER)) is not None:
        length_ms = round(count * 1000)  # “fade in 1 second and out 2”
    if length_ms is not None:
        command.on_timeline((0, length_ms))
    return length_ms


def set_loudness(command: Command) -> Iterator[Edit]:
    """Bring the whole to a loudness."""
    target = command.number(Sign.LUFS)
    if target is None:
        target = command.number(Sign.PLATFORM)
    if target is None:
        raise UnclearError("loudness")
    yield SetLoudness(target)
