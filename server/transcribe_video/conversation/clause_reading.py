"""A clause of a message, with what all rules about it look at."""

import re
from collections.abc import Collection, Sequence

from transcribe_video.conversation import signs
from transcribe_video.conversation.keywords import is_negated, keywords_in
from transcribe_video.conversation.lexer import lexemes_of
from transcribe_video.conversation.mentions import mentions_in
from transcribe_video.conversation.spelling import mended
from transcribe_video.conversation.wish import Wish, wish_of
from transcribe_video.manifest import Route

_WORD, _MARKS = re.compile(r"[a-z0-9']+"), re.compile(r"^[\W_]+")
_LEADS = 12  # words like “please” before a command


class ClauseReading:
    """A clause in plain letters, with what all the rules look at."""

    def __init__(self, written: str, routes: Sequence[Route]) -> None:
        keywords = [keyword for route in routes for keyword in route.keywords]
        text = mended(mentions_in(written).text, keywords).strip()
        self.written = written
        self.text = signs.GERUND.sub(r"\1 \2", text)
        self.command = _command(self.text)
        self.has_address = "://" in written
        self.has_file = signs.PATH.search(written) is not None
        self.has_time = signs.MOMENT.search(written) is not None
        self.wish: Wish = wish_of(written)
        self.lexemes = lexemes_of(written)
        self.routes = {route.intent: route for route in routes}

    @property
    def is_question(self) -> bool:
        """Whether it asks something, and is no request in the form of a question."""
        return self.asks_in_english or signs.QUESTION_ZH.search(self.text) is not None

    @property
    def asks_in_english(self) -> bool:
        """Whether it begins like a question: “could I have those” does not."""
        begins = signs.QUESTION.match(self.command)
        lead = self.text[: len(self.text) - len(self.command)]
        return bool(begins and not signs.REQUEST.search(lead))

    @property
    def shows_text(self) -> bool:
        """Whether a text in quotation marks shall be seen for a while: “'Hello' at 0:10”."""
        is_quoted = signs.QUOTED.search(self.written) is not None
        return is_quoted and signs.WHILE.search(self.written) is not None

    @property
    def is_about_somebody(self) -> bool:
        """Whether it is about somebody in the recording, or what is said in it."""
        return signs.PERSON.search(self.text) is not None

    @property
    def is_edit(self) -> bool:
        """Whether it says how the video shall be changed."""
        begins = signs.EDIT.match(self.command)
        return bool(begins or self._edits_in_chinese() or signs.EDIT_LATER.search(self.text))

    def keywords(self, intent: str) -> list[re.Match[str]]:
        """Where the intent's keywords stand."""
        route = self.routes.get(intent)
        return list(keywords_in(self.text, route)) if route else []

    def says_only(self, small: Collection[str], intent: str) -> bool:
        """Whether there are no other Latin words in it than these and the intent's keywords."""
        route = self.routes.get(intent)
        known = {word for keyword in route.keywords for word in keyword.split()} if route else set()
        return all(word.strip("'") in small or word in known for word in words_of(self.text))

    def _edits_in_chinese(self) -> bool:
        found = signs.EDIT_ZH.search(self.text)
        return found is not None and not is_negated(self.text, found.start())


def _command(text: str) -> str:
    """The text from its first word that is more than courtesy."""
    for _ in range(_LEADS):
        text = _MARKS.sub("", text)
        lead = signs.LEAD.match(text)
        if lead is None:
            break
        text = text[lead.end() :]
    return text


def words_of(text: str) -> list[str]:
    """The Latin words of a plain text."""
    return _WORD.findall(text)
