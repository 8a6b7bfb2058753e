"""What is said in sessions of a backend that runs, and what comes of it."""

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest

from backend.backend_process import BackendProcess, until

_SESSION = "/api/local/sessions/{}"
_TRANSCRIPT = "/api/local/sessions/{}/transcript"
_DOCUMENTS = "/api/local/sessions/{}/documents"
_SAID = "ask what you can do for your country"
_Order = Mapping[str, object]


def _request(session_id: str, message: str, order: _Order | None) -> dict[str, object]:
    request: dict[str, object] = {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": session_id,
        "new_message": {"role": "user", "parts": [{"text": message}]},
    }
    return request if order is None else {**request, "state_delta": {"transcribe": order}}


def _events(answer: httpx.Response) -> Iterator[dict[str, Any]]:
    for line in answer.iter_lines():
        assert line == "" or line.startswith("data: "), line
        if line:
            yield json.loads(line.removeprefix("data: "))


def _said(
    backend: BackendProcess, session_id: str, message: str, order: _Order | None = None
) -> list[dict[str, Any]]:
    """All events of a turn."""
    request = _request(session_id, message, order)
    with backend.http.stream("POST", "/run_sse", json=request) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        return list(_events(answer))


def _begun(
    backend: BackendProcess, session_id: str, order: _Order, owner: str = ""
) -> list[dict[str, Any]]:
    """The jobs that the first event of a turn names; nobody listens any longer."""
    headers = {"X-Client-Instance": owner} if owner else {}
    request = _request(session_id, "transcribe", order)
    with backend.http.stream("POST", "/run_sse", json=request, headers=headers) as answer:
        jobs: list[dict[str, Any]] = next(_events(answer))["actions"]["stateDelta"]["jobs"]
        return jobs


def _texts(events: Sequence[Mapping[str, Any]], *, partial: bool) -> str:
    parts = [
        part
        for event in events
        if bool(event.get("partial")) is partial
        for part in event.get("content", {}).get("parts", [])
    ]
    return " ".join(part["text"] for part in parts if "text" in part)


def _parts(events: Sequence[Mapping[str, Any]], kind: str) -> list[dict[str, Any]]:
    every = [part for event in events for part in event.get("content", {}).get("parts", [])]
    return [part[kind] for part in every if kind in part]


def test_a_turn_names_its_jobs_at_once_and_tells_how_they_go_on_to_the_end(
    backend: BackendProcess, recording: Path
) -> None:
    session_id, [media_id] = backend.named(recording)
    events = _said(backend, session_id, "transcribe", {"formats": ["txt"]})

    first, last = events[0], events[-1]
    [call], [answer] = _parts(events, "functionCall"), _parts(events, "functionResponse")
    assert _parts([first], "functionCall") == [call]
    assert first["actions"]["stateDelta"]["turn"]["job_ids"] == call["args"]["job_ids"]
    [job] = first["actions"]["stateDelta"]["jobs"]
    assert (job["media_id"], job["kind"]) == (media_id, "transcribe")
    assert [job["job_id"]] == call["args"]["job_ids"]
    assert (answer["id"], answer["name"]) == (call["id"], call["name"])
    [ended] = answer["response"]["jobs"]
    assert (ended["job_id"], ended["status"]) == (job["job_id"], "completed")
    assert _texts([last], partial=False)
    assert last["turnComplete"] is True
    assert all(event["author"] == "nemo_agent" for event in events if "author" in event)

    text = recording.with_suffix(".txt")
    assert _SAID in text.read_text("utf-8")
    view = backend.get(_SESSION.format(session_id))
    assert (view["status"], view["turn"]["status"]) == ("completed", "completed")
    assert str(text) in view["turn"]["reply"]
    [summary] = view["transcripts"]
    assert summary["files"] == [{"format": "txt", "path": str(text), "bytes": text.stat().st_size}]
    state = backend.get(f"/api/state/nemo_agent/me/{session_id}/latest")["state"]
    assert [track["tt"] for track in state["draft"]["t"]] == [1, 7]
    assert state["video_infos"] == view["media"]


