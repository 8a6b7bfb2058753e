"""Asking the cloud for an anonymous token."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import time
from typing import TYPE_CHECKING

from transcribe_video.client.access import Access
from transcribe_video.client.call import Call
from transcribe_video.client.cloud_failure import cloud_error
from transcribe_video.client.failure import is_of_rate
from transcribe_video.client.standing import Standing
from transcribe_video.cloud.account.token import Token, token_in
from transcribe_video.errors import AccessError, BackendError, TranscribeVideoError
from transcribe_video.wire.envelope import Refusal

if TYPE_CHECKING:
    from transcribe_video.client.caller import Caller  # which brings the HTTP library

PATH = "/api/auth/anonymous-token"
_BAD_REQUEST = 400


class ClientIdError(BackendError):
    """The cloud does not take the client id."""


class AlreadyIssuedError(AccessError):
    """The cloud gave a token to this client id not long ago, and gives no other."""


@dataclass(frozen=True, slots=True)
class TokenRequest:
    """Asks one host.

    Attributes:
        api_url: the host.
        headers: go with the call.
        rate_wait_s: wait before the second attempt where the host does not say how long.
        retry_waits_s: waits before further attempts where the host was not reached.
    """

    api_url: str
    headers: Mapping[str, str]
    rate_wait_s: float | None = None
    retry_waits_s: Sequence[float] | None = None

    async def token(self, client_id: str) -> Token:
        """A token for this id.

        Raises:
            ClientIdError: the host does not take the id.
            AlreadyIssuedError: it gave one out before, also after a wait.
            TranscribeVideoError: it cannot be reached, or answers otherwise.
        """
        caller = self._caller()
        call = Call("POST", PATH, headers={"X-Client-Id": client_id})
        try:
            token = token_in(await caller.reply(call), time())
        finally:
            await caller.close()
        if token is None:
            raise BackendError(
                "NemoVideo gave no token", "its answer holds none", "Try again later"
            )
        return token

    def _caller(self) -> "Caller":
        from transcribe_video.client.caller import Caller  # noqa: PLC0415 - brings the HTTP library

        return Caller(
            self._without_token,
            self.headers,
            self.retry_waits_s,
            "internet",
            refused=_refused,
            rate_wait_s=self.rate_wait_s,
        )

    async def _without_token(self, stale: Access | None) -> Access:  # noqa: ARG002 - there is one
        return Access(self.api_url, "")


def _refused(refusal: Refusal) -> TranscribeVideoError:
    if is_of_rate(refusal):
        return already_issued()
    if _BAD_REQUEST in {refusal.status, refusal.code}:
        return ClientIdError(
            "NemoVideo gives out no token",
            "it does not take the client id of this installation",
            "Set NEMO_CLIENT_ID to a UUID, or NEMO_TOKEN to the token of your account",
        )
    return cloud_error(refusal, Standing())


def already_issued() -> AlreadyIssuedError:
    """The error that says why there is no token, and how to go on."""
    return AlreadyIssuedError(
        "NemoVideo gives out no token now",
        "without an account it gives each installation one in seven days, and one was already "
        "issued to this one",
        "Set NEMO_TOKEN to the token of your account, or try again in some days",
    )
