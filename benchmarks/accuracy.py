"""How many words are wrong, beside faster-whisper called plainly, in one run.

    .venv/bin/python benchmarks/accuracy.py [--speech DIR] [--quality fast balanced best]
    .venv/bin/python benchmarks/accuracy.py --quality --settings 15-28/1/2 15-28/1/30 8-15/5/2

Settings that are no named quality are given as windows of SHORTEST-LONGEST s / beam / tail in s.

The clips are heard one by one, and joined in several ways: in order, shuffled with gaps of 0 to
4 s, at levels from 0 to -40 dB, and in noise. The peer uses the same model with its own defaults
(beam 5, text conditioned on the text before) and word times. The word error rate is taken after
Whisper's English normalizer; its 95 % interval, and that of the difference to the peer, come from
drawing clips again 2,000 times. CPU seconds cover recognition alone. Where a folder holds meetings
with speaker times (rttm) and no text, the share of the speech that has words is told. The tables
are Markdown.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import jiwer
import numpy as np
from faster_whisper import WhisperModel, decode_audio
from whisper_normalizer.basic import BasicTextNormalizer
from whisper_normalizer.english import EnglishTextNormalizer

from transcribe_video.manifest import load_manifest
from transcribe_video.settings import load_settings
from transcribe_video.skill import skill_folder
from transcribe_video.speech.engine import Engine
from transcribe_video.speech.ledger import Ledger
from transcribe_video.speech.models.finder import find_model
from transcribe_video.speech.quality import QUALITIES, Quality
from transcribe_video.speech.recogniser import Recogniser
from transcribe_video.speech.sound import RATE, SAMPLES_PER_MS, Samples

_DRAWS = 2_000
_SPEECH = Path(__file__).parents[1] / "tests" / "speech"
_GAPS_S = (0.0, 0.1, 0.3, 0.6, 1.0, 2.0, 4.0)
_LEVELS_DB = (0, -10, -20, -30, -40)


@dataclass(frozen=True)
class Clip:
    """A recording of which it is known what is said."""

    name: str
    language: str
    kind: str
    samples: Samples
    text: str


@dataclass(frozen=True)
class Listening:
    """Clips that are heard as one recording."""

    name: str
    clips: tuple[Clip, ...]
    samples: Samples


class Whole:
    """Samples in memory as a sound."""

    def __init__(self, samples: Samples) -> None:
        self._samples = samples

    @property
    def duration_ms(self) -> int:
        """Its length."""
        return len(self._samples) // SAMPLES_PER_MS

    def read(self, start_ms: int, end_ms: int) -> Samples:
        """A part of it."""
        return self._samples[start_ms * SAMPLES_PER_MS : end_ms * SAMPLES_PER_MS]


def clips_in(folder: Path) -> list[Clip]:
    """The clips that a folder's manifest.json tells of."""
    rows = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return [
        Clip(
            row["file"],
            row["language"],
            row["kind"],
            np.asarray(decode_audio(str(folder / row["file"])), np.float32),
            row["text"],
        )
        for row in rows
        if row["text"]
    ]


def joined(name: str, clips: list[Clip], pieces: list[Samples], noise: float = 0.0) -> Listening:
    """Pieces of sound in a row as one recording, with white noise of that level."""
    whole = np.concatenate(pieces)
    hiss = np.random.default_rng(1).normal(0, noise, len(whole)) if noise else 0
    return Listening(name, tuple(clips), np.asarray(whole + hiss, np.float32))


def silence(length_s: float) -> Samples:
    """Nothing, for so long."""
    return np.zeros(round(length_s * RATE), np.float32)


def listenings(clips: list[Clip]) -> Iterator[Listening]:
    """All recordings on which the programs are compared."""
    read = [clip for clip in clips if clip.name.startswith("LJ")]
    in_order = [piece for clip in read for piece in (clip.samples, silence(0.5))]
    yield joined("read, in order, 0.5 s apart", read, in_order)
    yield joined("read, in order, no gap", read, [clip.samples for clip in read])
    for seed in (1, 2, 3):
        rng = np.random.default_rng(seed)
        twice = [clips[i] for _ in range(2) for i in rng.permutation(len(clips))]
        pieces = [piece for clip in twice for piece in (clip.samples, silence(rng.choice(_GAPS_S)))]
        yield joined(f"all twice, shuffled ({seed}), 0-4 s apart", twice, pieces, noise=0.0005)
    rng = np.random.default_rng(9)
    once = [clips[i] for i in rng.permutation(len(clips))]
    levels = [
        piece
        for clip in once
        for piece in (clip.samples * np.float32(10 ** (rng.choice(_LEVELS_DB) / 20)), silence(1))
    ]
    yield joined("all, 0 to -40 dB", once, levels, noise=0.0002)
    apart = [piece for clip in once for piece in (clip.samples, silence(0.4))]
    yield joined("all, in white noise", once, apart, noise=0.01)


