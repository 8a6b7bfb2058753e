"""The pages as texts."""

import re

import pytest

from transcribe_video.viewer.page import drop_page, gone_page

PAGES = (drop_page("a-nonce", 5 << 20), gone_page("a-nonce"))


@pytest.mark.parametrize("page", PAGES, ids=["drop", "gone"])
def test_a_page_is_small_and_whole(page: str) -> None:
    assert len(page.encode()) < 25_000
    assert page.startswith("<!doctype html>")
    assert not re.search(r"\$\w", page.partition("<script")[0])


@pytest.mark.parametrize("page", PAGES, ids=["drop", "gone"])
def test_a_page_names_no_other_host(page: str) -> None:
    assert not re.search(r"https?:|src=|@import|url\(", page)


@pytest.mark.parametrize("page", PAGES, ids=["drop", "gone"])
def test_only_what_carries_the_nonce_has_effect(page: str) -> None:
    assert re.findall(r"<(?:style|script)[^>]*>", page) == [
        '<style nonce="a-nonce">',
        '<script nonce="a-nonce">',
    ]
    assert not re.search(r"style=|\bon\w+=", page)


@pytest.mark.parametrize("page", PAGES, ids=["drop", "gone"])
def test_no_text_can_become_a_part_of_the_page(page: str) -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", page)


def test_the_page_knows_how_large_a_file_may_be() -> None:
    assert '<html lang="en" data-upload-bytes="5242880">' in drop_page("nonce", 5 << 20)
