"""What people say, and whom it is for."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from transcribe_video.conversation.routing import Routed, routed
from transcribe_video.conversation.wish import USUAL_FORMATS
from transcribe_video.manifest import Manifest, Route

_FOLDER = Path(__file__).parent
_INTENTS = {"cancel", "export", "credits", "state", "upload", "document", "chat"}


def _rows(name: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = yaml.safe_load((_FOLDER / name).read_text(encoding="utf-8"))
    return rows


# Written down before the router was tuned; 41 of 80 were right then.
_KNOWN = _rows("utterances.yaml")
# Written by somebody else and not looked at while the router was tuned. The first run got 18 of 24
# right; then the causes of the six misses were mended (“mind exporting”, “could I have those”, a
# format named in a clause of its own, “out of credits”, a question that goes on, 传上来), so that
# this list says no more how well what was never seen is understood.
_UNSEEN = _rows("utterances_unseen.yaml")


@pytest.mark.parametrize("row", _KNOWN + _UNSEEN, ids=lambda row: str(row["say"])[:50])
def test_a_message_gets_to_whom_it_is_for(row: dict[str, object], manifest: Manifest) -> None:
    found = routed(str(row["say"]), manifest.routing)

    assert "+".join(found.intents) == row["intent"]
    if "formats" in row:
        assert list(found.formats) == row["formats"]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("add music, then export", Routed(("chat", "export"), (), "add music")),
        (
            "append ~/b.mp4 and export it as c.mp4",
            Routed(("chat", "export"), (), "append ~/b.mp4"),
        ),
        ("把~/b.mp4接在后面，然后导出", Routed(("chat", "export"), (), "把~/b.mp4接在后面")),
        ("here is ~/b.mp4", Routed(("upload",))),
        ("frobnicate ~/b.mp4", Routed(("upload",), is_unread=True)),
        ("export it, but first cut it", Routed(("chat", "export"), (), "first cut it")),
        ("加字幕然后导出", Routed(("chat", "export"), (), "加字幕")),
        ("加字幕导出", Routed(("chat", "export"), (), "加字幕")),
        ("Mute clip 2. Then send me the mp4.", Routed(("chat", "export"), (), "Mute clip 2")),
        ("cut ~/a b.mp4, then export", Routed(("chat", "export"), (), "cut ~/a b.mp4")),
        (
            "add the title “Now, then: export”, then export",
            Routed(("chat", "export"), (), "add the title “Now, then: export”"),
        ),
        (
            "剪掉片头，音乐小一点，再导出srt",
            Routed(("chat", "document"), ("srt",), "剪掉片头，音乐小一点"),
        ),
        (
            "trim it, then send me the transcript",
            Routed(("chat", "document"), USUAL_FORMATS, "trim it"),
        ),
        ("export the transcript as PDF", Routed(("document",), ("pdf",))),
        ("make it shorter", Routed(("chat",), (), "make it shorter")),
        ("", Routed(("chat",))),
        ("“export it”", Routed(("export",))),
    ],
)  # fmt: skip
def test_what_is_for_the_editor_is_the_message_without_the_wish_for_a_file(
    message: str, expected: Routed, manifest: Manifest
) -> None:
    assert routed(message, manifest.routing) == expected


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        # cancel
        ("stop the video at 1:20", "chat"),
        ("stop showing the captions after the intro", "chat"),
        ("cancel out the background noise", "chat"),
        ("cut it before he says stop", "chat"),
        ("don't cancel", "chat"),
        ("取消背景音乐", "chat"),
        ("取消静音", "chat"),
        ("never mind, cancel it", "cancel"),
        ("Stop. That's the wrong file.", "cancel"),
        ("把导出取消掉", "cancel"),
        ("别导出了", "cancel"),
        ("停一下", "cancel"),
        # credits
        ("show the credits at the end", "chat"),
        ("fade out the credits", "chat"),
        ("fix the white balance", "chat"),
        ("what does she say about work life balance?", "chat"),
        ("do I have enough credits to export?", "credits"),
        ("check my account balance", "credits"),
        ("what's left in my account?", "credits"),
        ("积分还够吗", "credits"),
        # state
        ("make the timeline shorter", "chat"),
        ("add a progress bar", "chat"),
        ("加一个进度条", "chat"),
        ("what progress did she make?", "chat"),
        ("他的精神状态怎么样", "chat"),
        ("what is the status of the render?", "state"),
        ("did the export work?", "state"),
        ("how long will it take?", "state"),
        ("还要多久", "state"),
        ("导出成功了吗?", "state"),
        # export
        ("before you export, mute the first clip", "chat"),
        ("does he mention the export business?", "chat"),
        ("jump to where he says download it", "chat"),
        ("export numbers should be bigger", "chat"),
        ("make the video brighter", "chat"),
        ("give the video a warmer look", "chat"),
        ("what formats can I export to?", "chat"),
        ("怎么导出", "chat"),
        ("make the export smaller", "chat"),
        ("make me an mp4", "export"),
        ("when it's done send me the video", "export"),
        ("Looks good — export it", "export"),
        ("donwload the video", "export"),
        ("把视频发给我，带字幕", "export"),
        ("匯出影片", "export"),
        # what a reader of the program said, and the same in other words
        ("save the video to my desktop", "export"),
        ("put it on my desktop", "export"),
        ("copy the file to my downloads folder", "export"),
        ("put the logo on my desk", "chat"),
        ("我想要成片", "export"),
        ("我想要成片更短一点", "chat"),
        ("how much do I have left to spend?", "credits"),
        ("how much can I still spend", "credits"),
        ("how much longer do we have to wait", "state"),
        ("不要了,停下来", "cancel"),
        ("音乐在这里停下来", "chat"),
        ("export settings look wrong in the intro text, fix the typo", "chat"),
        ("the export settings look wrong, change them", "chat"),
        ("导出设置的字写错了,改一下", "chat"),
        ("send me a gif", "export"),
        ("add an mp3 as background music", "chat"),
        ("here is a clip: “/home/me/my films/a b.mp4”", "upload"),
        # documents and files
        ("make the captions bigger", "chat"),
        ("把字幕改成黄色", "chat"),
        ("transcribe it as Word", "chat"),
        ("can I have the transcript", "document"),
        ("要一个srt", "document"),
        ("https://example.com/a.mp4 cut the first ten seconds", "chat"),
        ("add https://example.com/song.mp3 as background music", "chat"),
        ("transcribe https://example.com/a.mp4", "chat"),
        ("the upload button should be red", "chat"),
        ("https://example.com/a.mp4", "upload"),
        ("can you download the video from https://example.com/v/1 for me", "upload"),
        ("turn the transcript into a docx", "document"),
        ("can I upload another file?", "upload"),
        ("上傳檔案", "upload"),
    ],
)
def test_a_word_counts_where_it_is_a_command(message: str, intent: str, manifest: Manifest) -> None:
    assert routed(message, manifest.routing).intents == (intent,)


def test_the_keywords_are_those_of_the_table() -> None:
    routes = (Route(intent="export", keywords=("ship",)),)

    assert routed("ship it", routes).intents == ("export",)
    assert routed("export it", routes).intents == ("chat",)
    assert routed("what does he ship?", routes).intents == ("chat",)


_WORDS = [
    "export",
    "导出",
    "and",
    "then",
    "再",
    ",",
    "。",
    "“",
    "'",
    "/a.mp4",
    "stop",
    "credits",
    "不",
    "?",
]


@settings(max_examples=150, deadline=None)
@given(message=st.text(max_size=200) | st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join))
def test_no_message_is_too_strange_to_be_for_somebody(message: str) -> None:
    routes = (
        Route(intent="cancel", keywords=("stop",)),
        Route(intent="export", keywords=("export", "导出")),
        Route(intent="credits", keywords=("credits",)),
    )
    found = routed(message, routes)

    assert set(found.intents) <= _INTENTS
    assert found.intents[:-1] in {(), ("chat",)}
    assert ("document" in found.intents) == bool(found.formats)
    assert ("chat" in found.intents) or not found.message_for_chat


def test_a_hostile_message_takes_no_long_time(manifest: Manifest) -> None:
    for piece in ("export and ", "再导出", "\"'", "a.", "the the ", "是不是", "/a ", "then "):
        routed(piece * 4000, manifest.routing)
