"""The document as its format's rules have it, and as OpenTimelineIO's reader understands it."""

import warnings
from collections.abc import Iterator
from fractions import Fraction
from io import StringIO
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, fromstring

import opentimelineio as otio
import pytest
from lxml import etree

from handoff.sequences import AWKWARD, FILM, NTSC, PAL, RATES, cut, film, rich
from transcribe_video.handoff.fcpxml import write_fcpxml
from transcribe_video.handoff.sequence import Clip, Sequence

# The part of the format's rules (Apple's reference of FCPXML 1.10) that what we write falls under.
RULES = """
<!ELEMENT fcpxml (resources, library)> <!ATTLIST fcpxml version CDATA #FIXED "1.10">
<!ELEMENT resources (asset | effect | format)*>
<!ELEMENT library (event)*>
<!ELEMENT event (project)*> <!ATTLIST event name CDATA #IMPLIED>
<!ELEMENT project (sequence)> <!ATTLIST project name CDATA #IMPLIED>
<!ELEMENT format EMPTY>
<!ATTLIST format id ID #REQUIRED name CDATA #IMPLIED frameDuration CDATA #IMPLIED
  width CDATA #IMPLIED height CDATA #IMPLIED>
<!ELEMENT asset (media-rep+)>
<!ATTLIST asset id ID #REQUIRED name CDATA #IMPLIED start CDATA #IMPLIED duration CDATA #IMPLIED
  hasVideo CDATA #IMPLIED format IDREF #IMPLIED hasAudio CDATA #IMPLIED videoSources CDATA #IMPLIED
  audioSources CDATA #IMPLIED audioChannels CDATA #IMPLIED>
<!ELEMENT media-rep EMPTY>
<!ATTLIST media-rep kind (original-media | proxy-media) "original-media" src CDATA #REQUIRED>
<!ELEMENT effect EMPTY>
<!ATTLIST effect id ID #REQUIRED name CDATA #IMPLIED uid CDATA #REQUIRED>
<!ELEMENT sequence (spine)>
<!ATTLIST sequence format IDREF #REQUIRED duration CDATA #IMPLIED tcStart CDATA #IMPLIED
  tcFormat (DF | NDF) #IMPLIED audioLayout (mono | stereo | surround) #IMPLIED
  audioRate (32k | 44.1k | 48k | 88.2k | 96k | 176.4k | 192k) #IMPLIED>
<!ELEMENT spine (asset-clip | video)*>
<!ELEMENT asset-clip (timeMap?, adjust-conform?, adjust-volume?, (asset-clip | title)*)>
<!ATTLIST asset-clip ref IDREF #REQUIRED lane CDATA #IMPLIED offset CDATA #IMPLIED
  name CDATA #IMPLIED start CDATA #IMPLIED duration CDATA #IMPLIED tcFormat (DF | NDF) #IMPLIED
  srcEnable (all | audio | video) "all" audioRole CDATA #IMPLIED>
<!ELEMENT video (adjust-conform?, (asset-clip | title)*)>
<!ATTLIST video ref IDREF #REQUIRED lane CDATA #IMPLIED offset CDATA #IMPLIED
  name CDATA #IMPLIED start CDATA #IMPLIED duration CDATA #REQUIRED>
<!ELEMENT timeMap (timept)*>
<!ELEMENT timept EMPTY>
<!ATTLIST timept time CDATA #REQUIRED value CDATA #REQUIRED
  interp (smooth2 | linear | smooth) "smooth2">
<!ELEMENT adjust-conform EMPTY> <!ATTLIST adjust-conform type (fit | fill | none) "fit">
<!ELEMENT adjust-volume EMPTY> <!ATTLIST adjust-volume amount CDATA "0dB">
<!ELEMENT title (text*, text-style-def*, adjust-transform?)>
<!ATTLIST title ref IDREF #REQUIRED lane CDATA #IMPLIED offset CDATA #IMPLIED
  name CDATA #IMPLIED start CDATA #IMPLIED duration CDATA #REQUIRED>
<!ELEMENT text (text-style)*>
<!ELEMENT text-style-def (text-style)> <!ATTLIST text-style-def id ID #REQUIRED>
<!ELEMENT text-style (#PCDATA)>
<!ATTLIST text-style ref IDREF #IMPLIED font CDATA #IMPLIED fontSize CDATA #IMPLIED
  fontColor CDATA #IMPLIED alignment (left | center | right | justified) #IMPLIED>
<!ELEMENT adjust-transform EMPTY> <!ATTLIST adjust-transform position CDATA "0 0">
"""


def _root(sequence: Sequence) -> Element:
    return fromstring(write_fcpxml(sequence))  # noqa: S314 - our own document


def _seconds(text: str | None) -> Fraction:
    assert text is not None
    assert text.endswith("s")
    return Fraction(text.removesuffix("s"))


def _times(root: Element) -> Iterator[Fraction]:
    for tag in ("sequence", "asset-clip", "video", "title"):
        for element in root.iter(tag):
            names = {"offset", "start", "duration", "tcStart"} & set(element.keys())
            yield from (_seconds(element.get(name)) for name in names)


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_it_keeps_the_rules_of_its_format(rate: Fraction) -> None:
    rules = etree.DTD(StringIO(RULES))
    for made in (cut(rate), rich()):
        assert rules.validate(etree.fromstring(write_fcpxml(made))), rules.error_log


