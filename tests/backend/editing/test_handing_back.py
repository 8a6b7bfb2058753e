"""An edited text that is handed back, which may hold again what was cut before."""

from dataclasses import replace

import pytest

from backend.editing.cutting_room import CuttingRoom
from transcribe_video.backend.editor.timeline import Title
from transcribe_video.transcript.segment import segment_of

ALL = (
    "hello and welcome um to the show so anyway we never had a plan right I wanted to go I wanted "
    "to go home so we had a plan for it and that was right thank you uh for having me"
)


def _match(text: str) -> str:
    return f"Make the video match this text:\n{text}"


@pytest.mark.parametrize(
    "edit",
    [
        "cut from 'so anyway' to 'plan right'",
        "cut the first 2 seconds",
        "cut “I wanted to go I”",
        "mute “um”",
        "mute “so anyway we never”",
        "remove the repeated takes",
        "cut 0:19-2:00",
        "keep only “to the show”",
    ],
)
def test_words_that_were_cut_or_muted_come_back_with_the_text_that_holds_them(
    room: CuttingRoom, edit: str
) -> None:
    done = room.say(edit)
    if done.question:
        room.say("do it")
    assert room.text != ALL
    turn = room.say(_match(ALL))
    assert room.text == ALL
    assert "not said" not in turn.reply
    assert "Brought back, because the text holds it: “" in turn.reply
    assert "added" in {change["kind"] for change in turn.changes}
    cut = [(clip.from_ms, clip.to_ms) for clip in room.timeline.clips]
    assert cut == sorted(cut)


def test_what_was_cut_and_is_not_in_the_text_stays_out(room: CuttingRoom) -> None:
    room.say("put 'Hi' on top for the first 3 seconds")
    room.say("cut 0:25-1:00")  # where nobody speaks
    room.say("cut from 'so anyway' to 'plan right'")
    room.say("remove the filler words")
    wanted = ALL.replace(" um", "").replace(" uh", "").replace("right I wanted to go ", "right ")
    room.say(_match(wanted))
    assert room.text == wanted
    assert room.timeline.titles == (Title("Hi", 0, 2600, "top"),)
    shown = {ms for clip in room.timeline.clips for ms in range(clip.from_ms, clip.to_ms, 40)}
    assert not shown & {*range(25_000, 60_000, 40)}


def test_text_is_moved_cut_and_brought_back_in_one(room: CuttingRoom) -> None:
    room.say("cut “thank you”")
    turn = room.say(_match("thank you uh for having me hello and welcome to the show"))
    assert room.text == "thank you uh for having me hello and welcome to the show"
    assert "“thank you”" in turn.reply
    removed = [change for change in turn.changes if change["kind"] == "removed"]
    assert all(change["to_s"] <= 119.2 for change in removed)
    texts = " ".join(change["text"] for change in removed)
    assert "so anyway we never" in texts
    room.say("undo")
    assert room.text == ALL.replace("thank you ", "")


def test_a_file_that_was_cut_out_as_a_whole_is_still_known(empty_room: CuttingRoom) -> None:
    for name, line in (("one.mp4", "this is the first part"), ("two.mp4", "and that the second")):
        empty_room.heard(empty_room.bring(name, 5000), [line])
    empty_room.say("cut 0:05-0:10")
    assert empty_room.text == "this is the first part"
    empty_room.say(_match("this is the first part and that the second"))
    assert empty_room.text == "this is the first part and that the second"
    assert [span[0] for span in empty_room.spans] == ["one.mp4", "two.mp4"]


def test_words_that_nobody_ever_said_are_still_named(room: CuttingRoom) -> None:
    room.say("cut “um”")
    turn = room.say(_match(ALL.replace("hello", "goodbye")))
    assert "Left out, because they are not said in the recording: goodbye." in turn.reply
    assert "“um”" in turn.reply
    room.say("do it")
    assert room.text == ALL.removeprefix("hello ")


def test_it_is_told_in_chinese(empty_room: CuttingRoom) -> None:
    film = empty_room.bring("采访.mp4", 60_000)
    empty_room.heard(film, ["我们 从 来 没有 计划", "那 就 是 对 的"], "zh")
    empty_room.say("删掉“没有计划”")
    turn = empty_room.say("按照修改后的文字剪视频：我们从来没有计划，那就是对的")
    assert empty_room.text.replace(" ", "") == "我们从来没有计划那就是对的"
    assert "已恢复：“没有 计划”" in turn.reply


