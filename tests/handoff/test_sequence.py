from fractions import Fraction
from pathlib import Path

import pytest

from handoff.sequences import NTSC, PAL, RATES, cut, film, picture, rich, song
from transcribe_video.handoff.sequence import Clip, Media, Music, Sequence, Title


def _rows(sequence: Sequence) -> list[tuple[int, int, int, int]]:
    return [(shot.at, shot.d, shot.source, shot.source_d) for shot in sequence.shots]


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_the_frames_of_a_cut_are_those_that_its_milliseconds_came_from(rate: Fraction) -> None:
    assert _rows(cut(rate)) == [(0, 25, 0, 25), (25, 151, 250, 151), (176, 33, 100, 33)]


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_many_cuts_do_not_drift(rate: Fraction) -> None:
    media, firsts = film(rate), range(0, 1400, 7)
    clips = [
        Clip(media, round(first * 1000 / rate), round((first + 5) * 1000 / rate))
        for first in firsts
    ]
    made = Sequence("many", rate, tuple(clips))
    expected = [(5 * number, 5, first, 5) for number, first in enumerate(firsts)]
    assert _rows(made) == expected


def test_a_clip_at_twice_the_speed_takes_half_the_time() -> None:
    assert _rows(rich()) == [
        (0, 50, 25, 50),
        (50, 50, 0, 100),
        (100, 125, 0, 125),
        (225, 25, 200, 25),
        (250, 50, 250, 25),
    ]


def test_a_clip_shorter_than_a_frame_has_one_as_in_the_video() -> None:
    made = Sequence("short", PAL, (Clip(film(), 0, 1_000), Clip(film(), 5_000, 5_010)))
    assert _rows(made) == [(0, 25, 0, 25), (25, 1, 125, 1)]


def test_clips_between_frames_do_not_add_up_to_another_length() -> None:
    # Each is half a frame too long for its frames.
    clips = tuple(Clip(film(), at, at + 1_020) for at in range(0, 50_000, 1_000))
    made = Sequence("uneven", PAL, clips)
    assert made.d == 50 * 1_020 * 25 / 1_000
    assert {shot.d for shot in made.shots} == {25, 26}


def test_a_clip_up_to_the_end_of_its_file_shows_no_frame_behind_it() -> None:
    media = Media(Path("/films/a.mp4"), "a.mp4", "video", 10_015, PAL)
    [shot] = Sequence("end", PAL, (Clip(media, 5_025, 10_015),)).shots
    # It lasts for 124.75 frames, from frame 125.625 of the file's 250.375.
    assert (shot.d, shot.source, shot.source_d) == (125, 126, 125)
    [shot] = Sequence("end", PAL, (Clip(media, 4_985, 10_015),)).shots
    assert (shot.d, shot.source, shot.source_d) == (126, 125, 126)


def test_a_title_is_over_the_frames_of_its_clip_and_ends_with_the_sequence() -> None:
    spans = [(title.text, span.at, span.end) for title, span in rich().title_spans]
    assert spans == [("Urban <Dreams> & more", 12, 88), ("End", 275, 300)]


def test_a_title_over_each_of_many_clips_is_over_the_frames_of_that() -> None:
    clips = tuple(Clip(film(), at, at + 1_019) for at in range(0, 100_000, 1_000))
    titles = tuple(Title("here", 1_019 * at, 1_019 * (at + 1)) for at in range(100))
    made = Sequence("many", PAL, clips, titles)
    spans = [(span.at, span.d) for _, span in made.title_spans]
    assert spans == [(shot.at, shot.d) for shot in made.shots]


def test_a_title_beyond_the_end_keeps_a_frame() -> None:
    made = Sequence("title", PAL, (Clip(film(), 0, 1_000),), (Title("late", 5_000, 6_000),))
    assert [(span.at, span.d) for _, span in made.title_spans] == [(24, 1)]


def test_music_ends_with_the_clips_at_latest() -> None:
    clip = (Clip(film(), 0, 1_000),)
    assert [span.d for _, span in Sequence("m", PAL, clip, music=(Music(song()),)).music_spans] == [
        25
    ]
    assert [span.d for _, span in rich().music_spans] == [75]


def test_each_file_is_named_once_in_the_order_of_its_use() -> None:
    names = [media.name for media in rich().media]
    assert names == ["film.mp4", 'a <b> "c".mp4', "photo 1.png", "lofi.mp3"]


@pytest.mark.parametrize(
    ("rate", "start", "expected"),
    [
        (PAL, None, False),
        (NTSC, None, False),
        (NTSC, "01:00:00:00", False),
        (NTSC, "01:00:00;00", True),
        (Fraction(24000, 1001), None, False),
        (Fraction(60000, 1001), None, False),
        (Fraction(60000, 1001), "01:00:00;00", True),
        (Fraction(30), "01:00:00;00", False),
    ],
)
def test_the_clock_skips_numbers_only_if_that_of_a_file_does(
    rate: Fraction, start: str | None, *, expected: bool
) -> None:
    assert cut(rate, start).is_drop_frame is expected


def test_a_picture_is_seen_and_not_heard() -> None:
    made = Sequence("still", PAL, (Clip(picture(), 0, 5_000),))
    assert (made.is_seen, made.shots[0].clip.is_heard, made.d) == (True, False, 125)
