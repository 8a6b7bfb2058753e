"""What is said of each kind of edit, what is asked, and that each answer does what it says."""

import pytest

from backend.editing.cutting_room import CuttingRoom
from transcribe_video.backend.editor.timeline import Captions, Level, Title
from transcribe_video.wire.session import Turn

NOTHING = [("interview.mp4", 0, 120_000)]
START = "hello and welcome um to the show"


def _chosen(room: CuttingRoom, turn: Turn, number: int) -> Turn:
    assert turn.question
    assert room.spans == NOTHING
    return room.say(turn.choices[number].message)


def test_words_are_muted_and_their_times_told(room: CuttingRoom) -> None:
    turn = room.say("mute “never had a plan”")
    assert turn.reply == ("Muted 0:06-0:07.6 (“never had a plan”). The video is still 2:00 long.")
    assert "never" not in room.text
    [change] = turn.changes
    assert (change["kind"], change["from_s"], change["to_s"]) == ("volume", 6, 7.6)
    room.say("undo")
    room.say("cut the first 4 seconds")
    turn = room.say("把“never had a plan”静音")
    assert turn.reply.startswith("已将 0:02-0:03.6 (interview.mp4 0:06-0:07.6, “never had a plan”)")


def test_words_are_moved_before_and_behind_others_and_to_the_ends(room: CuttingRoom) -> None:
    turn = room.say("move “so anyway” before “hello and welcome”")
    assert turn.reply.startswith(
        "Moved 0:04.64-0:05.6 (“so anyway”) to 0:00.84, before “hello and welcome”."
    )
    assert room.text.startswith(f"so anyway {START} we never")
    assert turn.changes[0]["kind"] == "moved"
    room.say("undo")
    assert room.say("move “thank you uh for having me” to the beginning").reply.startswith(
        "Moved 0:18.84-0:21.52 (“thank you uh for having me”) to the beginning."
    )
    assert room.text.startswith(f"thank you uh for having me {START}")
    room.say("undo")
    assert "“uh” after “welcome”" not in room.say("move “so anyway” behind “welcome”").reply
    assert room.text.startswith("hello and welcome so anyway um to the show we never")


def test_what_is_nearly_said_is_planned_for_muting_and_moving_too(room: CuttingRoom) -> None:
    for message in ("mute “we newer had any plan”", "move “we newer had any plan” to the end"):
        turn = room.say(message)
        assert turn.reply.startswith("Nothing is changed yet. What you would get: M")
        assert "“we never had a plan”" in turn.reply
        assert turn.question == "Shall that be done?"
        assert room.spans == NOTHING
        room.say("do it")
        assert room.spans != NOTHING
        room.say("undo")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("english", "chinese", "text"),
    [
        ("cut “plan”", "剪掉“plan”", "so anyway we never had a right I wanted"),
        ("mute “plan”", "把“plan”静音", "so anyway we never had a right I wanted"),
        ("move “plan” to the beginning", "把“plan”移到开头", f"plan {START} so anyway we never"),
        (
            "move “anyway” before “had a”",
            "把“anyway”移到“had a”之前",
            "show so we never anyway had a plan",
        ),
    ],
)
def test_each_place_that_is_offered_is_done_when_it_is_said(
    room: CuttingRoom, language: str, english: str, chinese: str, text: str
) -> None:
    turn = room.say(english if language == "en" else chinese)
    assert len(turn.choices) == 2
    assert "plan" in turn.choices[0].label
    assert "2" in turn.question
    done = _chosen(room, turn, 0)
    assert not done.question
    assert text in room.text


def test_all_up_to_some_words_is_kept_or_cut_and_planned_if_it_is_much(room: CuttingRoom) -> None:
    room.say("cut everything before “thank you uh”")
    assert room.text == "thank you uh for having me"
    room.say("undo")
    turn = room.say("cut everything after “to the show”")
    assert "instead of 2:00" in turn.reply
    room.say("do it")
    assert room.text == START


def test_choices_are_in_times_of_the_video_as_the_person_knows_it(room: CuttingRoom) -> None:
    turn = room.say("cut the first 4 seconds and remove “plan”")
    assert turn.reply.endswith("not done either: say it again then.")
    _chosen(room, turn, 1)
    assert room.text.count("plan") == 1
    assert "so we had a for it" in room.text


