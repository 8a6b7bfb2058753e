"""What opens the cloud for this installation, got once and renewed when it is due."""

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from time import time
from urllib.parse import quote

from transcribe_video.client.access import Access
from transcribe_video.client.cloud_failure import cloud_error
from transcribe_video.client.standing import Standing
from transcribe_video.cloud.account.client_id import ClientId
from transcribe_video.cloud.account.config_folder import alone
from transcribe_video.cloud.account.token import Token, user_id_in
from transcribe_video.cloud.account.token_request import (
    AlreadyIssuedError,
    ClientIdError,
    TokenRequest,
    already_issued,
)
from transcribe_video.cloud.account.token_store import TokenStore
from transcribe_video.errors import ConfigurationError, TranscribeVideoError
from transcribe_video.settings import Settings
from transcribe_video.wire.envelope import Refusal

_ANONYMOUS = re.compile(r"anon_[A-Za-z0-9_.~-]{1,120}", re.ASCII)


class Account:
    """The account on one host: a person's own by NEMO_TOKEN, else an anonymous one.

    ``renew`` finds the access for a ``Caller``, and ``refused`` makes its errors::

        Caller(account.renew, headers, transport="internet", refused=account.refused)

    A token of a person's is never replaced or written down. An anonymous one is kept beside the
    client id, asked for by one process at a time, and renewed with the same client id.

    Args:
        settings: token, client id, host, and the folder of the files.
        headers: go with the call that asks for a token.
        rate_wait_s: wait before a second attempt where the host does not say how long.
        retry_waits_s: waits before further attempts where the host was not reached.
        clock: seconds since 1970.

    Raises:
        ConfigurationError: the token or client id that is set cannot be sent.
    """

    def __init__(
        self,
        settings: Settings,
        headers: Mapping[str, str],
        *,
        rate_wait_s: float | None = None,
        retry_waits_s: Sequence[float] | None = None,
        clock: Callable[[], float] = time,
    ) -> None:
        self._settings, self._clock = settings, clock
        self._given = _given(settings)
        self._client_id = ClientId(settings.config, settings.client_id)
        self._store = TokenStore(settings.config, settings.api_url)
        self._request = TokenRequest(settings.api_url, headers, rate_wait_s, retry_waits_s)
        self._lock = asyncio.Lock()
        self._token: Token | None = None
        self._user_id: str | None = None

    async def access(self) -> Access:
        """What opens the cloud now.

        Raises:
            TranscribeVideoError: see ``renew``.
        """
        return await self.renew(None)

    async def renew(self, stale: Access | None) -> Access:
        """What opens the cloud; where ``stale`` did not, another, if there can be one.

        Raises:
            AccessError: the cloud gives out no token now; the sentence says how to set one.
            StorageError: what it gives cannot be kept.
            TranscribeVideoError: it cannot be reached, or answers otherwise.
        """
        if self._given is not None:
            return self._given
        async with self._lock:
            if self._token is None or not self._is_fresh(self._token, stale):
                self._token = await self._found(stale)
            return self._access(self._token)

    @property
    def user_id(self) -> str | None:
        """Whose the account is, as far as the cloud has told; the anonymous one of two names."""
        told = [self._token.user_id if self._token else None, self._user_id]
        ids = [user_id for user_id in told if user_id is not None]
        return next(filter(_is_anonymous, ids), ids[0] if ids else None)

    def learn(self, reply: Mapping[str, object]) -> None:
        """Take whose the account is from a session's or a state's reply, if that tells it."""
        self._user_id = user_id_in(reply) or self._user_id

    def registration_link(self) -> str | None:
        """Where an anonymous user becomes a registered one; None for everybody else."""
        user_id = self.user_id
        if user_id is None or not _is_anonymous(user_id):
            return None
        return f"{self._settings.web_url}/register?bind={quote(user_id, safe='')}"

    @property
    def standing(self) -> Standing:
        """What refusals depend on."""
        return Standing(self._given is not None, self.registration_link())

    def refused(self, refusal: Refusal) -> TranscribeVideoError:
        """The error that a refusal means for this account."""
        return cloud_error(refusal, self.standing)

    def _access(self, token: Token) -> Access:
        return Access(self._settings.api_url, token.text)

    def _is_fresh(self, token: Token, stale: Access | None) -> bool:
        return token.is_good(self._clock()) and self._access(token) != stale

    async def _found(self, stale: Access | None) -> Token:
        begun_s = self._clock()
        kept = self._kept(stale)
        if kept is not None:
            return kept
        async with alone(self._settings.config):
            client_id = self._client_id.ensure()
            kept = self._kept(stale)  # another process was faster
            if kept is not None:
                return kept
            token = await self._asked(client_id, begun_s)
            self._store.keep(self._client_id.ensure(), token)
            return token

    def _kept(self, stale: Access | None) -> Token | None:
        client_id = self._client_id.known()
        token = self._store.load(client_id) if client_id else None
        return token if token and self._is_fresh(token, stale) else None

    async def _asked(self, client_id: str, begun_s: float) -> Token:
        if self._store.refused_s(client_id) >= begun_s:  # while this process waited for its turn
            raise already_issued()
        try:
            return await self._request.token(client_id)
        except AlreadyIssuedError:
            self._store.note_refusal(client_id, self._clock())
            raise
        except ClientIdError:
            if self._client_id.is_given:
                raise
        return await self._request.token(self._client_id.renew())


def _is_anonymous(user_id: str) -> bool:
    return _ANONYMOUS.fullmatch(user_id) is not None


def _given(settings: Settings) -> Access | None:
    token = settings.token
    if token is None:
        return None
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise ConfigurationError(
            "NEMO_TOKEN cannot be used",
            "it holds other characters than a token has",
            "Copy the token again, or unset it to go on without an account",
        )
    return Access(settings.api_url, token)
