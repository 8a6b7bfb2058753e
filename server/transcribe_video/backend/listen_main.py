"""The child process that listens where one recording is silent."""

from pathlib import Path

from transcribe_video.backend.parent import Parent
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.manifest import load_manifest
from transcribe_video.skill import skill_folder
from transcribe_video.wire.failure import described


def main() -> None:
    """Answer ``{"path": …, "folder": …}`` with ``{"quiet": [[from_ms, to_ms], …]}`` or an error."""
    parent = Parent()
    order = parent.only_order()
    try:
        parent.tell({"quiet": _quiet(Path(order["path"]), Path(order["folder"]))})
    except TranscribeVideoError as error:
        parent.tell({"error": described(error)})
    parent.leave()


def _quiet(path: Path, folder: Path) -> list[tuple[int, int]]:
    # Brings the media library; by now the parent's end would be noticed.
    from transcribe_video.media.quiet import quiet_ranges  # noqa: PLC0415
    from transcribe_video.media.record import record  # noqa: PLC0415

    with record(path, folder, load_manifest(skill_folder()).limits) as sound:
        return quiet_ranges(sound)


if __name__ == "__main__":
    main()
