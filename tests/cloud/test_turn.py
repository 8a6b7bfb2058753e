"""A message to the cloud's editor, from its row to its end."""

import asyncio
import time
from pathlib import Path
from threading import Event

import pytest

from cloud.case import TOKEN
from cloud.reply import DEFAULT, Reply, broken, detail, event, frame, ok, refused, streamed
from cloud.scripted import Cloud
from cloud.turning import CHAT, CREATE, NEXT_TOKEN, STATE, Turning, draft, turning
from transcribe_video.cloud.records.jobs import Ending, NewJob
from transcribe_video.errors import (
    AccessError,
    BackendError,
    BusyError,
    CreditsError,
    GoneError,
    UnreachableError,
)
from transcribe_video.wire.upload import UploadedFile

pytestmark = pytest.mark.anyio

_SORRY = "I encountered a temporary issue. Please try again."
_BREAK = streamed(b": ping\n\n", cut="body")


def _state(timeline: object) -> Reply:
    return ok({"state": {"draft": timeline}})


async def _until(turn: Turning, stage: str) -> None:
    deadline_s = time.monotonic() + 20
    while stage not in " ".join(turn.stages):
        assert time.monotonic() < deadline_s, turn.stages
        await asyncio.sleep(0.01)


async def _hung_up(cloud: Cloud) -> None:
    deadline_s = time.monotonic() + 20
    while not cloud.hung_up:
        assert time.monotonic() < deadline_s
        await asyncio.sleep(0.01)


async def test_a_message_is_said_once_and_its_answer_and_its_changes_are_told(
    cloud: Cloud, tmp_path: Path
) -> None:
    async with turning(cloud, tmp_path) as turn:
        job = turn.say("add a title")
        outcome = await turn.run(job)
        kept = turn.archive.jobs.get(job.job_id)
    assert (outcome.reply, outcome.error) == ("Done: add a title", None)
    assert [(change.kind, change.track) for change in outcome.changes] == [("added", 1)]
    assert (kept.status, kept.reply) == ("completed", outcome.reply)
    assert kept.result == {"reply": outcome.reply, "remarks": [], "changes": list(kept.changes)}
    assert [change["kind"] for change in kept.changes] == ["added"]
    assert turn.messages == ["add a title"]


async def test_the_row_and_the_draft_before_are_on_the_disk_when_the_message_arrives(
    cloud: Cloud, tmp_path: Path
) -> None:
    seen = []

    async with turning(cloud, tmp_path) as turn:
        turn.set_draft(draft("Hello"))
        job = turn.say("add music")

        def look(_request: object) -> Reply:
            seen.append(turn.archive.jobs.get(job.job_id))
            return DEFAULT

        cloud.script(CHAT, look)
        await turn.run(job)
    [kept] = seen
    assert kept.draft_before == draft("Hello")
    assert (kept.request, kept.status) == ({"message": "add music"}, "running")
    assert kept.sent_s is not None
    assert cloud.lines[1:4] == [
        f"GET /api/state/nemo_agent/me/{turn.session.remote_id}/latest",
        "POST /run_sse",
        f"GET /api/state/nemo_agent/me/{turn.session.remote_id}/latest",
    ]


async def test_a_silent_edit_is_answered_with_what_changed(cloud: Cloud, tmp_path: Path) -> None:
    cloud.script(CHAT, streamed({"type": "heartbeat"}))
    cloud.script(STATE, _state(draft("Hello")), _state(draft("Hello", "World")))
    async with turning(cloud, tmp_path) as turn:
        outcome = await turn.said("add World")
    assert (outcome.reply, outcome.remarks) == ("", ("Done. Added Title “World” (4-8s).",))
    assert [change.kind for change in outcome.changes] == ["added"]
    assert not outcome.is_failed


