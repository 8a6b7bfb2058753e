"""Time as editing programs count it: hours, minutes, seconds and frames (SMPTE ST 12-1).

At 29.97 frames a second a clock that counts 30 falls behind by 3.6 s an hour. A drop-frame clock
skips two numbers (no frames) at each minute but every tenth, and keeps time.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

_FORM = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d)([:;.])(\d{2,3})")
_MINUTES, _SECONDS, _TENTH = 60, 60, 10
_DAY_H = 24


@dataclass(frozen=True, slots=True)
class SourceTimecode:
    """The time that a file's first picture bears.

    Attributes:
        fields: hours, minutes, seconds, frames; None where the file has no clock of its own.
        is_drop_frame: None where the file does not tell.
    """

    fields: tuple[int, int, int, int] | None = None
    is_drop_frame: bool | None = None

    def frame(self, rate: Fraction) -> int:
        """The number that a clock of this rate has given to that time, counting from 0."""
        if self.fields is None:
            return 0
        hours, minutes, seconds, number = self.fields
        whole_minutes = hours * _MINUTES + minutes
        count = (whole_minutes * _SECONDS + seconds) * round(rate) + min(number, round(rate) - 1)
        if not (self.is_drop_frame and may_drop_frames(rate)):
            return count
        skipped = whole_minutes - whole_minutes // _TENTH
        return count - skipped * _skip(rate)

    def seconds(self, rate: Fraction) -> Fraction:
        """How much time has passed since 0 at this rate."""
        return self.frame(rate) / rate


NO_TIMECODE = SourceTimecode()


def source_timecode(text: str | None) -> SourceTimecode:
    """What a file says of its clock: ``01:00:00:00``, with drop frame ``01:00:00;00``."""
    found = _FORM.fullmatch((text or "").strip())
    if found is None or int(found[1]) >= _DAY_H:
        return NO_TIMECODE
    hours, minutes, seconds, sign, number = found.groups()
    fields = (int(hours), int(minutes), int(seconds), int(number))
    return SourceTimecode(fields, sign != ":")


def timecode(frame: int, rate: Fraction, *, is_drop_frame: bool = False) -> str:
    """What a clock shows at a frame; it begins anew after a day."""
    nominal = round(rate)
    if is_drop_frame:
        frame = _numbered(frame, _skip(rate), nominal)
    seconds, number = divmod(frame, nominal)
    minutes, seconds = divmod(seconds, _SECONDS)
    hours, minutes = divmod(minutes, _MINUTES)
    sign = ";" if is_drop_frame else ":"
    return f"{hours % _DAY_H:02}:{minutes:02}:{seconds:02}{sign}{number:02}"


def may_drop_frames(rate: Fraction) -> bool:
    """Whether there is a drop-frame clock for this rate: 29.97 and its multiples."""
    return rate != round(rate) and round(rate) % 30 == 0


def _skip(rate: Fraction) -> int:
    """How many numbers are skipped at a minute."""
    return 2 * (round(rate) // 30)


def _numbered(frame: int, skip: int, nominal: int) -> int:
    """The number of a frame, with those that are skipped."""
    minute = _SECONDS * nominal - skip
    tenth = _TENTH * minute + skip
    tens, rest = divmod(frame, tenth)
    skipped = tens * (_TENTH - 1) * skip
    if rest >= _SECONDS * nominal:
        skipped += ((rest - _SECONDS * nominal) // minute + 1) * skip
    return frame + skipped
