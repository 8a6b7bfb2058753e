"""A plan as arguments for ffmpeg, which is told all it may open and decode."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.media.render.captions import EMPTY_BYTES, TEXT_FORMAT
from transcribe_video.media.render.cut_grid import SAMPLE_RATE
from transcribe_video.media.render.footage import INDEXED, Footage
from transcribe_video.media.render.graph import PICTURE, Stage, graph
from transcribe_video.media.render.language_code import UNKNOWN, language_code
from transcribe_video.media.render.picture_codecs import (
    MOST_PIXELS,
    PICTURE_CODECS,
    STILL_CODECS,
)
from transcribe_video.media.render.plan import Plan, Shot
from transcribe_video.media.render.sound_source import Excerpt
from transcribe_video.media.whitelist import OPEN_OPTIONS, SOUND_CODECS

PROGRESS_S = 0.25
_QUIET = ("-hide_banner", "-nostdin", "-nostats", "-y")
_ERRORS, _WARNINGS = ("-v", "repeat+error"), ("-v", "repeat+warning")
_TOLD = ("-progress", "pipe:1", "-stats_period", str(PROGRESS_S))
_CODECS = PICTURE_CODECS | STILL_CODECS | SOUND_CODECS
# Read by name as it was detected, from a file and nothing else.
_SAFE = (
    *("-protocol_whitelist", "file", "-max_pixels", str(MOST_PIXELS)),
    # As far as the survey looks, for sound that begins seconds after the picture.
    *("-probesize", OPEN_OPTIONS["probesize"], "-analyzeduration", "20000000"),
    *("-codec_whitelist", ",".join(sorted(_CODECS))),
)
_OWN = ("-protocol_whitelist", "file")
_MP4 = ("-f", "mp4", "-movflags", "+faststart", "-max_muxing_queue_size", "4096")
_PARTIAL_MP4 = ("-f", "mp4")
_H264 = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p")
_SCREEN = ("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709")
# Pictures stay where they are in time, to the tick of a clock that all usual rates divide.
_VARIABLE = ("-fps_mode", "vfr", "-enc_time_base:v", "1/90000", "-video_track_timescale", "90000")
_BITS = {1: "96k", 2: "160k"}
# At these rates nearer to what was recorded than the usual way, in a third of the time.
_CODER = ("-aac_coder", "fast")
_LAYOUTS = {1: "mono", 2: "stereo"}
# Read a little beyond a clip's end: the filters cut exactly.
_MARGIN_MS = 1_000
# So much earlier sound is read; without an index the reader may land so long behind the moment.
_EARLIER_MS, _ASTRAY_MS = 20, 12_000
# Gaps and a late start become silence.
_IN_PLACE = f"aresample={SAMPLE_RATE}:async=1:first_pts=0"
_MEASURED = "ebur128=framelog=quiet"
_LEAST_TEMPO, _MOST_TEMPO = 0.5, 100.0


@dataclass(frozen=True, slots=True)
class Tracks:
    """What a video is put together of, besides what its plan names.

    Attributes:
        picture: where its picture lies; None is the recording itself.
        captions: where its captions lie, as ``text_track`` makes them; None if there are none.
        sound_filter: what is done to its sound, which comes on standard input as 32-bit floats;
            None if no such sound comes.
    """

    picture: Path | None
    captions: Path | None
    sound_filter: str | None = None


def picture_command(stage: Stage, ffmpeg: str, to: Path) -> list[str]:
    """Encode the picture of a few clips into ``to``; warnings tell what cannot be written on it."""
    plan = stage.plan
    inputs = [text for shot in stage.shots for text in (*_threads(stage), *_input(shot))]
    said = _WARNINGS if stage.texts else _ERRORS
    filters = ("-filter_complex", graph(stage), "-map", PICTURE, *_H264, *_colours(plan))
    rate = _VARIABLE if plan.rate is None else ("-fps_mode", "cfr", "-r", str(plan.rate))
    # A picture that begins at the end is not shown, even if clocks have rounded it before the end.
    length = () if plan.is_whole or plan.rate else ("-t", f"{plan.duration_ms - 1}ms")
    bare = ("-map_metadata", "-1", "-map_chapters", "-1")
    own = (*_QUIET, *said, *_TOLD)
    return [ffmpeg, *own, *inputs, *filters, *rate, *length, *bare, *_PARTIAL_MP4, f"file:{to}"]


def sound_command(excerpt: Excerpt, channels: int, ffmpeg: str, to: Path) -> list[str]:
    """Write an excerpt's samples into ``to``, 16 bits each."""
    footage, sound = excerpt.footage, excerpt.footage.sound
    assert sound
    lead_ms = min(excerpt.from_ms, _EARLIER_MS if footage.demuxer in INDEXED else _ASTRAY_MS)
    reading = _read(footage, excerpt.from_ms - lead_ms, lead_ms + excerpt.length_ms)
    lead = f"atrim=start={lead_ms}ms,asetpts=PTS-{lead_ms}/1000/TB," if lead_ms else ""
    length = f"atrim=end={excerpt.length_ms}ms"
    layout = f"aformat=sample_fmts=s16:channel_layouts={_LAYOUTS[channels]}"
    filters = ",".join([f"{lead}{_IN_PLACE}", length, *_tempo(excerpt.speed), layout])
    output = ("-map", f"0:{sound.index}", "-af", filters, "-f", "s16le", f"file:{to}")
    return [ffmpeg, *_QUIET, *_ERRORS, *_TOLD, *reading, *output]


