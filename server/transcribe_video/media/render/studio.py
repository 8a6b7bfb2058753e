"""Making one video as it is planned: its sound, its picture, both put together and looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from transcribe_video.media.render.captions import text_track
from transcribe_video.media.render.command import Tracks, loudness_command, video_command
from transcribe_video.media.render.cut import cut_of
from transcribe_video.media.render.damage import damage_notes
from transcribe_video.media.render.ffmpeg import find_ffmpeg, run_ffmpeg
from transcribe_video.media.render.first_picture import prepared
from transcribe_video.media.render.join_check import Expected, picture_count, wrong_join
from transcribe_video.media.render.loudness import TOLERANCE_LU, loudness_told
from transcribe_video.media.render.mix import Mix
from transcribe_video.media.render.outcome import not_as_planned
from transcribe_video.media.render.picture_track import PictureTrack, Told
from transcribe_video.media.render.placed import placed
from transcribe_video.media.render.plan import Method, Plan
from transcribe_video.media.render.soundtrack import Soundtrack
from transcribe_video.media.render.typeface import missing_note
from transcribe_video.media.render.unfit import UnfitError
from transcribe_video.media.render.workbench import Workbench
from transcribe_video.timecode import fine_clock

_PICTURE_SHARE = 0.9
_SILENT = "There is nothing to be heard, so the loudness is as it was."
_LESS_LOUD = "The loudness is {:.1f} LUFS: {:g} cannot be reached without distortion."


@dataclass(slots=True)
class Studio:
    """Makes the video that ``plan`` describes into ``part``.

    Attributes:
        plan: how it is made; in the end with what was found on the way.
        bench: holds what is under way.
        part: the file to fill.
        told: called with the share that is done.
    """

    plan: Plan
    bench: Workbench
    part: Path
    told: Told
    _expected: Sequence[Expected] = ()
    _frames: int | None = None
    _lufs: float | None = None

    def make(self) -> None:
        """Fill the part.

        Raises:
            UnfitError: the recording does not do for the way that is planned.
            MediaError: a recording cannot be read.
            StorageError: the disk is full or may not be written.
        """
        if self.plan.is_copy:
            self._put_together(Tracks(None, self._captions()), None, 0.0)
            return
        if not self.plan.is_smart:
            self.plan = prepared(self.plan)
        cut = cut_of(self.plan)
        self.plan = placed(self.plan, cut)
        sound = Soundtrack(self.plan, cut, self.bench) if self.plan.channels else None
        picture = PictureTrack(self.plan, cut, self.bench, self._picture_told)
        tracks = Tracks(picture.make(), self._captions(), sound.sound_filter if sound else None)
        self._put_together(tracks, sound.mix if sound else None, _PICTURE_SHARE)
        self._expected, self._frames = picture.expected, picture.frames
        self._lufs = sound.lufs if sound and not sound.is_silent else None
        self._tell(picture, sound)

    def check(self) -> None:
        """Count the pictures, look at those at the joins, and listen to how loud it is.

        Raises:
            UnfitError: the way that was taken is at fault.
            MediaError: it is not as planned; the sentence says how.
        """
        self._check_joins(self._expected)
        if self._lufs is not None:
            self._check_loudness(self._lufs)

    def _put_together(self, tracks: Tracks, mix: Mix | None, done: float) -> None:
        total_ms = self.plan.duration_ms

        def told(done_ms: int) -> None:
            self.told(done + (1 - done) * min(1.0, done_ms / total_ms))

        command = video_command(self.plan, tracks, find_ffmpeg(), self.part)
        feed = mix.blocks() if mix else None
        run_ffmpeg(command, feed, self.plan.target, self.bench, told)

    def _captions(self) -> Path | None:
        if not self.plan.captions:
            return None
        return self.bench.written(self.plan.target, text_track(self.plan.captions))

    def _picture_told(self, share: float) -> None:
        self.told(_PICTURE_SHARE * share)

    def _check_joins(self, expected: Sequence[Expected]) -> None:
        count = picture_count(self.part)
        if self._frames not in {None, count}:
            raise self._wrong(f"it has {count} pictures instead of {self._frames}")
        if wrong := wrong_join(self.part, expected):
            where = fine_clock(round(wrong.at_s * 1000))
            raise self._wrong(f"at {where} another picture came out")

    def _wrong(self, why: str) -> Exception:
        """Splicing does not do then; of encoding it all nothing else is left."""
        return UnfitError(why) if self.plan.is_smart else not_as_planned(why)

    def _check_loudness(self, planned_lufs: float) -> None:
        command = loudness_command(self.part, find_ffmpeg())
        said = run_ffmpeg(command, None, self.plan.target, self.bench, lambda _done_ms: None)
        if abs(loudness_told(said) - planned_lufs) > TOLERANCE_LU:
            raise not_as_planned(
                f"its loudness is {loudness_told(said):.1f} and not {planned_lufs:.1f} LUFS"
            )

    def _loudness_notes(self, sound: Soundtrack) -> Iterator[str]:
        target_lufs = self.plan.loudness_lufs
        if sound.is_silent:
            yield _SILENT
        elif sound.lufs and target_lufs and abs(sound.lufs - target_lufs) > TOLERANCE_LU:
            yield _LESS_LOUD.format(sound.lufs, target_lufs)

    def _tell(self, picture: PictureTrack, sound: Soundtrack | None) -> None:
        """Add what was found on the way to the plan."""
        method, notes = self.plan.method, list(self.plan.notes)
        if picture.how:
            method = Method(method.name, f"{method.why}: {picture.how}")
        if picture.letters:
            notes.append(missing_note(picture.letters))
        notes += damage_notes(picture.damaged, sound.damaged if sound else ())
        notes += self._loudness_notes(sound) if sound else ()
        self.plan = replace(self.plan, method=method, notes=tuple(notes))
