"""What cannot be delivered is said, and nothing else is delivered in its place."""

import pytest

from transcribe_video.conversation.wish import wish_of
from transcribe_video.errors import UsageError
from transcribe_video.tools.undeliverable import check_video, publishing, shortcomings


@pytest.mark.parametrize(
    ("message", "beginning"),
    [
        ("export as mp3", "“mp3” cannot be exported: "),
        ("export it as a mov", "“mov” cannot be exported: "),
        ("导出为 mov", "“mov” cannot be exported: "),
        ("export audio only", "The sound alone cannot be exported: "),
        ("导出音频", "The sound alone cannot be exported: "),
        ("export to CapCut", "No project of CapCut can be made: "),
        ("导出到剪映", "No project of 剪映 can be made: "),
        ("导出剪映工程", "No project of 剪映 can be made: "),
        ("export the first minute", "A part alone cannot be exported: "),
    ],
)
def test_what_is_no_mp4_is_refused_with_what_there_is(message: str, beginning: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_video(message, wish_of(message))
    assert str(caught.value).startswith(beginning)


@pytest.mark.parametrize(
    "message", ["export it", "export the mp3 talk.mp3 as mp4", "导出视频", "export for YouTube"]
)
def test_an_mp4_is_made_where_one_is_wanted(message: str) -> None:
    check_video(message, wish_of(message))


@pytest.mark.parametrize(
    ("message", "site"),
    [
        ("upload it to YouTube", "YouTube"),
        ("Can you please publish this on TikTok", "TikTok"),
        ("发布到抖音", "抖音"),
        ("put the video on my Google Drive", "Google Drive"),
    ],
)
def test_nothing_is_published(message: str, site: str) -> None:
    error, note = publishing(message)
    assert (str(error).split(":")[0], note) == (f"Nothing can be put on {site} from here", "")


def test_what_is_wanted_beside_publishing_is_done_and_the_rest_said() -> None:
    error, note = publishing("cut the first five seconds and then upload it to YouTube")
    assert error is None
    assert note.startswith("Nothing can be put on YouTube from here: ")


@pytest.mark.parametrize(
    "message",
    [
        "don't upload it to YouTube",
        "export it for YouTube",
        "transcribe the video that I uploaded to YouTube",
        "upload “post on YouTube.mp4”",
        "upload a file",
    ],
)
def test_a_message_that_only_speaks_of_it_publishes_nothing(message: str) -> None:
    assert publishing(message) == (None, "")


def test_a_video_that_is_less_than_was_wished_says_so() -> None:
    assert shortcomings(wish_of("export the video in 4k")) == [
        "The video has at most 1080p: nothing larger is made."
    ]
    assert shortcomings(wish_of("export the video")) == []
