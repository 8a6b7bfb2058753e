"""A person with a browser on a page of ours, and what the browser notes meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page

WORK_MS = 90_000
"""Longest wait for speech to be recognised on a busy machine."""

# Runs before the page's own script: notes what its policy refuses, and what a person would see.
_NOTING = """
window.noted = { refused: [], shown: [], heard: [] };
document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => {
  noted.refused.push(violatedDirective);
});
new MutationObserver(() => {
  for (const card of document.querySelectorAll(".card")) {
    const bar = card.querySelector("progress");
    const line = [card.querySelector(".state").textContent, bar.position];
    if (String(noted.shown.at(-1)) !== String(line)) noted.shown.push(line);
    const news = card.querySelector("[role=log]");
    if (news.checkVisibility() && news.innerText) noted.heard.push(news.innerText);
  }
}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
"""


@dataclass
class Visitor:
    """The person.

    Attributes:
        page: what is on the screen.
        hosts: whom the browser asked for anything.
        errors: of the page's script, and what its policy refused.
    """

    page: Page
    hosts: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)

    def card(self, name: str) -> Locator:
        """The card of a file."""
        heading = self.page.get_by_role("heading", name=name, exact=True)
        return self.page.locator(".card").filter(has=heading)

    def state(self, name: str) -> Locator:
        """What its card says of a file."""
        return self.card(name).locator(".state")

    def done(self, name: str) -> Locator:
        """The card of a file once its text is there."""
        card = self.card(name)
        card.locator(".text p").first.wait_for(timeout=WORK_MS)
        return card

    def drop(self, *paths: Path, onto: str = "#zone") -> None:
        """Drag files out of another program, and let them fall."""
        box = self.page.locator(onto).bounding_box()
        assert box
        files = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
        mouse = self.page.context.new_cdp_session(self.page)
        for kind in ("dragEnter", "dragOver", "drop"):
            place = {"x": box["x"] + 5, "y": box["y"] + 5}
            mouse.send("Input.dispatchDragEvent", {"type": kind, **place, "data": files})
        mouse.detach()

    def choose(self, *paths: Path) -> None:
        """Choose files with the button."""
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_role("button", name="Choose files…").click()
        chooser.value.set_files(list(paths))

    def focused(self) -> str:
        """What has the keyboard: its text or name."""
        name = self.page.evaluate(
            "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
        )
        return str(name)

    def shown(self) -> list[tuple[str, float]]:
        """Every line that cards have shown, with the place of their progress bar."""
        lines: list[list[Any]] = self.page.evaluate("noted.shown")
        return [(state, position) for state, position in lines]

    def heard(self) -> list[str]:
        """What was heard so far, each time that it was shown."""
        texts: list[str] = self.page.evaluate("noted.heard")
        return texts

    def refused(self) -> list[str]:
        """What the policy of the page refused."""
        found: list[str] = self.page.evaluate("noted.refused")
        return found


@contextmanager
def visiting(browser: Browser, link: str, **options: Any) -> Iterator[Visitor]:
    """Follow a link to a page of ours; at the end it must have asked nobody else for anything."""
    context = browser.new_context(**{"locale": "en-US", **options})
    try:
        visitor = _noted(context)
        visitor.page.goto(link)
        yield visitor
        assert visitor.hosts == {urlsplit(link).netloc}
        assert visitor.errors == []
        if not visitor.page.is_closed():
            assert visitor.refused() == []
    finally:
        context.close()


def _noted(context: BrowserContext) -> Visitor:
    context.add_init_script(_NOTING)
    visitor = Visitor(context.new_page())

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            visitor.errors.append(message.text)

    # From the start, because the browser is told of it too late by whoever waits for a chooser.
    visitor.page.on("filechooser", lambda _: None)
    context.on("request", lambda request: visitor.hosts.add(urlsplit(request.url).netloc))
    context.on("console", note)
    context.on("weberror", lambda error: visitor.errors.append(str(error.error)))
    return visitor
