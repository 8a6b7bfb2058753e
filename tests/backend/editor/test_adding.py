"""Files, titles and music come and go, and what else is on the timeline moves with them."""

from dataclasses import replace
from fractions import Fraction

import pytest

from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.project import Project, Source
from transcribe_video.backend.editor.timeline import Captions, Clip, Level, Music, Timeline, Title
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.edit import (
    AddMusic,
    AddTitle,
    ChangeTitle,
    Cut,
    Join,
    Move,
    RemoveMusic,
    RemoveTitle,
    SetCaptions,
    SetSpeed,
    SetVolume,
    TimelineEdit,
)
from transcribe_video.media.render.request import MOST_CLIPS

_PROJECT = Project(
    (
        Source("m1", "a.mp4", "video", 10_000),
        Source("m2", "b.mp4", "video", 2017),
        Source("m3", "c.mp4", "video", 1000),
    )
)
_SONG, _OTHER = Music("s1", "song.mp3", 0.5), Music("s2", "song.wav", 0.5)
_TALK = Timeline(
    (Clip("m1", "a.mp4", 0, 10_000),),
    Fraction(25),
    titles=(Title("Urban Dreams", 6000, 8000), Title("The end", 9000, 10_000)),
    music=(_SONG,),
)


def _made(*wanted: TimelineEdit, timeline: Timeline = _TALK) -> Timeline:
    for edit in wanted:
        timeline = applied(timeline, edit, _PROJECT).timeline
    return timeline


def _trouble(edit: TimelineEdit, timeline: Timeline = _TALK) -> EditError:
    with pytest.raises(EditError) as caught:
        applied(timeline, edit, _PROJECT)
    return caught.value


def test_files_are_put_in_before_a_moment_and_all_that_follows_moves() -> None:
    quiet = SetVolume(0.5, 6000, 7000, "music")
    made = _made(quiet, Join(("b.mp4", "c.mp4"), 4010))
    assert [(clip.name, clip.from_ms, clip.to_ms) for clip in made.clips] == [
        ("a.mp4", 0, 4000),
        ("b.mp4", 0, 2000),  # whole pictures, so that the rest begins with one
        ("c.mp4", 0, 1000),
        ("a.mp4", 4000, 10_000),
    ]
    assert made.titles[0] == Title("Urban Dreams", 9000, 11_000)
    assert made.music[0].levels == (Level(9000, 10_000, 0.5),)


def test_at_the_end_a_file_is_put_in_whole_and_behind_it_nothing_is() -> None:
    assert _made(Join(("b.mp4",))).clips[-1].to_ms == 2017
    assert [clip.name for clip in _made(Join((), 0)).clips] == ["b.mp4", "c.mp4", "a.mp4"]
    assert _trouble(Join(("b.mp4",), 11_000)).reason == "beyond"
    assert _trouble(Join(("z.mp4",), 0)).reason == "no_file"


@pytest.mark.parametrize("text", ["Urban Dreams", "urban dreams!", "URBAN  DREAMS"])
def test_a_title_is_taken_away_by_its_text(text: str) -> None:
    assert [title.text for title in _made(RemoveTitle(text)).titles] == ["The end"]
    assert not applied(_TALK, RemoveTitle(text), _PROJECT).doubts


def test_a_title_that_is_named_nearly_is_doubtful_and_every_one_goes_without_a_text() -> None:
    near = applied(_TALK, RemoveTitle("urban dream"), _PROJECT)
    assert near.doubts
    assert [title.text for title in near.timeline.titles] == ["The end"]
    assert _made(RemoveTitle()).titles == ()


