"""What is in a recording, as far as its headers tell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AudioTrack:
    """One sound track.

    Attributes:
        index: its place among all streams of the file, from 0.
        number: its place among the sound tracks, from 1, as people count.
        codec: short name of the codec, e.g. ``"aac"``; empty if unknown.
        readable: whether this program decodes that codec.
        channels: how many channels it has.
        rate: samples per second.
        language: ISO 639 code as the file gives it, e.g. ``"fra"``.
        title: what the file calls it.
        is_default: whether the file marks it as the one to play.
        is_extra: whether it is a commentary or a description of the picture.
        start_ms: when it begins on the recording's clock, if the headers say so.
        end_ms: when it ends, if they say so.
    """

    index: int
    number: int
    codec: str
    readable: bool
    channels: int
    rate: int
    language: str | None
    title: str | None
    is_default: bool
    is_extra: bool
    start_ms: int | None
    end_ms: int | None


@dataclass(frozen=True, slots=True)
class VideoTrack:
    """One picture track.

    Attributes:
        index: its place among all streams of the file, from 0.
        codec: short name of the codec, e.g. ``"h264"``; empty if unknown.
        width: pixels as stored, before any rotation.
        height: pixels as stored, before any rotation.
        is_cover: whether it is a still that belongs to a sound recording.
    """

    index: int
    codec: str
    width: int
    height: int
    is_cover: bool


@dataclass(frozen=True, slots=True)
class MediaInfo:
    """One recording.

    Attributes:
        container: what people call its form, e.g. ``"MP4 or QuickTime"``.
        duration_ms: its length from its own start, if its headers tell or let it be estimated.
        start_ms: what the clock inside the file shows at its start; every other time counts
            from there.
        audio: its sound tracks.
        video: its picture tracks, covers included.
    """

    container: str
    duration_ms: int | None
    start_ms: int
    audio: tuple[AudioTrack, ...]
    video: tuple[VideoTrack, ...]

    @property
    def has_picture(self) -> bool:
        """Whether there is a moving picture."""
        return any(not track.is_cover for track in self.video)