def test_where_one_of_several_edits_cannot_be_made_none_is_and_that_is_said(
    room: CuttingRoom,
) -> None:
    turn = room.say("cut the first 5 seconds and cut “defenestrate the wombat now”")
    assert turn.reply.startswith("“defenestrate the wombat now” is not said in the video.")
    assert turn.reply.endswith("So nothing of the message was done.")
    assert room.spans == NOTHING


@pytest.mark.parametrize(
    ("message", "titles"),
    [
        ("change the title to “Hello”", [("Hello", 5000, 8000, "top")]),
        ("move the title to 0:20", [("Hi", 20_000, 23_000, "top")]),
        ("move the title to the bottom", [("Hi", 5000, 8000, "bottom")]),
        ("make the title last 6 seconds", [("Hi", 5000, 11_000, "top")]),
        ("把标题改成“你好”", [("你好", 5000, 8000, "top")]),
        ("把标题移到下方", [("Hi", 5000, 8000, "bottom")]),
        ("cut the first 2 seconds and change the title to “Hello”", [("Hello", 3000, 6000, "top")]),
    ],
)
def test_a_title_is_changed_and_what_is_not_said_of_it_stays(
    room: CuttingRoom, message: str, titles: list[tuple[str, int, int, str]]
) -> None:
    room.say("add the title “Hi” at 0:05 at the top")
    turn = room.say(message)
    assert [
        (one.text, one.from_ms, one.to_ms, one.position) for one in room.timeline.titles
    ] == titles
    assert turn.changes[-1]["kind"] == "text"
    assert titles[0][0] in turn.reply


@pytest.mark.parametrize(
    ("message", "choice", "changed"),
    [
        (
            "change the title to “New”",
            "change the title “One” to “New”",
            ("New", 0, 3000, "bottom"),
        ),
        (
            "move the title to 0:20",
            "change the title “One” to 0:20",
            ("One", 20_000, 23_000, "bottom"),
        ),
        ("move the title to the top", "change the title “One” to the top", ("One", 0, 3000, "top")),
        ("make the title last 2 s", "change the title “One” to 2 s", ("One", 0, 2000, "bottom")),
        ("标题改成“新”", "把标题“One”改成“新”", ("新", 0, 3000, "bottom")),
        ("把标题移到0:20", "把标题“One”改成0:20", ("One", 20_000, 23_000, "bottom")),
        ("把标题移到上方", "把标题“One”改成上方", ("One", 0, 3000, "top")),
    ],
)
def test_which_title_shall_change_is_asked_with_choices_that_work(
    room: CuttingRoom, message: str, choice: str, changed: tuple[str, int, int, str]
) -> None:
    room.say("add the title “One”")
    room.say("add the title “Two” at 0:10")
    turn = room.say(message)
    assert turn.choices[0].message == choice
    assert len(room.timeline.titles) == 2
    room.say(choice)
    last = room.timeline.titles[-1]
    assert (last.text, last.from_ms, last.to_ms, last.position) == changed


def test_titles_are_taken_away_by_their_text(room: CuttingRoom) -> None:
    assert room.say("remove the title").reply == "There is no title in the video."
    room.say("put “Part one” on top for 3 seconds")
    room.say("put “Part two” on top at 1:00 for 3 seconds")
    turn = room.say("remove the title “Part”")
    assert [choice.message for choice in turn.choices] == [
        "remove the title “Part one”",
        "remove the title “Part two”",
    ]
    turn = room.say(turn.choices[1].message)
    assert turn.reply.startswith("Removed the title “Part two” (1:00-1:03).")
    assert turn.changes[0]["kind"] == "removed"
    assert room.timeline.titles == (Title("Part one", 0, 3000, "top"),)
    assert "“Part one”" in room.say("remove the title “Credits”").reply


def test_music_is_taken_away_and_made_quieter_for_a_while(room: CuttingRoom) -> None:
    room.bring("lofi.mp3", 30_000, "audio")
    room.say("add lofi.mp3 at 35 %")
    turn = room.say("make the music half as loud from 0:10 to 0:20")
    assert turn.reply.startswith("The volume of the music in 0:10-0:20 is 50 % of what it was.")
    assert room.timeline.music[0].levels == (Level(10_000, 20_000, 0.5),)
    room.say("cut the first 5 seconds")
    assert room.timeline.music[0].levels == (Level(5000, 15_000, 0.5),)
    turn = room.say("remove the music")
    assert turn.reply.startswith("Removed the music “lofi.mp3”.")
    assert room.timeline.music == ()
    assert room.say("remove the music").reply == "There is no music in the video."


