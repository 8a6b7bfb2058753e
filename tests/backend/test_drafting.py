import json
from collections.abc import Sequence
from fractions import Fraction

import pytest

from transcribe_video.backend.drafting import draft_of, is_edited, whole_timeline
from transcribe_video.backend.editor.draft import timeline_of_draft
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.conversation.timeline import timeline
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.upload import UploadedFile

INTERVIEW = UploadedFile(
    filename="interview.mov",
    media_id="media_1",
    duration=600.0415,
    width=1920,
    height=1080,
    fps=29.97,
    path="/films/interview.mov",
)
TALK = UploadedFile(
    filename="talk.mp4", media_id="media_2", duration=30, width=640, height=360, fps=25
)
MUSIC = UploadedFile(filename="music.mp3", media_id="media_3", file_type="audio", duration=200.5)
PICTURE = UploadedFile(filename="cover.png", media_id="media_4", file_type="image", bytes=9)
ON_ITS_WAY = UploadedFile(filename="later.mp4", media_id="media_5")


def _draft(*media: UploadedFile, captioned: Sequence[str] = ()) -> dict[str, object]:
    return draft_of(whole_timeline(media), media, captioned)


def _names(*media: UploadedFile) -> list[str]:
    return [clip.name for clip in whole_timeline(media).clips]


def test_a_session_that_nobody_edited_has_the_timeline_of_its_files() -> None:
    files = [INTERVIEW, MUSIC, TALK]

    assert whole_timeline(files) == Timeline(
        clips=(
            Clip("media_1", "interview.mov", 0, 600042),
            Clip("media_2", "talk.mp4", 0, 30000),
        ),
        rate=Fraction(30000, 1001),
    )


def test_its_draft_is_in_the_form_of_every_other_and_can_be_read_back() -> None:
    draft = _draft(INTERVIEW, TALK, captioned=["media_2"])

    assert draft["m"] == {
        "title": "interview",
        "width": 1920,
        "height": 1080,
        "rate": "30000/1001",
        **{key: value for key, value in _settings(draft).items() if key in _LOOKS},
    }
    assert timeline(Draft.model_validate(draft)) == (
        "Timeline (2 tracks): 1. Video: clip 1 interview.mov (0-600.042s), "
        "clip 2 talk.mp4 (600.042-630.042s) "
        "2. Title: captions (600.042-630.042s)"
    )
    assert timeline_of_draft(Draft.model_validate(draft)) == whole_timeline([INTERVIEW, TALK])


_LOOKS = {"captions", "fades", "frame", "loudness_lufs"}


def _settings(draft: dict[str, object]) -> dict[str, object]:
    found = draft["m"]
    assert isinstance(found, dict)
    assert set(found) >= _LOOKS
    return found


def test_the_same_files_make_the_same_draft() -> None:
    first, second = (_draft(INTERVIEW, TALK, MUSIC, captioned=["media_1"]) for _ in range(2))

    assert json.dumps(first) == json.dumps(second)


def test_another_file_leaves_the_clips_as_they_were() -> None:
    before = Draft.model_validate(_draft(INTERVIEW, captioned=["media_1"]))
    after = Draft.model_validate(_draft(INTERVIEW, TALK, captioned=["media_1"]))

    assert after.t[0].sg[0] == before.t[0].sg[0]
    assert after.t[1].sg == before.t[1].sg


def test_a_file_whose_length_is_not_known_yet_is_left_out() -> None:
    assert _names(ON_ITS_WAY, TALK) == ["talk.mp4"]
    assert Draft.model_validate(_draft(ON_ITS_WAY, TALK)).m["title"] == "later"
    assert not Draft.model_validate(_draft(ON_ITS_WAY)).is_ready


def test_a_picture_stands_for_five_seconds() -> None:
    assert timeline(Draft.model_validate(_draft(PICTURE, TALK))) == (
        "Timeline (1 track): 1. Video: clip 1 cover.png (0-5s), clip 2 talk.mp4 (5-35s)"
    )


@pytest.mark.parametrize(
    ("media", "names"),
    [
        ((INTERVIEW, MUSIC), ["interview.mov"]),
        ((MUSIC, PICTURE), ["music.mp3"]),
        ((PICTURE,), ["cover.png"]),
        ((MUSIC, ON_ITS_WAY), ["music.mp3"]),
        ((), []),
    ],
)
def test_sound_stands_alone_and_a_picture_does_not_take_its_place(
    media: Sequence[UploadedFile], names: list[str]
) -> None:
    assert _names(*media) == names


def test_recordings_of_sound_are_a_track_of_sound() -> None:
    assert timeline(Draft.model_validate(_draft(MUSIC))) == (
        "Timeline (1 track): 1. Sound: music.mp3 (0-200.5s)"
    )


@pytest.mark.parametrize(
    ("fps", "rate"),
    [
        (29.97, Fraction(30000, 1001)),
        (25.01, Fraction(25)),
        (47.95, Fraction(48_000, 1001)),
        (15, Fraction(15)),
        (None, Fraction(25)),
        (480, Fraction(25)),
        (90000, Fraction(25)),
    ],
)
def test_the_rate_is_that_of_the_first_video_that_can_be_shown(
    fps: float | None, rate: Fraction
) -> None:
    first = TALK.model_copy(update={"fps": fps})
    late = ON_ITS_WAY.model_copy(update={"fps": 60})

    assert whole_timeline([late, first]).rate == rate


def test_an_empty_session_has_an_empty_draft() -> None:
    empty = Draft.model_validate(_draft())

    assert (empty.t, empty.d, empty.m["title"]) == ([], 0, "project")
    assert not empty.is_ready


def _record(media_id: str, name: str, d_ms: int, fps: float) -> MediaRecord:
    facts = MediaFacts("video", d_ms, 640, 360, fps)
    return MediaRecord(media_id, "1", name, None, False, None, 1, None, facts, 0)  # noqa: FBT003


def test_a_timeline_is_edited_if_it_is_more_than_files_in_a_row() -> None:
    media = [_record("a", "a.mp4", 9000, 60), _record("b", "b.mp4", 5000, 25)]
    whole = Clip("b", "b.mp4", 0, 5000)

    assert not is_edited(Timeline((whole,), Fraction(25)), media)
    assert is_edited(Timeline((Clip("b", "b.mp4", 0, 4000),), Fraction(25)), media)
    assert is_edited(Timeline((whole, Clip("a", "a.mp4", 0, 9000)), Fraction(25)), media)
    assert is_edited(Timeline((whole,), Fraction(25), loudness_lufs=-14), media)
