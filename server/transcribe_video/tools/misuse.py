"""Arguments that a tool cannot take, in sentences that a model can act on."""

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from transcribe_video.errors import UsageError
from transcribe_video.tools.quotation import one_line

_LONGEST_VALUE = 60
_MOST = 4  # that are named at once
# What a value must be, by its type in the tool's schema.
_KINDS = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list of text",
}


def arguments_of(function: Callable[..., Any]) -> list[str]:
    """The names of a tool's arguments."""
    taken = inspect.signature(function).parameters.values()
    return [one.name for one in taken if one.kind is inspect.Parameter.KEYWORD_ONLY]


def unknown_arguments(tool: str, given: Iterable[str], known: Sequence[str]) -> UsageError | None:
    """The error that names arguments which a tool does not have; None if it has all of them."""
    strangers = [name for name in given if name not in known]
    if not strangers:
        return None
    named = [_stranger(name, known) for name in strangers[:_MOST]]
    return _error(tool, "; ".join(named), known)


def unfit_arguments(
    tool: str, error: ValidationError, schema: Mapping[str, Any], known: Sequence[str]
) -> UsageError:
    """The error for arguments that are missing, of the wrong kind, or out of range.

    Args:
        tool: its name.
        error: what the validator found.
        schema: the tool's input schema.
        known: the names of its arguments.
    """
    found: dict[str, str] = {}
    for one in error.errors(include_url=False):
        name = str(one["loc"][0]) if one["loc"] else ""
        found.setdefault(name, _fault(name, one, schema.get("properties", {}).get(name, {})))
    return _error(tool, "; ".join(list(found.values())[:_MOST]), known)


def unknown_tool(name: str, known: Sequence[str]) -> UsageError:
    """The error for a tool that is not there."""
    near = get_close_matches(name.lower(), known, n=1)
    remedy = f"The nearest is {near[0]}" if near else "Begin with transcribe"
    why = f"the tools are {', '.join(known)}"
    return UsageError(f"There is no tool “{_shown(name)}”", why, remedy)


def _error(tool: str, why: str, known: Sequence[str]) -> UsageError:
    taken = f"It takes {', '.join(known)}" if known else "It takes no arguments"
    return UsageError(f"{tool} was not called rightly", why, taken)


def _stranger(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name.lower(), known, n=1)
    hint = f" (did you mean “{near[0]}”?)" if near else ""
    return f"it has no argument “{_shown(name)}”{hint}"


def _fault(name: str, error: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    if error["type"] == "missing":
        return f"“{name}” is missing"
    return f"“{name}” must be {_wanted(schema)}, and {_given(error.get('input'), schema)}"


def _wanted(schema: Mapping[str, Any]) -> str:
    """``text or a list of text``, ``a number of at least 0``."""
    kinds = schema.get("anyOf", [schema])
    named = [_KINDS[kind["type"]] for kind in kinds if kind.get("type") in _KINDS]
    least = next((kind["minimum"] for kind in kinds if "minimum" in kind), None)
    bound = "" if least is None else f" of at least {least:g}"
    return f"{' or '.join(dict.fromkeys(named)) or 'something else'}{bound}"


def _given(value: object, _schema: Mapping[str, Any]) -> str:
    if isinstance(value, Mapping):
        return "an object was given"
    if isinstance(value, list | tuple):
        return "a list was given"
    if value is None:
        return "null was given"
    return f"“{_shown(value)}” was given"


def _shown(value: object) -> str:
    return one_line(str(value), _LONGEST_VALUE)
