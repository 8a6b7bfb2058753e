"""What was said is found, cut, kept, muted and moved; what may mean several things is asked."""

from dataclasses import replace
from fractions import Fraction

import pytest

from backend.editing.cutting_room import said_in
from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.project import Project, Source
from transcribe_video.backend.editor.speech import spoken_words
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.edit import (
    Cut,
    CutWords,
    Keep,
    KeepWords,
    Move,
    MoveWords,
    MuteWords,
    SetVolume,
    TimelineEdit,
)
from transcribe_video.conversation.editing.said import Said

# One 1.0-1.4, two 1.4-1.8 … five 2.6-3.0 | six 4.0 … ten 5.6-6.0 | one 7.0 … seven 7.4-7.8.
_LINES = ["one two three four five", "six seven eight nine ten", "one seven"]
_D_MS = 10_000
_PROJECT = Project(
    (Source("m1", "talk.mp4", "video", _D_MS),), {"m1": said_in("talk.mp4", _LINES, _D_MS)}
)
_TALK = Timeline((Clip("m1", "talk.mp4", 0, _D_MS),), Fraction(25))


def _made(edit: TimelineEdit) -> Applied:
    return applied(_TALK, edit, _PROJECT)


def _text(edit: TimelineEdit) -> str:
    heard = spoken_words(_made(edit).timeline, _PROJECT.transcripts)
    return " ".join(spoken.word.text.strip() for spoken in heard)


def _trouble(edit: TimelineEdit, project: Project = _PROJECT) -> EditError:
    with pytest.raises(EditError) as caught:
        applied(_TALK, edit, project)
    return caught.value


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (Said("two three"), "one four five six seven eight nine ten one seven"),
        (Said(start="two", end="nine"), "one ten one seven"),
        (Said(start="two", end="nine", is_between=True), "one two nine ten one seven"),
        (Said(start="nine"), "one two three four five six seven eight"),
        (Said(start="nine", is_between=True), "one two three four five six seven eight nine"),
        (Said(end="four"), "five six seven eight nine ten one seven"),
        (Said(end="four", is_between=True), "four five six seven eight nine ten one seven"),
    ],
)
def test_just_what_is_meant_is_cut(said: Said, left: str) -> None:
    assert _text(CutWords(said)) == left
    assert not _made(CutWords(said)).doubts


def test_without_an_end_all_is_meant_to_the_end_of_the_video_and_not_of_the_words() -> None:
    [clip] = _made(CutWords(Said(start="nine"))).timeline.clips
    assert (clip.from_ms, clip.to_ms) == (0, 5200)
    [clip] = _made(KeepWords(Said(start="nine"))).timeline.clips
    assert (clip.from_ms, clip.to_ms) == (5200, _D_MS)
    [clip] = _made(KeepWords(Said(end="five"))).timeline.clips
    assert (clip.from_ms, clip.to_ms) == (0, 3120)


def test_between_two_quotes_lies_what_nobody_speaks_in_too() -> None:
    [before, behind] = _made(
        CutWords(Said(start="five", end="six", is_between=True))
    ).timeline.clips
    assert (before.to_ms, behind.from_ms) == (3120, 3840)
    assert _trouble(CutWords(Said(start="two", end="three", is_between=True))).reason == (
        "nothing_between"
    )


@pytest.mark.parametrize(
    "said", [Said(start="nine", end="four"), Said(start="two", end="two", is_between=True)]
)
def test_an_end_that_lies_before_the_beginning_is_none(said: Said) -> None:
    assert _trouble(CutWords(said)).reason == "not_said"


def test_what_is_muted_is_still_seen_and_no_more_said() -> None:
    made = _made(MuteWords(Said("seven eight")))
    assert [clip.volume for clip in made.timeline.clips] == [1, 0, 1]
    assert made.timeline.d_ms == _D_MS
    assert [(found.span, found.text) for found in made.found] == [((4400, 5200), "seven eight")]
    assert _text(MuteWords(Said("seven eight"))) == "one two three four five six nine ten one seven"


