"""The link to a page is given again as it is, and anew after a while."""

from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from tools.driver import text_of
from tools.project import assistant_in
from transcribe_video.connect import Connection
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import load_skill
from transcribe_video.tools.desk import DropPage, desk
from transcribe_video.tools.drop_page import link_again

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(120)]


async def test_who_asks_again_soon_gets_the_same_link(home: Path) -> None:
    async with assistant_in(home, wait_s=0) as assistant:
        first = await assistant.result("upload")
        told = first.structured_content
        again = await assistant.result("state", session_id=told["session_id"])
    assert (told["status"], told["link"]) == ("needs_input", again.structured_content["link"])
    assert "The link can be opened for an hour" in text_of(first)
    assert "The page waits: nothing has been dropped on it yet" in text_of(again)


async def test_a_link_that_was_given_long_ago_is_made_anew(home: Path, manifest: Manifest) -> None:
    settings = Settings(home=home)
    async with desk(settings, manifest, Connection(settings, load_skill(), manifest)) as made:
        client = await made.client()
        session_id = (await client.open_session()).session_id
        link = await link_again(made, client, session_id, None)
        assert link is not None
        old = DropPage(link, 0, asked_s=5.0, given_s=-1e9)
        made.pages[session_id] = old
        anew = await link_again(made, client, session_id, None)
        assert anew is not None
        page = made.pages[session_id]
        assert page == replace(old, link=anew, given_s=page.given_s)
        async with httpx.AsyncClient(trust_env=False) as browser:
            opened = [(await browser.get(one)).status_code for one in (link, anew)]
    assert (link != anew, opened) == (True, [200, 200])


async def test_an_empty_project_has_no_name_to_be_called_by(home: Path) -> None:
    async with assistant_in(home, wait_s=0) as assistant:
        opened = await assistant.result("upload")
        session_id = opened.structured_content["session_id"]
        for tool, arguments in (("read_transcript", {}), ("export", {"format": "srt"})):
            result = await assistant.result(tool, session_id=session_id, **arguments)
            assert text_of(result) == (
                "There is nothing to read yet: the project is empty. Add a video or a recording "
                f"first.\nref: session_id={session_id} status=failed"
            )
