"""What comes as JSON, checked: a small object that is what the wire says."""

import json
from typing import Never, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import Request

from transcribe_video.errors import TooLargeError, UsageError

MOST_BYTES = 1_000_000
_Model = TypeVar("_Model", bound=BaseModel)
_PLACES = frozenset({"paths", "path", "output_dir"})  # what names files of this computer
# What is wrong with a value, by the validator's name for it.
_REASONS = {
    "missing": "it is missing",
    "string_type": "it is not text",
    "string_too_short": "it is empty",
    "string_too_long": "it is too long",
    "list_type": "it is not a list",
    "dict_type": "it is not an object",
    "model_type": "it is not an object",
    "bool_type": "it is not true or false",
    "bool_parsing": "it is not true or false",
    "float_type": "it is not a number",
    "float_parsing": "it is not a number",
    "int_type": "it is not a whole number",
    "int_parsing": "it is not a whole number",
}


async def json_body(request: Request) -> dict[str, object]:
    """The object that a request brings; none at all counts as an empty one.

    Raises:
        UsageError: it is no JSON object.
        TooLargeError: it has more than a million bytes.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            why = f"it has more than {MOST_BYTES:,} bytes"
            raise TooLargeError("The request cannot be taken", why, "Send less at once")
    try:
        found = json.loads(body or b"{}", parse_constant=_refuse_constant)
        _check_text(found)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise UsageError("The request cannot be understood", "it is not a JSON object")
    return found


async def message_in(request: Request, model: type[_Model]) -> _Model:
    """What a request brings, as one of the wire's messages; raises what ``checked`` raises too."""
    return checked(await json_body(request), model)


def _check_text(value: object, *, is_place: bool = False) -> None:
    """Raise ValueError for half a character, which is no text; in a path it stands for a byte."""
    if isinstance(value, str):
        value.encode(errors="surrogateescape" if is_place else "strict")
    elif isinstance(value, dict):
        for key, item in value.items():
            _check_text(key)
            _check_text(item, is_place=key in _PLACES)
    elif isinstance(value, list):
        for item in value:
            _check_text(item, is_place=is_place)


def _refuse_constant(name: str) -> Never:
    raise ValueError(name)  # NaN and infinity, which are no JSON


def checked(given: object, model: type[_Model]) -> _Model:
    """Data from outside as one of the wire's messages.

    Raises:
        UsageError: it is not of that form; the sentence names the field.
    """
    try:
        return model.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    why = _REASONS.get(first["type"], "it cannot be used")
    named = f"“{where[:100]}”: {why}" if where else why
    raise UsageError("The request cannot be understood", named)
