"""The formats that a transcript can be written in, and how people name them."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from transcribe_video.documents.format import Format
from transcribe_video.documents.json import write_json
from transcribe_video.documents.md import write_md
from transcribe_video.documents.srt import write_srt
from transcribe_video.documents.txt import write_txt
from transcribe_video.documents.vtt import write_vtt
from transcribe_video.errors import UsageError
from transcribe_video.transcript.transcript import Transcript


def _write_docx(transcript: Transcript) -> bytes:
    # Word's library takes a tenth of a second to load: only who wants a Word file waits for it.
    from transcribe_video.documents.docx import write_docx  # noqa: PLC0415

    return write_docx(transcript)


def _format(name: str, title: str, writer: Callable[[Transcript], bytes], *aliases: str) -> Format:
    return Format(name, f".{name}", title, frozenset(aliases), writer)


FORMATS = (
    _format("docx", "Word document", _write_docx, "word", "doc", "ms word", "microsoft word"),
    _format("txt", "plain text", write_txt, "text", "plain", "plaintext", "文本", "纯文本"),
    _format("md", "Markdown", write_md),
    _format("srt", "SubRip subtitles", write_srt, "subrip", "subtitle", "subtitles", "字幕"),
    _format("vtt", "WebVTT subtitles", write_vtt, "webvtt", "captions"),
    _format("json", "JSON with every word's time", write_json),
)
_BY_NAME = {
    name: found for found in FORMATS for name in (found.name, *found.aliases, found.title.lower())
}


def format_named(name: str) -> Format:
    """The format of that name, however it is written: ``DOCX``, ``.docx``, ``Word``.

    Raises:
        UsageError: there is none; the sentence names the known ones and the nearest.
    """
    wanted = name.strip().lower().removeprefix("*").removeprefix(".")
    found = _BY_NAME.get(wanted)
    if found is None:
        raise _unknown(name, wanted)
    return found


def formats_named(names: Iterable[str]) -> tuple[Format, ...]:
    """The formats of those names, each once, in order; a name may be a list with commas.

    Raises:
        UsageError: one of them is not known.
    """
    single = (part for name in names for part in name.split(","))
    return tuple(dict.fromkeys(format_named(name) for name in single if name.strip()))


def _unknown(name: str, wanted: str) -> UsageError:
    *most, last = (known.name for known in FORMATS)
    near = get_close_matches(wanted, _BY_NAME, n=1)
    remedy = f"The nearest is {_BY_NAME[near[0]].name}" if near else "Choose one of them"
    why = f"the known ones are {', '.join(most)} and {last}"
    return UsageError(f"“{name}” is not a document format", why, remedy)
