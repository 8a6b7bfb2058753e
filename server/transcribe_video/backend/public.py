"""Which machines may be asked for a recording: public ones, never this one or its neighbours."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

IPAddress = IPv4Address | IPv6Address

# All that is handed out for public use. Outside lie loopback, link-local, unique local and
# site-local addresses, multicast, and the deprecated spellings of IPv4 addresses.
_UNICAST = IPv6Network("2000::/3")
_TRANSLATED = IPv6Network("64:ff9b::/96")  # an IPv4 address, behind a NAT64 gateway
_NOT_PUBLIC = (
    IPv4Network("192.0.0.0/24"),  # for protocols; versions of Python differ about it
    IPv4Network("192.88.99.0/24"),  # relays of 6to4
    IPv6Network("2001::/23"),  # Teredo, ORCHID, benchmarks: tunnels and identifiers
    IPv6Network("2001:db8::/32"),  # for documents
    IPv6Network("2002::/16"),  # 6to4, a tunnel to any IPv4 address
    IPv6Network("3fff::/20"),  # for documents
)


def is_public(address: IPAddress) -> bool:
    """Whether the address is one that anybody on the internet can ask.

    An IPv4 address inside an IPv6 one counts as what it is: ``::ffff:127.0.0.1`` is loopback.
    """
    inner = _inner(address)
    if any(inner in network for network in _NOT_PUBLIC):
        return False
    if isinstance(inner, IPv6Address):
        return inner in _UNICAST
    return inner.is_global and not (inner.is_multicast or inner.is_reserved)


def is_neighbour(own: str, other: str) -> bool:
    """Whether a machine is this one, or lies in the same network although its address is public.

    Args:
        own: the address that a connection begins at.
        other: the one that it ends at.
    """
    here, there = _inner(ip_address(own)), _inner(ip_address(other))
    if isinstance(here, IPv6Address) and isinstance(there, IPv6Address):
        return int(here) >> 64 == int(there) >> 64  # the usual size of one home's network
    return here == there


def _inner(address: IPAddress) -> IPAddress:
    if isinstance(address, IPv4Address):
        return address
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address
