"""The form of a timeline that a message asks for."""

import pytest

from shipped import shipped_manifest
from transcribe_video.conversation.routing import routed
from transcribe_video.conversation.timelines import timeline_in


@pytest.mark.parametrize(
    ("message", "form"),
    [
        ("export as FCPXML", "fcpxml"),
        ("export to Final Cut Pro", "fcpxml"),
        ("export it for DaVinci Resolve", "fcpxml"),
        ("export it for DaVinci Resolve as otio", "otio"),
        ("导出达芬奇能用的工程", "fcpxml"),
        ("导出到达芬奇", "fcpxml"),
        ("export the EDL", "edl"),
        ("export for Premiere", "edl"),
        ("导出Premiere工程", "edl"),
        ("give me a Premiere project", "edl"),
        ("export the video", None),
        ("export it at 1080p as the final cut", None),
        ("export to resolve the issue", None),
        ("export as mp4, not edl", None),
        ("export it without fcpxml", None),
        ("export the part where they resolve it", None),
        ("export “talk for Premiere.mp4”", None),
    ],
)
def test_a_timeline_is_known_by_its_name_and_its_program(message: str, form: str | None) -> None:
    assert timeline_in(message) == form


@pytest.mark.parametrize(
    "message",
    [
        "give me a project for Final Cut",
        "make a DaVinci Resolve timeline",
        "给我一个达芬奇工程",
        "export an EDL",
        "export it for Premiere Pro with the captions",
        "make a Premiere project with the subtitles",
    ],
)
def test_who_asks_for_a_timeline_asks_for_an_export(message: str) -> None:
    assert routed(message, shipped_manifest().routing).intents == ("export",)


@pytest.mark.parametrize("message", ["does it open in Premiere?", "do you know Premiere?"])
def test_a_question_about_a_program_asks_for_none(message: str) -> None:
    assert routed(message, shipped_manifest().routing).intents != ("export",)
