"""The four forms in which a reply's content may be wrapped."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_SCOPES = tuple(f"{word}scope{end}" for word in ("missing_", "required_", "") for end in ("", "s"))
_ENVELOPE = frozenset({"code", "success", "message", "msg", "error", "data"})
_CODE = re.compile(r"\s*-?\d{1,9}\s*")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reply that tells of a failure.

    Attributes:
        status: of HTTP.
        code: the protocol's, if the body has one.
        message: what the other side says, as it says it; untrusted.
        error: our own backend's ``{kind, what, why, remedy}``, if it is there.
        scope: the permission that is missing, if the body has a field for it; untrusted.
    """

    status: int
    code: int | None
    message: str
    error: object = None
    scope: str | None = None


def success(data: object) -> dict[str, object]:
    """Envelope A, which our own backend uses."""
    return {"code": 0, "data": data}


def opened(status: int, body: object) -> dict[str, Any] | Refusal:
    """The content of a reply, whichever of the four forms it has.

    A: ``{"code": 0, "message"?, "data"}``; B: ``{"success": true, "data", "error"?}``; C: bare
    fields; D: ``{"detail": …}``. A code in the body beats the HTTP status.

    Args:
        status: of HTTP.
        body: the parsed JSON; anything that is no object is a failure.
    """
    if not isinstance(body, Mapping):
        return Refusal(status, None, "the answer is not a JSON object")
    code = code_in(body)
    is_refused = body.get("success") is False or (code is not None and code != 0)
    if not is_refused and code is None and body.get("success") is None:
        is_refused = not 200 <= status < 300 or "detail" in body  # noqa: PLR2004
    if is_refused:
        return Refusal(status, code, _message(body), body.get("error"), _scope(body))
    if "data" not in body:
        return dict(body)
    # Some answers have a part of their content beside the data, as a render's status or address.
    beside = {key: value for key, value in body.items() if key not in _ENVELOPE}
    data = body["data"]
    if data is None or isinstance(data, Mapping):
        return beside | dict(data or {})
    return beside | {"data": data}


def code_in(body: Mapping[str, Any]) -> int | None:
    """The protocol's code in a body; ``"1001"`` counts, a truth value does not.

    A refusal may have it one level down, inside ``detail`` or ``error``.
    """
    code = _number(body.get("code"))
    inside = (body.get(key) for key in ("detail", "error"))
    deeper = (_number(found.get("code")) for found in inside if isinstance(found, Mapping))
    return code if code is not None else next(filter(None, deeper), None)


def _number(code: object) -> int | None:
    if isinstance(code, str) and _CODE.fullmatch(code):
        return int(code)
    return code if isinstance(code, int) and not isinstance(code, bool) else None


def _scope(body: Mapping[str, Any]) -> str | None:
    """The permission that the body names, in it or one level down."""
    places = [body, *(body.get(key) for key in ("detail", "error", "data"))]
    named = (place.get(key) for place in places if isinstance(place, Mapping) for key in _SCOPES)
    return next((scope for scope in map(_said, named) if scope), None)


def _message(body: Mapping[str, Any]) -> str:
    """What the body says of the reason, in whichever place; never a dump of the body."""
    places = (body.get(key) for key in ("message", "msg", "error", "errorMessage", "detail"))
    return next((said for said in map(_said, places) if said), "no reason was given")


def _said(found: object) -> str:
    items = found if isinstance(found, list) else [found]
    return "; ".join(said for said in map(_sentence, items) if said)


def _sentence(item: object) -> str:
    if isinstance(item, Mapping):
        item = item.get("message") or item.get("msg")
    return item if isinstance(item, str) else ""