def test_which_of_several_titles_is_meant_is_asked() -> None:
    parts = replace(_TALK, titles=(Title("Part one", 0, 1000), Title("Part two", 2000, 3000)))
    trouble = _trouble(RemoveTitle("part"), parts)
    assert trouble.reason == "several_titles"
    assert [choice.edit for choice in trouble.choices] == [
        RemoveTitle("Part one"),
        RemoveTitle("Part two"),
    ]
    assert _trouble(RemoveTitle("Credits"), parts).facts["names"] == ["Part one", "Part two"]
    assert _trouble(RemoveTitle("Part"), replace(_TALK, titles=())).reason == "no_titles"


def test_a_title_says_something_else_or_stands_elsewhere_and_the_rest_of_it_stays() -> None:
    end, dreams = Title("The end", 9000, 10_000), Title("Urban Dreams", 6000, 8000)
    said = ChangeTitle("urban dreams", "City")
    assert _made(said).titles == (end, Title("City", 6000, 8000))
    assert _made(ChangeTitle("The end", from_ms=2000)).titles == (
        dreams,
        Title("The end", 2000, 3000),
    )
    assert _made(ChangeTitle("The end", duration_ms=500, position="top")).titles[-1] == Title(
        "The end", 9000, 9520, "top"
    )
    assert applied(_TALK, ChangeTitle("urban dream", "City"), _PROJECT).doubts


def test_the_title_is_the_one_that_is_there() -> None:
    one = replace(_TALK, titles=_TALK.titles[:1])
    assert _made(AddTitle("City", is_the=True), timeline=one).titles == (Title("City", 6000, 8000),)
    assert _made(AddTitle("Urban Dreams", 1000, is_the=True)).titles[-1] == Title(
        "Urban Dreams", 1000, 3000
    )
    assert _made(AddTitle("City", is_the=True), timeline=replace(_TALK, titles=())).titles == (
        Title("City", 0, 3000),
    )
    assert _trouble(AddTitle("City", is_the=True)).reason == "which_title"
    assert _made(ChangeTitle("Urban Dreams", from_ms=10_000)).titles[-1] == Title(
        "Urban Dreams", 8000, 10_000
    )


def test_music_that_is_there_is_ducked_and_not_laid_twice() -> None:
    song = Source("s1", "song.mp3", "audio", 10_000, has_sound=True)
    project = Project((*_PROJECT.sources, song))
    made = applied(_TALK, AddMusic("song.mp3", is_ducked=True), project).timeline
    assert [(one.name, one.volume, one.is_ducked) for one in made.music] == [
        ("song.mp3", 0.5, True)
    ]


def test_which_title_changes_is_asked_where_several_may() -> None:
    trouble = _trouble(ChangeTitle(text="City"))
    assert trouble.reason == "which_title"
    assert [choice.edit for choice in trouble.choices] == [
        ChangeTitle("Urban Dreams", "City"),
        ChangeTitle("The end", "City"),
    ]
    twice = replace(_TALK, titles=(Title("Hi", 0, 1000), Title("Hi", 2000, 3000)))
    assert _trouble(ChangeTitle("Hi", "City"), twice).reason == "title_repeated"
    assert _trouble(
        ChangeTitle(text="x" * 300), replace(_TALK, titles=_TALK.titles[:1])
    ).reason == ("long_title")
    assert _trouble(ChangeTitle(text="City"), replace(_TALK, titles=())).reason == "no_titles"


def test_music_is_taken_away_by_its_name_or_all_of_it() -> None:
    both = replace(_TALK, music=(_SONG, _OTHER))
    assert _made(RemoveMusic("song.WAV"), timeline=both).music == (_SONG,)
    assert _made(RemoveMusic(), timeline=both).music == ()
    trouble = _trouble(RemoveMusic("song"), both)
    assert [choice.edit for choice in trouble.choices] == [
        RemoveMusic("song.mp3"),
        RemoveMusic("song.wav"),
    ]
    assert _trouble(RemoveMusic("rock.mp3"), both).facts["names"] == ["song.mp3", "song.wav"]
    assert _trouble(RemoveMusic(), replace(_TALK, music=())).reason == "no_music"


