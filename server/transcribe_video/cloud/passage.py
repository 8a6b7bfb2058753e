"""A part of a transcript that came from the cloud, as the wire shows it."""

from dataclasses import replace

from transcribe_video.cloud.records.archive import Archive
from transcribe_video.cloud.records.gone import gone
from transcribe_video.cloud.records.jobs import TRANSCRIBE
from transcribe_video.cloud.records.media_files import CloudMedia
from transcribe_video.errors import UsageError
from transcribe_video.timecode import seconds
from transcribe_video.transcript.data import transcript_of
from transcribe_video.transcript.page import Question, page_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.wire.transcript import TranscriptPage, Utterance

_NO_WORDS = "The cloud gives no times of single words."


def passage(
    archive: Archive, session_id: str, media_id: str | None, question: Question, *, words: bool
) -> TranscriptPage:
    """The page that answers a question.

    Raises:
        GoneError: there is no such file in the session.
        UsageError: it is not known what was said, or the cursor is none.
    """
    media, transcript = transcribed(archive, session_id, media_id)
    page = page_of(transcript.segments, question)
    return TranscriptPage(
        session_id=session_id,
        media_id=media.media_id,
        media_name=media.filename,
        language=transcript.language,
        duration_s=seconds(transcript.duration_ms),
        segments=[
            Utterance(
                start_s=seconds(segment.start_ms),
                end_s=seconds(segment.end_ms),
                text=segment.text,
                speaker=segment.speaker,
            )
            for segment in page.segments
        ],
        next_cursor=page.next_cursor,
        total_words=transcript.word_count,
        matches=page.matches,
        notes=[*transcript.notes, *([_NO_WORDS] if words else [])],
    )


def transcribed(
    archive: Archive, session_id: str, media_id: str | None
) -> tuple[CloudMedia, Transcript]:
    """The file that is meant, without an id the first that was transcribed, and what it says.

    Raises:
        GoneError: there is no such file in the session.
        UsageError: it is not known what is said in it.
    """
    media = archive.media.of(session_id)
    meant = [one for one in media if media_id in {None, one.media_id}]
    if media_id is not None and not meant:
        raise gone("file")
    for one in meant:
        said = archive.transcripts.get(one.media_id)
        if said is not None:
            known = transcript_of(said)
            return one, replace(known, is_captions=known.is_timed)
    raise _unknown(archive, session_id, meant[0].filename if meant else "the project")


def _unknown(archive: Archive, session_id: str, name: str) -> UsageError:
    jobs = [job for job in archive.jobs.of(session_id) if job.kind == TRANSCRIBE]
    is_working = any(not job.has_ended for job in jobs)
    why = "it is still being transcribed" if is_working else "it has not been transcribed"
    remedy = "Wait for it" if is_working else "Transcribe it first"
    return UsageError(f"It is not known yet what is said in “{name}”", why, remedy)
