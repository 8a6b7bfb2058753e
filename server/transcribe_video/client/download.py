"""A finished file, from the backend or from wherever it says that the file is."""

import asyncio
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

import httpx

from transcribe_video.client.answer import refused
from transcribe_video.client.call import Call
from transcribe_video.client.caller import Caller
from transcribe_video.client.failure import is_of_token, is_passing
from transcribe_video.client.redirect import origin_of, target_of
from transcribe_video.client.refused import RefusedError
from transcribe_video.client.transport import PATIENCE, http_client
from transcribe_video.client.trouble import may_repeat, trouble
from transcribe_video.errors import BackendError, StorageError, TooLargeError
from transcribe_video.refusal import refusal as storage_refusal
from transcribe_video.settings import is_loopback
from transcribe_video.wire.envelope import Refusal, opened
from transcribe_video.wire.notation import read_json

Progress = Callable[[int, int | None], None]
"""Told how many bytes have come, and of how many if that is known."""

_MOST_BYTES = 20 * 1024**3
_MOST_REDIRECTS = 5
_SILENCE_S = 60.0
_PIECE_BYTES, _MOST_REASON_BYTES = 1024 * 1024, 64 * 1024
_WHO = "transcribe-video-to-text"
_WHAT = "The finished video cannot be fetched"
_AGAIN = "Try again: it is not made anew"


class Download:
    """Fetches finished files.

    The backend's own host sees the headers that every call has; any other host, also one that the
    backend's sends to, sees none of them. Addresses must be encrypted; ones of this machine are
    taken only from a backend that is on it as well.

    Args:
        caller: by whom the backend is called.
        most_bytes: a larger file is refused.
        retry_waits_s: waits before further attempts; None are those of the internet.
    """

    def __init__(
        self,
        caller: Caller,
        most_bytes: int = _MOST_BYTES,
        retry_waits_s: Sequence[float] | None = None,
    ) -> None:
        usual = PATIENCE["internet"].retry_waits_s
        self._caller, self._most_bytes = caller, most_bytes
        self._retry_waits_s = usual if retry_waits_s is None else retry_waits_s

    async def fetch(self, url: str, part: Path, progress: Progress | None = None) -> int:
        """Fetch what lies at an address; gives its size in bytes, which is never 0.

        Args:
            url: as the backend says it.
            part: a file that is made anew; it is gone if this fails.
            progress: told what has come.

        Raises:
            TranscribeVideoError: it cannot be had (BackendError, UnreachableError, GoneError), is
                too large (TooLargeError), or cannot be written (StorageError).
        """
        access, _ = await self._caller.admission()
        address = _checked(url, access.url)
        try:
            async with http_client("internet", {"User-Agent": _WHO}) as http:
                fetching = _Fetching(self._caller, http, self._most_bytes, part, progress)
                return await fetching.run(address, list(self._retry_waits_s))
        except BaseException:
            _remove(part)
            raise

    async def fetch_own(self, path: str, part: Path, progress: Progress | None = None) -> int:
        """The same for a path of the backend's own."""
        access, _ = await self._caller.admission()
        return await self.fetch(access.url + path, part, progress)


class _Fetching:
    """One file on its way."""

    def __init__(
        self,
        caller: Caller,
        http: httpx.AsyncClient,
        most_bytes: int,
        part: Path,
        progress: Progress | None,
    ) -> None:
        self._caller, self._http, self._most_bytes = caller, http, most_bytes
        self._part, self._progress = part, progress
        self._call = Call("GET", "", is_repeatable=True)
        self._is_renewed = False

    async def run(self, address: str, waits_s: list[float]) -> int:
        while True:
            try:
                return await self._attempt(address)
            except httpx.RequestError as error:
                if not (waits_s and may_repeat(self._call, error, "internet")):
                    raise trouble(self._call, error, "internet") from error
            except RefusedError as error:
                if await self._is_let_in_now(error.refusal):
                    continue
                if not (waits_s and is_passing(error.refusal)):
                    raise self._caller.refused(error.refusal) from None
            await asyncio.sleep(waits_s.pop(0))

    async def _is_let_in_now(self, refusal: Refusal) -> bool:
        """Whether what opens the backend is another now than what it did not accept."""
        stale = self._caller.access
        if self._is_renewed or stale is None or not is_of_token(refusal):
            return False
        self._is_renewed = True
        access, _ = await self._caller.admission(stale)
        return access != stale

    async def _attempt(self, address: str) -> int:
        access, own_headers = await self._caller.admission()
        for _ in range(_MOST_REDIRECTS + 1):
            is_own = origin_of(address) == origin_of(access.url)
            request = self._http.build_request(
                "GET",
                address,
                headers=own_headers if is_own else {},
                timeout=httpx.Timeout(_SILENCE_S, connect=PATIENCE["internet"].connect_s),
            )
            response = await self._http.send(request, stream=True)
            try:
                target = target_of(response)
                if target is None:
                    return await self._taken(response, is_own=is_own)
                address = _checked(target, access.url)
            finally:
                await response.aclose()
        raise BackendError(_WHAT, "its address leads in a circle", _AGAIN)

    async def _taken(self, response: httpx.Response, *, is_own: bool) -> int:
        if not response.is_success:
            # Another host does not speak the protocol: only its status counts.
            said = await _reason(response) if is_own else None
            raise refused(response, said or Refusal(response.status_code, None, ""))
        length = response.headers.get("Content-Length", "")
        total = int(length) if length.isascii() and length.isdigit() else None
        if total is not None and total > self._most_bytes:
            raise self._too_large()
        size = await self._written(response, total)
        if not size:
            raise BackendError(_WHAT, "it is empty", _AGAIN)
        return size

    async def _written(self, response: httpx.Response, total: int | None) -> int:
        size = 0
        with _storing(self._part):
            file = await asyncio.to_thread(_made, self._part)
        try:
            async for piece in response.aiter_bytes(_PIECE_BYTES):
                size += len(piece)
                if size > self._most_bytes:
                    raise self._too_large()
                with _storing(self._part):
                    await asyncio.to_thread(file.write, piece)
                if self._progress:
                    self._progress(size, total)
            with _storing(self._part):
                await asyncio.to_thread(_settled, file)
        finally:
            with suppress(OSError):
                file.close()
        return size

    def _too_large(self) -> TooLargeError:
        most_mb = self._most_bytes / 1024**2
        return TooLargeError(_WHAT, f"it has more than {most_mb:,.0f} MB", "Make a shorter one")


def _checked(address: str, api_url: str) -> str:
    """An address that may be asked.

    Raises:
        BackendError: it is of another kind; the sentence does not show it, as it may open a file.
    """
    try:
        parts = urlsplit(address)
        origin_of(address)
        has_password = bool(parts.username or parts.password)
    except ValueError:
        parts, has_password = urlsplit(""), True
    is_here = is_loopback(parts.hostname)
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and is_here)
    is_due = not is_here or is_loopback(urlsplit(api_url).hostname)
    if is_safe and is_due and parts.hostname and not has_password:
        return address
    raise BackendError(_WHAT, "it is said to be at an address that is not safe", _AGAIN)


async def _reason(response: httpx.Response) -> Refusal | None:
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > _MOST_REASON_BYTES:
            return None
    try:
        content = opened(response.status_code, read_json(body))
    except ValueError:
        return None
    return content if isinstance(content, Refusal) else None


def _made(part: Path) -> BinaryIO:
    part.unlink(missing_ok=True)  # of a run that was killed
    return part.open("xb")


def _remove(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _settled(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


@contextmanager
def _storing(part: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _unwritable(part, error) from error


def _unwritable(part: Path, error: OSError) -> StorageError:
    return storage_refusal(
        f"The video cannot be written into “{part.parent}”", error, "choose another folder"
    )
