"""The renderer as a process: a request on standard input, lines of JSON on standard output.

The first line of standard input is the request; its end means that the parent is gone. Standard
output carries ``{"progress": {"done_ms", "total_ms"}}`` at least every second (``total_ms`` is null
until the recordings were looked at), and last ``{"done": …}`` or ``{"error": {kind, what, why,
remedy}}``. A process that is stopped, by SIGTERM or by its parent's end, leaves no part file and
no last line, and exits with 130.
"""

import sys
from collections.abc import Mapping

from transcribe_video.errors import TranscribeVideoError
from transcribe_video.manifest import load_manifest
from transcribe_video.media.render.lifeline import heed
from transcribe_video.media.render.report import Report
from transcribe_video.media.render.request import parsed
from transcribe_video.media.render.workbench import Workbench
from transcribe_video.skill import skill_folder
from transcribe_video.wire.failure import described

_FAILED = 1


def main() -> int:
    """Make one video; the exit code is 0 if it is there."""
    bench = Workbench()
    line = heed(bench.abandon)
    report = Report(bench.abandon)
    # What is abandoned never comes out of the block, and so says nothing at its end.
    with bench:
        message = _answer(line, bench, report)
    report.end(message)
    return 0 if "done" in message else _FAILED


def _answer(line: bytes, bench: Workbench, report: Report) -> Mapping[str, object]:
    try:
        return {"done": _done(line, bench, report)}
    except TranscribeVideoError as error:
        return {"error": described(error)}
    except Exception as error:  # noqa: BLE001 - the parent is told of every fault
        return {"error": described(_fault(error))}


def _done(line: bytes, bench: Workbench, report: Report) -> Mapping[str, object]:
    # Here and not above: so that a stop is heeded from the first moment on.
    from transcribe_video.media.render.job import make  # noqa: PLC0415

    request = parsed(line)
    made = make(request, load_manifest(skill_folder()).limits, bench, report.progress)
    plan, outcome = made.plan, made.outcome
    return {
        "path": str(plan.target),
        "bytes": outcome.bytes,
        "duration_ms": outcome.duration_ms,
        "width": outcome.width,
        "height": outcome.height,
        "method": {"name": plan.method.name, "why": plan.method.why},
        "notes": list(plan.notes),
    }


def _fault(error: Exception) -> TranscribeVideoError:
    return TranscribeVideoError(
        "The video cannot be made",
        f"something went wrong inside the program ({type(error).__name__})",
        "Try again",
    )


if __name__ == "__main__":
    sys.exit(main())
