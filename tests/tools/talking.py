"""A person's sentences to the tools, and what came of them; a failure or a rest undone fails."""

import re
from typing import Any

from tools.driver import Assistant, text_of


async def say(assistant: Assistant, message: str, **arguments: Any) -> dict[str, Any]:
    """What ``chat`` answers to a message, as structure."""
    result = await assistant.result("chat", message=message, wait_s=50, **arguments)
    assert not result.is_error, text_of(result)
    told: dict[str, Any] = result.structured_content
    assert told["status"] != "running", told
    assert not re.search("Not understood|没有看懂", told["reply"]), told["reply"]
    return told


async def said_now(assistant: Assistant) -> str:
    """What is said in the edit, in one line."""
    page = (await assistant.result("read_transcript")).structured_content
    lines = page["text"].splitlines()
    return " ".join(line.split("] ", 1)[-1] for line in lines if line.startswith("["))


async def exported(assistant: Assistant, **arguments: Any) -> dict[str, Any]:
    """What ``export`` answers once the file is there, as structure."""
    result = await assistant.result("export", wait_s=50, **arguments)
    assert not result.is_error, text_of(result)
    told: dict[str, Any] = result.structured_content
    assert told["status"] == "completed", told
    return told
