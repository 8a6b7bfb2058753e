import pytest

from transcribe_video.documents.format import Format
from transcribe_video.documents.registry import FORMATS, format_named, formats_named
from transcribe_video.errors import UsageError
from transcribe_video.transcript.transcript import Transcript


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("docx", "docx"),
        ("DOCX", "docx"),
        (" .docx ", "docx"),
        ("*.srt", "srt"),
        ("Word", "docx"),
        ("Word document", "docx"),
        ("text", "txt"),
        ("Markdown", "md"),
        ("subtitles", "srt"),
        ("字幕", "srt"),
        ("WebVTT", "vtt"),
        ("JSON", "json"),
    ],
)
def test_a_format_has_many_names(name: str, found: str) -> None:
    assert format_named(name).name == found


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("docs", "The nearest is docx."),
        ("markdwon", "The nearest is md."),
        ("ü", "Choose one of them."),
    ],
)
def test_an_unknown_format_names_the_known_ones_and_the_nearest(name: str, remedy: str) -> None:
    with pytest.raises(UsageError) as raised:
        format_named(name)
    assert str(raised.value) == (
        f"“{name}” is not a document format: "
        f"the known ones are docx, txt, md, srt, vtt and json. {remedy}"
    )


@pytest.mark.parametrize("name", ["", ".", " "])
def test_no_name_is_not_a_format(name: str) -> None:
    with pytest.raises(UsageError, match="is not a document format"):
        format_named(name)


def test_several_formats_are_found_each_once_in_order() -> None:
    found = formats_named(["srt, Word", "docx", "txt,"])
    assert [format_.name for format_ in found] == ["srt", "docx", "txt"]


def test_formats_end_in_suffixes_of_their_own() -> None:
    assert [format_.suffix for format_ in FORMATS] == [
        ".docx",
        ".txt",
        ".md",
        ".srt",
        ".vtt",
        ".json",
    ]


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
def test_the_same_transcript_makes_the_same_bytes(format_: Format, broken: Transcript) -> None:
    assert format_.write(broken) == format_.write(broken)
