"""A message as the tokens that phrases are made of."""

import re
from collections.abc import Iterator
from itertools import groupby
from unicodedata import normalize

from transcribe_video.transcript.script import unspaced

_LONGEST = 10_000  # characters of a message that are looked at: what is longer is no order
_QUOTES = str.maketrans("“”„«»「」『』\u2018\u2019`", '"' * 9 + "'" * 3)
_SIMPLER = str.maketrans(
    "轉錄寫檔語詞時間個視頻導匯輸聽準確儘盡點純發後這幫請別無說話種單輯給還從為會來開關標題樂"
    "譯總結畫質與過進內兩張號隻應圖處變換製動態執訊記簡體長麼嗎幾該須將韓義興亞蘭麗爾羅粵廣東"
    "傳載狀積額餘終線軌刪調裡檢問經層戶幣靜",
    "转录写档语词时间个视频导汇输听准确尽尽点纯发后这帮请别无说话种单辑给还从为会来开关标题乐"
    "译总结画质与过进内两张号只应图处变换制动态执讯记简体长么吗几该须将韩义兴亚兰丽尔罗粤广东"
    "传载状积额余终线轨删调里检问经层户币静",
)
_OPTION = re.compile(
    r"-{0,2}(?<![^\W_])(language|lang|quality|formats?|语言|质量|格式)\s*[:=]\s*"
    r"|--(language|lang|quality|formats?)\s+"
)
_LINE = re.compile(r"[\r\n]+")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=\w)|(?<=\d)-(?=[^\W\d_])")
_PIECE = re.compile(r"[\w']+|\.(?=\s|$)|[^\w\s.]")


def plain(message: str) -> str:
    """The message in small letters, plain quotation marks, and simplified characters."""
    return normalize("NFKC", message[:_LONGEST]).translate(_QUOTES).translate(_SIMPLER).lower()


def tokens_of(text: str) -> tuple[str, ...]:
    """The tokens of a plain text.

    Words that are spaced stay whole, “don't” too; of a script without spaces every character is
    one token; so is each mark, and the end of a line is a full stop. ``--language de`` and
    ``language: de`` become ``language = de``.
    """
    text = _OPTION.sub(lambda found: f" {found[1] or found[2]} = ", text)
    return tuple(_tokens(_HYPHEN.sub(" ", _LINE.sub(" . ", text))))


def _tokens(text: str) -> Iterator[str]:
    for piece in _PIECE.findall(text):
        for is_unspaced, run in groupby(piece, unspaced):
            if is_unspaced:
                yield from run
            elif word := "".join(run).strip("'"):
                yield word
