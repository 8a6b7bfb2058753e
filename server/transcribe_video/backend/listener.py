"""Listening where recordings are silent, each in a process of its own."""

from pathlib import Path
from threading import Timer

from transcribe_video.backend.child import Child

_MODULE = "transcribe_video.backend.listen_main"
LONGEST_S = 40.0
"""For so long a person waits for an answer; a recording of some hours is heard in that time."""


def quiet_in(
    path: Path, folder: Path, longest_s: float = LONGEST_S
) -> list[tuple[int, int]] | None:
    """Where a recording is silent; None if that cannot be told in time, or at all.

    Args:
        path: the recording.
        folder: where the process runs and may lay down the sound.
        longest_s: how long it may take.
    """
    child = Child(_MODULE, folder)
    late = Timer(longest_s, child.kill)
    late.start()
    try:
        child.send({"path": str(path), "folder": str(folder)})
        answer = next(child.messages(), {})
    finally:
        late.cancel()
        child.kill()
        child.end()
    found = answer.get("quiet")
    if not isinstance(found, list):
        return None
    return [(int(from_ms), int(to_ms)) for from_ms, to_ms in found]