def test_what_is_not_understood_gets_an_honest_answer_and_begins_nothing(
    backend: BackendProcess,
) -> None:
    session_id = backend.session()
    [event] = _said(backend, session_id, "What is the capital of France?")
    assert _texts([event], partial=False)
    assert event["turnComplete"] is True
    turn = backend.get(_SESSION.format(session_id))["turn"]
    assert event["actions"]["stateDelta"] == {"turn": turn}
    assert (turn["status"], turn["job_ids"]) == ("completed", [])


def test_a_video_follows_the_transcript_that_it_was_asked_for_with(
    backend: BackendProcess, recording: Path
) -> None:
    session_id, _ = backend.named(recording)
    events = _said(backend, session_id, "Transcribe it and export the video.", {"formats": ["txt"]})
    [answer] = _parts(events, "functionResponse")
    jobs = answer["response"]["jobs"]
    assert [(job["kind"], job["status"]) for job in jobs] == [
        ("transcribe", "completed"),
        ("render", "completed"),
    ]
    video = recording.with_name("jfk (export).mp4")
    assert jobs[1]["result"]["path"] == str(video)
    assert all(name in _texts(events[-1:], partial=False) for name in ("jfk.txt", video.name))
    turn = backend.get(_SESSION.format(session_id))["turn"]
    assert (turn["job_ids"], turn["status"]) == ([job["job_id"] for job in jobs], "completed")


def test_a_video_follows_although_nobody_listens(backend: BackendProcess, recording: Path) -> None:
    session_id, _ = backend.named(recording)
    request = _request(session_id, "Transcribe it and export the video.", {"formats": ["srt"]})
    with backend.http.stream("POST", "/run_sse", json=request) as answer:
        next(_events(answer))
    video = recording.with_name("jfk (export).mp4")
    until(
        lambda: backend.get(_SESSION.format(session_id))["turn"],
        lambda turn: turn["status"] == "completed" and str(video) in turn["reply"],
    )


def test_who_asks_in_chinese_is_answered_in_chinese(
    backend: BackendProcess, recording: Path
) -> None:
    session_id, _ = backend.named(recording)
    events = _said(backend, session_id, "请把它转成文字稿", {"formats": ["txt"]})
    for event in (events[0], events[-1]):
        assert re.search("[\u4e00-\u9fff]", _texts([event], partial=False))


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ({"formats": ["exe"]}, "“exe” is not a document format"),
        ({"formats": "txt"}, "“formats”: it is not a list"),
        ({"language": "xx-invalid"}, "xx-invalid"),
        ({"media_ids": ["media_other"]}, "not there any more"),
        ({"output_dir": "here"}, "here"),
    ],
)
def test_an_order_that_cannot_be_carried_out_is_refused_before_the_stream(
    backend: BackendProcess, recording: Path, order: _Order, why: str
) -> None:
    session_id, _ = backend.named(recording)
    answer = backend.http.post("/run_sse", json=_request(session_id, "transcribe", order))
    assert answer.status_code in {400, 404}
    assert why in answer.json()["message"]
    assert backend.get(_SESSION.format(session_id))["jobs"] == []


def test_a_job_goes_on_when_nobody_listens_and_can_be_waited_for(
    backend: BackendProcess, recording: Path
) -> None:
    session_id, _ = backend.named(recording)
    [job] = _begun(backend, session_id, {"formats": ["md"]})
    seen: list[dict[str, Any]] = []
    news, after = "", 0
    while not seen or seen[-1]["status"] in {"queued", "running"}:
        view = backend.get(f"/api/local/jobs/{job['job_id']}", wait_s=25, after=after)
        news += " ".join(heard["text"] for heard in view["news"])
        after = view["news_next"] or after
        seen.append(view)
    assert seen[-1]["status"] == "completed"
    assert news.count(_SAID) <= 1  # the last piece may come together with the end
    assert recording.with_suffix(".md").is_file()
    # One that has ended is not waited for.
    assert backend.get(f"/api/local/jobs/{job['job_id']}", wait_s=25)["status"] == "completed"


