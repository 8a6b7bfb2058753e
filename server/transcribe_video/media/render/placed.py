"""A plan in the times of the video, once it is known where its clips really lie."""

from dataclasses import replace
from itertools import accumulate

from transcribe_video.media.render.cut import Cut
from transcribe_video.media.render.plan import Plan
from transcribe_video.media.render.time_map import TimeMap


def placed(plan: Plan, cut: Cut) -> Plan:
    """The plan of which all that is placed by time lies where its clips do.

    Clips are whole pictures long and milliseconds are not, so that many of them part from the
    times that were planned.

    Args:
        plan: in the times of its clips' lengths.
        cut: where they lie.
    """
    wanted_ms = list(accumulate((shot.d_ms for shot in plan.shots), initial=0))
    actual_ms = [number * 1000 / cut.grid for number in (*cut.begins, cut.frames)]
    rows = zip(plan.shots, cut.starts_ms, strict=True)
    its = TimeMap(wanted_ms, actual_ms, [shot.from_ms - start_ms for shot, start_ms in rows])
    return replace(
        plan,
        duration_ms=round(actual_ms[-1]),
        captions=tuple(its.moved(plan.captions)),
        look=replace(
            plan.look,
            titles=tuple(its.moved(plan.look.titles)),
            burned=tuple(its.moved(plan.look.burned)),
        ),
        music=tuple(
            replace(melody, levels=tuple(its.moved(melody.levels))) for melody in plan.music
        ),
        speech=tuple(its.moved(plan.speech)),
    )
