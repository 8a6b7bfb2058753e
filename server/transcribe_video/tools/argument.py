"""The arguments that several tools have, as their schemas describe them."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from transcribe_video.errors import UsageError


def _as_text(value: object) -> object:
    """Ids are text; a model that writes one as a number means its digits."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


WaitS = Annotated[
    float | None,
    Field(
        description="Seconds to wait before answering “running”; default 25, at most 50.",
        allow_inf_nan=False,
    ),
]
SessionId = Annotated[
    str | None,
    BeforeValidator(_as_text),
    Field(description="The project, as earlier answers name it; left out: the one used last."),
]
NewSessionId = Annotated[
    str | None,
    BeforeValidator(_as_text),
    Field(description="A project to add to; left out: a new one."),
]
MediaId = Annotated[
    str | None,
    BeforeValidator(_as_text),
    Field(description="One file of the project; left out: all or the only one."),
]
JobId = Annotated[
    str | None, BeforeValidator(_as_text), Field(description="One piece of work, by its handle.")
]
Seconds = Annotated[float | None, Field(ge=0, allow_inf_nan=False)]


def one_of(name: str, given: str, known: Sequence[str]) -> str:
    """``given`` as ``known`` spells it.

    Raises:
        UsageError: it is none of them; the nearest is named.
    """
    wanted = given.strip().lower()
    if wanted in known:
        return wanted
    near = get_close_matches(wanted, known, n=1)
    raise UsageError(
        f"“{name}” cannot be “{given[:60]}”",
        f"it is one of {', '.join(known)}",
        f"The nearest is {near[0]}" if near else "Choose one of them",
    )


def whole_path(name: str, given: str, otherwise: str) -> Path:
    """The path that ``given`` means; it is never taken as below the current folder.

    Raises:
        UsageError: it does not begin at a root or at ``~``.
    """
    try:
        path = Path(given.strip()).expanduser()
    except RuntimeError:  # ~nobody
        path = Path()
    if not path.is_absolute():
        raise UsageError(
            f"“{name}” cannot be “{given[:200]}”",
            "it is not a whole path",
            f"Give all of it, such as ~/Documents, or leave it out: then {otherwise}",
        )
    return path
