"""What a message wants delivered and cannot be, and in what form it can."""

import re

from transcribe_video.conversation.keywords import is_negated
from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.mentions import mentions_in
from transcribe_video.conversation.wish import Wish
from transcribe_video.errors import UsageError
from transcribe_video.tools.export import format_of

_SITES = {
    "youtube": "YouTube",
    "油管": "YouTube",
    "tiktok": "TikTok",
    "instagram": "Instagram",
    "vimeo": "Vimeo",
    "facebook": "Facebook",
    "twitter": "Twitter",
    "linkedin": "LinkedIn",
    "bilibili": "Bilibili",
    "b站": "Bilibili",
    "google drive": "Google Drive",
    "dropbox": "Dropbox",
    "抖音": "抖音",
    "小红书": "小红书",
    "微博": "微博",
    "快手": "快手",
    "视频号": "视频号",
}
_PROGRAMS = {
    "after effects": "After Effects",
    "capcut": "CapCut",
    "剪映": "剪映",
    "imovie": "iMovie",
    "camtasia": "Camtasia",
}
_PUBLISHING = re.compile(
    r"\b(?:upload|publish|post|share|send|put|export|deliver|save)\b[^.;!?\n]{0,60}?"
    rf"\b(?:to|on|onto|into)\s+(?:my |the |our )?(?P<site>{'|'.join(_SITES)})"
    rf"|(?:发布|上传|发送|发|导出|分享|传)[^。；！？\n]{{0,20}}?[到至上在](?P<zh>{'|'.join(_SITES)})"
)
_PROGRAM = re.compile(
    r"\b(?:to|for|into|as|in|with)\s+(?:an? |the )?(?P<name>"
    rf"{'|'.join(_PROGRAMS)})|[到至成为给](?P<zh>{'|'.join(_PROGRAMS)})|(?P<own>剪映)(?:工程|项目|草稿|文件)"
)
_STORES = (
    r"drive|dropbox|icloud|one ?drive|camera|phone|card|stick|inbox|e-?mail|photos|gallery|library|"
    r"youtube|vimeo|tiktok"
)
_ELSEWHERE = re.compile(
    rf"\bfrom (?:my |the |our )?(?:\w+ )?(?:{_STORES})\b"
    r"|从(?:我的?|你的?|手机)?[^，。]{0,6}(?:网盘|云盘|相册|手机|相机|u盘|邮箱)"
)
_RAW = re.compile(
    r"\b(?:raw|original|source|unedited|uncut) "
    r"(?:footage|files?|videos?|clips?|recordings?|material)\b"
    r"|\boriginals\b|原始(?:素材|视频|文件)|原片|原素材|源文件"
)
_FEW = 3  # words that may stand before a wish, and wish for nothing: “can you please …”
_CAN = "an MP4, the transcript, or the timeline as otio, fcpxml or edl"
_SILENT_REMEDY = "Export the MP4, and take the sound from it with a player or an editor"
_BIGGEST = "The video has at most 1080p: nothing larger is made."
_SMALLEST = "The video has at most 720p: nothing smaller is made."
_NOT_TRANSLATED = "Nothing is translated: the captions are in the language that is spoken."


def publishing(message: str) -> tuple[UsageError | None, str]:
    """Why a message's wish to publish cannot be met, and whether it is all that is wished.

    Returns:
        The error, where the message begins with that wish; else a note on it, which may be empty.
    """
    text = mentions_in(message).text
    found = _PUBLISHING.search(text)
    if found is None or is_negated(text, found.start()):
        return None, ""
    site = _SITES[found["site"] or found["zh"]]
    error = UsageError(
        f"Nothing can be put on {site} from here",
        f"what can be delivered is a file on this computer: {_CAN}",
        f"Export it, and put the file on {site} yourself",
    )
    is_all = len(re.findall(r"\w+", text[: found.start()])) <= _FEW
    return (error, "") if is_all else (None, str(error))


def check_video(message: str, wish: Wish) -> None:
    """Refuse to make an MP4 where something else is wanted.

    Raises:
        UsageError: it is.
    """
    text = mentions_in(message).text
    program = _PROGRAM.search(text)
    if program is not None:
        name = _PROGRAMS[program["name"] or program["zh"] or program["own"]]
        raise UsageError(
            f"No project of {name} can be made",
            f"what can be exported is {_CAN}",
            f"Export the MP4, or one of those timelines if {name} can import it",
        )
    _check_source(text)
    missed = dict(wish.misses)
    if Kind.PART in missed or wish.chosen or wish.excluded:
        raise UsageError(
            "A part alone cannot be exported",
            "an export is all of the timeline",
            "Say first what shall be cut out, and export it then; of several files in one project, "
            "export with a media_id delivers one",
        )
    other = missed.get(Kind.UNKNOWN_VIDEO)
    if not other or wish.video:
        return
    if other == "audio":
        why = f"what can be exported is {_CAN}"
        raise UsageError("The sound alone cannot be exported", why, _SILENT_REMEDY)
    format_of(other)


def _check_source(text: str) -> None:
    """Refuse to deliver an edit where recordings as they are are wanted."""
    if _ELSEWHERE.search(text):
        raise UsageError(
            "Nothing can be fetched from there",
            "what can be brought is a file on this computer, or one at an address",
            "Give upload its path, or an address that begins with https://",
        )
    if _RAW.search(text):
        raise UsageError(
            "The recordings themselves are not exported",
            "an export is the timeline as a video; your own files lie where they were",
            "Export the video, or copy your files",
        )


def shortcomings(wish: Wish) -> list[str]:
    """In what the video is not all that was wished."""
    missed = dict(wish.misses)
    size = {"over": _BIGGEST, "under": _SMALLEST}.get(missed.get(Kind.RESOLUTION, ""), "")
    return [*filter(None, [size, _NOT_TRANSLATED if Kind.TRANSLATE in missed else ""])]
