"""What a failed request means, in words for a person."""

import ssl

import httpx2

# The first class that fits says what happened.
_CAUSES: tuple[tuple[type[httpx2.HTTPError], str], ...] = (
    (httpx2.TimeoutException, "it did not answer in time"),
    (httpx2.ProxyError, "the proxy on the way to it refuses"),
    (httpx2.ConnectError, "it cannot be reached"),
    (httpx2.NetworkError, "the connection to it broke off"),
    (httpx2.ProtocolError, "the connection to it broke off"),
)
_REFUSALS = {
    401: "it wants a login for this model",
    403: "it refuses access to this model",
    404: "it does not have this model",
    429: "it is asked for too much at the moment",
}
_PASSING_STATUSES = {408, 429, 500, 502, 503, 504}


def trouble(error: httpx2.HTTPError) -> str:
    """The cause, without a full stop."""
    if isinstance(error, httpx2.HTTPStatusError):
        status = error.response.status_code
        return f"{_REFUSALS.get(status, 'it is out of order at the moment')} (HTTP {status})"
    if _is_about_certificates(error):
        return "its certificate cannot be verified, as behind some company networks"
    causes = (cause for kind, cause in _CAUSES if isinstance(error, kind))
    return next(causes, "its answer cannot be understood")


def may_pass(error: httpx2.HTTPError) -> bool:
    """Whether the same request may work a little later."""
    if isinstance(error, httpx2.HTTPStatusError):
        return error.response.status_code in _PASSING_STATUSES
    return isinstance(error, httpx2.TransportError)


def _is_about_certificates(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
