"""Words that say nothing: by default only those, and elsewhere no words that carry meaning."""

from dataclasses import replace

import pytest

from backend.editing.cutting_room import CuttingRoom
from transcribe_video.transcript.segment import segment_of


def _left(room: CuttingRoom, line: str, language: str, message: str = "去掉口头语") -> str:
    """What is said once it was asked for; all of it where nothing was found."""
    room.heard(room.bring("talk.mp4", 60_000), [line, "fin"], language)
    turn = room.say(message)
    if turn.question:
        room.say("do it")
    elif not turn.changes:
        assert "没有找到口头语" in turn.reply
        return line
    return room.text.removesuffix(" fin")


@pytest.mark.parametrize(
    ("language", "line", "left"),
    [
        ("zh", "嗯 那个 人 说， 那个， 我们 走 吧", "那个 人 说， 我们 走 吧"),
        ("zh", "我 要 这个。", "我 要 这个。"),
        ("zh", "就是， 这个 这个， 我 不 知道", "就是， 我 不 知道"),
        ("zh", "这个 这个 人 很 好", "这个 这个 人 很 好"),
        ("zh", "嗯 那 个， 金 额 是 多少", "金 额 是 多少"),
        ("zh", "你 要 哪个？ 那个。 好", "你 要 哪个？ 那个。 好"),
        ("es", "este hombre, este, vive en este barrio", "este hombre, vive en este barrio"),
        ("es", "o sea, eh no lo sé", "no lo sé"),
        ("en", "do you know him, um, you know, I mean it", "do you know him, I mean it"),
        ("en", "uh you know, we went", "we went"),
        ("de", "halt an, äh, er hat halt recht", "halt an, er hat halt recht"),
        ("fr", "Ben vient, ben, euh demain", "Ben vient, demain"),
    ],
)
def test_what_means_something_is_cut_only_where_it_is_set_off(
    empty_room: CuttingRoom, language: str, line: str, left: str
) -> None:
    assert _left(empty_room, line, language) == left


def test_where_words_stand_between_pauses_they_are_set_off(empty_room: CuttingRoom) -> None:
    film = empty_room.bring("talk.mp4", 60_000)
    empty_room.heard(film, ["我们 那个 走"], "zh")
    transcript = empty_room.place.store.transcripts.get(film.media_id)
    assert transcript
    [segment] = transcript.segments
    said = segment.words
    apart = [replace(said[0]), replace(said[1], start_ms=2400, end_ms=2700)]
    apart.append(replace(said[2], start_ms=3400, end_ms=3700))
    made = replace(transcript, segments=(segment_of(tuple(apart), None),))
    empty_room.place.store.transcripts.keep(film.media_id, "job_of_a_test", made)
    empty_room.say("去掉口头语")
    assert empty_room.text == "我们 走"


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("remove the filler words “那个”", "人 说 我们 走 吧"),
        ("remove the filler words “说” and “走”", "那个 人 我们 吧"),
    ],
)
def test_what_is_named_is_cut_wherever_it_stands(
    empty_room: CuttingRoom, message: str, left: str
) -> None:
    assert _left(empty_room, "那个 人 说 我们 走 吧", "zh", message) == left


def test_each_file_has_the_fillers_of_its_own_language(empty_room: CuttingRoom) -> None:
    for name, line, language in (("a.mp4", "er we go", "en"), ("b.mp4", "er hat äh recht", "de")):
        empty_room.heard(empty_room.bring(name, 10_000), [line], language)
    empty_room.say("remove the filler words")
    assert empty_room.text == "we go er hat recht"
