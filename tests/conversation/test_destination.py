"""Where a message wants what it asks for."""

import pytest

from transcribe_video.conversation.destination import Destination, destination_in

_NOWHERE = [
    "export the video as an mp4 with captions",
    "export only the part in which she laughs",
    "convert /films/a.mov to mp4",
    "transcribe ~/a.mp4 into a docx",
    "write down what is said in /films/talk.mp4",
    "what is in ~/Documents?",
    "add the music of /films/song.mp3 to the video",
    "把 /films/a.mov 转成文字",
    "transcribe the recordings in /films",
    "transcribe the file at /films/a.flac",
    "transcribe /films/to/a.mp4",
    "save /films/in/talk.flac",
    "转写/films/导入/a.mp4",
    "export it as mp4",
    "export talk.mp4 to srt",
    "save talk.mp4 as srt",
    "export the video to youtube from talk.mp4",
    "write down what is said in talk.mp4",
    "append part2.mp4 and export",
    "export it as films/x.mp4",
    "把talk.mp4导出成srt",
    "",
]


_PLACES = [
    (
        "export the subtitles as vtt to ~/Documents",
        "~/Documents",
        "export the subtitles as vtt",
    ),
    ("Save the video to /films/x/film.mp4", "/films/x/film.mp4", "export the video as mp4"),
    (
        "save the transcript as /films/talk.docx.",
        "/films/talk.docx",
        "export the transcript as docx .",
    ),
    ("导出到 ~/Documents", "~/Documents", "导出"),
    ("把字幕保存到~/文档。", "~/文档", "把字幕导出 。"),
    ("存到 /films/片子.mp4", "/films/片子.mp4", "导出 as mp4"),
    ("导出视频到 /films/my 里", "/films/my", "导出视频 里"),
    ("export the video into “/films/my films”", "/films/my films", "export the video"),
    ("export it to /films/a b.mp4, please", "/films/a b.mp4", "export it as mp4 , please"),
    ("export the video to /home/me/My Films now", "/home/me/My Films", "export the video now"),
    ("write the srt to the folder ~/out/ and stop", "~/out/", "export the srt and stop"),
    (
        "Cut the pauses and export it to ~/Movies/out.mp4 with captions",
        "~/Movies/out.mp4",
        "Cut the pauses and export it as mp4 with captions",
    ),
    (r"store it under C:\Users\me", r"C:\Users\me", "export it"),
    ("export it to ./out", "./out", "export it"),
    ("transcribe /films/a.mp4 to ~/Documents", "~/Documents", "transcribe /films/a.mp4"),
    ("transcribe it into “~/My Docs” as srt", "~/My Docs", "transcribe it as srt"),
    ("transcribe a.mp4 to ~/docs/said.md", "~/docs/said.md", "transcribe a.mp4 as md"),
    (
        "transcribe /films/a.mp4 and save it in ~/Documents",
        "~/Documents",
        "transcribe /films/a.mp4 and export it",
    ),
    ("把/films/a.mp4转写到~/文档", "~/文档", "把/films/a.mp4转写"),
    ("转写/films/a.mp4成Word到~/文档", "~/文档", "转写/films/a.mp4成Word"),
    ("转写/films/a.mp4，保存到~/文档", "~/文档", "转写/films/a.mp4，导出"),
]
_NAMES = [
    ("export it as final.mp4", "final.mp4", "export it as mp4"),
    ("save it as “my film.mp4”", "my film.mp4", "export it as mp4"),
    ("export the video as final cut.mp4", "final cut.mp4", "export the video as mp4"),
    ("export it, call it final.mp4, please", "final.mp4", "export it, as mp4 , please"),
    ("export it as mp4 and name it final.mp4", "final.mp4", "export it as mp4 and as mp4"),
    ("export the subtitles of a.mp4 as b.srt", "b.srt", "export the subtitles of a.mp4 as srt"),
    (
        "cut the first 2 seconds, then save the video to final.mp4",
        "final.mp4",
        "cut the first 2 seconds, then export the video as mp4",
    ),
    ("导出为final.mp4", "final.mp4", "导出 as mp4"),
    ("把视频保存成“老街的 早晨.mp4”", "老街的 早晨.mp4", "把视频导出 as mp4"),
    ("把视频保存为老街.mp4，带字幕", "老街.mp4", "把视频导出 as mp4 ，带字幕"),
]


@pytest.mark.parametrize(("message", "path", "rest"), [*_PLACES, *_NAMES])
def test_a_place_or_a_name_is_found_and_taken_out_of_the_message(
    message: str, path: str, rest: str
) -> None:
    found = destination_in(message, lambda folder: folder == "/home/me/My Films")
    assert found == Destination(path, rest)


@pytest.mark.parametrize("message", _NOWHERE)
def test_what_is_no_place_for_an_export_is_none(message: str) -> None:
    assert destination_in(message) is None


def test_a_folder_and_a_name_are_one_place() -> None:
    found = destination_in("export the video to ~/Movies as final cut.mp4")
    assert found == Destination("~/Movies/final cut.mp4", "export the video as mp4")
