"""What the tests of speech share: a model in a folder of its own, and a hub that is none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from speech.hub_stand_in import HubStandIn
from speech.toy_model import CONTENTS, write_packages
from transcribe_video.manifest import Manifest, Timeouts


@pytest.fixture
def timeouts(manifest: Manifest) -> Timeouts:
    return manifest.timeouts.model_copy(update={"hub_connect_s": 5, "hub_read_s": 5})


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
