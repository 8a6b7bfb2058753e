"""Which machines may be asked."""

from ipaddress import ip_address

import pytest

from transcribe_video.backend.public import is_neighbour, is_public


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "93.184.216.34",
        "172.15.0.1",
        "2606:2800:220:1::1",
        "2a00:1450:4001::1",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
    ],
)
def test_a_public_address_may_be_asked(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104 - nobody listens there
        "0.1.2.3",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.8",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.251",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::10.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:808:808::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%2",
        "fec0::1",
        "ff02::fb",
    ],
)
def test_no_other_address_is_asked(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    ("own", "other", "near"),
    [
        ("93.184.216.34", "93.184.216.34", True),
        ("192.168.1.2", "93.184.216.34", False),
        ("::ffff:93.184.216.34", "93.184.216.34", True),
        ("2606:2800:0:1::7", "2606:2800:0:1:ffff::1", True),
        ("2606:2800:0:1::7", "2606:2800:0:2::7", False),
        ("2606:2800:0:1::7", "93.184.216.34", False),
    ],
)
def test_a_machine_in_the_same_network_is_told(own: str, other: str, *, near: bool) -> None:
    assert is_neighbour(own, other) is near