@pytest.mark.parametrize(
    ("edit", "text"),
    [
        (MoveWords(Said("nine ten"), "start"), "nine ten one two three four five six seven eight"),
        (
            MoveWords(Said("two three"), before="ten"),
            "one four five six seven eight nine two three ten",
        ),
        (
            MoveWords(Said("eight"), behind="two"),
            "one two eight three four five six seven nine ten",
        ),
        (MoveWords(Said(start="two", end="nine"), "end"), "one ten one seven two three"),
    ],
)
def test_what_is_moved_stands_where_it_shall(edit: MoveWords, text: str) -> None:
    assert _text(edit).startswith(text)
    assert sorted(_text(edit).split()) == sorted(" ".join(_LINES).split())


def test_what_is_there_already_and_what_has_no_place_is_said() -> None:
    assert _trouble(MoveWords(Said("nine"), before="ten")).reason == "is_there"
    assert _trouble(MoveWords(Said(start="two", end="nine"), behind="five")).reason == "is_there"
    assert _trouble(MoveWords(Said("nine"))).reason == "nowhere"


@pytest.mark.parametrize(
    ("edit", "choices"),
    [
        (CutWords(Said("one")), [Cut(840, 1360), Cut(6840, 7360)]),
        (KeepWords(Said("one")), [Keep(((840, 1360),)), Keep(((6840, 7360),))]),
        (MuteWords(Said("one")), [SetVolume(0, 840, 1360), SetVolume(0, 6840, 7360)]),
        (MoveWords(Said("one"), "end"), [Move(840, 1360, _D_MS), Move(6840, 7360, _D_MS)]),
        (MoveWords(Said("two"), before="seven"), [Move(1360, 1760, 4400), Move(1360, 1760, 7360)]),
        (CutWords(Said(start="seven")), [Cut(4400, _D_MS), Cut(7360, _D_MS)]),
    ],
)
def test_what_is_said_several_times_is_asked_about_and_each_place_is_an_edit(
    edit: TimelineEdit, choices: list[TimelineEdit]
) -> None:
    trouble = _trouble(edit)
    assert (trouble.reason, [choice.edit for choice in trouble.choices]) == ("several", choices)
    assert all(choice.text for choice in trouble.choices)
    for choice in trouble.choices:
        assert _made(choice.edit).timeline != _TALK


@pytest.mark.parametrize(
    ("said", "cut"),
    [
        (Said("one", nth=1), (840, 1360)),
        (Said("one", nth=2), (6840, 7360)),
        (Said("one", nth=-1), (6840, 7360)),
        (Said("seven", nth=-2), (4400, 4800)),
        (Said(start="seven", nth=-1), (7360, _D_MS)),
        (Said(end="seven", end_nth=1, is_between=True), (0, 4400)),
        (Said(start="one", nth=2, end="seven"), (6840, 7920)),
        (Said(start="one", nth=1, end="seven", end_nth=-1), (840, 7920)),
        (Said(from_ms=2000, end="seven", end_nth=-1), (2000, 7920)),
        (Said(from_ms=5000, end="seven"), (5000, 7920)),
        (Said(from_ms=5000, end="seven", is_between=True), (5000, 7360)),
        (Said(start="one", to_ms=3000), (840, 3000)),
        (Said(start="seven", nth=-1, to_ms=6000, is_between=True), (4800, 6000)),
    ],
)
def test_one_of_several_places_is_meant_by_its_number_or_by_a_time(
    said: Said, cut: tuple[int, int]
) -> None:
    assert [one.span for one in _made(CutWords(said)).taken] == [cut]
    assert _made(CutWords(said)).timeline == _made(Cut(*cut)).timeline


def test_what_is_moved_before_one_of_several_places_goes_there() -> None:
    edit = MoveWords(Said("two"), before="seven", nth=-1)
    assert _text(edit) == "one three four five six seven eight nine ten one two seven"


