"""Tokens that open one session for a week, and are nowhere kept."""

from pathlib import Path

import pytest

from backend.store.clock import Clock
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import GoneError

WEEK_S = 604_800


def test_a_token_opens_its_session_for_a_week(store: Store, clock: Clock) -> None:
    mine, others = (store.sessions.create().session_id for _ in range(2))
    token, other = store.claims.make(mine), store.claims.make(others)
    assert token.startswith("clm_")
    assert token != other
    clock.now_s += WEEK_S
    assert (store.claims.session_of(token), store.claims.session_of(other)) == (mine, others)
    clock.now_s += 1
    assert store.claims.session_of(token) is None


@pytest.mark.parametrize("token", ["", "clm_", "clm_" + "a" * 43, "\ud800"])
def test_another_token_opens_nothing(store: Store, token: str) -> None:
    store.claims.make(store.sessions.create().session_id)
    assert store.claims.session_of(token) is None


def test_a_token_is_nowhere_kept(store: Store, tmp_path: Path) -> None:
    token = store.claims.make(store.sessions.create().session_id)
    files = (tmp_path / "home").glob("backend.sqlite3*")
    assert not any(token.encode() in path.read_bytes() for path in files)


def test_there_is_none_for_a_session_that_is_gone(store: Store) -> None:
    with pytest.raises(GoneError):
        store.claims.make("9007199254740993")
