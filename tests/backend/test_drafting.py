import json

from transcribe_video.backend.drafting import draft_of
from transcribe_video.conversation.timeline import timeline
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.session import TranscriptSummary
from transcribe_video.wire.upload import UploadedFile

INTERVIEW = UploadedFile(
    filename="interview.mov",
    media_id="media_1",
    duration=600.0415,
    width=1920,
    height=1080,
    path="/films/interview.mov",
)
TALK = UploadedFile(filename="talk.mp4", media_id="media_2", duration=30, width=640, height=360)
MUSIC = UploadedFile(filename="music.mp3", media_id="media_3", file_type="audio", duration=200.5)
PICTURE = UploadedFile(filename="cover.png", media_id="media_4", file_type="image", bytes=9)
ON_ITS_WAY = UploadedFile(filename="later.mp4", media_id="media_5")
SAID = TranscriptSummary(media_id="media_1", language="en", words=3, preview="Never in a draft.")


def test_a_draft_holds_pictures_sound_and_captions_on_tracks_of_their_own() -> None:
    heard = TranscriptSummary(media_id="media_3", preview="Nor these.")

    assert draft_of([INTERVIEW, MUSIC, TALK], [SAID, heard]) == {
        "t": [
            {
                "id": "track_0",
                "tt": 0,
                "sg": [
                    {
                        "id": "clip_media_1",
                        "d": 600042,
                        "m": {
                            "name": "interview.mov",
                            "media_id": "media_1",
                            "at_ms": 0,
                            "from_ms": 0,
                        },
                    },
                    {
                        "id": "clip_media_2",
                        "d": 30000,
                        "m": {
                            "name": "talk.mp4",
                            "media_id": "media_2",
                            "at_ms": 600042,
                            "from_ms": 0,
                        },
                    },
                ],
                "d": 630042,
                "m": {},
            },
            {
                "id": "track_1",
                "tt": 1,
                "sg": [
                    {
                        "id": "clip_media_3",
                        "d": 200500,
                        "m": {
                            "name": "music.mp3",
                            "media_id": "media_3",
                            "at_ms": 0,
                            "from_ms": 0,
                        },
                    }
                ],
                "d": 200500,
                "m": {},
            },
            {
                "id": "track_7",
                "tt": 7,
                "sg": [
                    {
                        "id": f"captions_{media_id}",
                        "d": length_ms,
                        "m": {
                            "kind": "captions",
                            "name": "captions",
                            "media_id": media_id,
                            "at_ms": 0,
                            "from_ms": 0,
                        },
                    }
                    for media_id, length_ms in (("media_1", 600042), ("media_3", 200500))
                ],
                "d": 600042,
                "m": {},
            },
        ],
        "d": 630042,
        "m": {"title": "interview", "width": 1920, "height": 1080},
    }


def test_the_same_files_make_the_same_draft() -> None:
    first, second = (draft_of([INTERVIEW, TALK, MUSIC], [SAID]) for _ in range(2))

    assert json.dumps(first) == json.dumps(second)


def test_another_file_leaves_the_ids_of_the_clips_as_they_were() -> None:
    before = Draft.model_validate(draft_of([INTERVIEW], [SAID]))
    after = Draft.model_validate(draft_of([INTERVIEW, TALK], [SAID]))

    assert after.t[0].sg[0] == before.t[0].sg[0]
    assert after.t[1].sg == before.t[1].sg


def test_a_file_whose_length_is_not_known_yet_is_left_out() -> None:
    assert draft_of([ON_ITS_WAY, TALK], []) == {
        **draft_of([TALK], []),
        "m": {"title": "later", "width": 640, "height": 360},
    }


def test_a_picture_stands_for_five_seconds() -> None:
    draft = draft_of([PICTURE, TALK], [])

    assert timeline(Draft.model_validate(draft)) == (
        "Timeline (1 track): 1. Video: cover.png (0-5s), talk.mp4 (5-35s)"
    )


def test_no_word_that_was_said_stands_in_a_draft() -> None:
    assert "Never" not in json.dumps(draft_of([INTERVIEW], [SAID]))


def test_a_transcript_that_failed_has_no_captions() -> None:
    failed = TranscriptSummary(media_id="media_2", status="failed")

    assert draft_of([TALK], [failed]) == draft_of([TALK], [])


def test_an_empty_session_has_an_empty_draft() -> None:
    empty = draft_of([], [])

    assert empty == {"t": [], "d": 0, "m": {"title": "project"}}
    assert not Draft.model_validate(empty).is_ready
