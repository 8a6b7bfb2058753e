"""From a recording's path to its sound."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from transcribe_video.errors import (
    DamagedMediaError,
    MediaError,
    NoAudioError,
    UnsupportedMediaError,
)
from transcribe_video.manifest import Limits
from transcribe_video.media.claim import Claim, claim
from transcribe_video.media.clock import SAMPLES_PER_MS, Clock
from transcribe_video.media.container import Recording, opened
from transcribe_video.media.decode import Decoder
from transcribe_video.media.file import quoted
from transcribe_video.media.loss import Loss
from transcribe_video.media.packets import Packets
from transcribe_video.media.probe import probe
from transcribe_video.media.scratch import Scratch
from transcribe_video.media.sound import Sound
from transcribe_video.media.track import choose_track, track_note
from transcribe_video.timecode import clock

Progress: TypeAlias = Callable[[int, int | None], None]
"""Told of every second of sound: milliseconds done, and in all if that is known."""

# Kinds of file in which recordings can follow each other, each with a clock of its own.
_RESETTING = {"mpeg", "mpegts", "ogg"}


def record(path: Path, folder: Path, limits: Limits, progress: Progress | None = None) -> Sound:
    """Decode the sound of the recording at ``path``; close what this gives after use.

    Args:
        path: the recording.
        folder: where the sound may lie, about 115 MB an hour, in a file without a name.
        limits: how long a recording may be.
        progress: called as the work goes on; what it raises ends the work.

    Raises:
        MediaError: one of its kinds: there is no sound that can be read.
        StorageError: the disk of ``folder`` is full or may not be written.
    """
    info = probe(path)
    track = choose_track(path, info)
    with opened(path) as recording:
        claimed = claim(recording, info, track)
        if claimed and claimed.end_ms > limits.recording_ms:
            raise _too_long(path, f"it says that it is {clock(claimed.end_ms)} long", limits)
        sound = Sound(Scratch(folder), info, track)
        try:
            _fill(sound, recording, claimed, limits, progress)
        except BaseException:
            sound.close()
            raise
    return sound


def _fill(
    sound: Sound,
    recording: Recording,
    claimed: Claim | None,
    limits: Limits,
    progress: Progress | None,
) -> None:
    """Decode the track of ``sound`` into it."""
    stream = recording.container.streams.audio[sound.track.number - 1]
    packets = Packets(recording.container, stream, skip_others=_is_of_track(claimed))
    decoder = Decoder(stream, _clock(recording, sound.info.start_ms, claimed))
    total_ms = claimed.end_ms if claimed else sound.info.duration_ms
    for at, samples in decoder.pieces(packets):
        if at + len(samples) > limits.recording_ms * SAMPLES_PER_MS:
            raise _too_long(recording.path, "it goes on", limits)
        sound.put(at, samples)
        if progress:
            progress(sound.duration_ms, total_ms)
    loss = _loss(sound, claimed, packets, decoder)
    if not sound.duration_ms:
        raise _nothing(recording.path, loss, packets)
    note = track_note(sound.info, sound.track)
    sound.notes = (*([note] if note else []), *loss.notes())


def _is_of_track(claimed: Claim | None) -> bool:
    return claimed is not None and claimed.of_track


def _loss(sound: Sound, claimed: Claim | None, packets: Packets, decoder: Decoder) -> Loss:
    reached_ms = sound.duration_ms
    if not _is_of_track(claimed):
        reached_ms = max(reached_ms, packets.reached_ms - sound.info.start_ms)
    return Loss(
        reached_ms=reached_ms,
        claimed_ms=claimed.end_ms if claimed else None,
        is_broken=packets.is_broken,
        damaged_ms=decoder.damaged_ms,
        cancelled_ms=decoder.cancelled_ms,
    )


def _clock(recording: Recording, start_ms: int, claimed: Claim | None) -> Clock:
    return Clock(
        start_ms / 1000,
        claimed.end_ms / 1000 if claimed else None,
        resets=recording.container.format.name in _RESETTING,
    )


def _too_long(path: Path, why: str, limits: Limits) -> MediaError:
    return UnsupportedMediaError(
        f"{quoted(path)} cannot be transcribed",
        f"{why}, and {limits.recording_h:g} hours are the most that is worked on",
        "Cut it into shorter parts; if it is not that long, save it anew with a video program",
    )


def _nothing(path: Path, loss: Loss, packets: Packets) -> MediaError:
    """The error for a sound track out of which no sound came."""
    if packets.count == 0 and not loss.ends_early and not packets.is_broken:
        return NoAudioError(
            f"{quoted(path)} cannot be transcribed",
            "its sound track is empty",
            "Choose a recording with sound",
        )
    return DamagedMediaError(
        f"{quoted(path)} cannot be transcribed",
        "it is damaged, and nothing of its sound can be read",
        "Copy or download it again",
    )
