"""The filters that make one picture and one sound of the clips, as ffmpeg's ``filter_complex``."""

from collections.abc import Iterator

from transcribe_video.media.render.cut_grid import SAMPLE_RATE, Stretch, stretches
from transcribe_video.media.render.plan import Plan, Shot

PICTURE, SOUND = "[picture]", "[sound]"
_BLACK_RATE = 10  # pictures a second where there is nothing to see
_LAYOUTS = {1: "mono", 2: "stereo"}
# Gaps and a late start become silence.
_IN_PLACE = f"aresample={SAMPLE_RATE}:async=1:first_pts=0"


def graph(plan: Plan) -> str:
    """The filters for a plan that is no copy; they give ``PICTURE`` and, if any, ``SOUND``."""
    if plan.rate is None:
        return ";".join(_one(plan))
    return ";".join(_joined(plan))


def _one(plan: Plan) -> Iterator[str]:
    (shot,) = plan.shots
    yield f"{_picture(0, shot, plan)}{PICTURE}"
    if plan.channels:
        samples = plan.duration_ms * SAMPLE_RATE // 1000
        yield f"{_sound(0, shot, plan)},{_filled(samples)}{SOUND}"


def _joined(plan: Plan) -> Iterator[str]:
    assert plan.rate
    parts = ""
    lengths = stretches((shot.d_ms for shot in plan.shots), plan.rate)
    for number, (shot, stretch) in enumerate(zip(plan.shots, lengths, strict=True)):
        yield f"{_picture(number, shot, plan)},{_frames(plan, stretch)}[v{number}]"
        parts += f"[v{number}]"
        if plan.channels:
            sound = f"{_sound(number, shot, plan)},{_filled(stretch.samples)}"
            yield f"{sound},atrim=end_sample={stretch.samples}[a{number}]"
            parts += f"[a{number}]"
    sounds = min(plan.channels, 1)
    names = PICTURE + (SOUND if sounds else "")
    yield f"{parts}concat=n={len(plan.shots)}:v=1:a={sounds}{names}"


def _frames(plan: Plan, stretch: Stretch) -> str:
    """Just as many pictures as the clip has; the last one stands still where there are fewer."""
    standing = "tpad=stop=-1:stop_mode=clone"
    return f"fps={plan.rate}:start_time=0,{standing},trim=end_frame={stretch.frames}"


def _filled(samples: int) -> str:
    """Silence after the last sound; where there was none at all, only this gives it a clock."""
    return f"apad=whole_len={samples},asetpts=N/SR/TB"


def _picture(number: int, shot: Shot, plan: Plan) -> str:
    """A clip's picture in the middle of the video's."""
    picture, frame = shot.footage.picture, plan.size
    if picture is None:
        black = f"color=black:s={frame.width}x{frame.height}:r={plan.rate or _BLACK_RATE}"
        return f"{black},format=yuv420p"
    size = picture.size.inside(frame)
    lead = f"trim=start={shot.lead_ms}ms,setpts=PTS-{shot.lead_ms}/1000/TB," if shot.lead_ms else ""
    whole = "bwdif=mode=send_frame:deint=interlaced," if picture.is_interlaced else ""
    scaled = f"scale={size.width}:{size.height}:out_range=tv,setsar=1,format=yuv420p"
    around = "" if size == frame else f",pad={frame.width}:{frame.height}:-1:-1"
    return f"[{number}:{picture.index}]{lead}{whole}{scaled}{around}"


def _sound(number: int, shot: Shot, plan: Plan) -> str:
    """What a clip says, or silence without end."""
    layout = f"aformat=sample_fmts=fltp:channel_layouts={_LAYOUTS[plan.channels]}"
    sound = shot.footage.sound
    if sound is None:
        return f"anullsrc=r={SAMPLE_RATE},{layout}"
    lead = ""
    if shot.lead_ms:
        lead = f"atrim=start={shot.lead_ms}ms,asetpts=PTS-{shot.lead_ms}/1000/TB,"
    return f"[{number}:{sound.index}]{lead}{_IN_PLACE},{layout}"
