"""An honest little NemoVideo in memory: what it answers when nobody told it to misbehave."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import RLock
from typing import Any
from urllib.parse import urlsplit

from cloud.form import Arrived
from cloud.reply import Reply, Request, detail, event, frame, ok, refused, streamed, succeeded
from cloud.video import facts_of, video
from transcribe_video.wire import balance, chat, render, session, state, upload

ANONYMOUS = "/api/auth/anonymous-token"
_VIDEOS, _IMAGES = ("mp4", "mov", "avi", "webm", "mkv"), ("jpg", "jpeg", "png", "gif", "webp")
_SOUNDS = ("mp3", "wav", "m4a", "aac")
_KINDS = {
    suffix: kind
    for kind, suffixes in (("video", _VIDEOS), ("image", _IMAGES), ("audio", _SOUNDS))
    for suffix in suffixes
}
_IMAGE_MS, _UNKNOWN_MS = 3_000, 10_000


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request, the files that came with it, and the id in its path."""

    request: Request
    arrived: Sequence[Arrived]
    id: str


@dataclass
class Project:
    """A session; ``draft`` may be set to anything, and text is taken as JSON to the letter."""

    session_id: str
    task_id: str
    language: str
    owner: str
    media: list[dict[str, Any]] = field(default_factory=list)
    draft: object = None
    messages: list[str] = field(default_factory=list)


@dataclass
class Render:
    """A render: it wants so many looks until it is finished."""

    render_id: str
    draft: dict[str, Any]
    polls_left: int
    status: str = "pending"


