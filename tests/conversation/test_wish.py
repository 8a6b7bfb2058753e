"""What is read from the words of a message, trap by trap."""

import pytest

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.wish import Wish, wish_of

NAMES = ("interview.mov", "word.mp4", "会议.m4a", "a")
EDIT, TRANSLATE, READ = ((kind, "") for kind in (Kind.EDIT, Kind.TRANSLATE, Kind.READ))


@pytest.mark.parametrize(
    ("message", "wish"),
    [
        ("transcribe word.mp4", Wish(transcribes=True, chosen=(1,))),
        ("transcribe word for word", Wish(transcribes=True, quality="best")),
        ("transcribe every word", Wish(transcribes=True)),
        ("transcribe it, in two words: quickly!", Wish(transcribes=True, quality="fast")),
        ("transcribing", Wish(transcribes=True)),
        ("untranscribed", Wish()),
        ("transcribe_video", Wish()),
        ("no rush, transcribe it", Wish(transcribes=True)),
        ("it was not so loud; transcribe it", Wish(transcribes=True)),
        ("Never transcribe that.", Wish()),
        ("Would you mind transcribing it?", Wish(transcribes=True)),
        ("is it possible to transcribe it?", Wish(transcribes=True)),
        ("Hi, how do I transcribe a video?", Wish(is_question=True)),
        ("Transcribe it. How long will it take?", Wish(transcribes=True, is_question=True)),
        ("transcribe what she says", Wish(transcribes=True)),
        ("summarise the transcript", Wish(misses=(READ,))),
        ("transcribe and summarise it", Wish(transcribes=True, misses=(READ,))),
        ("transcribe the music video", Wish(transcribes=True)),
        ("transcribe it and add music", Wish(transcribes=True, misses=(EDIT,))),
        ("polish the video", Wish()),
        ("transcribe the Polish video", Wish(transcribes=True, language="pl")),
        ("they speak Swiss German, transcribe", Wish(transcribes=True, language="de")),
        ("it's not in English, it's in Welsh", Wish(transcribes=True, language="cy")),
        ("transcribe from Dutch", Wish(transcribes=True, language="nl")),
        (
            "give me English subtitles",
            Wish(documents=True, exports_document=True, formats=("srt",), misses=(TRANSLATE,)),
        ),
        (
            "The recording is German but I want the text in English",
            Wish(documents=True, language="de", misses=(TRANSLATE,)),
        ),
        ("Run it again but in French", Wish(transcribes=True, language="fr")),
        (
            "transcribe it to text and save as a Word document",
            Wish(transcribes=True, documents=True, exports_document=True, formats=("docx",)),
        ),
        ("字幕转成 Word", Wish(documents=True, formats=("docx",))),
        ("a high quality MP4", Wish(video=True)),
        ("fast but accurate: transcribe", Wish(transcribes=True)),
        ("transcribe the mp4 from the 1080p camera", Wish(transcribes=True)),
        ("convert this mp4 to a 1080p mp4", Wish(video=True, resolution="1080p")),
        ("convert the 4k video to text", Wish(transcribes=True)),
        (
            "give me an MP4 and subtitles",
            Wish(documents=True, exports_document=True, formats=("srt",), video=True),
        ),
        ("an MP4 with subtitles", Wish(video=True, captions="soft")),
        ("I want a video with captions", Wish(video=True, captions="soft")),
        ("export it without subtitles", Wish(video=True, captions="off", unwanted=("srt",))),
        (
            "as Word, and add subtitles",
            Wish(documents=True, formats=("docx", "srt")),
        ),
        ("export the audio", Wish(misses=((Kind.UNKNOWN_VIDEO, "audio"),))),
        ("save it as out.mp4", Wish(video=True)),
        ("add the word Stop at the end", Wish(is_stop=True)),
        ("don't stop", Wish()),
        ("stop, and transcribe it again", Wish(transcribes=True)),
        (
            "transcribe http://example.org/a.mp4",
            Wish(transcribes=True, strangers=("a.mp4",)),
        ),
        ("transcribe https://example.org/x/interview.mov", Wish(transcribes=True, chosen=(0,))),
        (r"transcribe C:\films\interview.mov", Wish(transcribes=True, chosen=(0,))),
        ('transcribe "my film.mp4"', Wish(transcribes=True, strangers=("my film.mp4",))),
        ("transcribe a film", Wish(transcribes=True)),
        ("", Wish()),
        (
            "convert it to text and subtitles",
            Wish(transcribes=True, documents=True, formats=("srt", "txt")),
        ),
        ("转成Word，再加字幕", Wish(documents=True, formats=("docx", "srt"))),
        ("this 1080p mp4", Wish()),
        ("the subtitles are wrong", Wish()),
        ("thanks for everything", Wish()),
        ("转录一下，别加字幕", Wish(transcribes=True)),
        ("不错，转录吧", Wish(transcribes=True)),
        ("不是英语，是法语", Wish(transcribes=True, language="fr")),
        (
            "转写会议.m4a，不要字幕和JSON",
            Wish(transcribes=True, chosen=(2,), unwanted=("srt", "json")),
        ),
        ("德语视频转成文字", Wish(transcribes=True, language="de")),
        ("转写他说了什么", Wish(transcribes=True)),
        ("视频里说了什么", Wish(misses=((Kind.READ, ""),))),
        ("转好了吗", Wish(is_question=True)),
    ],
)
def test_a_message_is_read_as_it_is_meant(message: str, wish: Wish) -> None:
    assert wish_of(message, NAMES) == wish
