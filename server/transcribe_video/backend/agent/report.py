"""The sentences that tell what became of a message, in English and Chinese."""

from collections.abc import Mapping
from dataclasses import dataclass

from transcribe_video.backend.agent import tongue as tongues
from transcribe_video.backend.agent.tongue import Tongue
from transcribe_video.errors import (
    DamagedMediaError,
    MediaForbiddenError,
    MediaNotFoundError,
    ModelError,
    NoAudioError,
    StorageError,
    TranscribeVideoError,
)


@dataclass(frozen=True, slots=True)
class Report:
    """Sentences of one language; in braces stands what is put in.

    Attributes:
        reasons: why a job fails most often, by the class of its error, which is in English; empty
            where that says it.
    """

    tongue: Tongue
    transcribed: str
    silent: str
    written: str
    rendered: str
    done: str
    fetched: str
    failed: str
    cancelled: Mapping[str, str]
    unfinished: str
    unnamed: Mapping[str, str]
    reasons: Mapping[type[TranscribeVideoError], str]


ENGLISH = Report(
    tongue=tongues.ENGLISH,
    transcribed="“{name}” is transcribed: {length} long, in {language}, {words} words.",
    silent="No speech was found in “{name}”, which is {length} long.",
    written="Written into “{folder}”: {files}.",
    rendered="The video is “{name}” in “{folder}”: {facts}.",
    done="“{name}” is done.",
    fetched="“{name}” was fetched.",
    failed="“{name}” failed.",
    cancelled={
        "transcribe": "“{name}” was stopped. What was recognised so far is kept.",
        "render": "The export was stopped.",
        "fetch": "Fetching “{name}” was stopped.",
    },
    unfinished="“{name}” is still being worked on.",
    unnamed={"transcribe": "the recording", "render": "the video", "fetch": "the file"},
    reasons={},
)
CHINESE = Report(
    tongue=tongues.CHINESE,
    transcribed="“{name}”已转写：长 {length}，语言为{language}，共 {words} 个词。",
    silent="“{name}”（长 {length}）里没有找到语音。",
    written="已写入“{folder}”：{files}。",
    rendered="视频是“{folder}”里的“{name}”：{facts}。",
    done="“{name}”已完成。",
    fetched="“{name}”已获取。",
    failed="“{name}”失败了。",
    cancelled={
        "transcribe": "“{name}”已停止，已识别的内容会保留。",
        "render": "导出已停止。",
        "fetch": "已停止获取“{name}”。",
    },
    unfinished="“{name}”还在处理中。",
    unnamed={"transcribe": "录音", "render": "视频", "fetch": "文件"},
    reasons={
        MediaNotFoundError: "文件已不在原处，请放回去再试。",
        MediaForbiddenError: "系统不允许读取文件。",
        DamagedMediaError: "文件已损坏，无法读取。",
        NoAudioError: "文件里没有声音。",
        StorageError: "磁盘已满或不能写入。",
        ModelError: "语音模型无法使用。",
        TranscribeVideoError: "",
    },
)
