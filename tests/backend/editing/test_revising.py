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
from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.draft import draft_of_timeline, timeline_of_draft
from transcribe_video.backend.editor.project import Project, Source
from transcribe_video.backend.editor.speech import spoken_transcript, spoken_words
from transcribe_video.backend.editor.timeline import Clip, Music, Timeline, Title
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.backend.jobs.render_line import render_line
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaPlace, MediaRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.said import Said
from transcribe_video.transcript.cue import cues
from transcribe_video.wire.draft import Draft

_D_MS, _FRAME_MS = 60_000, 40
_SPOKEN = said_in(
    "talk.mp4",
    ["so anyway we never had a plan", "my name is Ana and um that was right", "thank you uh all"],
    _D_MS,
)
_PROJECT = Project(
    (
        Source("m1", "talk.mp4", "video", _D_MS),
        Source("m2", "logo.png", "image", 5000),
        Source("m3", "more.mp4", "video", 2017),
        Source("m4", "song.mp3", "audio", 90_000),
    ),
    {"m1": _SPOKEN},
    fillers={"en": ("um", "uh")},
)
_WHOLE = Timeline(
    (Clip("m1", "talk.mp4", 0, _D_MS),),
    Fraction(25),
    titles=(Title("Hello there", 1000, 30_000),),
    music=(Music("m4", "song.mp3", 0.3),),
)
_WORDS = [word.text.strip() for word in _SPOKEN.words]

_moments = st.integers(0, _D_MS + 1000)
_words = st.sampled_from(_WORDS)
_said = st.one_of(
    st.builds(Said, _words),
    st.builds(Said, start=_words, end=_words, is_between=st.booleans()),
    st.builds(Said, start=_words, is_between=st.booleans()),
    st.builds(Said, end=_words, is_between=st.booleans()),
)
_levels = st.sampled_from([0.0, 0.5, 2.0])


def _music_level(level: float, one_ms: int, other_ms: int) -> edits.SetVolume:
    return edits.SetVolume(level, min(one_ms, other_ms), max(one_ms, other_ms) + 40, "music")


_edits: st.SearchStrategy[edits.TimelineEdit] = st.one_of(
    st.builds(edits.Cut, _moments, _moments),
    st.builds(lambda a, b: edits.Keep(((a, b),)), _moments, _moments),
    st.builds(edits.Move, _moments, _moments, st.none() | _moments),
    st.builds(edits.Split, _moments),
    st.builds(edits.CutWords, _said),
    st.builds(edits.KeepWords, _said),
    st.builds(edits.MuteWords, _said),
    st.builds(edits.MoveWords, _said, st.sampled_from(["start", "end"])),
    st.builds(edits.MoveWords, _said, before=_words),
    st.builds(edits.MoveWords, _said, behind=_words),
    st.builds(edits.CutFillers, is_mute=st.booleans()),
    st.builds(edits.AddImage, st.just("logo.png"), _moments, st.integers(40, 4000)),
    st.builds(edits.AddTitle, st.just("Hello"), _moments, st.integers(100, 9000)),
    st.builds(edits.SetVolume, st.sampled_from([0.0, 0.5, 1.5]), _moments, _moments),
    st.builds(edits.RemoveTitle, st.sampled_from(["", "Hello", "helo"])),
    st.builds(edits.Join, st.just(("more.mp4",)), _moments),
    st.just(edits.AddMusic("song.mp3")),
    st.just(edits.RemoveMusic()),
    st.builds(_music_level, _levels, _moments, _moments),
    st.builds(edits.SetCaptions, st.booleans(), color=st.sampled_from([None, "yellow"])),
    st.builds(edits.Reframe, st.sampled_from(["9:16", "1:1"])),
)
_steps = st.one_of(
    _edits,
    _edits,
    st.builds(edits.Undo, st.integers(1, 3)),
    st.builds(edits.Redo, st.integers(1, 3)),
    st.just(edits.StartOver()),
)
_Frame = tuple[str, int, bool, float]
"""Of which file which picture is shown, whether its sound is heard, and the level of the music."""
_Frames = list[_Frame]


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
    levels = [level for music in timeline.music[:1] for level in music.levels]
    return [
        (
            clip.media_id,
            round((clip.from_ms + offset) / _FRAME_MS),
            clip.volume > 0,
            next((one.volume for one in levels if one.from_ms <= at_ms + offset < one.to_ms), 1.0),
        )
        for at_ms, clip in timeline.places
        for offset in range(0, clip.d_ms, _FRAME_MS)
    ]


