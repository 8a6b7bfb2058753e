"""Music, volume, fades and loudness."""

from collections.abc import Iterator, Sequence

from transcribe_video.conversation.editing.command import Command, UnclearError
from transcribe_video.conversation.editing.edit import (
    AddMusic,
    Edit,
    Fade,
    Layer,
    SetLoudness,
    SetVolume,
)
from transcribe_video.conversation.editing.heads import AUDIO, suffix
from transcribe_video.conversation.editing.picturing import is_level
from transcribe_video.conversation.editing.sign import Sign

_AMOUNTS = (Sign.PERCENT, Sign.FRACTION, Sign.FACTOR, Sign.DECIBEL)
_MOST = 100.0


def add_music(command: Command, files: Sequence[str]) -> Iterator[Edit]:
    """Lay a file's sound under the video."""
    named = command.texts(Sign.FILE)
    known = [name for name in files if suffix(name) in AUDIO]
    if not named and len(known) != 1:
        raise UnclearError("file")
    volume = command.number(*_AMOUNTS)
    is_ducked = command.has(Sign.DUCK)
    yield from (AddMusic(name, volume, is_ducked) for name in named or known)


def set_volume(command: Command) -> Iterator[Edit]:
    """Make it louder, quieter, or silent."""
    level = _level(command)
    if level is None or not 0 <= level <= _MOST:
        raise UnclearError("level")
    layer: Layer | None = (
        "music" if command.has(Sign.MUSIC) or command.refuses(Sign.MUSIC) else None
    )
    if layer is None and command.has(Sign.SPEECH):
        layer = "speech"
    ranges = command.ranges
    if not ranges and command.has(Sign.MOMENT):
        raise UnclearError("range")
    if not ranges:
        command.check_whole()
        yield SetVolume(level, layer=layer)
    yield from (SetVolume(level, *span, layer=layer) for span in ranges)


def _level(command: Command) -> float | None:
    is_down = command.has(Sign.QUIETER)
    amounts = command.all(*_AMOUNTS, Sign.VOLUME)
    number = next((one.number for one in amounts if one.number), None)
    if command.has(Sign.MUTE) or (number is None and command.has(Sign.CUT, Sign.DISABLE)):
        return 0.0
    if command.refuses(Sign.MUSIC):
        return 0.0
    if number is None:
        return None
    is_changed = command.has(Sign.LOUDER, Sign.QUIETER) and not is_level(command)
    if command.has(Sign.FACTOR, Sign.DECIBEL):
        return round(1 / number, 4) if is_down and number > 1 else round(number, 4)
    if is_changed and command.has(Sign.PERCENT, Sign.FRACTION):
        return round(1 - number if is_down else 1 + number, 4)
    return round(number, 4)


def fade(command: Command) -> Iterator[Edit]:
    """Fade in or out."""
    named = [text.split() for text in command.texts(Sign.FADE)]
    found = [kinds[0] for kinds in named if kinds]
    found += ["in"] * command.has(Sign.IN) + ["out"] * command.has(Sign.OUT)
    has_picture = command.has(Sign.PICTURE) or any("video" in kinds for kinds in named)
    has_sound = command.has(Sign.SOUND, Sign.MUSIC)
    length_ms = command.duration_ms
    if length_ms is not None:
        command.on_timeline((0, length_ms))
    if not found:
        found = ["in"] * command.has(Sign.START, Sign.FIRST) + ["out"] * command.has(
            Sign.END, Sign.LAST
        )
    if not found:
        raise UnclearError("fade")
    for kind in dict.fromkeys(found):
        is_in = kind == "in"
        if has_picture == has_sound:
            yield Fade("in" if is_in else "out", length_ms)
        else:
            yield Fade("in" if is_in else "out", length_ms, "audio" if has_sound else "video")


def set_loudness(command: Command) -> Iterator[Edit]:
    """Bring the whole to a loudness."""
    target = command.number(Sign.LUFS)
    if target is None:
        target = command.number(Sign.PLATFORM)
    if target is None:
        raise UnclearError("loudness")
    yield SetLoudness(target)
