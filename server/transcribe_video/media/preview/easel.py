"""Has ffmpeg change pictures that are not in a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.media.engine import np
from transcribe_video.media.preview.pixels import Pixels
from transcribe_video.media.render.ffmpeg import find_ffmpeg, run_ffmpeg
from transcribe_video.media.render.size import Size
from transcribe_video.media.render.workbench import Workbench

_QUIET = ("-hide_banner", "-nostdin", "-nostats", "-y", "-v", "warning")
_COLOURS = 3


@dataclass(frozen=True, slots=True)
class Easel:
    """Where pictures are changed.

    Attributes:
        bench: holds what is under way.
        folder: where files may lie meanwhile.
    """

    bench: Workbench
    folder: Path

    @property
    def target(self) -> Path:
        """What those files are named after; it is never there itself."""
        return self.folder / "preview"

    def script(self, text: str) -> Path:
        """Where a text lies from now on, for a filter that reads it.

        Raises:
            StorageError: the disk is full or may not be written.
        """
        return self.bench.written(self.target, text.encode())

    def changed(
        self, stored: Sequence[bytes], pixels: str, size: Size, filters: Iterable[str]
    ) -> tuple[list[Pixels], str]:
        """The pictures as the filters leave them, and what ffmpeg said about that.

        Args:
            stored: each picture, as ``pixels`` says.
            pixels: how their colours are stored, as ffmpeg names it.
            size: of each.
            filters: from the first to the last.

        Raises:
            StorageError: the disk is full or may not be written.
            MissingExtraError: ffmpeg is not installed.
        """
        to = self.bench.scratch(self.target)
        shape = ("-pix_fmt", pixels, "-video_size", f"{size.width}x{size.height}")
        reading = ("-protocol_whitelist", "pipe", "-f", "rawvideo", *shape, "-i", "pipe:0")
        output = ("-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", f"file:{to}")
        command = [find_ffmpeg(), *_QUIET, *reading, "-vf", ",".join(filters), *output]
        said = run_ffmpeg(command, stored, self.target, self.bench, lambda _done_ms: None)
        made = np.fromfile(to, np.uint8).reshape(-1, size.height, size.width, _COLOURS)
        return list(made), said
