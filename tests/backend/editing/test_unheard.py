"""A recording without a transcript on the timeline: it is transcribed first, or it is named."""

import pytest

from backend.editing.cutting_room import CuttingRoom
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.wire.order import TranscribeOrder


def _joined(room: CuttingRoom) -> MediaRecord:
    """A second film at the end, in which nobody has listened yet."""
    second = room.bring("second part.mkv", 60_000)
    room.say("append “second part.mkv”")
    assert [name for name, *_ in room.spans] == ["interview.mp4", "second part.mkv"]
    return second


def _transcribed(room: CuttingRoom) -> set[str | None]:
    """The files for which a transcription was begun."""
    jobs = room.context.store.jobs.of(room.session.session_id)
    return {job.media_id for job in jobs if job.kind == "transcribe"}


@pytest.mark.parametrize(
    "message",
    [
        "cut the last 'right'",
        "cut 'everything'",
        "mute 'everything'",
        "keep only 'thank you'",
        "move 'thank you' to the beginning",
        "remove the filler words",
        "remove the repeated takes",
        "remove pauses longer than 0.8 s",
        "remove the last sentence",
        "把“everything”静音",
        "make the video match this text:\nhello and welcome to the show",
    ],
)
def test_an_edit_by_words_waits_for_the_words_of_a_joined_file(
    room: CuttingRoom, message: str
) -> None:
    second = _joined(room)
    before = room.timeline
    turn = room.say(message)
    assert room.timeline == before
    assert _transcribed(room) == {second.media_id}
    assert "second part.mkv" in turn.reply
    assert turn.actions
    assert turn.actions[0]["arguments"]["message"] == message


def test_words_of_a_file_that_the_message_itself_joins_are_waited_for(room: CuttingRoom) -> None:
    second = room.bring("two.mkv", 60_000)
    turn = room.say("append two.mkv and cut 'plan right'")
    assert "“two.mkv”" in turn.reply
    assert second.media_id in _transcribed(room)


def test_with_its_words_the_last_place_is_the_one_in_the_joined_file(room: CuttingRoom) -> None:
    room.heard(_joined(room), ["that was right"])
    room.say("cut the last 'right'")
    assert _transcribed(room) == set()
    assert [span for span in room.spans if span[0] == "interview.mp4"] == [
        ("interview.mp4", 0, 120_000)
    ]


def test_captions_begin_the_transcript_that_they_lack(room: CuttingRoom) -> None:
    second = _joined(room)
    turn = room.say("add captions")
    assert _transcribed(room) == {second.media_id}
    assert "come with the transcript" in turn.reply
    third = room.bring("three.mp4", 5000)
    turn = room.say("append three.mp4")
    assert third.media_id in _transcribed(room)
    assert "come with the transcript" in turn.reply


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("cut 'so anyway'", "There is no transcript of “second part.mkv”"),
        ("cut 'everything'", "There is no transcript of “second part.mkv”"),
        ("add captions", "There is no transcript of “second part.mkv”"),
        ("把“everything”静音", "“second part.mkv”没有文字稿"),
    ],
)
def test_a_file_that_cannot_be_transcribed_is_named(
    room: CuttingRoom, message: str, says: str
) -> None:
    second = _joined(room)
    order = TranscribeOrder(media_ids=[second.media_id])
    [job] = room.context.board.transcribe(room.session, order, "")
    assert room.place.ended(job).status == "failed"  # there is nothing in the file
    turn = room.say(message)
    assert says in turn.reply
    assert len(room.context.store.jobs.of(room.session.session_id)) == 1


def test_a_file_of_which_nothing_is_known_is_not_taken_for_silence(room: CuttingRoom) -> None:
    second = _joined(room)
    assert second.path is not None
    second.path.unlink()
    turn = room.say("remove pauses longer than 0.8 s")
    assert turn.changes or turn.question
    room.say("do it")
    kept = (b - a for name, a, b in room.spans if name == second.filename)
    assert sum(kept) == 60_000


@pytest.mark.parametrize("kind", ["video", "image"])
def test_what_has_no_sound_is_not_waited_for(room: CuttingRoom, kind: str) -> None:
    room.bring("still.mp4", 5000, kind, has_sound=False)
    room.say("append still.mp4")
    turn = room.say("cut 'so anyway'")
    assert turn.changes
    assert _transcribed(room) == set()
