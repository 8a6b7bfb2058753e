"""What can happen to a call on its way, as the error that says so to a person."""

import ssl
from collections.abc import Iterator

import httpx

from transcribe_video.client.call import Call
from transcribe_video.client.failure import unusable
from transcribe_video.client.transport import Transport
from transcribe_video.errors import BackendError, UnreachableError

_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_BROKEN = (httpx.NetworkError, httpx.RemoteProtocolError)
_AGAIN = "Try again in a moment"
_NAMES: dict[Transport, str] = {"loopback": "The backend", "internet": "NemoVideo"}
_ADVICE: dict[Transport, tuple[str, str]] = {
    "loopback": ("nothing answers where it should be", _AGAIN),
    "internet": (
        "there is no way to it from this machine",
        "Check the connection to the internet, and HTTPS_PROXY if there is a proxy",
    ),
}
_BREAKS: dict[Transport, str] = {
    "loopback": "it was stopped, and whether this was done is not known",
    "internet": "the connection ended, and whether this was done is not known",
}
_CLOCK = (
    "Check the clock of this machine; where a company looks into connections, name its "
    "certificate in SSL_CERT_FILE"
)


def may_repeat(call: Call, error: httpx.RequestError, transport: Transport) -> bool:
    """Whether making the call again can at most do once what was asked."""
    if isinstance(error, _NOT_SENT):
        return not _is_untrusted(error)
    if call.is_repeatable:
        # Silence of this machine's backend was waited out: that is not done twice.
        is_slow = isinstance(error, httpx.TimeoutException) and transport == "internet"
        return is_slow or isinstance(error, _BROKEN)
    # Half a body is nothing that could be done.
    return transport == "internet" and call.is_whole is not None and not call.is_whole()


def trouble(call: Call, error: httpx.RequestError, transport: Transport) -> BackendError:
    """The error for a call that could not be made, or whose answer did not come."""
    name = _NAMES[transport]
    if isinstance(error, _NOT_SENT):
        return UnreachableError(f"{name} cannot be reached", *_reason(error, transport))
    if isinstance(error, httpx.DecodingError):
        return unusable()
    if isinstance(error, httpx.TimeoutException):
        why = "it has been silent for too long"
        return UnreachableError(f"{name} does not answer", why, _AGAIN)
    if call.is_repeatable:
        why = "it breaks off whenever it is asked this"
        return UnreachableError(f"{name} does not answer", why, _AGAIN)
    return UnreachableError(
        f"{name} broke off in the middle of this",
        _BREAKS[transport],
        "Look at the state of the project before you ask for it again",
    )


def _reason(error: httpx.RequestError, transport: Transport) -> tuple[str, str]:
    if _is_untrusted(error):
        return "what answers there cannot prove that it is NemoVideo", _CLOCK
    if isinstance(error, httpx.ProxyError):
        return "the proxy does not let this through", "Check HTTPS_PROXY, or unset it"
    return _ADVICE[transport]


def _is_untrusted(error: BaseException) -> bool:
    """Whether the other end's certificate is the reason."""
    texts = (str(cause) for cause in _causes(error))
    return any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error)) or any(
        "CERTIFICATE_VERIFY_FAILED" in text for text in texts
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
