"""What each kind of wish can be told; what else stands beside it was not understood."""

from collections.abc import Iterable, Mapping
from typing import Final

from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token

# A word in small letters is a sign, one in capitals a row of this table.
_SETS: Final[Mapping[str, str]] = {
    "EXTENTS": "span since until_time quote said",
    "WHEN": "span since until_time moment goal start end first last latter onwards",
    "SHOWN": "span since moment goal start end first last latter onwards",
    "SIDES": "before after beforehand afterwards",
    "LENGTH": "quantity duration",
    "AMOUNT": "percent fraction factor decibel",
    "CUTS": "cut keep trim disable",
    "HEARD": "music speech sound volume",
    "STYLE": "font_size position color",
}
_ROWS: Final[Mapping[str, str]] = {
    "cut": "CUTS WHEN quote said except number split add rest",
    "bounds": "moment since until_time span start end goal quote said",
    "start over": "start_over number undo redo restore start end add cut beforehand",
    "mute words": "mute quote said number cut",
    "only": "WHEN quote said keep cut trim except add number rest",
    "repeats": "CUTS repeats last number rest",
    "fillers": "CUTS fillers mute quote add",
    "silences": (
        "CUTS LENGTH silences goal quieter trim number span since until_time start end first last "
        "ends"
    ),
    "split": "WHEN split number cut add fraction",
    "swap": "WHEN SIDES move cut number",
    "move": "WHEN SIDES quote said move add cut number",
    "place": "WHEN SIDES quote said move add",
    "image": "SHOWN LENGTH add file image number move join",
    "title": "SHOWN LENGTH STYLE until_time keep add quote title captions picture number move",
    "no title": "CUTS title quote start first end last picture",
    "captions": (
        "CUTS STYLE captions add burn highlight picture restore speech louder quieter move "
        "impossible"
    ),
    "loudness": "HEARD loudness platform lufs add louder quieter move",
    "fade": (
        "LENGTH between fade start end first last span add color picture sound music volume number"
    ),
    "frame": (
        "crop pad bars frame shape height color picture platform add position cut disable move"
    ),
    "size": "height frame picture number move add trim first last quieter",
    "music": "AMOUNT HEARD add file duck join louder quieter start picture number",
    "no music": "CUTS music file sound",
    "volume": "WHEN AMOUNT HEARD mute unmute louder quieter cut disable file number add move",
    "speed": "WHEN AMOUNT speed faster slower number picture move add redo restore",
    "join": "WHEN SIDES add file join all cut restore move number",
    "undo": "undo last number factor cut restore mistake add there",
    "redo": "redo undo restore mistake number factor last cut add there",
}
_CONTENT: Final = (
    "EXTENTS WHEN LENGTH AMOUNT CUTS HEARD split move add join mute unmute louder quieter fade "
    "faster slower crop pad burn highlight duck undo redo restore start_over silences fillers "
    "repeats title captions loudness platform speed picture image frame shape height bars file "
    "clock number lufs there impossible except mistake condition rest SIDES until between"
)


def _signs(row: str) -> frozenset[Sign]:
    found: set[Sign] = set()
    for word in row.split():
        found |= _signs(_SETS[word]) if word.isupper() else {Sign(word)}
    return frozenset(found)


ARGUMENTS: Final = {head: _signs(row) for head, row in _ROWS.items()}
"""By the name of a wish the signs that it takes in."""
EXTENTS: Final = _signs("EXTENTS")
"""What says which part of the video is meant."""
STYLE: Final = _signs("STYLE")
"""What says how something looks."""
CONTENT: Final = _signs(_CONTENT)
"""What changes what is done, wherever it stands."""


def strange(head: str, tokens: Iterable[Token]) -> list[Token]:
    """The tokens that a wish with this name cannot take in."""
    taken = ARGUMENTS.get(head)
    if taken is None:
        return []
    return [
        token
        for token in tokens
        if token.sign in CONTENT and token.sign not in taken and not token.is_negated
    ]
