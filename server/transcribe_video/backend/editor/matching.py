"""An edited transcript handed back: the deletions and moves that make the video say it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence

from transcribe_video.backend.editor.applied import Applied, taken_at
from transcribe_video.backend.editor.pieces import complement, rearranged
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.span import ranges_of
from transcribe_video.backend.editor.speech import SpokenWord, spoken_words
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.edit import MatchText
from transcribe_video.media.render.request import MOST_CLIPS
from transcribe_video.transcript.script import unspaced

_LETTERS = re.compile(r"[^\w]+")
_MOST_STRANGE = 0.2  # of a text may be words that nobody said
_MOST_NAMED = 8
_MOST_TRIED = 3_000_000  # places at which a run may begin, in all
_MOST_TIMES = 3  # as long as what was said
_LENGTHS = (8, 3, 2, 1)  # of runs that are looked up: few places have a long one in common


def match_text(timeline: Timeline, edit: MatchText, project: Project) -> Applied:
    """Make the video say this text, as far as its words were said.

    Raises:
        EditError: too many of its words were not said, it is in too many pieces, or there is no
            transcript.
    """
    words = spoken_words(timeline, project.transcripts)
    if not words:
        raise EditError("no_words" if project.transcripts else "no_transcript")
    tokens = [_tokens(spoken.word.text) for spoken in words]
    said = [(token, number) for number, row in enumerate(tokens) for token in row]
    wanted = _tokens(_unlabelled(edit.text, words))
    if len(wanted) > len(said) * _MOST_TIMES:
        raise EditError("not_this_text", words=", ".join(wanted[:_MOST_NAMED]))
    runs, strange = _runs([token for token, _ in said], wanted)
    if not wanted:
        raise EditError("nothing_left")
    if not runs or len(strange) > len(wanted) * _MOST_STRANGE:
        raise EditError("not_this_text", words=", ".join(strange[:_MOST_NAMED]))
    pieces = _pieces(timeline, words, _words_of(runs, said))
    named: dict[str, object] = {"words": ", ".join(strange[:_MOST_NAMED])}
    notes = (("strange", named),) if strange else ()
    gone = complement(pieces, timeline.d_ms)
    after = rearranged(timeline, pieces)
    return Applied(after, taken_at(gone, words), bool(strange), notes)


def _pieces(
    timeline: Timeline, words: Sequence[SpokenWord], kept: Sequence[Sequence[int]]
) -> list[tuple[int, int]]:
    """The parts of the timeline that say these words and, around them, what nobody speaks in.

    Where nothing is moved, all stays but the words that were deleted; where something is, the
    beginning before the first word and the end after the last one stay where they are.
    """
    numbers = [number for row in kept for number in row]
    if numbers == sorted(set(numbers)):
        deleted = set(range(len(words))) - set(numbers)
        return complement(ranges_of(timeline, words, deleted), timeline.d_ms)
    spoken = [span for row in kept for span in ranges_of(timeline, words, row)]
    [(first_ms, last_ms)] = ranges_of(timeline, words, range(len(words)))
    return [(0, first_ms), *spoken, (last_ms, timeline.d_ms)]


def _unlabelled(text: str, words: Sequence[SpokenWord]) -> str:
    """The text without the names of speakers before what they say."""
    names = {spoken.speaker for spoken in words if spoken.speaker}
    if not names:
        return text
    label = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.sub(rf"^\s*(?:{label})\s*[:：]", "", text, flags=re.MULTILINE | re.IGNORECASE)


def _runs(said: Sequence[str], wanted: Sequence[str]) -> tuple[list[tuple[int, int]], list[str]]:
    """The wanted words as runs of words that were said, and those that nobody said.

    Each time the longest run that goes on with the text is taken; of equally long ones that which
    follows the last, so that what is not moved stays where it is.

    Raises:
        EditError: they are more than a video can be made of, so that this is not its text.
    """
    index = _Index(said)
    runs: list[tuple[int, int]] = []
    strange: list[str] = []
    at, behind, jumps, tried = 0, 0, 0, 0
    while at < len(wanted):
        places = index.places(wanted, at)
        if not places:
            strange.append(wanted[at])
            at += 1
            continue
        tried += len(places)
        if tried > _MOST_TRIED or jumps > MOST_CLIPS:
            raise EditError("scattered", most=MOST_CLIPS)
        length, _, place = max(
            (_length(said, wanted, place, at), -((place - behind) % len(said)), place)
            for place in places
        )
        runs.append((place, place + length))
        at, behind, jumps = at + length, place + length, jumps + (place != behind)
    return runs, strange


class _Index:
    """Where runs of words were said.

    Args:
        said: all of them.
    """

    def __init__(self, said: Sequence[str]) -> None:
        self._places: list[tuple[int, Mapping[tuple[str, ...], Sequence[int]]]] = []
        for length in _LENGTHS:
            places: dict[tuple[str, ...], list[int]] = defaultdict(list)
            runs = zip(*(said[first:] for first in range(length)), strict=False)
            for number, run in enumerate(runs):
                places[run].append(number)
            self._places.append((length, places))

    def places(self, wanted: Sequence[str], at: int) -> Sequence[int]:
        """All places of the longest runs that begin with the wanted words, and of others."""
        for length, places in self._places:
            found = places.get(tuple(wanted[at : at + length]))
            if found:
                return found
        return ()


def _length(said: Sequence[str], wanted: Sequence[str], place: int, at: int) -> int:
    length = 0
    while (
        place + length < len(said)
        and at + length < len(wanted)
        and said[place + length] == wanted[at + length]
    ):
        length += 1
    return length


def _words_of(runs: Sequence[tuple[int, int]], said: Sequence[tuple[str, int]]) -> list[list[int]]:
    """The numbers of the words in each run; a run that goes on where another ends is one with it.

    Of the signs of one word, in a script without spaces, some may be in one run and some in the
    next: the word is said once.
    """
    rows: list[list[int]] = []
    behind = -1
    for first, last in runs:
        numbers = list(dict.fromkeys(number for _, number in said[first:last]))
        if rows and first == behind:
            numbers = [*rows.pop(), *numbers]
        rows.append(list(dict.fromkeys(numbers)))
        behind = last
    return rows


def _tokens(text: str) -> list[str]:
    """The words of a text in one form; each character of a script without spaces is one."""
    found: list[str] = []
    for piece in unicodedata.normalize("NFKC", text).casefold().split():
        if piece.isascii():
            found += filter(None, [_LETTERS.sub("", piece)])
            continue
        word = ""
        for sign in _LETTERS.sub("", piece):
            if unspaced(sign):
                found += [word, sign] if word else [sign]
                word = ""
            else:
                word += sign
        if word:
            found.append(word)
    return found
