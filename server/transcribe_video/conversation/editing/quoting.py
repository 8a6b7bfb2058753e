"""What a message only mentions: quoted words and files. Nothing in them is a command."""

import re
from collections.abc import Iterator, Sequence

from transcribe_video.conversation.editing.dictionary import known_words
from transcribe_video.conversation.editing.folded import folded
from transcribe_video.conversation.editing.inscription import inscriptions
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.spoken import spoken_in
from transcribe_video.conversation.editing.token import Token
from transcribe_video.conversation.editing.topics import topics_in

_QUOTED = re.compile(
    r"“([^“”]{1,500})”|„([^„“”]{1,500})[“”]|\"([^\"]{1,500})\"|「([^「」]{1,500})」"
    r"|『([^『』]{1,500})』|«([^«»]{1,500})»|《([^《》]{1,500})》|`([^`\n]{1,500})`"
    r"|\uff02([^\uff02]{1,500})\uff02"
    r"|(?<![^\W\d_\u2e80-\u9fff])\u2018((?:[^\u2018\u2019\n]|\u2019(?=[^\W\u2e80-\u9fff])){1,500})"
    r"\u2019(?![^\W\u2e80-\u9fff])"
    r"|(?<![^\W\u2e80-\u9fff])'((?:[^'\n]|(?<=[^\W\u2e80-\u9fff])'(?=[^\W\u2e80-\u9fff])){1,500})'"
    r"(?![^\W_\u2e80-\u9fff])"
)
_SUFFIX = (
    r"\.(?:mp4|m4v|mov|avi|webm|mkv|mpe?g|mts|m2ts|3gp|wmv|flv|mp3|wav|m4a|aac|flac|ogg|oga|opus|"
    r"amr|wma|aiff?|png|jpe?g|webp|gif|bmp|heic|tiff?|svg)(?![a-z0-9])"
)
_FOLDERS = re.compile(r"(?<![a-z0-9_/\\])(?:\.?[a-z0-9_()\-]{1,60}[/\\]){1,12}$", re.IGNORECASE)
_FILE = re.compile(
    rf"(?:https?|file)://[^\s\"<>，。；]+|(?:~|\.{{1,2}}|[a-z]:)?[/\\][^\n\"<>，。；]{{1,200}}?{_SUFFIX}"
    rf"|(?<![a-z0-9_/\\])(?:[a-z0-9_()\-]{{1,60}}[/\\]){{1,12}}[\w()\-.]{{1,120}}?{_SUFFIX}"
    rf"|[a-z0-9_()\-.]{{1,120}}{_SUFFIX}|[\w()\-.]{{1,120}}?{_SUFFIX}",
    re.IGNORECASE,
)
_PRIME = re.compile(r"(?<!\d)(\d{1,3})['\u2032\u2019](\d{2})(?:[\"\u2033\u201d]|'')")
_NTH = r"(?:the\s+)?(\d{1,4})(?:st|nd|rd|th)"
_UNIT = r"[ -](second|minute)s?(?![\w'])"
_COUNTED = re.compile(
    rf"(?<![\w'])({_NTH}(?:{_UNIT})?)"
    rf"(?:\s*(?:to|until|till|through|and|-)\s*({_NTH}(?:{_UNIT}|(?![\w']))))?",
    re.IGNORECASE,
)
# Chinese puts no space between a verb and the name behind it.
_LEAD = re.compile(
    r"[^\s/\\]{0,100}(?:[和与跟及到、的换以由接]|音乐|配乐|图片|照片|视频|文件|歌曲|音频|素材|换成|改成|片头|片尾)"
    r"(?=[a-z0-9_])"
    r"|[^\s/\\]{0,100}(?:插入|加上|加入|添加|放上|放|显示|展示|配上|叠加|接上|拼上|配个|加个|放个|来个|用个|插个|垫个|加首|配首|放首|插张|放张|加张|使用|把|将|加|用)(?=[^.])",
    re.IGNORECASE,
)
_JOINING = (
    r"(?:\b(?:append|join|insert|attach|tack on|add)\s+"
    r"(?:(?:the|my)\s+)?(?:(?:file|video|clip)\s+)?"
    r"|接上|拼上|插入|拼接|加上)"
)
_UNITS = {"second": 1000, "minute": 60_000}
_LEAST = 2


def mentions_in(message: str, files: Sequence[str]) -> list[Token]:
    """What is mentioned, in order; nothing overlaps."""
    found: list[Token] = []
    quoted = (*_primes(message), *_nths(message), *_quotes(message, files), *_files(message, files))
    for token in (*quoted, *inscriptions(message), *spoken_in(message), *topics_in(message)):
        if all(token.end <= other.start or token.start >= other.end for other in found):
            found.append(token)
    return sorted(found, key=lambda token: token.start)


def _primes(message: str) -> Iterator[Token]:
    """Minutes and seconds as 1'20"."""
    for match in _PRIME.finditer(message):
        ms = (int(match[1]) * 60 + int(match[2])) * 1000
        yield Token(Sign.CLOCK, match.start(), match.end(), number=ms)


def _nths(message: str) -> Iterator[Token]:
    """Moments as “the 10th second”, also “from the 10th second to the 12th”."""
    for match in _COUNTED.finditer(message):
        _, count, unit, _, last_count, last_unit = match.groups()
        if not (unit or last_unit):
            continue
        for place, number, own in ((1, count, unit), (4, last_count, last_unit)):
            if number:
                ms = int(number) * _UNITS[(own or unit or last_unit).lower()]
                yield Token(Sign.CLOCK, *match.span(place), number=ms)


def _quotes(message: str, files: Sequence[str]) -> Iterator[Token]:
    for match in _QUOTED.finditer(message):
        text = next(filter(None, match.groups())).strip()
        if not text:
            continue
        name = _known(text, files) or (text if _FILE.fullmatch(text) else "")
        sign = Sign.FILE if name else Sign.QUOTE
        yield Token(sign, match.start(), match.end(), name or text)


def _files(message: str, files: Sequence[str]) -> Iterator[Token]:
    for name in sorted(files, key=len, reverse=True):
        if len(name) >= _LEAST and "." in name:
            pattern = re.compile(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", re.IGNORECASE)
            for match in pattern.finditer(message):
                folders = _FOLDERS.search(message[: match.start()])
                start = folders.start() if folders else match.start()
                yield Token(Sign.FILE, start, match.end(), name)
    yield from _stems(message, files)
    for match in _FILE.finditer(message):
        lead = _LEAD.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        written = message[start : match.end()]
        yield Token(Sign.FILE, start, match.end(), _known(written, files) or written)


def _stems(message: str, files: Sequence[str]) -> Iterator[Token]:
    """Files whose names are written without their ends, behind a verb of adding: “append part2”."""
    for name in sorted(files, key=len, reverse=True):
        stem = name.rpartition(".")[0]
        if len(stem) < _LEAST or folded(stem).text.strip() in known_words():
            continue
        pattern = re.compile(rf"{_JOINING}{re.escape(stem)}(?![\w.]*\w)", re.IGNORECASE)
        for match in pattern.finditer(message):
            yield Token(Sign.FILE, match.end() - len(stem), match.end(), name)


def _known(written: str, files: Sequence[str]) -> str:
    """The session's file that is meant; empty if none is."""
    last = re.split(r"[/\\]", written.strip())[-1].casefold()
    return next((name for name in files if name.casefold() == last), "")
