"""What a message asks for by its keywords, and which documents."""

from collections.abc import Sequence

import pytest

from transcribe_video.conversation.routing import routed
from transcribe_video.conversation.wish import ALL_FORMATS
from transcribe_video.manifest import Manifest, Route


def _intent(message: str, routes: Sequence[Route]) -> str:
    """The one intent of a message."""
    [intent] = routed(message, routes).intents
    return intent


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("export it", "export"),
        ("Export!", "export"),
        ("please DOWNLOAD the film", "export"),
        ("Send me the video", "export"),
        ("导出", "export"),
        ("帮我导出视频", "export"),
        ("how many credits are left?", "credits"),
        ("我还有多少积分", "credits"),
        ("my balance", "credits"),
        ("status", "state"),
        ("what is the status?", "state"),
        ("显示状态", "state"),
        ("show tracks", "state"),
        ("upload: this", "upload"),
        ("上传一个文件", "upload"),
        ("cancel", "cancel"),
        ("Cancel the export, please", "cancel"),
        ("stop it", "cancel"),
        ("取消", "cancel"),
        ("请停止导出", "cancel"),
        ("make it shorter", "chat"),
        ("把它剪短", "chat"),
        ("", "chat"),
    ],
)
def test_a_message_means_what_its_keywords_say(
    message: str, intent: str, manifest: Manifest
) -> None:
    assert _intent(message, manifest.routing) == intent


@pytest.mark.parametrize(
    "message", ["add statues", "exported goods", "the imbalance", "uploading", "re_export"]
)
def test_a_keyword_inside_another_word_says_nothing(message: str, manifest: Manifest) -> None:
    assert _intent(message, manifest.routing) == "chat"


@pytest.mark.parametrize(
    "message",
    [
        "don't export yet",
        "Please do not export it.",
        "never download anything",
        "not the credits",
        "don't stop",
        "别取消",
        "先不要导出",
        "别上传",
    ],
)
def test_a_keyword_that_is_negated_says_nothing(message: str, manifest: Manifest) -> None:
    assert _intent(message, manifest.routing) == "chat"


@pytest.mark.parametrize(
    "message",
    [
        "I don't mind the length, export it",
        "no captions. Export it",
        "not yet? then export",
        "don't forget to export it",
        "why not export it",
        "不要字幕，导出",
        "能不能导出",
    ],
)
def test_a_negation_reaches_no_further_than_what_it_is_about(
    message: str, manifest: Manifest
) -> None:
    assert _intent(message, manifest.routing) == "export"


@pytest.mark.parametrize(
    "message",
    [
        "add the text 'Download now'",
        'a title that says "Export"',
        "加标题“导出”",
        "transcribe export.mp4",
        "transcribe /home/me/upload/a.mov",
        "a non-stop talk",
    ],
)
def test_a_keyword_that_is_only_mentioned_says_nothing(message: str, manifest: Manifest) -> None:
    assert _intent(message, manifest.routing) == "chat"


def test_a_message_in_quotation_marks_is_meant_as_if_it_were_not(manifest: Manifest) -> None:
    assert _intent("“export it”", manifest.routing) == "export"


@pytest.mark.parametrize("message", ["帮我export视频", "请upload一下", "export视频", "视频status"])
def test_a_keyword_is_found_where_the_words_around_it_are_not_spaced(
    message: str, manifest: Manifest
) -> None:
    assert _intent(message, manifest.routing) != "chat"


def test_the_order_of_the_table_says_nothing(manifest: Manifest) -> None:
    for routes in (manifest.routing, manifest.routing[::-1]):
        assert _intent("cancel the export", routes) == "cancel"
        assert _intent("do I have enough credits to export?", routes) == "credits"


def test_a_keyword_is_no_pattern() -> None:
    routes = (Route(intent="export", keywords=("sh.p",)),)
    assert _intent("ship it", routes) == "chat"
    assert _intent("sh.p it", routes) == "export"


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
def test_an_export_of_a_document_names_its_formats(
    message: str, formats: tuple[str, ...], manifest: Manifest
) -> None:
    assert routed(message, manifest.routing).formats == formats


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
def test_what_is_no_export_of_a_document_names_none(message: str, manifest: Manifest) -> None:
    assert routed(message, manifest.routing).formats == ()


@pytest.mark.parametrize(
    "message",
    ["make the captions pink", "make the subtitles yellow", "字幕改成紫色", "orange subtitles"],
)
def test_captions_of_another_colour_are_no_document(manifest: Manifest, message: str) -> None:
    assert _intent(message, manifest.routing) == "chat"


def test_subtitles_that_are_only_named_are_a_document(manifest: Manifest) -> None:
    assert _intent("make the subtitles", manifest.routing) == "document"


@pytest.mark.parametrize(
    "message",
    [
        "turn on captions",
        "turn captions on",
        "enable the subtitles",
        "captions on",
        "subtitles off",
        "turn on word-by-word captions",
        "captions on but not burned in",
        "开启字幕",
        "关闭字幕",
        "burn the captions in, with a black background",
        "captions burned in please",
        "字幕烧进画面，黑色背景",
        "把字幕压进视频",
    ],
)
def test_captions_that_are_switched_are_those_of_the_video(
    message: str, manifest: Manifest
) -> None:
    assert _intent(message, manifest.routing) == "chat"


@pytest.mark.parametrize(
    ("message", "formats"),
    [
        ("captions please", ("vtt",)),
        ("I want captions", ("vtt",)),
        ("a word-by-word transcript please", ("docx", "txt")),
        ("turn it into an srt", ("srt",)),
    ],
)
def test_captions_that_are_handed_over_are_a_document(
    message: str, formats: tuple[str, ...], manifest: Manifest
) -> None:
    assert routed(message, manifest.routing).intents == ("document",)
    assert routed(message, manifest.routing).formats == formats


@pytest.mark.parametrize(
    "message",
    [
        "put 'Hello' as a subtitle at 0:10 for 3 seconds",
        "show the caption “Hello” from 0:10 to 0:13",
        "put “Hello” as a caption for 3 s",
        "0:10处显示字幕“你好”3秒",
    ],
)
def test_a_text_that_is_shown_for_a_while_is_no_document(message: str, manifest: Manifest) -> None:
    assert _intent(message, manifest.routing) == "chat"


@pytest.mark.parametrize(
    ("message", "intents"),
    [
        ("导出视频并把字幕烧进画面", ("export",)),
        ("给我srt，字幕烧进画面", ("chat", "document")),
    ],
)
def test_captions_that_are_burned_in_are_no_document(
    message: str, intents: tuple[str, ...], manifest: Manifest
) -> None:
    assert routed(message, manifest.routing).intents == intents
