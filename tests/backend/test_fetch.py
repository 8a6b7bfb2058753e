"""Recordings from the web: fetched from real servers on loopback, some of which misbehave."""

import hashlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path

import pytest

from backend.certificates import site_tls
from backend.recording_site import Page, RecordingSite, Visit
from transcribe_video.backend.fetch import Fetcher, fetch
from transcribe_video.backend.incoming import Arrived
from transcribe_video.backend.patience import StoppedError
from transcribe_video.backend.public import IPAddress, is_public
from transcribe_video.backend.web_connection import Web
from transcribe_video.errors import (
    MediaError,
    TooLargeError,
    TranscribeVideoError,
    UsageError,
)
from transcribe_video.manifest import Limits, Timeouts

TALK = bytes(range(256)) * 4000
HASH = hashlib.sha256(TALK).hexdigest()
LOOPBACK = ip_address("127.0.0.1")
MEDIA = "media.example"


def _is_loopback(address: IPAddress) -> bool:
    return address == LOOPBACK


def _at_home(_host: str, _port: int) -> Sequence[str]:
    return ["127.0.0.1"]


def _web(timeouts: Timeouts, **seconds: float) -> Web:
    """The outside world, as far as it lies on this machine's loopback."""
    short = {f"fetch_{name}": value for name, value in seconds.items()}
    patient = timeouts.model_copy(update=short)
    return Web(patient, _is_loopback, _at_home)


def _fetcher(limits: Limits, timeouts: Timeouts, **seconds: float) -> Fetcher:
    return Fetcher(limits, _web(timeouts, **seconds))


@pytest.fixture
def fetcher(limits: Limits, timeouts: Timeouts) -> Fetcher:
    return _fetcher(limits, timeouts)


def _fetched(fetcher: Fetcher, url: str, folder: Path) -> Arrived:
    return fetcher.fetch(url, folder, lambda _done, _whole: None, threading.Event())


def _refused(fetcher: Fetcher, url: str, folder: Path) -> TranscribeVideoError:
    """The error of a fetch that must leave nothing behind."""
    with pytest.raises(TranscribeVideoError) as refused:
        _fetched(fetcher, url, folder)
    assert list(folder.iterdir()) == []
    return refused.value


def talk(visit: Visit) -> None:
    visit.head(content_type="video/mp4", content_length=len(TALK))
    visit.send(TALK)


def redirect(location: str, status: int = 302) -> Page:
    return lambda visit: visit.head(status, location=location, content_length=0)


def answer(content: bytes = TALK, **headers: str | int) -> Page:
    def page(visit: Visit) -> None:
        visit.head(200, **headers)
        visit.send(content)

    return page


def endless(visit: Visit) -> None:
    visit.head(content_type="video/mp4")
    while not visit.wait(0):
        visit.send(TALK)


def silent(visit: Visit) -> None:
    visit.head(content_type="video/mp4", content_length=len(TALK))
    visit.send(TALK[:1000])
    visit.wait()


def dripping(visit: Visit) -> None:
    visit.head(content_type="video/mp4", content_length=len(TALK))
    while not visit.wait(0.05):
        visit.send(b"x")


def test_a_recording_is_fetched_with_its_hash_and_name(fetcher: Fetcher, tmp_path: Path) -> None:
    with RecordingSite({"/a%20talk.mp4": talk}) as site:
        arrived = _fetched(fetcher, site.url("/a talk.mp4?sig=1#t=2", MEDIA), tmp_path)

    assert arrived == Arrived(tmp_path / "a talk.mp4", "a talk.mp4", len(TALK), HASH)
    assert arrived.path.read_bytes() == TALK
    assert site.visits.paths == ["/a%20talk.mp4?sig=1"]
    assert site.visits.headers == [
        {
            "host": f"{MEDIA}:{site.port}",
            "user-agent": "transcribe-video-to-text",
            "accept": "*/*",
            "accept-encoding": "identity",
            "connection": "close",
        }
    ]


