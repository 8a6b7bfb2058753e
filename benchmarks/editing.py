"""How long somebody waits for an edit by words, and for a long message to be read.

    .venv/bin/python benchmarks/editing.py [--hours 1 3 10]

A talk of so many hours, in words that nobody has to understand, is edited: an edited transcript of
it is handed back, with each ninth sentence deleted and the first third moved to the end, and a
sentence is quoted with a wrong word. Python's difflib, which finds no moves, compares the same
words beside it. Then the messages that are hardest to read are read, each of the length that is
read at most and of a tenth of it. The tables, in Markdown, hold CPU seconds.
"""

import argparse
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from fractions import Fraction
from functools import partial
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from backend.editor.long_talk import long_talk
from conversation.editing.hostile import PIECES
from transcribe_video.backend.editor.applying import applied
from transcribe_video.conversation.editing.edit import CutWords, MatchText
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.said import Said
from transcribe_video.conversation.editing.situation import Situation

_LENGTHS = (1_000, 10_000)  # of messages, in characters
_SHOWN = 5


def cpu_s(work: Callable[[], object]) -> float:
    """CPU seconds of a piece of work."""
    begun_s = time.process_time()
    work()
    return time.process_time() - begun_s


def edits(hours: float) -> tuple[float, float, float]:
    """CPU seconds of a text handed back, of difflib with it, and of a quotation."""
    timeline, project, sentences = long_talk(hours)
    kept = [one for number, one in enumerate(sentences) if number % 9 != 4]
    third = len(kept) // 3
    kept = [*kept[third:], *kept[:third]]
    text = MatchText(".\n".join(kept))
    said, wanted = " ".join(sentences).split(), " ".join(kept).split()
    first, second, _, *rest = sentences[len(sentences) // 2].split()
    quoted = CutWords(Said(" ".join([first, second, "uhm", *rest])))
    return (
        cpu_s(lambda: applied(timeline, text, project)),
        cpu_s(SequenceMatcher(None, said, wanted).get_opcodes),
        cpu_s(lambda: applied(timeline, quoted, project)),
    )


def messages() -> list[tuple[str, list[float]]]:
    """CPU seconds to read each piece, said again and again; the slowest first."""
    length_ms = 120_000
    situation = Situation(length_ms, Fraction(25), ("talk.mp4",), clips=((0, length_ms),))
    rows = [
        (piece, [cpu_s(partial(edits_of, text, situation)) for text in _texts(piece)])
        for piece in PIECES
    ]
    return sorted(rows, key=lambda row: -row[1][-1])


def _texts(piece: str) -> list[str]:
    return [(piece * length)[:length] for length in _LENGTHS]


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=float, nargs="+", default=[1, 3, 10])
    hours = parser.parse_args().hours
    print("| hours | text handed back | difflib | quotation |\n| --- | --- | --- | --- |")
    for one in hours:
        print(f"| {one:g} | " + " | ".join(f"{cost_s:.2f}" for cost_s in edits(one)) + " |")
    print("\n| said again and again | " + " | ".join(f"{n} characters" for n in _LENGTHS) + " |")
    print("| --- | --- | --- |")
    for piece, costs in messages()[:_SHOWN]:
        print(f"| `{piece.strip()}` | " + " | ".join(f"{one:.2f}" for one in costs) + " |")


if __name__ == "__main__":
    main()
