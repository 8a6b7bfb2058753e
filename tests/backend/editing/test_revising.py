"""Any edits, steps back and forward and fresh starts, held against a model that is too simple.

The timelines lie in a real store, as drafts in the wire's form; the model is a list of pictures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.editing.cutting_room import said_in
from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.draft import draft_of_timeline, timeline_of_draft
from transcribe_video.backend.editor.project import Project, Source
from transcribe_video.backend.editor.speech import spoken_transcript, spoken_words
from transcribe_video.backend.editor.timeline import Captions, Clip, Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.backend.jobs.edited_line import edited_line, edited_plan
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaPlace, MediaRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.errors import UsageError
from transcribe_video.transcript.cue import cues
from transcribe_video.wire.draft import Draft

_D_MS, _FRAME_MS = 60_000, 40
_SPOKEN = said_in(
    "talk.mp4",
    ["so anyway we never had a plan", "my name is Ana and um that was right", "thank you uh all"],
    _D_MS,
)
_PROJECT = Project(
    (Source("m1", "talk.mp4", "video", _D_MS), Source("m2", "logo.png", "image", 5000)),
    {"m1": _SPOKEN},
    fillers={"en": ("um", "uh")},
)
_WHOLE = Timeline((Clip("m1", "talk.mp4", 0, _D_MS),), Fraction(25))
_WORDS = [word.text.strip() for word in _SPOKEN.words]

_moments = st.integers(0, _D_MS + 1000)
_edits: st.SearchStrategy[edits.TimelineEdit] = st.one_of(
    st.builds(edits.Cut, _moments, _moments),
    st.builds(lambda a, b: edits.Keep(((a, b),)), _moments, _moments),
    st.builds(edits.Move, _moments, _moments, st.none() | _moments),
    st.builds(edits.Split, _moments),
    st.builds(edits.CutWords, st.builds(edits.Said, st.sampled_from(_WORDS))),
    st.builds(edits.CutFillers, is_mute=st.booleans()),
    st.builds(edits.AddImage, st.just("logo.png"), _moments, st.integers(40, 4000)),
    st.builds(edits.AddTitle, st.just("Hello"), _moments, st.integers(100, 9000)),
    st.builds(edits.SetVolume, st.sampled_from([0.0, 0.5, 1.5]), _moments, _moments),
    st.builds(edits.SetCaptions, st.booleans()),
    st.builds(edits.Reframe, st.sampled_from(["9:16", "1:1"])),
)
_steps = st.one_of(
    _edits,
    _edits,
    st.builds(edits.Undo, st.integers(1, 3)),
    st.builds(edits.Redo, st.integers(1, 3)),
    st.just(edits.StartOver()),
)
_Frames = list[tuple[str, int, bool]]
"""Of which file which picture is shown, and whether its sound is heard."""


@dataclass
class _Model:
    """Every state there was, and which of them counts."""

    states: list[_Frames] = field(default_factory=lambda: [_frames(_WHOLE)])
    at: int = 0

    def add(self, frames: _Frames) -> None:
        del self.states[self.at + 1 :]
        self.states.append(frames)
        self.at += 1

    def step(self, by: int) -> None:
        self.at = min(max(self.at + by, 0), len(self.states) - 1)


def _frames(timeline: Timeline) -> _Frames:
    return [
        (clip.media_id, round((clip.from_ms + offset) / _FRAME_MS), clip.volume > 0)
        for clip in timeline.clips
        for offset in range(0, clip.d_ms, _FRAME_MS)
    ]


def _modelled(frames: _Frames, edit: edits.TimelineEdit, gone: Sequence[edits.Range]) -> _Frames:
    """The same edit of a mere list of pictures; of one by words, ``gone`` is what it took out."""
    match edit:
        case edits.Cut() | edits.Keep() | edits.CutWords() | edits.CutFillers(is_mute=False):
            spans = [(_number(first), _number(last)) for first, last in gone]
            return [
                frame
                for number, frame in enumerate(frames)
                if not any(first <= number < last for first, last in spans)
            ]
        case edits.Move(from_ms, until_ms, to_ms):
            first, last = _number(from_ms), _number(until_ms)
            moved, to = frames[first:last], len(frames) if to_ms is None else _number(to_ms)
            if to <= first:
                return frames[:to] + moved + frames[to:first] + frames[last:]
            return frames[:first] + frames[last:to] + moved + frames[to:]
        case edits.AddImage(_, at_ms, d_ms):
            at = len(frames) if at_ms is None else _number(at_ms)
            still = [("m2", number, True) for number in range(max(1, _number(d_ms or 0)))]
            return frames[:at] + still + frames[at:]
        case edits.SetVolume(level, from_ms, to_ms) if level == 0:
            first, last = _number(from_ms or 0), _number(to_ms or 0)
            return [
                (media_id, picture, is_heard and not first <= number < last)
                for number, (media_id, picture, is_heard) in enumerate(frames)
            ]
        case _:
            return frames


def _number(ms: int) -> int:
    return round(ms / _FRAME_MS)


def _surviving(frames: _Frames) -> list[str]:
    """The words whose middle lies in a picture that is left, in the order of these."""
    middles = {
        int((word.start_ms + word.end_ms) / 2 // _FRAME_MS): word.text.strip()
        for word in _SPOKEN.words
    }
    return [
        middles[number]
        for media_id, number, is_heard in frames
        if media_id == "m1" and is_heard and number in middles
    ]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    kept = Store(tmp_path_factory.mktemp("revising") / "home")
    yield kept
    kept.close()


def _now(store: Store, session_id: str) -> Timeline:
    current = store.revisions.current(session_id)
    if current is None:
        return _WHOLE
    found = timeline_of_draft(Draft.model_validate(current.draft))
    assert found
    return found


def _taken(store: Store, session_id: str, model: _Model, step: edits.Edit) -> None:
    """One step of both."""
    if isinstance(step, edits.Undo | edits.Redo):
        by = -step.steps if isinstance(step, edits.Undo) else step.steps
        store.revisions.step(session_id, by)
        model.step(by)
        return
    before = _now(store, session_id)
    if isinstance(step, edits.StartOver):
        after, frames = _WHOLE, _frames(_WHOLE)
    else:
        assert isinstance(step, edits.TimelineEdit)
        try:
            made = applied(before, step, _PROJECT)
        except EditError:
            return
        gone = [taken.span for taken in made.taken]
        after, frames = made.timeline, _modelled(model.states[model.at], step, gone)
        if isinstance(step, edits.CutFillers) and step.is_mute:
            frames = _frames(after)  # which words those are is another test's
    draft = draft_of_timeline(after, {"title": "talk"}, {"m1"})
    store.revisions.add(session_id, "say", "did", draft)
    model.add(frames)


def _check(timeline: Timeline, frames: _Frames) -> None:
    assert _frames(timeline) == frames
    assert timeline.d_ms == len(frames) * _FRAME_MS
    ends = [at_ms + clip.d_ms for at_ms, clip in timeline.places]
    assert [at_ms for at_ms, _ in timeline.places] == [0, *ends][: len(ends)]
    assert all(clip.d_ms > 0 and clip.from_ms < clip.to_ms for clip in timeline.clips)
    assert all(0 <= one.from_ms < one.to_ms <= timeline.d_ms for one in timeline.titles)
    heard = [one.word.text.strip() for one in spoken_words(timeline, _PROJECT.transcripts)]
    assert heard == _surviving(frames)
    said = spoken_transcript(timeline, _PROJECT.transcripts, "edit").segments
    assert [word.text.strip() for one in said for word in one.words] == heard
    shown = " ".join(line for cue in cues(said, timeline.d_ms) for line in cue.lines)
    assert shown.split() == heard


@settings(max_examples=120, deadline=None)
@given(st.lists(_steps, max_size=12))
def test_any_steps_lead_to_the_timelines_of_the_model(
    store: Store, steps: list[edits.Edit]
) -> None:
    session_id, model = uuid4().hex, _Model()
    drafts = {0: _WHOLE}
    for step in steps:
        _taken(store, session_id, model, step)
        timeline = _now(store, session_id)
        _check(timeline, model.states[model.at])
        if isinstance(step, edits.Undo | edits.Redo):
            assert timeline == drafts[model.at]  # the exact one that there was
        drafts[model.at] = timeline


@settings(max_examples=60, deadline=None)
@given(st.lists(_edits, max_size=6))
def test_the_renderer_is_told_of_the_words_that_survive_and_of_no_others(
    store: Store, sequence: list[edits.TimelineEdit]
) -> None:
    timeline = _WHOLE
    for edit in sequence:
        try:
            timeline = applied(timeline, edit, _PROJECT).timeline
        except EditError:
            continue
    if not timeline.clips:
        return
    session = store.sessions.create("talk", "en", "")
    film = _recorded(store, session.session_id, "talk.mp4")
    logo = _recorded(store, session.session_id, "logo.png")
    ids = {"m1": film.media_id, "m2": logo.media_id}
    named = _renamed(timeline, ids)
    told = edited_line(named, [film, logo], {film.media_id: _SPOKEN}, "soft")
    shown = [word["text"] for cue in told["captions"] for word in cue["words"]]
    assert shown == _surviving(_frames(timeline))
    spans = [(cue["start_ms"], cue["end_ms"]) for cue in told["captions"]]
    assert all(first < last <= timeline.d_ms for first, last in spans)
    assert [clip["path"] for clip in told["clips"]] == [
        str(Path("/films") / clip.name) for clip in timeline.clips
    ]


def _recorded(store: Store, session_id: str, name: str) -> MediaRecord:
    facts = MediaFacts("video", _D_MS, 640, 360, 25.0)
    return store.media.add(session_id, name, MediaPlace(Path("/films") / name, 1), facts)


def _renamed(timeline: Timeline, ids: dict[str, str]) -> Timeline:
    clips = tuple(replace(clip, media_id=ids[clip.media_id]) for clip in timeline.clips)
    return replace(timeline, clips=clips)


def test_a_timeline_with_a_file_that_was_deleted_is_refused_and_not_guessed_at(
    store: Store,
) -> None:
    session = store.sessions.create("talk", "en", "")
    film = _recorded(store, session.session_id, "talk.mp4")
    timeline = Timeline((Clip(film.media_id, "talk.mp4", 0, 1000), Clip("gone", "b.mp4", 0, 1000)))
    with pytest.raises(UsageError, match="a file on the timeline is not there any more"):
        edited_line(timeline, [film], {}, None)
    with pytest.raises(UsageError, match="a file on the timeline is not there any more"):
        edited_plan(timeline, [film])


@pytest.mark.parametrize(
    ("captions", "wish", "told"),
    [
        (Captions(), None, (True, False)),
        (Captions(), "off", (False, False)),
        (Captions(), "burned", (True, True)),
        (Captions(is_on=False), "auto", (False, False)),
        (Captions(is_on=False), "soft", (True, False)),
        (Captions(is_on=True, is_burned=True), None, (True, True)),
        (Captions(is_on=True, is_burned=True), "soft", (True, False)),
    ],
)
def test_what_an_export_wishes_counts_more_than_the_timeline(
    store: Store, captions: Captions, wish: str | None, told: tuple[bool, bool]
) -> None:
    session = store.sessions.create("talk", "en", "")
    film = _recorded(store, session.session_id, "talk.mp4")
    timeline = Timeline((Clip(film.media_id, "talk.mp4", 0, _D_MS),), captions=captions)
    line = edited_line(timeline, [film], {film.media_id: _SPOKEN}, wish)
    assert (bool(line["captions"]), line["caption_style"]["is_burned"]) == told
