"""Looking into files, each in a process of its own."""

from pathlib import Path
from threading import Timer

from transcribe_video.backend.child import Child
from transcribe_video.backend.media_facts import MediaFacts, facts_of
from transcribe_video.backend.patience import StoppedError
from transcribe_video.backend.stop_sign import StopSign
from transcribe_video.errors import DamagedMediaError
from transcribe_video.wire.failure import error_of

_MODULE = "transcribe_video.backend.probe_main"
LONGEST_S = 60.0


def probed(
    path: Path, folder: Path, stop: StopSign | None = None, longest_s: float = LONGEST_S
) -> MediaFacts:
    """What is in the file at ``path``; takes a moment.

    Args:
        path: the file.
        folder: where the process runs.
        stop: set from outside, ends it at once.
        longest_s: how long it may take.

    Raises:
        StoppedError: ``stop`` was set.
        MediaError: one of its kinds: it is nothing that can be worked on.
    """
    stop = stop or StopSign()
    child = Child(_MODULE, folder)
    late = Timer(longest_s, child.kill)
    late.start()
    try:
        with stop.calling(child.kill):
            child.send({"path": str(path)})
            answer = next(child.messages(), {})
    finally:
        late.cancel()
        child.kill()
        child.end()
    if "facts" in answer:
        return facts_of(answer["facts"])
    if stop.is_set():
        raise StoppedError
    raise error_of(answer.get("error")) or DamagedMediaError(
        f"“{path.name}” cannot be read",
        "the decoder broke down over it",
        "Save it as MP4 with a video program, and use that file",
    )
