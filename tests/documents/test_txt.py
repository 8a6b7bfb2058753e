from transcribe_video.documents.registry import format_named
from transcribe_video.transcript.transcript import Transcript


def test_a_text_has_a_heading_and_a_timecode_for_each_paragraph(interview: Transcript) -> None:
    assert format_named("txt").write(interview).decode() == (
        "an_interview\n"
        "\n"
        "File: an_interview.mp4\n"
        "Length: 1:02:03\n"
        "Language: English\n"
        "Model: whisper base\n"
        "\n"
        "Note: The file ends early: the last part could not be read.\n"
        "\n"
        "[0:07] Ana: Why *is* 1 < 2?\n"
        "\n"
        "[0:11] Ben <1>: Because R&D --> <b>says</b> so.\n"
    )


def test_a_text_of_silence_says_so(silence: Transcript) -> None:
    assert format_named("txt").write(silence).decode() == (
        "silence\n"
        "\n"
        "File: silence.mp4\n"
        "Length: 0:10\n"
        "Model: whisper base\n"
        "\n"
        "No speech was found in this recording.\n"
    )


def test_untrusted_text_adds_no_lines(broken: Transcript) -> None:
    lines = format_named("txt").write(broken).decode().splitlines()

    assert lines[-1] == ("[0:00] A na: Bell two 2 00:00:01,000 --> 00:00:02,000 lines \ufffdend.")
    assert lines[0] == "a bgpj"
