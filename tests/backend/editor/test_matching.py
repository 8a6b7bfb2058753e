"""An edited transcript handed back: what people delete, add and move in it, and what may not."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from backend.editing.cutting_room import said_in
from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.project import Project, Source
from transcribe_video.backend.editor.speech import spoken_words
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.edit import MatchText
from transcribe_video.transcript.segment import segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word

_D_MS = 60_000
_FIRST = "And so my fellow Americans,"
_NOT = "ask not what your country can do for you,"
_ASK = "ask what you can do for your country."
_SAID = f"{_FIRST} {_NOT} {_ASK}"


def _project(transcript: Transcript) -> Project:
    return Project((Source("m1", "talk.mp4", "video", _D_MS),), {"m1": transcript})


def _made(
    lines: Sequence[str], text: str, transcript: Transcript | None = None
) -> tuple[str, Applied]:
    """What is said when the text is followed, and what was done."""
    project = _project(transcript or said_in("talk.mp4", lines, _D_MS))
    timeline = Timeline((Clip("m1", "talk.mp4", 0, _D_MS),), Fraction(25))
    made = applied(timeline, MatchText(text), project)
    words = spoken_words(made.timeline, project.transcripts)
    return " ".join(spoken.word.text.strip() for spoken in words), made


def _left_out(made: Applied) -> dict[str, object]:
    return {name: facts["words"] for name, facts in made.notes}


@pytest.mark.parametrize(
    ("text", "said", "left_out"),
    [
        (
            f"And so my dear fellow Americans and friends, {_NOT} {_ASK}",
            _SAID,
            {"strange": "dear, friends", "misplaced": "and"},
        ),
        (
            f"My dear fellow Americans and friends, {_NOT} {_ASK}",
            f"my fellow Americans, {_NOT} {_ASK}",
            {"strange": "dear, friends", "misplaced": "and"},
        ),
        (f"{_FIRST} {_NOT} and {_ASK}", _SAID, {"misplaced": "and"}),
        (
            f"{_FIRST} you see {_ASK}",
            f"{_FIRST} {_ASK}",
            {"strange": "see", "misplaced": "you"},
        ),
        (f"{_FIRST} {_NOT} {_ASK} For you.", _SAID, {"misplaced": "for, you"}),
        (f"{_FIRST} so {_NOT} {_ASK} So ask.", _SAID, {"misplaced": "so, so, ask"}),
    ],
)
def test_words_that_are_put_in_are_named_and_fetched_from_nowhere(
    text: str, said: str, left_out: dict[str, str]
) -> None:
    now, made = _made([_SAID], text)
    assert (now, _left_out(made), made.doubts) == (said, left_out, ("incomplete",))


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        (f"{_FIRST} {_ASK}", [_NOT]),
        (f"{_FIRST} {_NOT}", [_ASK]),
        (f"{_NOT} {_ASK}", [_FIRST]),
        ("and so my fellow americans ask what you can do for your country", [_NOT]),
        (f"And so, {_ASK}", [f"my fellow Americans, {_NOT}"]),
    ],
)
def test_just_the_words_that_were_deleted_are_cut(text: str, gone: list[str]) -> None:
    _, made = _made([_SAID], text)
    assert ([taken.text for taken in made.taken], made.doubts) == (gone, ())


def test_names_that_were_written_before_what_is_said_are_no_words() -> None:
    now, made = _made([_SAID], f"Anna: {_FIRST} {_NOT}\nDr. O'Neill: {_ASK}")
    assert (now, made.doubts, made.notes) == (_SAID, (), ())
    now, _ = _made([_SAID], f"{_FIRST}\nask: {_ASK.removeprefix('ask ')}")
    assert now == f"{_FIRST} {_ASK}"


@pytest.mark.parametrize("longest", [1, 2, 3])
def test_of_equal_words_those_go_that_stand_apart(longest: int) -> None:
    """It is “very” in “a very very good thing”, with one pause that is longer than the others."""
    texts = ["a", " very", " very", " good", " thing"]
    words, at_ms = [], 1000
    for number, text in enumerate(texts):
        at_ms += 200 if number == longest else 40
        words.append(Word(at_ms, at_ms + 360, text, 0.9))
        at_ms += 360
    transcript = Transcript("talk.mp4", _D_MS, "en", "model", (segment_of(tuple(words)),))
    _, made = _made([], "a very good thing", transcript)
    [(from_ms, to_ms)] = [taken.span for taken in made.taken]
    pause_ms = (words[longest - 1].end_ms + words[longest].start_ms) // 2
    assert min(abs(from_ms - pause_ms), abs(to_ms - pause_ms)) <= 40


def test_a_sentence_of_common_words_is_moved_and_may_be_said_twice() -> None:
    lines = ["So.", "It is as it was.", "We have it."]
    assert _made(lines, "It is as it was. So. We have it.")[0] == "It is as it was. So. We have it."
    assert _made(lines, "So. It is as it was. So. We have it.")[0] == (
        "So. It is as it was. So. We have it."
    )


@pytest.mark.parametrize(
    ("text", "said", "left_out"),
    [
        (
            "we never had a plan for for the big house",
            "we never had a plan for the big house",
            "for",
        ),
        (
            "we never had a plan the plan for the big house",
            "we never had a plan for the big house",
            "the, plan",
        ),
        (
            "we never had a plan for the plan for the big house",
            "we never had a plan for the plan for the big house",
            None,
        ),
    ],
)
def test_only_a_run_that_is_no_chance_is_said_twice(
    text: str, said: str, left_out: str | None
) -> None:
    now, made = _made(["we never had a plan for the big house"], text)
    assert (now, _left_out(made).get("misplaced")) == (said, left_out)


def test_words_deleted_in_several_places_are_no_words_moved_from_elsewhere() -> None:
    lines = ["he came to the house is what they say.", "We went to the big house and stayed."]
    now, made = _made(lines, f"{lines[0]} We to the house and stayed.")
    assert now == f"{lines[0]} We to the house and stayed."
    assert [taken.text for taken in made.taken] == ["went", "big"]


def test_a_chinese_sentence_is_moved_and_a_word_of_it_deleted() -> None:
    lines = ["今天 我们 一起 去 北京。", "明天 我们 一起 去 上海。"]
    now, made = _made(lines, "明天我们一起去上海。今天我们去北京。")
    assert (now, made.doubts) == ("明天 我们 一起 去 上海。 今天 我们 去 北京。", ())


def test_a_text_of_words_that_are_all_said_in_quite_another_order_is_refused() -> None:
    with pytest.raises(EditError, match="not_this_text"):
        _made([_SAID], "country you not so fellow and do your can my for what ask")