def test_equal_work_of_a_dead_client_is_joined_and_both_sessions_tell_of_it(
    backend: BackendProcess, recording: Path
) -> None:
    first, _ = backend.named(recording)
    [job] = _begun(backend, first, {"formats": ["vtt"]}, owner="4194305-0123456789abcdef")
    second, _ = backend.named(recording)
    [joined] = _begun(backend, second, {"formats": ["vtt"]}, owner=f"{os.getpid()}-{'ab' * 8}")
    assert (joined["job_id"], joined["session_id"]) == (job["job_id"], first)
    assert joined["is_joined"] is True
    for session_id in (first, second):
        view = backend.get(_SESSION.format(session_id))
        assert view["turn"]["job_ids"] == [one["job_id"] for one in view["jobs"]] == [job["job_id"]]
    assert backend.ended(job["job_id"])["status"] == "completed"

    third, _ = backend.named(recording)
    [other] = _begun(backend, third, {"formats": ["vtt"]}, owner=f"{os.getppid()}-{'cd' * 8}")
    assert (other["session_id"], other["is_joined"]) == (third, False)
    assert backend.ended(other["job_id"])["status"] == "completed"


def test_a_transcript_is_read_found_in_and_written_in_other_formats(
    backend: BackendProcess, recording: Path
) -> None:
    session_id, [media_id] = backend.named(recording)
    [job] = _begun(backend, session_id, {"formats": ["json"]})
    backend.ended(job["job_id"])
    known = json.loads(recording.with_suffix(".json").read_text("utf-8"))

    page = backend.get(_TRANSCRIPT.format(session_id), words=1)
    segments = page.pop("segments")
    assert page == {
        "session_id": session_id,
        "media_id": media_id,
        "media_name": "jfk.flac",
        "language": "en",
        "duration_s": 11.0,
        "total_words": 22,
        "notes": [],
        "is_partial": False,
        "recognised_s": 0,
    }
    expected = [{**one, "words": one["words"]} for one in known["segments"]]
    for segment in expected:
        assert segment.pop("speaker") is None
    assert segments == expected
    found = backend.get(_TRANSCRIPT.format(session_id), find="ASK  NOT what", media_id=media_id)
    assert (found["matches"], len(found["segments"])) == (2, 2)
    assert all(segment["words"] == [] for segment in found["segments"])
    late = backend.get(_TRANSCRIPT.format(session_id), from_s=5, to_s=6)
    assert [segment["text"] for segment in late["segments"]] == [known["segments"][-1]["text"]]

    wanted = {"formats": ["srt"], "media_id": media_id}
    written = backend.post(_DOCUMENTS.format(session_id), wanted)
    srt = recording.with_suffix(".srt")
    file = {"format": "srt", "path": str(srt), "bytes": srt.stat().st_size}
    assert written == {"media_id": media_id, "files": [file], "notes": []}
    assert file in backend.get(_SESSION.format(session_id))["transcripts"][0]["files"]

    answer = backend.http.get(f"{_DOCUMENTS.format(session_id)}/srt")
    assert answer.content == srt.read_bytes()
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"jfk.srt\"; filename*=UTF-8''jfk.srt"
    )


def test_documents_go_where_they_are_wanted_and_overwrite_nothing(
    backend: BackendProcess, recording: Path
) -> None:
    session_id, _ = backend.named(recording)
    [job] = _begun(backend, session_id, {"formats": ["json"]})
    backend.ended(job["job_id"])
    folder = recording.parent / "out"
    folder.mkdir()
    (folder / "jfk.srt").write_text("mine")
    (folder / "notes.srt").write_text("mine")

    def written(path: Path, *formats: str) -> list[str]:
        body = {"formats": formats, "path": str(path)}
        files = backend.post(_DOCUMENTS.format(session_id), body)["files"]
        assert all(Path(file["path"]).parent == folder for file in files)
        return [Path(file["path"]).name for file in files]

    assert written(folder, "srt", "vtt") == ["jfk (2).srt", "jfk (2).vtt"]
    assert written(folder / "notes.srt", "srt") == ["notes (2).srt"]
    assert written(folder / "talk.srt", "srt") == ["talk.srt"]
    assert written(folder / "talk.srt", "srt") == ["talk.srt"]
    assert written(folder / "talk.v2", "srt") == ["talk.v2.srt"]
    assert (folder / "jfk.srt").read_text() == (folder / "notes.srt").read_text() == "mine"

    for path, formats, why in (
        ("talk.srt", ["srt"], "full path"),
        (str(folder / "talk.srt"), ["srt", "vtt"], "that is one file"),
        (str(folder), [], "no format is named"),
        (str(folder), ["exe"], "is not a document format"),
        (str(folder / "jfk.srt" / "x.srt"), ["srt"], "a file is there, not a folder"),
    ):
        body = {"formats": formats, "path": path}
        answer = backend.http.post(_DOCUMENTS.format(session_id), json=body)
        assert answer.status_code == 400, answer.text
        assert why in answer.json()["message"]