@pytest.mark.parametrize(
    ("edit", "choices"),
    [
        (CutWords(Said("one", nth=3)), [Cut(840, 1360), Cut(6840, 7360)]),
        (MuteWords(Said("two", nth=2)), [SetVolume(0, 1360, 1760)]),
        (CutWords(Said(from_ms=0, end="one")), [Cut(0, 1360), Cut(0, 7360)]),
    ],
)
def test_a_number_that_there_is_not_is_asked_about(
    edit: TimelineEdit, choices: list[TimelineEdit]
) -> None:
    trouble = _trouble(edit)
    assert trouble.reason in {"not_so_often", "several"}
    assert [choice.edit for choice in trouble.choices] == choices


def test_what_ends_at_the_second_of_all_or_of_those_behind_is_asked_about() -> None:
    lines = ["go stop go stop and stop"]
    project = Project(_PROJECT.sources, {"m1": said_in("talk.mp4", lines, _D_MS)})
    edit = CutWords(Said(start="go", nth=2, end="stop", end_nth=2))
    spans = [choice.edit for choice in _trouble(edit, project).choices]
    assert spans == [Cut(1760, 2560), Cut(1760, 3520)]


def test_words_that_are_only_said_on_the_other_side_of_a_time_are_told() -> None:
    after = _trouble(CutWords(Said(from_ms=9000, end="one")))
    assert (after.reason, after.facts) == ("not_said_after", {"text": "one", "at_ms": 9000})
    before = _trouble(CutWords(Said(start="seven", to_ms=2000)))
    assert (before.reason, before.facts) == ("not_said_before", {"text": "seven", "at_ms": 2000})


_SENTENCES = Project(
    (Source("m1", "talk.mp4", "video", _D_MS),),
    {
        "m1": said_in(
            "talk.mp4",
            ["Hello Mr. Smith. We had", "no plan… right? Yes", ("Ana", "Thank you")],
            _D_MS,
        )
    },
)


@pytest.mark.parametrize(
    ("nth", "text"),
    [
        (1, "Hello Mr. Smith."),
        (2, "We had no plan… right?"),
        (-2, "Yes"),
        (-1, "Thank you"),
    ],
)
def test_a_sentence_is_cut_by_its_number(nth: int, text: str) -> None:
    [taken] = applied(_TALK, CutWords(Said(sentence=nth)), _SENTENCES).taken
    assert taken.text == text


def test_a_sentence_whose_last_word_is_muted_is_still_one() -> None:
    muted = applied(_TALK, MuteWords(Said("Smith")), _SENTENCES).timeline
    for nth, text in ((1, "Hello Mr."), (2, "We had no plan… right?")):
        [taken] = applied(muted, CutWords(Said(sentence=nth)), _SENTENCES).taken
        assert taken.text == text


def test_a_sentence_that_there_is_not_and_words_without_marks_are_told() -> None:
    trouble = _trouble(CutWords(Said(sentence=5)), _SENTENCES)
    assert (trouble.reason, trouble.facts) == ("few_sentences", {"count": 4})
    assert _trouble(CutWords(Said(sentence=-1))).reason == "no_sentences"


_ADDRESS = Project(
    (Source("m1", "address.mp4", "video", _D_MS),),
    {
        "m1": said_in(
            "address.mp4",
            [
                "ask not what your country can do for you,",
                "ask what you can do for your country.",
            ],
            _D_MS,
        )
    },
)


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        (
            Said(start="ask not", end="country"),
            [
                "[ask not what your country] can do for you,",
                "[ask not what your … do for your country.]",
            ],
        ),
        (
            Said(start="ask", end="for your"),
            [
                "[ask not what your … can do for your]",
                "can do for you, [ask what you can do for your] country.",
            ],
        ),
        (
            Said(start="ask not", end="country", is_between=True),
            [
                "ask not [what your] country can do for",
                "[what your country can … can do for your]",
            ],
        ),
    ],
)
def test_where_a_range_may_begin_or_end_in_several_places_is_asked(
    said: Said, texts: list[str]
) -> None:
    trouble = _trouble(CutWords(said), _ADDRESS)
    assert (trouble.reason, trouble.facts["count"]) == ("several", len(texts))
    assert [choice.text for choice in trouble.choices] == texts
    made = [applied(_TALK, choice.edit, _ADDRESS) for choice in trouble.choices]
    assert len({one.timeline for one in made}) == len(texts)


