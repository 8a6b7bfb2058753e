"""The language in which somebody writes, as far as the script tells it."""

import re

_CHINESE, _JAPANESE = re.compile("[\u4e00-\u9fff]"), re.compile("[\u3040-\u30ff]")


def written_language(text: str, usual: str) -> str:
    """The language for a session that begins with this text: ``zh``, else ``usual``."""
    return "zh" if _CHINESE.search(text) and not _JAPANESE.search(text) else usual
