"""What one clause of a message is: a command, and which, or something else."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from transcribe_video.conversation import signs
from transcribe_video.conversation.clause_reading import ClauseReading, words_of
from transcribe_video.conversation.keywords import is_negated
from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.timelines import timeline_in
from transcribe_video.manifest import Route

EXPORT, DOCUMENT, CREDITS, STATE = "export", "document", "credits", "state"
UPLOAD, CANCEL, CHAT, NOTHING = "upload", "cancel", "chat", ""

_HAN = re.compile("[一-鿿]")
_MAKES_ZH = re.compile("请?(?:帮我|给我|我要|我想要|做|生成|来)")
_MAKES = re.compile(r"(?:turn|convert|make|create|generate|take|keep|put)\b")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a clause asks for.

    Attributes:
        intent: a route's intent, ``"document"`` or ``"chat"``; empty if it asks for nothing.
        formats: of a document, those that are named or implied.
        is_implied: whether they only follow from its kind: subtitles are SRT.
        is_bare: whether it names formats and no kind of document: “Markdown will do”.
        has_file: whether a file or an address is given.
        is_unread: whether it is given with words that are not understood.
        edit: where the command ends that stands before an export in the same clause (加字幕导出),
            as a part of the plain text; empty if none does.
    """

    intent: str = NOTHING
    formats: tuple[str, ...] = ()
    is_implied: bool = False
    is_bare: bool = False
    has_file: bool = False
    is_unread: bool = False
    edit: str = ""


def sense_of(written: str, routes: Sequence[Route]) -> Sense:
    """What a clause asks for, by the first rule that holds."""
    clause = ClauseReading(written, routes)
    for rule, intent in _FIRST:
        if rule(clause):
            return Sense(intent, has_file=clause.has_file)
    if _wants_document(clause):
        return _document(clause)
    export = None if _fetches(clause) else next(_exports(clause), None)
    if export is not None:
        before = clause.text[:export]
        is_edit = signs.EDIT_ZH.search(before) and not is_negated(clause.text, export)
        return Sense(EXPORT, edit=before if is_edit else "")
    if _uploads(clause):
        return Sense(UPLOAD, has_file=clause.has_file)
    if clause.has_file and not (clause.is_edit or clause.is_question):
        return Sense(UPLOAD, has_file=True, is_unread=True)
    is_chat = clause.is_edit or clause.is_question
    return Sense(CHAT if is_chat else NOTHING, has_file=clause.has_file)


def _document(clause: ClauseReading) -> Sense:
    kinds = {lexeme.kind for lexeme in clause.lexemes if not lexeme.is_negated}
    is_named = bool(kinds & {Kind.FORMAT, Kind.ALL_FORMATS, Kind.UNKNOWN_FORMAT})
    return Sense(
        DOCUMENT,
        tuple(_formats(clause)),
        is_implied=not is_named,
        is_bare=is_named and not kinds & {Kind.SUBTITLE, Kind.TRANSCRIPT, Kind.CAPTION},
        has_file=clause.has_file,
    )


def _asks_credits(clause: ClauseReading) -> bool:
    is_costs = signs.CREDITS.search(clause.text) is not None
    if not (is_costs or clause.keywords(CREDITS)) or signs.CREDITS_NOT.search(clause.text):
        return False
    if clause.is_about_somebody or (signs.EDIT_ZH.search(clause.text) and not clause.is_question):
        return False
    return is_costs or clause.says_only(signs.CREDITS_SMALL, CREDITS)


def _asks_state(clause: ClauseReading) -> bool:
    if signs.EDIT.match(clause.command) or signs.OTHERS_ZH.search(clause.text):
        return False
    if signs.STATE.search(clause.text) or signs.STATE_ZH.search(clause.text):
        return not (clause.is_about_somebody and _HAN.search(clause.text))
    if clause.is_about_somebody:
        return False
    is_named = clause.keywords(STATE) or signs.STATE_WORDS.search(clause.text)
    is_changed = signs.EDIT_ZH.search(clause.text)
    return bool(is_named and not is_changed and clause.says_only(signs.STATE_SMALL, STATE))


def _cancels(clause: ClauseReading) -> bool:
    """Whether it ends the work under way; “stop the music at 0:30” is an edit."""
    if signs.STOP_ZH.search(clause.text):
        return True
    found = clause.keywords(CANCEL)
    if not found or clause.is_question:
        return False
    rest = clause.text
    for match in found:
        rest = rest.replace(match[0], " ")
    words = set(words_of(rest))
    things = signs.JOB_THINGS if words & signs.JOBS else frozenset[str]()
    is_job = words <= signs.JOB_SMALL | things
    return is_job and not _HAN.search(signs.JOB_SMALL_ZH.sub("", rest))