def test_music_has_levels_that_multiply_and_go_with_their_moments() -> None:
    made = _made(SetVolume(0.5, 2000, 6000, "music"), SetVolume(0.5, 4000, 8000, "music"))
    assert made.music[0].levels == (
        Level(2000, 4000, 0.5),
        Level(4000, 6000, 0.25),
        Level(6000, 8000, 0.5),
    )
    assert made.clips == _TALK.clips
    usual = _made(SetVolume(2, 2000, 8000, "music"), timeline=made).music[0].levels
    assert usual == (Level(4000, 6000, 0.5),)
    assert _made(Cut(0, 3000), timeline=made).music[0].levels[0] == Level(0, 1000, 0.5)
    moved = _made(Move(5000, 7000, 0), timeline=made).music[0].levels
    assert moved[:2] == (Level(0, 1000, 0.25), Level(1000, 2000, 0.5))
    fast = _made(SetSpeed(2, 0, 4000), timeline=made).music[0].levels
    assert fast[0] == Level(1000, 2000, 0.5)


def test_the_whole_of_the_music_keeps_its_levels() -> None:
    [music] = _made(SetVolume(0, 2000, 3000, "music"), SetVolume(0.5, layer="music")).music
    assert (music.volume, music.levels) == (0.25, (Level(2000, 3000, 0),))
    assert _trouble(SetVolume(21, 0, 1000, "music")).reason == "too_loud"
    assert _trouble(SetVolume(0.5, 0, 1000, "music"), replace(_TALK, music=())).reason == "no_music"


@pytest.mark.parametrize(
    ("edit", "captions", "is_said"),
    [
        (SetCaptions(color="yellow"), Captions(is_on=True, is_burned=True, color="yellow"), False),
        (SetCaptions(color="red", is_burned=False), Captions(is_on=True, color="red"), True),
        (SetCaptions(size="large"), Captions(is_on=True, size="large"), True),
        (SetCaptions(), Captions(is_on=True), False),
        (SetCaptions(is_on=False), Captions(is_on=False), False),
    ],
)
def test_what_players_cannot_show_is_made_part_of_the_picture_or_is_said(
    edit: SetCaptions, captions: Captions, *, is_said: bool
) -> None:
    made = applied(_TALK, edit, _PROJECT)
    assert made.timeline.captions == captions
    assert bool(made.notes) == is_said


def test_the_colour_stays_when_something_else_is_set() -> None:
    made = _made(SetCaptions(color="cyan"), SetCaptions(size="small"), SetCaptions(color="blue"))
    assert made.captions == Captions(is_on=True, size="small", is_burned=True, color="blue")


def test_what_could_not_be_exported_is_not_made() -> None:
    many = tuple(Clip("m1", "a.mp4", at, at + 40) for at in range(0, MOST_CLIPS * 40, 40))
    trouble = _trouble(Join(("b.mp4",)), Timeline(many, Fraction(25)))
    assert trouble.reason == "too_many_clips"
    assert trouble.facts == {"count": MOST_CLIPS + 1, "most": MOST_CLIPS}


def test_a_title_is_no_longer_than_can_be_read() -> None:
    assert len(_made(AddTitle("x" * 200)).titles) == 3
    error = _trouble(AddTitle("x" * 201))
    assert (error.reason, error.facts) == ("long_title", {"count": 201, "most": 200})


def test_a_title_takes_the_place_of_those_that_it_would_cover() -> None:
    made = applied(_TALK, AddTitle("The credits", 7000, 2500), _PROJECT)
    assert made.timeline.titles == (Title("The credits", 7000, 9520),)
    assert made.notes == (("title_replaced", {"text": "Urban Dreams”, “The end"}),)
    for beside in (AddTitle("B", 7000, 2000, "top"), AddTitle("B", 8000, 1000)):
        made = applied(_TALK, beside, _PROJECT)
        assert (len(made.timeline.titles), made.notes) == (3, ())
