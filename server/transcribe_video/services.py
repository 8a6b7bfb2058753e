"""What the command serves: assistants over MCP, and the backend that all of them share."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from transcribe_video.errors import UsageError
from transcribe_video.manifest import load_manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import load_skill

_PROG = "transcribe-video-to-text"
MCP, BACKEND = "mcp", "backend"


@dataclass(frozen=True, slots=True)
class Service:
    """A service that a command names.

    Attributes:
        name: ``mcp`` or ``backend``.
        action: of the backend: ``run``, ``status``, ``stop`` or ``forget``.
        skill: the skill's folder, if not the installed one.
        session_id: what is to be forgotten; None is everything.
    """

    name: str
    action: str = "run"
    skill: Path | None = None
    session_id: str | None = None


class Parser(argparse.ArgumentParser):
    """A parser whose refusals are sentences like all others."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command.

        Raises:
            UsageError: always.
        """
        remedy = f"“{self.prog} --help” tells what it can be"
        raise UsageError("The command cannot be understood", message, remedy)


def service_named(arguments: Sequence[str], *, is_on_terminal: bool) -> Service | None:
    """The service that the arguments name; None if they name recordings or options.

    The bare command without a terminal is the MCP server: a host needs to know no more than it.

    Raises:
        UsageError: a service is named and what follows is not understood.
    """
    if not arguments:
        return None if is_on_terminal else Service(MCP)
    place = 2 if arguments[0] == "--skill" else 0
    if arguments[place : place + 1] not in ([MCP], [BACKEND]) and len(arguments) != place:
        return None
    options = _parser().parse_args(arguments if len(arguments) > place else [*arguments, MCP])
    if options.service == MCP:
        return Service(MCP, skill=options.skill)
    _check(options)
    return Service(BACKEND, options.action, options.skill, options.session_id)


def serve(service: Service, settings: Settings) -> int:
    """Run a service to its end and give the exit code.

    Raises:
        TranscribeVideoError: it cannot be run.
    """
    skill = load_skill(service.skill)
    manifest = load_manifest(skill.folder)
    if service.name == MCP:
        from transcribe_video.tools.server import serve as assist  # noqa: PLC0415 - not always needed

        return assist(settings, skill, manifest)
    if service.action == "run":
        from transcribe_video.backend.launcher import check_installed  # noqa: PLC0415

        check_installed()
        from transcribe_video.backend.service import run  # noqa: PLC0415 - optional

        return run(settings, skill, manifest)
    if service.action == "forget":
        from transcribe_video.backend.forgetting import forget  # noqa: PLC0415

        print(forget(settings, service.session_id))
        return 0
    from transcribe_video.backend.launcher import status, stop  # noqa: PLC0415

    print(stop(settings) if service.action == "stop" else status(settings))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog=_PROG)
    parser.add_argument(
        "--skill", type=Path, metavar="DIR", help="folder of the SKILL.md to run as"
    )
    services = parser.add_subparsers(dest="service", required=True)
    services.add_parser(MCP, help="serve an assistant over MCP (stdio)")
    backend = services.add_parser(BACKEND, help="the backend on this computer")
    actions = ("run", "status", "stop", "forget")
    backend.add_argument(
        "action", choices=actions, help="run it here; tell of it; end it; forget projects"
    )
    backend.add_argument("session_id", nargs="?", metavar="SESSION_ID", help="what to forget")
    backend.add_argument("--all", action="store_true", help="forget all projects")
    for parsed in services.choices.values():
        parsed.add_argument(
            "--skill", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=argparse.SUPPRESS
        )
    return parser


def _check(options: argparse.Namespace) -> None:
    """Make sure that what is to be forgotten is named, and nothing else is.

    Raises:
        UsageError: it is not so.
    """
    named = (options.session_id is not None) + options.all
    if named != (options.action == "forget"):
        raise UsageError(
            "The command cannot be understood",
            "“forget” takes one SESSION_ID, or --all; the others take nothing",
            f"“{_PROG} backend --help” tells what it can be",
        )
