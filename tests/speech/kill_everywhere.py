"""Installs the toy model over a damaged one, killed before the first touch of the disk, then
before the second, and so on; after each death nothing half may stand, and the next run mends all.

    kill_everywhere.py FOLDER

Prints how many deaths there were.
"""

import itertools
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from speech.toy_model import CATALOGUE, CONTENTS, TOY_DIGEST, contents_of, write_folder
from transcribe_video.manifest import load_manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import skill_folder
from transcribe_video.speech.models.finder import find_model
from transcribe_video.speech.models.progress import Progress

DAMAGED = b"damaged"


def main(folder: str) -> None:
    deaths = sum(1 for _ in _deaths(Path(folder)))
    print(deaths)


def _deaths(folder: Path) -> Iterator[int]:
    for touch in itertools.count():
        settings = Settings(home=folder / str(touch), model="toy", hub_allowed=False)
        target = write_folder(settings.models / "toy")
        (target / "model.bin").write_bytes(DAMAGED)
        died = _run(settings, touch) != 0
        _check_nothing_half_stands(target)
        assert _run(settings, None) == 0
        assert contents_of(target) == CONTENTS
        assert {path.name for path in settings.models.iterdir()} <= {"toy", "toy.lock"}
        if not died:
            return
        yield touch


def _check_nothing_half_stands(target: Path) -> None:
    """Either the old model, which everyone sees is damaged, or nothing, or the whole new one."""
    weights = target / "model.bin"
    if weights.exists() and weights.read_bytes() != DAMAGED:
        assert contents_of(target) == CONTENTS


def _run(settings: Settings, dies_at: int | None) -> int:
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    touches = itertools.count()

    def touched(progress: Progress | None = None) -> None:
        if next(touches) == dies_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        inside = bool(arguments) and str(arguments[0]).startswith(str(settings.home))
        if inside or event in {"os.remove", "os.rmdir"}:
            touched()

    sys.addaudithook(audit)
    timeouts = load_manifest(skill_folder()).timeouts
    model = find_model(settings, timeouts, touched, CATALOGUE)
    os._exit(model.digest != TOY_DIGEST)


if __name__ == "__main__":
    main(*sys.argv[1:])
