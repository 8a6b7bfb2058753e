"""Why an edit was not made, as a sentence."""

import re
from mimetypes import guess_type

from transcribe_video.backend.editing.phrases import length, with_minus
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.timecode import fine_clock

_SEPARATOR = re.compile(r"[/\\]")
_LENGTHS = {"longer_ms", "shown_ms"}


def trouble_told(error: EditError, say: Sentences) -> str:
    """What is said of an edit that cannot be made."""
    facts = dict(_told(name, value, say) for name, value in error.facts.items())
    reason = error.reason
    if reason == "no_file" and _SEPARATOR.search(str(error.facts["name"])):
        reason = "not_brought"
    elif reason == "no_file":
        facts["with_path"] = _with_path(str(error.facts["name"]), say)
    return say(reason, **facts)


def _told(name: str, value: object, say: Sentences) -> tuple[str, object]:
    """A moment as a clock shows it, and names as a list."""
    if name.endswith("_ms") and isinstance(value, int):
        told = length(value, say) if name in _LENGTHS else fine_clock(value)
        return name.removesuffix("_ms"), told
    if isinstance(value, list):
        return name, say.list([f"“{one}”" for one in value])
    return name, with_minus(value) if isinstance(value, int | float) else value


def _with_path(name: str, say: Sentences) -> str:
    """The message that would bring a file of this name."""
    kind = (guess_type(name)[0] or "").partition("/")[0]
    return say(f"bring_{kind if kind in {'image', 'video'} else 'audio'}", name=name)
