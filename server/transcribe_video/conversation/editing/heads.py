"""By which word a clause is known for what it asks: the first row that fits counts."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Final

from transcribe_video.conversation.editing.arguments import CONTENT, EXTENTS
from transcribe_video.conversation.editing.command import Command
from transcribe_video.conversation.editing.extent import extent_of
from transcribe_video.conversation.editing.hesitations import HESITATIONS
from transcribe_video.conversation.editing.parting import GO, SWAP, VERBS
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.span_making import BOUND
from transcribe_video.conversation.editing.stretch import Extent

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
PASSAGE: Final = "passage"
"""The text of a word for a part of what is said, and not for any text."""
PUT: Final = "put"
"""The text of a verb for moving that is also one for adding: 放在."""
_MOMENTS = (Sign.MOMENT, Sign.SINCE, Sign.UNTIL_TIME, Sign.SPAN)
_PLAIN_FACTOR = {
    *(Sign.FACTOR, Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME, Sign.AT, Sign.RECORDING, Sign.ALL),
    *(Sign.IN, Sign.BY),
}
_PLACES = (Sign.SINCE, Sign.UNTIL_TIME, Sign.START, Sign.END, Sign.FIRST, Sign.LAST)
_STYLES = (Sign.FONT_SIZE, Sign.POSITION, Sign.BURN, Sign.HIGHLIGHT, Sign.COLOR)
_BOUNDS = {
    (Sign.END, Sign.MOMENT),  # “end at 1:40”
    (Sign.END, Sign.AT, Sign.QUOTE),  # “end at 'thank you'”
    (Sign.END, Sign.SAID),  # “end after 'thank you'”
    (Sign.END, Sign.ENABLE, Sign.QUOTE),
    (Sign.FINISH, Sign.AT, Sign.QUOTE),
    (Sign.FINISH, Sign.SAID),
    (Sign.FINISH, Sign.ENABLE, Sign.QUOTE),
    (Sign.START, Sign.ENABLE, Sign.QUOTE),  # “start with 'good evening'”
    (Sign.BEGIN, Sign.AT, Sign.QUOTE),
    (Sign.BEGIN, Sign.ENABLE, Sign.QUOTE),
}
_SWITCHES = (
    *(Sign.ADD, Sign.ENABLE, Sign.DISABLE, Sign.SHOW, Sign.CUT, Sign.ON, Sign.OFF, Sign.RESTORE),
)


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
        is_style = command.has(Sign.HIGHLIGHT, Sign.BURN) and not command.has(Sign.TITLE)
        return is_negated or is_style
    is_wished = command.has(Sign.MAKE) and not command.has(Sign.OTHER)
    return (
        is_negated
        or is_wished
        or command.does(*_STYLES, *_SWITCHES)
        or command.has(Sign.LOUDER, Sign.QUIETER, Sign.IMPOSSIBLE)
        or command.refuses(*_STYLES, *_SWITCHES)
    )


def _is_title(command: Command) -> bool:
    if command.has(Sign.SAID, Sign.MUTE, Sign.TAKE, Sign.BEGIN):
        return False
    if command.has(Sign.TITLE):
        if _is_of_part(command):
            return False
        shown = (Sign.QUOTE, Sign.ADD, Sign.SHOW, Sign.MAKE, Sign.ENABLE, Sign.MOVE)
        is_kept = command.has(Sign.KEEP) and command.has(Sign.ALL)  # “… on the whole time”
        return (command.has(*shown) or is_kept) and not command.has(Sign.FILE)
    if any(token.text == PASSAGE for token in command.all(Sign.WORDS)):
        return False
    shows = command.has(Sign.ADD, Sign.SHOW) and not command.has(Sign.CUT, Sign.KEEP)
    is_placed = command.has(Sign.MAKE, Sign.ONLY) and command.has(Sign.POSITION)
    return (shows or is_placed) and command.has(Sign.QUOTE) and not _has_file(command, AUDIO)


def _is_of_part(command: Command) -> bool:
    """“The clip with the title”: a part of the video is meant."""
    row = list(command.tokens)
    parts = [n for n, one in enumerate(row) if one.sign is Sign.RECORDING and one.text != "it"]
    titles = [n for n, one in enumerate(row) if one.sign is Sign.TITLE]
    is_done = command.has(Sign.MOVE, Sign.CUT, Sign.KEEP)
    return is_done and bool(parts and titles) and parts[0] < titles[0]


def _is_no_title(command: Command) -> bool:
    is_added = command.has(Sign.ADD, Sign.SHOW, Sign.ENABLE) or is_exchange(command)
    if not command.has(Sign.TITLE):
        is_left = command.refuses(Sign.MAKE, Sign.MOVE)  # “don't change the title”
        return command.refuses(Sign.TITLE) and not (is_added or is_left)
    if _is_of_part(command):
        return False
    is_off = command.does(Sign.CUT, Sign.DISABLE, Sign.OFF)
    return is_off and not is_added and not command.has(Sign.SAID, Sign.SPAN, Sign.FILE)


def is_exchange(command: Command) -> bool:
    """Whether one thing is wanted in place of another."""
    return any(token.text in {"replace", SWAP} for token in command.all(Sign.MAKE))


def _is_swap(command: Command) -> bool:
    is_swap = any(token.text == SWAP for token in command.all(Sign.MAKE))
    parts = (Sign.SPAN, Sign.FIRST, Sign.LAST)
    return is_swap and command.has(*parts) and not command.has(Sign.FILE, Sign.QUOTE)


def _is_image(command: Command) -> bool:
    if _has_file(command, IMAGE):
        is_put = any(token.text == PUT for token in command.all(Sign.MOVE))
        is_lasting = command.has(Sign.JOIN) and command.has(Sign.QUANTITY, Sign.DURATION)
        if is_put or is_lasting or command.does(Sign.ADD, Sign.SHOW, Sign.MAKE):
            return True
    others = (Sign.FILE, Sign.QUOTE, Sign.TITLE, Sign.IMPOSSIBLE, Sign.MUSIC, Sign.CAPTIONS)
    return command.has(Sign.ADD) and command.has(Sign.IMAGE) and not command.has(*others)


def _is_object(command: Command) -> bool:
    """“The plant standing in the corner of the shot”: what is seen cannot be taken away."""
    is_cut = command.has(Sign.CUT) and command.has(Sign.SCENE) and command.has(Sign.OTHER)
    return is_cut and not any(token.sign in CONTENT - VERBS for token in command.tokens)


def _is_fillers(command: Command) -> bool:
    if command.has(Sign.FILLERS):
        return bool(command.inherited) or any(token.sign in VERBS for token in command.tokens)
    if not command.does(Sign.CUT, Sign.MUTE) or command.has(Sign.MUSIC, Sign.SILENCES, Sign.TITLE):
        return False
    if command.has(Sign.FILLER):
        return True
    if command.has(Sign.SAID, Sign.SPAN, Sign.MOVE):
        return False
    if any(token.number or token.stretch for token in command.all(Sign.QUOTE)):
        return False  # “the second 'you know'”, “the sentence with 'um'”
    quotes = {text.casefold() for text in command.texts(Sign.QUOTE)}
    is_each = command.has(Sign.ALL, Sign.EACH) and not command.has(Sign.AFTER, Sign.SINCE)
    return bool(quotes) and (is_each or quotes <= HESITATIONS)


def _is_done(command: Command) -> bool:
    """Whether a verb is said, and no words that are meant instead."""
    has_verb = bool(command.inherited) or any(token.sign in VERBS for token in command.tokens)
    return has_verb and not command.has(Sign.QUOTE, Sign.SAID)


def _is_loudness(command: Command) -> bool:
    if command.has(Sign.LOUDNESS, Sign.LUFS):
        return True
    is_heard = command.has(Sign.VOLUME, Sign.SOUND) and not command.has(Sign.MUTE)
    return is_heard and command.has(Sign.PLATFORM) and not command.has(Sign.PERCENT, Sign.FRACTION)


def _is_frame(command: Command) -> bool:
    is_shaped = command.has(Sign.SHAPE) and (
        command.has(Sign.MAKE, Sign.CROP, Sign.PAD, Sign.FRAME) or not command.has(Sign.OTHER)
    )
    return is_shaped or command.has(Sign.CROP, Sign.PAD, Sign.BARS, Sign.FRAME)


def _is_music(command: Command) -> bool:
    if command.has(Sign.DUCK):
        return True
    if is_exchange(command) and _has_file(command, AUDIO):
        return True
    if command.has(Sign.MUTE, Sign.LOUDER, Sign.QUIETER, Sign.CUT, Sign.DISABLE, Sign.FADE):
        return False
    if command.has(Sign.VOLUME) and not command.has(Sign.FILE):
        return False
    is_named = command.does(Sign.ADD, Sign.MAKE) or command.has(Sign.MUSIC, Sign.PERCENT)
    has_file = is_named and _has_file(command, AUDIO)
    return has_file or (command.does(Sign.ADD, Sign.JOIN) and command.has(Sign.MUSIC))


def _is_no_music(command: Command) -> bool:
    if command.has(Sign.QUOTE, Sign.VOLUME, Sign.PERCENT, Sign.FRACTION, Sign.SPAN, Sign.SINCE):
        return False
    if command.has(Sign.UNTIL_TIME, Sign.MUTE, Sign.ADD) or is_exchange(command):
        return False
    if command.refuses(Sign.MUSIC):
        return True
    is_music = command.has(Sign.MUSIC) or _has_file(command, AUDIO)
    return is_music and command.does(Sign.CUT, Sign.DISABLE, Sign.OFF)


def _is_volume(command: Command) -> bool:
    if command.has(Sign.MUTE, Sign.UNMUTE, Sign.VOLUME):
        return True
    if command.has(Sign.LOUDER, Sign.QUIETER):
        return not command.has(Sign.SPEED)
    if command.refuses(Sign.MUSIC):
        return True
    is_heard = command.has(Sign.MUSIC, Sign.SPEECH, Sign.SOUND) and not command.has(Sign.QUOTE)
    amounts = (Sign.PERCENT, Sign.FRACTION, Sign.FACTOR, Sign.DECIBEL)
    return is_heard and command.has(Sign.CUT, Sign.DISABLE, *amounts)


def _is_speed(command: Command) -> bool:
    if command.has(Sign.FASTER, Sign.SLOWER):
        return True
    if any(token.number for token in command.all(Sign.SPEED)):
        return True
    amounts = (Sign.FACTOR, Sign.FRACTION, Sign.PERCENT)
    if command.has(Sign.SPEED):
        return command.has(*amounts, Sign.MAKE)
    signs = {token.sign for token in command.tokens}
    return Sign.FACTOR in signs and (Sign.MAKE in signs or signs <= _PLAIN_FACTOR)


def _is_repeated(command: Command) -> bool:
    """“Play 0:10-0:20 twice”: again, or faster?"""
    is_play = any(token.text == "play" for token in command.all(Sign.MAKE))
    others = (Sign.AT, Sign.FASTER, Sign.SLOWER, Sign.SPEED, Sign.IN, Sign.BY, Sign.UNDO)
    times = command.number(Sign.FACTOR)
    return is_play and bool(times) and times == int(times or 0) and not command.has(*others)


def _is_only(command: Command) -> bool:
    """“Just 0:10 to 0:20”, “only the part where she says …”."""
    passage = command.has(Sign.RECORDING) or any(
        token.text == PASSAGE for token in command.all(Sign.WORDS)
    )
    is_named = command.has(Sign.SPAN, Sign.SAID) or (command.has(Sign.QUOTE) and passage)
    return command.has(Sign.ONLY) and is_named


def is_bounded(command: Command) -> bool:
    """“Start at 0:05”, “stop at 1:40”, and nothing else."""
    row = [token for token in command.tokens if token.sign is not Sign.RECORDING]
    if [token.sign for token in row[:2]] == [Sign.MAKE, Sign.TO]:
        row = row[2:]  # “I want it to …”
    signs = tuple(token.sign for token in row)
    if any(token.is_negated for token in row):
        return False
    if signs in _BOUNDS:
        return Sign.SAID not in signs or extent_of(row[1]) is Extent.AFTER
    is_timed = len(row) == 1 and row[0].sign in {Sign.SINCE, Sign.GOAL, Sign.SPAN, Sign.SAID}
    is_said = signs in {(Sign.FROM, Sign.QUOTE), (Sign.TO, Sign.QUOTE)}
    return (is_timed or is_said) and row[0].text == BOUND


def _is_placed(command: Command) -> bool:
    has_what = command.has(Sign.SPAN, Sign.SAID, Sign.QUOTE)
    has_what = has_what or any(token.text == "it" for token in command.all(Sign.RECORDING))
    has_where = command.has(*_PLACES, Sign.SAID)
    is_going = any(token.text == GO for token in command.all(Sign.START, Sign.END))
    if is_going and has_what:
        return True  # “clip 3 goes first”
    is_brought = command.has(Sign.TURN, Sign.TAKE) and command.has(Sign.TO)
    if is_brought and has_what and command.has(Sign.START, Sign.END):
        return True  # “bring it to the front”
    return command.has(Sign.ADD) and ((has_what and has_where) or command.has(Sign.SPAN))


def _is_join(command: Command) -> bool:
    if command.has(Sign.JOIN):
        return True
    if not command.has(Sign.FILE) or _has_file(command, IMAGE | AUDIO) or is_exchange(command):
        return False
    sides = (Sign.BEFORE, Sign.AFTER, Sign.BEFOREHAND, Sign.AFTERWARDS)
    return command.does(Sign.ADD) or command.has(*_PLACES, *sides)


def _is_redo(command: Command) -> bool:
    if command.has(Sign.REDO):
        return not command.has(Sign.SPEED)  # “put it back to normal speed”
    if command.has(Sign.UNDO):
        return command.has(Sign.RESTORE, Sign.MISTAKE)
    return _is_restored(command) and _is_it(command)


def _is_undo(command: Command) -> bool:
    undone = command.all(Sign.UNDO)
    if _is_restored(command) and command.has(Sign.CUT):
        return True  # “bring back what I cut”
    if any(token.text != "back" for token in undone):
        return True
    return bool(undone) and not command.has(Sign.TO, Sign.START, Sign.RECORDING, Sign.OTHER)


def _is_restored(command: Command) -> bool:
    """Whether something shall be back, and nothing says which part or what kind of thing."""
    told = {token.sign for token in command.tokens} & CONTENT
    return Sign.RESTORE in told and told <= {Sign.RESTORE, Sign.CUT, Sign.THERE}


def _is_it(command: Command) -> bool:
    """Whether it is said of “it” or “that part”, and of nothing else."""
    is_named = any(token.text != "it" for token in command.all(Sign.RECORDING))
    is_it = command.has(Sign.RECORDING, Sign.THERE) and not is_named
    return is_it and not command.has(Sign.CUT, Sign.OTHER)


def _is_unclear(command: Command) -> bool:
    """Whether it takes back or brings back something that is named."""
    is_undone = command.has(Sign.CUT, Sign.DISABLE, Sign.KEEP)
    return command.has(Sign.LIST_CHANGES) and is_undone


def _is_yes(command: Command) -> bool:
    """Also 行, but not in “twice as fast will do” or “the start is me with the microphone”."""
    if command.has(Sign.APPLY):
        return True
    return command.has(Sign.YES) and not command.has(Sign.FACTOR, *EXTENTS)


def _is_impossible(command: Command) -> bool:
    if not command.has(Sign.IMPOSSIBLE) or command.has(Sign.QUOTE):
        return False
    named = set(command.texts(Sign.IMPOSSIBLE))
    is_made = named == {"generate"} or (named == {"color"} and command.has(Sign.COLOR))
    return not (is_made and command.has(Sign.CAPTIONS))


_ROWS: Final[tuple[tuple[str, Callable[[Command], bool]], ...]] = (
    ("size", lambda one: one.has(Sign.EXPORT) and one.has(Sign.HEIGHT)),
    ("export", _any(Sign.EXPORT)),
    ("start over", _any(Sign.START_OVER)),
    ("redo", _is_redo),
    ("undo", _is_undo),
    ("unclear", _is_unclear),
    ("changes", _any(Sign.LIST_CHANGES)),
    ("repeats", lambda one: one.has(Sign.REPEATS) and _is_done(one)),
    ("fillers", _is_fillers),
    ("silences", lambda one: one.has(Sign.SILENCES) and _is_done(one)),
    ("swap", _is_swap),
    ("image", _is_image),
    ("no title", _is_no_title),
    ("title", _is_title),
    ("impossible", _is_impossible),
    ("impossible", _is_object),
    ("captions", _is_captions),
    ("loudness", _is_loudness),
    ("fade", _any(Sign.FADE)),
    ("frame", _is_frame),
    ("size", _any(Sign.HEIGHT)),
    ("no music", _is_no_music),
    ("music", _is_music),
    ("mute words", lambda one: one.has(Sign.MUTE) and one.has(Sign.QUOTE, Sign.SAID)),
    ("volume", _is_volume),
    ("unclear", _is_repeated),
    ("speed", _is_speed),
    ("join", _is_join),
    ("move", _any(Sign.MOVE)),
    ("split", _any(Sign.SPLIT)),
    ("cut", _any(Sign.CUT, Sign.KEEP, Sign.TRIM)),
    ("cut", lambda one: bool(one.inherited & {Sign.CUT}) and _is_only(one)),
    ("only", _is_only),
    ("bounds", lambda one: one.has(Sign.BEGIN, Sign.FINISH) and one.has(*_MOMENTS)),
    ("bounds", is_bounded),
    ("place", _is_placed),
    ("unclear", lambda one: one.has(Sign.RESTORE) and one.has(*EXTENTS)),
    ("propose", _any(Sign.IMPROVE)),
    ("confirm", _is_yes),
)
