"""Who is asking: a program that knows the secret, or a page with the token of one session."""

import re
from dataclasses import dataclass

from starlette.requests import HTTPConnection

from transcribe_video.errors import AccessError

KEY = "transcribe_video.caller"
"""The key of a request's scope under which the guard leaves its finding."""
INSTANCE_HEADER = "x-client-instance"
_INSTANCE = re.compile(r"\d{1,10}-[0-9a-f]{4,64}")


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is asking.

    Attributes:
        session_id: the only session that a page may use; None for a program, which may use all.
    """

    session_id: str | None = None

    @property
    def is_page(self) -> bool:
        """Whether it is a page in a browser."""
        return self.session_id is not None

    def check_program(self) -> None:
        """Refuse a page.

        Raises:
            AccessError: it is one.
        """
        if self.is_page:
            raise refused()


def refused() -> AccessError:
    """The error for who may not do that."""
    return AccessError(
        "This is not allowed",
        "whoever asks has no right to it",
        "Ask for a new link, or start again",
    )


def caller_of(request: HTTPConnection) -> Caller:
    """Who sent this request, as the guard has found."""
    caller = request.scope[KEY]
    assert isinstance(caller, Caller)
    return caller


def instance_of(request: HTTPConnection) -> str:
    """The client process that sent it, ``<pid>-<hex>``; empty if it does not say."""
    instance = request.headers.get(INSTANCE_HEADER, "")
    return instance if _INSTANCE.fullmatch(instance) else ""
