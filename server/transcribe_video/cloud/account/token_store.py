"""Tokens on disk: one for each host and client id, so that no host is ever shown another's."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from transcribe_video.cloud.account.config_folder import write
from transcribe_video.cloud.account.token import Token, token_in

_FILE = "tokens.json"
_MOST_BYTES = 1024 * 1024
_Entries = dict[str, dict[str, dict[str, object]]]


class TokenStore:
    """The file; changed only by whoever has its folder alone.

    Args:
        folder: holds the file.
        api_url: the host.
    """

    def __init__(self, folder: Path, api_url: str) -> None:
        self._path, self._api_url = folder / _FILE, api_url

    def load(self, client_id: str) -> Token | None:
        """The token that the host gave to this id, however old it is."""
        return token_in(self._entry(client_id), 0)

    def refused_s(self, client_id: str) -> float:
        """When the host last refused this id a token, in seconds since 1970; 0 if it did not."""
        found = self._entry(client_id).get("refused_s")
        return float(found) if isinstance(found, int | float) else 0.0

    def keep(self, client_id: str, token: Token) -> None:
        """Put a token in the place of the one before.

        Raises:
            StorageError: the system refuses.
        """
        kept = {"token": token.text, "expires_at": token.expires_s}
        self._put(client_id, kept | ({"user_id": token.user_id} if token.user_id else {}))

    def note_refusal(self, client_id: str, now_s: float) -> None:
        """Remember that there is no new token, for those who wait to ask the same."""
        self._put(client_id, {**self._entry(client_id), "refused_s": now_s})

    def _put(self, client_id: str, entry: dict[str, object]) -> None:
        entries = self._entries()
        entries.setdefault(self._api_url, {})[_key(client_id)] = entry
        write(self._path, json.dumps(entries, indent=1))

    def _entry(self, client_id: str) -> Mapping[str, object]:
        return self._entries().get(self._api_url, {}).get(_key(client_id), {})

    def _entries(self) -> _Entries:
        """What is kept; what is not of the form that is written here is as good as lost."""
        try:
            with self._path.open("rb") as file:
                found = json.loads(file.read(_MOST_BYTES))
        except (OSError, ValueError, RecursionError):
            return {}
        hosts = found.items() if isinstance(found, dict) else ()
        return {
            host: {key: entry for key, entry in kept.items() if isinstance(entry, dict)}
            for host, kept in hosts
            if isinstance(kept, dict)
        }


def _key(client_id: str) -> str:
    """An id that a person has set need not stand on disk."""
    return hashlib.sha256(client_id.encode()).hexdigest()[:32]