def video_command(plan: Plan, tracks: Tracks, ffmpeg: str, part: Path) -> list[str]:
    """Put the video together.

    Args:
        plan: how it is made.
        tracks: what it is made of.
        ffmpeg: the program.
        part: the file to write, which is there already and empty.
    """
    inputs, maps, number = [*_picture_input(plan, tracks)], [*_picture_map(plan, tracks)], 1
    if tracks.sound_filter:
        inputs += [*_raw(plan), "-i", "pipe:0"]
        maps += [*_sound_map(plan, number, tracks.sound_filter)]
        number += 1
    if tracks.captions:
        inputs += [*_OWN, "-f", TEXT_FORMAT, "-i", f"file:{tracks.captions}"]
        maps += [*_captions_map(plan, number)]
    if not plan.is_copy:
        maps += ["-map_metadata", "-1", "-map_chapters", "-1"]
    # A picture of our own that begins late does so on purpose.
    times = ("-copyts",) if tracks.picture else ()
    return [ffmpeg, *_QUIET, *_ERRORS, *_TOLD, *times, *inputs, *maps, *_MP4, f"file:{part}"]


def measuring_command(plan: Plan, sound_filter: str, ffmpeg: str) -> list[str]:
    """Measure the loudness of the sound on standard input; what is found is said at the end."""
    filters = ("-af", f"{sound_filter},{_MEASURED}", "-f", "null", "-")
    own = (*_QUIET, "-v", "info", *_TOLD)
    return [ffmpeg, *own, *_raw(plan), "-i", "pipe:0", *filters]


def loudness_command(video: Path, ffmpeg: str) -> list[str]:
    """Measure the loudness of a video of ours; what is found is said at the end."""
    reading = (*_OWN, "-f", "mp4", "-i", f"file:{video}", "-map", "0:a:0")
    own = (*_QUIET, "-v", "info", *_TOLD)
    return [ffmpeg, *own, *reading, "-af", _MEASURED, "-f", "null", "-"]


def _raw(plan: Plan) -> tuple[str, ...]:
    layout = ("-ar", str(SAMPLE_RATE), "-ch_layout", _LAYOUTS[plan.channels])
    return ("-protocol_whitelist", "pipe", "-f", "f32le", *layout)


def _input(shot: Shot) -> Iterator[str]:
    footage = shot.footage
    if footage.is_still:
        yield from (*_SAFE, "-format_whitelist", footage.demuxer, "-f", footage.demuxer)
        yield from ("-i", f"file:{footage.path}")
        return
    read_ms = shot.lead.read_ms
    yield from _read(footage, shot.from_ms - read_ms, read_ms + shot.part_ms)


def _read(footage: Footage, from_ms: int, length_ms: int) -> Iterator[str]:
    yield from (*_SAFE, "-format_whitelist", footage.demuxer, "-f", footage.demuxer)
    if footage.loss.ends_early:
        yield from ("-fflags", "+discardcorrupt")  # the half of a packet where it breaks off
    if from_ms:
        yield from ("-ss", f"{from_ms}ms")
    if from_ms + length_ms < footage.duration_ms:
        yield from ("-t", f"{length_ms + _MARGIN_MS}ms")
    yield from ("-i", f"file:{footage.path}")


def _threads(stage: Stage) -> tuple[str, ...]:
    """Of many decoders each holds a picture for each thread."""
    return ("-threads", "2") if len(stage.shots) > 1 else ()


def _colours(plan: Plan) -> tuple[str, ...]:
    """Of what was made of HDR or of still pictures, which ffmpeg converts, and players are told."""
    pictures = [shot.footage.picture for shot in plan.shots]
    is_made = plan.is_of_stills or any(picture and picture.is_hdr for picture in pictures)
    return _SCREEN if is_made else ()


def _picture_input(plan: Plan, tracks: Tracks) -> Iterator[str]:
    if tracks.picture:
        yield from (*_OWN, "-f", "mp4", "-i", f"file:{tracks.picture}")
    else:
        yield from _read(plan.shots[0].footage, 0, plan.shots[0].footage.duration_ms)


def _picture_map(plan: Plan, tracks: Tracks) -> Iterator[str]:
    if tracks.picture:
        yield from ("-map", "0:v:0", "-c:v", "copy")
        return
    footage = plan.shots[0].footage
    assert footage.picture
    yield from ("-map", f"0:{footage.picture.index}", "-c:v", "copy")
    if plan.is_copy and footage.sound:
        yield from ("-map", f"0:{footage.sound.index}", "-c:a", "copy")


def _sound_map(plan: Plan, number: int, sound_filter: str) -> Iterator[str]:
    yield from ("-map", f"{number}:a:0", "-af", sound_filter)
    yield from ("-c:a", "aac", *_CODER, "-b:a", _BITS[plan.channels], "-ar", str(SAMPLE_RATE))
    sound = plan.shots[0].footage.sound
    code = language_code(sound.language if sound else None)
    if code != UNKNOWN:
        yield from ("-metadata:s:a:0", f"language={code}")


def _captions_map(plan: Plan, number: int) -> Iterator[str]:
    yield from ("-map", f"{number}:0", "-c:s", "copy", "-disposition:s:0", "default")
    yield from ("-metadata:s:s:0", f"language={plan.language}")
    # What clears the screen is added again where the file is written.
    yield from ("-bsf:s:0", f"noise=drop=lte(size\\,{EMPTY_BYTES})")


def _tempo(speed: float) -> Iterator[str]:
    """The filter changes the tempo by so much at most."""
    while speed < _LEAST_TEMPO:
        yield f"atempo={_LEAST_TEMPO}"
        speed /= _LEAST_TEMPO
    if speed != 1:
        yield f"atempo={min(speed, _MOST_TEMPO)}"
