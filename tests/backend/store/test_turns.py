"""Turns read as their jobs stand."""

from pathlib import Path
from typing import Any

import pytest

from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.jobs import NewJob
from transcribe_video.backend.store.media_files import MediaPlace
from transcribe_video.backend.store.store import Store
from transcribe_video.wire.job import Progress, Status
from transcribe_video.wire.session import Turn

ERROR = {"kind": "MediaError", "what": "“a.mp4” is odd", "why": "it is", "remedy": "Mend it"}
TRANSCRIBED = {"words": 22, "language": "en", "files": [{"path": "/films/a.txt"}]}


@pytest.fixture
def session_id(store: Store) -> str:
    session_id = store.sessions.create().session_id
    store.media.add(session_id, "a.mp4", MediaPlace(Path("/films/a.mp4"), 1), MediaFacts())
    return session_id


def _job(store: Store, session_id: str, kind: str = "transcribe") -> str:
    [media] = store.media.of(session_id)
    job_id = f"job_{len(store.jobs.of(session_id))}"
    store.jobs.add(NewJob(job_id, session_id, kind, media.media_id, {}, job_id))
    return job_id


def test_a_turn_without_jobs_is_done_at_once(store: Store, session_id: str) -> None:
    turn = store.turns.add(session_id, "chat", "hello", "I can transcribe.", [])
    assert turn == Turn(
        turn_id=turn.turn_id, intent="chat", message="hello", reply="I can transcribe."
    )
    later = store.turns.add(session_id, "chat", "again", "Yes.", [])
    assert store.turns.newest(session_id) == later


@pytest.mark.parametrize(
    ("status", "outcome", "read"),
    [
        (
            "completed",
            {"result": TRANSCRIBED},
            "“a.mp4” is transcribed: 22 words in English. It is written to “/films/a.txt”.",
        ),
        (
            "completed",
            {"result": {"words": 0, "files": []}},
            "“a.mp4” is transcribed: no speech was found in it.",
        ),
        ("failed", {"error": ERROR}, "“a.mp4” is odd: it is. Mend it."),
        (
            "cancelled",
            {},
            "The work on “a.mp4” was stopped; what was recognised so far is kept.",
        ),
    ],
)
def test_a_turn_with_a_job_says_what_came_of_it(
    store: Store, session_id: str, status: Status, outcome: dict[str, Any], read: str
) -> None:
    job_id = _job(store, session_id)
    begun = store.turns.add(session_id, "transcribe", "transcribe it", "I begin.", [job_id])
    assert (begun.status, begun.reply) == ("running", "I begin.")

    store.jobs.end(job_id, status, Progress(), **outcome)

    turn = store.turns.newest(session_id)
    assert turn is not None
    assert (turn.status, turn.reply, turn.job_ids) == (status, read, [job_id])


def test_a_turn_runs_as_long_as_one_of_its_jobs(store: Store, session_id: str) -> None:
    jobs = [_job(store, session_id) for _ in range(2)]
    store.turns.add(session_id, "transcribe", "all", "I begin.", jobs)
    store.jobs.end(jobs[0], "failed", Progress(), error=ERROR)
    running = store.turns.newest(session_id)
    store.jobs.end(jobs[1], "completed", Progress(), TRANSCRIBED)
    ended = store.turns.newest(session_id)
    assert running is not None
    assert ended is not None
    assert (running.status, ended.status) == ("running", "failed")
    assert "is odd" in ended.reply
    assert "22 words" in ended.reply
