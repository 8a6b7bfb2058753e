"""What a picture looks like, small and grey, so that it can be told from another."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from transcribe_video.media.engine import Samples, av, np

if TYPE_CHECKING:
    from av.video import VideoFrame

_SIDE = 48  # pixels of a picture that is compared
_LARGER = 4 * _SIDE  # of one of which a part is
# Half of the pixels may be off by so much of 255: coding changes less, another scene far more. What
# is written covers less than half of a picture that is compared.
_MOST_OFF = 14.0
# Two pictures differ where they are off by so much more than coding makes them, and are told apart
# by so many pixels, nearly all of which are of one mind.
_TELLING, _LEAST, _MOST_AGAINST = 8.0, 16, 9


class View(NamedTuple):
    """A part of a picture; each side as a share of the whole, from the upper left corner."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0


WHOLE = View()


def middle(width: float, height: float) -> View:
    """The part of that width and height, as shares of the whole, around the middle."""
    left, top = (1 - width) / 2, (1 - height) / 2
    return View(left, top, 1 - left, 1 - top)


def look_of(frame: "VideoFrame", rotation: int = 0, view: View = WHOLE) -> Samples:
    """A part of a picture as it is seen, upright.

    Args:
        frame: the picture as it is stored.
        rotation: degrees by which a player turns it, counter-clockwise.
        view: which part, once it is upright.
    """
    side = _SIDE if view == WHOLE else _LARGER
    small = frame.reformat(width=side, height=side, format="gray").to_ndarray()
    upright = np.rot90(small, rotation // 90)
    if view == WHOLE:
        return np.asarray(upright, np.float32)
    rows = slice(round(view.top * side), round(view.bottom * side))
    columns = slice(round(view.left * side), round(view.right * side))
    part = np.ascontiguousarray(upright[rows, columns], np.uint8)
    shown = av.VideoFrame.from_ndarray(part, "gray").reformat(_SIDE, _SIDE, interpolation="AREA")
    return np.asarray(shown.to_ndarray(), np.float32)


def is_alike(found: Samples, wanted: Samples) -> bool:
    """Whether both are of one scene."""
    return float(np.median(np.abs(found - wanted))) <= _MOST_OFF


def is_rather(found: Samples, other: Samples, wanted: Samples) -> bool:
    """Whether a picture is another one, and clearly not the one that it is to be.

    Only where those two differ does it tell, and not where it is like neither, as where something
    is written on it.
    """
    apart = np.abs(other - wanted)
    against, favour = np.abs(found - other), np.abs(found - wanted)
    tells = (apart >= _TELLING) & (np.minimum(against, favour) <= apart / 3)
    others = int((tells & (against < favour)).sum())
    return others >= _LEAST and others > _MOST_AGAINST * int((tells & (favour < against)).sum())


def is_picture(found: Samples, wanted: Iterable[Samples], others: Iterable[Samples]) -> bool:
    """Whether it is one of those that it may be, and none of the others."""
    rivals = list(others)
    return any(
        is_alike(found, look) and not any(is_rather(found, rival, look) for rival in rivals)
        for look in wanted
    )
