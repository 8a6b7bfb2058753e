"""The two languages in which the agent answers, with all of its sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.language_names import CHINESE_NAMES
from transcribe_video.conversation.written_language import written_language
from transcribe_video.documents.registry import format_named
from transcribe_video.transcript.language import language_of


@dataclass(frozen=True, slots=True)
class Tongue:
    """Sentences of one language, and how they are joined; in braces stands what is put in.

    Attributes:
        code: ``en`` or ``zh``.
        captions, sizes: what is said of a video, by ``Output``'s values; None is nothing.
        qualities, formats: by name; ``formats`` are the titles of documents.
        misses: what cannot be had, by the kind of phrase that asked for it.
        examples: how a change of the video may be said.
        take_back: how the last change is taken back.
        ask_abilities: how to hear all that can be done.
        abilities: what can be done here now.
    """

    code: str
    transcribing: str
    rendering: str
    rendering_after: str
    captions: Mapping[str | None, str]
    sizes: Mapping[str | None, str]
    in_language: str
    qualities: Mapping[str, str]
    formats: Mapping[str, str]
    several: str
    comma: str
    last_comma: str
    space: str
    no_file: str
    no_sound: str
    no_such_file: str
    no_such_number: str
    no_format: str
    one_video: str
    no_cut_yet: str
    stop: str
    nothing_to_stop: str
    misses: Mapping[Kind, str]
    nothing: str
    see_state: str
    courtesies: Mapping[str, str]
    examples: str
    take_back: str
    ask_abilities: str
    abilities: str

    def listed(self, items: Sequence[str]) -> str:
        """The items as a list in a sentence."""
        *most, last = items
        return self.last_comma.join((self.comma.join(most), last)) if most else last

    def sentences(self, *said: str) -> str:
        """Sentences one after the other; empty ones are left out."""
        return self.space.join(filter(None, said))

    def format_title(self, name: str) -> str:
        """What people call a document format."""
        return self.formats.get(name, format_named(name).title)

    def language(self, code: str) -> str:
        """The name of a language."""
        english = language_of(code).name
        return CHINESE_NAMES.get(code, english) if self.code == "zh" else english


ENGLISH = Tongue(
    code="en",
    transcribing="Transcribing {files} into {formats}{details}.",
    rendering="Making an MP4{size}{captions}.",
    rendering_after="After that comes an MP4{size}{captions}.",
    captions={
        "burned": " with captions in the picture",
        "soft": " with captions that a player switches on and off",
        "off": " without captions",
        None: "",
    },
    sizes={"1080p": " of at most 1080p", "720p": " of at most 720p", "source": "", None: ""},
    in_language=", heard as {language}",
    qualities={"fast": ", quickly", "best": ", as exactly as possible", "balanced": ""},
    formats={
        "docx": "a Word document",
        "txt": "plain text",
        "md": "Markdown",
        "srt": "SRT subtitles",
        "vtt": "WebVTT subtitles",
        "json": "JSON with every word's time",
    },
    several="{count} recordings",
    comma=", ",
    last_comma=" and ",
    space=" ",
    no_file=(
        "There is no file in this project yet. Name the path of a file on this computer or a link "
        "to one, or open the project's page and drop a file there."
    ),
    no_sound="There are only pictures in this project, and nothing in them can be heard.",
    no_such_file="“{name}” is not in this project. It holds {files}: which of them is meant?",
    no_such_number="There is no such file in this project. It holds {files}: which one is meant?",
    no_format="All formats that would be written are ruled out. Which one shall it be?",
    one_video="A video is made of one file, or of all of them. Which shall it be?",
    no_cut_yet="The video was not exported, because the cut that was asked for is not in it.",
    stop="That stops nothing: say “cancel it” for that. What was recognised so far is kept.",
    nothing_to_stop="Nothing is being worked on in this project.",
    misses={
        Kind.TRANSLATE: "The text is in the language that is spoken: nothing is translated here.",
        Kind.EDIT: (
            "What shall be changed was not understood: say it with times, such as “cut 1:20-1:45”, "
            "or with words that are said."
        ),
        Kind.PART: "Parts of a recording cannot be chosen yet: all of it is taken.",
        Kind.SPEAKERS: "Speakers are not told apart yet.",
        Kind.READ: "What is said can be searched: “where does she say 'budget'?”.",
        Kind.UNKNOWN_FORMAT: "“{value}” cannot be written here.",
        Kind.UNKNOWN_VIDEO: "“{value}” cannot be made here: videos are exported as MP4.",
        Kind.RESOLUTION: "Videos are made at 1080p or 720p, and nothing is enlarged.",
        Kind.LANGUAGE_IS: "“{value}” is no language that is known: the sound will tell.",
    },
    nothing="That was not understood, and nothing was done.",
    see_state="How far the work is, “how far is it?” tells.",
    courtesies={
        "thanks": "You are welcome! Just say what else shall be done.",
        "later": "All right, whenever you like.",
    },
    examples=(
        "Say for example “cut 1:20-1:45”, or quote the words: “cut from 'so anyway' to 'right'”."
    ),
    take_back="“undo” takes the last change back.",
    ask_abilities="“What can you do?” tells all of it.",
    abilities=(
        "What can be done here now: transcribe recordings (say in which language they are, how "
        "exactly, and into which of Word, plain text, Markdown, SRT, WebVTT and JSON), write a "
        "transcript in another of these formats, read and search it, cut the video by time or by "
        "words, take out pauses and filler words, add titles, captions, music and fades, set "
        "volume, loudness, speed, shape and size, undo, and export it as MP4 up to 1080p."
    ),
)
CHINESE = Tongue(
    code="zh",
    transcribing="正在转写{files}，生成：{formats}{details}。",
    rendering="正在导出 MP4{size}{captions}。",
    rendering_after="之后导出 MP4{size}{captions}。",
    captions={
        "burned": "，字幕在画面里",
        "soft": "，带可开关的字幕",
        "off": "，不带字幕",
        None: "",
    },
    sizes={"1080p": "（最高 1080p）", "720p": "（最高 720p）", "source": "", None: ""},
    in_language="，语言为{language}",
    qualities={"fast": "，速度优先", "best": "，尽量准确", "balanced": ""},
    formats={
        "docx": "Word 文档",
        "txt": "纯文本",
        "md": "Markdown",
        "srt": "SRT 字幕",
        "vtt": "WebVTT 字幕",
        "json": "JSON（每个词的时间）",
    },
    several="{count} 个文件",
    comma="、",
    last_comma="和",
    space="",
    no_file=("这个项目里还没有文件。请给出本机文件的路径或链接，或者打开项目页面，把文件拖进去。"),
    no_sound="这个项目里只有图片，没有可以转写的声音。",
    no_such_file="这个项目里没有“{name}”。项目里有{files}，请问是哪一个？",
    no_such_number="这个项目里没有这个文件。项目里有{files}，请问是哪一个？",
    no_format="所有要写的格式都被排除了。请问要哪一种？",
    one_video="视频可以由一个文件或全部文件生成。请问要哪一个？",
    no_cut_yet="没有导出视频，因为要求的剪辑还没有做。",
    stop="这样不会停止任务，请说“取消任务”。已识别的内容会保留。",
    nothing_to_stop="这个项目里没有正在进行的任务。",
    misses={
        Kind.TRANSLATE: "文字使用录音中的语言，这里还不能翻译。",
        Kind.EDIT: "没有看懂要改什么：请用时间（如“剪掉 1:20-1:45”）或原话说明。",
        Kind.PART: "还不能只处理录音的一部分，会处理全部内容。",
        Kind.SPEAKERS: "还不能区分说话人。",
        Kind.READ: "说过的话可以查找：“哪里说到‘预算’？”。",  # noqa: RUF001
        Kind.UNKNOWN_FORMAT: "这里不能生成“{value}”。",
        Kind.UNKNOWN_VIDEO: "这里不能生成“{value}”，视频只能导出为 MP4。",
        Kind.RESOLUTION: "视频只能导出为 1080p 或 720p，不会放大。",
        Kind.LANGUAGE_IS: "不认识语言“{value}”，将根据声音判断。",
    },
    nothing="没有看懂这条消息，什么也没有做。",
    see_state="任务进度可以问“进度怎么样？”。",
    courtesies={
        "thanks": "不客气！还要做什么，直接说就行。",
        "later": "好的，需要时随时说。",
    },
    examples="可以这样说：“剪掉1:20到1:45”，或者引用原话：“剪掉‘那么’这句话”。",  # noqa: RUF001
    take_back="“撤销”可以取消上一次修改。",
    ask_abilities="问“你能做什么？”可以看到全部功能。",
    abilities=(
        "现在可以：转写录音（可以说明语言、要多准确，以及格式：Word、纯文本、Markdown、SRT、WebVTT、"
        "JSON），把文字稿写成其他格式，阅读和搜索文字稿，按时间或按原话剪辑，去掉停顿和口头语，"
        "加标题、字幕、音乐、淡入淡出，调音量、响度、速度、画面形状和尺寸，撤销，"
        "以及导出最高 1080p 的 MP4。"
    ),
)


def tongue_in(language: str) -> Tongue:
    """The sentences of a language: ``"zh"`` is Chinese, all else English."""
    return CHINESE if language.lower().startswith("zh") else ENGLISH


def tongue_of(message: str, usual: str) -> Tongue:
    """The language in which to answer: that of the instruction, whatever it speaks of.

    Args:
        message: an instruction in Chinese is answered in Chinese, all else in English.
        usual: the session's language, for a message without any letters.
    """
    return tongue_in(written_language(message, "en", usual))
