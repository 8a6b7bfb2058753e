"""What comes of a message to the editor: changes, plans, questions, and steps back."""

import re
import shutil
from pathlib import Path

import pytest

from backend.editing.cutting_room import CuttingRoom
from command import SAMPLE
from transcribe_video.backend.editor.timeline import Captions, Fades, Frame, Level, Music, Title

# hello 1.0 … show 3.8 | so anyway 4.8 … right 8.0 | I wanted 9.0 … home 12.6 | so we had 13.6 …
# right 18.0 | thank you 19.0 … me 21.4
ALL = (
    "hello and welcome um to the show so anyway we never had a plan right I wanted to go I wanted "
    "to go home so we had a plan for it and that was right thank you uh for having me"
)
NOTHING = [("interview.mp4", 0, 120_000)]


def test_a_cut_by_time_is_made_at_once_and_told_with_its_words(room: CuttingRoom) -> None:
    turn = room.say("Remove the first 2 seconds.")
    assert room.spans == [("interview.mp4", 2000, 120_000)]
    assert turn.reply == "Cut 0:00-0:02 (“hello and welcome”). The video is 1:58 now (it was 2:00)."
    assert turn.changes == [
        {
            "kind": "removed",
            "track": 1,
            "clip": "interview.mp4",
            "from_s": 0,
            "to_s": 2,
            "text": "Removed 0:00-0:02 (“hello and welcome”)",
        }
    ]
    assert (turn.intent, turn.question, turn.choices) == ("edit", "", [])
    assert [action["tool"] for action in turn.actions] == ["export"]


def test_times_mean_the_timeline_as_it_stands_and_those_of_the_file_are_told(
    room: CuttingRoom,
) -> None:
    room.say("cut the first 30 seconds")
    turn = room.say("cut 0:10-0:20")
    assert room.spans == [("interview.mp4", 30_000, 40_000), ("interview.mp4", 50_000, 120_000)]
    assert "0:10-0:20 (interview.mp4 0:40-0:50)" in turn.reply


def test_several_edits_of_one_message_mean_the_same_timeline(room: CuttingRoom) -> None:
    turn = room.say("cut 0:10-0:20 and 0:40-0:50, and put 'Hi' on top at 1:00 for 2 seconds")
    assert [span[1:] for span in room.spans] == [(0, 10_000), (20_000, 40_000), (50_000, 120_000)]
    assert room.timeline.titles == (Title("Hi", 40_000, 42_000, "top"),)
    assert [change["kind"] for change in turn.changes] == ["removed", "removed", "added"]


def test_words_are_cut_exactly_and_no_other_word_with_them(room: CuttingRoom) -> None:
    turn = room.say("cut from 'so anyway' to 'plan right'")
    assert turn.question == ""
    assert room.text == (
        "hello and welcome um to the show I wanted to go I wanted to go home "
        "so we had a plan for it and that was right thank you uh for having me"
    )


def test_what_was_only_found_nearly_is_planned_and_done_when_agreed(room: CuttingRoom) -> None:
    turn = room.say("cut “we newer had any plan”")
    assert "Nothing is changed yet" in turn.reply
    assert "“we never had a plan”" in turn.reply
    assert (turn.question, [choice.message for choice in turn.choices]) == (
        "Shall that be done?",
        ["do it"],
    )
    assert (room.spans, turn.changes) == (NOTHING, [])

    done = room.say(turn.choices[0].message)
    assert "we never" not in room.text
    assert [change["kind"] for change in done.changes] == ["removed"]
    assert "we never had a plan" in done.changes[0]["text"]
    assert room.say("do it").reply.startswith("Nothing is waiting for your yes")


def test_a_plan_is_not_done_after_another_edit_or_a_step_back(room: CuttingRoom) -> None:
    room.say("cut the last 2 seconds")
    for other in ("cut the first 2 seconds", "undo 2 steps"):
        room.say("what would removing the filler words do?")
        room.say(other)
        before = room.timeline
        turn = room.say("do it")
        assert turn.reply.startswith("The video was changed since that was planned.")
        assert room.timeline == before


def test_a_yes_means_the_newest_question(room: CuttingRoom) -> None:
    room.say("what would removing the filler words do?")
    room.say("cut “plan”")  # several: asked back
    turn = room.say("do it")
    assert turn.reply.startswith("Which one is meant?")
    assert [choice.message for choice in turn.choices] == ["cut 0:07.2-0:07.6", "cut 0:15.2-0:15.6"]
    assert room.spans == NOTHING


