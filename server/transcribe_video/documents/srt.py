"""The transcript as SubRip subtitles."""

import re

from transcribe_video.timecode import subtitle_time
from transcribe_video.transcript.cue import Cue, cues
from transcribe_video.transcript.transcript import Transcript

# SubRip has no way to write these as they are: players take them for markup and hide them. A
# space of no width between the two characters keeps them in sight.
_MARKUP = re.compile(r"<(?=[A-Za-z/])|\{(?=\\)|--(?=>)")
ZERO_WIDTH_SPACE = "\u200b"


def write_srt(transcript: Transcript) -> bytes:
    """Numbered cues in UTF-8; nothing at all where nothing was said."""
    is_captions = transcript.is_captions
    shown = cues(transcript.segments, transcript.duration_ms, is_captions=is_captions)
    return "\n".join(_block(number, cue) for number, cue in enumerate(shown, 1)).encode()


def _block(number: int, cue: Cue) -> str:
    start, end = subtitle_time(cue.start_ms, ","), subtitle_time(cue.end_ms, ",")
    text = _MARKUP.sub(rf"\g<0>{ZERO_WIDTH_SPACE}", "\n".join(cue.lines))
    return f"{number}\n{start} --> {end}\n{text}\n"
