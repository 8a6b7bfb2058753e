"""A wish without a way: “make it better”, and three ways that a project offers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcribe_video.conversation.editing.edit import Propose
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.situation import Situation
from transcribe_video.conversation.tracks import TrackView
from transcribe_video.timecode import clock, milliseconds

_COUNT = 3
_SHORT_S, _LONG_S = 20.0, 90.0
_LOUDEST_UNDER_VOICE = 20  # per cent


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a project.

    Attributes:
        name: of its main file.
        length_s: of its timeline, or of that file; 0 if nobody knows.
        labels: of its tracks: “Video”, “BGM”, “Title”.
        is_chinese: whether the person writes Chinese.
    """

    name: str
    length_s: float = 0
    labels: frozenset[str] = frozenset()
    is_chinese: bool = False


def is_vague(message: str) -> bool:
    """Whether a message says that something shall be better, and not what."""
    return edits_of(message, Situation(length_ms=0)).edits == (Propose(),)


def seen(name: str, length_s: float, tracks: Sequence[TrackView], *, is_chinese: bool) -> Seen:
    """What is known of a project with these tracks."""
    ends = [clip.to_s for track in tracks for clip in track.clips if clip.to_s]
    labels = frozenset(track.label for track in tracks if track.clips)
    return Seen(name, max(ends, default=length_s), labels, is_chinese)


def suggestions(project: Seen) -> tuple[str, ...]:
    """Three instructions that fit a project, each of which can be given as it stands."""
    return tuple(_all(project))[:_COUNT]


def _all(project: Seen) -> Iterator[str]:
    say = _CHINESE if project.is_chinese else _ENGLISH
    length = clock(milliseconds(project.length_s))
    if project.length_s > _LONG_S:
        yield say["shorten"].format(name=project.name, length=length)
    else:
        yield say["pauses"].format(name=project.name)
    if "Title" not in project.labels:
        yield say["captions"]
    if "BGM" not in project.labels:
        yield say["music"].format(volume=_LOUDEST_UNDER_VOICE)
    yield say["fades"]
    yield say["title"] if project.length_s > _SHORT_S else say["joins"]


_ENGLISH = {
    "shorten": "Cut “{name}” from {length} down to 1:00, and keep where the most is said",
    "pauses": "Cut the pauses and filler words out of “{name}”",
    "captions": "Add captions of what is said, in white at the bottom",
    "music": "Add calm background music at {volume}% volume under the voice",
    "fades": "Fade in from black in the first second, and fade out in the last",
    "title": "Add a title with the subject of the video for the first 3 seconds",
    "joins": "Add a slow fade between the clips",
}
_CHINESE = {
    "shorten": "把“{name}”从{length}剪到1分钟，保留说话最多的部分",
    "pauses": "剪掉“{name}”里的停顿和口头禅",
    "captions": "在画面底部加上白色字幕",
    "music": "在人声下面加上音量为{volume}%的舒缓背景音乐",
    "fades": "开头一秒淡入，结尾一秒淡出",
    "title": "在开头3秒加上写明主题的标题",
    "joins": "在片段之间加上淡入淡出",
}
