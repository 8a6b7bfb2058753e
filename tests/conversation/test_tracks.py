from transcribe_video.conversation.tracks import ClipView, TrackView, tracks_of
from transcribe_video.wire.draft import Draft


def test_the_tracks_of_a_draft_are_numbered_and_their_clips_named() -> None:
    draft = {
        "t": [
            {"tt": 0, "sg": [{"d": 1500, "m": {"name": "a.mp4"}}, {"d": 500}]},
            {"tt": 1, "sg": [{"m": {"name": "song", "volume": 35}}]},
            {
                "tt": 7,
                "sg": [
                    {"d": 3000, "m": {"name": "intro", "text": "Hello"}},
                    {"d": 100, "m": {"kind": "captions", "name": "captions", "at_ms": 250}},
                ],
            },
        ]
    }
    assert tracks_of(Draft.model_validate(draft)) == (
        TrackView(1, "Video", (ClipView("a.mp4", 0, 1.5), ClipView("clip 2", 1.5, 2))),
        TrackView(2, "BGM", (ClipView("song", 0, None, volume=0.35),)),
        TrackView(
            3,
            "Title",
            (
                ClipView("intro", 0, 3, text="Hello"),
                ClipView("captions", 0.25, 0.35, is_captions=True),
            ),
        ),
    )


def test_a_sound_recording_is_no_music() -> None:
    sound = {"tt": 1, "sg": [{"d": 1000, "m": {"name": "talk.flac", "media_id": "media_1"}}]}
    music, video, captions = {"tt": 1, "sg": [{"d": 1000}]}, {"tt": 0}, {"tt": 7}
    labels = {
        ("Sound", "Title"): [sound, captions],
        ("Video", "BGM"): [video, sound],
        ("BGM", "BGM"): [sound, music],
        ("BGM",): [music],
    }
    for expected, tracks in labels.items():
        found = tracks_of(Draft.model_validate({"t": tracks}))
        assert tuple(track.label for track in found) == expected


def test_a_draft_without_tracks_has_none() -> None:
    assert tracks_of(Draft.model_validate({"t": None})) == ()
