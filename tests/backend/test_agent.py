"""What the agent makes of a message: the whole plan, for each."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transcribe_video.backend.agent import Plan, understand
from transcribe_video.errors import UsageError
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.render import Output
from transcribe_video.wire.session import SessionView, TranscriptSummary, Turn
from transcribe_video.wire.upload import UploadedFile

INTERVIEW = UploadedFile(filename="interview.mov", media_id="media_1", duration=600)
TALK = UploadedFile(filename="my talk (2).mp4", media_id="media_2", duration=30)
MEMO = UploadedFile(filename="会议.m4a", media_id="media_3", file_type="audio", duration=9)
PICTURE = UploadedFile(filename="cover.png", media_id="media_4", file_type="image", width=10)

ABILITIES = (
    "What can be done here now: transcribe recordings (say in which language they are, how exactly,"
    " and into which of Word, plain text, Markdown, SRT, WebVTT and JSON), write a transcript in "
    "another of these formats, read and search it, cut the video by time or by words, take out "
    "pauses and filler words, add titles, captions, music and fades, set volume, loudness, speed, "
    "shape and size, undo, and export it as MP4 up to 1080p."
)
NO_CUT = (
    "What shall be changed was not understood: say it with times, such as “cut 1:20-1:45”, or with "
    "words that are said."
)
EXAMPLES = "Say for example “cut 1:20-1:45”, or quote the words: “cut from 'so anyway' to 'right'”."
ASK = "“What can you do?” tells all of it."
CHINESE_ABILITIES = (
    "现在可以：转写录音（可以说明语言、要多准确，以及格式：Word、纯文本、Markdown、SRT、WebVTT、JSON），"
    "把文字稿写成其他格式，阅读和搜索文字稿，按时间或按原话剪辑，去掉停顿和口头语，"
    "加标题、字幕、音乐、淡入淡出，调音量、响度、速度、画面形状和尺寸，撤销，"
    "以及导出最高 1080p 的 MP4。"
)
CHINESE_EXAMPLES = "可以这样说：“剪掉1:20到1:45”，或者引用原话：“剪掉‘那么’这句话”。"  # noqa: RUF001
CHINESE_ASK = "问“你能做什么？”可以看到全部功能。"
NO_TRANSLATION = "The text is in the language that is spoken: nothing is translated here."
USUAL = "a Word document and plain text"


def _view(*media: UploadedFile, **fields: object) -> SessionView:
    return SessionView.model_validate({"session_id": "7", "media": list(media), **fields})


ONE = _view(INTERVIEW)
THREE = _view(INTERVIEW, TALK, MEMO)


def _transcribing(reply: str, **wanted: object) -> Plan:
    return Plan("transcribe", TranscribeOrder.model_validate(wanted), reply, None)


def _exporting(reply: str, **wanted: object) -> Plan:
    return Plan("export", None, reply, Output.model_validate(wanted))


def _saying(reply: str, intent: str = "chat") -> Plan:
    return Plan(intent, None, reply, None)


NOTHING = _saying(f"That was not understood, and nothing was done. {EXAMPLES} {ASK}")
CHINESE_NOTHING = _saying(f"没有看懂这条消息，什么也没有做。{CHINESE_EXAMPLES}{CHINESE_ASK}")


def _into(formats: str, *names: str, more: str = "") -> str:
    shown = ", ".join(f"“{name}”" for name in names or ("interview.mov",))
    return f"Transcribing {shown} into {formats}{more}."


def _chinese(formats: str, *names: str, more: str = "") -> str:
    shown = "、".join(f"“{name}”" for name in names or ("interview.mov",))
    return f"正在转写{shown}，生成：{formats}{more}。"


SKILL_TEXT = [
    (
        "transcribe the spoken dialogue into a text document",
        _transcribing(_into(USUAL)),
    ),
    (
        "convert a 10-minute interview recording into a 1080p MP4",
        _exporting("Making an MP4 of at most 1080p.", resolution="1080p"),
    ),
    (
        "quick edit: transcribe it and give me an MP4 with captions",
        Plan(
            "quick_edit",
            TranscribeOrder(),
            f"{_into(USUAL)} After that comes an MP4 with captions that a player switches on and "
            "off.",
            Output(captions="soft"),
        ),
    ),
]
ENGLISH = [
    ("transcribe", _transcribing(_into(USUAL))),
    ("Could you please transcribe this interview for me?", _transcribing(_into(USUAL))),
    ("turn this mp4 into text", _transcribing(_into(USUAL))),
    ("I need a transcript", _transcribing(_into(USUAL))),
    ("why don't you transcribe it", _transcribing(_into(USUAL))),
    (
        "Transcribe it as a Word document",
        _transcribing(_into("a Word document"), formats=["docx"]),
    ),
    ("transcribe to .docx", _transcribing(_into("a Word document"), formats=["docx"])),
    ('Transcribe it into "Word".', _transcribing(_into("a Word document"), formats=["docx"])),
    (
        "Transcribe interview.mov to SRT/VTT",
        _transcribing(_into("SRT subtitles and WebVTT subtitles"), formats=["srt", "vtt"]),
    ),
    ("Create subtitles for this video", _transcribing(_into("SRT subtitles"), formats=["srt"])),
    ("export the subtitles as vtt", _transcribing(_into("WebVTT subtitles"), formats=["vtt"])),
    (
        "I need a transcript and subtitles",
        _transcribing(
            _into("a Word document, plain text and SRT subtitles"), formats=["docx", "txt", "srt"]
        ),
    ),
    ("as markdown please", _transcribing(_into("Markdown"), formats=["md"])),
    ("give me just the text", _transcribing(_into("plain text"), formats=["txt"])),
    (
        "transcribe it with the time of every word",
        _transcribing(_into("JSON with every word's time"), formats=["json"]),
    ),
    (
        "Transcribe it in all formats except json",
        _transcribing(
            _into(
                "a Word document, plain text, Markdown, SRT subtitles and WebVTT subtitles",
            ),
            formats=["docx", "txt", "md", "srt", "vtt"],
        ),
    ),
    (
        "transcribe it without Word, srt or json",
        _transcribing(_into("plain text"), formats=["txt"]),
    ),
    (
        "I don't need the Word file, just the subtitles",
        _transcribing(_into("SRT subtitles"), formats=["srt"]),
    ),
    (
        "not srt but vtt",
        _transcribing(_into("WebVTT subtitles"), formats=["vtt"]),
    ),
    (
        "don't forget the subtitles",
        _transcribing(_into("SRT subtitles"), formats=["srt"]),
    ),
    (
        "transcribe it as PDF",
        _transcribing(f"{_into(USUAL)} “pdf” cannot be written here."),
    ),
    (
        "transcribe without Word and without text, no txt",
        _saying(
            "All formats that would be written are ruled out. Which one shall it be?", "transcribe"
        ),
    ),
    (
        "it is in German",
        _transcribing(_into(USUAL, more=", heard as German"), language="de"),
    ),
    (
        "Transcribe it, language: de, quickly",
        _transcribing(
            _into(USUAL, more=", heard as German, quickly"), language="de", quality="fast"
        ),
    ),
    (
        "transcribe --language pt_BR --quality best",
        _transcribing(
            _into(USUAL, more=", heard as Portuguese, as exactly as possible"),
            language="pt",
            quality="best",
        ),
    ),
    (
        "transcribe it as exactly as you can",
        _transcribing(_into(USUAL, more=", as exactly as possible"), quality="best"),
    ),
    (
        "I do not speak Polish so please transcribe it",
        _transcribing(_into(USUAL)),
    ),
    (
        "transcribe the French interview into English",
        _transcribing(f"{_into(USUAL, more=', heard as French')} {NO_TRANSLATION}", language="fr"),
    ),
    (
        "language: klingon, transcribe",
        _transcribing(
            f"{_into(USUAL)} “klingon” is no language that is known: the sound will tell."
        ),
    ),
    (
        "transcribe it and tell the speakers apart",
        _transcribing(f"{_into(USUAL)} Speakers are not told apart yet.", speakers=True),
    ),
    (
        "transcribe the first 10 minutes",
        _transcribing(
            f"{_into(USUAL)} Parts of a recording cannot be chosen yet: all of it is taken."
        ),
    ),
    (
        "transcribe it, then cut out the silence",
        _transcribing(f"{_into(USUAL)} {NO_CUT}"),
    ),
    ("export it", _exporting("Making an MP4.")),
    ("send me the video", _exporting("Making an MP4.")),
    (
        "convert it to a 720p mp4 without captions",
        _exporting(
            "Making an MP4 of at most 720p without captions.", resolution="720p", captions="off"
        ),
    ),
    (
        "render in 4K",
        _exporting(
            "Making an MP4 of at most 1080p. Videos are made at 1080p or 720p, and nothing is "
            "enlarged.",
            resolution="1080p",
        ),
    ),
    (
        "add subtitles to the video",
        Plan(
            "export",
            TranscribeOrder(formats=["srt"]),
            f"{_into('SRT subtitles')} After that comes an MP4 with captions that a player "
            "switches on and off.",
            Output(captions="soft"),
        ),
    ),
    (
        "Transcribe it to Word. Also export an MP4 in 1080p with burned in captions, please.",
        Plan(
            "transcribe",
            TranscribeOrder(formats=["docx"]),
            f"{_into('a Word document')} After that comes an MP4 of at most 1080p with captions "
            "in the picture.",
            Output(resolution="1080p", captions="burned"),
        ),
    ),
    (
        "export the video and the subtitles",
        Plan(
            "transcribe",
            TranscribeOrder(formats=["srt"]),
            f"{_into('SRT subtitles')} After that comes an MP4.",
            Output(),
        ),
    ),
    ("Don't transcribe it", NOTHING),
    ("no need to transcribe anything", NOTHING),
    ("don't export yet", NOTHING),
    ("how long will the transcription take?", NOTHING),
    ("The transcript is wrong", NOTHING),
    ("add the text 'Transcribe now'", NOTHING),
    ("no, I meant 0:10-0:20", NOTHING),
    ("the first 10 seconds", NOTHING),
    ("what can you do?", _saying(ABILITIES)),
    ("hi there, can you help me? what can you do", _saying(ABILITIES)),
    ("", NOTHING),
    ("make it shorter and add music", NOTHING),
    (
        "remove the silences. Then export it.",
        _saying(
            "The video was not exported, because the cut that was asked for is not in it. "
            f"{EXAMPLES} {ASK}",
            "export",
        ),
    ),
    (
        "What did she say about the budget?",
        _saying(f"What is said can be searched: “where does she say 'budget'?”. {ASK}"),
    ),
    (
        "translate it into French",
        _saying(f"{NO_TRANSLATION} {ASK}"),
    ),
    (
        "convert to mp3",
        _saying(f"“mp3” cannot be made here: videos are exported as MP4. {ASK}"),
    ),
    (
        "stop transcribing",
        _saying("Nothing is being worked on in this project.", "cancel"),
    ),
    (
        "transcribe lecture.mp4",
        _saying(
            "“lecture.mp4” is not in this project. It holds “interview.mov”: which of them is "
            "meant?",
            "transcribe",
        ),
    ),
]
CHINESE = [
    ("把这个视频转成文字", _transcribing(_chinese("Word 文档和纯文本"))),
    ("能不能帮我转写一下？", _transcribing(_chinese("Word 文档和纯文本"))),
    ("請將影片轉錄為文字", _transcribing(_chinese("Word 文档和纯文本"))),
    ("听不清帮我转写", _transcribing(_chinese("Word 文档和纯文本"))),
    ("请把这段采访转成Word文档", _transcribing(_chinese("Word 文档"), formats=["docx"])),
    (
        "转写成Word和字幕",
        _transcribing(_chinese("Word 文档和SRT 字幕"), formats=["docx", "srt"]),
    ),
    ("不要字幕，只要纯文本", _transcribing(_chinese("纯文本"), formats=["txt"])),
    ("转录成Word文档，字幕不要", _transcribing(_chinese("Word 文档"), formats=["docx"])),
    ("生成字幕", _transcribing(_chinese("SRT 字幕"), formats=["srt"])),
    ("匯出字幕", _transcribing(_chinese("SRT 字幕"), formats=["srt"])),
    ("别忘了字幕", _transcribing(_chinese("SRT 字幕"), formats=["srt"])),
    (
        "尽量准确地转录，给出每个词的时间",
        _transcribing(
            _chinese("JSON（每个词的时间）", more="，尽量准确"), formats=["json"], quality="best"
        ),
    ),
    (
        "转写，德语，快一点",
        _transcribing(
            _chinese("Word 文档和纯文本", more="，语言为德语，速度优先"),
            language="de",
            quality="fast",
        ),
    ),
    (
        "這段影片說的是粵語",
        _transcribing(_chinese("Word 文档和纯文本", more="，语言为粤语"), language="yue"),
    ),
    (
        "转写并翻译成英文",
        _transcribing(f"{_chinese('Word 文档和纯文本')}文字使用录音中的语言，这里还不能翻译。"),
    ),
    (
        "转写前10分钟",
        _transcribing(f"{_chinese('Word 文档和纯文本')}还不能只处理录音的一部分，会处理全部内容。"),
    ),
    ("导出1080p的MP4", _exporting("正在导出 MP4（最高 1080p）。", resolution="1080p")),
    ("下载视频", _exporting("正在导出 MP4。")),
    (
        "生成一个720p的mp4，不带字幕",
        _exporting("正在导出 MP4（最高 720p），不带字幕。", resolution="720p", captions="off"),
    ),
    (
        "快速剪辑：转写并给我一个带字幕的MP4",
        Plan(
            "quick_edit",
            TranscribeOrder(),
            f"{_chinese('Word 文档和纯文本')}之后导出 MP4，带可开关的字幕。",
            Output(captions="soft"),
        ),
    ),
    (
        "给视频加上字幕",
        Plan(
            "export",
            TranscribeOrder(formats=["srt"]),
            f"{_chinese('SRT 字幕')}之后导出 MP4，带可开关的字幕。",
            Output(captions="soft"),
        ),
    ),
    ("先别转录", CHINESE_NOTHING),
    ("转写要多久？", CHINESE_NOTHING),
    ("前10秒", CHINESE_NOTHING),
    ("你能做什么？", _saying(CHINESE_ABILITIES)),
    ("把视频剪短一点", CHINESE_NOTHING),
    ("停止转录", _saying("这个项目里没有正在进行的任务。", "cancel")),
]


@pytest.mark.parametrize(("message", "plan"), [*SKILL_TEXT, *ENGLISH, *CHINESE])
def test_a_message_about_one_recording_gives_a_plan(message: str, plan: Plan) -> None:
    assert understand(message, ONE, None) == plan


ALL_THREE = "“interview.mov”, “my talk (2).mp4” and “会议.m4a”"


@pytest.mark.parametrize(
    ("message", "media_ids"),
    [
        ("transcribe them all", []),
        ("transcribe only the second", ["media_2"]),
        ("transcribe the third file", ["media_3"]),
        ("just the last one, transcribe it", ["media_3"]),
        ("transcribe the first two", ["media_1", "media_2"]),
        ("transcribe file 2", ["media_2"]),
        ("transcribe INTERVIEW.MOV", ["media_1"]),
        ("transcribe the interview", ["media_1"]),
        ("transcribe my talk (2).mp4", ["media_2"]),
        (
            "transcribe '/Users/me/My Films/my talk (2).mp4' and interview.mov",
            ["media_1", "media_2"],
        ),
        ("transcribe “会议.m4a”", ["media_3"]),
        ("transcribe “my talk (2)”", ["media_2"]),
        ("transcribe all but the second", ["media_1", "media_3"]),
        ("transcribe everything except interview.mov", ["media_2", "media_3"]),
        ("don't transcribe the second, just interview.mov", ["media_1"]),
        ("the second minute is loud, transcribe", []),
        ("只转写第二个", ["media_2"]),
        ("转写会议.m4a", ["media_3"]),
        ("除了第二个都转写", ["media_1", "media_3"]),
        ("转写最后一个文件", ["media_3"]),
        ("前两个转写", ["media_1", "media_2"]),
    ],
)
def test_the_files_that_a_message_names_are_the_ones_that_are_taken(
    message: str, media_ids: list[str]
) -> None:
    plan = understand(message, THREE, None)

    assert plan.order == TranscribeOrder(media_ids=media_ids)


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        (
            "transcribe b.mp4",
            f"“b.mp4” is not in this project. It holds {ALL_THREE}: which of them is meant?",
        ),
        (
            "transcribe the fifth",
            f"There is no such file in this project. It holds {ALL_THREE}: which one is meant?",
        ),
        (
            "转写第五个",
            (
                "这个项目里没有这个文件。项目里有“interview.mov”、“my talk (2).mp4”和“会议.m4a”，"
                "请问是哪一个？"
            ),
        ),
    ],
)
def test_a_file_that_is_not_there_is_asked_about(message: str, reply: str) -> None:
    assert understand(message, THREE, None) == _saying(reply, "transcribe")


def test_a_video_is_made_of_one_file_or_of_all() -> None:
    assert understand("export only the second", THREE, None).render == Output(media_id="media_2")
    assert understand("export all of them", THREE, None).render == Output()
    assert understand("export the first two", THREE, None) == _saying(
        "A video is made of one file, or of all of them. Which shall it be?", "export"
    )


@pytest.mark.parametrize(
    ("message", "beginning"),
    [
        ("transcribe it", "There is no file in this project yet. Name the path of a file on this"),
        ("转写", "这个项目里还没有文件。请给出本机文件的路径或链接，或者打开项目页面"),
    ],
)
def test_a_session_without_files_says_how_to_bring_one(message: str, beginning: str) -> None:
    plan = understand(message, _view(), None)

    assert (plan.intent, plan.order, plan.render) == ("transcribe", None, None)
    assert plan.reply.startswith(beginning)


@pytest.mark.parametrize(("message", "way"), [("hello", "drop a file there"), ("你好", "拖进去")])
def test_a_session_without_files_says_so_whatever_is_said(message: str, way: str) -> None:
    assert way in understand(message, _view(), None).reply


def test_pictures_alone_cannot_be_heard() -> None:
    assert understand("transcribe it", _view(PICTURE), None) == _saying(
        "There are only pictures in this project, and nothing in them can be heard.", "transcribe"
    )
    assert understand("transcribe it", _view(PICTURE, INTERVIEW), None).order == TranscribeOrder(
        media_ids=[]
    )


def test_captions_that_can_be_made_at_once_need_no_further_transcript() -> None:
    view = _view(INTERVIEW, transcripts=[TranscriptSummary(media_id="media_1")])

    assert understand("give me an MP4 with captions", view, None) == _exporting(
        "Making an MP4 with captions that a player switches on and off.", captions="soft"
    )


def test_a_file_that_is_still_being_fetched_is_ordered_too() -> None:
    view = _view(UploadedFile(filename="talk.mp4", media_id="media_9"))

    assert understand("transcribe", view, None).order == TranscribeOrder()


def test_who_asks_to_stop_while_there_is_work_hears_how() -> None:
    view = _view(INTERVIEW, jobs=[Job(job_id="1", session_id="7", kind="render", status="running")])

    assert understand("cancel", view, None) == _saying(
        "That stops nothing: say “cancel it” for that. What was recognised so far is kept.",
        "cancel",
    )
    assert "“how far is it?” tells" in understand("is it done?", view, None).reply


@pytest.mark.parametrize(
    ("message", "order", "result"),
    [
        ("", TranscribeOrder(), TranscribeOrder()),
        (
            "as srt, in German, quickly",
            TranscribeOrder(),
            TranscribeOrder(formats=["srt"], language="de", quality="fast"),
        ),
        (
            "as srt, in German, quickly, only the second",
            TranscribeOrder(
                media_ids=["media_1"],
                formats=["Word"],
                language="fr",
                quality="best",
                output_dir="/out",
                model="small",
                speakers=True,
            ),
            TranscribeOrder(
                media_ids=["media_1"],
                formats=["docx"],
                language="fr",
                quality="best",
                output_dir="/out",
                model="small",
                speakers=True,
            ),
        ),
        (
            "only the second, don't transcribe",
            TranscribeOrder.model_validate({"vocabulary": ["Ada"]}),
            TranscribeOrder.model_validate({"media_ids": ["media_2"], "vocabulary": ["Ada"]}),
        ),
        ("stop", TranscribeOrder(language="en"), TranscribeOrder(language="en")),
    ],
)
def test_what_the_caller_set_wins_over_the_words(
    message: str, order: TranscribeOrder, result: TranscribeOrder
) -> None:
    plan = understand(message, THREE, order)

    assert (plan.intent, plan.order) == ("transcribe", result)


def test_a_caller_that_chose_files_is_not_asked_which() -> None:
    order = TranscribeOrder(media_ids=["media_2"])

    assert understand("transcribe b.mp4", THREE, order) == _transcribing(
        _into(USUAL, "my talk (2).mp4"), media_ids=["media_2"]
    )


def test_a_format_of_the_caller_that_is_not_known_is_refused() -> None:
    with pytest.raises(UsageError, match="“docs” is not a document format"):
        understand("transcribe", ONE, TranscribeOrder(formats=["docs"]))


def test_of_many_files_the_number_is_told() -> None:
    four = [INTERVIEW.model_copy(update={"media_id": f"media_{number}"}) for number in range(4)]

    assert understand("transcribe", _view(*four), None).reply == (
        "Transcribing 4 recordings into a Word document and plain text."
    )
    assert understand("转写", _view(*four), None).reply == (
        "正在转写4 个文件，生成：Word 文档和纯文本。"
    )


def test_a_message_without_letters_is_answered_in_the_language_of_the_session() -> None:
    assert understand("???", _view(INTERVIEW, language="zh"), None) == CHINESE_NOTHING
    assert understand("???", _view(INTERVIEW, language="de"), None) == NOTHING


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters() | st.sampled_from("\"'/.转写字幕不要,第二 "), max_size=200))
def test_no_message_is_too_strange_to_be_answered(message: str) -> None:
    assert understand(message, THREE, None).reply


@pytest.mark.parametrize("piece", ["字幕", "no ", "don't export ", '"', "/", "a.mp4 ", "不", "("])
def test_a_message_of_any_length_is_answered(piece: str) -> None:
    assert understand(piece * 100_000, THREE, None).reply


def test_who_has_just_changed_the_video_hears_how_to_take_it_back() -> None:
    turn = Turn(turn_id="1", intent="edit", changes=[{"kind": "removed"}])
    reply = understand("no, I meant 0:10-0:20", _view(INTERVIEW, turn=turn), None).reply

    assert reply.endswith(f"{EXAMPLES} “undo” takes the last change back. {ASK}")


def test_help_without_a_file_tells_how_to_bring_one() -> None:
    reply = understand("help", _view(), None).reply

    assert reply.startswith(f"{ABILITIES} There is no file in this project yet.")
