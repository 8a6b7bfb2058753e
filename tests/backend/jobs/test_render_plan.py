"""What a draft shows: clips in a row, and what is said in them at the time they are shown."""

import math
from pathlib import Path

import pytest

from transcribe_video.backend.jobs.render_plan import (
    Part,
    RenderPlan,
    captions_of,
    language_of_parts,
    plan_of,
)
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.errors import UsageError
from transcribe_video.transcript.cue import Cue
from transcribe_video.transcript.segment import segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word
from transcribe_video.wire.draft import AUDIO, TEXT, VIDEO, Clip, Draft, Track


def _media(name: str, facts: MediaFacts | None = None) -> MediaRecord:
    return MediaRecord(
        media_id=name,
        session_id="1",
        filename=f"{name}.mp4",
        path=Path("/films", f"{name}.mp4"),
        is_ours=False,
        url=None,
        bytes=1,
        sha256=None,
        facts=facts or MediaFacts("video", 60_000),
        created_s=0,
    )


A, B, SOUND = _media("a"), _media("b"), _media("c", MediaFacts("audio", 5_000))
STILL = _media("d", MediaFacts("image", None, 8, 8, has_sound=False))


def _clip(media: MediaRecord, from_ms: object = None, d: float | None = None) -> Clip:
    return Clip(d=d, m={"media_id": media.media_id, "from_ms": from_ms})


def _draft(*clips: Clip, kind: int = VIDEO) -> Draft:
    return Draft(t=[Track(tt=TEXT, sg=[Clip(d=1)]), Track(tt=kind, sg=list(clips))])


def test_clips_follow_each_other() -> None:
    draft = _draft(_clip(A, 1_000, 2_000.4), _clip(B, None, 500), _clip(A, 30_000))
    assert plan_of(draft, [A, B], None) == RenderPlan(
        (Part(A, 0, 1_000, 2_000), Part(B, 2_000, 0, 500), Part(A, 2_500, 30_000, None))
    )


def test_sound_is_taken_where_there_is_no_picture() -> None:
    assert plan_of(_draft(_clip(SOUND, 0, 5_000), kind=AUDIO), [SOUND], None) == RenderPlan(
        (Part(SOUND, 0, 0, 5_000),)
    )


def test_one_whole_file_can_be_taken_instead_of_the_draft() -> None:
    assert plan_of(_draft(_clip(A, 0, 1)), [A, B], "b") == RenderPlan((Part(B, 0, 0, None),))


def test_pictures_are_left_out_and_named_once() -> None:
    draft = _draft(_clip(STILL, 0, 5_000), _clip(A, 0, 1_000), _clip(STILL, 0, 5_000))
    assert plan_of(draft, [A, STILL], None) == RenderPlan((Part(A, 0, 0, 1_000),), ("d.mp4",))


@pytest.mark.parametrize("draft", [Draft(), _draft(), _draft(_clip(STILL)), _draft(Clip(d=1))])
def test_a_draft_that_shows_nothing_is_refused(draft: Draft) -> None:
    with pytest.raises(UsageError, match="There is nothing to export"):
        plan_of(draft, [A, STILL], None)


@pytest.mark.parametrize("odd", [math.nan, math.inf, True, "1", [1], -5])
def test_times_that_are_none_count_as_the_beginning(odd: object) -> None:
    [part] = plan_of(_draft(_clip(A, odd, 1_000)), [A], None).parts
    assert part == Part(A, 0, 0, 1_000)


def _transcript(media_id: str) -> Transcript | None:
    """Somebody counts the seconds in “a”, a word each, and nobody speaks in “b”."""
    if media_id != "a":
        return None
    words = [Word(n * 1_000 + 100, n * 1_000 + 600, f" Word{n}.", 1.0) for n in range(60)]
    segments = tuple(segment_of((word,)) for word in words)
    return Transcript("a.mp4", 60_000, "en", "Whisper base", segments)


def _texts(cues: tuple[Cue, ...]) -> list[tuple[int, str]]:
    return [(cue.start_ms, " ".join(cue.lines)) for cue in cues]


def test_captions_are_what_is_said_in_the_clips() -> None:
    parts = (Part(A, 0, 5_000, 2_000), Part(B, 2_000, 0, 1_000), Part(A, 3_000, 1_300, 1_500))
    found = captions_of(parts, _transcript)
    assert " ".join(text for _, text in _texts(found)) == "Word5. Word6. Word1. Word2."
    starts = {text: start for start, text in _texts(found)}
    # “Word1.” begins before its clip does: it is shown with the clip.
    assert set(starts.values()) <= {100, 1_100, 3_000, 3_800}
    assert all(cue.end_ms <= 4_500 for cue in found)


def test_captions_of_a_whole_file_are_all_that_is_said() -> None:
    found = captions_of((Part(A, 0, 0, None),), _transcript)
    assert " ".join(text for _, text in _texts(found)).count("Word") == 60
    assert captions_of((Part(B, 0, 0, None),), _transcript) == ()


def test_captions_have_the_language_of_what_is_said() -> None:
    assert language_of_parts((Part(B, 0, 0, 1), Part(A, 1, 0, 1)), _transcript) == "en"
    assert language_of_parts((Part(B, 0, 0, 1),), _transcript) is None
