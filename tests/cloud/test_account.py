"""What opens the cloud: got once, kept, renewed, and never shown."""

import asyncio
import json
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import time
from typing import Any

import pytest

from cloud.reply import bare, broken, detail, ok, refused
from cloud.scripted import Cloud
from transcribe_video.client.access import Access
from transcribe_video.client.call import get
from transcribe_video.client.caller import Caller
from transcribe_video.cloud.account.account import Account
from transcribe_video.errors import (
    AccessError,
    BackendError,
    ConfigurationError,
    StorageError,
    UnreachableError,
)
from transcribe_video.settings import Settings
from transcribe_video.wire.balance import BALANCE
from transcribe_video.wire.envelope import Refusal

pytestmark = pytest.mark.anyio

_ASK = "POST /api/auth/anonymous-token"
_HEADERS = {"X-Skill-Source": "s", "X-Skill-Version": "1.10", "X-Skill-Platform": "unknown"}
_ID = "6f0cbb1e-7d3f-4f0e-8f68-0a1f3ad6c001"
_ISSUED = (
    "NemoVideo gives out no token now: without an account it gives each installation one in seven "
    "days, and one was already issued to this one. Set NEMO_TOKEN to the token of your account, "
    "or try again in some days."
)


@pytest.fixture
def settings(cloud: Cloud, tmp_path: Path) -> Settings:
    return Settings(
        tmp_path / "home",
        backend="cloud",
        api_url=cloud.url,
        web_url="https://web.example",
        config=tmp_path / "config",
    )


def _account(
    settings: Settings, rate_wait_s: float = 0, clock: Callable[[], float] = time
) -> Account:
    return Account(settings, _HEADERS, rate_wait_s=rate_wait_s, retry_waits_s=(0, 0), clock=clock)


def _caller(account: Account) -> Caller:
    return Caller(account.renew, _HEADERS, (0, 0), "internet", refused=account.refused)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _texts(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in folder.iterdir())


async def test_a_token_is_asked_for_once_and_kept_beside_the_client_id(
    cloud: Cloud, settings: Settings
) -> None:
    first = await _account(settings).access()
    again = await _account(settings).access()

    assert first == again
    [asked] = cloud.asked(_ASK)
    kept = (settings.config / "client_id").read_text("ascii").strip()
    assert (asked.headers["x-client-id"], len(kept), asked.size) == (kept, 36, 0)
    assert "authorization" not in asked.headers
    assert {name: asked.headers[name.lower()] for name in _HEADERS} == _HEADERS
    assert (first.url, first.bearer) == (cloud.url, cloud.nemo.tokens_of[kept])
    files = {path.name for path in settings.config.iterdir()}
    assert files == {"client_id", "tokens.json", "account.lock"}
    assert {_mode(settings.config / name) for name in files} == {0o600}
    assert _mode(settings.config) == 0o700


async def test_tasks_that_begin_together_share_one_token(cloud: Cloud, settings: Settings) -> None:
    account = _account(settings)
    accesses = await asyncio.gather(*(account.access() for _ in range(20)))
    assert (len(set(accesses)), len(cloud.asked(_ASK))) == (1, 1)


async def test_the_client_id_that_is_set_counts_before_the_one_that_is_kept(
    cloud: Cloud, settings: Settings
) -> None:
    await _account(settings).access()
    await _account(replace(settings, client_id=_ID)).access()

    assert [request.headers["x-client-id"] for request in cloud.asked(_ASK)][1] == _ID
    assert _ID not in _texts(settings.config)


async def test_the_client_id_that_is_kept_counts_before_a_new_one(
    cloud: Cloud, settings: Settings
) -> None:
    settings.config.mkdir()
    (settings.config / "client_id").write_text(f"{_ID}\n")
    await _account(settings).access()
    assert cloud.asked(_ASK)[0].headers["x-client-id"] == _ID