def test_progress_is_told_up_to_the_whole(fetcher: Fetcher, tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    with RecordingSite({"/a.mp4": talk}) as site:
        url = site.url("/a.mp4")
        fetcher.fetch(url, tmp_path, lambda *at: told.append(at), threading.Event())

    assert told[-1] == (len(TALK), len(TALK))
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("header", "path", "name"),
    [
        ('attachment; filename="my talk.webm"', "/x", "my talk.webm"),
        ("attachment; filename*=UTF-8''%E9%87%87%E8%AE%BF.mp4", "/x", "采访.mp4"),
        ('attachment; filename="采访.mp4"', "/x", "采访.mp4"),
        ('attachment; filename="../../evil.mp4"', "/x", "evil.mp4"),
        ("attachment; filename*=nonsense'", "/x", "nonsense'.mp4"),
        ("attachment; filename*=undefined''a", "/x", "x.mp4"),
        ("attachment; filename*=;filename*1*", "/x", "x.mp4"),
        ("attachment", "/talk", "talk.mp4"),
        ("inline", "/", "recording.mp4"),
        ("", "/..%2f..%2fetc%2fpasswd", "passwd.mp4"),
    ],
)
def test_a_recording_is_called_as_its_sender_says(
    fetcher: Fetcher, tmp_path: Path, header: str, path: str, name: str
) -> None:
    def page(visit: Visit) -> None:
        raw = header.encode().decode("latin-1")
        visit.head(content_type="video/mp4", content_length=3, content_disposition=raw)
        visit.send(b"abc")

    with RecordingSite({path: page}) as site:
        arrived = _fetched(fetcher, site.url(path), tmp_path)

    assert (arrived.filename, arrived.path) == (name, tmp_path / name)


def test_a_recording_sent_in_chunks_or_up_to_the_end_is_whole(
    fetcher: Fetcher, tmp_path: Path
) -> None:
    def chunked(visit: Visit) -> None:
        visit.protocol_version = "HTTP/1.1"
        visit.head(transfer_encoding="chunked")
        for start in range(0, len(TALK), 100_000):
            piece = TALK[start : start + 100_000]
            visit.send(b"%x\r\n%b\r\n" % (len(piece), piece))
        visit.send(b"0\r\n\r\n")

    with RecordingSite({"/chunks.mp4": chunked, "/end.mp4": answer()}) as site:
        hashes = {
            _fetched(fetcher, site.url(path), tmp_path).sha256
            for path in ("/chunks.mp4", "/end.mp4")
        }
    assert hashes == {HASH}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(fetcher: Fetcher, tmp_path: Path, status: int) -> None:
    with RecordingSite({"/a": redirect("/b.mp4", status), "/b.mp4": talk}) as site:
        arrived = _fetched(fetcher, site.url("/a"), tmp_path)
    assert (arrived.filename, arrived.sha256) == ("b.mp4", HASH)


def test_a_chain_of_redirects_ends(fetcher: Fetcher, tmp_path: Path) -> None:
    with RecordingSite({"/a": redirect("/a")}) as site:
        error = _refused(fetcher, site.url("/a"), tmp_path)

    assert error.why == "it leads from one address to the next without an end"
    assert len(site.visits.paths) == 6


@pytest.mark.parametrize(
    "location",
    [
        "http://10.0.0.1/secret.mp4",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/secret.mp4",
        "http://0.0.0.0/secret.mp4",
        "file:///etc/passwd",
        "http://a:b@media.example/",
    ],
)
def test_a_redirect_to_where_nobody_is_asked_is_refused(
    limits: Limits, timeouts: Timeouts, tmp_path: Path, location: str
) -> None:
    def literal(host: str, _port: int) -> Sequence[str]:
        return [host]

    fetcher = Fetcher(limits, Web(timeouts, _is_loopback, literal))
    with RecordingSite({"/a": redirect(location)}) as site:
        error = _refused(fetcher, site.url("/a"), tmp_path)
    assert isinstance(error, UsageError)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254"])
