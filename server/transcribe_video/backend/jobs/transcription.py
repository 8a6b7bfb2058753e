"""Transcribing: a recording of a session becomes its transcript and documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.backend.jobs.live_job import LiveJob
from transcribe_video.backend.jobs.work import MOST_CRASHES, Outcome, crash_notes
from transcribe_video.backend.patience import StoppedError
from transcribe_video.backend.speech_process import SpeechLostError, SpeechProcess
from transcribe_video.backend.speech_task import SpeechResult, SpeechTask
from transcribe_video.backend.store.jobs import JobRecord
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.backend.store.transcripts import summary_of
from transcribe_video.delivery.folder import folder_without_source, own_folder_note
from transcribe_video.errors import BackendError, DamagedMediaError, TranscribeVideoError
from transcribe_video.refusal import refusal
from transcribe_video.wire.job import Progress
from transcribe_video.wire.order import TranscribeOrder


@dataclass(frozen=True, slots=True)
class Transcription:
    """Has recordings transcribed by the speech process; a ``work.Work``.

    Attributes:
        store: what is known, and where it is kept.
        speech: does it.
        downloads: where documents go whose recording has no place of the user's.
        home: the folder for those that cannot go there either.
    """

    store: Store
    speech: SpeechProcess
    downloads: Path
    home: Path

    def __call__(self, record: JobRecord, live: LiveJob) -> Outcome:
        """Do it; what was recognised before is not done again."""
        order = TranscribeOrder.model_validate(record.request)
        media = self.store.media.get(record.media_id or "")
        task = self._task(order, media)
        result = self._result(record, live, task, media.filename)
        crashes = self.store.jobs.get(record.job_id).crashes
        notes = (
            *_notes(order, result),
            *self._place_note(task, result),
            *crash_notes(crashes, f"working on “{media.filename}”"),
        )
        media_id, said, files = media.media_id, result.transcript, result.files
        return Outcome(
            summary_of(media_id, said, files, notes).sent(),
            lambda: self.store.transcripts.keep(media_id, record.job_id, said, files, notes),
        )

    def _task(self, order: TranscribeOrder, media: MediaRecord) -> SpeechTask:
        assert media.path is not None
        folder = order.output_dir
        if folder is None and media.is_ours:
            folder = str(self._folder())
        return SpeechTask(
            path=str(media.path),
            name=media.filename if media.is_ours else None,
            folder=folder,
            formats=tuple(order.formats),
            language=order.language,
            quality=order.quality,
            model=order.model,
        )

    def _place_note(self, task: SpeechTask, result: SpeechResult) -> tuple[str, ...]:
        """Where the documents are, if that is no place of the user's."""
        if task.folder is None or not result.files:
            return ()
        return own_folder_note(Path(result.files[0].path), self.home)

    def _folder(self) -> Path:
        try:
            return folder_without_source(self.downloads, self.home)
        except OSError as error:
            what = f"Documents cannot be written into “{self.home / 'documents'}”"
            raise refusal(what, error, "choose another folder") from error

    def _result(
        self, record: JobRecord, live: LiveJob, task: SpeechTask, name: str
    ) -> SpeechResult:
        """Try until it is done, or the process has broken down over it too often."""
        while True:
            try:
                return self.speech.transcribe(task, live.report, live.stop)
            except SpeechLostError as lost:
                if live.stop.is_set():
                    raise StoppedError from lost
                if lost.is_blamed and self._crashes(record) >= MOST_CRASHES:
                    raise _given_up(name, is_reading=lost.is_reading) from lost
            self.store.jobs.count_attempt(record.job_id)
            live.report(Progress())

    def _crashes(self, record: JobRecord) -> int:
        return self.store.jobs.count_crash(record.job_id)


def _given_up(name: str, *, is_reading: bool) -> TranscribeVideoError:
    what = f"“{name}” cannot be transcribed"
    if is_reading:
        return DamagedMediaError(
            what,
            "reading it crashed the decoder three times",
            "Save it as MP4 or WAV with a video or sound program, and use that file",
        )
    return BackendError(
        what,
        "recognising it crashed the decoder three times, as a lack of memory can do",
        "Close other programs and try again: what was recognised so far is kept",
    )


def _notes(order: TranscribeOrder, result: SpeechResult) -> Iterator[str]:
    if result.instead_of is not None:
        where = Path(result.files[0].path).parent
        yield (f"“{result.instead_of}” may not be written to, so the documents are in “{where}”.")
    if order.speakers:
        yield "Speakers are not told apart yet."
