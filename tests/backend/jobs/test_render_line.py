"""What the renderer is told of a timeline, and the captions at the times they are shown."""

from pathlib import Path
from typing import Any

import pytest

from transcribe_video.backend.editor.timeline import Captions, Clip, Level, Music, Timeline
from transcribe_video.backend.jobs.render_line import render_line
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.media.render.request import Request
from transcribe_video.transcript.segment import segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word


def _media(name: str) -> MediaRecord:
    path, facts = Path("/films", f"{name}.mp4"), MediaFacts("video", 60_000)
    return MediaRecord(name, "1", path.name, path, False, None, 1, None, facts, 0)  # noqa: FBT003


A, B = _media("a"), _media("b")


def _counted() -> Transcript:
    """Somebody counts the seconds, a word each."""
    words = [Word(n * 1_000 + 100, n * 1_000 + 600, f" Word{n}.", 1.0) for n in range(60)]
    segments = tuple(segment_of((word,)) for word in words)
    return Transcript("a.mp4", 60_000, "en", "Whisper base", segments)


def _clip(media: MediaRecord, from_ms: int, to_ms: int, speed: float = 1.0) -> Clip:
    return Clip(media.media_id, media.filename, from_ms, to_ms, speed=speed)


def _line(timeline: Timeline, captions: str | None = None) -> dict[str, Any]:
    """What is told where nobody speaks in “b”."""
    line = render_line(timeline, [A, B], {"a": _counted()}, captions)
    Request.model_validate(line | {"target": "/films/out.mp4"})  # the renderer takes it
    return line


def _texts(line: dict[str, Any]) -> str:
    return " ".join(" ".join(cue["text"].split()) for cue in line["captions"])


def test_captions_are_what_is_said_in_the_clips_at_the_times_of_the_video() -> None:
    clips = (_clip(A, 5_000, 7_000), _clip(B, 0, 1_000), _clip(A, 1_300, 2_800))
    line = _line(Timeline(clips))

    assert _texts(line) == "Word5. Word6. Word1. Word2."
    # “Word1.” begins before its clip does: it is shown with the clip.
    assert {cue["start_ms"] for cue in line["captions"]} <= {100, 1_100, 3_000, 3_800}
    assert all(cue["end_ms"] <= 4_500 for cue in line["captions"])


def test_each_caption_has_its_own_words_and_no_word_is_in_two() -> None:
    line = _line(Timeline((_clip(A, 0, 60_000, 1.7), _clip(A, 30_000, 60_000))))

    for cue in line["captions"]:
        assert " ".join(word["text"] for word in cue["words"]) == " ".join(cue["text"].split())
        assert all(cue["start_ms"] <= word["start_ms"] <= cue["end_ms"] for word in cue["words"])
    assert sum(len(cue["words"]) for cue in line["captions"]) == 90


def test_a_whole_file_has_all_that_is_said_in_it() -> None:
    assert _texts(_line(Timeline((_clip(A, 0, 60_000),)))).count("Word") == 60
    assert _line(Timeline((_clip(B, 0, 60_000),)))["captions"] == []


def test_captions_have_the_language_of_what_is_said() -> None:
    assert _line(Timeline((_clip(B, 0, 1), _clip(A, 0, 1))))["language"] == "en"
    assert _line(Timeline((_clip(B, 0, 1),)))["language"] is None


def test_clips_and_music_are_told_with_the_places_of_their_files() -> None:
    line = _line(Timeline((_clip(B, 5, 25, 2.0),), music=(Music("a", "a.mp4", 0.5),)))

    assert line["clips"] == [
        {
            "path": str(B.path),
            "from_ms": 5,
            "d_ms": 20,
            "kind": "video",
            "speed": 2.0,
            "volume": 1.0,
        }
    ]
    assert [(one["path"], one["volume"]) for one in line["music"]] == [(str(A.path), 0.5)]


@pytest.mark.parametrize(
    ("captions", "wish", "told"),
    [
        (Captions(), None, (True, False)),
        (Captions(), "auto", (True, False)),
        (Captions(), "off", (False, False)),
        (Captions(), "burned", (True, True)),
        (Captions(is_on=False), "auto", (False, False)),
        (Captions(is_on=False), "soft", (True, False)),
        (Captions(is_on=True, is_burned=True), None, (True, True)),
        (Captions(is_on=True, is_burned=True), "soft", (True, False)),
    ],
)
def test_what_an_export_wishes_counts_more_than_the_timeline(
    captions: Captions, wish: str | None, told: tuple[bool, bool]
) -> None:
    line = _line(Timeline((_clip(A, 0, 60_000),), captions=captions), wish)

    assert (bool(line["captions"]), line["caption_style"]["is_burned"]) == told


def test_music_is_told_with_the_whiles_in_which_it_is_quieter() -> None:
    music = Music("a", "a.mp4", 0.5, is_ducked=True, levels=(Level(10, 15, 0.2),))
    [told] = _line(Timeline((_clip(B, 5, 25),), music=(music,)))["music"]
    assert told == {
        "path": str(A.path),
        "volume": 0.5,
        "is_ducked": True,
        "levels": [{"start_ms": 10, "end_ms": 15, "volume": 0.2}],
    }
