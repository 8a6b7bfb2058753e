"""What the editor works on: the timeline of a session, and all that is known of its files."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from transcribe_video.backend.context import Context
from transcribe_video.backend.drafting import draft_of, source_of, timeline_of
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.known_transcripts import kept_as, known_transcripts
from transcribe_video.backend.listener import quiet_in
from transcribe_video.conversation.editing.edit import Range
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.wire.session import SessionView


def timeline_now(context: Context, view: SessionView, added: Collection[str] = ()) -> Timeline:
    """The session's timeline as its last edit left it, or its files one after the other.

    Args:
        context: where the session is kept.
        view: the session.
        added: names of files that an edit is about to put somewhere: where nothing was edited,
            they do not stand at the end too.
    """
    return timeline_of(context.store, view.session_id, added)


def draft_now(context: Context, view: SessionView) -> dict[str, object]:
    """The session's timeline in the wire's form."""
    timeline, captioned = timeline_now(context, view), kept_as(context.store, view.session_id)
    return draft_of(timeline, view.media, captioned)


def project_of(
    context: Context, view: SessionView, timeline: Timeline, *, is_listening: bool
) -> Project:
    """The session's files, what is said in them and, where it is asked for, where it is quiet."""
    found = (source for file in view.media if (source := source_of(file)) is not None)
    media = context.store.media.of(view.session_id)
    silent = {record.media_id for record in media if not record.has_sound}
    sources = [replace(one, has_sound=one.media_id not in silent) for one in found]
    used = {clip.media_id for clip in timeline.clips}
    return Project(
        sources=sources,
        transcripts=transcripts_of(context, view),
        quiet=_quiet(context, used) if is_listening else {},
        fillers=context.manifest.fillers,
        lone_fillers=context.manifest.lone_fillers,
    )


def transcripts_of(context: Context, view: SessionView) -> dict[str, Transcript]:
    """The transcripts of the session's files."""
    return known_transcripts(context.store, view.session_id)


def _quiet(context: Context, media_ids: set[str]) -> Mapping[str, Sequence[Range]]:
    folder = context.settings.home / "work"
    found: dict[str, Sequence[Range]] = {}
    for media_id in media_ids:
        path = context.store.media.get(media_id).path
        quiet = None if path is None else quiet_in(path, folder)
        if quiet is not None:
            found[media_id] = quiet
    return found
