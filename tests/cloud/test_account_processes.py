"""Several programs of a person's that start at once are one installation to the cloud."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from cloud.reply import detail
from cloud.scripted import Cloud

_ASK = "POST /api/auth/anonymous-token"
_PROCESSES = 6
_LONGEST_S = 60
_CODE = """
import asyncio, sys
from pathlib import Path
from transcribe_video.cloud.account.account import Account
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.settings import Settings

async def main(url, config):
    settings = Settings(Path(config), backend="cloud", api_url=url, config=Path(config))
    account = Account(settings, {}, rate_wait_s=0)
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        access = await account.access()
        for _ in range(int(sys.stdin.readline())):
            access = await account.renew(access)
        print(access.bearer)
    except TranscribeVideoError as error:
        print(error)

asyncio.run(main(*sys.argv[1:]))
"""


@contextmanager
def _processes(cloud: Cloud, config: Path) -> Iterator[list[subprocess.Popen[str]]]:
    """Six that have imported all they need, and wait."""
    command = [sys.executable, "-c", _CODE, cloud.url, str(config)]
    with ExitStack() as stack:
        running = [
            stack.enter_context(
                subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            for _ in range(_PROCESSES)
        ]
        for process in running:
            stack.callback(process.kill)
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        yield running


def _said(running: Sequence[subprocess.Popen[str]], renewals: int = 0) -> list[str]:
    """What each says in the end, when all have begun in the same moment."""
    for process in running:
        assert process.stdin
        process.stdin.write(f"go\n{renewals}\n")
        process.stdin.flush()
    return [process.communicate(timeout=_LONGEST_S)[0].strip() for process in running]


@pytest.mark.timeout(120)
def test_six_processes_that_start_at_once_ask_for_one_token(cloud: Cloud, tmp_path: Path) -> None:
    with _processes(cloud, tmp_path / "config") as running:
        said = _said(running)

    [asked] = cloud.asked(_ASK)
    assert said == [cloud.nemo.tokens_of[asked.headers["x-client-id"]]] * _PROCESSES


@pytest.mark.timeout(120)
def test_a_refusal_of_one_is_the_refusal_of_all_that_wait(cloud: Cloud, tmp_path: Path) -> None:
    cloud.always(_ASK, detail("One token per client per 7 days", 429))
    with _processes(cloud, tmp_path / "config") as running:
        said = _said(running)

    assert len({request.headers["x-client-id"] for request in cloud.asked(_ASK)}) == 1
    assert {sentence.partition(":")[0] for sentence in said} == {"NemoVideo gives out no token now"}
    assert len(cloud.asked(_ASK)) < 2 * _PROCESSES


@pytest.mark.timeout(120)
def test_a_process_that_is_killed_in_the_middle_stops_no_other(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(_ASK, detail("later", 429, retry_after="100"))
    config = tmp_path / "config"
    with _processes(cloud, config) as (first, *others):
        assert first.stdin
        first.stdin.write("go\n0\n")
        first.stdin.flush()
        _until_asked(cloud)
        first.kill()
        first.wait(timeout=_LONGEST_S)
        said = _said(others)

    assert len(set(said)) == 1
    assert said[0].startswith("nmv_usr_")
    assert [request.headers["x-client-id"] for request in cloud.asked(_ASK)] == [
        (config / "client_id").read_text().strip()
    ] * 2
    assert {path.name for path in config.iterdir()} == {"client_id", "tokens.json", "account.lock"}


def _until_asked(cloud: Cloud) -> None:
    ends_s = time.monotonic() + _LONGEST_S
    while not cloud.asked(_ASK):
        assert time.monotonic() < ends_s
        time.sleep(0.01)
