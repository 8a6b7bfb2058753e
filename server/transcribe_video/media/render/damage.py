"""Damage that ffmpeg met while it read recordings, by what it says."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from transcribe_video.media.file import quoted
from transcribe_video.media.render.footage import Footage

_REFUSED = re.compile(r"^\[[av]ist#(\d+):.*Error submitting packet to decoder", re.MULTILINE)
# Where reading begins in the middle, a packet or two may lack what is before them.
_LEAST = 3
_NOTE = "{} is damaged in places: what cannot be read of its {} is {}."


def damaged(said: str, inputs: Sequence[Footage]) -> Iterator[Footage]:
    """The recordings of which several packets could not be decoded.

    Args:
        said: by ffmpeg, of errors at least, each as often as it occurred.
        inputs: the recordings that it read, in their order.
    """
    counts = Counter(int(number) for number in _REFUSED.findall(said))
    return (footage for number, footage in enumerate(inputs) if counts[number] >= _LEAST)


def damage_notes(pictures: Iterable[Footage], sounds: Iterable[Footage]) -> Iterator[str]:
    """What to say about recordings whose picture, and whose sound is damaged."""
    for path in dict.fromkeys(footage.path for footage in pictures):
        yield _NOTE.format(quoted(path), "picture", "left out, and the one before it stands still")
    for path in dict.fromkeys(footage.path for footage in sounds):
        yield _NOTE.format(quoted(path), "sound", "silent")