@dataclass
class Nemo:
    """Tokens, sessions, files, drafts, renders, credits.

    Attributes:
        credits: what each account has; ``turn_cost`` is taken from it for each chat message.
        render_polls: looks at a render before it is completed.
        limit_bytes: of an upload.
        tokens: token → user id; put the token of a registered user here.
        tokens_of: client id → the anonymous token that lives.
    """

    file_url: str
    credits: float = 100
    turn_cost: float = 0
    render_polls: int = 2
    limit_bytes: int = 500 * 1024 * 1024
    tokens: dict[str, str] = field(default_factory=dict)
    tokens_of: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, Project] = field(default_factory=dict)
    renders: dict[str, Render] = field(default_factory=dict)
    files: dict[str, Arrived] = field(default_factory=dict)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))
    _lock: RLock = field(default_factory=RLock)

    def __post_init__(self) -> None:
        rows: dict[str, Callable[[_Asked], Reply]] = {
            f"POST {session.CREATE}": self._create,
            f"POST {session.CLAIM}": self._claim,
            f"POST {upload.UPLOAD}": self._upload,
            f"POST {chat.RUN}": self._chat,
            f"GET {balance.BALANCE}": lambda _: self._balance(),
            f"GET {state.LATEST}": self._state,
            f"POST {render.RENDER}": self._render,
            f"GET {render.ONE}": self._poll,
            f"POST {render.CANCEL}": self._cancel,
            f"GET {render.DOWNLOAD}": self._download,
        }
        self._rows = {_pattern(line): answer for line, answer in rows.items()}

    def expire(self, token: str | None = None) -> None:
        """This token, or every one, is no good any more."""
        with self._lock:
            for known in [token] if token else list(self.tokens):
                self.tokens.pop(known, None)

    def handle(self, request: Request, arrived: Sequence[Arrived]) -> Reply:
        """What it answers, and does."""
        with self._lock:
            if request.line == f"POST {ANONYMOUS}":
                return self._token(request)
            if request.path.startswith("/files/"):
                return self._file(request.path.removeprefix("/files/"))
            if self._user(request) is None:
                return refused(1001, "Invalid or expired token", status=401)
            for pattern, answer in self._rows.items():
                if found := pattern.fullmatch(request.line):
                    return answer(_Asked(request, arrived, "".join(found.groups())))
            return detail("Not Found", 404)

    def _user(self, request: Request) -> str | None:
        return self.tokens.get(request.headers.get("authorization", "").removeprefix("Bearer "))

    def _token(self, request: Request) -> Reply:
        client = request.headers.get("x-client-id")
        if not client:
            return detail("X-Client-Id header is required", 400)
        if self.tokens_of.get(client) in self.tokens:
            return detail("One token per client per 7 days", 429, retry_after="1")
        number = next(self._numbers)
        token, user = f"nmv_usr_{number:08x}", f"anon_{client[:8]}"
        self.tokens[token], self.tokens_of[client] = user, token
        expires = "2099-01-01T00:00:00Z"
        return ok({"token": token, "user_id": user, "expires_at": expires, "credits": 100})

    def _create(self, asked: _Asked) -> Reply:
        number = next(self._numbers)
        user = self._user(asked.request) or ""
        project = Project(
            str(2**60 + number), f"task_{number:08x}", asked.request.json.get("language", ""), user
        )
        self.sessions[project.session_id] = project
        ids = {"task_id": project.task_id, "session_id": project.session_id}
        return ok({**ids, "user_id": user})

    def _claim(self, asked: _Asked) -> Reply:
        if asked.request.json.get("session_id") not in self.sessions:
            return _gone()
        return ok({"claim_token": f"clm_{next(self._numbers):08x}", "expires_in": 604_800})

    def _upload(self, asked: _Asked) -> Reply:
        project = self.sessions.get(asked.id)
        if project is None:
            return _gone()
        arrived = asked.arrived or [_linked(url) for url in asked.request.json["urls"]]
        if any(_kind(file) is None for file in arrived):
            return refused(4001, "Unsupported file format")
        if any(file.size > self.limit_bytes for file in arrived):
            return refused(4002, "File too large")
        told = [self._kept(file) for file in arrived]
        project.media += told
        return ok({"files": told, "session_state_applied": True})

    def _kept(self, file: Arrived) -> dict[str, Any]:
        name = f"{next(self._numbers)}{Path(file.filename).suffix}"
        self.files[name] = file
        kind = _kind(file)
        facts = facts_of(file.path) if file.path is not None else None
        told = {
            "filename": file.filename,
            "file_type": kind,
            "cdn_url": f"{self.file_url}/files/{name}",
            "duration": None if kind == "image" else facts.duration if facts else 10.0,
            "width": facts.width if facts else None,
            "height": facts.height if facts else None,
            "hash": file.digest or None,
        }
        return {key: value for key, value in told.items() if value is not None}

    def _chat(self, asked: _Asked) -> Reply:
        project = self.sessions.get(asked.request.json["session_id"])
        if project is None:
            return detail("Session not found", 404)
        message = asked.request.json["new_message"]["parts"][0]["text"]
        if self.credits < self.turn_cost:
            return streamed({"code": 2001, "message": "Insufficient credits"})
        self.credits -= self.turn_cost
        project.messages.append(message)
        project.draft = edited(project)
        said = f"Done: {message}"
        call = {"id": f"call_{next(self._numbers)}", "name": "edit"}
        return streamed(
            frame({"type": "heartbeat"}),
            event(said[:5], partial=True),
            event(said[5:], partial=True),
            event(None, {"functionCall": {**call, "args": {}}}),
            event(
                None,
                {"functionResponse": {**call, "response": {"ok": True}}},
                state={"draft": project.draft},
            ),
            event(said),
        )

    def _balance(self) -> Reply:
        return ok({"available": self.credits, "frozen": 0, "total": self.credits})

    def _state(self, asked: _Asked) -> Reply:
        project = self.sessions.get(asked.id)
        if project is None:
            return _gone()
        body = {
            "session_id": asked.id,
            "task_id": project.task_id,
            "task_name": "project",
            "user_id": project.owner,
            "state": {
                "draft": project.draft,
                "video_infos": project.media,
                "canvas_config": {"ratio": "16:9"},
                "generated_media": {},
            },
        }
        if not isinstance(project.draft, str):
            return ok(body)
        content = json.dumps({"code": 0, "data": body})
        return Reply(body=content.replace(json.dumps(project.draft), project.draft))

    def _render(self, asked: _Asked) -> Reply:
        if not _is_attributed(asked.request):
            return detail("Payment required", 402)
        order = asked.request.json
        if order["sessionId"] not in self.sessions:
            return _gone()
        render_id = order["id"]
        fresh = Render(render_id, order["draft"], self.render_polls)
        made = self.renders.setdefault(render_id, fresh)
        return succeeded({"id": render_id, "status": made.status, "progress": 0})

    def _poll(self, asked: _Asked) -> Reply:
        found = self.renders.get(asked.id)
        if found is None:
            return detail("Render not found", 404)
        if found.status != "cancelled":
            found.polls_left -= 1
            found.status = "processing" if found.polls_left > 0 else "completed"
        told = {"id": asked.id, "status": found.status, "progress": 50}
        if found.status != "completed":
            return succeeded(told)
        url = f"{self.file_url}/files/{asked.id}.mp4"
        return succeeded({**told, "progress": 100, "output": {"url": url}})

    def _cancel(self, asked: _Asked) -> Reply:
        found = self.renders.get(asked.id)
        if found is None:
            return detail("Render not found", 404)
        if found.status != "completed":
            found.status = "cancelled"
        return succeeded({"id": asked.id, "status": found.status})

    def _download(self, asked: _Asked) -> Reply:
        return self._file(f"{asked.id}.mp4")

    def _file(self, name: str) -> Reply:
        """What the file host gives to anybody who knows the address."""
        kept, made = self.files.get(name), self.renders.get(name.removesuffix(".mp4"))
        if made is not None:
            return Reply(body=video(int(made.draft.get("d") or _UNKNOWN_MS)), kind="video/mp4")
        if kept is None or kept.path is None:
            return detail("Not Found", 404)
        return Reply(body=kept.path.read_bytes(), kind="application/octet-stream")


