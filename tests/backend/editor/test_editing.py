"""Edits of a timeline, held against a model that is too simple to be wrong."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.draft import draft_of_timeline, timeline_of_draft
from transcribe_video.backend.editor.project import Project, Source
from transcribe_video.backend.editor.speech import spoken_transcript, spoken_words
from transcribe_video.backend.editor.timeline import Clip, Timeline, Title
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.said import Said
from transcribe_video.transcript.segment import segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word
from transcribe_video.wire.draft import Draft

_FRAME_MS = 40
_D_MS = 120_000
_SPEECH = "so anyway we never had a plan for it and that was right my name is Ana thank you"
_WORDS = _SPEECH.split()


def _spoken(sentences: list[list[str]]) -> Transcript:
    """Sentences one after the other, each word 400 ms long, with half a second between two."""
    segments, at_ms = [], 1000
    for sentence in sentences:
        words = []
        for number, text in enumerate(sentence):
            spaced = text if number == 0 else f" {text}"
            words.append(Word(at_ms, at_ms + 360, spaced, 0.9))
            at_ms += 400
        segments.append(segment_of(tuple(words)))
        at_ms += 520
    return Transcript("interview.mp4", _D_MS, "en", "model", tuple(segments))


def _timeline(d_ms: int = _D_MS) -> Timeline:
    return Timeline((Clip("m1", "interview.mp4", 0, d_ms),), Fraction(25))


_PROJECT = Project(
    (
        Source("m1", "interview.mp4", "video", _D_MS),
        Source("m2", "logo.png", "image", 5000),
        Source("m3", "more.mp4", "video", 3000),
        Source("m4", "song.mp3", "audio", 90_000),
    ),
    {"m1": _spoken([_WORDS[:9], _WORDS[9:13], _WORDS[13:17], _WORDS[17:]])},
)
_moments = st.integers(0, _D_MS)
_simple = st.one_of(
    st.builds(edits.Cut, _moments, _moments),
    st.builds(lambda a, b: edits.Keep(((a, b),)), _moments, _moments),
    st.builds(edits.Move, _moments, _moments, st.none() | _moments),
    st.builds(edits.Split, _moments),
    st.builds(edits.AddTitle, st.just("Hello"), _moments, st.integers(100, 9000)),
    st.builds(
        edits.ChangeTitle,
        st.sampled_from(["", "Hello"]),
        st.none() | st.just("Goodbye"),
        st.none() | _moments,
        st.none() | st.integers(100, 9000),
    ),
    st.builds(edits.SetVolume, st.sampled_from([0.0, 0.5, 1.5]), _moments, _moments),
    st.builds(edits.AddImage, st.just("logo.png"), _moments, st.integers(40, 4000)),
)
_words = st.sampled_from(_WORDS)
_said = st.one_of(
    st.builds(Said, _words),
    st.builds(Said, start=_words, end=_words, is_between=st.booleans()),
)
_any = st.one_of(
    _simple,
    st.builds(edits.SetSpeed, st.sampled_from([0.5, 1.3, 2.0]), _moments, _moments),
    st.builds(edits.MuteWords, _said),
    st.builds(edits.MoveWords, _said, st.sampled_from(["start", "end"])),
    st.builds(edits.MoveWords, _said, before=_words),
    st.builds(edits.Join, st.just(("more.mp4",)), _moments),
    st.just(edits.AddMusic("song.mp3")),
    st.builds(
        edits.SetVolume, st.sampled_from([0.0, 0.25, 3.0]), _moments, _moments, st.just("music")
    ),
    st.builds(edits.SetCaptions, color=st.sampled_from(["yellow", "cyan", None])),
    st.builds(edits.RemoveTitle, st.sampled_from(["", "Hello"])),
)


def _frames(timeline: Timeline) -> list[tuple[str, int]]:
    """Which picture of which file is shown at each picture of the timeline."""
    return [
        (clip.media_id, round((clip.from_ms + offset) / _FRAME_MS))
        for clip in timeline.clips
        for offset in range(0, clip.d_ms, _FRAME_MS)
    ]


def _number(ms: int) -> int:
    return round(ms / _FRAME_MS)


def _modelled(frames: list[tuple[str, int]], edit: edits.TimelineEdit) -> list[tuple[str, int]]:
    """The same edit of a mere list of pictures."""
    match edit:
        case edits.Cut(from_ms, to_ms):
            return frames[: _number(from_ms)] + frames[_number(to_ms) :]
        case edits.Keep(((from_ms, to_ms),)):
            return frames[_number(from_ms) : _number(to_ms)]
        case edits.Move(from_ms, until_ms, to_ms):
            first, last = _number(from_ms), _number(until_ms)
            moved, to = frames[first:last], len(frames) if to_ms is None else _number(to_ms)
            if to <= first:
                return frames[:to] + moved + frames[to:first] + frames[last:]
            return frames[:first] + frames[last:to] + moved + frames[to:]
        case edits.AddImage(_, at_ms, d_ms):
            at = len(frames) if at_ms is None else _number(at_ms)
            still = [("m2", number) for number in range(max(1, _number(d_ms or 0)))]
            return frames[:at] + still + frames[at:]
        case _:
            return frames


@settings(max_examples=150, deadline=None)
@given(st.lists(_simple, max_size=8))
def test_any_sequence_of_edits_shows_the_pictures_that_the_model_shows(
    sequence: list[edits.TimelineEdit],
) -> None:
    timeline, frames = _timeline(), _frames(_timeline())
    for edit in sequence:
        try:
            result = applied(timeline, edit, _PROJECT)
        except EditError:
            continue
        timeline, frames = result.timeline, _modelled(frames, edit)
        assert _frames(timeline) == frames
        assert timeline.d_ms == len(frames) * _FRAME_MS
        assert all(0 <= one.from_ms < one.to_ms <= timeline.d_ms for one in timeline.titles)


@settings(max_examples=100, deadline=None)
@given(st.lists(_any, max_size=8))
def test_a_timeline_comes_back_from_the_wire_as_it_went(sequence: list[edits.TimelineEdit]) -> None:
    timeline = _timeline()
    for edit in sequence:
        try:
            timeline = applied(timeline, edit, _PROJECT).timeline
        except EditError:
            continue
    sent = draft_of_timeline(timeline, {"title": "interview"}, {"m1"})
    assert timeline_of_draft(Draft.model_validate(sent)) == timeline


@settings(max_examples=100, deadline=None)
@given(st.lists(_any, max_size=8))
def test_what_is_heard_is_what_is_still_in_the_clips(sequence: list[edits.TimelineEdit]) -> None:
    timeline = _timeline()
    for edit in sequence:
        try:
            timeline = applied(timeline, edit, _PROJECT).timeline
        except EditError:
            continue
    words = list(_PROJECT.transcripts["m1"].words)
    left = [
        word.text
        for clip in timeline.clips
        for word in words
        if clip.media_id == "m1"
        and clip.volume
        and clip.from_ms <= (word.start_ms + word.end_ms) / 2 < clip.to_ms
    ]
    heard = spoken_words(timeline, _PROJECT.transcripts)
    assert [one.word.text for one in heard] == left
    assert all(0 <= one.word.start_ms <= one.word.end_ms <= timeline.d_ms for one in heard)
    assert [one.word.start_ms for one in heard] == sorted(one.word.start_ms for one in heard)


_sentences = st.lists(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=7), min_size=1, max_size=12
)


@settings(max_examples=200, deadline=None)
@given(_sentences, st.data())
def test_an_edited_transcript_handed_back_is_what_the_video_says(
    sentences: list[list[str]], data: st.DataObject
) -> None:
    transcript = _spoken(sentences)
    order = data.draw(st.permutations(range(len(sentences))))
    chosen = order[: data.draw(st.integers(1, len(order)))]
    text = ". ".join(" ".join(sentences[number]) for number in chosen)
    project = replace(_PROJECT, transcripts={"m1": transcript})
    result = applied(_timeline(), edits.MatchText(text), project)
    said = spoken_transcript(result.timeline, project.transcripts, "cut").segments
    assert " ".join(one.text for one in said) == text.replace(".", "")


def test_titles_go_with_their_moments() -> None:
    timeline = replace(_timeline(), titles=(Title("Hello", 20_000, 24_000),))
    cut = applied(timeline, edits.Cut(0, 10_000), _PROJECT).timeline
    assert cut.titles == (Title("Hello", 10_000, 14_000),)
    gone = applied(timeline, edits.Cut(19_000, 25_000), _PROJECT).timeline
    assert gone.titles == ()
    half = applied(timeline, edits.Cut(22_000, 30_000), _PROJECT).timeline
    assert half.titles == (Title("Hello", 20_000, 22_000),)
