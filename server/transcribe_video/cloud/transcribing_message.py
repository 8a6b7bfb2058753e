"""How the cloud's editor is asked for what is said in a file."""

from transcribe_video.cloud.transcribing_reply import BEGIN_MARK, END_MARK
from transcribe_video.transcript.language import AUTO, language_of

_ENGLISH = (
    "Transcribe what is said in “{name}”{spoken}, word for word. Answer with the words and nothing "
    f"else: first a line {BEGIN_MARK}, then the words, then a line {END_MARK}. If you can, also "
    "put the words on a text track as captions, each with the time at which it is said. Change "
    "nothing else."
)
_CHINESE = (
    "请逐字转写“{name}”中所说的话{spoken}。回复中只给出文字稿："
    f"先单独一行{BEGIN_MARK}，然后是文字稿，最后单独一行{END_MARK}。"
    "如果可以，也请把文字作为字幕放到文字轨道上，每条标明说出的时间。其他内容不要改动。"
)
_LONGEST_NAME = 120


def message_for(name: str, language: str, tongue: str) -> str:
    """The sentences that ask for a transcript.

    Args:
        name: the file, as the cloud knows it.
        language: what is spoken in it, or ``"auto"``.
        tongue: the language of the session: ``zh`` is asked in Chinese, all others in English.
    """
    named = " ".join(name.replace("“", "").replace("”", "").split())[:_LONGEST_NAME]
    spoken = "" if language == AUTO else language_of(language).name
    if tongue == "zh":
        return _CHINESE.format(name=named, spoken=f"（语言：{spoken}）" if spoken else "")
    return _ENGLISH.format(name=named, spoken=f" (in {spoken})" if spoken else "")