def errors(clips: tuple[Clip, ...], heard: str) -> tuple[np.ndarray, np.ndarray, int]:
    """Wrong words and all words of each clip, and the longest run of words that was lost."""
    normal = EnglishTextNormalizer() if clips[0].language == "en" else BasicTextNormalizer()
    texts = [normal(clip.text).split() for clip in clips]
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    result = jiwer.process_words(
        " ".join(word for text in texts for word in text), normal(heard) or "∅"
    )
    wrong, longest = np.zeros(len(texts)), 0
    for chunk in result.alignments[0]:
        at = owner[min(chunk.ref_start_idx, len(owner) - 1)]
        if chunk.type == "insert":
            wrong[at] += chunk.hyp_end_idx - chunk.hyp_start_idx
        elif chunk.type in {"delete", "substitute"}:
            np.add.at(wrong, owner[chunk.ref_start_idx : chunk.ref_end_idx], 1)
        if chunk.type == "delete":
            longest = max(longest, chunk.ref_end_idx - chunk.ref_start_idx)
    return wrong, np.array([len(text) for text in texts]), longest


@dataclass
class Score:
    """What one program made of some recordings."""

    wrong: np.ndarray
    words: np.ndarray
    longest_loss: int
    cpu_s: float
    wall_s: float

    def __str__(self) -> str:
        rng = np.random.default_rng(0)
        draws = rng.integers(0, len(self.words), (_DRAWS, len(self.words)))
        rates = self.wrong[draws].sum(1) / self.words[draws].sum(1) * 100
        low, high = np.percentile(rates, (2.5, 97.5))
        rate = self.wrong.sum() / self.words.sum() * 100
        effort = f"{self.cpu_s:.0f} | {self.wall_s:.0f}"
        return f"{rate:.1f} ({low:.1f}-{high:.1f}) | {self.longest_loss} | {effort}"


@dataclass(frozen=True)
class Hearing:
    """What a program made of some sound: its words with (start_s, end_s), and the language."""

    words: list[tuple[float, float, str]]
    language: str

    @property
    def text(self) -> str:
        """All words."""
        return "".join(text for _, _, text in self.words)


Program = Callable[[Samples], Hearing]


def scored(program: Program, recordings: list[Listening]) -> Score:
    """Let a program hear the recordings."""
    wrong, words, longest = [], [], 0
    cpu_s, wall_s = time.process_time(), time.perf_counter()
    heard = [program(recording.samples).text for recording in recordings]
    cpu_s, wall_s = time.process_time() - cpu_s, time.perf_counter() - wall_s
    for recording, text in zip(recordings, heard, strict=True):
        of_clips, in_clips, loss = errors(recording.clips, text)
        wrong.append(of_clips)
        words.append(in_clips)
        longest = max(longest, loss)
    return Score(np.concatenate(wrong), np.concatenate(words), longest, cpu_s, wall_s)


def setting(text: str) -> Quality:
    """The quality that ``15-28/1/2`` stands for."""
    span, beam, tail_s = text.split("/")
    shortest_s, longest_s = (round(float(part) * 1000) for part in span.split("-"))
    return Quality(text, shortest_s, longest_s, int(beam), round(float(tail_s) * 1000))


def programs(qualities: list[Quality], folder: Path) -> Iterator[tuple[str, Program]]:
    """The peer, and this program at each quality; each model is in memory once."""
    settings = load_settings({"TRANSCRIBE_VIDEO_HOME": str(folder)})
    model = find_model(settings, load_manifest(skill_folder()).timeouts)
    peer = WhisperModel(str(model.folder), device="cpu", compute_type="int8", cpu_threads=2)

    def plainly(samples: Samples) -> Hearing:
        segments, info = peer.transcribe(samples, word_timestamps=True)
        words = [word for segment in segments for word in segment.words or ()]
        return Hearing([(word.start, word.end, word.word) for word in words], info.language)

    yield "faster-whisper, plainly", plainly
    engine = Engine(model, workers=2)
    for quality in qualities:

        def ours(samples: Samples, quality: Quality = quality) -> Hearing:
            with tempfile.TemporaryDirectory() as home:  # nothing is recalled from another round
                ledger = Ledger(Path(home), kept_days=1)
                started = Recogniser(engine, ledger).recognise(Whole(samples), quality)
                words = [word for done in started.windows for word in done.heard.words]
                ledger.close()
            return Hearing(
                [(word.start_ms / 1000, word.end_ms / 1000, word.text) for word in words],
                started.language.code if started.language else "none",
            )

        yield f"this program, {quality.name}", ours


