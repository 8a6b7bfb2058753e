"""Who comes in: programs of this computer that know the secret, and pages for their own session.

A server on the loopback address is in reach of every web page. So a request must name this server
as its host (else another name was made to point here), must not come from a page of another
origin, and must bring the secret or a claim token. What is refused for its origin learns nothing,
and no header ever allows another origin to read an answer.
"""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.routing import compile_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from transcribe_video.backend.activity import Activity
from transcribe_video.backend.caller import KEY, Caller, refused
from transcribe_video.backend.reply import refusal_of
from transcribe_video.wire import chat, health, job, session, transcript, upload

TOKEN = "/api/auth/anonymous-token"  # noqa: S105 - a path
_CLAIM = "clm_"
_READING = frozenset({"GET", "HEAD"})
_OPEN = ((_READING, session.CLAIM_PAGE), (frozenset({"POST"}), TOKEN))
# What the page of a session may ask for; that it is about its own session is for the routes.
_FOR_PAGES = tuple(
    (methods, compile_path(path)[0])
    for methods, path in (
        (_READING, session.LIST),
        (_READING, session.ONE),
        (_READING, job.ONE),
        (_READING, transcript.READ),
        (_READING, transcript.DOCUMENT),
        (frozenset({"POST"}), job.CANCEL),
        (frozenset({"POST"}), upload.UPLOAD),
        (frozenset({"POST"}), chat.RUN),
    )
)
_NOT_COUNTED = frozenset({health.HEALTH, health.STOP})  # asking how it is keeps nobody awake
_HEADERS = {
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens the backend.

    Attributes:
        port: where it listens.
        secret: the bearer that opens all of it.
        session_of: the session that a claim token opens, if it is valid; may take a moment.
    """

    port: int
    secret: str
    session_of: Callable[[str], str | None]

    def hosts(self) -> frozenset[str]:
        """The names under which it may be asked."""
        return frozenset({f"127.0.0.1:{self.port}", f"localhost:{self.port}"})


class Guard:
    """Stands before the application; leaves who is asking in the request's scope.

    Args:
        app: what is guarded.
        keys: what opens it.
        activity: told of each request that may come in.
    """

    def __init__(self, app: ASGIApp, keys: Keys, activity: Activity) -> None:
        self._app, self._keys, self._activity = app, keys, activity
        self._hosts = keys.hosts()
        self._origins = {f"http://{host}" for host in self._hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request in, or answer it."""
        if scope["type"] != "http":
            return  # the server offers nothing else
        send = _with_headers(send)
        headers = Headers(scope=scope)
        if not self._is_from_here(scope, headers):
            await Response(status_code=403)(scope, receive, send)
            return
        caller = await self._caller(scope, headers)
        if caller is None:
            await refusal_of(refused())(scope, receive, send)
            return
        scope[KEY] = caller
        await self._let_in(scope, receive, send, caller)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send, caller: Caller) -> None:
        if scope["path"] in _NOT_COUNTED:
            await self._app(scope, receive, send)
            return
        with self._activity.request(caller.session_id):
            await self._app(scope, receive, send)

    def _is_from_here(self, scope: Scope, headers: Headers) -> bool:
        if headers.getlist("host") not in ([host] for host in self._hosts):
            return False
        if not set(headers.getlist("origin")) <= self._origins or scope["method"] == "OPTIONS":
            return False
        site = headers.getlist("sec-fetch-site")
        return site in ([], ["same-origin"], ["none"]) or _is_followed_link(scope, headers)

    async def _caller(self, scope: Scope, headers: Headers) -> Caller | None:
        if any(scope["method"] in methods and scope["path"] == path for methods, path in _OPEN):
            return Caller("")  # nobody's page
        token = _bearer(headers)
        if hmac.compare_digest(token.encode(), self._keys.secret.encode()):
            return Caller()
        if not token.startswith(_CLAIM) or not _is_for_pages(scope):
            return None
        session_id = await to_thread.run_sync(self._keys.session_of, token)
        return None if session_id is None else Caller(session_id)


def _is_followed_link(scope: Scope, headers: Mapping[str, str]) -> bool:
    """Whether a person followed a link to a page of ours, e.g. in an assistant on the web.

    The page that the link stood on cannot read what is answered, nor put it into a frame.
    """
    return (
        scope["method"] == "GET"
        and scope["path"] == session.CLAIM_PAGE
        and headers.get("sec-fetch-mode") == "navigate"
        and headers.get("sec-fetch-dest") == "document"
        and "origin" not in headers
    )


def _is_for_pages(scope: Scope) -> bool:
    return any(
        scope["method"] in methods and pattern.match(scope["path"])
        for methods, pattern in _FOR_PAGES
    )


def _bearer(headers: Headers) -> str:
    given = headers.getlist("authorization")
    scheme, _, token = given[0].partition(" ") if len(given) == 1 else ("", "", "")
    return token.strip() if scheme.lower() == "bearer" else ""


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent
