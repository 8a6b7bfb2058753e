"""The sound of a video: its recordings' samples, mixed, and brought to a loudness."""

from typing import TYPE_CHECKING

from transcribe_video.media.render.command import measuring_command, sound_command
from transcribe_video.media.render.cut import Cut
from transcribe_video.media.render.damage import damaged
from transcribe_video.media.render.ffmpeg import find_ffmpeg, run_ffmpeg
from transcribe_video.media.render.loudness import (
    SILENCE_LUFS,
    Gain,
    gain_filter,
    gain_for,
    loudness_told,
)
from transcribe_video.media.render.mix import Mix, parts_of
from transcribe_video.media.render.plan import Plan, Shot
from transcribe_video.media.render.sound_source import Excerpt, Heard, excerpts_of
from transcribe_video.media.render.workbench import Workbench

if TYPE_CHECKING:
    from transcribe_video.media.render.footage import Footage


class Soundtrack:
    """All that is heard, ready to be coded.

    Args:
        plan: the video.
        cut: where its clips lie.
        bench: holds what is under way.

    Attributes:
        mix: its samples.
        sound_filter: what is to be done to them while they are coded.
        lufs: how loud it is then; None if that was not asked for.
        damaged: the recordings of which not all could be decoded.

    Raises:
        MediaError: a recording's sound cannot be read.
        StorageError: the disk is full or may not be written.
    """

    def __init__(self, plan: Plan, cut: Cut, bench: Workbench) -> None:
        self._plan, self._bench = plan, bench
        self.damaged: list[Footage] = []
        self.mix = self._mixed(cut)
        gain = self._gain()
        is_added = bool(plan.music) or any(shot.volume > 1 for shot in plan.shots)
        self.sound_filter = gain_filter(gain, is_added=is_added)
        self.lufs = gain.measured_lufs

    @property
    def is_silent(self) -> bool:
        """Whether it was to be brought to a loudness, and nothing is heard."""
        return self.lufs is not None and self.lufs <= SILENCE_LUFS

    def _mixed(self, cut: Cut) -> Mix:
        heard: dict[Shot, Heard] = {}
        for excerpt, shots in excerpts_of(self._plan).items():
            heard |= dict.fromkeys(shots, self._heard(excerpt))
        parts = parts_of(self._plan, heard, cut.lengths, cut.starts_ms)
        length_ms = self._plan.duration_ms
        music = [
            self._heard(Excerpt(row.footage, 0, min(row.footage.duration_ms, length_ms)))
            for row in self._plan.music
        ]
        return Mix(self._plan, parts, music)

    def _heard(self, excerpt: Excerpt) -> Heard:
        path = self._bench.scratch(self._plan.target, excerpt.bytes)
        command = sound_command(excerpt, self._plan.channels, find_ffmpeg(), path)
        said = run_ffmpeg(command, None, self._plan.target, self._bench, _untold)
        self.damaged += damaged(said, [excerpt.footage])
        return Heard(excerpt, path, self._plan.channels)

    def _gain(self) -> Gain:
        target_lufs = self._plan.loudness_lufs
        return Gain() if target_lufs is None else gain_for(target_lufs, self._measured)

    def _measured(self, sound_filter: str) -> float:
        command = measuring_command(self._plan, sound_filter, find_ffmpeg())
        feed, target = self.mix.blocks(), self._plan.target
        return loudness_told(run_ffmpeg(command, feed, target, self._bench, _untold))


def _untold(_done_ms: int) -> None:
    pass
