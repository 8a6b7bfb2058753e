"""The sound of the whole video, sample by sample: clips, music, fades."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from transcribe_video.media.engine import Samples, np
from transcribe_video.media.render.cut_grid import SAMPLE_RATE, Stretch
from transcribe_video.media.render.ducking import Ducking
from transcribe_video.media.render.music_levels import MusicLevels
from transcribe_video.media.render.plan import Plan, Shot
from transcribe_video.media.render.sound_source import Heard

# Sound that begins or ends in its midst clicks; so short a fade is not heard.
_JOIN = SAMPLE_RATE * 5 // 1000
_BLOCK = SAMPLE_RATE * 10
# What follows a clip within so much in its own recording goes on without a join.
_SAME_MS = Fraction(1, 10)
_MUSIC_END = SAMPLE_RATE  # music that is longer than the video fades


@dataclass(frozen=True, slots=True)
class Part:
    """What one clip gives to the sound.

    Attributes:
        shot: the clip.
        heard: its recording's samples; None if it has none.
        from_ms: where it begins in the recording, with its first picture.
        samples: how many it lasts.
        has_start: whether its sound does not follow from what is before.
        has_end: whether its sound does not go on after it.
    """

    shot: Shot
    heard: Heard | None
    from_ms: Fraction
    samples: int
    has_start: bool = True
    has_end: bool = True


def parts_of(
    plan: Plan,
    heard: Mapping[Shot, Heard],
    lengths: Sequence[Stretch],
    starts_ms: Sequence[Fraction],
) -> list[Part]:
    """The clips as parts of the sound.

    Args:
        plan: the video.
        heard: the samples of each clip's recording.
        lengths: how much of the video each clip takes.
        starts_ms: where each clip's first picture is in its recording.
    """
    shots, last = plan.shots, len(plan.shots) - 1
    ends_ms = [
        start_ms + Fraction(length.samples * 1000, SAMPLE_RATE)
        for start_ms, length in zip(starts_ms, lengths, strict=True)
    ]
    goes_on = [
        _is_alike(*pair) and abs(start_ms - end_ms) < _SAME_MS
        for pair, start_ms, end_ms in zip(pairwise(shots), starts_ms[1:], ends_ms, strict=False)
    ]
    return [
        Part(
            shot=shot,
            heard=heard.get(shot),
            from_ms=start_ms,
            samples=length.samples,
            has_start=number == 0 or not goes_on[number - 1],
            has_end=number == last or not goes_on[number],
        )
        for number, (shot, length, start_ms) in enumerate(
            zip(shots, lengths, starts_ms, strict=True)
        )
    ]


def _is_alike(shot: Shot, following: Shot) -> bool:
    """Whether the second one's sound may go on where the first one's ends."""
    is_same = shot.footage.path == following.footage.path
    return is_same and shot.volume == following.volume and shot.speed == following.speed == 1


class Mix:
    """All that is heard.

    Args:
        plan: the video.
        parts: its clips.
        music: the samples of each piece.
    """

    def __init__(self, plan: Plan, parts: Sequence[Part], music: Sequence[Heard]) -> None:
        self._plan, self._parts, self._music = plan, parts, music
        self._ducking = Ducking(plan.speech)
        self._levels = [MusicLevels(melody.levels) for melody in plan.music]
        self.samples = sum(part.samples for part in parts)

    def blocks(self) -> Iterator[bytes]:
        """The sound as 32-bit floats, channel by channel."""
        at = 0
        for part in self._parts:
            for begin in range(0, part.samples, _BLOCK):
                count = min(_BLOCK, part.samples - begin)
                block = self._clip(part, begin, count)
                yield self._finished(block, at + begin).astype("<f4", copy=False).tobytes()
            at += part.samples

    def _clip(self, part: Part, begin: int, count: int) -> Samples:
        if part.heard is None or not part.shot.volume:
            return np.zeros((count, self._plan.channels), np.float32)
        place = part.heard.place_of(part.from_ms)
        block = part.heard.samples(place + begin, count) * np.float32(part.shot.volume)
        fade_in, fade_out = (_JOIN if is_join else 0 for is_join in (part.has_start, part.has_end))
        return _faded(block, begin, part.samples, (fade_in, fade_out))

    def _finished(self, block: Samples, at: int) -> Samples:
        """With music, and with the fades of the whole."""
        rows = zip(self._plan.music, self._music, self._levels, strict=True)
        for melody, heard, levels in rows:
            gain = levels.gain(at, len(block)) * np.float32(melody.volume)
            music = heard.samples(at, len(block)) * gain[:, None]
            if melody.is_ducked:
                music *= self._ducking.gain(at, len(block))[:, None]
            block = block + _faded(music, at, self.samples, (_JOIN, _MUSIC_END))
        fades = self._plan.look.fades
        lengths = (fades.sound_in_ms, fades.sound_out_ms)
        samples = tuple(ms * SAMPLE_RATE // 1000 for ms in lengths)
        return _faded(block, at, self.samples, (samples[0], samples[1]))


def _faded(block: Samples, at: int, length: int, fades: tuple[int, int]) -> Samples:
    """A block that begins at sample ``at`` of ``length``, of which the ends are faded."""
    fade_in, fade_out = (min(fade, length) for fade in fades)
    if at >= fade_in and at + len(block) <= length - fade_out:
        return block
    places = np.arange(at, at + len(block), dtype=np.float32)
    gain = np.ones(len(block), np.float32)
    if fade_in:
        gain = np.minimum(gain, (places + 1) / fade_in)
    if fade_out:
        gain = np.minimum(gain, (length - places) / fade_out)
    return block * gain[:, None]
