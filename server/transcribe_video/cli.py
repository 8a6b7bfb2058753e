"""The command line: recordings in, the paths of their documents out."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.errors import (
    ConfigurationError,
    TranscribeVideoError,
    UsageError,
)
from transcribe_video.interruption import STOPPED
from transcribe_video.manifest import Manifest, load_manifest
from transcribe_video.media.typed_path import without_detours
from transcribe_video.mishap import write_mishap
from transcribe_video.refusal import refusal
from transcribe_video.services import Parser, serve, service_named
from transcribe_video.settings import Settings, load_settings
from transcribe_video.skill import Skill, load_skill

if TYPE_CHECKING:
    from transcribe_video.documents.format import Format
    from transcribe_video.foreground import Worker
    from transcribe_video.terminal import Terminal

DONE, FAILED, MISUSED = 0, 1, 2
_EPILOG = """\
examples:
  transcribe-video-to-text interview.mov
  transcribe-video-to-text lecture.mp4 -f srt -f docx -o ~/Documents
  transcribe-video-to-text --language de --quality best recordings/

Documents go beside each recording, and their paths are printed. A file that this
program did not write is never overwritten. A run that was stopped goes on where it
was when the same command is given again. Nothing leaves this computer.

The work is done by a backend in the background, which leaves when it has been idle:
  transcribe-video-to-text mcp                       serve an assistant (MCP, stdio)
  transcribe-video-to-text backend run|status|stop   look after the backend
  transcribe-video-to-text backend forget ID|--all   delete a project, and what is kept of it

exit codes: 0 all done, 1 a recording failed, 2 the command is wrong, 130 stopped
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code (0, 1, 2 or 130; see ``--help``)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    home: Path | None = None
    try:
        settings = load_settings(os.environ)
        home = settings.home
        service = service_named(given, is_on_terminal=sys.stdin is not None and sys.stdin.isatty())
        return serve(service, settings) if service else _transcribe(_options(given), settings)
    except (UsageError, ConfigurationError) as error:
        print(error, file=sys.stderr)
        return MISUSED
    except TranscribeVideoError as error:
        print(error, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return STOPPED
    except Exception as error:  # noqa: BLE001 - no stack trace reaches a person
        print(write_mishap(home, error), file=sys.stderr)
        return FAILED


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser(
        prog="transcribe-video-to-text",
        description="Turn video and audio files into text documents, on this computer.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_documents(parser)
    _add_listening(parser)
    parser.add_argument("--version", action="version", version=load_skill().version)
    rarely = parser.add_argument_group("rarely needed").add_argument
    rarely("--direct", action="store_true", help="do it in this process alone")
    rarely("--skill", type=Path, metavar="DIR", help="folder of the SKILL.md to run as")
    options = parser.parse_args(arguments)
    options.format = _formats(options.format)
    return options


def _add_documents(parser: Parser) -> None:
    add = parser.add_argument
    add("recordings", nargs="+", metavar="FILE", help="a recording, or a folder of recordings")
    add(
        "-f",
        "--format",
        action="append",
        metavar="FORMAT",
        help=f"documents to write, of {_names()}, such as docx,srt (default: docx,txt)",
    )
    add("-o", "--output-dir", metavar="DIR", help="where the documents go (default: beside FILE)")


def _add_listening(parser: Parser) -> None:
    add = parser.add_argument
    add("--language", default="auto", metavar="XX", help="what is spoken, e.g. en (default: auto)")
    add("--speakers", action="store_true", help="tell speakers apart (not possible yet)")
    add(
        "--quality",
        default="balanced",
        metavar="QUALITY",
        help="fast, balanced or best (default: balanced)",
    )


def _names() -> str:
    from transcribe_video.documents.registry import FORMATS  # noqa: PLC0415 - `mcp` starts without

    return ", ".join(kind.name for kind in FORMATS)


def _formats(named: Sequence[str] | None) -> "tuple[Format, ...]":
    from transcribe_video.documents.registry import formats_named  # noqa: PLC0415 - as above

    formats = formats_named(named or ["docx", "txt"])
    if not formats:
        raise UsageError(
            "There is nothing to do",
            "the list of documents to write is empty",
            f"Name one of {_names()}, or leave -f out",
        )
    return formats


def _transcribe(options: argparse.Namespace, settings: Settings) -> int:
    # Brings the media library, for which `--help` must not wait.
    from transcribe_video.foreground import Foreground  # noqa: PLC0415
    from transcribe_video.terminal import Terminal  # noqa: PLC0415

    terminal = Terminal(sys.stderr)
    skill = load_skill(options.skill)
    manifest = load_manifest(skill.folder)
    with _worker(options, settings, skill, manifest, terminal) as worker:
        everything_done = Foreground(settings.home, terminal).run(options.recordings, worker)
    return DONE if everything_done else FAILED


@contextmanager
def _worker(
    options: argparse.Namespace,
    settings: Settings,
    skill: Skill,
    manifest: Manifest,
    terminal: "Terminal",
) -> "Iterator[Worker]":
    from transcribe_video.speech.quality import quality_named  # noqa: PLC0415
    from transcribe_video.transcript.language import check_language  # noqa: PLC0415

    quality, language = quality_named(options.quality), check_language(options.language)
    folder = _folder(options.output_dir) if options.output_dir else None
    if options.direct:
        from transcribe_video.direct import Direct  # noqa: PLC0415
        from transcribe_video.transcription import Order  # noqa: PLC0415

        order = Order(options.format, quality, language, folder)
        yield Direct(settings, manifest, terminal, order, speakers=options.speakers)
        return
    from transcribe_video.background import Background  # noqa: PLC0415
    from transcribe_video.connect import Connection  # noqa: PLC0415
    from transcribe_video.wire.order import TranscribeOrder  # noqa: PLC0415

    wanted = TranscribeOrder(
        formats=[kind.name for kind in options.format],
        language=language,
        quality=options.quality,
        speakers=options.speakers,
        output_dir=str(folder) if folder else None,
        model=settings.model if settings.is_model_chosen else None,
    )
    with Background(Connection(settings, skill, manifest), terminal, wanted) as worker:
        yield worker


def _folder(typed: str) -> Path:
    """The folder that is meant, made; that it cannot be is said before the work, not after it."""
    try:
        folder = Path(typed).expanduser()
        folder.mkdir(parents=True, exist_ok=True)
    except RuntimeError:
        why = "there is no user of that name"
    except (FileExistsError, NotADirectoryError):
        why = "a file is there, not a folder"
    except OSError as error:
        what = f"Documents cannot be written into “{typed}”"
        raise refusal(what, error, "choose another folder") from error
    else:
        return without_detours(folder)
    raise UsageError(f"Documents cannot be written into “{typed}”", why, "Choose another folder")