def test_the_program_asks_no_machine_that_is_not_public(
    limits: Limits, timeouts: Timeouts, tmp_path: Path, host: str
) -> None:
    with RecordingSite({"/a.mp4": talk}) as site:
        url = site.url("/a.mp4", host)
        with pytest.raises(UsageError) as refused:
            fetch(url, tmp_path, limits, timeouts, lambda *_: None, threading.Event())

    assert refused.value.why.startswith("that address is of this computer or of a private network")
    assert site.visits.paths == []


def test_a_name_with_one_address_that_is_not_public_is_refused(
    limits: Limits, timeouts: Timeouts, tmp_path: Path
) -> None:
    web = Web(timeouts, is_public, lambda _host, _port: ["93.184.216.34", "127.0.0.1"])
    with RecordingSite({"/a.mp4": talk}) as site:
        _refused(Fetcher(limits, web), site.url("/a.mp4", MEDIA), tmp_path)
    assert site.visits.paths == []


def test_a_name_is_looked_up_once_and_the_checked_address_is_asked(
    limits: Limits, timeouts: Timeouts, tmp_path: Path
) -> None:
    answers = [["127.0.0.1"], ["127.0.0.2"]]
    web = Web(timeouts, _is_loopback, lambda _host, _port: answers.pop(0))
    with RecordingSite({"/a.mp4": talk}) as site:
        arrived = _fetched(Fetcher(limits, web), site.url("/a.mp4", MEDIA), tmp_path)

    assert arrived.sha256 == HASH
    assert answers == [["127.0.0.2"]]


def test_the_next_address_of_a_name_is_tried_where_one_cannot_be_reached(
    limits: Limits, timeouts: Timeouts, tmp_path: Path
) -> None:
    with RecordingSite({"/a.mp4": talk}) as site:
        web = Web(timeouts, lambda _: True, lambda _host, _port: ["127.9.9.9", "127.0.0.1"])
        arrived = _fetched(Fetcher(limits, web), site.url("/a.mp4", MEDIA), tmp_path)
    assert arrived.sha256 == HASH


@pytest.mark.parametrize(
    ("content_type", "what"),
    [
        ("text/html; charset=utf-8", "it is a web page, not a recording itself"),
        ("application/xhtml+xml", "it is a web page, not a recording itself"),
        (
            "application/vnd.apple.mpegurl",
            "it is the playlist of a stream, not a recording itself",
        ),
    ],
)
def test_a_page_or_playlist_is_no_recording(
    fetcher: Fetcher, tmp_path: Path, content_type: str, what: str
) -> None:
    page = answer(b"<!doctype html>", content_type=content_type)
    with RecordingSite({"/watch": page}) as site:
        error = _refused(fetcher, site.url("/watch?v=1", MEDIA), tmp_path)

    assert isinstance(error, UsageError)
    assert str(error) == (
        f"What lies at that address of “media.example” cannot be transcribed: {what}. "
        "Give the address of the file itself, or save the recording to this computer and name "
        "the saved file."
    )


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (401, "it wants a login (HTTP 401)"),
        (404, "there is nothing at that address (HTTP 404)"),
        (429, "it is asked for too much at the moment (HTTP 429)"),
        (503, "it is out of order at the moment (HTTP 503)"),
        (206, "it is out of order at the moment (HTTP 206)"),
    ],
)
def test_a_refusal_is_told(fetcher: Fetcher, tmp_path: Path, status: int, why: str) -> None:
    with RecordingSite({"/a.mp4": lambda visit: visit.head(status, content_length=0)}) as site:
        error = _refused(fetcher, site.url("/a.mp4"), tmp_path)
    assert (type(error), error.why) == (MediaError, why)


