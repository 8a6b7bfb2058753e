"""The ways to a backend: on this machine, or over the internet."""

import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import httpx

from transcribe_video.client.headers import checked
from transcribe_video.errors import ConfigurationError

Transport = Literal["loopback", "internet"]
_THIS_MACHINE = ("all://127.0.0.1", "all://localhost", "all://[::1]")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a way may take, and when a call is made again.

    Attributes:
        connect_s: to reach the other end.
        answer_s: most seconds of silence before an answer that can be asked for again.
        retry_waits_s: waits before further attempts at a call that may be repeated.
        rate_wait_s: wait after a refusal for too many calls that does not say how long.
        most_wait_s: a refusal that says more is not waited out.
    """

    connect_s: float
    answer_s: float
    retry_waits_s: Sequence[float]
    rate_wait_s: float = 30.0
    most_wait_s: float = 120.0


PATIENCE: dict[Transport, Patience] = {
    "loopback": Patience(5, 120, (0.1, 0.5, 1.0)),
    "internet": Patience(15, 60, (0.5, 2.0, 5.0)),
}


def http_client(transport: Transport, headers: Mapping[str, str]) -> httpx.AsyncClient:
    """A client whose every call has these headers; it follows no redirect.

    No connection is kept, so that none can turn out to be dead when something is sent that must
    not be sent twice.

    Raises:
        ConfigurationError: a header, a proxy or a certificate file that is set cannot be used.
    """
    sent = {**checked(headers), "Accept-Encoding": "identity"}
    if transport == "loopback":
        return _loopback(sent)
    try:
        return _internet(sent)
    except (httpx.InvalidURL, ImportError, OSError, ValueError) as error:
        raise ConfigurationError(
            "NemoVideo cannot be called",
            "a proxy or a certificate file in the environment cannot be used",
            "Check HTTPS_PROXY, ALL_PROXY and SSL_CERT_FILE, or unset them",
        ) from error


def _loopback(headers: Mapping[str, str]) -> httpx.AsyncClient:
    # No proxy may see these calls, whatever the environment says; and no certificate is ever
    # needed, so that none are loaded.
    transport = httpx.AsyncHTTPTransport(
        verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        trust_env=False,
        limits=httpx.Limits(max_keepalive_connections=0),
    )
    return httpx.AsyncClient(
        transport=transport, trust_env=False, follow_redirects=False, headers=headers
    )


def _internet(headers: Mapping[str, str]) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        trust_env=True,
        follow_redirects=False,
        headers=headers,
        limits=httpx.Limits(max_keepalive_connections=0),
        mounts=dict.fromkeys(_THIS_MACHINE),  # no proxy leads there
    )