@pytest.mark.parametrize(
    "edit",
    [
        CutWords(Said("two tree for")),
        MuteWords(Said("seven ate nine")),
        MoveWords(Said("two tree four"), "end"),
        MoveWords(Said("two"), before="ate nine ten"),
        CutWords(Said(start="too three", end="nine")),
    ],
)
def test_what_is_only_said_nearly_is_doubtful(edit: TimelineEdit) -> None:
    assert _made(edit).doubts


def test_what_is_nowhere_said_is_not_guessed() -> None:
    assert _trouble(MuteWords(Said("defenestrate the wombat"))).facts["text"] == (
        "defenestrate the wombat"
    )
    silent = replace(_PROJECT, transcripts={})
    assert _trouble(MoveWords(Said("one"), "end"), silent).reason == "no_transcript"


_SPEECH = [
    "Our budget is small.",
    "We had a dog.",
    "The budget grew.",
    "Then came a war.",
    "It was long.",
    "The budget fell.",
    "So it was.",
]
_BUDGET = Project(
    (Source("m1", "talk.mp4", "video", 60_000),),
    {"m1": said_in("talk.mp4", _SPEECH, 60_000)},
)
_SPEECH_TALK = Timeline((Clip("m1", "talk.mp4", 0, 60_000),), Fraction(25))


def _left(edit: TimelineEdit) -> tuple[str, tuple[str, ...]]:
    made = applied(_SPEECH_TALK, edit, _BUDGET)
    heard = spoken_words(made.timeline, _BUDGET.transcripts)
    return " ".join(spoken.word.text.strip() for spoken in heard), made.doubts


@pytest.mark.parametrize(
    ("edit", "left", "doubts"),
    [
        (
            CutWords(Said("budget", sentence_by="part", is_every=True)),
            (1, 3, 4, 6),
            (),
        ),
        (KeepWords(Said("budget", sentence_by="part", is_every=True)), (0, 2, 5), ()),
        (CutWords(Said("war", sentence_by="topic")), (0, 1, 2, 4, 5, 6), ("topic",)),
        # Two sentences with the topic around one that does not name it are one part.
        (
            CutWords(Said("budget", sentence_by="topic", is_every=True)),
            (3, 4, 6),
            ("topic",),
        ),
        (CutWords(Said("so", sentence_by="beginning", is_every=True)), (0, 1, 2, 3, 4, 5), ()),
        # None begins so: those that hold it come nearest.
        (
            CutWords(Said("budget", sentence_by="beginning", is_every=True)),
            (1, 3, 4, 6),
            ("near",),
        ),
    ],
)
def test_every_sentence_and_those_about_something_are_found(
    edit: TimelineEdit, left: tuple[int, ...], doubts: tuple[str, ...]
) -> None:
    assert _left(edit) == (" ".join(_SPEECH[number] for number in left), doubts)


def test_a_topic_in_several_parts_is_asked_and_every_one_may_fall_silent() -> None:
    with pytest.raises(EditError, match="several") as caught:
        applied(_SPEECH_TALK, CutWords(Said("budget", sentence_by="topic")), _BUDGET)
    assert [choice.text for choice in caught.value.choices] == [
        "[Our budget is small. … dog. The budget grew.]",
        "war. It was long. [The budget fell.] So it was.",
    ]
    silent = MuteWords(Said("budget", sentence_by="part", is_every=True))
    assert _left(silent)[0] == " ".join(_SPEECH[number] for number in (1, 3, 4, 6))