def test_what_comes_compressed_is_refused(fetcher: Fetcher, tmp_path: Path) -> None:
    with RecordingSite({"/a.mp4": answer(content_encoding="gzip")}) as site:
        error = _refused(fetcher, site.url("/a.mp4"), tmp_path)
    assert error.why == "it sends the file in another form than it was asked for"


def test_a_body_that_says_it_is_too_large_is_not_taken(
    limits: Limits, timeouts: Timeouts, tmp_path: Path
) -> None:
    small = limits.model_copy(update={"fetch_mb": 0.5})
    with RecordingSite({"/a.mp4": talk}) as site:
        error = _refused(_fetcher(small, timeouts), site.url("/a.mp4"), tmp_path)

    assert isinstance(error, TooLargeError)
    assert error.why == "it has more than 0.5 MB, the most that can come this way"


def test_a_body_without_an_end_is_cut_at_the_limit(
    limits: Limits, timeouts: Timeouts, tmp_path: Path
) -> None:
    small = limits.model_copy(update={"fetch_mb": 2})
    with RecordingSite({"/a.mp4": endless}) as site:
        error = _refused(_fetcher(small, timeouts), site.url("/a.mp4"), tmp_path)
    assert isinstance(error, TooLargeError)


@pytest.mark.parametrize(
    "page",
    [
        answer(TALK[:500_000], content_length=len(TALK)),
        answer(b"ffffff\r\nabc", transfer_encoding="chunked"),
        answer(b"not a size\r\n", transfer_encoding="chunked"),
        answer(b"", content_length=0),
        lambda visit: visit.send(b"nonsense\r\n\r\n"),
        lambda visit: visit.send(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 1000 + b"\r\n"),
        lambda visit: visit.send(b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000),
        lambda visit: visit.connection.shutdown(socket.SHUT_RDWR),
    ],
    ids=["short", "short-chunk", "no-chunk", "empty", "nonsense", "heads", "long-head", "cut"],
)
def test_an_answer_that_breaks_off_or_makes_no_sense_is_told(
    fetcher: Fetcher, tmp_path: Path, page: Page
) -> None:
    with RecordingSite({"/a.mp4": page}) as site:
        error = _refused(fetcher, site.url("/a.mp4"), tmp_path)
    assert (type(error), error.why) == (MediaError, "the connection to it broke off")


def test_no_more_than_was_announced_is_taken(fetcher: Fetcher, tmp_path: Path) -> None:
    with RecordingSite({"/a.mp4": answer(TALK + b"more", content_length=len(TALK))}) as site:
        assert _fetched(fetcher, site.url("/a.mp4"), tmp_path).sha256 == HASH


def test_a_silent_server_is_given_up(limits: Limits, timeouts: Timeouts, tmp_path: Path) -> None:
    with RecordingSite({"/a.mp4": silent}) as site:
        fetcher = _fetcher(limits, timeouts, read_s=0.3)
        error = _refused(fetcher, site.url("/a.mp4"), tmp_path)
    assert error.why == "it did not answer in time"


def test_a_dripping_server_is_given_up_in_the_end(
    limits: Limits, timeouts: Timeouts, tmp_path: Path
) -> None:
    with RecordingSite({"/a.mp4": dripping}) as site:
        error = _refused(_fetcher(limits, timeouts, total_s=0.5), site.url("/a.mp4"), tmp_path)
    assert error.why == "it takes too long"


def test_a_name_that_nobody_answers_for_is_given_up(
    limits: Limits, timeouts: Timeouts, tmp_path: Path
) -> None:
    release = threading.Event()

    def lost(_host: str, _port: int) -> Sequence[str]:
        release.wait()
        return []

    short = timeouts.model_copy(update={"fetch_connect_s": 0.3})
    fetcher = Fetcher(limits, Web(short, _is_loopback, lost))
    error = _refused(fetcher, "http://media.example/a.mp4", tmp_path)
    release.set()

    assert error.why == "it did not answer in time"


