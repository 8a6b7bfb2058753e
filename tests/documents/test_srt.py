import pysubs2

from transcribe_video.documents.registry import format_named
from transcribe_video.transcript.transcript import Transcript


def test_subtitles_are_numbered_and_markup_is_shown_as_it_was_said(interview: Transcript) -> None:
    assert format_named("srt").write(interview).decode() == (
        "1\n"
        "00:00:07,200 --> 00:00:09,000\n"
        "Why *is* 1 < 2?\n"
        "\n"
        "2\n"
        "00:00:11,000 --> 00:00:13,100\n"
        "Because R&D --\u200b> <\u200bb>says<\u200b/b> so.\n"
    )


def test_a_player_reads_the_same_cues(interview: Transcript) -> None:
    subtitles = pysubs2.SSAFile.from_string(format_named("srt").write(interview).decode())

    assert [
        (event.start, event.end, event.plaintext.replace("\u200b", "")) for event in subtitles
    ] == [
        (7_200, 9_000, "Why *is* 1 < 2?"),
        (11_000, 13_100, "Because R&D --> <b>says</b> so."),
    ]


def test_silence_makes_no_subtitles(silence: Transcript) -> None:
    assert format_named("srt").write(silence) == b""


def test_untrusted_text_adds_no_subtitles(broken: Transcript) -> None:
    subtitles = pysubs2.SSAFile.from_string(format_named("srt").write(broken).decode())

    assert [event.plaintext.replace("\u200b", "") for event in subtitles] == [
        "Bell two 2 00:00:01,000 -->\n00:00:02,000 lines \ufffdend."
    ]
