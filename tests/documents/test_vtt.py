from html import unescape

import pysubs2

from transcribe_video.documents.registry import format_named
from transcribe_video.transcript.transcript import Transcript


def test_subtitles_have_voices_notes_and_escaped_text(interview: Transcript) -> None:
    assert format_named("vtt").write(interview).decode() == (
        "WEBVTT\n"
        "\n"
        "NOTE The file ends early: the last part could not be read.\n"
        "\n"
        "00:00:07.200 --> 00:00:09.000\n"
        "<v Ana>Why *is* 1 &lt; 2?</v>\n"
        "\n"
        "00:00:11.000 --> 00:00:13.100\n"
        "<v Ben &lt;1&gt;>Because R&amp;D --&gt; &lt;b&gt;says&lt;/b&gt; so.</v>\n"
    )


def test_a_player_reads_the_same_times(interview: Transcript) -> None:
    subtitles = pysubs2.SSAFile.from_string(format_named("vtt").write(interview).decode())

    assert [(event.start, event.end) for event in subtitles] == [(7_200, 9_000), (11_000, 13_100)]
    assert unescape(subtitles[1].plaintext) == "Because R&D --> <b>says</b> so."


def test_silence_is_a_valid_file_that_says_so(silence: Transcript) -> None:
    assert format_named("vtt").write(silence).decode() == (
        "WEBVTT\n\nNOTE No speech was found in this recording.\n"
    )


def test_an_arrow_stands_in_timing_lines_only(broken: Transcript) -> None:
    lines = format_named("vtt").write(broken).decode().splitlines()

    assert [line for line in lines if "-->" in line] == ["00:00:00.000 --> 00:00:02.000"]
