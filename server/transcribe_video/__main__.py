"""Where the program starts, as the command and as ``python -m transcribe_video``."""

import os
import sys

from transcribe_video.interruption import STOPPED, stop_in_order


def main() -> int:
    """Run the command line; a request to stop is heeded from the first moment on."""
    stop_in_order()
    # A host may close these; what was meant for one must not end up in another.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    try:
        from transcribe_video.cli import main as run  # noqa: PLC0415 - takes a moment

        return run()
    except KeyboardInterrupt:
        return STOPPED


if __name__ == "__main__":
    sys.exit(main())
