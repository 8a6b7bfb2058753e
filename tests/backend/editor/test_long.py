"""Ten hours are edited by words; `benchmarks/editing.py` tells how long somebody waits for it."""

from collections import Counter
from dataclasses import replace

import pytest

from backend.editor.long_talk import long_talk
from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.speech import spoken_words
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.edit import (
    CutRepeats,
    CutWords,
    MatchText,
    MoveWords,
    TimelineEdit,
)
from transcribe_video.conversation.editing.said import Said
from transcribe_video.transcript.segment import segment_of

Talk = tuple[Timeline, Project, list[str]]


@pytest.fixture(scope="module")
def talk() -> Talk:
    return long_talk()


def _made(talk: Talk, edit: TimelineEdit) -> Applied:
    timeline, project, _ = talk
    return applied(timeline, edit, project)


def test_an_edited_text_of_ten_hours_is_what_the_video_says(talk: Talk) -> None:
    sentences = talk[2]
    kept = [one for number, one in enumerate(sentences) if number % 9 != 4]
    kept = [*kept[3000:], *kept[:3000]]
    made = _made(talk, MatchText(".\n".join(kept)))
    said = spoken_words(made.timeline, talk[1].transcripts)
    assert [one.word.text.strip() for one in said] == " ".join(kept).split()


def test_a_text_of_the_same_words_in_quite_another_order_is_refused(talk: Talk) -> None:
    words = sorted(" ".join(talk[2]).split(), key=lambda word: word[::-1])
    scattered = [word for place in range(97) for word in words[place::97]]
    with pytest.raises(EditError, match="scattered"):
        _made(talk, MatchText(" ".join(scattered)))


def test_what_is_quoted_nearly_is_found_among_ten_hours(talk: Talk) -> None:
    timeline, project, sentences = talk
    for quoted in (sentences[4000], " ".join(sentences[5000:5005])):
        words = quoted.split()
        wrong = " ".join([*words[:3], "uhm", *words[4:]])
        made = _made(talk, CutWords(Said(wrong)))
        assert made.doubts
        [taken] = made.taken
        assert set(taken.text.split()) >= set(words[4:])
        assert spoken_words(made.timeline, project.transcripts) != spoken_words(
            timeline, project.transcripts
        )


def test_what_nobody_said_in_ten_hours_and_what_is_said_all_the_time_is_told(talk: Talk) -> None:
    with pytest.raises(EditError, match="not_said"):
        _made(talk, CutWords(Said("zebra quiz jukebox vex")))
    often = Counter(" ".join(talk[2]).split()).most_common(1)[0][0]
    with pytest.raises(EditError, match="several"):
        _made(talk, CutWords(Said(often)))
    with pytest.raises(EditError, match="several"):
        _made(talk, MoveWords(Said(often), before=often))


def test_a_sentence_that_is_tried_again_is_found_among_ten_hours(talk: Talk) -> None:
    timeline, project, _ = talk
    transcript = project.transcripts["m1"]
    again = [*transcript.segments]
    first, later = again[3000], again[3001]
    words = tuple(
        replace(word, text=said.text) for word, said in zip(later.words, first.words, strict=True)
    )
    again[3001] = segment_of(words)
    twice = replace(project, transcripts={"m1": replace(transcript, segments=tuple(again))})
    made = _made((timeline, twice, []), CutRepeats())
    assert first.text in {taken.text for taken in made.taken}
