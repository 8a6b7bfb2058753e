"""What every tool shows a model, for ``tools.json`` beside this file.

After a change that is meant, write it anew and review it like code:

    .venv/bin/python tests/tools/snapshot.py
"""

import json
from pathlib import Path

import anyio

from shipped import shipped_manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import load_skill
from transcribe_video.tools.server import server_of

SNAPSHOT = Path(__file__).with_name("tools.json")


def snapshot() -> str:
    """The tools as a host lists them, as text."""
    manifest = shipped_manifest()
    tools = anyio.run(server_of(Settings(home=Path()), load_skill(), manifest).list_tools)
    listed = [tool.model_dump(mode="json", by_alias=True, exclude_none=True) for tool in tools]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    SNAPSHOT.write_text(snapshot(), encoding="utf-8")
