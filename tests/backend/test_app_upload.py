"""Files that come into sessions of a backend that runs."""

import hashlib
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from backend.backend_process import BackendProcess, content, running, until
from command import ROOT

_MB = 1 << 20
_UPLOAD = "/api/upload-video/nemo_agent/me/{}"
_VIEW = "/api/local/sessions/{}"


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackendProcess]:
    """A backend that takes files of at most 1 MB."""
    folder = tmp_path_factory.mktemp("narrow")
    skill = folder / "skill"
    skill.mkdir()
    shutil.copy(ROOT / "SKILL.md", skill)
    manifest = (ROOT / "manifest.yaml").read_text("utf-8")
    narrowed = manifest.replace("upload_mb: 500", "upload_mb: 1")
    (skill / "manifest.yaml").write_text(narrowed, "utf-8")
    with running(folder / "home", "--skill", str(skill)) as process:
        yield process


def _files(backend: BackendProcess, session_id: str) -> set[str]:
    """What lies in the session's folder."""
    folder = backend.home / "media" / session_id
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def _sent(backend: BackendProcess, session_id: str, *files: tuple[str, bytes]) -> httpx.Response:
    form = [("files", (name, body, "video/mp4")) for name, body in files]
    return backend.http.post(_UPLOAD.format(session_id), files=form)


def _sentence(answer: httpx.Response) -> tuple[int, int, str]:
    return answer.status_code, answer.json()["code"], answer.json()["message"]


def test_a_named_file_stays_where_it_is(backend: BackendProcess, recording: Path) -> None:
    session_id = backend.session()
    body = {"paths": [str(recording)], "source_type": "file"}
    uploaded = backend.post(_UPLOAD.format(session_id), body)
    [file] = uploaded["files"]
    assert uploaded == {"files": [file], "session_state_applied": True, "jobs": []}
    assert file == {
        "filename": "jfk.flac",
        "file_type": "audio",
        "media_id": file["media_id"],
        "duration": 11.0,
        "path": str(recording),
        "bytes": recording.stat().st_size,
        "notes": [],
    }
    view = backend.get(_VIEW.format(session_id))
    assert (view["name"], view["status"], view["media"]) == ("jfk.flac", "idle", [file])
    assert _files(backend, session_id) == set()
    assert [path.name for path in recording.parent.iterdir()] == ["jfk.flac"]


@pytest.mark.parametrize(
    ("name", "status", "code", "why"),
    [
        ("missing.mp4", 422, 5000, "“missing.mp4” cannot be read: there is no such file."),
        ("", 415, 4001, "cannot be read: it is a folder and not a file."),
        ("text.mp4", 415, 4001, "“text.mp4” cannot be read: it is a text file."),
        ("list.mp4", 415, 4001, "it is a list that points to other files"),
    ],
)
def test_what_is_no_recording_is_refused_and_none_of_the_others_is_taken(
    backend: BackendProcess, recording: Path, name: str, status: int, code: int, why: str
) -> None:
    (recording.parent / "text.mp4").write_text("Dear diary, nothing much today.\n")
    (recording.parent / "list.mp4").write_text("ffconcat version 1.0\nfile /etc/passwd\n")
    session_id = backend.session()
    body = {"paths": [str(recording), str(recording.parent / name)]}
    answer = backend.http.post(_UPLOAD.format(session_id), json=body)
    assert _sentence(answer)[:2] == (status, code)
    assert why.rstrip(".") in _sentence(answer)[2]
    assert backend.get(_VIEW.format(session_id))["media"] == []


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({}, "neither paths nor urls nor files are given"),
        ({"paths": []}, "no file is named"),
        ({"paths": ["films/a.mp4"]}, "its path is not absolute"),
        ({"paths": ["a\0b"]}, "its path is not absolute"),
        ({"paths": "/a.mp4"}, "“paths”: it is not a list"),
        ({"paths": ["/a.mp4"] * 201}, "201 files are named, and at most 200 can be at once"),
        ({"urls": ["http://127.0.0.1/a.mp4", 1]}, "“urls.1”: it is not text"),
    ],
)
def test_an_upload_that_nobody_can_understand_is_refused(
    backend: BackendProcess, body: object, why: str
) -> None:
    answer = backend.http.post(_UPLOAD.format(backend.session()), json=body)
    assert _sentence(answer)[:2] == (400, 5000)
    assert why in _sentence(answer)[2]