def test_what_was_muted_is_heard_again_and_what_is_muted_in_it_stays_so(room: CuttingRoom) -> None:
    room.bring("lofi.mp3", 30_000, "audio")
    room.say("mute 0:10-0:20")
    turn = room.say("make 0:10-0:20 half as loud")
    assert turn.reply.startswith("0:10-0:20 is heard again, at 50 % of the recording.")
    assert [clip.volume for clip in room.timeline.clips] == [1, 0.5, 1]
    room.say("mute the filler words")
    room.say("make it twice as loud")
    assert {"um", "uh"}.isdisjoint(room.text.split())
    room.say("add lofi.mp3 at 40 %")
    room.say("mute the music from 0:10 to 0:20")
    turn = room.say("make the music twice as loud from 0:10 to 0:20")
    assert "heard again, at 200 % of its volume" in turn.reply
    assert room.timeline.music[0].levels == (Level(10_000, 20_000, 2),)


def test_captions_get_a_colour_as_part_of_the_picture(room: CuttingRoom) -> None:
    turn = room.say("make the captions yellow")
    assert turn.reply.startswith("Captions are on (burned into the picture, yellow letters).")
    assert room.timeline.captions == Captions(is_on=True, is_burned=True, color="yellow")
    room.say("undo")
    assert "A player shows captions in its own way" in room.say("add large captions").reply
    room.say("undo")
    assert "A player" not in room.say("add captions").reply


def test_a_file_is_put_in_before_a_moment(room: CuttingRoom) -> None:
    room.bring("part2.mp4", 10_000)
    room.say("put “Hi” on top at 1:00 for 2 seconds")
    turn = room.say("insert part2.mp4 at 0:30")
    assert turn.reply.startswith("Put “part2.mp4” in at 0:30. The video is 2:20 now")
    assert room.spans == [
        ("interview.mp4", 0, 30_000),
        ("part2.mp4", 0, 10_000),
        ("interview.mp4", 30_000, 120_000),
        ("part2.mp4", 0, 10_000),
    ]
    assert room.timeline.titles == (Title("Hi", 70_000, 72_000, "top"),)


@pytest.mark.parametrize(
    ("message", "told", "other"),
    [
        ("make it louder", "140 %", "make it twice as loud"),
        ("make 0:10-0:20 quieter", "70 %", "make it 50 % quieter"),
        ("speed it up", "1.25 times", "play it 1.5 times as fast"),
        ("slow it down", "0.8 times", "play it at half speed"),
        ("remove the pauses", "pauses longer than 0.8 s to 0.2 s", "longer than 1.5 s"),
        ("fade in", "over 1 s", "fade in over 3 seconds"),
        ("put “Hi” on top", "(0:00-0:03)", 'put "Hi" on top for 5 seconds'),
        ("把声音调大一点", "140 %", "声音调大一倍"),
    ],
)
def test_an_amount_that_nobody_said_is_told_and_how_to_have_another(
    room: CuttingRoom, message: str, told: str, other: str
) -> None:
    turn = room.say(message)
    assert told in turn.reply
    assert other in turn.reply
    is_done = not turn.question
    assert ("undo" in turn.reply or "撤销" in turn.reply) is is_done


@pytest.mark.parametrize(
    "message",
    [
        "make it 40 % louder",
        "play it 1.25 times as fast",
        "fade in over 1 second",
        "mute 0:10-0:20",
    ],
)
def test_of_an_amount_that_was_said_no_other_is_offered(room: CuttingRoom, message: str) -> None:
    turn = room.say(message)
    assert turn.changes
    assert "For other amounts" not in turn.reply


@pytest.mark.parametrize(
    ("message", "unread"),
    [
        ("cut 0:10-0:20 and not the yodel", "not the yodel"),
        ("cut 0:10-0:20 that annoyed the wombat", "annoyed the wombat"),
    ],
)
def test_words_that_may_limit_what_is_meant_are_asked_about_first(
    room: CuttingRoom, message: str, unread: str
) -> None:
    turn = room.say(message)
    assert unread in turn.reply
    assert turn.question == "Shall that be done without what was not understood?"
    assert room.spans == NOTHING
    room.say("do it")
    assert room.spans == [("interview.mp4", 0, 10_000), ("interview.mp4", 20_000, 120_000)]


