"""What a file that came from outside is called here: a name that every system takes as one."""

import re
import unicodedata
from pathlib import PurePosixPath

NAMELESS = "recording"
# Some are left, of the 255 that file systems allow, for a number and for documents' suffixes.
_MOST_BYTES, _MOST_SUFFIX = 200, 12
# Separators, what Windows refuses, controls, and what turns the direction of writing, by which
# “gpj.exe” can be made to look like “exe.jpg”.
_REFUSED = re.compile(
    r'[<>:"|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]'
)
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def arrived_name(claimed: str, suffix: str = "") -> str:
    r"""A name made of what somebody claims that a file is called.

    Args:
        claimed: anything; what stands before the last ``/`` or ``\`` is left out.
        suffix: e.g. ``".mp4"``, for a name that has none.
    """
    last = unicodedata.normalize("NFC", claimed).replace("\\", "/").rpartition("/")[2]
    name = _REFUSED.sub("_", last).strip().lstrip(".").rstrip(". ")
    path = PurePosixPath(name or NAMELESS)
    own = path.suffix if 1 < len(path.suffix) <= _MOST_SUFFIX else ""
    stem = _shortened(path.name.removesuffix(own))
    whole = f"{stem or NAMELESS}{own or suffix}"
    return f"_{whole}" if _DEVICE.fullmatch(whole) else whole


def numbered(name: str, number: int) -> str:
    """The name for the second and further files that are called so: ``talk (2).mp4``."""
    path = PurePosixPath(name)
    return name if number == 1 else f"{path.stem} ({number}){path.suffix}"


def _shortened(stem: str) -> str:
    whole = stem.encode()
    if len(whole) <= _MOST_BYTES:
        return stem
    return whole[:_MOST_BYTES].decode(errors="ignore").rstrip(". \u200c\u200d\ufe0e\ufe0f")
