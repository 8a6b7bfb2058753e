"""Numbers in the query of an address."""

import math

from starlette.requests import Request

from transcribe_video.errors import UsageError


def number(
    request: Request, name: str, usual: float | None, bounds: tuple[float, float]
) -> float | None:
    """A number, brought within its bounds; what is usual where it is not given.

    Raises:
        UsageError: it is none.
    """
    given = request.query_params.get(name, "")
    if not given:
        return usual
    try:
        found = float(given)
    except ValueError:
        found = math.nan
    if math.isnan(found):
        raise UsageError("The request cannot be understood", f"“{name}” is not a number")
    return min(max(found, bounds[0]), bounds[1])


def whole_number(request: Request, name: str, usual: int, bounds: tuple[int, int]) -> int:
    """The same for whole numbers; a fraction is cut off."""
    found = number(request, name, usual, bounds)
    assert found is not None
    return int(found)