def _modelled(  # noqa: C901, PLR0911 - a case for each edit
    frames: _Frames, edit: edits.TimelineEdit, made: Applied
) -> _Frames:
    """The same edit of a mere list of pictures; of one by words, as far as they were found."""
    match edit:
        case (
            edits.Cut() | edits.Keep() | edits.CutWords() | edits.KeepWords()
            | edits.CutFillers(is_mute=False)
        ):  # fmt: skip
            gone = [taken.span for taken in made.taken]
            return [frame for at, frame in enumerate(frames) if not _is_in(gone, at)]
        case edits.CutFillers() | edits.MuteWords():
            silent = [found.span for found in made.found]
            return [
                (*frame[:2], frame[2] and not _is_in(silent, at), frame[3])
                for at, frame in enumerate(frames)
            ]
        case edits.SetVolume(level, int(from_ms), int(to_ms), "music"):
            meant = frames[_number(from_ms) : _number(to_ms)]
            is_muted = not any(frame[3] for frame in meant)
            louder = [(*frame[:3], (is_muted or frame[3]) * level) for frame in meant]
            return frames[: _number(from_ms)] + louder + frames[_number(to_ms) :]
        case edits.SetVolume(level, int(from_ms), int(to_ms)):
            meant = frames[_number(from_ms) : _number(to_ms)]
            is_muted = not any(frame[2] for frame in meant)
            heard = [
                (*frame[:2], bool(level) and (is_muted or frame[2]), frame[3]) for frame in meant
            ]
            return frames[: _number(from_ms)] + heard + frames[_number(to_ms) :]
        case edits.Move(from_ms, until_ms, to_ms):
            return _moved(frames, (from_ms, until_ms), to_ms)
        case edits.MoveWords(place="start"):
            return _moved(frames, made.found[0].span, 0)
        case edits.MoveWords(place="end"):
            return _moved(frames, made.found[0].span, None)
        case edits.MoveWords(before=before):
            return _moved(frames, made.found[0].span, made.found[1].span[0 if before else 1])
        case edits.AddImage(_, at_ms, d_ms):
            return _put_in(frames, "m2", max(1, _number(d_ms or 0)), at_ms)
        case edits.Join(_, at_ms):
            return _put_in(frames, "m3", 2017 // _FRAME_MS, at_ms)
        case edits.RemoveMusic():
            return [(*frame[:3], 1.0) for frame in frames]
        case _:
            return frames


def _is_in(spans: Sequence[edits.Range], at: int) -> bool:
    return any(_number(first) <= at < _number(last) for first, last in spans)


def _moved(frames: _Frames, span: edits.Range, to_ms: int | None) -> _Frames:
    first, last = map(_number, span)
    moved, to = frames[first:last], len(frames) if to_ms is None else _number(to_ms)
    if to <= first:
        return frames[:to] + moved + frames[to:first] + frames[last:]
    return frames[:first] + frames[last:to] + moved + frames[to:]


def _put_in(frames: _Frames, media_id: str, count: int, at_ms: int | None) -> _Frames:
    at = len(frames) if at_ms is None else _number(at_ms)
    new = [(media_id, number, True, 1.0) for number in range(count)]
    return frames[:at] + new + frames[at:]


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
        for media_id, number, is_heard, _ in frames
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
        after, frames = made.timeline, _modelled(model.states[model.at], step, made)
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
    for music in timeline.music:
        edges = [ms for level in music.levels for ms in (level.from_ms, level.to_ms)]
        assert edges == sorted(edges)
        assert all(0 <= ms <= timeline.d_ms for ms in edges)
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
    others = [_recorded(store, session.session_id, one.name) for one in _PROJECT.sources[1:]]
    ids = {"m1": film.media_id, **{f"m{n}": one.media_id for n, one in enumerate(others, 2)}}
    named = _renamed(timeline, ids)
    told = render_line(named, [film, *others], {film.media_id: _SPOKEN}, "soft")
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
    music = tuple(replace(one, media_id=ids[one.media_id]) for one in timeline.music)
    return replace(timeline, clips=clips, music=music)