@pytest.mark.parametrize("number", [0, 1])
def test_several_places_are_asked_back_with_choices_that_work(
    room: CuttingRoom, number: int
) -> None:
    turn = room.say("cut “had a plan”")
    assert turn.reply == turn.question
    assert turn.question.startswith("“had a plan” is said 2 times.")
    assert "we never [had a plan] right" in turn.choices[0].label
    before = re.findall(r"had a plan", "never had a plan had a plan")
    room.say(turn.choices[number].message)
    words = room.text.split()
    assert " ".join(words).count("had a plan") == len(before) - 1
    assert ("never right" in room.text) is (number == 0)


def test_several_places_to_keep_are_asked_back_and_kept(room: CuttingRoom) -> None:
    turn = room.say("keep only the part where she says “had a plan”")
    assert [choice.message.startswith("keep only ") for choice in turn.choices] == [True, True]
    room.say(turn.choices[1].message)
    assert room.text == "had a plan"


def test_where_a_range_may_begin_or_end_in_several_places_is_asked_the_shortest_first(
    room: CuttingRoom,
) -> None:
    turn = room.say("cut from “so” to “right”")
    assert "“so … right” is said 3 times" in turn.reply
    assert [re.sub(r".*\((.*)\)", r"\1", choice.label) for choice in turn.choices] == [
        "“um to the show [so anyway we never had a plan right] I wanted to go”",
        "“[so we had a … and that was right]”",
        "“[so anyway we never … and that was right]”",
    ]
    room.say(turn.choices[1].message)
    assert room.text.endswith("go home thank you uh for having me")


def test_filler_words_are_cut_or_muted(room: CuttingRoom) -> None:
    turn = room.say("remove the ums and uhs")
    assert room.text.startswith("hello and welcome to the show so anyway")
    assert turn.reply.startswith("Filler words cut: 2.")
    room.say("undo")
    turn = room.say("mute the filler words instead of cutting them")
    assert "um" not in room.text.split()
    assert room.timeline.d_ms == 120_000
    assert [clip.volume for clip in room.timeline.clips] == [1, 0, 1, 0, 1]
    assert turn.changes[0]["text"] == "Filler words muted: 2"
    assert room.say("mute the filler words").reply.startswith("No filler words were found in")


def test_a_repeated_take_is_shown_and_then_cut_and_the_last_one_stays(room: CuttingRoom) -> None:
    turn = room.say("remove the repeated takes")
    assert turn.question
    assert "(“I wanted to go”)" in turn.reply
    assert room.spans == NOTHING
    room.say("do it")
    assert "show so anyway we never had a plan right I wanted to go home so" in room.text


def test_a_long_cut_that_nobody_named_is_planned(room: CuttingRoom) -> None:
    turn = room.say("keep only from “thank you” to “having me”")
    assert turn.question
    assert "instead of 2:00" in turn.reply
    room.say("yes, do it")
    assert room.text == "thank you uh for having me"


def test_more_than_ten_cuts_are_planned(empty_room: CuttingRoom) -> None:
    film = empty_room.bring("talk.mp4")
    empty_room.heard(film, ["um yes"] * 11)
    turn = empty_room.say("remove the filler words")
    assert turn.question
    assert "and 1 more" in turn.reply
    done = empty_room.say("do it")
    assert len(done.changes) == 11
    assert empty_room.text == " ".join(["yes"] * 11)


def test_what_would_happen_is_told_and_not_done(room: CuttingRoom) -> None:
    turn = room.say("What would happen if you cut 0:10 to 0:20?")
    assert turn.reply.startswith("Nothing is changed yet. This would be cut: 0:10-0:20")
    assert room.spans == NOTHING
    room.say("ok, do it")
    assert [span[1:] for span in room.spans] == [(0, 10_000), (20_000, 120_000)]


def test_clips_are_split_moved_and_brought_back(room: CuttingRoom) -> None:
    room.say("split the clip at 1:00")
    assert [span[1:] for span in room.spans] == [(0, 60_000), (60_000, 120_000)]
    turn = room.say("move 1:00-1:30 to the beginning")
    assert [span[1:] for span in room.spans] == [
        (60_000, 90_000),
        (0, 60_000),
        (90_000, 120_000),
    ]
    assert [change["kind"] for change in turn.changes] == ["moved"]


