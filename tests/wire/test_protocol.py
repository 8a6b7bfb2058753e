"""The documented forms of the cloud's messages, to the letter: what is sent, and what is read."""

import json
from typing import Any

import pytest

from transcribe_video.wire.balance import Balance
from transcribe_video.wire.chat import Content, Event, Part, RunRequest
from transcribe_video.wire.envelope import Refusal, opened
from transcribe_video.wire.message import Message
from transcribe_video.wire.render import RenderRequest
from transcribe_video.wire.session import Claim, ClaimRequest, Session, SessionRequest
from transcribe_video.wire.state import Project, State
from transcribe_video.wire.upload import UploadedFile, UploadReply, UrlUpload

_SID = "9223372036854775807"
_RENDER_ID = "render_6f0cbb1e-7d3f-4f0e-8f68-0a1f3ad6c001"


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (SessionRequest(), '{"task_name":"project","language":"en"}'),
        (SessionRequest(language="zh"), '{"task_name":"project","language":"zh"}'),
        (
            ClaimRequest(task_id="task_8c1f", session_id=_SID),
            f'{{"task_id":"task_8c1f","session_id":"{_SID}"}}',
        ),
        (
            RunRequest(session_id=_SID, new_message=Content(parts=[Part(text="add music")])),
            (
                f'{{"app_name":"nemo_agent","user_id":"me","session_id":"{_SID}",'
                '"new_message":{"parts":[{"text":"add music"}]}}'
            ),
        ),
        (
            RenderRequest(id=_RENDER_ID, session_id=_SID, draft={"t": []}),
            (
                f'{{"id":"{_RENDER_ID}","sessionId":"{_SID}","draft":{{"t":[]}},'
                '"output":{"format":"mp4","quality":"high"}}'
            ),
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Message) else "",
)
def test_a_request_is_sent_as_it_is_documented(message: Message, text: str) -> None:
    assert message.sent() == json.loads(text)
    assert type(message).model_validate_json(text) == message


def test_addresses_are_read_as_they_are_documented() -> None:
    text = '{"urls":["https://example.org/talk.mp4"],"source_type":"url"}'
    assert UrlUpload.model_validate_json(text) == UrlUpload(urls=["https://example.org/talk.mp4"])


