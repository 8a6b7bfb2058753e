"""Whether a clause goes on with the wish before it, or is one of its own."""

from typing import Final

from transcribe_video.conversation.editing.arguments import ARGUMENTS, CONTENT, STYLE, strange
from transcribe_video.conversation.editing.command import Command
from transcribe_video.conversation.editing.extent import OPEN, extent_of
from transcribe_video.conversation.editing.heads import is_bounded
from transcribe_video.conversation.editing.parting import UNWANTED, VERBS
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.wish import Wish

WORDLESS: Final = VERBS - {Sign.MAKE, Sign.TAKE, Sign.IMPROVE, Sign.IMPOSSIBLE}
"""The verbs that say enough for a clause to ask for something."""
_WHERE = (Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME, Sign.QUOTE, Sign.SAID)
_WHOLE = {
    "cut",
    "bounds",
    "silences",
    "fillers",
    "repeats",
    "captions",
    "loudness",
    "size",
    "frame",
    "",
}
_LIMITED = {"silences", "fillers", "repeats", "volume", "speed", "fade", "captions", "music"}
_BARE_CUT = {Sign.CUT, Sign.RECORDING, Sign.ALL}
_SPARED = {Sign.KEEP, Sign.WORDS, Sign.NUMBER, Sign.RECORDING, Sign.ALL, Sign.THERE, Sign.IN}
_SIDES = (
    *(Sign.START, Sign.END, Sign.FIRST, Sign.LAST, Sign.BEFORE, Sign.AFTER, Sign.BEFOREHAND),
    *(Sign.AFTERWARDS, Sign.MOMENT, Sign.SINCE, Sign.UNTIL_TIME),
)
_AMOUNTS = (Sign.FACTOR, Sign.FRACTION, Sign.PERCENT, Sign.DECIBEL)
_RATES = (Sign.FASTER, Sign.SLOWER, Sign.LOUDER, Sign.QUIETER)
_SETTING = {Sign.ADD, Sign.SHOW, Sign.MOVE, Sign.MAKE, Sign.TAKE, Sign.ENABLE}
_MERGED = {
    *("captions", "fillers", "frame", "loudness", "silences", "repeats", "undo", "redo"),
    *("confirm", "start over", "no music", "no title"),
}
_SIZED = {Sign.LOUDER, Sign.QUIETER, Sign.RECORDING}
_LOOKS = {Sign.FONT_SIZE, Sign.COLOR}
_SHOWN = {"captions", "title", "image"}


def goes_on(wish: Wish, head: str, command: Command) -> bool:
    """Whether a clause belongs to the wish before it.

    Args:
        wish: the one before.
        head: the name of what the clause asks for; empty if it has none.
        command: the clause.
    """
    if _is_bound(wish, head, command):
        return True
    if not head:
        return _adds(wish, command)
    if head == wish.head:
        return _says_more(wish, head, command)
    if command.has(*_WHERE):
        return False
    if head == "volume":
        return _sounds_more(wish, command)
    is_put = head in {"move", "place"} and wish.head in _SHOWN | {"impossible"}
    return is_put or (head == "cut" and _cuts_more(wish, command))


def _is_bound(wish: Wish, head: str, command: Command) -> bool:
    """“…, from 0:30 to 1:10”, “…, but only between 0:30 and 1:10”."""
    if head == "only" and wish.head in _LIMITED:
        return {token.sign for token in command.tokens} == {Sign.ONLY, Sign.SPAN}
    return head == "bounds" and is_bounded(command) and wish.head not in _WHOLE


def _sounds_more(wish: Wish, command: Command) -> bool:
    """Of “just mute them”, “at 20 % volume”, 大一点: whether it is of the wish before."""
    if wish.head == "captions":
        return {token.sign for token in command.tokens} <= _SIZED
    if wish.head == "fillers":
        return command.has(Sign.MUTE)
    return wish.head == "music" and not command.has(Sign.FILE, Sign.MUTE)


def _says_more(wish: Wish, head: str, command: Command) -> bool:
    """Of a clause that asks for the same, whether it is the same wish."""
    if head in {"speed", "volume"}:
        has_verb = any(token.sign in WORDLESS for token in command.tokens)
        is_open = command.has(*_AMOUNTS) and wish.command.has(*_RATES)
        is_elsewhere = command.has(*_WHERE) and not is_open
        return not (has_verb or is_elsewhere or wish.command.has(*_AMOUNTS))
    if head == "title":
        is_further = command.has(Sign.QUOTE) and command.has(Sign.ADD, Sign.TITLE)
        is_change = is_further and wish.command.has(Sign.MOVE, Sign.MAKE, Sign.SHOW)
        return not (command.has(Sign.QUOTE) and (is_change or wish.command.has(Sign.QUOTE)))
    if head == "join":
        has_verb = any(token.sign in WORDLESS for token in command.tokens)
        return not has_verb and not wish.command.has(*_SIDES)
    if head == "music":
        return not command.has(Sign.FILE, Sign.MUTE, *_WHERE)
    return head in _MERGED or (
        head == "cut" and (_is_rest(wish, command) or _is_verb_only(wish, command))
    )


