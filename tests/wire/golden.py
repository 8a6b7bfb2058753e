"""The examples of docs/wire.md, and the models that they are held against."""

import importlib
import inspect
import json
import pkgutil
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transcribe_video import wire
from transcribe_video.wire.message import Message

PAGE = Path(__file__).parents[2] / "docs" / "wire.md"
_BLOCK = re.compile(r"^```json (?P<title>[^\n]+)\n(?P<json>.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A block of the page: its title, and what stands in it."""

    title: str
    payload: dict[str, Any]

    @property
    def model(self) -> type[Message]:
        """The model that the title names."""
        return MODELS[self.title.removesuffix(" variant")]


def _modules() -> dict[str, Any]:
    names = (found.name for found in pkgutil.iter_modules(wire.__path__))
    return {name: importlib.import_module(f"transcribe_video.wire.{name}") for name in names}


MODULES = _modules()
MODELS: dict[str, type[Message]] = {
    name: found
    for module in MODULES.values()
    for name, found in inspect.getmembers(module, inspect.isclass)
    if issubclass(found, Message) and found is not Message
}


def examples() -> list[Example]:
    """All examples, in the order of the page."""
    found = _BLOCK.finditer(PAGE.read_text("utf-8"))
    return [Example(block["title"], json.loads(block["json"])) for block in found]


def example(title: str) -> dict[str, Any]:
    """What stands in the first block of that title."""
    return next(found.payload for found in examples() if found.title == title)
