"""A name that only ends like a known file's is another file."""

import pytest

from transcribe_video.conversation.wish import wish_of

_NAMES = ("talk.mp4", "talk.mp4", "my film.mov")
_PATHS = ("/a/talk.mp4", "/b/talk.mp4", None)


@pytest.mark.parametrize(
    ("message", "chosen", "strangers"),
    [
        ("transcribe /b/talk.mp4", (1,), ()),
        ("transcribe “/a/talk.mp4” as Word", (0,), ()),
        ("transcribe /c/talk.mp4", (), ("talk.mp4",)),
        ("transcribe /x/sp dir/my talk.mp4", (), ("my talk.mp4",)),
        (r"transcribe /x/sp\ dir/my\ talk.mp4", (), ("my talk.mp4",)),
        ("transcribe “/x/sp dir/my talk.mp4”", (), ("my talk.mp4",)),
        ("transcribe “my talk.mp4”", (), ("my talk.mp4",)),
        ("transcribe file:///x/my%20talk.mp4", (), ("my talk.mp4",)),
        ("transcribe file:///x/my%20film.mov", (2,), ()),
        ("transcribe /x/sp dir/my film.mov", (2,), ()),
        ("transcribe talk.mp4", (0,), ()),
    ],
)
def test_the_tail_of_a_path_or_a_name_is_no_name(
    message: str, chosen: tuple[int, ...], strangers: tuple[str, ...]
) -> None:
    wish = wish_of(message, _NAMES, _PATHS)
    assert (wish.chosen, wish.strangers) == (chosen, strangers)
    assert wish.transcribes
