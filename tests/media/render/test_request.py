import json
from pathlib import Path

import pytest

from transcribe_video.errors import UsageError
from transcribe_video.media.render.request import MOST_CLIPS, Caption, Clip, Request, parsed


def _line(**values: object) -> bytes:
    clips = [{"path": "/a.mp4", "from_ms": 10, "d_ms": 20.4}]
    return json.dumps({"clips": clips, "target": "/b.mp4", **values}).encode()


def test_a_request_is_read() -> None:
    captions = [{"start_ms": 0, "end_ms": 5, "text": "x"}]
    assert parsed(_line(captions=captions, language="en", resolution="720p")) == Request(
        clips=(Clip(path=Path("/a.mp4"), from_ms=10, d_ms=20),),
        captions=(Caption(start_ms=0, end_ms=5, text="x"),),
        language="en",
        target=Path("/b.mp4"),
        resolution="720p",
    )


def test_a_name_that_is_no_unicode_is_read() -> None:
    name = b"/\xff.mp4".decode("utf-8", "surrogateescape")
    assert parsed(_line(target=name)).target == Path(name)


@pytest.mark.parametrize(
    ("line", "where"),
    [
        (b"", "the whole"),
        (b"[]", "the whole"),
        (b"{", "the whole"),
        (_line(clips=[]), "clips"),
        (_line(clips=[{"path": "/a"}] * (MOST_CLIPS + 1)), "clips"),
        (_line(clips=[{"path": "/a", "from_ms": -1}]), "clips.0.from_ms"),
        (_line(clips=[{"path": "/a", "d_ms": 0}]), "clips.0.d_ms"),
        (_line(clips=[{"path": "a"}]), "path"),
        (_line(target="b.mp4"), "path"),
        (_line(resolution="4k"), "resolution"),
        (_line(captions=[{"start_ms": 0, "end_ms": 1, "text": None}]), "captions.0.text"),
    ],
)
def test_a_wrong_value_is_named(line: bytes, where: str) -> None:
    with pytest.raises(UsageError) as raised:
        parsed(line)
    assert raised.value.why == f"“{where}” of the request cannot be used"
