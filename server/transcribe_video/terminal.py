"""What a person sees while recordings are worked on: a bar, the words as they come, the notes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Never, TextIO

from transcribe_video.errors import MissingExtraError
from transcribe_video.speech.models.progress import Progress as ModelProgress
from transcribe_video.speech.models.progress import Step
from transcribe_video.speech.pace import Pace
from transcribe_video.timecode import clock, milliseconds
from transcribe_video.transcript.segment import Segment

try:
    from tqdm import tqdm
except ImportError as error:
    raise MissingExtraError("offline", "recognising speech on this machine") from error

_BAR = "{desc} {percentage:3.0f}% |{bar}| "
_WHOLE = 1000  # steps of the bar
_TENTH = _WHOLE // 10  # where there is no terminal, a line for each tenth
_SLOW = 10  # times real time: below this a tenth matters
_STEPS = {
    Step.JOINING: "Installing the speech model (once)",
    Step.FETCHING: "Fetching the speech model (once)",
    Step.WAITING: "Waiting for another run that installs the speech model",
}


class Terminal:
    """Shows progress on standard error: a bar on a terminal, a few plain lines elsewhere.

    Args:
        stream: standard error.

    Attributes:
        is_live: whether it is a terminal, on which a person looks on.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.is_live = stream.isatty()
        self._name = ""
        self._bar: tqdm[Never] | None = None
        self._label = ""
        self._next_line = _TENTH
        self._pace = Pace()

    @contextmanager
    def recording(self, path: Path) -> Iterator[None]:
        """Show what follows as work on this recording; say how to go on if it is stopped."""
        self._name, self._next_line, self._pace = _printable(path.name), _TENTH, Pace()
        try:
            yield
        except KeyboardInterrupt:
            self._clear()
            self.say(
                f"Stopped. What was recognised of {self._name} so far is kept: give the same "
                "command again and it goes on from there."
            )
            raise
        finally:
            self._clear()

    def say(self, sentence: str) -> None:
        """Show a line, above the bar if there is one."""
        with suppress(OSError, ValueError):  # whoever looked on has gone: the work goes on
            if self._bar is not None:
                self._bar.clear()
            print(_printable(sentence), file=self._stream, flush=True)

    def reading(self, done_ms: int, total_ms: int | None) -> None:
        """So much of the recording has been read."""
        self._pace = Pace()
        if self.is_live and total_ms:
            self._show(f"Reading {self._name}", done_ms / total_ms, clock(done_ms))

    def fetching(self, progress: ModelProgress) -> None:
        """The speech model is on its way."""
        self._pace = Pace()
        label = _STEPS[progress.step]
        if self.is_live or progress.step is Step.FETCHING:
            megabytes = f"{progress.done_bytes // 10**6} of {progress.total_bytes // 10**6} MB"
            self._show(label, progress.done_bytes / max(progress.total_bytes, 1), megabytes)
        elif self._label != label:
            self.say(f"{label}…")
        self._label = label

    def loading(self) -> None:
        """The speech model is on its way into memory, which takes a moment: nothing is shown."""
        self._pace = Pace()

    def stage(self, name: str, fraction: float | None) -> None:
        """What is being done before the recording's turn, e.g. fetching the speech model."""
        self._pace = Pace()
        label = f"{name[0].upper()}{name[1:]}"
        if self.is_live and fraction is not None:
            self._show(label, fraction, "")
        elif self._label != label:
            self.say(f"{label}…")
        self._label = label

    def recognised(self, done_ms: int, total_ms: int, news: tuple[Segment, ...]) -> None:
        """So much has been recognised, with what was said since the last call."""
        self.words(news)
        self._pace.mark(done_ms)
        text = _pace_text(self._pace, done_ms, total_ms)
        self._show(self._name, done_ms / max(total_ms, 1), text)

    def recalled(self, until_ms: int, total_ms: int, news: tuple[Segment, ...]) -> None:
        """An earlier run had recognised everything up to here, and this was said."""
        self._pace.begin(until_ms)
        if until_ms == total_ms:
            self.say(f"{self._name}: an earlier run had recognised all of it.")
        else:
            self.say(f"{self._name}: an earlier run had recognised it up to {clock(until_ms)}.")
        self.words(news)

    def words(self, news: Sequence[Segment]) -> None:
        """This was said; it is shown where a person looks on."""
        if self.is_live:
            for segment in news:
                self.say(f"[{clock(segment.start_ms)}] {segment.text}")

    def _show(self, label: str, share: float, detail: str) -> None:
        step = round(min(share, 1.0) * _WHOLE)
        if label != self._label:
            self._label, self._next_line = label, _TENTH
        if self.is_live:
            with suppress(OSError, ValueError):
                self._draw(label, step, detail)
        elif step >= self._next_line:
            self.say(f"{label}: {step // 10} % ({detail})")
            self._next_line = step // _TENTH * _TENTH + _TENTH

    def _draw(self, label: str, step: int, detail: str) -> None:
        look = _BAR + detail
        if self._bar is None:
            self._bar = tqdm(
                desc=label,
                total=_WHOLE,
                initial=step,
                bar_format=look,
                file=self._stream,
                leave=False,
                dynamic_ncols=True,
            )
            return
        self._bar.n, self._bar.bar_format = step, look
        self._bar.set_description_str(label)

    def _clear(self) -> None:
        if self._bar is not None:
            self._bar.close()
        self._bar = None


def _pace_text(pace: Pace, done_ms: int, total_ms: int) -> str:
    """``12:03 of 40:00, 11× real time, 2:30 left``."""
    done = f"{clock(done_ms)} of {clock(total_ms)}"
    speed, left_s = pace.speed, pace.left_s(total_ms)
    if not speed:
        return f"{done}, listening…"
    shown = f"{speed:.1f}" if speed < _SLOW else f"{speed:.0f}"
    left = "" if left_s is None else f", {clock(milliseconds(left_s))} left"
    return f"{done}, {shown}× real time{left}"


def _printable(text: str) -> str:
    """The text without characters that would command the terminal."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
