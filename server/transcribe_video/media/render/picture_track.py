"""The picture of a video: spliced of what is there, or encoded anew."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.media.render.command import picture_command
from transcribe_video.media.render.cut import Cut, ranges
from transcribe_video.media.render.damage import damaged
from transcribe_video.media.render.ffmpeg import find_ffmpeg, run_ffmpeg
from transcribe_video.media.render.footage import INDEXED, Footage
from transcribe_video.media.render.graph import Stage
from transcribe_video.media.render.join import write_joined
from transcribe_video.media.render.join_source import expected_joins
from transcribe_video.media.render.packet_index import PacketIndex
from transcribe_video.media.render.part import write_error
from transcribe_video.media.render.plan import Plan, Shot
from transcribe_video.media.render.smart_picture import Spliced, write_spliced
from transcribe_video.media.render.splice import Anew, check_worth, splices
from transcribe_video.media.render.subtitles import missing_letters, subtitles
from transcribe_video.media.render.typeface import cjk_folder
from transcribe_video.media.render.workbench import Workbench

if TYPE_CHECKING:
    from transcribe_video.media.render.join_check import Expected

Told = Callable[[float], None]
"""Called with the share that is done."""

# Of the decoded pictures of clips that are encoded together, so many wait for their turn (measured
# with ffmpeg 9).
_FRAMES_HELD, _BYTES_PER_PIXEL, _MOST_BYTES = 11, 1.5, 1_500_000_000
_MOST_TOGETHER = 12
_TOLD_EVERY = 50  # pictures


class PictureTrack:
    """Makes the picture of a video.

    Args:
        plan: the video.
        cut: where its clips lie.
        bench: holds what is under way.
        told: called with the share that is done.

    Attributes:
        expected: what some of its pictures have to look like.
        frames: how many there have to be; None if each stays where it is in time.
        letters: those of its texts that no font here has a shape for.
        how: what more there is to say about how it is made.
        damaged: the recordings that were read from a keyframe on, and not all of it decoded.
    """

    def __init__(self, plan: Plan, cut: Cut, bench: Workbench, told: Told) -> None:
        self._plan, self._cut, self._bench, self._told = plan, cut, bench, told
        self.expected: Sequence[Expected] = ()
        self.frames = cut.frames if (cut.pictures if plan.is_smart else plan.rate) else None
        self.letters = self.how = ""
        self.damaged: list[Footage] = []

    def make(self) -> Path | None:
        """Where it lies; None if it is the recording's own.

        Raises:
            UnfitError: it cannot be spliced, as is planned.
            MediaError: a recording cannot be read.
            StorageError: the disk is full or may not be written.
        """
        if not self._plan.is_smart:
            return self._encoded()
        return self._spliced(self._cut.pictures) if self._cut.pictures else None

    def _spliced(self, index: PacketIndex) -> Path:
        rows = ranges(self._cut, index)
        found = [splice for begin, end in rows for splice in splices(index, begin, end)]
        check_worth(index, found)
        footage = self._plan.shots[0].footage
        assert footage.picture
        path = self._bench.scratch(self._plan.target)
        spliced = Spliced(footage.path, footage.picture.index, index, found)
        try:
            with path.open("r+b") as file:
                self.expected = write_spliced(spliced, file, self._frames_told())
        except OSError as error:
            raise write_error(self._plan.target, error) from error
        anew = sum(splice.frames for splice in found if isinstance(splice, Anew))
        self.how = f"{anew} of {self._cut.frames} are encoded anew"
        return path

    def _encoded(self) -> Path:
        stages = self._stages()
        rows: list[tuple[Path, int]] = []
        for stage in stages:
            rows.append((self._stage(stage, sum(frames for _, frames in rows)), stage.frames))
        self.expected = tuple(expected_joins(self._plan, self._cut))
        return rows[0][0] if len(rows) == 1 else self._joined(rows, self._cut.grid)

    def _joined(self, rows: Sequence[tuple[Path, int]], rate: Fraction) -> Path:
        path = self._bench.scratch(self._plan.target)
        try:
            with path.open("r+b") as file:
                write_joined(rows, rate, file)
        except OSError as error:
            raise write_error(self._plan.target, error) from error
        return path

    def _stage(self, stage: Stage, done: int) -> Path:
        path = self._bench.scratch(self._plan.target)
        length_ms = sum(shot.d_ms for shot in stage.shots)

        def told(done_ms: int) -> None:
            frames = done + min(1.0, done_ms / length_ms) * stage.frames
            self._told(frames / self._cut.frames)

        command = picture_command(stage, find_ffmpeg(), path)
        said = run_ffmpeg(command, None, self._plan.target, self._bench, told)
        self.letters = self.letters or missing_letters(said)
        rows = damaged(said, [shot.footage for shot in stage.shots])
        self.damaged += (footage for footage in rows if footage.demuxer in INDEXED)
        return path

    def _stages(self) -> list[Stage]:
        texts, fonts = self._texts()
        size = _together(self._plan.shots)
        shots, lengths, begins = self._plan.shots, self._cut.lengths, self._cut.begins
        return [
            Stage(
                plan=self._plan,
                shots=shots[at : at + size],
                lengths=lengths[at : at + size],
                begin_s=begins[at] / self._cut.grid,
                texts=texts,
                fonts=fonts,
            )
            for at in range(0, len(shots), size)
        ]

    def _texts(self) -> tuple[Path | None, Path | None]:
        """The script of what is written on the picture, and the folder of a font it asks for."""
        plan, folder = self._plan, cjk_folder()
        if not plan.look.has_text:
            return None, None
        is_there = folder is not None
        script = subtitles(plan.look, plan.size, plan.language, is_cjk_there=is_there)
        texts = self._bench.written(plan.target, script.text.encode())
        return texts, folder if script.has_cjk else None

    def _frames_told(self) -> Callable[[int], None]:
        """Tells of pictures as they are done, but not of each."""
        last = 0

        def told(done: int) -> None:
            nonlocal last
            if done - last >= _TOLD_EVERY:
                last = done
                self._told(done / self._cut.frames)

        return told


def _together(shots: Sequence[Shot]) -> int:
    """How many clips are encoded together: all are read from the beginning on."""
    pictures = [shot.footage.picture for shot in shots if shot.footage.picture]
    largest = max((picture.width * picture.height for picture in pictures), default=1)
    held = largest * _BYTES_PER_PIXEL * _FRAMES_HELD
    return max(1, min(_MOST_TOGETHER, int(_MOST_BYTES / held)))
