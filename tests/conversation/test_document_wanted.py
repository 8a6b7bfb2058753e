import pytest

from transcribe_video.conversation.intents import document_wanted
from transcribe_video.conversation.wish import ALL_FORMATS


@pytest.mark.parametrize(
    ("message", "formats"),
    [
        ("export the transcript", ("docx", "txt")),
        ("export the transcript as Word", ("docx",)),
        ("Export the transcript as a Word document, please", ("docx",)),
        ("export the subtitles", ("srt",)),
        ("export the captions", ("vtt",)),
        ("export the subtitles as vtt", ("vtt",)),
        ("download the transcript in markdown and json", ("md", "json")),
        ("send me the transcript as plain text", ("txt",)),
        ("save the interview as docx", ("docx",)),
        ("export it as .srt", ("srt",)),
        ("export the video's subtitles", ("srt",)),
        ("export the transcript of the video", ("docx", "txt")),
        ("export Word and subtitles", ("docx", "srt")),
        ("export the transcript, not the video, as srt", ("srt",)),
        ("export it in all formats", ALL_FORMATS),
        ("export the transcript as PDF", ("pdf",)),
        ("export the video and the subtitles", ("srt",)),
        ("导出字幕", ("srt",)),
        ("匯出字幕", ("srt",)),
        ("导出文字稿", ("docx", "txt")),
        ("把文字稿导出成 Word 文档", ("docx",)),
        ("下载字幕和纯文本", ("srt", "txt")),
        ("把字幕发给我", ("srt",)),
    ],
)
def test_an_export_of_a_document_names_its_formats(message: str, formats: tuple[str, ...]) -> None:
    assert document_wanted(message) == formats


@pytest.mark.parametrize(
    "message",
    [
        "export it",
        "export",
        "download the video",
        "send me the video",
        "export the video with subtitles",
        "export the captioned video",
        "export an MP4 without subtitles",
        "export as 1080p mp4 with captions",
        "don't export the subtitles yet",
        "don't export yet",
        "transcribe it as Word",
        "add subtitles",
        "add the text 'export the transcript'",
        "what does the transcript say?",
        "is the Word document exported?",
        "make it shorter",
        "",
        "导出视频",
        "导出带字幕的视频",
        "先别导出字幕",
        "不要导出字幕",
        "转写成 Word",
    ],
)
def test_what_is_no_export_of_a_document_names_none(message: str) -> None:
    assert document_wanted(message) == ()
