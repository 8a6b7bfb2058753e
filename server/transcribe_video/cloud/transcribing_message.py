"""How the cloud's editor is asked for what is said in a file."""

from transcribe_video.transcript.language import AUTO, language_of

_ENGLISH = (
    "Transcribe what is said in “{name}”{spoken}, word for word. Put the words on a text track as "
    "captions, each with the time at which it is said, and change nothing else. If that is not "
    "possible, answer with the whole transcript in quotation marks."
)
_CHINESE = (
    "请逐字转写“{name}”中所说的话{spoken}。把文字作为字幕放到文字轨道上，每条标明说出的时间，"
    "其他内容不要改动。如果做不到，请在回复中用引号给出完整的文字稿。"
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
