from collections import deque
from itertools import pairwise, repeat

import httpx
import httpx_sse
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.client.decoder import Decoder, Message
from transcribe_video.errors import BackendError

_TEXT = st.text(st.characters(blacklist_characters="\r\n", blacklist_categories=["Cs"]))
# What a stream is made of, so that arbitrary bytes come upon its rules.
_PIECES = [b"data:", b"data: ", b"event:", b"id: 1", b":", b"\r", b"\n", b"\r\n", b"\n\n"]
_PIECES += [b"heartbeat", b'{"a":1}', b"\xe2\x80\xa8", b"\xc2\x85", b"\xef\xbb\xbf", b"\xff", b"x"]
_BYTES = st.lists(st.sampled_from(_PIECES) | st.binary(max_size=5)).map(b"".join)


def _decoded(*chunks: bytes) -> list[Message]:
    decoder = Decoder()
    messages = [message for chunk in chunks for message in decoder.feed(chunk)]
    return messages + decoder.close()


def _cut(stream: bytes, places: list[int]) -> list[bytes]:
    bounds = [0, *sorted(place % (len(stream) + 1) for place in places), len(stream)]
    return [stream[start:end] for start, end in pairwise(bounds)]


@pytest.mark.parametrize(
    ("stream", "messages"),
    [
        (b"data: a\n\n", [Message("a")]),
        (b"data:a\n\ndata: b\n\n", [Message("a"), Message("b")]),
        (b"data: a\r\rdata: b\r\n\r\n", [Message("a"), Message("b")]),
        (b"data:  a\n\n", [Message(" a")]),
        (b"data: a\ndata: b\n\n", [Message("a\nb")]),
        (b"data\ndata\n\n", [Message("\n")]),
        (b"data:\n\n", [Message("")]),
        (b"event: heartbeat\n\n", [Message(None, "heartbeat")]),
        (b"event: x\ndata: a\n\ndata: b\n\n", [Message("a", "x"), Message("b")]),
        (b": ping\n\n", [Message(is_comment=True)]),
        (b": ping\ndata: a\n\n", [Message(is_comment=True), Message("a")]),
        (b"id: 7\nretry: 3\nother: 1\ndata: a\n\n", [Message("a")]),
        (b"\n\n\n", []),
        (b"", []),
        (b"\xef\xbb\xbfdata: a\n\n", [Message("a")]),
        (b"data: \xef\xbb\xbfa\n\n", [Message("\ufeffa")]),
        (b"data: \xff\n\n", [Message("\ufffd")]),
        (
            "data: one\u2028two\u0085three\x0b\x0c\n\n".encode(),
            [Message("one\u2028two\x85three\x0b\x0c")],
        ),
    ],
)
def test_a_stream_is_taken_apart_as_its_format_says(stream: bytes, messages: list[Message]) -> None:
    assert _decoded(stream) == messages


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r", b"\r\n", b"\n\n", b"\r\r", b"\r\n\r\n"])
def test_a_last_message_counts_without_its_blank_line(ending: bytes) -> None:
    assert _decoded(b"data: a" + ending) == [Message("a")]


def test_a_message_is_given_as_soon_as_it_is_whole() -> None:
    decoder = Decoder()
    assert decoder.feed(b"data: a\n") == []
    assert decoder.feed(b"\n: pi") == [Message("a")]
    assert decoder.feed(b"ng\r") == [Message(is_comment=True)]
    assert decoder.feed(b"\ndata: b\r\r") == [Message("b")]


@given(st.lists(_TEXT), st.sampled_from(["\n", "\r", "\r\n"]), st.lists(st.integers(0)))
def test_a_valid_stream_gives_its_texts_however_it_is_cut(
    texts: list[str], end: str, places: list[int]
) -> None:
    stream = "".join(f"data: {text}{end}{end}" for text in texts).encode()
    assert _decoded(*_cut(stream, places)) == [Message(text) for text in texts]


@given(_BYTES, st.lists(st.integers(0)))
def test_any_bytes_give_the_same_however_they_are_cut(stream: bytes, places: list[int]) -> None:
    assert _decoded(*_cut(stream, places)) == _decoded(stream)


@given(_BYTES.filter(lambda stream: not stream.startswith(b"\xef\xbb\xbf")))
def test_another_decoder_finds_the_same_messages(stream: bytes) -> None:
    response = httpx.Response(
        200, headers={"Content-Type": "text/event-stream"}, content=stream + b"\n\n"
    )
    events = httpx_sse.EventSource(response).iter_sse()
    ours = [message for message in _decoded(stream) if message.data]
    assert [(message.data, message.event) for message in ours] == [
        (event.data, "" if event.event == "message" else event.event)
        for event in events
        if event.data
    ]


@given(_BYTES, st.integers(1, 40))
def test_too_much_for_one_message_is_an_error_and_nothing_else_is(
    stream: bytes, most_bytes: int
) -> None:
    decoder = Decoder(most_bytes)
    try:
        decoder.feed(stream)
        decoder.close()
    except BackendError as error:
        assert "not of the expected form" in str(error)  # noqa: PT017 - whether it is raised hangs on the bytes


@pytest.mark.parametrize("piece", [b"x" * 64, b"data\n", b"data: xxxxxxxx\n"])
def test_a_message_without_end_is_not_gathered_for_ever(piece: bytes) -> None:
    decoder = Decoder(most_bytes=10_000)
    with pytest.raises(BackendError):
        deque(map(decoder.feed, repeat(piece, 1000)), maxlen=0)


def test_many_short_messages_are_no_long_one() -> None:
    decoder = Decoder(most_bytes=200)
    assert sum(len(decoder.feed(b"data: xxxxxxxx\n\n")) for _ in range(1000)) == 1000