def difference(ours: Score, peer: Score) -> str:
    """How many points of word error rate the peer is above this program, with its interval."""
    rng = np.random.default_rng(0)
    draws = rng.integers(0, len(peer.words), (_DRAWS, len(peer.words)))
    gain = peer.wrong - ours.wrong
    rates = gain[draws].sum(1) / peer.words[draws].sum(1) * 100
    low, high = np.percentile(rates, (2.5, 97.5))
    return f"{gain.sum() / peer.words.sum() * 100:+.1f} ({low:+.1f} to {high:+.1f})"


def covered(folder: Path, program: Program) -> Iterator[str]:
    """For each meeting, the share of the speech that lies within 0.3 s of a word."""
    for rttm in sorted(folder.glob("*.rttm")):
        samples = np.asarray(decode_audio(str(rttm.with_suffix(".flac"))), np.float32)
        spoken, worded = np.zeros(len(samples) // 160, bool), np.zeros(len(samples) // 160, bool)
        for line in rttm.read_text(encoding="utf-8").splitlines():
            start_s, length_s = (float(field) for field in line.split()[3:5])
            spoken[round(start_s * 100) : round((start_s + length_s) * 100)] = True
        words = program(samples).words
        for start_s, end_s, _ in words:
            worded[max(round(start_s * 100) - 30, 0) : round(end_s * 100) + 30] = True
        share = (spoken & worded).sum() / spoken.sum()
        yield f"| {rttm.stem}: {len(words)} words; speech within 0.3 s of one: {share:.0%} |"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--speech", type=Path, default=_SPEECH, help="folder of clips")
    parser.add_argument("--quality", nargs="*", default=list(QUALITIES), help="which to compare")
    parser.add_argument("--settings", nargs="*", default=[], type=setting, help="others to compare")
    options = parser.parse_args()
    qualities = [QUALITIES[name] for name in options.quality] + options.settings
    clips = clips_in(options.speech)
    english = [clip for clip in clips if clip.language == "en"]
    read = [Listening(clip.name, (clip,), clip.samples) for clip in english if clip.kind == "read"]
    rest = [Listening(clip.name, (clip,), clip.samples) for clip in english if clip.kind != "read"]
    sets = [("read clips, one by one", read), ("spontaneous clip", rest)]
    long = list(listenings(english))
    sets += [(recording.name, [recording]) for recording in long]
    with tempfile.TemporaryDirectory() as folder:
        peer: dict[str, Score] = {}
        for name, program in programs(qualities, Path(folder)):
            heading = "recording | WER % (95 %) | longest loss | CPU s | wall s | better by (95 %)"
            print(f"\n**{name}**\n\n| {heading} |\n|{' --- |' * 6}")
            program(english[0].samples)  # warm
            parts: dict[str, Score] = {}
            for title, recordings in sets:
                parts[title] = scored(program, recordings)
                print(_row(title, parts, peer), flush=True)
            parts["all joined"] = _sum([parts[recording.name] for recording in long])
            print(_row("all joined", parts, peer), flush=True)
            peer = peer or parts
            for clip in clips:
                if clip.language != "en":
                    heard = program(clip.samples)
                    print(f"| {clip.name}, heard as {heard.language}: {heard.text.strip()} |")
            print("\n".join(covered(options.speech, program)), flush=True)


def _row(title: str, parts: dict[str, Score], peer: dict[str, Score]) -> str:
    gain = difference(parts[title], peer[title]) if peer else ""
    return f"| {title} | {parts[title]} | {gain} |"


def _sum(scores: list[Score]) -> Score:
    return Score(
        np.concatenate([score.wrong for score in scores]),
        np.concatenate([score.words for score in scores]),
        max(score.longest_loss for score in scores),
        sum(score.cpu_s for score in scores),
        sum(score.wall_s for score in scores),
    )


if __name__ == "__main__":
    main()
