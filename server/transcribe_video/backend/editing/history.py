"""The way back and forward among a session's revisions, and what was changed so far."""

from transcribe_video.backend.context import Context
from transcribe_video.backend.editing.changed import changes_back, is_taken_away
from transcribe_video.backend.editing.edited import Edited
from transcribe_video.backend.editing.material import timeline_now
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editing.summary import in_language, since_over
from transcribe_video.backend.store.revisions import Revisions
from transcribe_video.timecode import fine_clock
from transcribe_video.wire.session import SessionView


def stepped(context: Context, view: SessionView, by: int, say: Sentences) -> Edited:
    """Go back or forward by so many revisions, as far as there are any.

    Args:
        context: where the session is kept.
        view: the session.
        by: how many; below 0 is back.
        say: the language of the answer.
    """
    session_id, revisions = view.session_id, context.store.revisions
    before = revisions.history(session_id)
    count = revisions.step(session_id, by)
    if not count:
        return Edited(say("nothing_undone" if by < 0 else "nothing_redone"))
    after = revisions.history(session_id)
    longer, shorter = (before, after) if by < 0 else (after, before)
    summaries = (in_language(one.summary, say) for one in longer[len(shorter) :])
    what = say("semicolon").join(summaries)
    name = "undone" if by < 0 else "redone"
    told = say(name, what=what, now=fine_clock(timeline_now(context, view).d_ms))
    fewer = say(f"fewer_{name}", count=count, asked=abs(by)) if count < abs(by) else ""
    return Edited(say.together(fewer, told), changes_back(name, told), is_changed=True)


def has_taken_away(revisions: Revisions, session_id: str) -> bool:
    """Whether the last thing that happened is an edit that took something away."""
    if revisions.is_undone(session_id):
        return False
    first = revisions.first(session_id)
    known = [*([first] if first else []), *revisions.history(session_id)]
    return len(known) > 1 and is_taken_away(known[-2].draft, known[-1].draft)


def told_changes(revisions: Revisions, session_id: str, length: str, say: Sentences) -> Edited:
    """What was changed since all was last taken back.

    Args:
        revisions: of all sessions.
        session_id: which one is meant.
        length: of the video, as a clock shows it.
        say: the language of the answer.
    """
    summaries = since_over([one.summary for one in revisions.history(session_id)])
    if not summaries:
        return Edited(say("no_changes", now=length))
    told = (in_language(one, say) for one in summaries)
    numbered = (say("numbered", number=n, what=what) for n, what in enumerate(told, 1))
    return Edited(say("changes", what=say.together(*numbered), now=length))
