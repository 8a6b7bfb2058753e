"""Which function makes the edits of a wish, by the wish's name."""

from collections.abc import Callable, Iterator, Sequence

from transcribe_video.conversation.editing import (
    cutting,
    history,
    picturing,
    saying,
    sounding,
    titling,
)
from transcribe_video.conversation.editing.command import Command
from transcribe_video.conversation.editing.edit import (
    Ask,
    Confirm,
    Edit,
    Impossible,
    Keep,
    Propose,
    ShowChanges,
)
from transcribe_video.conversation.editing.sign import Sign

Maker = Callable[[Command, Sequence[str]], Iterator[Edit]]
"""Makes the edits of a command; the second are the names of the session's files."""
_MADE = {Sign.MUSIC: "generate_music", Sign.IMAGE: "generate_image", Sign.SPEECH: "voice"}
_PRAISED = (Sign.CAPTIONS, Sign.TITLE, Sign.MUSIC, Sign.SOUND, Sign.PICTURE, Sign.IMAGE)
_PLACES = (Sign.START, Sign.END, Sign.FIRST, Sign.LAST, Sign.UNTIL_TIME, Sign.SINCE, Sign.SAID)


def _keep(command: Command, _files: Sequence[str]) -> Iterator[Edit]:
    if command.has(Sign.QUOTE, Sign.SAID):
        yield from saying.cut_words(command, is_kept=True)
    else:
        yield Keep(tuple(sorted(command.ranges)))


def _place(command: Command, _files: Sequence[str]) -> Iterator[Edit]:
    """“Put 0:30-0:45 at the end”."""
    if command.has(*_PLACES):
        yield from picturing.move(command)


def _unclear(_command: Command, _files: Sequence[str]) -> Iterator[Edit]:
    yield Ask()


def _impossible(command: Command, _files: Sequence[str]) -> Iterator[Edit]:
    named = command.texts(Sign.IMPOSSIBLE) or ["object"]
    what = next((name for name in named if not name.startswith("generate")), named[0])
    if what == "object" and command.has(Sign.ADD) and not command.has(Sign.CUT):
        what = "overlay"  # “put a watermark in the corner”
    if what == "generate":
        what = next((name for sign, name in _MADE.items() if command.has(sign)), "generate_video")
    yield Impossible(what)


def _confirm(command: Command, _files: Sequence[str]) -> Iterator[Edit]:
    is_praise = command.has(*_PRAISED) and not command.has(Sign.APPLY)  # “the captions look good”
    if not command.has(Sign.OTHER) and not is_praise:
        yield Confirm()


def _plain(make: Callable[[Command], Iterator[Edit]]) -> Maker:
    return lambda command, _files: make(command)


def _just(edit: Edit) -> Maker:
    return lambda _command, _files: iter((edit,))


MAKERS: dict[str, Maker] = {
    "start over": _plain(history.start_over),
    "undo": _plain(history.undo),
    "redo": _plain(history.redo),
    "changes": _just(ShowChanges()),
    "repeats": _plain(cutting.cut_repeats),
    "fillers": _plain(cutting.cut_fillers),
    "silences": _plain(cutting.cut_silences),
    "image": picturing.add_image,
    "title": _plain(titling.add_title),
    "no title": _plain(titling.remove_title),
    "impossible": _impossible,
    "captions": _plain(picturing.set_captions),
    "loudness": _plain(sounding.set_loudness),
    "fade": _plain(sounding.fade),
    "frame": _plain(picturing.reframe),
    "size": _plain(picturing.resize),
    "music": sounding.add_music,
    "no music": _plain(sounding.remove_music),
    "mute words": _plain(saying.mute_words),
    "unclear": _unclear,
    "volume": _plain(sounding.set_volume),
    "speed": _plain(picturing.set_speed),
    "join": _plain(picturing.join),
    "move": _plain(picturing.move),
    "swap": _plain(picturing.swap),
    "split": _plain(cutting.split),
    "cut": _plain(cutting.cut),
    "bounds": _plain(cutting.cut_outside),
    "only": _keep,
    "place": _place,
    "propose": _just(Propose()),
    "confirm": _confirm,
}
