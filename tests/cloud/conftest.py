from collections.abc import Iterator
from pathlib import Path

import pytest

from cloud.scripted import Cloud


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def cloud(authority: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cloud]:
    """The scripted NemoVideo, with nothing in it."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    with Cloud() as cloud:
        yield cloud
