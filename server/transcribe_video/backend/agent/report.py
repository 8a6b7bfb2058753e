"""The sentences that tell what became of a message, in English and Chinese."""

from collections.abc import Mapping
from dataclasses import dataclass

from transcribe_video.backend.agent import tongue as tongues
from transcribe_video.backend.agent.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Report:
    """Sentences of one language; in braces stands what is put in."""

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
)