def test_an_address_that_is_not_public_is_refused(backend: BackendProcess) -> None:
    session_id = backend.session()
    body = {"urls": [f"{backend.runtime.url}/a.mp4"], "source_type": "url"}
    answer = backend.http.post(_UPLOAD.format(session_id), json=body)
    assert answer.status_code in {400, 422}
    assert backend.get(_VIEW.format(session_id))["media"] == []


def test_a_file_that_is_sent_is_kept_hashed_and_looked_into(
    backend: BackendProcess, recording: Path
) -> None:
    session_id, sound = backend.session(), recording.read_bytes()
    answer = _sent(backend, session_id, ("采访 (1).flac", sound), ("b.flac", sound))
    files = content(answer)["files"]
    assert [file["filename"] for file in files] == ["采访 (1).flac", "b.flac"]
    assert files[0] == {
        "filename": "采访 (1).flac",
        "file_type": "audio",
        "media_id": files[0]["media_id"],
        "duration": 11.0,
        "hash": hashlib.sha256(sound).hexdigest(),
        "bytes": len(sound),
        "notes": [],
    }
    assert _files(backend, session_id) == {"采访 (1).flac", "b.flac"}

    assert backend.http.delete(_VIEW.format(session_id)).status_code == 200
    assert not (backend.home / "media" / session_id).exists()


def test_of_a_file_that_is_sent_and_no_recording_nothing_is_kept(
    backend: BackendProcess, recording: Path
) -> None:
    session_id = backend.session()
    good, bad = ("a.flac", recording.read_bytes()), ("b.mp4", b"<svg/>")
    answer = _sent(backend, session_id, good, bad)
    assert _sentence(answer)[:2] == (415, 4001)
    assert "“b.mp4”" in _sentence(answer)[2]
    assert _files(backend, session_id) == set()
    assert backend.get(_VIEW.format(session_id))["media"] == []


def test_a_file_for_a_session_that_is_gone_is_refused(backend: BackendProcess) -> None:
    assert _sentence(_sent(backend, "1", ("a.mp4", b"x")))[:2] == (404, 1002)


def test_a_file_that_is_too_large_is_refused_and_the_next_is_taken(
    narrow: BackendProcess, recording: Path
) -> None:
    session_id = narrow.session()
    answer = _sent(narrow, session_id, ("large.mp4", bytes(3 * _MB)))
    assert _sentence(answer)[:2] == (413, 4002)
    assert _files(narrow, session_id) == set()
    taken = content(_sent(narrow, session_id, ("a.flac", recording.read_bytes())))
    assert len(taken["files"]) == 1
    assert len(narrow.named(recording)[1]) == 1  # by its path it may have any size


def test_who_leaves_in_the_middle_leaves_nothing(backend: BackendProcess) -> None:
    session_id = backend.session()
    head = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.mp4"\r\n\r\n'
    request = (
        f"POST {_UPLOAD.format(session_id)} HTTP/1.1\r\nHost: 127.0.0.1:{backend.runtime.port}\r\n"
        f"Authorization: Bearer {backend.runtime.secret}\r\n"
        "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 90000000\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", backend.runtime.port)) as connection:
        connection.sendall(request.encode() + head + bytes(5 * _MB))
        until(lambda: _files(backend, session_id))
    until(lambda: not _files(backend, session_id))
    assert backend.get(_VIEW.format(session_id))["media"] == []


def test_memory_does_not_grow_with_what_is_sent(backend: BackendProcess) -> None:
    session_id, process = backend.session(), psutil.Process(backend.process.pid)
    _sent(backend, session_id, ("warm.mp4", os.urandom(4 * _MB)))
    before, seen = process.memory_info().rss, []

    class Body(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.mp4"\r\n\r\n'
            block = os.urandom(_MB)
            for _ in range(80):
                yield block
                seen.append(process.memory_info().rss)
            yield b"\r\n--b--\r\n"

    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    request = backend.http.build_request("POST", _UPLOAD.format(session_id), headers=headers)
    request.stream = Body()
    request.headers["Transfer-Encoding"] = "chunked"
    request.headers.pop("Content-Length", None)
    assert _sentence(backend.http.send(request))[:2] == (415, 4001)
    assert max(seen) - before < 12 * _MB
