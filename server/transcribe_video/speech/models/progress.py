"""How far the arrival of a model has come, for whoever shows it to a person."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """What is being done."""

    JOINING = "joining"  # its parts, out of the installed packages
    FETCHING = "fetching"  # it, from the hub
    WAITING = "waiting"  # for another process of this program that is doing one of these


@dataclass(frozen=True, slots=True)
class Progress:
    """One report.

    Attributes:
        step: what is being done.
        model: name of the model that arrives.
        done_bytes: how much of it is here; goes back only if a transfer must start anew.
        total_bytes: how much that will be, as far as it is known; never below ``done_bytes``.
    """

    step: Step
    model: str
    done_bytes: int
    total_bytes: int


ProgressListener = Callable[[Progress], None]


def unheard(progress: Progress) -> None:
    """Listen to nothing; for callers that show no progress."""
