"""A message in plain letters, each of which knows where it stands in what was written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from transcribe_video.conversation.tokens import plain

LONGEST = 10_000
"""Characters of a message that are looked at."""
_SIMPLER = str.maketrans(
    "頭響豎橫邊減慢撤銷壓燒錄硬軟聲貼圖鐘從變幀靜頓顯懸畫裁恢復應該執據計斷讓話複歸寬閉啟隱縮擴樂終結嗎麼",
    "头响竖横边减慢撤销压烧录硬软声贴图钟从变帧静顿显悬画裁恢复应该执据计断让话复归宽闭启隐缩扩乐终结吗么",
)
_DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0x301C, 0xFF5E, 0x2192), "-")
"""Dashes, the minus sign, wave dashes and the arrow."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])|(?<=\d)-(?=[a-z])|(?<=[^\W\d_])_(?=[^\W\d_])")
_A_BIT = re.compile(r"(?<!看)一下(?!子)")  # 消一下音 is 消音
_APOSTROPHE = "'\u2019\u2018"


@dataclass(frozen=True, slots=True)
class Folded:
    """Small letters, simplified characters and plain marks.

    Attributes:
        text: what can be read.
        origins: for each character of it the place in the message, and one for the end.
    """

    text: str
    origins: tuple[int, ...]


def folded(message: str) -> Folded:
    """The message in plain letters; of a long one its beginning."""
    pieces = [(_plain(character), place) for place, character in enumerate(message[:LONGEST])]
    text = "".join(piece for piece, _ in pieces)
    origins = tuple(place for piece, place in pieces for _ in piece)
    return Folded(_A_BIT.sub("  ", _HYPHEN.sub(" ", text)), (*origins, min(len(message), LONGEST)))


def pieces_of(phrase: str) -> Iterator[str]:
    """The phrases of a list, in plain letters."""
    for one in re.split(r",|\n", phrase):
        plain_one = _A_BIT.sub("", _HYPHEN.sub(" ", "".join(map(_plain, one.strip()))))
        if plain_one:
            yield plain_one


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character in _APOSTROPHE:
        return "'"
    return plain(character).translate(_SIMPLER).translate(_DASHES)
