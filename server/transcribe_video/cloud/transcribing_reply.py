"""What was said, read from what the cloud's editor answers: pure.

The editor is asked to put the words between two marks. Where it does not, only what is plainly a
transcript counts: most of the answer is quoted speech, or it is announced as a transcript, or it
is long prose that is not about the editor's own doings. All else is the editor's talk, and a
talk that became a document would be worse than none.
"""

import re
from collections.abc import Iterator, Sequence

BEGIN_MARK, END_MARK = "«TRANSCRIPT»", "«END»"
_MARKED = re.compile(
    r"(?:«|<<)\s*TRANSCRIPT\s*(?:»|>>)[*_:\s]{0,6}(.*?)(?:[*_]*(?:«|<<)\s*END\s*(?:»|>>)|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_BLOCK = re.compile(r"^[ \t]*(`{3,}|~{3,})[^\n]*\n(.*?)\n[ \t]*\1[ \t]*$", re.MULTILINE | re.DOTALL)
_QUOTED_LINES = re.compile(r"(?:^[ \t]*>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_SIGN = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_QUOTED = re.compile(
    r"“([^“”]+)”|\"([^\"]+)\"|「([^「」]+)」|『([^『』]+)』|«([^«»]+)»|„([^„“”]+)[“”]", re.DOTALL
)
# An announcement: a line that names a transcript and ends with a colon.
_ANNOUNCED = re.compile(
    r"\A(?P<line>[^\n]{0,200}?(?:transcript(?:ion)?\b|文字稿|逐字稿|转写)[^\n]{0,80}?[:\uff1a])"
    r"\W{0,4}\s*(?P<rest>\S.*)\Z",
    re.DOTALL | re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\b(?:can['\u2019]?t|cannot|can not|unable|couldn['\u2019]t|could not|sorry|not able"
    r"|don['\u2019]t)\b"
    r"|无法|不能|抱歉|没有办法",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"\b(?:buttons?|click\w*|panels?|options?|menus?|tabs?|export\w*|timelines?|tracks?|captions?"
    r"|subtitles?|upload\w*|credits?|transcri\w+|your (?:video|clip|file|project)|editor"
    r"|i['\u2019]ve|i have (?:added|put|made)|i['\u2019]ll|let me know|would you like)\b"
    r"|点击|按钮|面板|导出|时间线|轨道|字幕|转写|积分|您的视频",
    re.IGNORECASE,
)
# What an editor calls by its name, in quotation marks.
_NAMED = re.compile(
    r"\b(?:titles?|tracks?|clips?|buttons?|options?|panels?|menus?|tabs?)\b|标题|轨道|按钮|面板|选项",
    re.IGNORECASE,
)
_SPACED = re.compile(r"\S+")
_LEAST_WORDS, _LEAST_COLUMNS = 3, 6
_LEAST_PROSE_WORDS, _LEAST_PROSE_COLUMNS = 40, 80
_QUOTED_SHARE = 0.6
_MOST_OF_TALK = 30  # words; between the marks, something longer is no refusal


def spoken_in(reply: str) -> tuple[str, ...]:
    """The passages of an answer that give what was said, each in one line; empty if none does."""
    for finder in (_between_marks, _blocks, _lines, _quotations, _announced, _prose):
        passages = tuple(filter(None, (_one_line(found) for found in finder(reply))))
        if _is_speech(" ".join(passages)):
            return passages
    return ()


def _between_marks(reply: str) -> Iterator[str]:
    for found in _MARKED.finditer(reply):
        words = _unfenced(found[1])
        if len(words.split()) > _MOST_OF_TALK or not (_REFUSES.search(words) and _talks(words)):
            yield from words.splitlines()


def _unfenced(text: str) -> str:
    fenced = _BLOCK.search(text)
    return _SIGN.sub("", fenced[2] if fenced else text)


def _blocks(reply: str) -> Iterator[str]:
    return _unless_refused(reply, [found[2] for found in _BLOCK.finditer(reply)])


def _lines(reply: str) -> Iterator[str]:
    quoted = [_SIGN.sub("", found[0]) for found in _QUOTED_LINES.finditer(reply)]
    return _unless_refused(reply, quoted)


def _unless_refused(reply: str, passages: Sequence[str]) -> Iterator[str]:
    """The passages, unless the talk around them is a refusal, as of one that quotes a menu."""
    around = reply
    for passage in passages:
        around = around.replace(passage, " ")
    if not _REFUSES.search(around):
        yield from filter(_is_speech, passages)


def _quotations(reply: str) -> Iterator[str]:
    """What stands in quotation marks, where it is most of what is said and not a name."""
    quoted, around = list(_QUOTED.finditer(reply)), _QUOTED.sub(" ", reply)
    is_most = sum(len(one[0]) for one in quoted) >= _QUOTED_SHARE * len(reply.strip())
    if is_most and not _REFUSES.search(around) and not _NAMED.search(around):
        passages = (next(filter(None, one.groups())) for one in quoted)
        yield from filter(_is_speech, passages)


def _announced(reply: str) -> Iterator[str]:
    found = _ANNOUNCED.match(reply.strip())
    if found and not _REFUSES.search(found["line"]):
        yield from _without_talk_at_end(found["rest"])


def _without_talk_at_end(text: str) -> list[str]:
    """The paragraphs up to a last one in which the editor speaks again."""
    paragraphs = [one for one in re.split(r"\n\s*\n", text) if one.strip()]
    while paragraphs and _talks(paragraphs[-1]):
        paragraphs.pop()
    return paragraphs


def _prose(reply: str) -> Iterator[str]:
    is_long = len(reply.split()) >= _LEAST_PROSE_WORDS
    is_long |= not reply.isascii() and len(reply.strip()) >= _LEAST_PROSE_COLUMNS
    if is_long and not _talks(reply) and not _REFUSES.search(reply):
        yield reply


def _talks(text: str) -> bool:
    return _TALKS.search(text) is not None


def _is_speech(passage: str) -> bool:
    """Whether it is more than a name: the title of a track is quoted as well."""
    is_spaced = len(_SPACED.findall(passage)) >= _LEAST_WORDS
    return is_spaced or (not passage.isascii() and len(passage) >= _LEAST_COLUMNS)


def _one_line(text: str) -> str:
    return " ".join(text.split())
