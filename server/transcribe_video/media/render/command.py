"""A plan as arguments for ffmpeg, which is told all it may open and decode."""

from collections.abc import Iterator
from pathlib import Path

from transcribe_video.media.render.cut_grid import SAMPLE_RATE
from transcribe_video.media.render.graph import PICTURE, SOUND, graph
from transcribe_video.media.render.language_code import UNKNOWN, language_code
from transcribe_video.media.render.picture_codecs import MOST_PIXELS, PICTURE_CODECS
from transcribe_video.media.render.plan import Plan, Shot
from transcribe_video.media.whitelist import OPEN_OPTIONS, SOUND_CODECS

PROGRESS_S = 0.25
_QUIET = ("-hide_banner", "-nostdin", "-nostats", "-v", "error", "-y")
_TOLD = ("-progress", "pipe:1", "-stats_period", str(PROGRESS_S))
# Read by name as it was detected, from a file and nothing else.
_SAFE = (
    *("-protocol_whitelist", "file", "-max_pixels", str(MOST_PIXELS)),
    # As far as the survey looks, for sound that begins seconds after the picture.
    *("-probesize", OPEN_OPTIONS["probesize"], "-analyzeduration", "20000000"),
    *("-codec_whitelist", ",".join(sorted(PICTURE_CODECS | SOUND_CODECS))),
)
_CAPTIONS = ("-protocol_whitelist", "pipe", "-f", "srt", "-i", "pipe:0")
_MP4 = ("-f", "mp4", "-movflags", "+faststart", "-max_muxing_queue_size", "4096")
_H264 = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p")
# Pictures stay where they are in time, to the tick of a clock that all usual rates divide.
_VARIABLE = ("-fps_mode", "vfr", "-enc_time_base:v", "1/90000", "-video_track_timescale", "90000")
_BITS = {1: "96k", 2: "160k"}
# Read a little beyond a clip's end: the filters cut exactly.
_MARGIN_MS = 1_000


def command(plan: Plan, ffmpeg: str, part: Path) -> list[str]:
    """What to run; with captions it reads them as SubRip from its standard input.

    Args:
        plan: how the video is made.
        ffmpeg: the program.
        part: the file to write, which is there already and empty.
    """
    inputs = [text for shot in plan.shots for text in (*_threads(plan), *_input(shot))]
    method = _copied(plan) if plan.is_copy else _encoded(plan)
    texts = _texts(plan)
    captions = _CAPTIONS if texts else ()
    return [ffmpeg, *_QUIET, *_TOLD, *inputs, *captions, *method, *texts, *_MP4, f"file:{part}"]


def _input(shot: Shot) -> Iterator[str]:
    demuxer = shot.footage.demuxer
    yield from (*_SAFE, "-format_whitelist", demuxer, "-f", demuxer)
    if shot.footage.loss.ends_early:
        yield from ("-fflags", "+discardcorrupt")  # the half of a packet where it breaks off
    if shot.from_ms > shot.lead_ms:
        yield from ("-ss", f"{shot.from_ms - shot.lead_ms}ms")
    if shot.end_ms < shot.footage.duration_ms:
        yield from ("-t", f"{shot.lead_ms + shot.d_ms + _MARGIN_MS}ms")
    yield from ("-i", f"file:{shot.footage.path}")


def _threads(plan: Plan) -> tuple[str, ...]:
    """Of many decoders each holds a picture for each thread."""
    return ("-threads", "2") if len(plan.shots) > 1 else ()


def _copied(plan: Plan) -> Iterator[str]:
    (shot,) = plan.shots
    tracks = (shot.footage.picture, shot.footage.sound)
    for track in tracks:
        if track:
            yield from ("-map", f"0:{track.index}")
    yield from ("-c", "copy")


def _encoded(plan: Plan) -> Iterator[str]:
    yield from ("-filter_complex", graph(plan), "-map", PICTURE, *_H264)
    yield from _VARIABLE if plan.rate is None else ("-fps_mode", "cfr", "-r", str(plan.rate))
    if plan.channels:
        yield from ("-map", SOUND, "-c:a", "aac", "-b:a", _BITS[plan.channels])
        yield from ("-ar", str(SAMPLE_RATE), *_sound_language(plan))
    if len(plan.shots) > 1:
        yield from ("-map_metadata", "-1", "-map_chapters", "-1")
    if not plan.is_whole:
        yield from ("-t", f"{plan.duration_ms}ms")


def _sound_language(plan: Plan) -> tuple[str, ...]:
    sound = plan.shots[0].footage.sound
    code = language_code(sound.language if sound else None)
    return ("-metadata:s:a:0", f"language={code}") if code != UNKNOWN else ()


def _texts(plan: Plan) -> tuple[str, ...]:
    if not plan.captions:
        return ()
    return (
        *("-map", f"{len(plan.shots)}:0", "-c:s", "mov_text", "-disposition:s:0", "default"),
        *("-metadata:s:s:0", f"language={plan.language}"),
        # In microseconds, as it would be, a silence of 36 minutes is too long for the file.
        *("-time_base:s:0", "1/1000"),
    )
