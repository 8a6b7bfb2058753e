"""“Make it better”: what is vague, and what is proposed instead."""

import pytest

from transcribe_video.conversation.editing.edit import Propose
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.situation import Situation
from transcribe_video.conversation.routing import routed
from transcribe_video.conversation.tracks import ClipView, TrackView
from transcribe_video.conversation.vague import Seen, is_vague, seen, suggestions
from transcribe_video.manifest import Manifest

_ALL = frozenset({"Video", "BGM", "Title"})


@pytest.mark.parametrize(
    "message",
    ["make it better", "can you make it pop?", "improve film.mp4", "优化一下", "把它弄好看一点"],
)
def test_a_wish_without_a_way_is_vague(message: str) -> None:
    assert is_vague(message)


@pytest.mark.parametrize(
    "message",
    ["add music", "cut the pauses and make it better", "make it 30 seconds long", "hello", ""],
)
def test_a_wish_that_names_a_way_is_not(message: str) -> None:
    assert not is_vague(message)


@pytest.mark.parametrize(
    "project",
    [
        Seen("a.mp4", 11.0),
        Seen("a.mp4", 300.0, _ALL),
        Seen("a.mp4", 11.0, _ALL),
        Seen("片.mp4", 11.0, is_chinese=True),
        Seen("片.mp4", 300.0, _ALL, is_chinese=True),
    ],
)
def test_three_proposals_are_messages_that_can_be_sent_as_they_stand(
    project: Seen, manifest: Manifest
) -> None:
    found = suggestions(project)

    assert len(set(found)) == 3
    for message in found:
        assert edits_of(message, Situation(300_000)).edits != (Propose(),)
        assert routed(message, manifest.routing).intents == ("chat",)


def test_proposals_are_about_what_is_there() -> None:
    tracks = (
        TrackView(1, "Video", (ClipView("a.mp4", 0, 125.0),)),
        TrackView(2, "BGM", (ClipView("Lo-fi", 0, 60.0),)),
        TrackView(3, "Title", ()),
    )
    found = suggestions(seen("a.mp4", 11.0, tracks, is_chinese=False))

    assert found[0] == "Cut “a.mp4” from 2:05 down to 1:00, and keep where the most is said"
    assert any("captions" in message for message in found)
    assert not any("music" in message for message in found)
