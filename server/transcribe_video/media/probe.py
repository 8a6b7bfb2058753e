"""Looking into a recording without decoding it."""

from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.media.channels import channel_names
from transcribe_video.media.container import opened
from transcribe_video.media.engine import av
from transcribe_video.media.info import AudioTrack, MediaInfo, VideoTrack
from transcribe_video.media.timestamps import is_cover, start_ms, to_ms
from transcribe_video.media.whitelist import SOUND_CODECS, container_title

if TYPE_CHECKING:
    from av.audio import AudioStream
    from av.codec.context import CodecContext
    from av.stream import Stream
    from av.video import VideoStream

_UNKNOWN_LANGUAGES = {None, "", "und", "unk", "mis", "zxx"}
_EXTRA = (
    av.stream.Disposition.comment
    | av.stream.Disposition.visual_impaired
    | av.stream.Disposition.hearing_impaired
    | av.stream.Disposition.descriptions
    | av.stream.Disposition.clean_effects
    | av.stream.Disposition.karaoke
)


def probe(path: Path) -> MediaInfo:
    """What the recording at ``path`` holds; quick, however long it is.

    Raises:
        MediaError: one of its kinds; see ``container.opened``.
    """
    with opened(path) as recording:
        container = recording.container
        duration, origin_ms = container.duration, start_ms(container)
        return MediaInfo(
            container=container_title(container.format.name),
            duration_ms=round(duration / 1000) if duration and duration > 0 else None,
            start_ms=origin_ms,
            audio=tuple(
                _audio_track(stream, number, origin_ms)
                for number, stream in enumerate(container.streams.audio, start=1)
            ),
            video=tuple(_video_track(stream) for stream in container.streams.video),
        )


def _audio_track(stream: "AudioStream", number: int, origin_ms: int) -> AudioTrack:
    codec = _codec(stream)
    known = codec in SOUND_CODECS
    clock_ms = to_ms(stream.start_time, stream.time_base)
    length_ms = to_ms(stream.duration, stream.time_base)
    # Where no sound came in what was looked through, its start is a guess.
    is_seen = clock_ms is not None and known and stream.rate > 0
    begin_ms = (clock_ms or 0) - origin_ms if is_seen else None
    return AudioTrack(
        index=stream.index,
        number=number,
        codec=codec.removesuffix("float"),
        readable=known,
        channels=len(channel_names(stream.layout)) if known else 0,
        rate=stream.rate if known else 0,
        language=None if stream.language in _UNKNOWN_LANGUAGES else stream.language,
        title=stream.metadata.get("title") or None,
        is_default=bool(stream.disposition & av.stream.Disposition.default),
        is_extra=bool(stream.disposition & _EXTRA),
        start_ms=begin_ms,
        end_ms=(begin_ms or 0) + length_ms if length_ms else None,
    )


def _video_track(stream: "VideoStream") -> VideoTrack:
    known = stream.codec_context is not None
    return VideoTrack(
        index=stream.index,
        codec=_codec(stream),
        width=stream.width if known else 0,
        height=stream.height if known else 0,
        is_cover=is_cover(stream),
    )


def _codec(stream: "Stream") -> str:
    # A stream that no decoder exists for has no codec context; most of its attributes fail.
    context: CodecContext | None = stream.codec_context
    return context.name if context else ""
