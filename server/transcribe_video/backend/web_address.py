"""What a person or an agent gives as an address on the web, checked before anybody is asked."""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

from transcribe_video.errors import UsageError

_DEFAULT_PORTS = {"http": 80, "https": 443}
# Below these lie mail, file shares and remote shells, which a request must never be said to.
_FIRST_FREE_PORT = 1024
# Those above it that browsers keep from pages for the same reason (the “bad ports” of Fetch).
_OTHER_SERVICES = frozenset(
    {1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6679, 6697, 10080}
    | set(range(6665, 6670))
)
# A backslash and a control character mean different things to different readers.
_AMBIGUOUS = re.compile(r"[\x00-\x1f\x7f\\]")
_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?")
_LONGEST_HOST = 253
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_LONGEST = 8_000  # characters; what follows a “?” is sometimes very long
_KEPT_IN_TARGET = "/?%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class WebAddress:
    """Where something lies on the web.

    Attributes:
        scheme: ``http`` or ``https``.
        host: in ASCII and lower case; an IPv6 address without its brackets.
        port: from 1 to 65535.
        target: path and query as they are sent, in ASCII.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """The host as a request names it, with the port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    def leading_to(self, location: str) -> "WebAddress":
        """Where a redirect from here goes.

        Raises:
            UsageError: to nothing that may be asked.
        """
        try:
            joined = urljoin(f"{self.scheme}://{self.authority}{self.target}", location)
        except ValueError as error:
            raise _unusable("it leads on to something that is no address") from error
        return web_address(joined)


def web_address(url: str) -> WebAddress:
    """Read an address as a person gives it.

    Raises:
        UsageError: it is of another kind, names a host or port that is not asked, or can be read
            in two ways.
    """
    text = url.strip()
    if _AMBIGUOUS.search(text) or len(text) > _LONGEST:
        raise _unusable("it is too long, or holds characters that no address has")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _unusable("it is not complete, or its port is no number") from error
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS:
        raise _unusable("only addresses that begin with http:// or https:// can be fetched from")
    if "@" in parts.netloc:
        raise _unusable("it holds a name or a password, and those are sent to nobody from here")
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    target = quote(path, safe=_KEPT_IN_TARGET, errors="replace")
    return WebAddress(scheme, _host(host), _port(scheme, port), target)


def _port(scheme: str, port: int | None) -> int:
    """The port to ask: 80, 443, or one from 1024 on that is not known for another service."""
    wanted = _DEFAULT_PORTS[scheme] if port is None else port
    is_free = wanted >= _FIRST_FREE_PORT and wanted not in _OTHER_SERVICES
    if not is_free and wanted not in _DEFAULT_PORTS.values():
        raise _unusable(f"port {wanted} is not one that recordings are served at")
    return wanted


def _host(host: str) -> str:
    if ":" in host:
        return _ip_host(host)
    name = _ascii(host).lower()
    if len(name) > _LONGEST_HOST or not _HOST.fullmatch(name):
        raise _unusable("its host is not a name that can be looked up")
    if _NUMBER.fullmatch(name.rstrip(".").rpartition(".")[2]):
        return _ip_host(name)
    return name


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise _unusable("its host is not a name that can be looked up") from error


def _ip_host(host: str) -> str:
    """A number only in its one plain form: ``0x7f.1`` and ``2130706433`` hide where they lead."""
    is_scoped = "%" in host  # which names one of this computer's own networks
    try:
        plain = str(IPv6Address(host) if ":" in host else IPv4Address(host))
    except AddressValueError:
        plain = ""
    if not plain or is_scoped:
        raise _unusable("its host is a number in a form that hides where it leads")
    return plain


def _unusable(why: str) -> UsageError:
    # What was given is not repeated: it may hold a password or a signature.
    return UsageError(
        "That address cannot be fetched from",
        why,
        "Give the full address of the recording itself, or save it to this computer and name the "
        "saved file",
    )
