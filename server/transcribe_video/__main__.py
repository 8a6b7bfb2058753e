"""``python -m transcribe_video`` is the command line."""

import sys

from transcribe_video.cli import main

if __name__ == "__main__":
    sys.exit(main())
