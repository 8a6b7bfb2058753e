from collections.abc import Iterator

import pytest

from cloud.scripted import Cloud


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    """The scripted NemoVideo, with nothing in it."""
    with Cloud() as cloud:
        yield cloud
