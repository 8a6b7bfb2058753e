"""Transcripts of the cloud: from its timeline where it has times, else from what it quotes."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from cloud.cloud_host import TURN, answering, captioned
from cloud.reply import streamed
from cloud.scripted import Cloud
from cloud.video import SAMPLE
from cloud.working import arrived, ended, error_of, opened, working
from transcribe_video.cloud.client import CloudClient
from transcribe_video.cloud.transcribing_message import message_for
from transcribe_video.cloud.transcribing_reply import spoken_in
from transcribe_video.cloud.transcribing_track import Stretch, spoken_on, stretch_of
from transcribe_video.errors import DocumentError
from transcribe_video.transcript.segment import Segment
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.session import TranscriptSummary
from transcribe_video.wire.transcript import DocumentsRequest

pytestmark = pytest.mark.anyio

_SAID = "And so, my fellow Americans, ask not what your country can do for you."
_LINES = (
    (0, 1500, "Ask not what your country can do for you."),
    (1500, 3000, "Ask what you can do."),
)


def _draft(*tracks: dict[str, Any]) -> Draft:
    return Draft.model_validate({"t": list(tracks)})


def _texts(*clips: dict[str, Any]) -> dict[str, Any]:
    return {"tt": 7, "sg": list(clips)}


def test_captions_are_clips_that_follow_each_other_or_say_where_they_are() -> None:
    track = _texts({"d": 1500, "text": "one"}, {"d": 500, "m": {"text": "two", "at_ms": 4000}})
    assert spoken_on(_draft(track)) == (Segment(0, 1500, "one", ()), Segment(4000, 4500, "two", ()))


@pytest.mark.parametrize(
    "track",
    [
        _texts({"d": 3000, "m": {"text": "Urban Dreams"}}),
        _texts({"m": {"text": "no"}}, {"m": {"text": "times"}}),
        {"tt": 1, "sg": [{"d": 1, "text": "of"}, {"d": 1, "text": "music"}]},
        _texts(),
    ],
    ids=["one_title", "no_times", "no_text_track", "nothing"],
)
def test_what_is_no_captions_says_nothing(track: dict[str, Any]) -> None:
    assert spoken_on(_draft(track)) == ()
    assert spoken_on(None) == ()


def test_of_several_texts_the_longest_is_what_was_said() -> None:
    titles = _texts({"d": 10, "text": "A"}, {"d": 10, "text": "B"})
    words = _texts({"d": 10, "text": "what was said"}, {"d": 10, "text": "and more of it"})
    assert [one.text for one in spoken_on(_draft(titles, words))] == [
        "what was said",
        "and more of it",
    ]


def test_the_words_of_one_file_of_several_are_those_over_its_clip() -> None:
    film = {"tt": 0, "sg": [{"d": 2000, "m": {"name": "a.mp4"}}, {"d": 2000, "src": "cdn/b"}]}
    words = _texts(*({"d": 1000, "text": f"line {number}"} for number in range(4)))
    draft = _draft(film, words)
    stretch = stretch_of(draft, frozenset({"b.mp4", "cdn/b"}), is_only=False)
    assert stretch == Stretch(2000, 4000)
    assert spoken_on(draft, stretch) == (
        Segment(0, 1000, "line 2", ()),
        Segment(1000, 2000, "line 3", ()),
    )
    assert stretch_of(draft, frozenset({"c.mp4"}), is_only=False) is None


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("Here: “And so, my fellow.”", ("And so, my fellow.",)),
        ('I put it on track "Captions".\n\n> and so my\n> fellow', ("and so my fellow",)),
        ("```text\nand so\nmy fellow\n```\nDone.", ("and so my fellow",)),
        ("文字稿：「所以我的同胞们」", ("所以我的同胞们",)),
        ('First "one two three", then "four five six".', ("one two three", "four five six")),
        ("I have added the captions to your video.", ()),
        ("The track “Captions” is there.", ()),
        ("", ()),
        ("«TRANSCRIPT»\nAnd so,\nmy fellow.\n«END»", ("And so,", "my fellow.")),
        ("Here it is. **«Transcript»**\n“And so, my fellow.”", ("“And so, my fellow.”",)),
        ("«TRANSCRIPT»\n```\nand so my\n```\n«END»\nClick Export.", ("and so my",)),
        ("«TRANSCRIPT»\nI can't transcribe this video.\n«END»", ()),
        ("«TRANSCRIPT»\n«END»", ()),
        (f"Sure! Here is the full transcript of your video:\n\n{_SAID}", (_SAID,)),
        ("Transcript:\n\nHello there. How are you?", ("Hello there. How are you?",)),
        (f"Transcript:\n\n{_SAID}\n\nLet me know if you want it as captions.", (_SAID,)),
        (" ".join([_SAID] * 4), (" ".join([_SAID] * 4),)),
        (_SAID, ()),
        (
            (
                "I can\u2019t transcribe this. Try the “Auto captions for video” option in the "
                "“Text and captions panel”."
            ),
            (),
        ),
        (
            "The title “My Summer Video Here” was added and the track “Lo-fi Beats To Study” too.",
            (),
        ),
        ("Title “My Very Long Summer Video Here, Which Nobody Said At All Anywhere”.", ()),
        ("Sorry, I cannot do that.\n\n```\nSettings, captions, auto\n```", ()),
        ("I cannot give a transcript: the file has no sound that I could hear at all.", ()),
        (" ".join(["I have added a title to the timeline of your video."] * 5), ()),
        ("抱歉，我无法转写这个视频。请点击“自动字幕识别功能按钮”。", ()),
    ],
    ids=[
        *("quotation", "lines", "block", "chinese", "several", "talk", "a_name", "nothing"),
        *("marks", "marks_without_end", "marks_around_a_block", "marks_around_a_refusal"),
        *("marks_around_nothing", "announced", "announced_briefly", "announced_and_more_talk"),
        *("prose", "short_prose", "options", "titles", "one_title", "refusal_with_a_block"),
        *("refusal_with_a_colon", "long_talk", "chinese_refusal"),
    ],
)
def test_only_what_is_plainly_a_transcript_was_said(reply: str, said: tuple[str, ...]) -> None:
    assert spoken_in(reply) == said


@pytest.mark.parametrize(
    ("caption", "is_said"),
    [
        ({"d": 4000, "text": "Only one long caption of several words here."}, True),
        ({"d": 4000, "text": "所以我的同胞们不要问国家"}, True),
        ({"d": 11_000, "text": "My Summer Video Here"}, False),
        ({"d": 3000, "text": "Urban Dreams"}, False),
        ({"d": 200, "text": "Only one long caption of several words here."}, False),
    ],
    ids=["speech", "chinese", "long_title", "title", "too_fast"],
)
def test_a_single_caption_counts_if_it_stands_as_long_as_it_takes_to_say(
    caption: dict[str, Any], *, is_said: bool
) -> None:
    draft = _draft(_texts(caption))
    assert [one.text for one in spoken_on(draft)] == ([caption["text"]] if is_said else [])
    assert spoken_on(draft, before=draft) == ()


def test_the_editor_is_asked_for_a_form_that_can_be_recognised() -> None:
    for tongue in ("en", "zh"):
        asked = message_for("a.mp4", "auto", tongue)
        assert "«TRANSCRIPT»" in asked
        assert "«END»" in asked


def test_the_editor_is_asked_in_the_language_of_the_session() -> None:
    assert "“a.mp4” (in German), word for word" in message_for("a.mp4", "de", "en")
    assert message_for("a.mp4", "auto", "zh").startswith("请逐字转写“a.mp4”")


async def _transcribed(client: CloudClient, cloud: Cloud, film: Path, *formats: str) -> Job:
    session_id = await opened(client, cloud)
    reply = await client.upload_paths(session_id, [film])
    order = TranscribeOrder(
        media_ids=[file.media_id or "" for file in reply.files], formats=list(formats)
    )
    [job] = (await client.begin(session_id, "transcribe", order)).jobs
    return await ended(client, job)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "film.mp4"))


async def test_documents_lie_beside_the_recording_and_nothing_is_overwritten(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    film.with_suffix(".txt").write_text("mine")
    answering(cloud, "", captioned(*_LINES))
    async with working(cloud, tmp_path / "home") as client:
        job = await _transcribed(client, cloud, film, "txt", "vtt", "json")
    summary = TranscriptSummary.model_validate(job.result)
    assert [Path(file.path).name for file in summary.files] == [
        "film (2).txt",
        "film (2).vtt",
        "film (2).json",
    ]
    assert film.with_suffix(".txt").read_text() == "mine"
    assert "00:01.500 --> " in film.with_name("film (2).vtt").read_text()
    assert any("was sent to nemo.example" in note for note in summary.notes)


async def test_a_finished_transcript_can_be_read_and_written_in_other_formats(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    answering(cloud, "", captioned(*_LINES))
    async with working(cloud, tmp_path / "home") as client:
        job = await _transcribed(client, cloud, film, "txt")
        page = await client.transcript(job.session_id, from_s=1.6)
        path = str(tmp_path / "words.srt")
        request = DocumentsRequest(formats=["srt"], path=path)
        written = await client.write_documents(job.session_id, request)
        view = await client.session(job.session_id)
    assert [(one.start_s, one.text) for one in page.segments] == [(1.5, "Ask what you can do.")]
    assert [file.path for file in written.files] == [path]
    assert [file.format for file in view.transcripts[0].files] == ["txt", "srt"]


async def test_captions_of_the_cloud_stay_cues_of_their_own(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    answering(cloud, "", captioned((0, 2000, "Hello there"), (2000, 4000, "How are you")))
    async with working(cloud, tmp_path / "home") as client:
        job = await _transcribed(client, cloud, film, "srt")
        request = DocumentsRequest(formats=["vtt"])
        await client.write_documents(job.session_id, request)
    shown = [film.with_suffix(suffix).read_text() for suffix in (".srt", ".vtt")]
    assert [text.count(" --> ") for text in shown] == [2, 2]
    assert "How are you" in shown[0].split("\n\n")[1]


async def test_captions_give_the_times_of_words_that_the_answer_gives_too(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    words = " ".join(text for _, _, text in _LINES)
    for captions in (_LINES, ((0, 1500, "Ask"), (1500, 3000, "not"))):
        answering(cloud, f"«TRANSCRIPT»\n{words}\n«END»", captioned(*captions))
    async with working(cloud, tmp_path / "home") as client:
        first = await _transcribed(client, cloud, film, "txt")
        second = await _transcribed(client, cloud, film, "md")
        pages = [await client.transcript(job.session_id) for job in (first, second)]
    assert [one.start_s for one in pages[0].segments] == [0, 1.5]
    assert [one.text for one in pages[1].segments] == [words]


async def test_words_without_times_are_not_made_into_what_needs_them(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    answering(cloud, "It says: “Ask not what your country can do for you.”")
    async with working(cloud, tmp_path / "home") as client:
        job = await _transcribed(client, cloud, film, "md", "srt", "json")
        with pytest.raises(DocumentError, match="NEMO_BACKEND=local"):
            await client.write_documents(job.session_id, DocumentsRequest(formats=["vtt"]))
    summary = TranscriptSummary.model_validate(job.result)
    assert [file.format for file in summary.files] == ["md"]
    assert summary.words == 9
    assert any("srt and json cannot be written" in note for note in summary.notes)
    assert "[0:00]" not in film.with_suffix(".md").read_text()


async def test_if_only_what_needs_times_is_wanted_the_job_says_why_not(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    answering(cloud, "It says: “Ask not what your country can do for you.”")
    async with working(cloud, tmp_path / "home") as client:
        job = await _transcribed(client, cloud, film, "srt")
    assert "NEMO_BACKEND=local" in error_of(job)


async def test_an_answer_without_words_is_no_transcript(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    answering(cloud, "I have looked at your video and like it.")
    async with working(cloud, tmp_path / "home") as client:
        job = await _transcribed(client, cloud, film, "txt")
    said = (
        "nemo.example gave no transcript; its editor says “I have looked at your video and like it”"
    )
    assert said in error_of(job)
    assert "NEMO_BACKEND=local" in error_of(job)
    assert not film.with_suffix(".txt").exists()


async def test_the_same_again_is_not_asked_and_not_paid_twice(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    answering(cloud, "", captioned(*_LINES))
    async with working(cloud, tmp_path / "home") as client:
        first = await _transcribed(client, cloud, film, "txt")
        again = await _transcribed(client, cloud, film, "txt")
    assert (again.job_id, again.is_joined) == (first.job_id, True)
    assert len(cloud.asked(TURN)) == 1


async def test_a_file_whose_upload_fails_is_not_asked_about(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    cloud.nemo.limit_bytes = 10
    async with working(cloud, tmp_path / "home") as client:
        job = await _transcribed(client, cloud, film, "txt")
    assert "it is too large" in error_of(job)
    assert cloud.asked(TURN) == []


async def test_what_a_dead_process_asked_for_is_written_by_the_next_one(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    cloud.script(TURN, streamed((60.0, b"")))
    async with working(cloud, tmp_path / "home") as client:
        session_id = await opened(client, cloud)
        reply = await client.upload_paths(session_id, [film])
        order = TranscribeOrder(media_ids=[reply.files[0].media_id or ""], formats=["txt"])
        [job] = (await client.begin(session_id, "transcribe", order)).jobs
        await arrived(cloud, TURN)
    cloud.nemo.sessions[session_id].draft = captioned(*_LINES)
    async with working(cloud, tmp_path / "home") as client:
        job = await ended(client, await client.job(job.job_id))
    assert job.status == "completed", job.error
    assert _LINES[1][2] in film.with_suffix(".txt").read_text()
    assert len(cloud.asked(TURN)) == 1