def test_what_was_said_is_not_known_before_it_is_transcribed(
    backend: BackendProcess, recording: Path
) -> None:
    session_id, [media_id] = backend.named(recording)
    sentence = (
        "It is not known yet what is said in “jfk.flac”: it has not been transcribed yet. "
        "Transcribe it first."
    )
    for path in (_TRANSCRIPT, _DOCUMENTS + "/txt"):
        for query in ({}, {"media_id": media_id}):
            answer = backend.http.get(path.format(session_id), params=query)
            assert (answer.status_code, answer.json()["message"]) == (400, sentence)


def test_while_it_is_recognised_what_is_known_is_read(
    backend: BackendProcess, recording: Path, speech: Path
) -> None:
    long = recording.with_name("long.flac")
    long.write_bytes((speech / "mfa_cold_corpus.flac").read_bytes())
    session_id, [media_id] = backend.named(long)
    [job] = _begun(backend, session_id, {"formats": ["txt"], "media_ids": [media_id]})
    path = f"/api/local/jobs/{job['job_id']}"
    running = until(
        lambda: backend.get(path, wait_s=1),
        lambda view: view["news_next"] or view["status"] == "completed",
    )
    page = backend.get(_TRANSCRIPT.format(session_id))
    if page["is_partial"]:
        heard = [heard["text"] for heard in running["news"]]
        assert heard
        assert [one["text"] for one in page["segments"]][: len(heard)] == heard
        assert page["total_words"] > 0
    backend.http.post(f"{path}/cancel")
    assert backend.ended(job["job_id"])["status"] in {"cancelled", "completed"}


def test_a_session_is_stopped_and_deleted_in_the_middle_of_its_work(
    backend: BackendProcess, recording: Path, speech: Path
) -> None:
    long = recording.with_name("long.flac")
    long.write_bytes((speech / "two_cities.flac").read_bytes())  # no other test has it recognised
    for end in ("cancel", "delete"):
        session_id, _ = backend.named(long)
        [job] = _begun(backend, session_id, {"formats": ["txt"]})
        if end == "cancel":
            asked = backend.post(f"{_SESSION.format(session_id)}/cancel")["jobs"]
            assert [one["job_id"] for one in asked] == [job["job_id"]]
            assert backend.ended(job["job_id"])["status"] == "cancelled"
            assert backend.get(_SESSION.format(session_id))["status"] == "cancelled"
        else:
            assert backend.http.delete(_SESSION.format(session_id)).status_code == 200
            assert backend.http.get(f"/api/local/jobs/{job['job_id']}").status_code == 404
        assert until(lambda: backend.get("/api/local/health")["jobs"] == 0)
        assert not long.with_suffix(".txt").exists()


def test_nothing_of_all_this_is_in_the_log(backend: BackendProcess, recording: Path) -> None:
    session_id, _ = backend.named(recording)
    [job] = _begun(backend, session_id, {"formats": ["txt"]})
    backend.ended(job["job_id"])
    backend.http.get("/workspace/claim?ct=clm_secret")
    log = (backend.home / "backend.log").read_text("utf-8")
    assert re.search("INFO started: version [0-9.]+, port [0-9]+\n", log)
    for secret in ("country", "jfk", "clm_", backend.runtime.secret, session_id, "Traceback"):
        assert secret not in log