def test_files_are_joined_once_whether_or_not_something_was_edited(room: CuttingRoom) -> None:
    room.bring("part 2.mp4", 10_000)
    turn = room.say("append part 2.mp4")
    assert room.spans == [*NOTHING, ("part 2.mp4", 0, 10_000)]
    assert turn.changes[0]["kind"] == "added"
    room.bring("part3.mp4", 10_000)
    assert room.spans == [*NOTHING, ("part 2.mp4", 0, 10_000)]
    [_, _, third] = room.view.media
    note = "“part3.mp4” is in the project and not in the video: “append part3.mp4” puts it at the"
    assert third.notes == [f"{note} end."]
    assert not room.say("append outro").changes
    room.say("append part3")
    assert [span[0] for span in room.spans] == ["interview.mp4", "part 2.mp4", "part3.mp4"]
    room.say("undo")
    room.say("join all the files")
    assert [span[0] for span in room.spans] == ["interview.mp4", "part 2.mp4", "part3.mp4"]
    assert all(not file.notes for file in room.view.media)
    assert room.say("join all the files").reply.startswith("All files of the project are in")


def test_a_picture_is_shown_where_it_was_asked_for_and_not_at_the_end_too(
    room: CuttingRoom,
) -> None:
    file = room.bring("logo.png", kind="image")
    room.say(f"show {file.path} at 0:05 for 3 seconds")
    assert room.spans == [
        ("interview.mp4", 0, 5000),
        ("logo.png", 0, 3000),
        ("interview.mp4", 5000, 120_000),
    ]


def test_music_lies_under_the_video(room: CuttingRoom) -> None:
    file = room.bring("lofi.mp3", 30_000, "audio")
    room.say("add lofi.mp3 at 35 %, ducked under speech")
    assert room.timeline.music == (
        Music(file.media_id, "lofi.mp3", 0.35, is_ducked=True, length_ms=30_000),
    )
    turn = room.say("make the music half as loud")
    assert room.timeline.music[0].volume == pytest.approx(0.175)
    assert turn.changes[0]["kind"] == "volume"
    turn = room.say("mute the music from 0:10 to 0:20")
    assert turn.reply == "Muted the music in 0:10-0:20. The video is still 2:00 long."
    assert room.timeline.music[0].levels == (Level(10_000, 20_000, 0),)
    assert (turn.changes[0]["kind"], turn.changes[0]["from_s"]) == ("volume", 10)
    assert room.say("add rock.mp3 as music").reply


@pytest.mark.parametrize(
    ("message", "field", "value"),
    [
        (
            "add captions, large, at the top",
            "captions",
            Captions(is_on=True, size="large", position="top"),
        ),
        ("turn the captions off", "captions", Captions(is_on=False)),
        ("burn the captions in", "captions", Captions(is_on=True, is_burned=True)),
        (
            "highlight each word in the captions",
            "captions",
            Captions(is_on=True, is_burned=True, is_highlighted=True),
        ),
        ("fade in over 1 second", "fades", Fades(1000, 0, 1000, 0)),
        ("fade the sound out over 3 seconds", "fades", Fades(0, 0, 0, 3000)),
        ("normalize the loudness for YouTube", "loudness_lufs", -14),
        ("crop to 9:16", "frame", Frame("9:16")),
        ("pad it to 1:1", "frame", Frame("1:1", is_padded=True)),
        ("make it 720p", "frame", Frame(height=720)),
        ("加字幕", "captions", Captions(is_on=True)),
        ("裁成9:16", "frame", Frame("9:16")),
    ],
)
def test_the_whole_is_shaped(room: CuttingRoom, message: str, field: str, value: object) -> None:
    turn = room.say(message)
    assert getattr(room.timeline, field) == value
    assert (len(turn.changes), turn.job_ids) == (1, [])
    assert turn.changes[0]["kind"] in {"captions", "fade", "loudness", "frame"}
    assert room.timeline.d_ms == 120_000
    room.say("undo")
    assert room.spans == NOTHING


def test_volume_and_speed_of_a_part(room: CuttingRoom) -> None:
    room.say("mute 0:20 to 0:25")
    assert [clip.volume for clip in room.timeline.clips] == [1, 0, 1]
    room.say("start over")
    turn = room.say("play 0:10-0:20 twice as fast")
    assert [clip.speed for clip in room.timeline.clips] == [1, 2, 1]
    assert room.timeline.d_ms == 115_000
    assert (turn.changes[0]["from_s"], turn.changes[0]["to_s"]) == (10, 20)
    assert room.say("play it 10 times as fast").reply.startswith("The speed can be 0.25 to 4")