def test_a_plan_tells_what_would_be_done_besides_the_cuts(room: CuttingRoom) -> None:
    turn = room.say("What if you cut the first 2 seconds and put “Hi” on top for 3 seconds?")
    assert "This would be cut: 0:00-0:02" in turn.reply
    assert "What you would get: Added the title “Hi” (0:00-0:03)." in turn.reply


@pytest.mark.parametrize(
    ("message", "answers"),
    [
        ("crop it", ["crop to 16:9", "crop to 9:16", "crop to 1:1"]),
        ("裁一下画面", ["裁成16:9", "裁成9:16", "裁成1:1"]),
        ("cut it", []),
    ],
)
def test_what_is_missing_is_asked_with_what_may_be_answered(
    room: CuttingRoom, message: str, answers: list[str]
) -> None:
    turn = room.say(message)
    assert [choice.message for choice in turn.choices] == answers
    assert ("cut 1:20-1:45" in turn.reply) == (not answers)


def test_an_edited_text_and_other_edits_go_in_one_message(room: CuttingRoom) -> None:
    turn = room.say(
        "Make the video match this text, crop to 9:16 and cut 0:50-1:00:\n"
        "hello and welcome to the show\nthank you for having me"
    )
    assert room.text == "hello and welcome to the show thank you for having me"
    assert room.timeline.frame.aspect == "9:16"
    kinds = [change["kind"] for change in turn.changes]
    assert (kinds[-2:], set(kinds[:-2])) == (["frame", "removed"], {"removed"})
    assert "Not understood" not in turn.reply
    room.say("undo")
    assert room.spans == NOTHING


def test_what_is_not_understood_beside_an_edited_text_is_said(room: CuttingRoom) -> None:
    turn = room.say(
        "Make the video match this text and defenestrate the wombat:\nhello and welcome"
    )
    assert "Not understood, and so not done: “defenestrate the wombat”" in turn.reply


def test_what_an_edited_text_would_do_is_only_told(room: CuttingRoom) -> None:
    turn = room.say(
        "What would happen if you made the video match this text:\nhello and welcome to the show"
    )
    assert turn.question
    assert room.spans == NOTHING


def test_an_english_instruction_about_chinese_words_is_answered_in_english(
    empty_room: CuttingRoom,
) -> None:
    film = empty_room.bring("采访.mp4", 60_000)
    empty_room.heard(film, ["我们 从 来 没有 计划", "那 就 是 对 的"], "zh")
    assert empty_room.say("cut “没有计划”").reply.startswith("Cut 0:02.16-0:03.12 (“没有 计划”).")
    assert empty_room.say("撤销").reply.startswith("已撤销：")
    assert empty_room.say("mute “从来”").reply.startswith("Muted ")


def test_a_project_whose_file_was_deleted_is_still_edited(room: CuttingRoom) -> None:
    (room.folder / "interview.mp4").unlink()
    assert room.say("cut “so anyway”").changes
    assert room.say("remove pauses longer than 0.8 s").question
    assert room.say("do it").changes
    assert room.say("move “thank you” to the beginning").changes
    assert room.text.startswith("thank you hello and welcome")
    room.say("undo 3 steps")
    assert room.spans == NOTHING


@pytest.mark.parametrize(
    "message", ["stop at 1:30", "end the video at 1:30", "make it stop at 1:30"]
)
def test_where_the_video_shall_stop_it_is_cut(room: CuttingRoom, message: str) -> None:
    room.say(message)
    assert room.spans == [("interview.mp4", 0, 90_000)]
    assert room.say("stop").intent == "cancel"


@pytest.mark.parametrize(
    "message",
    [
        "turn on captions",
        "captions on please",
        "please enable closed captions",
        "turn on the captions in the video",
        "开启字幕",
    ],
)
def test_captions_that_are_switched_on_are_those_of_the_video(
    room: CuttingRoom, message: str
) -> None:
    off = room.say("turn off the captions")
    assert off.changes[-1]["text"].startswith("Captions are off")
    turn = room.say(message)
    assert room.timeline.captions.is_on
    assert turn.changes[-1]["kind"] == "captions"
