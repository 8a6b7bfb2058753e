"""The sound of a film as a file of its own: a process, told on its command line what and where.

Sound that an M4A file can hold is copied as it is; any other is coded as AAC. Standard output
carries one line of JSON: ``{}``, or the error as ``{kind, what, why, remedy}``. The end of standard
input means that the parent is gone, and ends the process.
"""

import json
import os
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from transcribe_video.errors import TranscribeVideoError
from transcribe_video.refusal import refusal
from transcribe_video.wire.failure import described

if TYPE_CHECKING:
    from av.audio import AudioStream
    from av.container import InputContainer, OutputContainer

SUFFIX = ".m4a"
_COPIED = frozenset({"aac", "mp3", "mp3float", "alac"})
_RATE = 44_100
_BLOCK, _FAILED = 4_096, 1


def main() -> int:
    """Make the file; the exit code is 0 if it is there."""
    Thread(target=_end_with_parent, daemon=True).start()
    source, target = (Path(argument) for argument in sys.argv[1:3])
    said: dict[str, str] = {}
    try:
        write_sound(source, target)
    except TranscribeVideoError as error:
        said = described(error)
    sys.stdout.write(json.dumps(said))
    return _FAILED if said else 0


def write_sound(source: Path, target: Path) -> None:
    """Write the sound track that a person means into an M4A file.

    Raises:
        MediaError: the film holds no sound that can be read, or is damaged.
        MissingExtraError: what reads films is not installed.
        StorageError: it cannot be written.
    """
    from transcribe_video.media.container import opened  # noqa: PLC0415 - a stop is heeded first
    from transcribe_video.media.engine import av  # noqa: PLC0415
    from transcribe_video.media.probe import probe  # noqa: PLC0415
    from transcribe_video.media.track import choose_track  # noqa: PLC0415

    track = choose_track(source, probe(source))
    with opened(source) as recording:
        streams = recording.container.streams.audio
        stream = next(one for one in streams if one.index == track.index)
        try:
            with av.open(str(target), "w", format="ipod") as made:
                if stream.codec_context.name in _COPIED:
                    _copy(recording.container, stream, made)
                else:
                    _code(recording.container, stream, made)
        except OSError as error:  # also of the library, which says so of a damaged film
            what = f"The sound of “{source.name}” cannot be taken out of it"
            raise refusal(what, error, "choose another file, or make room") from error


def _copy(film: "InputContainer", stream: "AudioStream", made: "OutputContainer") -> None:
    copied = made.add_stream_from_template(stream)
    for packet in film.demux(stream):
        if packet.dts is not None:
            packet.stream = copied
            made.mux(packet)


def _code(film: "InputContainer", stream: "AudioStream", made: "OutputContainer") -> None:
    coded = made.add_stream("aac", rate=_RATE, layout="stereo")
    for frame in film.decode(stream):
        made.mux(coded.encode(frame))
    made.mux(coded.encode(None))


def _end_with_parent() -> None:
    while os.read(sys.stdin.fileno(), _BLOCK):
        pass
    os._exit(_FAILED)


if __name__ == "__main__":
    sys.exit(main())