def test_steps_go_back_and_forward_to_the_very_timelines(room: CuttingRoom) -> None:
    states = [room.timeline]
    for message in ("cut 0:10-0:20", "put 'Hi' on top", "crop to 9:16"):
        room.say(message)
        states.append(room.timeline)
    turn = room.say("undo 2 steps")
    assert room.timeline == states[1]
    assert turn.reply.startswith("Undone: Added the title “Hi” (0:00-0:03); The picture is cropped")
    assert [change["kind"] for change in room.say("undo").changes] == ["undone"]
    assert room.timeline == states[0]
    assert room.say("undo").reply == "There is nothing to undo."
    for state in states[1:]:
        room.say("redo")
        assert room.timeline == state
    assert room.say("redo").reply == "There is nothing to do again."
    room.say("undo")
    room.say("cut the first 5 seconds")
    assert room.say("redo").reply == "There is nothing to do again."


def test_the_changes_are_told_and_all_of_them_taken_back_and_brought_again(
    room: CuttingRoom,
) -> None:
    assert room.say("show the changes").reply == ("Nothing is changed so far. The video is 2:00.")
    room.say("cut the first 10 seconds")
    room.say("fade out over 2 seconds")
    edited = room.timeline
    told = room.say("show the changes").reply
    assert told.startswith("Changed so far: 1. Cut 0:00-0:10 (“hello")
    assert told.endswith("2. Fades out over 2 s. The video is 1:50.")
    room.say("start over")
    assert room.spans == NOTHING
    room.say("undo")
    assert room.timeline == edited


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_vague_wish_gets_three_proposals_each_of_which_can_be_said(
    room: CuttingRoom, language: str
) -> None:
    turn = room.say("make it look better" if language == "en" else "让视频更好看")
    assert len(turn.choices) == 3
    assert turn.question
    for choice in turn.choices:
        done = room.say(choice.message)
        if done.question:
            done = room.say(done.choices[0].message)
        assert done.changes, choice
        room.say("start over")