def _cuts_more(wish: Wish, command: Command) -> bool:
    """Of “keep the last one”, “cut the rest”, “take it off”: whether it is of the wish before."""
    if wish.head == "only":
        return command.has(Sign.KEEP) or _is_rest(wish, command)
    if _is_verb_only(wish, command):
        return True
    if wish.head in {"no title", "no music"}:
        is_it = any(token.text == "it" for token in command.all(Sign.RECORDING))
        return is_it and command.has(Sign.CUT) and not command.has(Sign.START, Sign.END)
    if wish.head in {"silences", "repeats"}:
        return command.has(Sign.KEEP, Sign.TRIM)
    return wish.head == "cut" and _is_rest(wish, command)


def _adds(wish: Wish, command: Command) -> bool:
    """Whether a clause without a word of its own says more about a wish."""
    if wish.head not in ARGUMENTS or wish.head in {"undo", "redo", "start over"}:
        return False
    row = list(command.tokens)
    if wish.head == "fade" and row and {token.sign for token in row} <= {Sign.IN, Sign.OUT}:
        return True
    if any(token.sign in WORDLESS - _SETTING and not token.is_negated for token in row):
        return False
    if command.has(*_SETTING - {Sign.MAKE, Sign.TAKE}):
        is_shown = wish.head in _SHOWN | {"music"}
        is_lasting = command.has(Sign.QUANTITY, Sign.DURATION)  # “…, shown from 0:03 for 4 s”
        where = (one for one in _WHERE if one is not Sign.SINCE or not is_lasting)
        if not is_shown or command.has(Sign.OTHER, *where):
            return False
    if wish.head == "volume" and _is_other_layer(wish.command, command):
        return False
    is_negated = any(token.is_negated for token in row)
    says = any(token.sign in CONTENT | STYLE for token in row)
    is_strange = strange(wish.head, row) or bool(
        {token.sign for token in row} & _LOOKS - ARGUMENTS[wish.head]
    )
    return (says and not is_strange) or is_negated  # not “fade out and make it bigger”


def is_spared(wish: Wish, head: str, command: Command) -> bool:
    """“…, keep those two sentences themselves”: whether the wish before did just that."""
    if head != "cut":
        return False
    if wish.head == "bounds":
        return _is_cut_there(wish.command, command)
    said = wish.command.all(Sign.SAID)
    signs = {token.sign for token in command.tokens}
    is_open = bool(said) and all(extent_of(token) in OPEN for token in said)
    return is_open and {Sign.KEEP, Sign.WORDS} <= signs <= _SPARED


def _is_cut_there(bounds: Command, command: Command) -> bool:
    """“Start at 0:08, chop what comes before”: the same once more."""
    is_start = bounds.has(Sign.SINCE, Sign.BEGIN)
    sides = {Sign.BEFORE, Sign.BEFOREHAND} if is_start else {Sign.AFTER, Sign.AFTERWARDS}
    signs = {token.sign for token in command.tokens}
    return bool(signs & {*sides, Sign.REST}) and signs <= {*_BARE_CUT, *sides, Sign.REST}


def _is_verb_only(wish: Wish, command: Command) -> bool:
    """“The last 6 seconds are useless, cut them”: whether the verb is still to come."""
    cuts = wish.command.all(Sign.CUT)
    if not {token.sign for token in command.tokens} <= _BARE_CUT:
        return False
    return bool(cuts) and all(token.text == UNWANTED for token in cuts)


def _is_other_layer(heard: Command, command: Command) -> bool:
    """“Mute 0:10-0:20 and the music”, “the music down and the voice up”: not the same sound."""
    layers = {Sign.MUSIC, Sign.SPEECH}
    signs = {token.sign for token in command.tokens}
    is_bare = signs <= layers and heard.has(*_WHERE)
    return is_bare or bool(signs & layers and heard.has(*layers) and not heard.has(*signs & layers))


def _is_rest(wish: Wish, command: Command) -> bool:
    """“Cut the rest”; of a wish to keep several parts also “cut all in the middle”."""
    if command.has(*_WHERE):
        return False
    if command.has(Sign.REST):
        return True
    signs = {token.sign for token in command.tokens}
    is_between = command.has(Sign.BETWEEN) or command.position == "center"
    is_several = wish.command.has(Sign.KEEP) and len(wish.command.all(Sign.SPAN)) > 1
    return is_several and is_between and signs <= {*_BARE_CUT, Sign.POSITION, Sign.BETWEEN}
