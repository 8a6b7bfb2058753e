"""A message as the tokens that are understood in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transcribe_video.conversation.editing.clip_numbers import clips_in
from transcribe_video.conversation.editing.counted import counted
from transcribe_video.conversation.editing.dictionary import LONGEST_PHRASE, dictionary, known_words
from transcribe_video.conversation.editing.folded import LONGEST, folded
from transcribe_video.conversation.editing.moods import moods_in
from transcribe_video.conversation.editing.numerals import number_at
from transcribe_video.conversation.editing.quantities import amount_at, bare_unit_at
from transcribe_video.conversation.editing.quoting import mentions_in
from transcribe_video.conversation.editing.scanner import Scrap, scraps_of
from transcribe_video.conversation.editing.shares import bare_share_at
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.situation import Situation
from transcribe_video.conversation.editing.slips import mended
from transcribe_video.conversation.editing.token import COLON, Token

_NOBODYS = re.compile(r"[\ue000-\uf8ff]")
_FIRST, _MOST = 0xE000, 6000
_FIGURES = {Sign.FACTOR, Sign.HEIGHT, Sign.PLATFORM, Sign.SPEED, Sign.VOLUME}
_MARKS = {
    **dict.fromkeys(",;:、", Sign.MARK),
    **dict.fromkeys((".", "!", "?", "。"), Sign.STOP),
    **dict.fromkeys("([{", Sign.OPEN),
    **dict.fromkeys(")]}", Sign.CLOSE),
    "-": Sign.DASH,
    "~": Sign.DASH,
}


def tokens_of(message: str, situation: Situation) -> tuple[Token, ...]:
    """The tokens of a message in order."""
    clean = _NOBODYS.sub(" ", _unquoted(message))
    mentions = mentions_in(clean, situation.files)[:_MOST]
    mentions = counted(_masked(clean, mentions)[:LONGEST], mentions)[:_MOST]
    masked = _masked(clean, mentions)
    moods = [*moods_in(masked[:LONGEST].replace("\u2019", "'"))][: _MOST - len(mentions)]
    masked = _masked(masked, moods, len(mentions))
    mentions += moods
    clips = clips_in(masked[:LONGEST], situation.clips)[: _MOST - len(mentions)]
    plain = folded(_masked(masked, clips, len(mentions)))
    mentions += clips
    scraps = list(scraps_of(plain.text, situation.rate))
    places = [(plain.origins[scrap.start], plain.origins[scrap.end - 1] + 1) for scrap in scraps]
    frame_ms = 1000 / float(situation.rate)
    return tuple(_read(scraps, places, mentions, frame_ms))


def _masked(text: str, tokens: Sequence[Token], first: int = 0) -> str:
    """A text with one letter, and spaces behind it, in place of each token."""
    pieces, end = [], 0
    for number, token in enumerate(tokens, first):
        mark = chr(_FIRST + number).ljust(token.end - token.start)
        pieces += [text[end : token.start], mark]
        end = token.end
    return "".join((*pieces, text[end:]))


def _unquoted(message: str) -> str:
    """A message that is quoted as a whole is meant as if it were not."""
    inner = message.strip()
    is_quoted = len(inner) > 1 and inner[0] in "\"'“「" and inner[-1] in "\"'”」"
    if not is_quoted or set(inner[1:-1]) & set("\"'“”「」"):
        return message
    start = message.index(inner)
    return f"{message[:start]} {inner[1:-1]} {message[start + len(inner) :]}"


def _read(
    scraps: Sequence[Scrap],
    places: Sequence[tuple[int, int]],
    mentions: Sequence[Token],
    frame_ms: float,
) -> Iterator[Token]:
    words = [mended(_bare(scrap.word)) for scrap in scraps]
    at, last = 0, Sign.STOP
    while at < len(scraps):
        length, token = _token(scraps, words, at, mentions, frame_ms, last)
        start, end = places[at][0], places[at + length - 1][1]
        yield _placed(token, start, max(end, token.end))
        last = token.sign if token.sign is not Sign.SMALL else last
        at += length


def _bare(word: str) -> str:
    """“Music” of “the music's too loud”, where no phrase has it so."""
    stem = word.removesuffix("'s")
    return stem if word not in known_words() and stem in known_words() else word


def _placed(token: Token, start: int, end: int) -> Token:
    return replace(token, start=start, end=end)


def _token(
    scraps: Sequence[Scrap],
    words: Sequence[str],
    at: int,
    mentions: Sequence[Token],
    frame_ms: float,
    last: Sign,
) -> tuple[int, Token]:
    """The token at a place, and how many scraps it takes."""
    scrap, word = scraps[at], words[at]
    if "\ue000" <= word <= "\uf8ff":
        return 1, mentions[ord(word) - _FIRST]
    if scrap.sign:
        return 1, Token(scrap.sign, 0, 0, scrap.text, scrap.number)
    return _worded(words, at, frame_ms, last)


def _worded(words: Sequence[str], at: int, frame_ms: float, last: Sign) -> tuple[int, Token]:
    """The token that words make."""
    amount = amount_at(words, at, frame_ms)
    if amount is None and last in {Sign.FIRST, Sign.LAST}:
        amount = bare_unit_at(words, at) or bare_share_at(words, at)
    length, phrase = _phrase(words, at)
    if amount and (amount.length >= length or amount.sign in {Sign.QUANTITY, Sign.CLOCK}):
        return amount.length, Token(amount.sign, 0, 0, "", amount.number, amount.unit_ms)
    if phrase:
        return length, phrase
    if found := number_at(words, at):
        is_half = list(words[at + found[1] : at + found[1] + 3]) == ["and", "a", "half"]
        return found[1] + 3 * is_half, Token(Sign.NUMBER, 0, 0, number=found[0] + 0.5 * is_half)
    text = words[at] if words[at] == COLON else ""
    return 1, Token(_mark(words[at]), 0, 0, text)


def _mark(word: str) -> Sign:
    """What a word is that no phrase has, or a mark."""
    if word.startswith("\n"):
        return Sign.STOP
    return _MARKS.get(word, Sign.OTHER if word.isalnum() or "'" in word else Sign.SMALL)


def _phrase(words: Sequence[str], at: int) -> tuple[int, Token | None]:
    """The phrase at a place: the longest, or the one that leaves more to be understood."""
    lengths = _lengths(words, at)
    if not lengths:
        return 0, None
    length = lengths[0]
    if not words[at].isascii():  # 大号|字幕 and not 大号字|幕
        length = max(lengths, key=lambda one: (one + _longest(words, at + one), one))
    sign, text = dictionary()[tuple(words[at : at + length])]
    number = float(text) if text and sign in _FIGURES else 0.0
    return length, Token(sign, 0, 0, text, number)


def _lengths(words: Sequence[str], at: int) -> list[int]:
    """How long the phrases at a place are, the longest first."""
    most = min(LONGEST_PHRASE, len(words) - at)
    known = dictionary()
    return [length for length in range(most, 0, -1) if tuple(words[at : at + length]) in known]


def _longest(words: Sequence[str], at: int) -> int:
    return next(iter(_lengths(words, at)), 0)
