"""What the cloud may answer to a look at a render, and what it means."""

import pytest

from cloud.case import Case, Raises, check, rows
from cloud.reply import Reply, bare, detail, ok, refused, succeeded
from cloud.scripted import Cloud
from transcribe_video.client.call import at, get
from transcribe_video.client.client import Client
from transcribe_video.cloud.render_look import Look, RenderStatus, look_of
from transcribe_video.errors import AccessError, BackendError, GoneError
from transcribe_video.wire.render import ONE

pytestmark = pytest.mark.anyio

_URL = "https://cdn.example/a.mp4"


async def _looked(client: Client) -> object:
    return look_of(await client._caller.reply(get(at(ONE, render_id="render_1"))))


def _look(name: str, reply: Reply, outcome: object) -> Case:
    return Case(name, "GET /api/render/proxy/lambda/render_1", (reply,), _looked, outcome)


def _there(url: str | None = _URL, fraction: float | None = None) -> Look:
    return Look("completed", url, fraction)


_DONE = {"status": "completed"}
_NAMES: dict[RenderStatus, tuple[str, ...]] = {
    "completed": ("completed", "COMPLETED", "Success", "done", " DONE "),
    "failed": ("failed", "Failed", "error", "ERROR"),
    "cancelled": ("cancelled", "canceled", "CANCELLED"),
    "processing": ("pending", "processing", "PROCESSING", "queued", "what is this", ""),
}


@rows(
    _look("output.url at top level", bare({**_DONE, "output": {"url": _URL}}), _there()),
    _look("output.url in data", succeeded({**_DONE, "output": {"url": _URL}}), _there()),
    *(
        _look(f"{key} {where}", reply({**_DONE, key: _URL}), _there())
        for key in ("outputUrl", "output_url", "url", "download_url")
        for where, reply in (("at top level", bare), ("in data", ok))
    ),
    _look(
        "the status at top level, the address in data",
        bare({"success": True, **_DONE, "data": {"outputUrl": _URL}}),
        _there(),
    ),
    _look(
        "the status in data, the address at top level",
        bare({"code": 0, "data": _DONE, "output": {"url": _URL}}),
        _there(),
    ),
    _look("data that is null", bare({**_DONE, "output_url": _URL, "data": None}), _there()),
    _look("completed without an address", succeeded({**_DONE, "progress": 100}), _there(None, 1)),
    _look("an address that is null", succeeded({**_DONE, "outputUrl": None}), _there(None)),
    _look("an output that is null", succeeded({**_DONE, "output": None}), _there(None)),
    _look("an empty address", succeeded({**_DONE, "url": " "}), _there(None)),
)
async def test_the_address_of_a_finished_video_is_found(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


@rows(
    *(
        _look(said, succeeded({"status": said}), Look(status))
        for status, names in _NAMES.items()
        for said in names
    ),
    _look("no status", succeeded({}), Look("processing")),
    _look(
        "progress",
        succeeded({"status": "processing", "progress": 50}),
        Look("processing", None, 0.5),
    ),
    _look(
        "progress in words",
        succeeded({"status": "processing", "progress": "half"}),
        Look("processing"),
    ),
    _look(
        "why it failed",
        bare({"status": "failed", "error": "Out of memory"}),
        Look("failed", reason="Out of memory"),
    ),
    _look(
        "its id", bare({"render_id": "r", "status": "pending"}), Look("processing", render_id="r")
    ),
    _look(
        "another id", bare({"taskId": "r", "status": "pending"}), Look("processing", render_id="r")
    ),
)
async def test_how_far_a_render_is_is_understood(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


@rows(
    _look("it is not there", detail("Render not found", 404), Raises(GoneError)),
    _look("402", detail("Payment required", 402), Raises(BackendError, "upgrade your plan")),
    _look("403", detail("Forbidden", 403), Raises(AccessError)),
    _look("a code", refused(7777, "Odd."), Raises(BackendError, "Odd")),
    _look("no JSON", Reply(200, "<html>"), Raises(BackendError)),
)
async def test_a_render_that_cannot_be_looked_at_is_an_error(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)
