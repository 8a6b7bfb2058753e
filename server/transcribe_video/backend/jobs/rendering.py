"""Rendering: the timeline of a session becomes a video file."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

from transcribe_video.backend.child import Child
from transcribe_video.backend.drafting import is_edited
from transcribe_video.backend.jobs.live_job import LiveJob
from transcribe_video.backend.jobs.render_line import render_line
from transcribe_video.backend.jobs.render_plan import RenderPlan, plan_for
from transcribe_video.backend.jobs.render_size import size_notes
from transcribe_video.backend.jobs.work import MOST_CRASHES, Outcome, crash_notes
from transcribe_video.backend.known_transcripts import known_transcripts
from transcribe_video.backend.patience import StoppedError
from transcribe_video.backend.store.jobs import JobRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.delivery.folder import own_folder_note
from transcribe_video.delivery.video_place import ExportPlace, deliver, place_for
from transcribe_video.errors import BackendError
from transcribe_video.timecode import seconds
from transcribe_video.wire.failure import error_of
from transcribe_video.wire.job import Progress
from transcribe_video.wire.render import Rendered, RenderRequest

_MODULE = "transcribe_video.media.render"
_STAGE = "making the video"
_STOP_S = 5.0
_NO_CAPTIONS = "There is no transcript yet, so the video has no captions."


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
        line = self._line(request, plan, draft)
        try:
            done = self._done(record, live, line)
            path = deliver(draft, place, self.store.exports, plan.source, record.session_id)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        crashes = self.store.jobs.get(record.job_id).crashes
        size = size_notes(request.output.resolution or "", done.get("width"), done.get("height"))
        is_missing = request.output.captions in {"soft", "burned"} and not line["captions"]
        notes = (
            *((_NO_CAPTIONS,) if is_missing else ()),
            *size,
            *own_folder_note(path, self.home),
            *crash_notes(crashes, "making the video"),
        )
        return Outcome(_rendered(record, path, done, notes).sent())

    def _place(self, request: RenderRequest, plan: RenderPlan) -> ExportPlace:
        files = (plan.first, *plan.recordings)
        sources = [file.path for file in files if file.path and not file.is_ours]
        wanted, name = request.output.path, plan.first.filename
        is_changed = is_edited(plan.timeline, plan.recordings)
        return place_for(wanted, sources, name, self.downloads, self.home, is_edited=is_changed)

    def _line(self, request: RenderRequest, plan: RenderPlan, draft: Path) -> dict[str, Any]:
        """What the renderer is told."""
        files = (*plan.recordings, *plan.music)
        transcripts = known_transcripts(self.store, request.session_id)
        line = render_line(plan.timeline, files, transcripts, request.output.captions)
        return line | {"target": str(draft), "resolution": request.output.resolution}

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
