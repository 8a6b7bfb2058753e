"""What the tests of speech share: models in folders of their own, and a hub that is none."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from speech.hub_stand_in import HubStandIn
from speech.toy_model import CONTENTS, write_packages
from transcribe_video.manifest import Timeouts

_JOIN_WITHOUT_SOCKETS = """
import sys
from pathlib import Path

def refuse(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(f"the network was touched: {event}")

sys.addaudithook(refuse)
from transcribe_video.manifest import Timeouts
from transcribe_video.settings import Settings
from transcribe_video.speech.models.finder import find_model

timeouts = Timeouts(hub_connect_s=1, hub_read_s=1)
model = find_model(Settings(home=Path(sys.argv[1])), timeouts)
assert not {"huggingface_hub", "httpx2", "faster_whisper"} & set(sys.modules)
print(model.name, model.digest)
"""


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
def timeouts() -> Timeouts:
    return Timeouts(hub_connect_s=5, hub_read_s=5)


@pytest.fixture
def toy_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The toy model's packages, installed; the folder that holds them."""
    site = write_packages(tmp_path / "site")
    monkeypatch.syspath_prepend(site)
    return site


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubStandIn]:
    """A stand-in of the hub that has the toy model."""
    monkeypatch.setenv("NO_PROXY", "*")
    with HubStandIn(CONTENTS) as stand_in:
        yield stand_in
