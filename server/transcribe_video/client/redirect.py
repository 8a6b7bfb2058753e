"""An answer that names another address: followed on the same host only."""

from urllib.parse import urlsplit

import httpx

_KEEPS_METHOD = frozenset({307, 308})
_SAFE = frozenset({"GET", "HEAD"})


def origin_of(address: str) -> tuple[str, str, int | None]:
    """Scheme, host and port of an address; what is the same in two of them is one host.

    Raises:
        ValueError: it is no address.
    """
    parts = urlsplit(address)
    port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    return parts.scheme, (parts.hostname or "").rstrip("."), port


def target_of(response: httpx.Response) -> str | None:
    """The whole address that an answer sends to; None if it sends nowhere."""
    if not response.has_redirect_location:
        return None
    try:
        return str(response.url.join(response.headers["Location"]))
    except (httpx.InvalidURL, ValueError):
        return None


def next_address(response: httpx.Response, method: str) -> str | None:
    """Where to make the same call again; None if the answer is to be taken as it is.

    An answer that would turn an order into a question is taken as it is, and so is one that leads
    to another host.
    """
    address = target_of(response)
    if address is None or not (method in _SAFE or response.status_code in _KEEPS_METHOD):
        return None
    try:
        is_same = origin_of(address) == origin_of(str(response.url))
    except ValueError:
        return None
    return address if is_same else None