def _wants_document(clause: ClauseReading) -> bool:
    wish = clause.wish
    if signs.OPTION.match(clause.text) or _is_about_export(clause) or _is_of_edit(clause):
        return False
    if clause.asks_in_english or (clause.is_about_somebody and clause.is_question):
        return False
    is_made = _MAKES.match(clause.command) and not signs.EDIT_LATER.search(clause.text)
    kinds = {lexeme.kind for lexeme in clause.lexemes if not lexeme.is_negated}
    is_caption = bool(kinds & {Kind.SUBTITLE, Kind.CAPTION})
    is_switched = is_caption and signs.SWITCHED.search(clause.text)
    is_changed = (
        (clause.is_edit and not is_made)
        or signs.COLORED.search(clause.text)
        or is_switched
        or (is_caption and clause.shows_text)
    )
    if wish.documents:
        return wish.exports_document or bool(not is_changed and (wish.formats or wish.documents))
    if signs.FETCH.match(clause.command):
        return bool(kinds & {Kind.FORMAT, Kind.TRANSCRIPT, Kind.SUBTITLE})
    return not is_changed and Kind.FORMAT in kinds and bool(kinds & {Kind.EXPORT, Kind.DELIVER})


def _is_of_edit(clause: ClauseReading) -> bool:
    """“A Premiere project with the subtitles”, “match the document”: no document is wanted."""
    is_asked = clause.keywords(EXPORT) or _wants_timeline(clause)
    is_timeline = is_asked and timeline_in(clause.text) is not None
    return bool(is_timeline or signs.MATCH.search(clause.text))


def _is_about_export(clause: ClauseReading) -> bool:
    """Whether the command is no command but part of a thing's name: “export settings”."""
    return any(
        found.start() == len(clause.text) - len(clause.command)
        and signs.THING.match(clause.text[found.end() :])
        for found in clause.keywords(EXPORT)
    )


def _formats(clause: ClauseReading) -> Iterator[str]:
    named = clause.wish.formats or tuple(
        lexeme.value
        for lexeme in clause.lexemes
        if lexeme.kind in {Kind.FORMAT, Kind.SUBTITLE} and not lexeme.is_negated
    )
    yield from named
    yield from (value for kind, value in clause.wish.misses if kind is Kind.UNKNOWN_FORMAT)


def _exports(clause: ClauseReading) -> Iterator[int]:
    """Where in the clause the video is asked for."""
    if (delivery := signs.DELIVERY.search(clause.command)) and not signs.EDIT_LATER.search(
        clause.text
    ):
        yield len(clause.text) - len(clause.command) + delivery.start()
    if _wants_other_video(clause) or _wants_timeline(clause):
        yield 0
    for found in signs.DELIVERY_ZH.finditer(clause.text):
        if not is_negated(clause.text, found.start()):
            yield found.start()
    for found in clause.keywords(EXPORT):
        if _is_command(clause, found):
            yield found.start()


def _wants_other_video(clause: ClauseReading) -> bool:
    """Whether a kind of video is asked for that is not made here: “send me a gif”."""
    is_named = any(kind is Kind.UNKNOWN_VIDEO for kind, _ in clause.wish.misses)
    is_asked = _MAKES.match(clause.command) or signs.HANDED.match(clause.command)
    return is_named and is_asked is not None


def _wants_timeline(clause: ClauseReading) -> bool:
    """“Give me a project for Final Cut”."""
    is_asked = (
        _MAKES.match(clause.command)
        or signs.HANDED.match(clause.command)
        or _MAKES_ZH.match(clause.text)
    )
    return bool(is_asked and not clause.is_question and timeline_in(clause.text))


def _fetches(clause: ClauseReading) -> bool:
    """Whether what is to be downloaded is a recording at an address."""
    return clause.has_address and signs.FETCHED.match(clause.command) is not None


def _uploads(clause: ClauseReading) -> bool:
    if _fetches(clause):
        return True
    if clause.has_time:
        return False  # that is where it shall stand, as music or as a clip
    if any(_is_command(clause, found) for found in clause.keywords(UPLOAD)):
        return True
    if signs.HANDING.search(clause.command):
        return True
    return clause.has_file and _brings(clause)


def _brings(clause: ClauseReading) -> bool:
    """Whether a file is given and nothing is said of what is to be done with it."""
    rest = signs.BRING_ZH.sub("", clause.text)
    return clause.says_only(signs.BRING_SMALL, UPLOAD) and not _HAN.search(rest)


def _is_command(clause: ClauseReading, found: re.Match[str]) -> bool:
    """Whether a keyword is what shall be done, not what is spoken of."""
    before, after = clause.text[: found.start()], clause.text[found.end() :]
    if clause.asks_in_english or signs.WHICH_ZH.search(clause.text):
        return False
    if signs.SUBORDINATE.search(before) or signs.SUBORDINATE_ZH.match(after):
        return False
    if signs.MENTION.search(before) or signs.THING.match(after):
        return False
    if signs.MADE.search(clause.text):
        return not signs.EDIT_LATER.search(clause.text)
    if signs.CONTENT_ZH.search(before) or (signs.EDIT.match(clause.command) and before.strip()):
        return False
    return not (found[0].isascii() and signs.NOUN.search(before))


_FIRST: tuple[tuple[Callable[[ClauseReading], bool], str], ...] = (
    (_asks_credits, CREDITS),
    (_asks_state, STATE),
    (_cancels, CANCEL),
    (lambda clause: clause.wish.transcribes, CHAT),
)