def edited(project: Project) -> object:
    """The timeline after a message: all media in a row, and one track for what was asked for."""
    kept = project.draft
    draft: dict[str, Any] = kept if isinstance(kept, dict) else {"t": [], "d": 0, "m": {}}
    clips = [_clip(number, file) for number, file in enumerate(project.media)]
    tracks = [track for track in draft["t"] if track.get("tt") != 0]
    length = sum(clip["d"] for clip in clips)
    asked = project.messages[-1].lower() if project.messages else ""
    for word, kind in (("music", 1), ("title", 7)):
        if word in asked:
            name = {"name": word, "volume": 0.35} if kind == 1 else {"text": word}
            tracks.append({"tt": kind, "sg": [{"d": length, "m": name}], "d": length, "m": {}})
    video_track = [{"tt": 0, "sg": clips, "d": length, "m": {}}] if clips else []
    return {**draft, "t": [*video_track, *tracks], "d": length}


def _clip(number: int, file: dict[str, Any]) -> dict[str, Any]:
    length = round(file["duration"] * 1000) if "duration" in file else _IMAGE_MS
    return {"id": f"clip_{number}", "d": length, "m": {"name": file["filename"]}}


def _kind(file: Arrived) -> str | None:
    return _KINDS.get(Path(file.filename).suffix.lower().removeprefix("."))


def _linked(url: str) -> Arrived:
    return Arrived(filename=Path(urlsplit(url).path).name)


def _is_attributed(request: Request) -> bool:
    names = ("x-skill-source", "x-skill-version", "x-skill-platform")
    return all(request.headers.get(name) for name in names)


def _gone() -> Reply:
    return refused(1002, "Session not found", status=404)


def _pattern(line: str) -> "re.Pattern[str]":
    return re.compile(re.sub(r"\\\{\w+\\\}", r"([^/]+)", re.escape(line)))
