"""The place at which a message wants a finished file to be."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_VERB = (
    r"\b(?:export|sav|writ|render|output|stor|deliver|download)(?:e|es|ing|s)?\b"
    r"|导出|输出|保存|另存|存|(?<![转听])写|下载"
)
_TRANSCRIBES = r"\btranscri(?:be|bes|bing|ption)\b|转写|听写|转录|转成文字"
# Words between which and the path nothing else stands.
_TOWARDS = (
    r"(?:(?<![\w/\\.~-])(?P<way>to|into|in|as|at|under)\b\s*(?:(?:the|a|my)\s+)?(?:(?:folder|directory|file|path)\s+)?"
    r"|(?P<zh>[到至在成为入])\s*(?:文件夹|目录|文件)?)\s*:?\s*"
)
_PATH = r"(?:~|\.{1,2}(?=[/\\])|/|[A-Za-z]:[/\\]|\\\\)"
_REST = rf"(?P<quote>[\"'`“‘«「『]?)(?P<path>{_PATH}[^\n]*)"  # noqa: RUF001
_PLACE = re.compile(
    rf"(?P<verb>{_VERB})[^;!?；！？\n]{{0,100}}?{_TOWARDS}{_REST}",
    re.IGNORECASE,
)
# What is transcribed may lie *in* a folder, and only goes *to* one.
_TRANSCRIBED = re.compile(
    rf"(?P<verb>{_TRANSCRIBES})[^;!?；！？\n]{{0,300}}?"
    rf"(?=(?:to|into)\b|(?<=[\sA-Za-z0-9写录文字稿档本”\"'」』])[到至入]){_TOWARDS}{_REST}",
    re.IGNORECASE,
)
_QUOTES = dict(zip("\"'`“‘«「『", "\"'`”’»」』", strict=True))  # noqa: RUF001 - people type them
_AT = frozenset({"in", "at", "under", "在"})  # where a file stands, it is one that is there
_FORMATS = r"mp4|mov|webm|mkv|docx|txt|md|srt|vtt|json|otio|fcpxml|edl"
_SUFFIX = re.compile(rf"\.(?P<format>{_FORMATS})(?![\w/\\.])", re.IGNORECASE | re.ASCII)
# A name alone: of one word, or of a few that say nothing else.
_NO_NAME = r"[^\n/\\,;:!?，；：。！？、\"“”‘’'`「」]"  # noqa: RUF001
_STOP_WORDS = r"and|then|or|to|as|in|into|with|from|of|for|at|by|on|before|after|without"
_SPOKEN_NAME = (
    rf"(?!(?:{_FORMATS})\s)(?:(?!\s(?:{_STOP_WORDS})\s){_NO_NAME}){{1,60}}?"
    rf"\.(?:{_FORMATS})(?![\w/\\.-])"
)
_QUOTED_NAME = rf"[\"“‘'「](?P<quoted>[^\"“”‘’「」/\\\n]{{1,100}}\.(?:{_FORMATS}))[\"”’'」]"  # noqa: RUF001
_NAMED = re.compile(
    rf"(?P<verb>{_VERB})[^;!?；！？\n]{{0,100}}?"
    r"(?P<way>(?<![\w/\\.~-])(?:to|as|under|called|named|call(?:ing)?\s+it|nam(?:e|ing)\s+it)\s+"
    r"(?:(?:the|a|my)\s+)?(?:(?:file|name)\s+)?|(?:成|为|到|叫做?|命名为|名为|名字是?)\s*)"
    rf"(?:{_QUOTED_NAME}|(?P<name>{_SPOKEN_NAME}))",
    re.IGNORECASE,
)
_OTHER_WORDS = re.compile(r"[,;，；、]|\s(?:and|then|or|to|as|in|into|with)\s|\s[/~]")
_STOPS = ".,;:!?)，。；：！？）"
_INSIDE = re.compile(r"(?<=[!-~])(?:文件夹|目录)?(?:里面|里|中|下)?$")


@dataclass(frozen=True, slots=True)
class Destination:
    """A place that a message names.

    Attributes:
        path: as it is typed there, without quotes; a name alone tells no folder.
        rest: the message without it, as one that asks for an export, or a transcription; the
            format that its name tells is put in its place.
    """

    path: str
    rest: str


def destination_in(
    message: str, is_folder: Callable[[str], bool] = lambda _: False
) -> Destination | None:
    """The place to which a message wants something exported or transcribed; None if it names none.

    A path in quotes is whole. Another ends with the suffix of a format, where a folder that is
    there ends, or at the first space.

    Args:
        message: what somebody says.
        is_folder: whether there is a folder of that name.
    """
    found = _PLACE.search(message) or _TRANSCRIBED.search(message)
    if found is None:
        return _named_in(message)
    is_export = re.fullmatch(_VERB, found["verb"], re.IGNORECASE) is not None
    is_about = (found["way"] or found["zh"]).lower() in _AT
    path = _typed(found["path"], _QUOTES.get(found["quote"], ""), is_folder)
    behind = found.start("path") + len(path)
    if found["quote"] and message[behind : behind + 1] == _QUOTES[found["quote"]]:
        behind += 1
    export = "export" if found["verb"].isascii() else "导出"
    verb = export if is_export else found["verb"]
    before = message[: found.start()] + verb + message[found.end("verb") : found.start("quote")]
    suffix = _SUFFIX.search(path)
    if suffix and is_about:
        return None  # “write down what is said in /films/talk.mp4”
    named = f" as {suffix['format'].lower()} " if suffix else " "
    rest = re.sub(rf"{_TOWARDS}$", "", before, flags=re.IGNORECASE) + named + message[behind:]
    rest = " ".join(rest.split())
    name = None if suffix else _named_in(rest)
    if name is not None and is_export:  # “to ~/Movies as final.mp4”
        return Destination(f"{path.rstrip('/')}/{name.path}", name.rest)
    return Destination(path, rest)


def video_name_in(message: str) -> str | None:
    """The name alone that a message wants an exported video to have; None if it tells none."""
    found = _named_in(message)
    is_video = found is not None and found.path.lower().endswith(".mp4")
    return found.path if found and is_video else None


def _named_in(message: str) -> Destination | None:
    """A name alone that the exported file shall have."""
    found = _NAMED.search(message)
    if found is None:
        return None
    name = found["quoted"] or found["name"]
    suffix = name.rpartition(".")[2].lower()
    export = "export" if found["verb"].isascii() else "导出"
    before = message[: found.start()] + export + message[found.end("verb") : found.start("way")]
    rest = f"{before} as {suffix} {message[found.end() :]}"
    return Destination(name.strip(), " ".join(rest.split()))


def _typed(text: str, closing: str, is_folder: Callable[[str], bool]) -> str:
    """How far the path at the beginning of a text goes."""
    if closing and closing in text:
        return text[: text.index(closing)]
    for found in reversed([*re.finditer(r"(?=\s)|$", text)]):
        path = text[: found.start()].rstrip(_STOPS)
        if re.search(r"\s", path) and is_folder(path):
            return path
    suffix = _SUFFIX.search(text)
    if suffix and not _OTHER_WORDS.search(text[: suffix.end()]):
        return text[: suffix.end()]
    path = re.split(r"(?<!\\)[\s\"”，。；！？]", text)[0].rstrip(_STOPS)
    return _INSIDE.sub("", path) if not is_folder(path) else path
