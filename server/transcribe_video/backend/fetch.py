"""A recording from the web: fetched once, from public addresses only, and only a file itself."""

import mimetypes
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from urllib.parse import unquote

from transcribe_video.backend.arrived_name import arrived_name
from transcribe_video.backend.incoming import Arrived, Incoming
from transcribe_video.backend.patience import Patience
from transcribe_video.backend.web_address import WebAddress, web_address
from transcribe_video.backend.web_connection import Web
from transcribe_video.errors import MediaError, UsageError
from transcribe_video.manifest import Limits, Timeouts

_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK = 200
_PIECE_BYTES = 1 << 18
_REPORT_S = 0.25

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_PLAYLISTS = frozenset(
    {
        "application/dash+xml",
        "application/vnd.apple.mpegurl",
        "application/x-mpegurl",
        "audio/mpegurl",
        "audio/x-mpegurl",
    }
)
_NOT_PLAIN = frozenset({"application/octet-stream", "binary/octet-stream", "text/plain"})
_SAVE_IT = "or save the recording to this computer and name the saved file"
_REFUSALS = {
    401: "it wants a login",
    403: "it refuses access",
    404: "there is nothing at that address",
    410: "there is nothing at that address any more",
    429: "it is asked for too much at the moment",
}


def fetch(
    url: str,
    folder: Path,
    limits: Limits,
    timeouts: Timeouts,
    progress: Callable[[int, int | None], None],
    stop: threading.Event,
) -> Arrived:
    """Fetch the recording at an address of the public web into a folder of ours.

    Args:
        url: of the file itself, ``http`` or ``https``.
        folder: an existing one; a name that is taken there is left alone.
        limits: ``fetch_bytes`` is the most that is taken.
        timeouts: the ``fetch_*`` ones.
        progress: told the bytes so far and, if it is known, of how many; a few times a second.
        stop: set from outside, ends it within a second.

    Raises:
        UsageError: the address is none that is asked, or what lies there is a page or playlist.
        TooLargeError: it is larger than allowed.
        MediaError: it cannot be had.
        StorageError: it cannot be kept.
        StoppedError: ``stop`` was set. Whatever is raised, nothing is left in the folder.
    """
    return Fetcher(limits, Web(timeouts)).fetch(url, folder, progress, stop)


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches recordings; ``web`` is how the world outside is reached."""

    limits: Limits
    web: Web

    def fetch(
        self,
        url: str,
        folder: Path,
        progress: Callable[[int, int | None], None],
        stop: threading.Event,
    ) -> Arrived:
        """See the function ``fetch``."""
        address = web_address(url)
        patience = Patience(stop, time.monotonic() + self.web.timeouts.fetch_total_s)
        for _ in range(_MOST_REDIRECTS + 1):
            with _told(address, patience), closing(self.web.ask(address, patience)) as response:
                if response.status not in _REDIRECTS:
                    _check(response, address)
                    return self._receive(response, folder, _name(response, address), progress)
                location = _text(response.headers.get("Location") or "")
            address = address.leading_to(location)
        raise _failed(address, "it leads from one address to the next without an end")

    def _receive(
        self,
        response: HTTPResponse,
        folder: Path,
        name: str,
        progress: Callable[[int, int | None], None],
    ) -> Arrived:
        whole, reported_s = response.length, 0.0
        with Incoming(folder, name, self.limits.fetch_bytes) as incoming:
            incoming.expect(whole or 0)
            while data := response.read1(_PIECE_BYTES):
                incoming.write(data)
                if time.monotonic() - reported_s >= _REPORT_S:
                    progress(incoming.bytes, whole)
                    reported_s = time.monotonic()
            if incoming.bytes == 0 or incoming.bytes < (whole or 0):
                raise ConnectionAbortedError
            progress(incoming.bytes, whole)
            return incoming.keep()


def _check(response: HTTPResponse, address: WebAddress) -> None:
    """Go on only if what comes is the file itself."""
    if response.status != _OK:
        why = _REFUSALS.get(response.status, "it is out of order at the moment")
        raise _failed(address, f"{why} (HTTP {response.status})")
    kind = response.headers.get_content_type()
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if kind in _PAGES:
        raise _no_file(address, "a web page, not a recording itself")
    if kind in _PLAYLISTS:
        raise _no_file(address, "the playlist of a stream, not a recording itself")
    if encoding not in {"", "identity"}:
        raise _failed(address, "it sends the file in another form than it was asked for")


def _name(response: HTTPResponse, address: WebAddress) -> str:
    """What the file is called: as its sender says, else as the address ends."""
    try:
        claimed = response.headers.get_filename() or ""
    except (AttributeError, LookupError, TypeError, ValueError):  # nonsense the library trips over
        claimed = ""
    kind = response.headers.get_content_type()
    suffix = "" if kind in _NOT_PLAIN else mimetypes.guess_extension(kind) or ""
    path = unquote(address.target.partition("?")[0])
    return arrived_name(_text(claimed) or path, suffix)


def _text(header: str) -> str:
    """A header's text; senders write UTF-8 where the standard has Latin-1."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


@contextmanager
def _told(address: WebAddress, patience: Patience) -> Iterator[None]:
    """Say in words what goes wrong on the way."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise _failed(address, "its certificate cannot be verified") from error
    except TimeoutError as error:
        has_ended = time.monotonic() >= patience.until_s
        why = "it takes too long" if has_ended else "it did not answer in time"
        raise _failed(address, why) from error
    except (ConnectionAbortedError, BrokenPipeError, ConnectionResetError, HTTPException) as error:
        raise _failed(address, "the connection to it broke off") from error
    except OSError as error:
        raise _failed(address, "it cannot be reached") from error


def _failed(address: WebAddress, why: str) -> MediaError:
    return MediaError(
        f"The recording at “{address.host}” could not be fetched",
        why,
        f"Check the address and try again, {_SAVE_IT}",
    )


def _no_file(address: WebAddress, what: str) -> UsageError:
    return UsageError(
        f"What lies at that address of “{address.host}” cannot be transcribed",
        f"it is {what}",
        f"Give the address of the file itself, {_SAVE_IT}",
    )
