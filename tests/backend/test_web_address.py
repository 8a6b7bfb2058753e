"""Addresses on the web, as people and agents give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.backend.web_address import WebAddress, web_address
from transcribe_video.errors import UsageError


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (
            "https://media.example/talk.mp4",
            WebAddress("https", "media.example", 443, "/talk.mp4"),
        ),
        (
            " HTTP://Media.Example:8080/a b/ü.mp4?sig=a%2Fb&x=1#t=3 ",
            WebAddress("http", "media.example", 8080, "/a%20b/%C3%BC.mp4?sig=a%2Fb&x=1"),
        ),
        ("http://bücher.example", WebAddress("http", "xn--bcher-kva.example", 80, "/")),
        ("http://93.184.216.34/a.mp3", WebAddress("http", "93.184.216.34", 80, "/a.mp3")),
        ("https://[2606:2800:0:0::1]/a", WebAddress("https", "2606:2800::1", 443, "/a")),
    ],
)
def test_an_address_is_read_as_it_is_asked(url: str, address: WebAddress) -> None:
    assert web_address(url) == address


@pytest.mark.parametrize(
    ("url", "authority"),
    [
        ("http://media.example:80/a", "media.example"),
        ("https://media.example:80/a", "media.example:80"),
        ("https://[2606:2800::1]:8443/a", "[2606:2800::1]:8443"),
    ],
)
def test_a_request_names_the_port_only_where_it_is_unusual(url: str, authority: str) -> None:
    assert web_address(url).authority == authority


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://media.example/a.mp4", "begin with http:// or https://"),
        ("file:///etc/passwd", "begin with http:// or https://"),
        ("media.example/a.mp4", "begin with http:// or https://"),
        ("https://ana:secret@media.example/a.mp4", "holds a name or a password"),
        ("https://media.example@127.0.0.1/a.mp4", "holds a name or a password"),
        ("https://@media.example/a.mp4", "holds a name or a password"),
        ("http://media.example:25/a.mp4", "port 25"),
        ("http://media.example:6667/a.mp4", "port 6667"),
        ("http://media.example:0/a.mp4", "port 0"),
        ("http://media.example:99999/a.mp4", "port is no number"),
        ("http://media.example:x/a.mp4", "port is no number"),
        ("http://2130706433/a.mp4", "hides where it leads"),
        ("http://0x7f000001/a.mp4", "hides where it leads"),
        ("http://0x7f.1/a.mp4", "hides where it leads"),
        ("http://0177.0.0.1/a.mp4", "hides where it leads"),
        ("http://127.1/a.mp4", "hides where it leads"),
        ("http://127.0.0.1./a.mp4", "hides where it leads"),
        ("http://①②⑦.1/a.mp4", "hides where it leads"),
        ("http://[fe80::1%25eth0]/a.mp4", "hides where it leads"),
        ("http://[::1/a.mp4", "not complete"),
        ("http:///a.mp4", "not a name"),
        ("http://media..example/a.mp4", "not a name"),
        ("http://me dia.example/a.mp4", "not a name"),
        ("http://" + "a" * 300 + ".example", "not a name"),
        ("http://media.example\\@127.0.0.1/", "characters that no address has"),
        ("http://media.example/a\r\nHost: b", "characters that no address has"),
        ("http://media.example/" + "a" * 9_000, "too long"),
    ],
)
def test_what_cannot_be_asked_is_refused(url: str, why: str) -> None:
    with pytest.raises(UsageError) as refused:
        web_address(url)
    assert why in refused.value.why


def test_a_refusal_does_not_repeat_what_was_given() -> None:
    with pytest.raises(UsageError) as refused:
        web_address("https://ana:secret@media.example/a.mp4?signature=abc")
    assert not {"ana", "secret", "abc"} & set(str(refused.value).split())
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("location", "address"),
    [
        ("/b.mp4", WebAddress("https", "media.example", 443, "/b.mp4")),
        ("b.mp4?x=1", WebAddress("https", "media.example", 443, "/folder/b.mp4?x=1")),
        ("//cdn.example/b", WebAddress("https", "cdn.example", 443, "/b")),
        ("http://cdn.example:8000/b", WebAddress("http", "cdn.example", 8000, "/b")),
    ],
)
def test_a_redirect_is_followed_from_where_it_was_met(location: str, address: WebAddress) -> None:
    assert web_address("https://media.example/folder/a.mp4").leading_to(location) == address


@pytest.mark.parametrize("location", ["file:///etc/passwd", "http://a:b@c.example/", "http://[/"])
def test_a_redirect_to_what_cannot_be_asked_is_refused(location: str) -> None:
    with pytest.raises(UsageError):
        web_address("https://media.example/a.mp4").leading_to(location)


@given(st.text())
def test_whatever_is_given_is_read_or_refused(text: str) -> None:
    try:
        address = web_address(f"http://{text}")
    except UsageError:
        return
    assert f"{address.authority}{address.target}".isascii()
    assert not set(f"{address.authority}{address.target}") & set(" \r\n\t\x00")
