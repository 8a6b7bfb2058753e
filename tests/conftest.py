"""What all tests share: real speech, an ffmpeg, and the awkward media that is made with it once."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from time import time

import imageio_ffmpeg
import pytest
from filelock import FileLock

from backend.certificates import site_tls
from command import CHAPTER, LECTURE, Command
from host import end_all
from media.containers import make_containers
from shipped import shipped_manifest
from tiny_model import tiny_model
from transcribe_video.manifest import Limits, Manifest, Timeouts

_TESTS = Path(__file__).parent
_SCRIPT = _TESTS / "media" / "make_media.sh"
_MAKING_S = 900  # making the media takes a minute or two, once; no test waits for that
_TEST_S = 60
_JOIN_WITHOUT_SOCKETS = """
import sys
from pathlib import Path

def refuse(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(f"the network was touched: {event}")

sys.addaudithook(refuse)
from transcribe_video.manifest import load_manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import skill_folder
from transcribe_video.speech.models.finder import find_model

timeouts = load_manifest(skill_folder()).timeouts
model = find_model(Settings(home=Path(sys.argv[1])), timeouts)
assert not {"huggingface_hub", "httpx2", "faster_whisper"} & set(sys.modules)
print(model.name, model.digest)
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        made = {"awkward_media", "containers"} & set(getattr(item, "fixturenames", ()))
        if made and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(_TEST_S, func_only=True))


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For SSL_CERT_FILE: one authority, that of nobody; those of the web take a while to load."""
    folder = tmp_path_factory.mktemp("authority")
    site_tls("nobody.invalid", folder)
    return folder / "site.pem"


@pytest.fixture(scope="session")
def speech() -> Path:
    """The folder of speech clips; ``manifest.json`` in it tells what is said in each."""
    return _TESTS / "speech"


@pytest.fixture(scope="session")
def ffmpeg() -> str:
    """An ffmpeg to make media with; the program itself uses none."""
    path: str = imageio_ffmpeg.get_ffmpeg_exe()
    return path


@pytest.fixture(scope="session")
def manifest() -> Manifest:
    """The limits and timeouts that the program is shipped with."""
    return shipped_manifest()


@pytest.fixture(scope="session")
def limits(manifest: Manifest) -> Limits:
    return manifest.limits


@pytest.fixture(scope="session")
def timeouts(manifest: Manifest) -> Timeouts:
    return manifest.timeouts


@pytest.fixture(scope="session")
def base_model_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home whose base model was joined from its packages by a process without sockets."""
    home = tmp_path_factory.mktemp("home")
    command = [sys.executable, "-c", _JOIN_WITHOUT_SOCKETS, str(home)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    yield home
    shutil.rmtree(home)


@pytest.fixture
def command(base_model_home: Path, tmp_path: Path) -> Iterator[Command]:
    """The command in a home that has a model and knows nothing; what it leaves running is ended."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "models").symlink_to(base_model_home / "models")
    yield Command(home, is_direct=False)
    end_all(home)


@pytest.fixture
def quick(command: Command) -> Command:
    """The same, with a model that takes half the time: for tests of what befalls the work."""
    return replace(command, environment={"TRANSCRIBE_VIDEO_MODEL": str(tiny_model())})


@pytest.fixture(scope="session")
def _lasting_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("kept") / "home"
    home.mkdir()
    yield home
    end_all(home)


@pytest.fixture(scope="module")
def kept_home(_lasting_home: Path) -> Iterator[Path]:
    """A home whose backend, with the smallest model, is shared by all modules that ask for it."""
    with pytest.MonkeyPatch.context() as environment:  # for the backend
        environment.setenv("TRANSCRIBE_VIDEO_HOME", str(_lasting_home))
        environment.setenv("TRANSCRIBE_VIDEO_MODEL", str(tiny_model()))
        yield _lasting_home


@pytest.fixture(scope="module")
def usual_home(base_model_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with the usual model; all tests of a module share its backend."""
    home = tmp_path_factory.mktemp("usual") / "home"
    home.mkdir()
    (home / "models").symlink_to(base_model_home / "models")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TRANSCRIBE_VIDEO_HOME", str(home))  # for the backend
        yield home
    end_all(home)


@pytest.fixture(scope="session")
def lecture(ffmpeg: str, speech: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two minutes of speech."""
    return _joined(ffmpeg, speech, LECTURE, tmp_path_factory.mktemp("lecture") / "lecture.flac")


@pytest.fixture(scope="session")
def chapter(ffmpeg: str, speech: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nearly a minute of speech: five windows of the quick quality, for work that is all done."""
    return _joined(ffmpeg, speech, CHAPTER, tmp_path_factory.mktemp("chapter") / "chapter.flac")


def _joined(ffmpeg: str, speech: Path, clips: tuple[str, ...], made: Path) -> Path:
    inputs = [argument for clip in clips for argument in ("-i", speech / f"{clip}.flac")]
    join = f"concat=n={len(clips)}:v=0:a=1"
    options = ["-filter_complex", join, "-ar", "16000", "-ac", "1"]
    subprocess.run([ffmpeg, "-v", "error", *inputs, *options, made], check=True, timeout=60)
    return made


@pytest.fixture(scope="session")
def awkward_media(request: pytest.FixtureRequest, speech: Path, ffmpeg: str) -> Path:
    """The folder with all that ``media/make_media.sh`` makes; kept from run to run."""

    def make(folder: Path) -> None:
        command = ["bash", str(_SCRIPT), ffmpeg, str(folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=_MAKING_S)

    sources = (_SCRIPT, *sorted(speech.glob("*.flac")), Path(ffmpeg))
    return _kept(request.config, "awkward-media", sources, make)


@pytest.fixture(scope="session")
def containers(request: pytest.FixtureRequest, awkward_media: Path, ffmpeg: str) -> Path:
    """The folder with the same speech in every further container; kept from run to run."""
    source = awkward_media / "speech.wav"
    sources = (_TESTS / "media" / "containers.py", source, Path(ffmpeg))
    return _kept(
        request.config,
        "containers",
        sources,
        lambda folder: make_containers(ffmpeg, source, folder),
    )


def _kept(
    config: pytest.Config, name: str, sources: tuple[Path, ...], make: Callable[[Path], None]
) -> Path:
    """A folder made once for these sources; an interrupted making leaves none."""
    shelf = config.cache.mkdir(name)
    with FileLock(shelf / "making.lock"):  # another run may be making it just now
        return _made_once(shelf, sources, make)


def _made_once(shelf: Path, sources: tuple[Path, ...], make: Callable[[Path], None]) -> Path:
    key = sha256("\n".join(_fingerprint(source) for source in sources).encode()).hexdigest()[:16]
    finished = shelf / key
    if finished.is_dir():
        return finished
    for stale in shelf.iterdir():
        if stale.is_dir() and time() - stale.stat().st_mtime > _MAKING_S:
            shutil.rmtree(stale)
    unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=shelf))
    make(unfinished)
    return unfinished.rename(finished)


def _fingerprint(source: Path) -> str:
    size = source.stat().st_size
    small = size < 1_000_000
    return f"{source.name} {sha256(source.read_bytes()).hexdigest() if small else size}"