@pytest.mark.parametrize("kept", [b"", b"\xff\xfe", "ü".encode(), b"a\nb", b"1" * 65])
async def test_a_kept_client_id_that_cannot_be_sent_is_made_anew(
    kept: bytes, cloud: Cloud, settings: Settings
) -> None:
    settings.config.mkdir()
    (settings.config / "client_id").write_bytes(kept)
    await _account(settings).access()
    sent = cloud.asked(_ASK)[0].headers["x-client-id"]
    assert (len(sent), (settings.config / "client_id").read_text("ascii")) == (36, f"{sent}\n")


@pytest.mark.parametrize("given", ["1" * 65, "ü", "a\nb", "a\0"])
def test_a_client_id_that_cannot_be_sent_is_refused_before_sending(
    given: str, settings: Settings
) -> None:
    with pytest.raises(ConfigurationError) as raised:
        _account(replace(settings, client_id=given))
    assert str(raised.value) == (
        "NEMO_CLIENT_ID cannot be used: it is not made of 1 to 64 printable ASCII characters. "
        "Set it to a UUID, or leave it unset."
    )


async def test_a_token_of_a_persons_is_neither_replaced_nor_written_down(
    cloud: Cloud, settings: Settings
) -> None:
    account = _account(replace(settings, token="nmv_usr_mine"))  # noqa: S106
    access = await account.access()
    assert access == Access(cloud.url, "nmv_usr_mine")
    assert await account.renew(access) == access

    caller = _caller(account)
    with pytest.raises(AccessError) as raised:
        await caller.reply(get(BALANCE))
    await caller.close()
    assert str(raised.value) == (
        "NemoVideo does not let us in: the token in NEMO_TOKEN is wrong or has expired. Set "
        "NEMO_TOKEN to the present token of your account, or unset it to go on without one."
    )
    assert cloud.lines == [f"GET {BALANCE}"]
    assert not settings.config.exists()


@pytest.mark.parametrize("token", ["nmv usr", "nmv_usr_ü", "nmv\n1", "\x7f"])
def test_a_token_that_cannot_be_sent_is_refused_and_not_shown(
    token: str, settings: Settings
) -> None:
    with pytest.raises(ConfigurationError, match="NEMO_TOKEN cannot be used") as raised:
        _account(replace(settings, token=token))
    assert token not in str(raised.value)


@pytest.mark.parametrize(
    "answer",
    [
        refused(1001, "expired"),
        refused(1010, "x", status=200),
        refused(1011, "x", status=500),
        detail({"code": "1001", "message": "x"}, 400),
        detail("Unauthorized", 401),
    ],
)
async def test_a_token_that_is_not_accepted_is_renewed_with_the_same_client_id(
    answer: Any, cloud: Cloud, settings: Settings
) -> None:
    account = _account(settings)
    old = await account.access()
    cloud.nemo.expire()
    cloud.script(f"GET {BALANCE}", answer)
    caller = _caller(account)
    assert (await caller.reply(get(BALANCE)))["available"] == 100
    await caller.close()

    first, second = cloud.asked(_ASK)
    assert first.headers["x-client-id"] == second.headers["x-client-id"]
    assert await account.access() != old
    assert await _account(settings).access() == await account.access()
    shown = [request.headers["authorization"] for request in cloud.asked(f"GET {BALANCE}")]
    assert shown == [f"Bearer {old.bearer}", f"Bearer {(await account.access()).bearer}"]


async def test_a_call_that_is_not_let_in_twice_is_given_up(
    cloud: Cloud, settings: Settings
) -> None:
    account = _account(settings)
    await account.access()
    cloud.nemo.expire()
    cloud.always(f"GET {BALANCE}", refused(1001, "no"))
    caller = _caller(account)
    with pytest.raises(AccessError, match="and no new one either"):
        await caller.reply(get(BALANCE))
    await caller.close()
    assert len(cloud.asked(f"GET {BALANCE}")) == 2