@pytest.mark.parametrize("rate", RATES, ids=str)
@pytest.mark.parametrize("start", [None, "09:59:59:00"])
def test_every_time_is_a_whole_number_of_frames(rate: Fraction, start: str | None) -> None:
    assert all((time * rate).denominator == 1 for time in _times(_root(cut(rate, start))))
    assert all((time * PAL).denominator == 1 for time in _times(_root(rich())))


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_the_cuts_follow_each_other_without_gaps(rate: Fraction) -> None:
    root = _root(cut(rate))
    clips = [
        [int(_seconds(clip.get(name)) * rate) for name in ("offset", "start", "duration")]
        for clip in root.iter("asset-clip")
    ]
    assert clips == [[0, 0, 25], [25, 250, 151], [176, 100, 33]]
    sequence = root.find(".//sequence")
    assert sequence is not None
    assert _seconds(sequence.get("duration")) * rate == 209


@pytest.mark.parametrize("rate", [PAL, Fraction(24), Fraction(30), Fraction(50)], ids=str)
def test_the_cuts_are_read_back_frame_by_frame(rate: Fraction) -> None:
    # Its reader takes only whole frames a second.
    text = write_fcpxml(cut(rate)).decode()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the reader
        [timeline] = otio.adapters.read_from_string(text, "fcpx_xml")
    [track] = timeline.tracks
    assert timeline.name == "My cut"
    assert _rows(track) == [("film.mp4", 0, 25), ("film.mp4", 250, 151), ("film.mp4", 100, 33)]


def _rows(track: Any) -> list[tuple[str, float, float]]:
    return [
        (item.name, item.source_range.start_time.value, item.source_range.duration.value)
        for item in track
    ]


def test_a_clip_begins_on_the_clock_of_its_file() -> None:
    root = _root(cut(NTSC, "10:00:00;00"))
    [asset], [first, *_] = list(root.iter("asset")), list(root.iter("asset-clip"))
    assert asset.get("start") == first.get("start")
    assert _seconds(asset.get("start")) * NTSC == 10 * 107_892
    assert first.get("tcFormat") == "DF"


def test_files_are_named_by_urls_that_lead_back_to_them() -> None:
    urls = [urlsplit(media.get("src", "")) for media in _root(rich()).iter("media-rep")]
    assert unquote(urls[1].path) == str(AWKWARD)
    assert all(url.scheme == "file" and url.path.isascii() for url in urls)


def test_names_are_escaped() -> None:
    root = _root(rich())
    assert [clip.get("name") for clip in root.find(".//spine") or ()] == [
        "film.mp4",
        'a <b> "c".mp4',
        "photo 1.png",
        'a <b> "c".mp4',
        "film.mp4",
    ]
    texts = [style.text for style in root.iter("text-style") if style.get("ref")]
    assert texts == ["Urban <Dreams> & more", "End"]


@pytest.mark.parametrize("rate", [PAL, FILM], ids=str)
@pytest.mark.parametrize("speed", [2.0, 0.5, 1.25])
def test_a_change_of_speed_shows_the_part_that_is_meant(rate: Fraction, speed: float) -> None:
    from_ms = round(200 * 1000 / rate)
    to_ms = round(400 * 1000 / rate)
    made = Sequence("s", rate, (Clip(film(rate), from_ms, to_ms, speed),))
    [clip] = _root(made).iter("asset-clip")
    first, last = (
        tuple(_seconds(point.get(name)) for name in ("time", "value"))
        for point in clip.iter("timept")
    )
    slope = (last[1] - first[1]) / (last[0] - first[0])
    start, d = _seconds(clip.get("start")), _seconds(clip.get("duration"))
    assert slope == Fraction(speed)
    assert first[1] + (start - first[0]) * slope == 200 / rate
    assert first[1] + (start + d - first[0]) * slope == 400 / rate


def test_titles_and_music_hang_on_the_clips_in_their_time() -> None:
    root = _root(rich())
    titles = [
        (
            title.get("name"),
            int(_seconds(title.get("offset")) * 25),
            int(_seconds(title.get("duration")) * 25),
        )
        for title in root.iter("title")
    ]
    first = (36_000 + 1) * 25
    # The last clip runs at half its speed: its clock too.
    assert titles == [
        ("Urban <Dreams> & more", first + 12, 76),
        ("End", 2 * (36_000 + 10) * 25 + 25, 25),
    ]
    [music] = [clip for clip in root.iter("asset-clip") if clip.get("lane")]
    assert (music.get("lane"), music.get("srcEnable")) == ("-1", "audio")
    assert _seconds(music.get("offset")) * 25 == first
    assert _seconds(music.get("duration")) * 25 == 75


def test_loudness_is_in_decibels_and_silence_is_not_minus_infinity() -> None:
    amounts = [volume.get("amount") for volume in _root(rich()).iter("adjust-volume")]
    assert sorted(str(amount) for amount in amounts) == ["-6.02dB", "-9.12dB", "-96dB"]


def test_a_character_that_xml_cannot_hold_is_replaced() -> None:
    made = Sequence("bell\x07 and\ud83d", PAL, (Clip(film(), 0, 1_000),))
    project = _root(made).find(".//project")
    assert project is not None
    assert project.get("name") == "bell\N{REPLACEMENT CHARACTER} and\N{REPLACEMENT CHARACTER}"
