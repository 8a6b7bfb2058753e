import pytest

from transcribe_video.conversation.intents import intent_of
from transcribe_video.manifest import Manifest, Route


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
    assert intent_of(message, manifest.routing) == intent


@pytest.mark.parametrize(
    "message", ["add statues", "exported goods", "the imbalance", "uploading", "re_export"]
)
def test_a_keyword_inside_another_word_says_nothing(message: str, manifest: Manifest) -> None:
    assert intent_of(message, manifest.routing) == "chat"


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
    assert intent_of(message, manifest.routing) == "chat"


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
    assert intent_of(message, manifest.routing) == "export"


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
    assert intent_of(message, manifest.routing) == "chat"


def test_a_message_in_quotation_marks_is_meant_as_if_it_were_not(manifest: Manifest) -> None:
    assert intent_of("“export it”", manifest.routing) == "export"


@pytest.mark.parametrize("message", ["帮我export视频", "请upload一下", "export视频", "视频status"])
def test_a_keyword_is_found_where_the_words_around_it_are_not_spaced(
    message: str, manifest: Manifest
) -> None:
    assert intent_of(message, manifest.routing) != "chat"


def test_the_first_route_that_matches_wins() -> None:
    routes = (Route(intent="one", keywords=("b",)), Route(intent="two", keywords=("a",)))

    assert intent_of("a b", routes) == "one"
    assert intent_of("a b", reversed(routes)) == "two"


def test_a_keyword_is_no_pattern() -> None:
    assert intent_of("abc", (Route(intent="one", keywords=("a.c",)),)) == "chat"
    assert intent_of("a.c", (Route(intent="one", keywords=("a.c",)),)) == "one"
