"""Sequences for tests."""

from fractions import Fraction
from pathlib import Path

from transcribe_video.handoff.sequence import Clip, Media, Music, Sequence, Title
from transcribe_video.handoff.smpte import source_timecode

PAL, FILM, NTSC = Fraction(25), Fraction(24000, 1001), Fraction(30000, 1001)
RATES = (PAL, FILM, NTSC, *map(Fraction, (24, 30, 48, 50, 60)), 2 * FILM, 2 * NTSC)
OTHER_RATES = (*RATES, *map(Fraction, (100, 120, 240)), 4 * NTSC, 8 * NTSC)
"""Of files, beside those of sequences."""
AWKWARD = Path('/films/my holiday & ünïcode 北京 #1%/a <b> "c".mp4')


def film(rate: Fraction = PAL, name: str = "film.mp4", start: str | None = None) -> Media:
    """A minute of video."""
    path = Path("/films") / name
    return Media(path, name, "video", 60_000, rate, 1920, 1080, start=source_timecode(start))


def picture() -> Media:
    return Media(Path("/films/photo 1.png"), "photo 1.png", "image", None, None, 800, 600)


def song() -> Media:
    return Media(Path("/films/lofi.mp3"), "lofi.mp3", "audio", 3_000)


def cut(rate: Fraction = PAL, start: str | None = None) -> Sequence:
    """The first second, a part from the middle, and an earlier part of a film, on its frames."""
    media = film(rate, start=start)
    ranges = ((0, 25), (250, 401), (100, 133))
    clips = tuple(Clip(media, _ms(first, rate), _ms(end, rate)) for first, end in ranges)
    return Sequence("My cut", rate, clips, width=1920, height=1080)


def rich() -> Sequence:
    """All that a sequence can hold, at 25 frames a second."""
    media = film(start="10:00:00:00")
    awkward = Media(AWKWARD, AWKWARD.name, "video", 20_000, PAL, 1280, 720)
    clips = (
        Clip(media, 1_000, 3_000),
        Clip(awkward, 0, 4_000, speed=2.0),
        Clip(picture(), 0, 5_000),
        Clip(awkward, 8_000, 9_000, volume=0.5),
        Clip(media, 10_000, 11_000, speed=0.5, volume=0.0),
    )
    titles = (Title("Urban <Dreams> & more", 500, 3_500, "top"), Title("End", 11_000, 99_000))
    music = (Music(song(), 0.35),)
    return Sequence("Rich & famous", PAL, clips, titles, music, 1920, 1080, is_filled=True)


def _ms(frame: int, rate: Fraction) -> int:
    return round(frame * 1000 / rate)
