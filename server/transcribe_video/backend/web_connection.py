"""A connection to a machine that was checked, over which one file is asked for.

The connection goes to the very address that was checked, so that a name which answers one thing
to the check and another afterwards leads nowhere. The standard library's HTTP reader is enough
for one request, and takes a connection that was made elsewhere; clients that pool, retry and read
proxies from the environment do not.
"""

import io
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from http.client import HTTPResponse
from ipaddress import ip_address
from typing import TYPE_CHECKING, cast

from transcribe_video.backend.patience import LOOK_S, Patience
from transcribe_video.backend.public import IPAddress, is_neighbour, is_public
from transcribe_video.backend.web_address import WebAddress
from transcribe_video.errors import UsageError
from transcribe_video.manifest import Timeouts
from transcribe_video.settings import APP_NAME

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MOST_TRIED = 4  # of a name's addresses


def resolved(host: str, port: int) -> Sequence[str]:
    """The numeric addresses of a host, as the system knows them.

    Raises:
        OSError: there is no such host, or nobody to ask.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def system_tls() -> ssl.SSLContext:
    """Certificates and host names are verified against what the system trusts."""
    from truststore import SSLContext  # noqa: PLC0415 - only a fetch over TLS needs it

    return SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@dataclass(frozen=True, slots=True)
class Web:
    """How the world outside is reached.

    Attributes:
        timeouts: seconds to reach somebody, and of silence.
        is_allowed: whether an address may be asked.
        resolve: gives the numeric addresses of a host and port.
        tls: gives what verifies a certificate.
    """

    timeouts: Timeouts
    is_allowed: Callable[[IPAddress], bool] = is_public
    resolve: Callable[[str, int], Sequence[str]] = resolved
    tls: Callable[[], ssl.SSLContext] = system_tls

    def ask(self, address: WebAddress, patience: Patience) -> HTTPResponse:
        """Ask for what lies there; its head has been read, and closing it ends the connection.

        Raises:
            UsageError: it lies where nobody is asked.
            OSError: it cannot be reached, or is silent for too long.
            http.client.HTTPException: what comes back is no answer.
            StoppedError: it is not wanted any more.
        """
        line = Line(self._connected(address, patience), patience, self.timeouts.fetch_read_s)
        try:
            line.sendall(_request(address))
            response = HTTPResponse(cast("socket.socket", line), method="GET")
            response.begin()
        except BaseException:
            line.close()
            raise
        return response

    def _connected(self, address: WebAddress, patience: Patience) -> socket.socket:
        longest_s = self.timeouts.fetch_connect_s
        hosts = patience.run(lambda: self.resolve(address.host, address.port), longest_s)
        if not hosts or not all(self.is_allowed(ip_address(host)) for host in hosts):
            raise _not_public(address)
        failure = OSError()
        for host in hosts[:_MOST_TRIED]:
            try:
                connect = partial(self._connect, host, address)
                return patience.run(connect, 2 * longest_s, discard=_end)
            except OSError as error:
                patience.check()
                failure = error
        raise failure

    def _connect(self, host: str, address: WebAddress) -> socket.socket:
        longest_s = self.timeouts.fetch_connect_s
        connection = socket.create_connection((host, address.port), longest_s)
        try:
            self._check_far(connection, address)
            if address.scheme == "https":
                return self.tls().wrap_socket(connection, server_hostname=address.host)
        except BaseException:
            connection.close()
            raise
        return connection

    def _check_far(self, connection: socket.socket, address: WebAddress) -> None:
        own, other = connection.getsockname()[0], connection.getpeername()[0]
        if is_public(ip_address(other)) and is_neighbour(own, other):
            raise _not_public(address)


class Line(io.RawIOBase):
    """Bytes from a connection, with a look at the patience while nothing comes.

    Args:
        connection: is closed with it.
        patience: ends the waiting.
        silence_s: longest time without a byte.
    """

    def __init__(self, connection: socket.socket, patience: Patience, silence_s: float) -> None:
        super().__init__()
        self._connection, self._patience, self._silence_s = connection, patience, silence_s

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Wait for the next bytes.

        Raises:
            OSError: the connection broke, or was silent for too long.
            StoppedError: they are not wanted any more.
        """
        until_s = time.monotonic() + self._silence_s
        while True:
            self._patience.check()
            try:
                return self._connection.recv_into(buffer)
            except TimeoutError:  # so that there is a look every now and then
                if time.monotonic() >= until_s:
                    raise

    def sendall(self, data: bytes) -> None:
        """Send a request, which is small."""
        self._connection.sendall(data)
        self._connection.settimeout(LOOK_S)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Itself, as the reader of answers wants it."""
        return io.BufferedReader(self)

    def close(self) -> None:
        """End the connection."""
        _end(self._connection)
        super().close()


def _end(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.close()


def _request(address: WebAddress) -> bytes:
    lines = (
        f"GET {address.target} HTTP/1.1",
        f"Host: {address.authority}",
        f"User-Agent: {APP_NAME}",
        "Accept: */*",
        "Accept-Encoding: identity",  # a recording is compressed already
        "Connection: close",
    )
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode("ascii")


def _not_public(address: WebAddress) -> UsageError:
    return UsageError(
        f"The recording at “{address.host}” is not fetched",
        "that address is of this computer or of a private network, and only public ones are asked",
        "If it is on a disk that this computer can open, name its path instead",
    )
