import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.documents.md import escaped
from transcribe_video.documents.registry import format_named
from transcribe_video.transcript.transcript import Transcript


def test_markdown_has_headings_and_a_timecode_for_each_paragraph(interview: Transcript) -> None:
    assert format_named("md").write(interview).decode() == (
        "# an\\_interview\n"
        "\n"
        "- **File:** an\\_interview.mp4\n"
        "- **Length:** 1:02:03\n"
        "- **Language:** English\n"
        "- **Model:** whisper base\n"
        "\n"
        "## Notes\n"
        "\n"
        "- The file ends early: the last part could not be read.\n"
        "\n"
        "## Transcript\n"
        "\n"
        "**[0:07]** **Ana:** Why \\*is\\* 1 \\< 2?\n"
        "\n"
        "**[0:11]** **Ben \\<1\\>:** Because R&D --\\> \\<b\\>says\\</b\\> so.\n"
    )


def test_markdown_of_silence_says_so(silence: Transcript) -> None:
    text = format_named("md").write(silence).decode()
    assert text.endswith("## Transcript\n\nNo speech was found in this recording.\n")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a_b*c`d", r"a\_b\*c\`d"),
        ("[x](y) ![z]", r"\[x\](y) !\[z\]"),
        ("R&D &amp; &#65;", r"R&D \&amp; \&#65;"),
        ("$5 | ~6~", r"\$5 \| \~6\~"),
        ("C# is #1, in C#", r"C# is #1, in C\#"),
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("1. no list", "&#49;. no list"),
        ("1.5 million", "&#49;.5 million"),
        ("a\\b", r"a\\b"),
    ],
)
def test_markdown_special_characters_are_escaped(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"])))
def test_escaping_loses_nothing(text: str) -> None:
    shown = re.sub(r"^&#(\d+);", lambda code: chr(int(code[1])), escaped(text))
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", shown) == text
