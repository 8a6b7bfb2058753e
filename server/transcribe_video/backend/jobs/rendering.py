"""Rendering: the timeline of a session becomes a video file."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

from transcribe_video.backend.child import Child
from transcribe_video.backend.editor.draft import timeline_of_draft
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.jobs.edited_line import edited_line, edited_plan
from transcribe_video.backend.jobs.live_job import LiveJob
from transcribe_video.backend.jobs.render_plan import (
    RenderPlan,
    captions_of,
    language_of_parts,
    plan_of,
    whole,
)
from transcribe_video.backend.jobs.render_size import size_notes
from transcribe_video.backend.jobs.work import MOST_CRASHES, TRANSCRIBE, Outcome, crash_notes
from transcribe_video.backend.patience import StoppedError
from transcribe_video.backend.store.jobs import JobRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.delivery.folder import own_folder_note
from transcribe_video.delivery.video_place import ExportPlace, deliver, place_for
from transcribe_video.errors import BackendError, GoneError
from transcribe_video.timecode import seconds
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.failure import error_of
from transcribe_video.wire.job import Progress
from transcribe_video.wire.render import Rendered, RenderRequest

_MODULE = "transcribe_video.media.render"
_STAGE = "making the video"
_STOP_S = 5.0


@dataclass(frozen=True, slots=True)
class Rendering:
    """Makes videos; a ``work.Work``.

    Attributes:
        store: what is known, and where it is kept.
        downloads: where a video goes none of whose files has a place of the user's.
        home: the folder for those that cannot go there either.
    """

    store: Store
    downloads: Path
    home: Path

    def __call__(self, record: JobRecord, live: LiveJob) -> Outcome:
        """Make it, from the beginning."""
        request = RenderRequest.model_validate(record.request)
        plan = plan_for(self.store, request, is_late=bool(record.after))
        place = self._place(request, plan)
        place.make()
        draft = place.draft(record.job_id)
        line, notes = self._line(request, plan, draft)
        try:
            done = self._done(record, live, line)
            source = source_of(plan)
            path = deliver(draft, place, self.store.exports, source, record.session_id)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        crashes = self.store.jobs.get(record.job_id).crashes
        size = size_notes(request.output.resolution or "", done.get("width"), done.get("height"))
        notes = (
            *notes,
            *size,
            *own_folder_note(path, self.home),
            *crash_notes(crashes, "making the video"),
        )
        return Outcome(_rendered(record, path, done, notes).sent())

    def _place(self, request: RenderRequest, plan: RenderPlan) -> ExportPlace:
        sources = [part.path for part in plan.parts if not part.media.is_ours]
        name = plan.parts[0].media.filename
        wanted, is_edited = request.output.path, _edited(request) is not None
        return place_for(wanted, sources, name, self.downloads, self.home, is_edited=is_edited)

    def _line(
        self, request: RenderRequest, plan: RenderPlan, draft: Path
    ) -> tuple[dict[str, Any], tuple[str, ...]]:
        """What the renderer is told, and what the person is."""
        transcribed = partial(self._transcript, request.session_id)
        wish = request.output.captions
        timeline = _edited(request)
        if timeline is not None:
            media = self.store.media.of(request.session_id)
            said = {one.media_id: transcribed(one.media_id) for one in media}
            transcripts = {name: found for name, found in said.items() if found is not None}
            line = edited_line(timeline, media, transcripts, wish)
            line |= {"target": str(draft), "resolution": request.output.resolution}
            missing = wish in {"soft", "burned"} and not line["captions"]
            return line, tuple(_notes(plan, is_missing=missing))
        cues = () if wish == "off" else captions_of(plan.parts, transcribed)
        captions = [
            {"start_ms": cue.start_ms, "end_ms": cue.end_ms, "text": "\n".join(cue.lines)}
            for cue in cues
        ]
        line = {
            "clips": [part.data() for part in plan.parts],
            "captions": captions,
            "caption_style": {"is_burned": wish == "burned"},
            "language": language_of_parts(plan.parts, transcribed) if captions else None,
            "target": str(draft),
            "resolution": request.output.resolution,
            "format": request.output.format,
        }
        return line, tuple(_notes(plan, is_missing=wish in {"soft", "burned"} and not captions))

    def _transcript(self, session_id: str, media_id: str) -> Transcript | None:
        """What is said in a file, as far as the session or one that it joined knows."""
        found = self.store.transcripts.get(media_id)
        if found is not None:
            return found
        file = self.store.media.get(media_id)
        for job_id in self.store.turns.job_ids(session_id):
            with suppress(GoneError):
                job = self.store.jobs.get(job_id)
                is_meant = job.kind == TRANSCRIBE and job.media_id is not None
                if is_meant and self.store.media.get(job.media_id or "").is_same_as(file):
                    found = self.store.transcripts.get(job.media_id or "") or found
        return found

    def _done(self, record: JobRecord, live: LiveJob, line: dict[str, Any]) -> dict[str, Any]:
        """Try until it is done, or the renderer has broken down over it too often."""
        while True:
            with suppress(OSError):
                Path(line["target"]).unlink(missing_ok=True)  # of an attempt that was killed
            done = _attempt(line, self.home, live)
            if done is not None:
                return done
            if self.store.jobs.count_crash(record.job_id) >= MOST_CRASHES:
                raise BackendError(
                    "The video could not be made",
                    "making it crashed the encoder three times",
                    "Try a lower resolution, or save the recording anew with a video program",
                )
            self.store.jobs.count_attempt(record.job_id)


def plan_for(store: Store, request: RenderRequest, *, is_late: bool = False) -> RenderPlan:
    """What a request wants of its session.

    Args:
        store: what is known.
        request: what is wanted.
        is_late: whether files may have come since it was asked for; an empty timeline then stands
            for all of them.

    Raises:
        UsageError: there is nothing to render.
        GoneError: there is no such session.
    """
    session_id = store.sessions.get(request.session_id).session_id
    draft, media = Draft.model_validate(request.draft), store.media.of(session_id)
    timeline = _edited(request)
    if timeline is not None:
        return edited_plan(timeline, media)
    if is_late and not draft.is_ready:
        draft = whole(media)
    return plan_of(draft, media, request.output.media_id)


def _edited(request: RenderRequest) -> Timeline | None:
    """The timeline of an edit; None for one file, or for files that nobody has edited."""
    if request.output.media_id is not None:
        return None
    return timeline_of_draft(Draft.model_validate(request.draft))


def source_of(plan: RenderPlan) -> str:
    """What a video is made of, for knowing it again: its first file."""
    return os.fsencode(os.path.realpath(plan.parts[0].path)).hex()


def _attempt(line: dict[str, Any], home: Path, live: LiveJob) -> dict[str, Any] | None:
    """What the renderer says at its end; None if it broke down."""
    child = Child(_MODULE, home)
    inbox: SimpleQueue[dict[str, Any]] = SimpleQueue()
    reader = Thread(target=_read, args=(child, inbox), name="renderer", daemon=True)
    reader.start()
    try:
        child.send(line)
        return _followed(inbox, live)
    finally:
        child.hang_up()
        reader.join(_STOP_S)
        child.kill()
        reader.join()
        child.end()


def _read(child: Child, inbox: "SimpleQueue[dict[str, Any]]") -> None:
    for message in child.messages():
        inbox.put(message)
    inbox.put({"lost": True})


def _followed(inbox: "SimpleQueue[dict[str, Any]]", live: LiveJob) -> dict[str, Any] | None:
    with live.stop.calling(lambda: inbox.put({"stop": True})):
        while True:
            message = inbox.get()
            if "stop" in message:
                raise StoppedError
            if "progress" in message:
                live.report(_progress(message["progress"]))
            elif "done" in message:
                found: dict[str, Any] = message["done"]
                return found
            elif "error" in message:
                error = error_of(message["error"])
                assert error is not None
                raise error
            elif "lost" in message:
                return None


def _progress(data: dict[str, Any]) -> Progress:
    done_ms, total_ms = data.get("done_ms") or 0, data.get("total_ms")
    return Progress(
        done_s=seconds(done_ms),
        total_s=seconds(total_ms) if total_ms else None,
        fraction=min(done_ms / total_ms, 1.0) if total_ms else None,
        stage=_STAGE,
    )


def _notes(plan: RenderPlan, *, is_missing: bool) -> Iterator[str]:
    if plan.left_out:
        names = ", ".join(f"“{name}”" for name in plan.left_out)
        yield f"Still pictures are left out of the video so far: {names}."
    if is_missing:
        yield "There is no transcript yet, so the video has no captions."


def _rendered(
    record: JobRecord, path: Path, done: dict[str, Any], notes: Sequence[str]
) -> Rendered:
    return Rendered(
        render_id=record.job_id,
        path=str(path),
        bytes=path.stat().st_size,
        duration_s=seconds(done.get("duration_ms") or 0),
        width=done.get("width"),
        height=done.get("height"),
        method=done.get("method") or {},
        notes=[*(done.get("notes") or []), *notes],
    )
