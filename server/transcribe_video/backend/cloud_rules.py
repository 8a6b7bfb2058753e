"""The cloud's rules about who may do what, for tests: this backend has no need of them.

Tokens that come to an end, scopes, and headers without which nothing is rendered. They stand
around the guard: a token opens what the secret opens, for so many calls, and is looked for only
once the guard has found that a request comes from here.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from transcribe_video.backend.guard import TOKEN
from transcribe_video.wire.render import RENDER

PREFIX = "nmv_usr_"
_SCOPES = "chat,render,upload"
_WEEK_S = 604_800
_HELD = "transcribe_video.cloud_rules.token"
_ATTRIBUTION = ("x-skill-source", "x-skill-version", "x-skill-platform")


@dataclass(slots=True)
class _Token:
    """What a client was given.

    Attributes:
        client: whose it is.
        scopes: what may be done with it.
        calls_left: after so many calls it has expired.
    """

    client: str
    scopes: frozenset[str]
    calls_left: int


class CloudRules:
    """Stands around the guard and what it guards.

    Args:
        app: what is guarded.
        guarded: puts the guard before an application.
        secret: what opens the guard.
        calls: for how many calls a token is good.
    """

    def __init__(
        self, app: ASGIApp, guarded: Callable[[ASGIApp], ASGIApp], secret: str, calls: int
    ) -> None:
        self._app, self._guarded = app, guarded(self._ruled)
        self._secret, self._calls = secret, calls
        self._tokens: dict[str, _Token] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Turn a token that is still good into what the guard knows."""
        given = Headers(scope=scope).get("authorization", "") if scope["type"] == "http" else ""
        token = self._tokens.get(given.removeprefix("Bearer "))
        if token is not None and token.calls_left > 0:
            token.calls_left -= 1
            scope = {**scope, "headers": list(scope["headers"]), _HELD: token}
            MutableHeaders(scope=scope)["authorization"] = f"Bearer {self._secret}"
        await self._guarded(scope, receive, send)

    async def _ruled(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What the guard has let in, unless a rule is against it."""
        answer = self._answer(Request(scope))
        await (answer or self._app)(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        asked = request.method, request.url.path
        if asked == ("POST", TOKEN):
            return self._issued(request)
        return _refused(request) if asked == ("POST", RENDER) else None

    def _issued(self, request: Request) -> Response:
        """A token; one for each client at a time. ``?scopes=`` names what it is for."""
        client = request.headers.get("x-client-id")
        if not client:
            return _detail(400, "X-Client-Id header is required")
        if any(token.client == client and token.calls_left for token in self._tokens.values()):
            return _detail(429, "One token per client per 7 days", {"Retry-After": "1"})
        name = PREFIX + secrets.token_hex(16)
        scopes = frozenset(request.query_params.get("scopes", _SCOPES).split(","))
        self._tokens[name] = _Token(client, scopes, self._calls)
        data = {"token": name, "user_id": f"anon_{client[:8]}", "expires_in": _WEEK_S}
        return JSONResponse({"code": 0, "data": {**data, "credits": 100}})


def _refused(request: Request) -> Response | None:
    """The refusal of a render, if a rule is against it."""
    if not all(request.headers.get(name) for name in _ATTRIBUTION):
        return _detail(402, "Payment required")
    token = request.scope.get(_HELD)
    if isinstance(token, _Token) and "render" not in token.scopes:
        return _detail(403, "Missing scope: render")
    return None


def _detail(status: int, said: str, headers: dict[str, str] | None = None) -> Response:
    """Envelope D."""
    return JSONResponse({"detail": said}, status, headers)
