"""Claims: links with which a person opens one session in a browser, and the page there."""

import secrets

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from transcribe_video.backend.body import message_in
from transcribe_video.backend.context import Context, context_of
from transcribe_video.backend.jobs.transcribe_order import checked
from transcribe_video.backend.reply import reply
from transcribe_video.viewer.page import drop_page, gone_page
from transcribe_video.wire.session import CLAIM, CLAIM_PAGE, Claim, ClaimRequest

_NOBODY_THERE = 404
_CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_OPEN = "script-src 'nonce-{0}'; style-src 'nonce-{0}'; connect-src 'self'; img-src data:"
_HEADERS = {"Cross-Origin-Opener-Policy": "same-origin", "X-Frame-Options": "DENY"}


async def _claim(request: Request) -> Response:
    context, wanted = context_of(request), await message_in(request, ClaimRequest)
    token = await to_thread.run_sync(_token, context, wanted)
    context.activity.linked()
    return reply(Claim(claim_token=token))


def _token(context: Context, wanted: ClaimRequest) -> str:
    if wanted.order is not None:
        context.store.sessions.set_order(wanted.session_id, checked(wanted.order))
    return context.store.claims.make(wanted.session_id)


def _page(request: Request) -> Response:
    """The page of a session, or the one that says that the link is not valid."""
    context, nonce = context_of(request), secrets.token_urlsafe(16)
    headers = {**_HEADERS, "Content-Security-Policy": f"{_CLOSED}; {_OPEN.format(nonce)}"}
    session_id = context.store.claims.session_of(request.query_params.get("ct", ""))
    if session_id is None:
        return HTMLResponse(gone_page(nonce), _NOBODY_THERE, headers)
    return HTMLResponse(drop_page(nonce, context.manifest.limits.upload_bytes), headers=headers)


ROUTES = (Route(CLAIM, _claim, methods=["POST"]), Route(CLAIM_PAGE, _page))
