"""Files that a browser or another program sends as ``multipart/form-data``, straight to disk."""

from collections.abc import AsyncGenerator, AsyncIterable, Callable
from contextlib import ExitStack, aclosing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from anyio import to_thread
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from transcribe_video.backend.arrived_name import arrived_name
from transcribe_video.backend.incoming import Arrived, Incoming
from transcribe_video.errors import UsageError
from transcribe_video.wire.upload import FIELD

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

FORM = "multipart/form-data"
_MOST_PARTS = 100
_BATCH_BYTES = 1 << 18  # handed to a thread at once: so much is in memory, whatever comes

_Result = TypeVar("_Result")
# What browsers write for the three characters that would end the name (HTML, “multipart form data”)
_ESCAPES = (("%22", '"'), ("%0D", "\r"), ("%0A", "\n"))


async def received(
    stream: AsyncIterable[bytes], content_type: str, folder: Path, most_bytes: int
) -> tuple[Arrived, ...]:
    """Take all files of a form, hashed on the way; unless all of them come, none is kept.

    Args:
        stream: the body.
        content_type: the header of that name.
        folder: where they will lie; it exists.
        most_bytes: for each file.

    Raises:
        UsageError: it is no form, it is not whole, or there is no file in it.
        TooLargeError: a file is.
        StorageError: the disk refuses one.
    """
    form = _Form(_boundary(content_type), folder, most_bytes)
    try:
        async with aclosing(_batches(stream)) as batches:
            async for batch in batches:
                await to_thread.run_sync(form.take, batch)
        return form.files()
    except BaseException:
        form.abandon()
        raise


async def _batches(stream: AsyncIterable[bytes]) -> AsyncGenerator[bytes]:
    batch = bytearray()
    async for chunk in stream:
        batch += chunk
        if len(batch) >= _BATCH_BYTES:
            yield bytes(batch)
            batch.clear()
    if batch:
        yield bytes(batch)


def _boundary(content_type: str) -> bytes:
    kind, options = parse_options_header(content_type)
    if kind != FORM.encode() or not options.get(b"boundary"):
        raise _refused("it is not a form with files (multipart/form-data)")
    return options[b"boundary"]


def _refused(why: str) -> UsageError:
    return UsageError("The upload cannot be read", why, "Send it again")


class _Form:
    """The form while it comes: what its parser calls, part by part."""

    def __init__(self, boundary: bytes, folder: Path, most_bytes: int) -> None:
        self._folder, self._most_bytes = folder, most_bytes
        self._parts, self._is_whole = 0, False
        self._header, self._value = bytearray(), bytearray()
        self._disposition = b""
        self._incoming: Incoming | None = None
        self._open = ExitStack()
        self._kept: list[Arrived] = []
        self._parser = _guarded(lambda: MultipartParser(boundary, self._callbacks()))

    def take(self, batch: bytes) -> None:
        """The next bytes; writes what there is of files in them."""
        _guarded(lambda: self._parser.write(batch))

    def files(self) -> tuple[Arrived, ...]:
        """What came, once all has."""
        if not self._is_whole:
            raise _refused("it broke off before its end")
        if not self._kept:
            raise UsageError(
                "There is nothing to upload",
                f"no file came in the field “{FIELD}”",
                "Choose a file",
            )
        return tuple(self._kept)

    def abandon(self) -> None:
        """Remove all that came."""
        self._open.close()
        for arrived in self._kept:
            with suppress(OSError):
                arrived.path.unlink(missing_ok=True)

    def _callbacks(self) -> "MultipartCallbacks":
        return {
            "on_part_begin": self._begin_part,
            "on_header_field": self._add_to_header,
            "on_header_value": self._add_to_value,
            "on_header_end": self._end_header,
            "on_headers_finished": self._open_file,
            "on_part_data": self._write,
            "on_part_end": self._keep_file,
            "on_end": self._end,
        }

    def _begin_part(self) -> None:
        self._parts += 1
        self._disposition = b""
        if self._parts > _MOST_PARTS:
            raise UsageError(
                "The upload cannot be taken",
                f"it has more than {_MOST_PARTS} files",
                "Send them in smaller groups",
            )

    def _add_to_header(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _add_to_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _end_header(self) -> None:
        if self._header.lower() == b"content-disposition":
            self._disposition = bytes(self._value)
        self._header.clear()
        self._value.clear()

    def _open_file(self) -> None:
        _, options = parse_options_header(self._disposition)
        claimed = options.get(b"filename", b"").decode("utf-8", errors="replace")
        if options.get(b"name") != FIELD.encode() or not claimed:
            return  # a field of another kind, or what a browser sends when nothing was chosen
        for escape, character in _ESCAPES:
            claimed = claimed.replace(escape, character)
        incoming = Incoming(self._folder, arrived_name(claimed), self._most_bytes)
        self._incoming = self._open.enter_context(incoming)

    def _write(self, data: bytes, start: int, end: int) -> None:
        if self._incoming is not None:
            self._incoming.write(data[start:end])

    def _keep_file(self) -> None:
        if self._incoming is not None:
            self._kept.append(self._incoming.keep())
            self._open.close()
            self._incoming = None

    def _end(self) -> None:
        self._is_whole = True


def _guarded(action: Callable[[], _Result]) -> _Result:
    try:
        return action()
    except FormParserError as error:
        raise _refused("it is not well formed") from error
