"""By which word a clause is known for what it asks: the first row that fits counts."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Final

from transcribe_video.conversation.editing.command import Command
from transcribe_video.conversation.editing.sign import Sign

AUDIO: Final = frozenset(
    {
        "mp3",
        "wav",
        "m4a",
        "aac",
        "flac",
        "ogg",
        "oga",
        "opus",
        "amr",
        "wma",
        "aif",
        "aiff",
    }
)
IMAGE: Final = frozenset({"png", "jpg", "jpeg", "webp", "gif", "bmp", "heic", "tif", "tiff", "svg"})
_PLACES = (Sign.SINCE, Sign.UNTIL_TIME, Sign.START, Sign.END)
_STYLES = (Sign.FONT_SIZE, Sign.POSITION, Sign.BURN, Sign.HIGHLIGHT)
_SWITCHES = (Sign.ADD, Sign.ENABLE, Sign.DISABLE, Sign.SHOW, Sign.CUT, Sign.ON, Sign.OFF)


def head_of(command: Command) -> str:
    """The name of what it asks for; empty if nothing in it says so."""
    return next((name for name, is_so in _ROWS if is_so(command)), "")


def suffix(name: str) -> str:
    """Of a file's name, in small letters and without the dot."""
    return PurePath(name).suffix.lower().removeprefix(".")


def _any(*signs: Sign) -> Callable[[Command], bool]:
    return lambda command: command.has(*signs)


def _has_file(command: Command, kinds: frozenset[str]) -> bool:
    return any(suffix(name) in kinds for name in command.texts(Sign.FILE))


def _is_captions(command: Command) -> bool:
    if command.has(Sign.QUOTE):
        return False
    is_negated = command.refuses(Sign.CAPTIONS)
    if not command.has(Sign.CAPTIONS):
        return is_negated or command.has(Sign.HIGHLIGHT, Sign.BURN)
    is_wished = command.has(Sign.MAKE) and not command.has(Sign.OTHER)
    return (
        is_negated
        or is_wished
        or command.does(*_STYLES, *_SWITCHES)
        or command.refuses(*_STYLES, *_SWITCHES)
    )


def _is_title(command: Command) -> bool:
    if command.has(Sign.TITLE):
        return not command.has(Sign.FILE)
    shows = command.has(Sign.ADD, Sign.SHOW) and not command.has(Sign.CUT, Sign.KEEP)
    return shows and command.has(Sign.QUOTE)


def _is_fillers(command: Command) -> bool:
    if command.has(Sign.FILLERS):
        return True
    if not command.does(Sign.CUT, Sign.MUTE) or command.has(Sign.MUSIC, Sign.SILENCES):
        return False
    is_each = command.has(Sign.ALL, Sign.EACH) and not command.has(Sign.AFTER, Sign.SINCE)
    is_muted = command.has(Sign.MUTE) and not command.has(Sign.SPAN)
    return command.has(Sign.FILLER) or (command.has(Sign.QUOTE) and (is_each or is_muted))


def _is_loudness(command: Command) -> bool:
    return command.has(Sign.LOUDNESS, Sign.LUFS)


def _is_frame(command: Command) -> bool:
    is_shaped = command.has(Sign.SHAPE) and (
        command.has(Sign.MAKE, Sign.CROP, Sign.PAD, Sign.FRAME) or not command.has(Sign.OTHER)
    )
    return is_shaped or command.has(Sign.CROP, Sign.PAD, Sign.BARS, Sign.FRAME)


def _is_music(command: Command) -> bool:
    if command.has(Sign.DUCK):
        return True
    if command.has(Sign.MUTE, Sign.LOUDER, Sign.QUIETER, Sign.CUT, Sign.DISABLE, Sign.FADE):
        return False
    if command.has(Sign.VOLUME) and not command.has(Sign.FILE):
        return False
    has_file = command.does(Sign.ADD, Sign.MAKE) and _has_file(command, AUDIO)
    return has_file or (command.does(Sign.ADD, Sign.JOIN) and command.has(Sign.MUSIC))


def _is_volume(command: Command) -> bool:
    if command.has(Sign.MUTE, Sign.VOLUME):
        return True
    if command.has(Sign.LOUDER, Sign.QUIETER):
        return not command.has(Sign.SPEED)
    if command.refuses(Sign.MUSIC):
        return True
    is_heard = command.has(Sign.MUSIC, Sign.SPEECH, Sign.SOUND) and not command.has(Sign.QUOTE)
    return is_heard and command.has(Sign.CUT, Sign.DISABLE, Sign.PERCENT, Sign.FACTOR)


def _is_speed(command: Command) -> bool:
    if command.has(Sign.FASTER, Sign.SLOWER):
        return True
    if any(token.number for token in command.all(Sign.SPEED)):
        return True
    amounts = (Sign.FACTOR, Sign.FRACTION, Sign.PERCENT)
    if command.has(Sign.SPEED):
        return command.has(*amounts, Sign.MAKE)
    return command.has(Sign.FACTOR) and command.has(Sign.MAKE)


def _is_placed(command: Command) -> bool:
    is_it = command.has(Sign.RECORDING) and command.has(*_PLACES)
    return command.has(Sign.ADD) and (is_it or command.has(Sign.SPAN))


def _is_join(command: Command) -> bool:
    is_file = (
        command.has(Sign.ADD) and command.has(Sign.FILE) and not _has_file(command, IMAGE | AUDIO)
    )
    return command.has(Sign.JOIN) or is_file


_ROWS: Final[tuple[tuple[str, Callable[[Command], bool]], ...]] = (
    ("export", _any(Sign.EXPORT)),
    ("start over", _any(Sign.START_OVER)),
    ("redo", _any(Sign.REDO)),
    ("undo", _any(Sign.UNDO)),
    ("changes", _any(Sign.LIST_CHANGES)),
    ("repeats", lambda one: one.has(Sign.REPEATS) and not one.has(Sign.QUOTE)),
    ("fillers", _is_fillers),
    ("silences", lambda one: one.has(Sign.SILENCES) and not one.has(Sign.QUOTE)),
    ("image", lambda one: one.does(Sign.ADD, Sign.SHOW, Sign.MAKE) and _has_file(one, IMAGE)),
    ("title", _is_title),
    ("impossible", lambda one: one.has(Sign.IMPOSSIBLE) and not one.has(Sign.QUOTE)),
    ("captions", _is_captions),
    ("loudness", _is_loudness),
    ("fade", _any(Sign.FADE)),
    ("frame", _is_frame),
    ("size", _any(Sign.HEIGHT)),
    ("music", _is_music),
    ("volume", _is_volume),
    ("speed", _is_speed),
    ("join", _is_join),
    ("move", _any(Sign.MOVE)),
    ("split", _any(Sign.SPLIT)),
    ("cut", _any(Sign.CUT, Sign.KEEP, Sign.TRIM)),
    ("only", lambda one: one.has(Sign.ONLY) and one.has(Sign.SPAN)),
    ("place", _is_placed),
    ("propose", _any(Sign.IMPROVE)),
    ("confirm", _any(Sign.APPLY, Sign.YES)),
)