def test_of_a_text_that_is_not_said_in_full_the_plan_says_just_that(room: CuttingRoom) -> None:
    turn = room.say(_match(ALL.replace("hello", "goodbye")))
    assert turn.question
    assert "The video would not say all of the text." in turn.reply
    assert "quoted" not in turn.reply


_LINES = [
    "we met in the old harbour of Bergen.",
    "Nobody had told us about the rain.",
    "The boat left without a single light.",
    "Then the captain began to sing.",
]


def _film(room: CuttingRoom) -> CuttingRoom:
    """Forty seconds, of which the first word begins at the fourth picture or so."""
    film = room.bring("boat.mp4", 40_000)
    said = room.heard(film, _LINES)
    segments = tuple(
        segment_of(
            tuple(
                replace(w, start_ms=w.start_ms - 680, end_ms=w.end_ms - 680) for w in segment.words
            )
        )
        for segment in said.segments
    )
    room.place.store.transcripts.keep(film.media_id, "job", replace(said, segments=segments))
    return room


def test_a_move_is_told_with_its_words(empty_room: CuttingRoom) -> None:
    one, two, three, four = _LINES
    turn = _film(empty_room).say(_match(f"{one}\n{three}\n{two}\n{four}"))
    assert empty_room.text == f"{one} {three} {two} {four}"
    changes = [change["text"] for change in turn.changes]
    assert [change["kind"] for change in turn.changes] == ["moved"]
    for told in (turn.reply, changes[0], empty_room.say("show the changes").reply):
        assert f"“{three}”" in told or f"“{two}”" in told
        assert "after “" in told
    assert "已把" in empty_room.say("查看修改").reply


def test_a_plan_tells_what_would_be_moved(empty_room: CuttingRoom) -> None:
    one, two, three, four = _LINES
    turn = _film(empty_room).say(_match(f"{one}\n{four}\n{two}\nWonderful!"))
    assert turn.question
    assert "Moved" in turn.reply
    assert turn.reply.count(f"“{three}”") == 1


def test_a_moved_beginning_leaves_no_pictures_behind(empty_room: CuttingRoom) -> None:
    one, two, three, four = _LINES
    _film(empty_room).say(_match(f"{two}\n{one}\n{three}\n{four}"))
    first, *_ = empty_room.spans
    assert first[1] > 3000
    assert min(from_ms for _, from_ms, _ in empty_room.spans) == 0
    assert empty_room.timeline.d_ms == 40_000


def test_a_deleted_beginning_leaves_no_pictures_behind(empty_room: CuttingRoom) -> None:
    _film(empty_room).say(_match("\n".join(_LINES[1:])))
    [(_, from_ms, to_ms)] = empty_room.spans
    assert (from_ms > 3000, to_ms) == (True, 40_000)
    empty_room.say("undo")
    empty_room.say("cut “we met in the old harbour of Bergen”")
    assert empty_room.spans == [("boat.mp4", from_ms, to_ms)]


@pytest.mark.parametrize("gone", [0, 1, 2, 3])
def test_a_deleted_sentence_costs_the_same_with_and_without_a_move(
    empty_room: CuttingRoom, gone: int
) -> None:
    room = _film(empty_room)
    left = [line for number, line in enumerate(_LINES) if number != gone]
    lengths = []
    for text in (left, [left[1], left[0], left[2]], left[::-1]):
        room.say(_match("\n".join(text)))
        assert room.text == " ".join(text)
        lengths.append(room.timeline.d_ms)
        room.say("undo")
    assert lengths == [lengths[0]] * 3
    assert lengths[0] < 40_000


def test_a_moved_film_keeps_what_stands_before_its_first_word(empty_room: CuttingRoom) -> None:
    for name, line in (("one.mp4", "this is the first part"), ("two.mp4", "and that the second")):
        empty_room.heard(empty_room.bring(name, 5000), [line])
    empty_room.say(_match("and that the second this is the first part"))
    assert empty_room.timeline.d_ms == 10_000
    assert [span[:2] for span in empty_room.spans[:2]] == [("two.mp4", 0), ("one.mp4", 0)]
