"""What a message mentions and does not say: files, quoted words, parts of a recording.

Each is taken out of the text, so that a file named “word.mp4” or the quoted words “Download now”
are no orders, and stands in it as one character that nobody writes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.lexeme import Lexeme
from transcribe_video.conversation.tokens import plain, tokens_of
from transcribe_video.conversation.vocabulary import vocabulary
from transcribe_video.transcript.script import unspaced

_FIRST_MARK, _MOST_MARKS = 0xE000, 6000  # of the characters that are nobody's
_NOBODYS = re.compile(r"[\ue000-\uf8ff]")
_SUFFIX = (
    r"\.(?:mp4|m4v|mov|avi|webm|mkv|mpe?g|mts|m2ts|3gp|wmv|flv|mp3|wav|m4a|aac|flac|ogg|oga|opus|"
    r"amr|wma|aiff?)"
)
_URL = re.compile(r"(?:https?|file)://[^\s\"<>]+")
_QUOTED = re.compile(r"\"([^\"]{1,300})\"|(?<!\w)'([^']{1,300})'(?!\w)")
# Chinese goes on behind a suffix without a space.
_PATH = re.compile(
    r"(?<![\w/\\])(?:~|\.{1,2}|[a-z]:)?[/\\]"
    r"(?:[^\s\"']*?\.[a-z0-9]{2,4}(?=[\u2e80-\u9fff])|[^\s\"']+)"
)
# A path with spaces in it, up to the first suffix.
_SPACED = re.compile(
    rf"(?<![^\W\u2e80-\u9fff])(?<![/\\.~:])(?:~|\.{{1,2}}|[a-z]:)?[/\\][^\"\n]{{1,500}}?{_SUFFIX}"
    r"(?![a-z0-9/\\])"
)
_ESCAPED = re.compile(r"\\(?=[ ()'&])")
# What stands between a path and a name that is no part of it.
_BETWEEN = re.compile(
    r"[,;，；、]|\b(?:and|then|or|to|as|into|with|from|of|not|transcribe|export|cut|burn)\b"
)
_STRANGER = re.compile(rf"(?<![a-z0-9_.()\-])[a-z0-9_.()\-]*[a-z0-9_)]{_SUFFIX}(?![a-z0-9])")
_MEDIA = re.compile(rf".*{_SUFFIX}", re.DOTALL)
_PART = re.compile(
    r"\b(?:first|last|next|opening|closing) (?:\w+ )?(?:seconds?|minutes?|hours?|half|part)\b"
    r"|\d:\d\d(?::\d\d)? ?(?:-|to|and|until|到|至) ?\d*\d:\d\d"
    r"|[前后] ?[\d一二三四五六七八九十半两]+ ?(?:分钟|秒|小时)"
)
# A name without its suffix counts only behind one of these: it may be an ordinary word.
_BEFORE_STEM = ("the", "only", "just", "file", "transcribe", "transcribing", "export")
_BEFORE_STEM_UNSPACED = ("转写", "转录", "只", "把", "将", "文件")
_SHORTEST_STEM = 2
# Quotation marks around one of these change nothing: as “Word”.
_OPTIONS = {
    Kind.FORMAT,
    Kind.SUBTITLE,
    Kind.ALL_FORMATS,
    Kind.UNKNOWN_FORMAT,
    Kind.MP4,
    Kind.RESOLUTION,
    Kind.LANGUAGE,
    Kind.QUALITY,
    Kind.NUMBER,
}


@dataclass(slots=True)
class Mentions:
    """A text from which what it mentions is taken out.

    Attributes:
        text: the rest of it.
        lexemes: what stands for each of the characters in it that nobody writes.
    """

    text: str
    lexemes: dict[str, Lexeme] = field(default_factory=dict)

    def take(self, pattern: re.Pattern[str], kind: Kind, value: str | None = None) -> None:
        """Take out what matches; the value is what was matched, if none is given."""
        self.text = pattern.sub(
            lambda found: self.mark(kind, found[0] if value is None else value), self.text
        )

    def mark(self, kind: Kind, value: str) -> str:
        """A new character that stands for something."""
        if len(self.lexemes) == _MOST_MARKS:
            return " "
        mark = chr(_FIRST_MARK + len(self.lexemes))
        self.lexemes[mark] = Lexeme(kind, value)
        return f" {mark} "


def mentions_in(
    message: str, names: Sequence[str] = (), paths: Sequence[str | None] = ()
) -> Mentions:
    """The message without what it only mentions.

    Args:
        message: as it was written.
        names: of the files that it may mean; a ``FILE``'s value is its place among them.
        paths: where these lie, in the same order; None where nobody knows.
    """
    known = [plain(name) for name in names]
    lying = [plain(path or "") for path in paths] or [""] * len(known)
    found = Mentions(_unwrapped(_NOBODYS.sub(" ", plain(message))))
    found.text = _URL.sub(
        lambda url: _named(found, unquote(url[0]), known, is_file=True), found.text
    )
    _take_paths(found, lying)
    found.text = _QUOTED.sub(lambda quote: _longer(found, quote, known), found.text)
    found.text = _SPACED.sub(lambda path: _longer(found, path, known), found.text)
    _take_names(found, known, lying)
    found.text = _QUOTED.sub(lambda quote: _quoted(found, quote[1] or quote[2], known), found.text)
    found.text = _PATH.sub(lambda path: _named(found, path[0], known), found.text)
    found.take(_STRANGER, Kind.STRANGER)
    _take_stems(found, known)
    found.take(_PART, Kind.PART)
    return found


def _unwrapped(text: str) -> str:
    """A message that is quoted as a whole is meant as if it were not."""
    inner = text.strip().removeprefix('"').removesuffix('"')
    return inner if text.strip() == f'"{inner}"' and '"' not in inner else text


def _named(found: Mentions, path: str, known: Sequence[str], *, is_file: bool = False) -> str:
    """What stands for a path or an address."""
    name = re.split(r"[/\\]", path.rstrip("/\\.,;!?"))[-1]
    if name in known:
        return found.mark(Kind.FILE, str(known.index(name)))
    is_media = is_file or _MEDIA.fullmatch(name) is not None
    return found.mark(Kind.STRANGER if is_media else Kind.OTHER, name)


def _quoted(found: Mentions, content: str, known: Sequence[str]) -> str:
    """What stands for something in quotation marks: a file, an option, or words to leave alone."""
    stems = [_stem(name) for name in known]
    if content in stems:
        return found.mark(Kind.FILE, str(stems.index(content)))
    if _MEDIA.fullmatch(content):
        return _named(found, content, known)
    is_option = vocabulary().get(tokens_of(content), (Kind.OTHER, ""))[0] in _OPTIONS
    is_known = is_option or set(content.split()) <= set(found.lexemes)
    return f" {content} " if is_known else found.mark(Kind.OTHER, "")


def _longer(found: Mentions, match: re.Match[str], known: Sequence[str]) -> str:
    """What stands for a file whose name only ends like a known one: “my talk.mp4” is no “talk.mp4”.

    What is something else stays as it is.
    """
    content = next(filter(None, match.groups()), match[0])
    last = re.split(r"[/\\]", _ESCAPED.sub("", content))[-1]
    if not re.search(r"\s", content) or not _MEDIA.fullmatch(content):
        return match[0]
    if last in known:
        return found.mark(Kind.FILE, str(known.index(last)))
    before = next((last.removesuffix(name) for name in known if last.endswith(f" {name}")), None)
    if before is None or _BETWEEN.search(before):
        return match[0]
    return found.mark(Kind.STRANGER, last)


def _take_paths(found: Mentions, paths: Sequence[str]) -> None:
    """Take out the whole paths of known files, the longest first."""
    for place, path in sorted(enumerate(paths), key=lambda item: -len(item[1])):
        if path:
            around = rf"(?<![\w/\\.~]){re.escape(path)}(?![^\W\u2e80-\u9fff])(?![/\\])"
            found.take(re.compile(around), Kind.FILE, str(place))


def _take_names(found: Mentions, known: Sequence[str], paths: Sequence[str]) -> None:
    """Take out the whole names of known files, the longest first, with the folders before them."""
    for place, name in sorted(enumerate(known), key=lambda item: -len(item[1])):
        if not _stem(name).strip() or "." not in name:
            continue
        before = "" if unspaced(name[0]) else r"(?<![^\W\u2e80-\u9fff])"
        pattern = re.compile(rf"{before}{re.escape(name)}(?![^\W\u2e80-\u9fff])")
        while match := pattern.search(found.text):
            start = _start_of_path(found.text, match.start())
            is_here = _may_lie(found.text[start : match.start()], paths[place])
            mark = found.mark(*((Kind.FILE, str(place)) if is_here else (Kind.STRANGER, name)))
            found.text = f"{found.text[:start]}{mark}{found.text[match.end() :]}"


def _may_lie(folders: str, path: str) -> bool:
    """Whether a file may lie in those folders: the nearest bears the same name."""
    parts = [part for part in re.split(r"[/\\]", folders) if part.strip("~.")]
    there = re.split(r"[/\\]", path)[:-1]
    return not (parts and path) or parts[-1] == there[-1]


def _start_of_path(text: str, end: int) -> int:
    """Where the folders begin that stand before a name; ``end`` if there are none."""
    if text[end - 1 : end] not in {"/", "\\"}:
        return end
    start = max(text.rfind(mark, 0, end) for mark in " \n\t\"'") + 1
    root = re.search(r"~|\.{0,2}[/\\]|[a-z]:[/\\]", text[start:end])
    return start + root.start() if root else end


def _take_stems(found: Mentions, known: Sequence[str]) -> None:
    """Take out names of known files without their suffix, where they can be nothing else."""
    for place, name in sorted(enumerate(known), key=lambda item: -len(item[1])):
        stem = _stem(name)
        kind, _ = vocabulary().get(tokens_of(stem), (Kind.RECORDING, ""))
        if len(stem) < _SHORTEST_STEM or stem.isdecimal() or kind is not Kind.RECORDING:
            continue
        spaced, unspaced_ = "|".join(_BEFORE_STEM), "|".join(_BEFORE_STEM_UNSPACED)
        before = rf"(\b(?:{spaced}) |(?:{unspaced_}) ?)"
        pattern = re.compile(rf"{before}{re.escape(stem)}(?![^\W\u2e80-\u9fff])")
        if pattern.search(found.text):
            mark = found.mark(Kind.FILE, str(place))
            found.text = pattern.sub(rf"\g<1>{mark}", found.text)


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name
