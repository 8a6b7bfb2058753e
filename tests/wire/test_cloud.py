"""The cloud's further answers, in each form that PROTOCOL's section 3 documents."""

import pytest
from pydantic import ValidationError

from transcribe_video.wire.balance import Balance
from transcribe_video.wire.envelope import opened
from transcribe_video.wire.job import Job
from transcribe_video.wire.session import Claim, Session, SessionRequest
from transcribe_video.wire.upload import PathUpload, UploadedFile, UploadReply, UrlUpload

FILE = UploadedFile(
    filename="a.mp4",
    file_type="video",
    cdn_url="https://cdn.example/a.mp4",
    duration=10.5,
    width=1920,
    height=1080,
    fps=30,
    hash="abc",
)
SENT = {
    "filename": "a.mp4",
    "file_type": "video",
    "duration": 10.5,
    "width": 1920,
    "height": 1080,
    "fps": 30,
    "hash": "abc",
}


@pytest.mark.parametrize("list_key", ["files", "uploaded_files"])
@pytest.mark.parametrize("url_key", ["cdn_url", "url"])
def test_an_upload_is_read_in_each_variant(list_key: str, url_key: str) -> None:
    reply = {list_key: [{**SENT, url_key: "https://cdn.example/a.mp4"}]}

    assert UploadReply.model_validate(reply) == UploadReply(files=[FILE])
    assert UploadReply.model_validate(reply).sent()["files"] == [FILE.sent()]


def test_a_file_may_be_uploaded_and_not_in_the_session() -> None:
    assert UploadReply.model_validate({}).session_state_applied
    assert not UploadReply.model_validate({"session_state_applied": False}).session_state_applied


def test_addresses_and_paths_are_sent_as_documented() -> None:
    assert UrlUpload(urls=["https://a/b.mp4"]).sent() == {
        "urls": ["https://a/b.mp4"],
        "source_type": "url",
        "in_background": False,
    }
    assert PathUpload(paths=["/a"]).sent() == {"paths": ["/a"], "source_type": "file"}


@pytest.mark.parametrize(
    "body",
    [
        {"code": 0, "data": {"session_id": "1", "task_id": "task_1"}},
        {"success": True, "data": {"session_id": 1, "task_id": "task_1"}},
        {"session_id": "1", "task_id": "task_1"},
    ],
)
def test_a_new_session_is_found_in_each_envelope(body: object) -> None:
    content = opened(200, body)

    assert Session.model_validate(content) == Session(session_id="1", task_id="task_1")
    assert SessionRequest(language="zh").sent() == {"task_name": "project", "language": "zh"}


@pytest.mark.parametrize("token", ["", "clm_", "nmv_usr_1", "clm_a b", "clm_é"])
def test_only_a_claim_token_opens_a_page(token: str) -> None:
    with pytest.raises(ValidationError):
        Claim(claim_token=token)


def test_a_claim_lasts_for_a_week_unless_it_says_otherwise() -> None:
    claim = {"claim_token": "clm_a-B_1"}

    assert Claim.model_validate(claim).sent() == {**claim, "expires_in": 604_800}


@pytest.mark.parametrize(
    ("data", "balance"),
    [
        (
            {"available": 90, "frozen": 10, "total": 100},
            Balance(available=90, frozen=10, total=100),
        ),
        ({}, Balance(available=0, frozen=0, total=0)),
        ({"available": -5, "frozen": None}, Balance(available=0, frozen=0, total=0)),
        ({"available": "many", "total": -1}, Balance(available=0, frozen=0, total=0)),
        ({"available": 0, "total": None}, Balance(total=None)),
    ],
)
def test_a_missing_or_negative_amount_counts_as_nothing(data: object, balance: Balance) -> None:
    assert Balance.model_validate(data) == balance


def test_that_nothing_is_charged_reaches_the_other_side() -> None:
    here = Balance(total=None)

    assert here.sent() == {"available": 0, "frozen": 0, "total": None}
    assert Balance.model_validate(here.sent()) == here


@pytest.mark.parametrize(
    ("status", "has_ended"),
    [
        ("queued", False),
        ("running", False),
        ("completed", True),
        ("failed", True),
        ("cancelled", True),
    ],
)
def test_a_job_has_ended_or_not(status: str, *, has_ended: bool) -> None:
    job = {"job_id": "1", "session_id": "1", "kind": "render", "status": status}

    assert Job.model_validate(job).has_ended is has_ended
