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
        action: of the backend: ``run``, ``status`` or ``stop``.
        skill: the skill's folder, if not the installed one.
    """

    name: str
    action: str = "run"
    skill: Path | None = None


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
    return Service(options.service, getattr(options, "action", "run"), options.skill)


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
        from transcribe_video.backend.service import run  # noqa: PLC0415 - optional

        return run(settings, skill, manifest)
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
    actions = ("run", "status", "stop")
    backend.add_argument("action", choices=actions, help="run it here; tell of it; end it")
    for parsed in services.choices.values():
        parsed.add_argument(
            "--skill", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=argparse.SUPPRESS
        )
    return parser
