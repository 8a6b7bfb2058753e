"""The filters that make one picture of a few clips, as ffmpeg's ``filter_complex``."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from transcribe_video.media.render.cut_grid import Stretch
from transcribe_video.media.render.footage import Picture
from transcribe_video.media.render.plan import Plan, Shot
from transcribe_video.media.render.request import Fades

PICTURE = "[picture]"
_BLACK_RATE = 10  # pictures a second where there is nothing to see
_TRANSFERS = {16: "smpte2084", 18: "arib-std-b67"}
# To the colours that every screen shows, by way of light as it is (zimg and ITU-R BT.2390).
_LIGHT = "setparams=color_primaries=bt2020:color_trc={}:colorspace=bt2020nc:range=tv"
_SCREEN = (
    "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,"
    "zscale=t=bt709:m=bt709:r=tv"
)


@dataclass(frozen=True, slots=True)
class Stage:
    """Clips that follow each other and are encoded together.

    Attributes:
        plan: the whole video.
        shots: the clips.
        lengths: how much of the video each takes.
        begin_s: when the first begins in the video.
        texts: where the file lies that says what to write on the picture; None if nothing.
        fonts: the folder with a font that it asks for; None if it brings all of them.
    """

    plan: Plan
    shots: tuple[Shot, ...]
    lengths: tuple[Stretch, ...]
    begin_s: Fraction
    texts: Path | None = None
    fonts: Path | None = None

    @property
    def frames(self) -> int:
        """How many pictures it has."""
        return sum(length.frames for length in self.lengths)


def graph(stage: Stage) -> str:
    """The filters; they give ``PICTURE``."""
    fades = fade_filters(stage.plan.look.fades, stage.plan.duration_ms)
    looks = [*_offset(stage), *_text(stage), *fades, *_back(stage)]
    if stage.plan.rate is None:
        (shot,) = stage.shots
        return ",".join([_picture(0, shot, stage.plan), *looks]) + PICTURE
    clips = enumerate(zip(stage.shots, stage.lengths, strict=True))
    rows = [
        f"{_picture(number, shot, stage.plan)},{_frames(stage.plan, length)}[v{number}]"
        for number, (shot, length) in clips
    ]
    names = "".join(f"[v{number}]" for number in range(len(rows)))
    # For the filter that puts them together a clip of one picture takes no time: counted anew.
    counted = f"settb={1 / stage.plan.rate},setpts=N"
    joined = ",".join([f"{names}concat=n={len(rows)}", counted, *looks]) + PICTURE
    return ";".join([*rows, joined])


def text_filter(texts: Path, fonts: Path | None) -> str:
    """Writes on the picture what the script ``texts`` says; Chinese has no spaces to break at."""
    folder = f":fontsdir={escaped(fonts)}" if fonts else ""
    return f"subtitles=filename={escaped(texts)}:wrap_unicode=1{folder}"


def escaped(path: Path) -> str:
    """A path as an option of a filter, which takes it apart twice."""
    text = str(path)
    for character in "\\':":
        text = text.replace(character, f"\\{character}")
    return "".join(f"\\{letter}" if letter in "\\'[],;" else letter for letter in text)


def _offset(stage: Stage) -> Iterator[str]:
    """So that what follows is told in times of the whole video."""
    if stage.begin_s and _is_timed(stage):
        yield f"setpts=PTS+{stage.begin_s}/TB"


def _back(stage: Stage) -> Iterator[str]:
    if stage.begin_s and _is_timed(stage):
        yield f"setpts=PTS-{stage.begin_s}/TB"


def _is_timed(stage: Stage) -> bool:
    fades = stage.plan.look.fades
    return stage.texts is not None or bool(fades.picture_in_ms or fades.picture_out_ms)


def _text(stage: Stage) -> Iterator[str]:
    if stage.texts:
        yield text_filter(stage.texts, stage.fonts)


def fade_filters(fades: Fades, length_ms: int) -> Iterator[str]:
    """Fade the picture of a video of that length."""
    if fades.picture_in_ms:
        yield f"fade=t=in:st=0:d={fades.picture_in_ms}ms"
    if fades.picture_out_ms:
        begin_ms = max(0, length_ms - fades.picture_out_ms)
        yield f"fade=t=out:st={begin_ms}ms:d={min(length_ms, fades.picture_out_ms)}ms"


def screen_filters(transfer: int) -> Iterator[str]:
    """From HDR, as ``transfer`` (ITU-T H.273) says, to the colours that every screen shows."""
    yield _LIGHT.format(_TRANSFERS[transfer])
    yield _SCREEN


def _frames(plan: Plan, length: Stretch) -> str:
    """Just as many pictures as the clip has; the last one stands still where there are fewer."""
    standing = "tpad=stop=-1:stop_mode=clone"
    return f"fps={plan.rate}:start_time=0,{standing},trim=end_frame={length.frames}"


def _picture(number: int, shot: Shot, plan: Plan) -> str:
    """A clip's picture in the video's frame."""
    picture, frame = shot.footage.picture, plan.size
    if picture is None:
        black = f"color=black:s={frame.width}x{frame.height}:r={plan.rate or _BLACK_RATE}"
        return f"{black},format=yuv420p"
    steps = [*_in_time(shot), *_plain(picture), *_fitted(picture, plan), *_standing(shot, plan)]
    return f"[{number}:{picture.index}]{','.join(steps)}"


def _in_time(shot: Shot) -> Iterator[str]:
    read_ms, begun_ms, _ = shot.lead
    if read_ms:
        # That picture is the clip's first which has begun by then.
        begin_ms = max(0, read_ms - begun_ms - 1)
        yield f"trim=start={begin_ms}ms,setpts=max(0\\,PTS-{read_ms}/1000/TB)"
    if shot.stands:
        yield "trim=end_frame=1"
    if shot.speed != 1:
        yield f"setpts=PTS/{shot.speed}"


def _standing(shot: Shot, plan: Plan) -> Iterator[str]:
    if shot.stands and plan.rate:
        yield f"loop=loop=-1:size=1:start=0,settb={1 / plan.rate},setpts=N"


def _plain(picture: Picture) -> Iterator[str]:
    if picture.is_interlaced:
        yield "bwdif=mode=send_frame:deint=interlaced"


def _fitted(picture: Picture, plan: Plan) -> Iterator[str]:
    frame = plan.size
    size = picture.size.around(frame) if plan.look.is_cropped else picture.size.inside(frame)
    yield f"scale={size.width}:{size.height}:out_range=tv,setsar=1"
    if picture.is_hdr:
        yield from screen_filters(picture.transfer)
    yield "format=yuv420p"
    if size == frame:
        return
    if plan.look.is_cropped:
        yield f"crop={frame.width}:{frame.height}"
    else:
        yield f"pad={frame.width}:{frame.height}:-1:-1"
