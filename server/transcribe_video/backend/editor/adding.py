"""Files of the project that are put into the video, and music that is taken away again."""

from collections.abc import Sequence
from dataclasses import replace

from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.pieces import Insertion, Piece, complement, merged, rearranged
from transcribe_video.backend.editor.project import Project, Source, is_name_of
from transcribe_video.backend.editor.timeline import Clip, Music, Timeline, snapped
from transcribe_video.backend.editor.trouble import Choice, EditError
from transcribe_video.backend.editor.volume import MOST_VOLUME
from transcribe_video.conversation.editing.defaults import MUSIC_VOLUME
from transcribe_video.conversation.editing.edit import AddImage, AddMusic, Join, RemoveMusic
from transcribe_video.timecode import fine_clock
from transcribe_video.wire.draft import STILL_MS

_BRIEF_MS = 500  # without music at the end, of which nothing is said


def add_music(timeline: Timeline, edit: AddMusic, project: Project) -> Applied:
    """Lay a file's sound under the clips, once: what lies there already only changes."""
    source = _known(project, edit.file, timeline)
    if source.kind == "image" or not source.has_sound:
        raise EditError("no_sound", name=source.name)
    there = [one for one in timeline.music if one.media_id == source.media_id]
    if there:
        return Applied(replace(timeline, music=_laid_again(timeline, there[0], edit)))
    volume = MUSIC_VOLUME if edit.volume is None else min(edit.volume, MOST_VOLUME)
    length_ms = source.d_ms
    music = Music(source.media_id, source.name, volume, edit.is_ducked, length_ms=length_ms)
    facts: dict[str, object] = {"at": fine_clock(length_ms), "d": fine_clock(timeline.d_ms)}
    is_short = length_ms + _BRIEF_MS < timeline.d_ms
    notes = (("music_ends", {"name": source.name} | facts),) if is_short else ()
    return Applied(replace(timeline, music=(*timeline.music, music)), notes=notes)


def _laid_again(timeline: Timeline, there: Music, edit: AddMusic) -> tuple[Music, ...]:
    """The music where a file lies under the video already, so that it is not heard twice.

    It keeps the volume that it has, unless another one is said or it is silent.
    """
    volume = there.volume or MUSIC_VOLUME
    if edit.volume is not None:
        volume = min(edit.volume, MOST_VOLUME)
    now = replace(there, volume=volume, is_ducked=there.is_ducked or edit.is_ducked)
    laid = (now if one is there else one for one in timeline.music)
    return tuple(one for one in laid if one is now or one.media_id != there.media_id)


def remove_music(timeline: Timeline, edit: RemoveMusic, _project: Project) -> Applied:
    """Take music away, or all of it."""
    if not timeline.music:
        raise EditError("no_music")
    gone = [one for one in timeline.music if not edit.file or is_name_of(edit.file, one.name)]
    names = list(dict.fromkeys(one.name for one in gone))
    if not gone:
        there = list(dict.fromkeys(one.name for one in timeline.music))
        raise EditError("not_music", name=edit.file, names=there)
    if edit.file and len(names) > 1:
        choices = [Choice(RemoveMusic(name)) for name in names]
        raise EditError("several_music", choices, name=edit.file)
    return Applied(replace(timeline, music=tuple(m for m in timeline.music if m not in gone)))


def add_image(timeline: Timeline, edit: AddImage, project: Project) -> Applied:
    """Put a still picture in; what follows moves on."""
    source = _known(project, edit.file, timeline)
    if source.kind != "image":
        raise EditError("no_image", name=source.name)
    wished_ms = STILL_MS if edit.duration_ms is None else edit.duration_ms
    length_ms = snapped(wished_ms, timeline.rate)
    if not length_ms:
        raise EditError("too_brief", shown_ms=wished_ms)
    still = Clip(source.media_id, source.name, 0, length_ms, "image")
    return Applied(_with(timeline, (still,), edit.at_ms))


def join(timeline: Timeline, edit: Join, project: Project) -> Applied:
    """Put files in; what follows moves on. Of several, those that are there are not put in again.

    Those that shall come first, or are all that there is, are brought into the order that is told.
    """
    there = {clip.media_id for clip in timeline.clips}
    if edit.files:
        sources = [_known(project, name, timeline) for name in edit.files]
    else:
        sources = [one for one in project.sources if one.media_id not in there]
    if not sources:
        raise EditError("nothing_to_join")
    if edit.files and _is_ordered(timeline, [source.media_id for source in sources], edit.at_ms):
        return Applied(_in_order(timeline, sources, edit.at_ms))
    clips = [source.clip for source in sources]
    if edit.at_ms is not None:
        clips = [_on_pictures(clip, timeline) for clip in clips]
    return Applied(_with(timeline, tuple(clips), edit.at_ms))


def _is_ordered(timeline: Timeline, media_ids: Sequence[str], at_ms: int | None) -> bool:
    """Whether files that are put in are only to be in another order: some are there already.

    One file alone, or one for a moment of its own, may be wanted once more.
    """
    there = {clip.media_id for clip in timeline.clips}
    return not at_ms and len(set(media_ids)) > 1 and not there.isdisjoint(media_ids)


def _in_order(timeline: Timeline, sources: Sequence[Source], at_ms: int | None) -> Timeline:
    """The timeline that begins with these files, each once and as it is edited."""
    runs = {
        one.media_id: merged(
            (at, at + clip.d_ms) for at, clip in timeline.places if clip.media_id == one.media_id
        )
        for one in sources
    }
    known = [span for spans in runs.values() for span in spans]
    rest = complement(known, timeline.d_ms)
    parted = next((one.name for one in sources if len(runs[one.media_id]) > 1), "")
    if parted or (rest and at_ms is None):
        name = parted or next(one.name for one in sources if runs[one.media_id])
        raise EditError("in_video", name=name)
    order: list[Piece] = []
    for one in dict.fromkeys(sources):
        new = Insertion((_on_pictures(one.clip, timeline),))
        order += runs[one.media_id] or [new]
    return rearranged(timeline, [*order, *rest])


def _on_pictures(clip: Clip, timeline: Timeline) -> Clip:
    """The clip without what is less than a picture at its end, so that others can follow."""
    d_ms = snapped(clip.d_ms, timeline.rate)
    if d_ms > clip.d_ms:
        d_ms = snapped(round(clip.d_ms - 1000 / timeline.rate), timeline.rate)
    return replace(clip, to_ms=d_ms) if d_ms else clip


def _with(timeline: Timeline, clips: tuple[Clip, ...], at_ms: int | None) -> Timeline:
    """The timeline with clips put in before a moment; None is the end."""
    if at_ms is not None and at_ms > timeline.d_ms:
        raise EditError("beyond", at_ms=at_ms, d_ms=timeline.d_ms)
    place_ms = timeline.d_ms if at_ms is None else timeline.snapped(at_ms)
    behind = (place_ms, timeline.d_ms)
    return rearranged(timeline, [(0, place_ms), Insertion(clips), behind])


def _known(project: Project, name: str, timeline: Timeline) -> Source:
    """The file of this name; of several the only one that is not in the video yet."""
    sources = project.named(name)
    if not sources:
        raise EditError("no_file", name=name)
    there = {clip.media_id for clip in timeline.clips} | {one.media_id for one in timeline.music}
    new = [source for source in sources if source.media_id not in there]
    meant = sources if len(sources) == 1 else new
    if len(meant) != 1:
        raise EditError("several_files", name=name, names=[one.path or one.name for one in sources])
    return meant[0]