async def test_a_timeline_that_comes_a_little_after_a_silent_edit_is_waited_for(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(CHAT, streamed())
    cloud.script(STATE, _state(None), _state(None), _state(draft("World")))
    async with turning(cloud, tmp_path) as turn:
        outcome = await turn.said("add World")
    assert outcome.remarks == ("Done. Added Title “World” (0-4s).",)


async def test_a_timeline_that_an_event_brings_counts_before_the_state_has_it(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(CHAT, streamed(event(state={"draft": draft("World")})))
    cloud.always(STATE, _state(None))
    async with turning(cloud, tmp_path) as turn:
        outcome = await turn.said("add World")
    assert outcome.remarks == ("Done. Added Title “World” (0-4s).",)
    assert outcome.draft == draft("World")


async def test_silence_without_a_change_is_a_failure(cloud: Cloud, tmp_path: Path) -> None:
    cloud.script(CHAT, streamed())
    async with turning(cloud, tmp_path) as turn:
        outcome = await turn.said("sing")
    assert "the editor ended without a word, and the timeline is as it was" in str(outcome.error)


async def test_a_reply_that_is_no_stream_is_the_answer(cloud: Cloud, tmp_path: Path) -> None:
    cloud.script(CHAT, ok({"text": "Hello"}))
    async with turning(cloud, tmp_path) as turn:
        assert (await turn.said("hello")).reply == "Hello"


async def test_the_raw_clip_and_its_effects_are_both_told(cloud: Cloud, tmp_path: Path) -> None:
    gate = Event()
    cloud.script(
        CHAT,
        streamed(
            event("The clip is there.", state={"draft": draft("Raw")}),
            (gate, frame({"type": "heartbeat"})),
            event("Music is added.", state={"draft": draft("Raw", "End")}),
        ),
    )
    cloud.always(STATE, _state(None))
    async with turning(cloud, tmp_path) as turn:
        job = turn.say("make a clip")
        task = asyncio.create_task(turn.run(job))
        await _until(turn, "the editor has answered, and goes on working")
        assert turn.archive.jobs.get(job.job_id).reply == "The clip is there."
        gate.set()
        outcome = await task
    assert outcome.reply == "The clip is there.\n\nMusic is added."
    assert [change.clip for change in outcome.changes] == ["Raw", "End"]


async def test_two_silent_stages_are_told_one_after_the_other(cloud: Cloud, tmp_path: Path) -> None:
    stages = [event(state={"draft": draft("Raw")}), event(state={"draft": draft("Raw", "End")})]
    cloud.script(CHAT, streamed(*stages))
    cloud.always(STATE, _state(None))
    async with turning(cloud, tmp_path) as turn:
        outcome = await turn.said("make a clip")
    assert outcome.remarks == ("Done. Added Title “Raw” (0-4s). Then: Added Title “End” (4-8s).",)


@pytest.mark.parametrize(
    ("failing", "kind"),
    [
        ({"code": 2001, "message": "Insufficient credits"}, CreditsError),
        ({"errorCode": "2001", "errorMessage": "Insufficient credits"}, CreditsError),
        (event("Half") | {"errorCode": 2001}, CreditsError),
        ({"error": "It broke"}, BackendError),
        ({"type": "error", "message": "It broke"}, BackendError),
        ({"code": 1001, "message": "Expired"}, AccessError),
    ],
)
async def test_a_failure_in_the_stream_is_one_and_tells_what_was_done_before(
    cloud: Cloud, tmp_path: Path, failing: object, kind: type[BackendError]
) -> None:
    cloud.script(CHAT, streamed(event("The clip is there."), failing))
    cloud.script(STATE, _state(None), _state(draft("Raw")))
    async with turning(cloud, tmp_path) as turn:
        outcome = await turn.said("make a clip")
    assert type(outcome.error) is kind
    assert "until then this was done: Added Title “Raw” (0-4s)" in str(outcome.error)
    assert outcome.reply.startswith("The clip is there.")
    assert len(turn.messages) == 1


async def test_trouble_at_the_end_is_dropped_and_alone_it_is_a_failure(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(CHAT, streamed(event("Cut."), event(_SORRY)), streamed(event(_SORRY)))
    async with turning(cloud, tmp_path) as turn:
        good, bad = await turn.said("cut"), await turn.said("cut more")
    assert (good.reply, good.error) == ("Cut.", None)
    assert bad.reply == _SORRY
    said = _SORRY.removesuffix(".")
    assert str(bad.error) == f"The editor could not do this: it says “{said}”. Say it again."


_CONNECTION = "The connection broke off while the editor worked"
_FAULT = "NemoVideo answered with a fault of its own"


@pytest.mark.parametrize(
    ("reply", "broke"),
    [
        (_BREAK, _CONNECTION),
        (streamed(event("Half", partial=True), cut="body"), _CONNECTION),
        (broken("silent"), _CONNECTION),
        (broken("head"), _CONNECTION),
        (Reply(500, b""), _FAULT),
        (Reply(502, "<html>"), _FAULT),
        (Reply(200, "<html>Sign in</html>"), _FAULT),
    ],
    ids=["heartbeat", "half", "silent", "head", "500", "502", "page"],
)
async def test_a_stream_that_breaks_off_is_never_sent_again_but_looked_after(
    cloud: Cloud, tmp_path: Path, reply: Reply, broke: str
) -> None:
    cloud.script(CHAT, reply)
    cloud.script(STATE, _state(None), _state(None), _state(None), _state(draft("World")))
    async with turning(cloud, tmp_path) as turn:
        outcome = await turn.said("add World")
    assert not outcome.is_failed
    assert outcome.remarks == (
        f"{broke}, and the message was not repeated.",
        "This was done: Added Title “World” (0-4s).",
    )
    assert outcome.reply in {"", "Half"}
    assert len(turn.messages) == 1
    assert len(cloud.asked(STATE)) == 4


async def test_five_looks_without_a_change_are_a_failure_that_offers_another_try(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(CHAT, _BREAK)
    async with turning(cloud, tmp_path) as turn:
        outcome = await turn.said("add World")
    assert isinstance(outcome.error, UnreachableError)
    assert "5 looks at the project show no change" in str(outcome.error)
    assert "Say it again if you want it tried once more" in str(outcome.error)
    assert len(turn.messages) == 1
    assert len(cloud.asked(STATE)) == 6


async def test_a_look_that_shows_nothing_is_none(cloud: Cloud, tmp_path: Path) -> None:
    cloud.script(CHAT, _BREAK, _BREAK)
    away = (Reply(503, b""),) * 3  # as often as one look asks
    cloud.script(STATE, _state(None), *away, *away, _state(draft("World")))
    async with turning(cloud, tmp_path) as turn:
        assert "Added Title “World”" in (await turn.said("add World")).remarks[-1]
        cloud.script(STATE, _state(None))
        cloud.always(STATE, Reply(503, b""))
        outcome = await turn.said("add more")
    assert "the project cannot be looked at" in str(outcome.error)


async def test_a_stream_that_is_cut_after_it_said_that_it_is_done_has_ended(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(CHAT, streamed(event("Cut."), b"data: [DONE]\n\n", cut="body"))
    async with turning(cloud, tmp_path) as turn:
        assert (await turn.said("cut")).reply == "Cut."


@pytest.mark.parametrize(
    "gone", [detail("Session not found", 404), refused(1002), refused("1002", status=404)]
)
async def test_a_lost_session_that_held_nothing_is_begun_anew_and_the_message_said_there(
    cloud: Cloud, tmp_path: Path, gone: Reply
) -> None:
    cloud.script(CHAT, gone)
    async with turning(cloud, tmp_path) as turn:
        outcome = await turn.said("add music")
        session = turn.archive.sessions.get(turn.session.session_id)
    first, second = (request.json["session_id"] for request in cloud.asked(CHAT))
    assert (outcome.reply, outcome.remarks) == ("Done: add music", ())
    assert (first, second) == (turn.session.remote_id, session.remote_id)
    assert session.session_id == turn.session.session_id
    assert len({first, second}) == 2


_LOST = (
    "The message was not said, because the cloud no longer has this project: its timeline and its "
    "files are gone there; a new, empty project was begun in its place. Bring the files again with "
    "the same session_id, then say it again."
)


async def test_a_message_about_a_timeline_is_not_said_into_the_empty_project_after_it(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(CHAT, refused(1002))
    async with turning(cloud, tmp_path) as turn:
        turn.set_draft(draft("Hello"))
        outcome = await turn.said("cut the second minute")
        session = turn.archive.sessions.get(turn.session.session_id)
    assert (type(outcome.error), str(outcome.error)) == (GoneError, _LOST)
    assert (outcome.reply, session.session_id) == ("", turn.session.session_id)
    assert session.remote_id != turn.session.remote_id
    assert len(cloud.asked(CHAT)) == 1


@pytest.mark.parametrize("held", ["a file", "an earlier message"])
async def test_what_a_project_held_may_be_known_only_here(
    cloud: Cloud, tmp_path: Path, held: str
) -> None:
    async with turning(cloud, tmp_path) as turn:
        if held == "a file":
            turn.archive.media.add(turn.session.session_id, UploadedFile(filename="a.mp4"))
        else:
            await turn.said("add a title")
        said = len(cloud.asked(CHAT))
        cloud.script(STATE, detail("Session not found", 404))
        outcome = await turn.said("cut the second minute")
        media = turn.archive.media.of(turn.session.session_id)
    assert str(outcome.error) == _LOST
    assert (len(cloud.asked(CHAT)), media) == (said, ())


async def test_a_session_that_is_lost_before_anything_is_sent_is_begun_in_the_users_language(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(STATE, detail("Session not found", 404))
    async with turning(cloud, tmp_path) as turn:
        outcome = await turn.said("加音乐")
    assert not outcome.is_failed
    assert [request.json["language"] for request in cloud.asked(CREATE)] == ["en", "zh"]
    assert turn.messages == ["加音乐"]


async def test_a_session_that_is_lost_in_mid_stream_is_begun_anew_without_repeating(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(CHAT, streamed({"type": "heartbeat"}, {"code": 1002, "message": "Gone"}))
    async with turning(cloud, tmp_path) as turn:
        outcome = await turn.said("add music")
        session = turn.archive.sessions.get(turn.session.session_id)
    assert isinstance(outcome.error, GoneError)
    assert "the message was not repeated" in str(outcome.error)
    assert session.remote_id != turn.session.remote_id
    assert len(turn.messages) == 1


@pytest.mark.parametrize("before", [(), (event("I will"),)], ids=["at_once", "after_words"])
async def test_a_token_that_expires_inside_a_stream_is_dropped_and_nothing_is_repeated(
    cloud: Cloud, tmp_path: Path, before: tuple[object, ...]
) -> None:
    cloud.script(CHAT, streamed(*before, {"code": 1001, "message": "Invalid token"}))
    async with turning(cloud, tmp_path) as turn:
        outcome, next_one = await turn.said("cut"), await turn.said("cut")
    assert str(outcome.error) == (
        "NemoVideo did not go on with the message: the token has expired; a new one is used from "
        "now on. Say it again."
    )
    assert next_one.reply == "Done: cut"
    shown = [request.headers["authorization"] for request in cloud.asked(CHAT)]
    assert shown == [f"Bearer {TOKEN}", f"Bearer {NEXT_TOKEN}"]


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (refused(2001), CreditsError),
        (refused(1001), AccessError),
        (detail("Unauthorized", 401), AccessError),
        (detail("No", 400), BackendError),
    ],
)
async def test_what_is_refused_before_the_stream_was_not_sent(
    cloud: Cloud, tmp_path: Path, reply: Reply, kind: type[BackendError]
) -> None:
    cloud.script(CHAT, reply, reply)
    async with turning(cloud, tmp_path) as turn:
        job = turn.say("cut")
        outcome = await turn.run(job)
        kept = turn.archive.jobs.get(job.job_id)
    assert type(outcome.error) is kind
    assert (kept.sent_s, kept.status) == (None, "failed")
    assert len(cloud.asked(STATE)) == 1


@pytest.mark.parametrize("expired", [refused(1001), refused("1010"), detail("Unauthorized", 401)])
async def test_a_token_that_expired_before_the_stream_is_renewed_and_the_message_said(
    cloud: Cloud, tmp_path: Path, expired: Reply
) -> None:
    cloud.script(CHAT, expired)
    async with turning(cloud, tmp_path) as turn:
        outcome = await turn.said("cut")
    assert outcome.reply == "Done: cut"
    shown = [request.headers["authorization"] for request in cloud.asked(CHAT)]
    assert shown == [f"Bearer {TOKEN}", f"Bearer {NEXT_TOKEN}"]


async def test_a_rate_limit_is_waited_for_once(cloud: Cloud, tmp_path: Path) -> None:
    cloud.script(CHAT, detail("Slow down", 429), DEFAULT)
    cloud.script(CHAT, detail("Slow down", 429), detail("Slow down", 429))
    async with turning(cloud, tmp_path) as turn:
        first, second = await turn.said("cut"), await turn.said("cut")
    assert first.reply == "Done: cut"
    assert isinstance(second.error, BusyError)


async def test_a_stream_of_heartbeats_alone_is_given_up(cloud: Cloud, tmp_path: Path) -> None:
    beats = streamed(*[frame({"type": "heartbeat"})] * 400, gap=0.05)
    cloud.script(CHAT, streamed(event("The clip is there."), *(beats.chunks or ())))
    cloud.script(STATE, _state(None), _state(draft("Raw")))
    async with turning(cloud, tmp_path, heartbeat_timeout_s=0.5) as turn:
        outcome = await turn.said("make a clip")
    assert "after what it had said, nothing but signs of life came for" in str(outcome.error)
    assert "until then this was done: Added Title “Raw” (0-4s)" in str(outcome.error)
    assert len(turn.messages) == 1


async def test_silence_is_not_called_signs_of_life(cloud: Cloud, tmp_path: Path) -> None:
    cloud.script(CHAT, streamed(event("A bit."), (Event(), b"")), streamed((Event(), b"")))
    async with turning(cloud, tmp_path, heartbeat_timeout_s=0.3) as turn:
        told, nothing = await turn.said("make a clip"), await turn.said("make a clip")
    assert "after what it had said, nothing came for" in str(told.error)
    assert "stopped: nothing came for" in str(nothing.error)


async def test_a_stream_that_lasts_too_long_is_given_up(cloud: Cloud, tmp_path: Path) -> None:
    texts = [event(f"Step {number}.") for number in range(400)]
    cloud.script(CHAT, streamed(*texts, gap=0.05))
    async with turning(cloud, tmp_path, stream_timeout_s=0.7) as turn:
        outcome = await turn.said("make a clip")
    assert "it had not ended after" in str(outcome.error)
    assert outcome.reply.startswith("Step 0.")


async def test_people_hear_that_it_is_still_going_on(cloud: Cloud, tmp_path: Path) -> None:
    gate = Event()
    cloud.script(CHAT, streamed((gate, frame(event("Done.")))))
    async with turning(cloud, tmp_path, still_working_s=0.6) as turn:
        task = asyncio.create_task(turn.said("make a clip"))
        await _until(turn, "⏳ Still working… (1 s)")
        gate.set()
        await task
    assert turn.stages[:2] == ["looking at the timeline", "waiting for the editor"]


async def test_a_second_message_waits_for_the_first(cloud: Cloud, tmp_path: Path) -> None:
    gate = Event()
    cloud.script(CHAT, streamed((gate, frame(event("One.")))), streamed(event("Two.")))
    async with turning(cloud, tmp_path) as turn:
        jobs = [turn.say("one"), turn.say("two")]
        tasks = [asyncio.create_task(turn.run(job)) for job in jobs]
        await _until(turn, "waiting for the message before this one")
        assert turn.messages in ([], ["one"])
        gate.set()
        outcomes = [await task for task in tasks]
    assert [outcome.reply for outcome in outcomes] == ["One.", "Two."]
    assert turn.messages == ["one", "two"]


async def test_a_message_waits_for_a_transcription_that_is_under_way_unless_its_process_is_dead(
    cloud: Cloud, tmp_path: Path
) -> None:
    async with turning(cloud, tmp_path, stream_timeout_s=1) as turn:
        session_id = turn.session.session_id
        for job_id, owner in (("t1", "1-0123456789abcdef"), ("t2", turn.owner.name)):
            turn.archive.jobs.add(NewJob(job_id, session_id, "transcribe", owner, {}))
            turn.archive.jobs.send(job_id, None)
        waiting = await turn.said("one")
        turn.archive.jobs.end("t2", Ending("completed"))
        after = await turn.said("two")
    assert isinstance(waiting.error, BusyError)
    assert (after.reply, turn.messages) == ("Done: two", ["two"])


async def test_a_row_that_was_sent_is_only_looked_after_whoever_runs_it(
    cloud: Cloud, tmp_path: Path
) -> None:
    async with turning(cloud, tmp_path) as turn:
        job = turn.say("one")
        turn.archive.jobs.send(job.job_id, None)
        turn.set_draft(draft("One"))
        stale = await turn.runner.run(job)
        fresh = await turn.runner.run(turn.archive.jobs.get(job.job_id))
    assert "it was sent before" in str(stale.error)
    assert "Added Title “One”" in fresh.remarks[-1]
    assert turn.messages == []


async def test_a_message_whose_turn_does_not_come_says_so(cloud: Cloud, tmp_path: Path) -> None:
    async with turning(cloud, tmp_path, stream_timeout_s=0.2) as turn:
        turn.say("one")
        outcome = await turn.said("two")
    assert isinstance(outcome.error, BusyError)
    assert turn.messages == []


async def test_who_stops_a_turn_hears_what_was_done_until_then(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(CHAT, streamed(event("The clip is there."), (Event(), b"")))
    cloud.script(STATE, _state(None), _state(draft("Raw")))
    async with turning(cloud, tmp_path) as turn:
        job = turn.say("make a clip")
        task = asyncio.create_task(turn.run(job))
        await _until(turn, "the editor has answered")
        turn.archive.jobs.mark_cancelling(job.job_id)
        task.cancel()
        outcome = await task
        kept = turn.archive.jobs.get(job.job_id)
        await _hung_up(cloud)
    assert outcome.reply == "The clip is there."
    assert outcome.remarks == (
        "It was stopped by closing the connection, which ends the work in the cloud.",
        "Until then: Added Title “Raw” (0-4s).",
    )
    assert (kept.status, kept.is_cancelling) == ("cancelled", False)
    assert [request.path for request in cloud.hung_up] == ["/run_sse"]


async def test_who_stops_a_turn_before_it_is_sent_hears_that_nothing_was(
    cloud: Cloud, tmp_path: Path
) -> None:
    async with turning(cloud, tmp_path) as turn:
        turn.say("one")
        job = turn.say("two")
        task = asyncio.create_task(turn.run(job))
        await _until(turn, "waiting for the message before this one")
        turn.archive.jobs.mark_cancelling(job.job_id)
        task.cancel()
        outcome = await task
    assert (outcome.is_cancelled, turn.messages) == (True, [])
    assert "nothing was done" in outcome.remarks[0]


async def test_a_task_that_is_cancelled_without_a_wish_leaves_its_row_for_the_next_process(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(CHAT, streamed(event("The clip is there."), (Event(), b"")))
    async with turning(cloud, tmp_path) as turn:
        job = turn.say("make a clip")
        task = asyncio.create_task(turn.run(job))
        await _until(turn, "the editor has answered")
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    cloud.nemo.sessions[turn.session.remote_id].draft = draft("Raw")
    async with turning(cloud, tmp_path) as later:
        [kept] = later.archive.jobs.unfinished()
        assert not later.owner.is_alive(kept.owner)
        outcome = await later.run(kept)
    assert outcome.remarks == (
        "This program was ended while the editor worked, and the message was not repeated.",
        "This was done: Added Title “Raw” (0-4s).",
    )
    assert turn.messages == ["make a clip"]