def test_a_recording_without_words_and_pictures_gets_proposals_too(
    empty_room: CuttingRoom,
) -> None:
    empty_room.bring("song.mp3", 60_000, "audio")
    turn = empty_room.say("make it better")
    assert len(turn.choices) == 3
    assert not any("crop" in choice.message for choice in turn.choices)


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("generate a video of a cat", "making up pictures that nobody filmed"),
        ("add an AI voiceover", "making up a voice"),
        ("用AI配音", "生成配音"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_can(
    room: CuttingRoom, message: str, says: str
) -> None:
    turn = room.say(message)
    assert says in turn.reply
    assert turn.changes == []
    assert room.spans == NOTHING


def test_what_is_not_clear_is_asked(room: CuttingRoom) -> None:
    turn = room.say("cut it")
    assert turn.question == turn.reply
    assert turn.reply.startswith("It is not clear what is meant: which part")


def test_what_is_not_read_in_a_message_is_said(room: CuttingRoom) -> None:
    turn = room.say("cut the first 5 seconds and defenestrate the wombat")
    assert "Not understood, and so not done: “defenestrate the wombat”" in turn.reply
    assert room.spans == [("interview.mp4", 5000, 120_000)]


def test_a_step_back_with_a_change_in_one_message_is_not_guessed_at(room: CuttingRoom) -> None:
    room.say("cut the first 5 seconds")
    before = room.timeline
    turn = room.say("undo and cut the first 3 seconds")
    assert turn.question.startswith("Undoing, looking and changing are said one at a time")
    assert room.timeline == before


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("cut 3:00-3:10", "3:00 lies behind the end of the video, which is 2:00 long."),
        ("cut “something nobody ever said here”", "is not said in the video"),
        ("keep only “something nobody ever said here”", "is not said in the video"),
        ("remove 'plan' and cut 0:10-0:20", "“plan” is said 2 times"),
        ("add nowhere.mp3 as music", ""),
        ("cut everything", ""),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_changed(
    room: CuttingRoom, message: str, says: str
) -> None:
    turn = room.say(message)
    assert says in turn.reply
    assert room.spans == NOTHING


def test_chinese_is_answered_in_chinese_and_its_words_are_found(empty_room: CuttingRoom) -> None:
    film = empty_room.bring("采访.mp4", 60_000)
    empty_room.heard(film, ["我们 从 来 没有 计划", "那 就 是 对 的"], "zh")
    turn = empty_room.say("剪掉前一秒")
    assert turn.reply == "已剪掉 0:00-0:01。视频现在长 0:59（原来 1:00）。"
    assert turn.changes[0]["text"] == "剪掉 0:00-0:01"
    empty_room.say("删掉“没有计划”")
    assert empty_room.text.replace(" ", "") == "我们从来那就是对的"
    assert empty_room.say("撤销").reply.startswith("已撤销：已剪掉")


def test_an_edited_text_that_is_handed_back_is_what_is_said(room: CuttingRoom) -> None:
    wanted = "thank you for having me hello and welcome to the show"
    turn = room.say(f"Make the video match this text:\n{wanted}")
    assert turn.changes
    assert room.text == wanted
    assert room.spans[-1] == ("interview.mp4", 21_520, 120_000)  # where nobody speaks


def test_where_words_were_only_deleted_all_else_stays(room: CuttingRoom) -> None:
    wanted = ALL.removeprefix("hello and welcome um to the show ")
    room.say(f"Make the video match this text:\n{wanted}")
    assert room.text == wanted
    assert [span[1:] for span in room.spans] == [(0, 840), (3920, 120_000)]


def test_names_of_speakers_in_an_edited_text_are_not_words(empty_room: CuttingRoom) -> None:
    film = empty_room.bring("talk.mp4", 20_000)
    empty_room.heard(film, [("Ana", "one two three"), ("Speaker 2", "four five"), ("Ana", "six")])
    turn = empty_room.say(
        "Make the video match this text:\nAna: one three\nSpeaker 2: five\nsix seven"
    )
    assert "Left out, because they are not said in the recording: seven." in turn.reply
    empty_room.say("do it")
    assert empty_room.text == "one three five six"


def test_a_text_of_something_else_is_refused(room: CuttingRoom) -> None:
    turn = room.say("Make the video match this text:\nthe quick brown fox jumps over a lazy dog")
    assert turn.reply.startswith("That is not the text of this video")
    assert room.spans == NOTHING
    long = room.say("Make the video match this text:\n" + "hello " * 1000)
    assert long.reply.startswith("That is not the text of this video")
    assert len(long.message) <= 2000


def test_what_needs_words_begins_the_transcription_and_offers_itself_again(
    empty_room: CuttingRoom, tmp_path: Path, speech: Path
) -> None:
    path = tmp_path / "films" / "jfk.flac"
    path.write_bytes((speech / "jfk.flac").read_bytes())
    empty_room.place.named(empty_room.session, path)
    first = empty_room.say("cut “ask not”")
    assert first.reply.startswith("That needs the words and their times")
    assert len(first.job_ids) == 1
    assert first.actions == [
        {
            "tool": "chat",
            "arguments": {"message": "cut “ask not”", "session_id": first_session(empty_room)},
            "label": "cut “ask not”",
        }
    ]
    second = empty_room.say("remove the filler words")
    assert second.job_ids == first.job_ids
    [job] = empty_room.view.jobs
    assert empty_room.place.ended(job).status == "completed"
    empty_room.say("cut “ask not”")
    assert "ask not" not in empty_room.text.lower()


def test_captions_are_set_while_their_words_are_still_to_come(
    empty_room: CuttingRoom, tmp_path: Path
) -> None:
    path = Path(shutil.copy(SAMPLE, tmp_path / "films" / "film.mp4"))
    empty_room.place.named(empty_room.session, path)
    turn = empty_room.say("add captions")
    assert empty_room.timeline.captions == Captions(is_on=True)
    assert [change["kind"] for change in turn.changes] == ["captions"]
    [job] = empty_room.view.jobs
    assert turn.job_ids == [job.job_id]


def test_two_sessions_are_edited_apart(room: CuttingRoom) -> None:
    other = CuttingRoom(room.place, room.context, room.place.session(), room.folder)
    other.bring("other.mp4", 30_000)
    room.say("cut the first 10 seconds")
    other.say("cut the first 5 seconds")
    room.say("undo")
    assert room.spans == NOTHING
    assert other.spans == [("other.mp4", 5000, 30_000)]
    assert other.say("show the changes").reply.count("Cut ") == 1


def first_session(room: CuttingRoom) -> str:
    return room.session.session_id