def test_a_machine_that_is_not_there_is_told(fetcher: Fetcher, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    error = _refused(fetcher, f"http://{MEDIA}:{port}/a.mp4", tmp_path)

    assert str(error) == (
        "The recording at “media.example” could not be fetched: it cannot be reached. "
        "Check the address and try again, or save the recording to this computer and name the "
        "saved file."
    )


def test_a_name_that_does_not_exist_is_told(
    limits: Limits, timeouts: Timeouts, tmp_path: Path
) -> None:
    def unknown(_host: str, _port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    fetcher = Fetcher(limits, Web(timeouts, _is_loopback, unknown))
    assert _refused(fetcher, "http://media.example/a.mp4", tmp_path).why == "it cannot be reached"


def test_a_proxy_of_the_environment_is_not_asked(
    fetcher: Fetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with RecordingSite({}) as proxy, RecordingSite({"/a.mp4": talk}) as site:
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url("/"))
        _fetched(fetcher, site.url("/a.mp4"), tmp_path)
    assert proxy.visits.paths == []


def test_a_certificate_is_verified_with_the_name_that_was_asked(
    limits: Limits, timeouts: Timeouts, tmp_path: Path
) -> None:
    presenting, trusting = site_tls(MEDIA, tmp_path)
    web = Web(timeouts, _is_loopback, _at_home, lambda: trusting)
    folder = tmp_path / "media"
    folder.mkdir()
    with RecordingSite({"/a.mp4": talk}, presenting) as site:
        arrived = _fetched(Fetcher(limits, web), site.url("/a.mp4", MEDIA, "https"), folder)
        arrived.path.unlink()
        other = site.url("/a.mp4", "other.example", "https")
        error = _refused(Fetcher(limits, web), other, folder)

    assert arrived.sha256 == HASH
    assert error.why == "its certificate cannot be verified"


def test_a_certificate_that_the_system_does_not_trust_is_refused(
    fetcher: Fetcher, tmp_path: Path
) -> None:
    presenting, _ = site_tls(MEDIA, tmp_path)
    folder = tmp_path / "media"
    folder.mkdir()
    with RecordingSite({"/a.mp4": talk}, presenting) as site:
        error = _refused(fetcher, site.url("/a.mp4", MEDIA, "https"), folder)
    assert error.why == "its certificate cannot be verified"


@contextmanager
def _mute_server() -> Iterator[int]:
    """The port of a server that takes connections and never says anything."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def _stopped(fetcher: Fetcher, url: str, folder: Path, under_way: Callable[[], bool]) -> None:
    """Stop a fetch once it is under way; it ends by itself and leaves nothing."""
    stop, raised = threading.Event(), list[BaseException]()

    def work() -> None:
        try:
            fetcher.fetch(url, folder, lambda *_: None, stop)
        except StoppedError as error:
            raised.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    deadline = time.monotonic() + 20
    while not under_way() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert under_way()
    stop.set()
    thread.join(10)  # a second here; far less than the thirty that a silence may last
    assert not thread.is_alive()
    assert len(raised) == 1
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("page", [silent, dripping, endless])
def test_a_fetch_is_stopped_while_bytes_come_or_not(
    fetcher: Fetcher, tmp_path: Path, page: Page
) -> None:
    with RecordingSite({"/a.mp4": page}) as site:
        _stopped(fetcher, site.url("/a.mp4"), tmp_path, lambda: any(tmp_path.iterdir()))


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_fetch_is_stopped_while_nobody_answers(
    limits: Limits, timeouts: Timeouts, tmp_path: Path, scheme: str
) -> None:
    asked = threading.Event()

    def resolve(_host: str, _port: int) -> Sequence[str]:
        asked.set()
        return ["127.0.0.1"]

    fetcher = Fetcher(limits, Web(timeouts, _is_loopback, resolve, ssl.create_default_context))
    with _mute_server() as port:
        _stopped(fetcher, f"{scheme}://{MEDIA}:{port}/a.mp4", tmp_path, asked.is_set)