async def test_a_token_that_another_process_has_renewed_is_taken_from_it(
    cloud: Cloud, settings: Settings
) -> None:
    here, there = _account(settings), _account(settings)
    stale = await here.access()
    assert await there.access() == stale
    cloud.nemo.expire()
    fresh = await there.renew(stale)
    assert await here.renew(stale) == fresh
    assert len(cloud.asked(_ASK)) == 2


async def test_what_is_forbidden_does_not_cost_the_token(cloud: Cloud, settings: Settings) -> None:
    account = _account(settings)
    cloud.script(f"GET {BALANCE}", detail("Missing scope: render", 403))
    caller = _caller(account)
    with pytest.raises(AccessError, match="lacks the permission “render”"):
        await caller.reply(get(BALANCE))
    await caller.close()
    assert len(cloud.asked(_ASK)) == 1


@pytest.mark.parametrize(
    ("expires_at", "is_good"),
    [
        ("2000-01-01T00:00:00Z", False),
        ("2000-01-01T00:00:00+08:00", False),
        ("2000-01-01 00:00:00", False),
        (946_684_800, False),
        (946_684_800_000, False),
        ("946684800", False),
        ("2099-01-01T00:00:00Z", True),
        (4_070_908_800.5, True),
        (4_070_908_800_000, True),
        (None, True),
        ("soon", True),
        (True, True),
        (10**400, True),
    ],
)
async def test_a_token_that_has_expired_by_its_own_date_is_not_used(
    expires_at: object,
    is_good: bool,  # noqa: FBT001
    cloud: Cloud,
    settings: Settings,
) -> None:
    cloud.script(_ASK, ok({"token": "nmv_usr_a", "expires_at": expires_at}))
    account = _account(settings)
    assert (await account.access()).bearer == "nmv_usr_a"
    await account.access()
    await _account(settings).access()
    assert len(cloud.asked(_ASK)) == (1 if is_good else 2)


async def test_a_token_without_a_date_is_good_for_seven_days(
    cloud: Cloud, settings: Settings
) -> None:
    cloud.script(_ASK, ok({"token": "nmv_usr_a"}))
    await _account(settings).access()
    later_s = _soon(settings) + 6.9 * 86_400
    assert (await _account(settings, clock=lambda: later_s).access()).bearer == "nmv_usr_a"
    much_later_s = _soon(settings) + 7.1 * 86_400
    assert (await _account(settings, clock=lambda: much_later_s).access()).bearer != "nmv_usr_a"


def _soon(settings: Settings) -> float:
    return (settings.config / "tokens.json").stat().st_mtime


@pytest.mark.parametrize("form", [ok, bare])
async def test_a_token_is_read_in_every_envelope(
    form: Callable[[object], Any], cloud: Cloud, settings: Settings
) -> None:
    cloud.script(_ASK, form({"token": "nmv_usr_a", "bind_id": "anon_b", "user_id": "u"}))
    account = _account(settings)
    assert (await account.access()).bearer == "nmv_usr_a"
    assert account.user_id == "anon_b"


@pytest.mark.parametrize("token", [None, "", 7, "a b", "ü", "a\n", "x" * 5000, ["a"]])
async def test_an_answer_without_a_token_is_an_error_that_shows_nothing(
    token: object, cloud: Cloud, settings: Settings
) -> None:
    cloud.script(_ASK, ok({"token": token}))
    with pytest.raises(BackendError) as raised:
        await _account(settings).access()
    assert str(raised.value) == "NemoVideo gave no token: its answer holds none. Try again later."


async def test_a_host_that_misses_the_client_id_gets_another_once(
    cloud: Cloud, settings: Settings
) -> None:
    settings.config.mkdir()
    (settings.config / "client_id").write_text("not-to-its-taste")
    cloud.script(_ASK, detail("X-Client-Id header is required", 400))
    await _account(settings).access()

    first, second = (request.headers["x-client-id"] for request in cloud.asked(_ASK))
    assert first == "not-to-its-taste"
    assert (settings.config / "client_id").read_text() == f"{second}\n"
    assert (await _account(settings).access()).bearer == cloud.nemo.tokens_of[second]


