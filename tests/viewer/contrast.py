"""Whether a page's texts stand out from what they stand on, as WCAG measures it."""

import re

from playwright.sync_api import Page

LEAST = 4.5
_COLOURS = """
() => [...document.querySelectorAll("body *")]
  .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
  .filter((node) => node.checkVisibility() && !node.closest("script, style, template, .unseen"))
  .map((node) => {
    let ground = node;
    while (ground && getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") {
      ground = ground.parentElement;
    }
    const behind = getComputedStyle(ground || document.documentElement).backgroundColor;
    return [node.textContent.slice(0, 40), getComputedStyle(node).color, behind];
  })
"""


def faint_texts(page: Page) -> list[str]:
    """The texts with less contrast than people with weak sight need."""
    colours = page.evaluate(_COLOURS)
    assert colours
    return [text for text, ink, ground in colours if contrast(ink, ground) < LEAST]


def contrast(ink: str, ground: str) -> float:
    """The contrast of two colours, from 1 to 21.

    Args:
        ink: as a browser tells it: ``rgb(…)``.
        ground: the same.
    """
    dark, light = sorted((_luminance(ink), _luminance(ground)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(part) / 255 for part in re.findall(r"\d+", colour)[:3])
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in channels]
    return sum(share * value for share, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
