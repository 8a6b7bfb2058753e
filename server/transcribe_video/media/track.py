"""Which sound track is taken, and what is said about it."""

from pathlib import Path

from transcribe_video.errors import MediaError, NoAudioError, UnsupportedMediaError
from transcribe_video.media.file import quoted
from transcribe_video.media.info import AudioTrack, MediaInfo

# ISO 639-2 codes, as recordings carry them.
_LANGUAGES = {
    "ara": "Arabic",
    "cat": "Catalan",
    "ces": "Czech",
    "chi": "Chinese",
    "cze": "Czech",
    "dan": "Danish",
    "deu": "German",
    "dut": "Dutch",
    "ell": "Greek",
    "eng": "English",
    "fin": "Finnish",
    "fra": "French",
    "fre": "French",
    "ger": "German",
    "gre": "Greek",
    "heb": "Hebrew",
    "hin": "Hindi",
    "hun": "Hungarian",
    "ita": "Italian",
    "jpn": "Japanese",
    "kor": "Korean",
    "nld": "Dutch",
    "nor": "Norwegian",
    "pol": "Polish",
    "por": "Portuguese",
    "ron": "Romanian",
    "rum": "Romanian",
    "rus": "Russian",
    "spa": "Spanish",
    "swe": "Swedish",
    "tha": "Thai",
    "tur": "Turkish",
    "ukr": "Ukrainian",
    "vie": "Vietnamese",
    "zho": "Chinese",
}


def choose_track(path: Path, info: MediaInfo) -> AudioTrack:
    """The sound track that is taken: the one the file marks as default, else the fullest.

    Commentaries and descriptions of the picture come last, tracks that cannot be decoded never.

    Raises:
        NoAudioError: there is none.
        UnsupportedMediaError: none can be decoded.
    """
    readable = [track for track in info.audio if track.readable]
    if not readable:
        raise _no_track(path, info)
    return max(
        readable,
        key=lambda track: (track.is_default, not track.is_extra, track.channels, -track.index),
    )


def track_note(info: MediaInfo, taken: AudioTrack) -> str | None:
    """What to say when there are several sound tracks."""
    others = [_title(track) for track in info.audio if track != taken]
    if not others:
        return None
    why = ", which the file marks as its default" if taken.is_default else ""
    return (
        f"The recording has {len(info.audio)} sound tracks. "
        f"Used: {_title(taken)}{why}. Not used: {', '.join(others)}."
    )


def _title(track: AudioTrack) -> str:
    language = _LANGUAGES.get(track.language or "", track.language)
    said = ", ".join(
        part for part in (language, f"“{track.title}”" if track.title else None) if part
    )
    return f"track {track.number} ({said})" if said else f"track {track.number}"


def _no_track(path: Path, info: MediaInfo) -> MediaError:
    if info.audio:
        codecs = sorted({f"“{track.codec}”" for track in info.audio if track.codec})
        return UnsupportedMediaError(
            f"{quoted(path)} cannot be transcribed",
            f"its sound is coded in a way that is not read here ({', '.join(codecs) or 'unknown'})",
            "Save it with AAC, MP3 or WAV sound with a video program",
        )
    return NoAudioError(
        f"{quoted(path)} cannot be transcribed",
        "it has a picture and no sound" if info.has_picture else "there is no sound in it",
        "Choose a recording with sound",
    )