async def test_a_host_that_takes_no_client_id_is_not_asked_for_ever(
    cloud: Cloud, settings: Settings
) -> None:
    cloud.always(_ASK, refused(400, "X-Client-Id", status=400))
    with pytest.raises(BackendError, match="it does not take the client id of this installation"):
        await _account(settings).access()
    assert len(cloud.asked(_ASK)) == 2


async def test_a_client_id_that_a_person_has_set_is_never_changed(
    cloud: Cloud, settings: Settings
) -> None:
    cloud.always(_ASK, detail("X-Client-Id", 400))
    with pytest.raises(BackendError, match="Set NEMO_CLIENT_ID to a UUID"):
        await _account(replace(settings, client_id=_ID)).access()
    assert [request.headers["x-client-id"] for request in cloud.asked(_ASK)] == [_ID]
    assert not (settings.config / "client_id").exists()


async def test_a_host_that_has_given_too_many_is_asked_once_more_when_it_says(
    cloud: Cloud, settings: Settings
) -> None:
    cloud.script(_ASK, detail("later", 429, retry_after="0.2"))
    account = _account(settings, rate_wait_s=3600)
    begun_s = asyncio.get_running_loop().time()
    await account.access()
    assert asyncio.get_running_loop().time() - begun_s >= 0.2
    assert len({request.headers["x-client-id"] for request in cloud.asked(_ASK)}) == 1


async def test_a_host_that_does_not_say_when_is_asked_once_more_after_our_own_wait(
    cloud: Cloud, settings: Settings
) -> None:
    cloud.script(_ASK, refused(429, "later"))
    await _account(settings, rate_wait_s=0.01).access()
    assert len(cloud.asked(_ASK)) == 2


async def test_that_a_token_was_already_issued_is_said_with_the_way_out(
    cloud: Cloud, settings: Settings
) -> None:
    settings.config.mkdir()
    (settings.config / "client_id").write_text(_ID)
    cloud.always(_ASK, detail("One token per client per 7 days", 429))
    with pytest.raises(AccessError) as raised:
        await _account(settings).access()
    assert str(raised.value) == _ISSUED
    assert len(cloud.asked(_ASK)) == 2
    assert (settings.config / "client_id").read_text() == _ID


async def test_a_wait_of_days_is_not_begun(cloud: Cloud, settings: Settings) -> None:
    cloud.always(_ASK, detail("later", 429, retry_after="604800"))
    with pytest.raises(AccessError, match="already issued"):
        await _account(settings).access()
    assert len(cloud.asked(_ASK)) == 1


async def test_a_token_that_cannot_be_renewed_is_not_thrown_away(
    cloud: Cloud, settings: Settings
) -> None:
    account = _account(settings)
    stale = await account.access()
    cloud.always(_ASK, detail("later", 429))
    with pytest.raises(AccessError, match="already issued"):
        await account.renew(stale)
    assert await _account(settings).access() == stale  # the host may have been wrong


async def test_a_host_that_is_nowhere_leaves_no_token(settings: Settings) -> None:
    nowhere = replace(settings, api_url="http://127.0.0.1:9")
    with pytest.raises(UnreachableError, match="NemoVideo cannot be reached"):
        await _account(nowhere).access()
    assert not (settings.config / "tokens.json").exists()


async def test_a_request_that_broke_off_is_not_made_twice(cloud: Cloud, settings: Settings) -> None:
    cloud.script(_ASK, broken("silent"))
    with pytest.raises(UnreachableError, match="NemoVideo broke off"):
        await _account(settings).access()
    assert len(cloud.asked(_ASK)) == 1


