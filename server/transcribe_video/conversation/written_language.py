"""The language in which somebody writes: that of the instruction, whatever it speaks of."""

import re

from transcribe_video.conversation.editing.handed_back import lead_of

_HAN, _KANA = re.compile("[\u4e00-\u9fff]"), re.compile("[\u3040-\u30ff]")
_WORD = re.compile(r"[^\W\d_\u2e80-\u9fff]+")
# What is quoted, and names of files, paths and links: they are spoken of and instruct nobody.
_SPOKEN_OF = re.compile(
    r"“[^”]*”|\"[^\"]*\"|\u2018[^\u2019]*\u2019|(?<!\w)'[^']*'(?!\w)|「[^」]*」|『[^』]*』|《[^》]*》"
    r"|\S+\.\w{2,5}(?!\w)|\S*[/\\]\S+"
)
# A message that begins so is in English, whatever it speaks of.
_ENGLISH_FIRST = re.compile(
    r"\W*(?:please\s+)?(?:cut|remove|delete|keep|mute|move|put|find|show|take|trim|drop|what|where"
    r"|make|can|could|would)\s",
    re.IGNORECASE,
)


def written_language(message: str, other: str, none: str = "") -> str:
    """``zh`` for an instruction in Chinese.

    Args:
        message: what it quotes or hands back, and names of files, count only where there is
            nothing else.
        other: what all other languages are called.
        none: what a message without any letters is; empty is ``other``.
    """
    instruction = _SPOKEN_OF.sub(" ", lead_of(message) or message)
    said = instruction if any(map(str.isalpha, instruction)) else message
    if not any(map(str.isalpha, said)):
        return none or other
    return "zh" if _is_chinese(said) else other


def _is_chinese(said: str) -> bool:
    """Whether a Chinese sentence is said, and not an English one in which Chinese is spoken of."""
    signs, words = len(_HAN.findall(said)), len(_WORD.findall(said))
    if not signs or _KANA.search(said):
        return False
    return not words or (signs >= words and not _ENGLISH_FIRST.match(said))
