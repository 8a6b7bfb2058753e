"""What one look at a render of the cloud tells, in whichever form it answers: pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

RenderStatus = Literal["processing", "completed", "failed", "cancelled"]
_STATUSES: dict[str, RenderStatus] = {
    "completed": "completed",
    "complete": "completed",
    "success": "completed",
    "succeeded": "completed",
    "done": "completed",
    "failed": "failed",
    "failure": "failed",
    "error": "failed",
    "cancelled": "cancelled",
    "canceled": "cancelled",
}
_IDS = ("id", "render_id", "taskId")
_URLS = ("outputUrl", "output_url", "url", "download_url")
_SENTENCES = ("error", "errorMessage", "message", "reason")


@dataclass(frozen=True, slots=True)
class Look:
    """A render, as one answer tells.

    Attributes:
        status: one that is not known means that it still goes on.
        url: where the film lies, as the cloud says; untrusted.
        fraction: 0 to 1; None if it does not tell.
        render_id: what the cloud calls it; None if it does not tell.
        reason: why it failed, as the cloud says; untrusted.
    """

    status: RenderStatus
    url: str | None = None
    fraction: float | None = None
    render_id: str | None = None
    reason: str = ""


def look_of(body: Mapping[str, Any]) -> Look:
    """Read an answer: the fields may stand at top level, or under ``data``, or in both."""
    places = list(_places(body))
    return Look(
        status=_status(places),
        url=next(_urls(places), None),
        fraction=_fraction(places),
        render_id=_first(places, _IDS),
        reason=_first(places, _SENTENCES) or "",
    )


def _places(body: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    data = body.get("data")
    if isinstance(data, Mapping):
        yield data
    yield body


def _status(places: list[Mapping[str, Any]]) -> RenderStatus:
    said = _first(places, ("status", "state")) or ""
    return _STATUSES.get(said.strip().lower(), "processing")


def _urls(places: list[Mapping[str, Any]]) -> Iterator[str]:
    for place in places:
        output = place.get("output")
        inside = output if isinstance(output, Mapping) else {"url": output}
        found = [inside.get("url"), *(place.get(key) for key in _URLS)]
        yield from (url.strip() for url in found if isinstance(url, str) and url.strip())


def _fraction(places: list[Mapping[str, Any]]) -> float | None:
    """Progress is a percentage, or a fraction where it is no whole number."""
    said = next((place["progress"] for place in places if "progress" in place), None)
    if isinstance(said, bool) or not isinstance(said, int | float) or not 0 <= said <= 100:  # noqa: PLR2004 - per cent
        return None
    return said if isinstance(said, float) and said <= 1 else said / 100


def _first(places: list[Mapping[str, Any]], keys: tuple[str, ...]) -> str | None:
    found = (place.get(key) for place in places for key in keys)
    said = (value for value in found if isinstance(value, str | int) and value is not True)
    return next((str(value) for value in said if str(value).strip()), None)