async def test_no_host_is_shown_the_token_of_another(cloud: Cloud, settings: Settings) -> None:
    mine = await _account(settings).access()
    with Cloud() as other:
        other.nemo.tokens_of.clear()
        other.script(_ASK, ok({"token": "nmv_usr_other"}))
        elsewhere = replace(settings, api_url=other.url)
        assert (await _account(elsewhere).access()).bearer == "nmv_usr_other"
        assert all(mine.bearer not in str(request.headers) for request in other.requests)
    assert await _account(settings).access() == mine


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{", b"\xff", b'{"x": 3}', b"[" * 50_000, b'{"%s": {"x": []}}']
)
async def test_a_damaged_file_of_tokens_costs_no_more_than_a_token(
    content: bytes, cloud: Cloud, settings: Settings
) -> None:
    settings.config.mkdir()
    path = settings.config / "tokens.json"
    path.write_bytes(content.replace(b"%s", cloud.url.encode()))
    access = await _account(settings).access()
    assert cloud.url in json.loads(path.read_bytes())
    assert await _account(settings).access() == access


async def test_a_folder_that_cannot_be_used_is_said_with_the_way_out(
    cloud: Cloud, settings: Settings
) -> None:
    settings.config.write_text("a file")
    with pytest.raises(StorageError) as raised:
        await _account(settings).access()
    assert str(raised.value) == (
        f"What NemoVideo knows this installation by cannot be kept in “{settings.config}”: a file "
        "is in the place of a folder. Make it writable, or set NEMO_TOKEN to the token of your "
        "account."
    )
    assert cloud.requests == []


async def test_a_registration_link_is_given_to_anonymous_users_only(
    cloud: Cloud, settings: Settings
) -> None:
    account = _account(settings)
    assert account.registration_link() is None
    await account.access()
    link = f"https://web.example/register?bind={account.user_id}"
    assert account.registration_link() == link

    account.learn({"user_id": "u1"})
    assert account.registration_link() == link


@pytest.mark.parametrize(
    ("reply", "link"),
    [
        ({"user_id": "anon_1"}, "https://web.example/register?bind=anon_1"),
        ({"bind_id": "anon_2", "user_id": "u"}, "https://web.example/register?bind=anon_2"),
        ({"user_id": "usr_1"}, None),
        ({"user_id": 7}, None),
        ({"user_id": None}, None),
        ({"user_id": "anon_1&x=https://evil.example"}, None),
        ({"user_id": "anon_"}, None),
        ({"user_id": "x-anon_1"}, None),
        ({}, None),
    ],
)
async def test_the_user_of_a_persons_token_is_learned_from_replies(
    reply: dict[str, object], link: str | None, settings: Settings
) -> None:
    account = _account(replace(settings, token="nmv_usr_mine"))  # noqa: S106
    assert account.registration_link() is None
    account.learn(reply)
    assert account.registration_link() == link


async def test_who_has_no_credits_is_told_where_to_get_some(
    cloud: Cloud, settings: Settings
) -> None:
    anonymous = _account(settings)
    await anonymous.access()
    refusal = Refusal(200, 2001, "Insufficient credits")
    assert str(anonymous.refused(refusal)) == (
        "NemoVideo did not do this: no credits are left. "
        f"Register to go on: {anonymous.registration_link()}."
    )
    registered = _account(replace(settings, token="nmv_usr_mine"))  # noqa: S106
    registered.learn({"user_id": "usr_1"})
    assert str(registered.refused(refusal)) == (
        "NemoVideo did not do this: no credits are left. Top up credits in your account."
    )


async def test_no_token_is_ever_shown(cloud: Cloud, settings: Settings) -> None:
    secret = "nmv_usr_5ecret"  # noqa: S105
    cloud.script(_ASK, ok({"token": secret}), detail(f"{secret} was issued before", 418))
    account = _account(settings)
    access = await account.access()
    with pytest.raises(BackendError) as raised:
        await account.renew(access)
    shown = [repr(access), repr(account), repr(account._token), str(raised.value)]
    assert [text for text in shown if "5ecret" in text] == []
    assert [request for request in cloud.requests if "5ecret" in request.query] == []
