"""Transcribing in the cloud: its editor is asked for the words, and documents are written here."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from transcribe_video.client.foreign import quoted
from transcribe_video.cloud.board import JobBoard
from transcribe_video.cloud.live_job import LiveJob
from transcribe_video.cloud.records.jobs import COMPLETED, UPLOAD, CloudJob, Ending
from transcribe_video.cloud.records.media_files import CloudMedia
from transcribe_video.cloud.surroundings import Surroundings
from transcribe_video.cloud.talk import Talk
from transcribe_video.cloud.transcribing_documents import place_in, placed, writable
from transcribe_video.cloud.transcribing_reply import spoken_in
from transcribe_video.cloud.transcribing_track import spoken_on, stretch_of
from transcribe_video.cloud.turn import TurnRunner
from transcribe_video.cloud.turn_outcome import Outcome
from transcribe_video.cloud.uploading import arrived
from transcribe_video.errors import BackendError
from transcribe_video.timecode import milliseconds, seconds
from transcribe_video.transcript.data import transcript_data
from transcribe_video.transcript.language import AUTO
from transcribe_video.transcript.preview import preview_of
from transcribe_video.transcript.segment import Segment
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.session import TranscriptSummary
from transcribe_video.wire.transcript import DocumentFile

LOCAL = (
    "For exact words with times, use the engine on this computer: set NEMO_BACKEND=local and call "
    "transcribe again"
)
_SHARE = 0.6  # of the words of an answer; captions with fewer are not all of them
_UNTIMED = "The cloud gave the words without times."


@dataclass(frozen=True, slots=True)
class _Given:
    """What the cloud gave, and the documents that it is enough for."""

    transcript: Transcript
    notes: tuple[str, ...]


class Transcribing:
    """Has files transcribed; a ``board.Work``.

    Args:
        around: where, and what is known.
        board: where the uploads are under way.
        turns: say it to the editor.
        talk: one after the other.
    """

    def __init__(
        self, around: Surroundings, board: JobBoard, turns: TurnRunner, talk: Talk
    ) -> None:
        self._around, self._board, self._turns, self._talk = around, board, turns, talk

    async def __call__(self, job: CloudJob, live: LiveJob) -> Ending:
        """Do it; what a process before this one has said to the editor is not said again."""
        archive = self._around.archive
        order = TranscribeOrder.model_validate(job.request["order"])
        if job.sent_s is None:
            uploads = [one for one in archive.jobs.of(job.session_id) if one.kind == UPLOAD]
            mine = [one for one in uploads if one.media_id == job.media_id]
            if not any(one.status == COMPLETED for one in mine):
                await arrived(self._board, mine, live)
            job = archive.jobs.get(job.job_id)
        if self._talk.is_busy(job.session_id):
            live.say("waiting for the message before this one")
        async with self._talk.in_session(job.session_id):
            outcome = await self._turns.run(job, live.report)
        if outcome.is_cancelled:
            return outcome.ending
        media = archive.media.get(job.media_id or "")
        given = self._given(job, media, order, outcome)
        live.say("writing the documents")
        summary = await asyncio.to_thread(self._written, media, order, given)
        said = transcript_data(given.transcript)
        archive.transcripts.keep(job.session_id, said, summary)
        return Ending(COMPLETED, outcome.reply, outcome.ending.changes, result=summary.sent())

    def _given(
        self, job: CloudJob, media: CloudMedia, order: TranscribeOrder, outcome: Outcome
    ) -> _Given:
        segments, is_timed = self._spoken(job, media, outcome)
        if not segments:
            if outcome.error is not None:
                raise outcome.error
            raise _without_words(media, self._around.host, outcome.reply)
        language = "" if order.language == AUTO else order.language
        transcript = Transcript(
            source=media.filename,
            duration_ms=_length_ms(media, segments),
            language=language,
            model=f"NemoVideo ({self._around.host})",
            segments=segments,
            notes=() if is_timed else (_UNTIMED,),
            is_timed=is_timed,
            is_captions=is_timed,
        )
        return _Given(transcript, tuple(self._notes(job, media, order)))

    def _spoken(
        self, job: CloudJob, media: CloudMedia, outcome: Outcome
    ) -> tuple[tuple[Segment, ...], bool]:
        """The utterances, and whether their times mean anything."""
        draft = None if outcome.draft is None else Draft.model_validate(outcome.draft)
        others = [
            one
            for one in self._around.archive.media.of(job.session_id)
            if one.media_id != media.media_id and one.file_type != "image"
        ]
        names = _names(media)
        stretch = stretch_of(draft, names, is_only=not others)
        known = self._around.archive.jobs.get(job.job_id).draft_before
        before = None if known is None else Draft.model_validate(known)
        timed = spoken_on(draft, stretch, before) if stretch is not None else ()
        told = () if outcome.is_failed else spoken_in(outcome.reply)
        if timed and _is_whole(timed, told):
            return timed, True
        return tuple(Segment(0, 0, text, ()) for text in told), False

    def _notes(self, job: CloudJob, media: CloudMedia, order: TranscribeOrder) -> Iterator[str]:
        for upload in self._around.archive.jobs.of(job.session_id):
            if upload.kind == UPLOAD and upload.media_id == media.media_id:
                yield from (upload.result or {}).get("notes", [])
        if order.speakers:
            yield "Speakers are not told apart by the cloud."
        if order.model:
            yield "The speech model is the cloud's own choice."

    def _written(
        self, media: CloudMedia, order: TranscribeOrder, given: _Given
    ) -> TranscriptSummary:
        kinds, refusal = writable(order.formats, given.transcript)
        if not kinds:
            assert refusal is not None
            raise refusal
        files, notes = placed(
            self._around, media, kinds, given.transcript, place_in(order.output_dir)
        )
        refused = [] if refusal is None else [str(refusal)]
        return summary_of(media.media_id, given.transcript, files, (*given.notes, *notes, *refused))


def summary_of(
    media_id: str,
    transcript: Transcript,
    files: Sequence[DocumentFile],
    notes: Sequence[str],
) -> TranscriptSummary:
    """What the wire says of a transcript that came from the cloud."""
    return TranscriptSummary(
        media_id=media_id,
        language=transcript.language,
        duration_s=seconds(transcript.duration_ms),
        words=transcript.word_count,
        preview=preview_of(transcript),
        files=list(files),
        notes=[*transcript.notes, *notes],
    )


def _is_whole(timed: Sequence[Segment], told: Sequence[str]) -> bool:
    """Whether captions say all that the answer says."""
    length = sum(len(segment.text) for segment in timed)
    return length >= _SHARE * sum(map(len, told))


def _without_words(media: CloudMedia, host: str, reply: str) -> BackendError:
    """The error for an answer that is no transcript; what the editor says is told as its own."""
    said = f"; its editor says {quoted(reply)}" if reply else ""
    what = f"“{media.filename}” was not transcribed"
    return BackendError(what, f"{host} gave no transcript{said}", LOCAL)


def _names(media: CloudMedia) -> frozenset[str]:
    """By what a timeline may call the file."""
    stem = PurePath(media.filename).stem
    return frozenset(filter(None, (media.filename, stem, media.cdn_url)))


def _length_ms(media: CloudMedia, segments: Sequence[Segment]) -> int:
    if media.duration_s is not None:
        return milliseconds(media.duration_s)
    return max(segment.end_ms for segment in segments)
