"""A system that refuses to write, in words that a person can act on."""

import errno

from transcribe_video.errors import StorageError

_FREE, _RAISE = "Free some space", "Raise the limit on the size of files"
_CAUSES = {
    errno.ENOSPC: ("the disk is full", _FREE),
    errno.EDQUOT: ("your share of the disk is used up", _FREE),
    errno.EFBIG: ("a file may not grow that large there", _RAISE),
    errno.EACCES: ("it may not be written to", ""),
    errno.EPERM: ("it may not be written to", ""),
    errno.EROFS: ("the disk is read-only", ""),
    errno.ENAMETOOLONG: ("the path is too long", ""),
    errno.ENOTDIR: ("a file is in the place of a folder", ""),
    errno.EEXIST: ("a file is in the place of a folder", ""),
}


def refusal(what: str, error: OSError, elsewhere: str) -> StorageError:
    """The error for a refusal.

    Args:
        what: what could not be written, and where.
        error: what the system said.
        elsewhere: how a person has it written elsewhere, e.g. ``"choose another folder"``.
    """
    unnamed = (error.strerror or "the system refused").lower()
    why, remedy = _CAUSES.get(error.errno or 0, (unnamed, ""))
    return refused(what, why, remedy, elsewhere)


def refused(what: str, why: str, remedy: str, elsewhere: str) -> StorageError:
    """The error for a refusal whose cause is known; ``remedy`` is empty where there is none."""
    remedies = f"{remedy}, or {elsewhere}" if remedy else elsewhere[0].upper() + elsewhere[1:]
    return StorageError(what, why, remedies)
