"""The main job on a backend that is scripted: what is begun, and what is left behind."""

import asyncio
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from anyio.from_thread import start_blocking_portal

from client.peer import Answer, Peer, done, dropped, framed, replied, streamed
from transcribe_video.background import Background
from transcribe_video.connect import Connection
from transcribe_video.errors import BackendError, MediaForbiddenError, UnreachableError
from transcribe_video.foreground import Finished
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import load_skill
from transcribe_video.terminal import Terminal
from transcribe_video.wire.chat import JOBS_KEY, Actions, Event
from transcribe_video.wire.failure import failure
from transcribe_video.wire.health import Runtime
from transcribe_video.wire.order import TranscribeOrder

_OPEN = "POST /api/tasks/me/with-session/nemo_agent"
_UPLOAD = "POST /api/upload-video/nemo_agent/me/7"
_BEGIN = "POST /run_sse"
_CANCEL = "POST /api/local/jobs/j1/cancel"
_FORGET = "DELETE /api/local/sessions/7"
_SESSION = done({"session_id": "7", "task_id": "task_7"})
_FORBIDDEN = replied(
    failure(MediaForbiddenError("“talk.wav” cannot be read", "the system does not allow it")), 422
)


@pytest.fixture(autouse=True)
def _usual_ctrl_c() -> Iterator[None]:
    """Ctrl-C as a program finds it, whatever another test has made of it in this process."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def _uploaded(path: str | None = "/films/talk.wav") -> Answer:
    return done({"files": [{"media_id": "media_1", "filename": "talk.wav", "path": path}]})


def _job(session_id: str = "7", status: str = "completed") -> dict[str, object]:
    files = [{"format": "txt", "path": "/films/talk.txt"}]
    result = {"media_id": "media_1", "words": 3, "files": files, "notes": []}
    facts = {"job_id": "j1", "session_id": session_id, "kind": "transcribe", "status": status}
    return facts | ({"result": result} if status == "completed" else {})


def _begun(*jobs: dict[str, object]) -> Answer:
    delta = Actions(state_delta={JOBS_KEY: list(jobs)} if jobs else {})
    event = Event(actions=delta, id="e1", invocation_id="t1", author="agent")
    return streamed(framed(event.sent()))


def _after_ctrl_c(answer: Answer) -> Answer:
    """The answer, which comes after the person has pressed Ctrl-C."""

    async def interrupted(writer: asyncio.StreamWriter) -> None:
        main = threading.main_thread().ident
        assert main is not None
        signal.pthread_kill(main, signal.SIGINT)
        await asyncio.sleep(0.3)  # the command notices it while the answer is on its way
        await answer(writer)

    return interrupted


@contextmanager
def _backend(answers: Sequence[Answer]) -> Iterator[Peer]:
    peer = Peer(answers)
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(peer):
        yield peer


def _worked(
    peer: Peer,
    recording: Path,
    manifest: Manifest,
    terminal: Terminal,
    order: TranscribeOrder | None = None,
) -> Finished:
    def found(*_asked: object) -> Runtime:
        secret = peer.access.bearer
        return Runtime(port=peer.port, secret=secret, pid=1, wire=1, version="1", boot_id="b")

    settings = Settings(home=recording.parent)
    connection = Connection(settings, load_skill(), manifest, found)
    with Background(connection, terminal, order or TranscribeOrder()) as worker:
        return worker.work(recording)


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "talk.wav"
    path.write_bytes(b"RIFF")
    return path


@pytest.fixture
def terminal() -> Terminal:
    """One that nobody looks at."""
    return Terminal(StringIO())


def test_what_a_person_wants_is_ordered_and_the_documents_are_named(
    recording: Path, manifest: Manifest, terminal: Terminal
) -> None:
    with _backend([_SESSION, _uploaded(), _begun(_job())]) as peer:
        order = TranscribeOrder(speakers=True)
        finished = _worked(peer, recording, manifest, terminal, order)
    assert finished == Finished((Path("/films/talk.txt"),))
    assert peer.lines == [_OPEN, _UPLOAD, _BEGIN]
    sent = peer.received[-1].json
    assert isinstance(sent, dict)
    wanted = sent["state_delta"]["transcribe"]
    assert (wanted["speakers"], wanted["media_ids"]) == (True, ["media_1"])


def test_ctrl_c_while_the_work_begins_stops_it(
    recording: Path, manifest: Manifest, terminal: Terminal
) -> None:
    begun = _after_ctrl_c(_begun(_job(status="running")))
    script = [_SESSION, _uploaded(), begun, done(_job(status="running"))]
    with _backend(script) as peer, pytest.raises(KeyboardInterrupt):
        _worked(peer, recording, manifest, terminal)
    assert peer.lines == [_OPEN, _UPLOAD, _BEGIN, _CANCEL]


@pytest.mark.parametrize("asked", [_OPEN, _UPLOAD])
def test_ctrl_c_before_the_work_begins_leaves_no_session_behind(
    recording: Path, manifest: Manifest, terminal: Terminal, asked: str
) -> None:
    answers = {_OPEN: _SESSION, _UPLOAD: _uploaded()}
    answers[asked] = _after_ctrl_c(answers[asked])
    script = [answer for line, answer in answers.items() if line in (_OPEN, asked)]
    with _backend([*script, done({})]) as peer, pytest.raises(KeyboardInterrupt):
        _worked(peer, recording, manifest, terminal)
    assert peer.lines == [*dict.fromkeys([_OPEN, asked]), _FORGET]


def test_ctrl_c_while_the_work_goes_on_stops_it(
    recording: Path, manifest: Manifest, terminal: Terminal
) -> None:
    running = _job(status="running")
    script = [_SESSION, _uploaded(), _begun(running), _after_ctrl_c(done(running)), done(running)]
    with _backend(script) as peer, pytest.raises(KeyboardInterrupt):
        _worked(peer, recording, manifest, terminal)
    assert peer.lines[-1] == _CANCEL


def test_the_session_opened_for_work_that_another_one_does_is_deleted(
    recording: Path, manifest: Manifest, terminal: Terminal
) -> None:
    with _backend([_SESSION, _uploaded(), _begun(_job("8")), done({})]) as peer:
        finished = _worked(peer, recording, manifest, terminal)
    assert finished.documents == (Path("/films/talk.txt"),)
    assert peer.lines == [_OPEN, _UPLOAD, _BEGIN, _FORGET]


def test_work_that_cannot_begin_leaves_no_session_behind(
    recording: Path, manifest: Manifest, terminal: Terminal
) -> None:
    with (
        _backend([_SESSION, _uploaded(), _begun(), done({})]) as peer,
        pytest.raises(BackendError, match=r"“talk.wav” cannot be transcribed"),
    ):
        _worked(peer, recording, manifest, terminal)
    assert peer.lines[-1] == _FORGET


def test_work_of_which_nobody_knows_whether_it_began_is_left_alone(
    recording: Path, manifest: Manifest, terminal: Terminal
) -> None:
    with (
        _backend([_SESSION, _uploaded(), dropped]) as peer,
        pytest.raises(UnreachableError),
    ):
        _worked(peer, recording, manifest, terminal)
    assert peer.lines == [_OPEN, _UPLOAD, _BEGIN]


def test_a_file_that_only_the_command_may_read_is_sent(
    recording: Path, manifest: Manifest, terminal: Terminal
) -> None:
    script = [_SESSION, _FORBIDDEN, _uploaded(None), _begun(_job())]
    with _backend(script) as peer:
        finished = _worked(peer, recording, manifest, terminal)
    assert peer.lines == [_OPEN, _UPLOAD, _UPLOAD, _BEGIN]
    assert b"RIFF" in peer.received[2].body
    [remark] = finished.remarks
    assert remark.startswith("the backend may not read it where it is, so it was handed over, ")
    assert remark.endswith("and the documents are in “/films”.")


def test_a_file_that_nobody_may_read_is_one_sentence(
    recording: Path, manifest: Manifest, terminal: Terminal
) -> None:
    recording.unlink()
    with (
        _backend([_SESSION, _FORBIDDEN, done({})]) as peer,
        pytest.raises(MediaForbiddenError, match="the system does not allow it"),
    ):
        _worked(peer, recording, manifest, terminal)
    assert peer.lines == [_OPEN, _UPLOAD, _FORGET]