_SESSION = f'{{"task_id":"task_8c1f","session_id":"{_SID}","user_id":"anon_51"}}'
_FILE = (
    '{"filename":"a.mp4","file_type":"video","cdn_url":"https://cdn/a.mp4","duration":10.5,'
    '"width":1920,"height":1080,"fps":29.97,"hash":"ab12"}'
)
_PICTURE = (
    '{"filename":"b.webp","file_type":"image","url":"https://cdn/b.webp","width":9,"height":9}'
)
_SOUND = '{"filename":"c.m4a","file_type":"audio","url":"https://cdn/c.m4a","duration":3}'
_FILES = [
    UploadedFile(
        filename="a.mp4",
        file_type="video",
        cdn_url="https://cdn/a.mp4",
        duration=10.5,
        width=1920,
        height=1080,
        fps=29.97,
        hash="ab12",
    ),
    UploadedFile(
        filename="b.webp", file_type="image", cdn_url="https://cdn/b.webp", width=9, height=9
    ),
    UploadedFile(filename="c.m4a", file_type="audio", cdn_url="https://cdn/c.m4a", duration=3),
]
_STATE = (
    f'{{"session_id":"{_SID}","task_id":"task_8c1f","task_name":"project","user_id":"anon_51",'
    '"state":{"draft":{"t":[{"tt":0,"sg":[{"d":10000,"m":{}}],"d":10000,"m":{}}],"d":10000,'
    '"m":{"title":"a","width":1920,"height":1080}},"video_infos":[{"filename":"a.mp4"}],'
    '"canvas_config":{"ratio":"9:16"},"generated_media":{},"video_analyses":[{"tags":["sea"]}]}}'
)
_IDS: dict[str, Any] = {"session_id": _SID, "task_id": "task_8c1f", "user_id": "anon_51"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f'{{"code":0,"data":{_SESSION}}}', Session(**_IDS)),
        (f'{{"code":0,"message":"success","data":{_SESSION}}}', Session(**_IDS)),
        (f'{{"success":true,"data":{_SESSION}}}', Session(**_IDS)),
        (f'{{"success":true,"data":{_SESSION},"error":null}}', Session(**_IDS)),
        (_SESSION, Session(**_IDS)),
        (
            '{"code":0,"data":{"claim_token":"clm_51","expires_in":604800}}',
            Claim(claim_token="clm_51"),  # noqa: S106 - of nobody
        ),
        (
            (
                f'{{"code":0,"data":{{"files":[{_FILE},{_PICTURE},{_SOUND}],'
                '"session_state_applied":true}}'
            ),
            UploadReply(files=_FILES),
        ),
        (
            (
                f'{{"success":true,"data":{{"uploaded_files":[{_FILE},{_PICTURE},{_SOUND}],'
                '"session_state_applied":false}}'
            ),
            UploadReply(files=_FILES, session_state_applied=False),
        ),
        (
            '{"code":0,"data":{"available":90,"frozen":10,"total":100}}',
            Balance(available=90, frozen=10, total=100),
        ),
        ('{"code":0,"data":{}}', Balance()),
        ('{"code":0,"data":{"available":-1,"frozen":-1,"total":-2}}', Balance()),
        (
            f'{{"code":0,"data":{_STATE}}}',
            State(
                **_IDS,
                task_name="project",
                state=Project.model_validate(json.loads(_STATE)["state"]),
            ),
        ),
        ('{"code":0,"data":{"state":{}}}', State(state=Project())),
        ('{"code":0,"data":{"state":null}}', State()),
        ('{"code":0,"data":{"state":{"draft":null}}}', State(state=Project())),
    ],
)
def test_a_reply_is_read_as_it_is_documented(text: str, message: Message) -> None:
    content = opened(200, json.loads(text))
    assert isinstance(content, dict)
    assert type(message).model_validate(content) == message


@pytest.mark.parametrize(
    ("status", "text", "refusal"),
    [
        (200, '{"code":2001,"message":"No credits"}', Refusal(200, 2001, "No credits")),
        (200, '{"code":"1001","message":"Bad token"}', Refusal(200, 1001, "Bad token")),
        (200, '{"success":false,"data":{},"error":"No"}', Refusal(200, None, "No", "No")),
        (404, '{"detail":"Session not found"}', Refusal(404, None, "Session not found")),
        (
            422,
            '{"detail":[{"loc":["body","session_id"],"msg":"Field required","type":"missing"}]}',
            Refusal(422, None, "Field required"),
        ),
        (403, '{"detail":{"message":"Forbidden"}}', Refusal(403, None, "Forbidden")),
    ],
)
def test_a_refusal_is_read_as_it_is_documented(status: int, text: str, refusal: Refusal) -> None:
    assert opened(status, json.loads(text)) == refusal


# Captured from a running ADK 2.13: absent fields are left out, and keys of its own stand beside.
_CAPTURED = (
    '{"content":{"parts":[{"text":"Hel"}],"role":"model"},"partial":true,'
    '"invocationId":"e-d5d3162b","author":"nemo_agent","actions":{"stateDelta":{},'
    '"artifactDelta":{},"requestedAuthConfigs":{},"requestedToolConfirmations":{}},'
    '"nodeInfo":{"path":""},"id":"d340a9f4","timestamp":1795394247.6683843}'
)


def test_an_event_of_adks_is_read_whole_and_sent_as_it_came() -> None:
    event = Event.model_validate_json(_CAPTURED)
    assert event.content == Content(role="model", parts=[Part(text="Hel")])
    assert (event.partial, event.turn_complete, event.author) == (True, None, "nemo_agent")
    assert event.sent() == json.loads(_CAPTURED)
