"""What is said of edits, in English and Chinese."""

from collections.abc import Sequence

from transcribe_video.backend.editing.chinese import CHINESE
from transcribe_video.backend.editing.english import ENGLISH

LANGUAGES = ("en", "zh")


class Sentences:
    """The sentences of one language.

    Args:
        language: ``"zh"`` for Chinese, all else is English.

    Attributes:
        code: ``"en"`` or ``"zh"``.
    """

    def __init__(self, language: str) -> None:
        self.code = "zh" if language.startswith("zh") else "en"
        self._table = CHINESE if self.code == "zh" else ENGLISH

    def __call__(self, name: str, /, **facts: object) -> str:
        """A sentence or a phrase by its name."""
        return self._table[name].format(**facts)

    def about(self, name: str) -> str:
        """What a sentence is about, as it stands behind it; empty if there is no word for it."""
        phrase = self._table.get(f"about_{name}")
        return f": {phrase}" if phrase else ""

    def unable(self, what: str) -> str:
        """That something cannot be done here, by its name; what can instead, where that is near."""
        own = f"impossible_{what}"
        return self(own) if own in self._table else self("impossible", about=self.about(what))

    def list(self, items: Sequence[str]) -> str:
        """The items as a list in a sentence."""
        *most, last = items
        return f"{self('comma').join(most)}{self('and')}{last}" if most else last

    def together(self, *said: str) -> str:
        """Sentences one after the other; empty ones are left out."""
        return self("stop").join(filter(None, said))
