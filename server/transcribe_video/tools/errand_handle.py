"""The handle of an errand, where a caller gives it back."""

from typing import Any

from transcribe_video.errors import UsageError
from transcribe_video.tools.desk import Desk
from transcribe_video.tools.errand import PREFIX, Errand


def is_errand(job_id: str) -> bool:
    """Whether the handle was given before the backend had given one."""
    return job_id.startswith(PREFIX)


def errand_named(desk: Desk, job_id: str) -> Errand[Any]:
    """The errand with that handle.

    Raises:
        UsageError: this process has none; a handle of the backend would outlive it.
    """
    known = desk.errand_kept(job_id)
    if known is None:
        raise UsageError(
            "That work is not known here",
            "the server that began it has ended",
            "Call the tool that began it again with the same arguments: it joins the work",
        )
    return known
