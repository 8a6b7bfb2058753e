"""What is said of edits, in English and Chinese; in braces stands what is put in."""

from collections.abc import Mapping, Sequence

_ENGLISH: Mapping[str, str] = {
    "comma": ", ",
    "and": " and ",
    "stop": " ",
    "edited": "{what}. The video is {now} now (it was {was}).",
    "edited_same": "{what}. The video is still {now} long.",
    "unread": "Not understood, and so not done: “{text}”.",
    "cut": "Cut {spans}",
    "kept_quiet": "Pauses shortened: {count}, by {gone} in all",
    "fillers": "Filler words cut: {count}",
    "fillers_muted": "Muted the filler words",
    "repeats": "Takes cut that are said again: {count}",
    "split": "Split at {at}",
    "moved": "Moved {span} to {to}",
    "to_end": "the end",
    "to_start": "the beginning",
    "title": "Added the title “{text}” ({span})",
    "captions_on": "Captions are on{how}",
    "captions_off": "Captions are off",
    "burned": "burned into the picture",
    "highlighted": "with the spoken word marked",
    "sized": "{size} letters",
    "placed": "at the {position}",
    "size_small": "small",
    "size_medium": "medium",
    "size_large": "large",
    "top": "top",
    "center": "center",
    "bottom": "bottom",
    "music": "Added “{name}” as music at {percent} %{ducked}",
    "ducked": ", quieter while somebody speaks",
    "volume": "{span} plays at {percent} % of what it was",
    "muted": "Muted {span}",
    "music_volume": "The music plays at {percent} % of what it was",
    "fade_in": "Fades in over {length}",
    "fade_out": "Fades out over {length}",
    "loudness": "The loudness will be {lufs} LUFS",
    "crop": "The picture is cropped to {aspect}",
    "pad": "The picture is padded to {aspect}",
    "size": "The picture will be {height} pixels high (upright: wide)",
    "speed": "{span} plays {factor} times as fast",
    "image": "Added the picture “{name}” at {at}",
    "joined": "Added {names} at the end",
    "matched": "The video says the edited text now; cut {spans}",
    "matched_moves": "The video says the edited text now",
    "whole": "The whole",
    "more": "and {count} more",
    "plan": (
        "Nothing is changed yet. This would be cut: {spans}. The video would be {now} instead "
        "of {was}."
    ),
    "plan_other": "Nothing is changed yet. {what}: the video would be {now} instead of {was}.",
    "doubtful": "What was quoted is not said in just these words; this comes nearest.",
    "confirm": "Shall that be done?",
    "yes": "do it",
    "no_plan": "Nothing is planned that could be done. Say what shall be changed.",
    "stale": "The video was changed since that was planned. Say again what shall be changed.",
    "undone": "Undone: {what}. The video is {now} now.",
    "redone": "Done again: {what}. The video is {now} now.",
    "nothing_undone": "There is nothing to undo.",
    "nothing_redone": "There is nothing to do again.",
    "over": "Everything is taken back; “undo” brings it again. The video is {now} now.",
    "over_summary": "everything was taken back",
    "changes": "Changed so far: {what}. The video is {now}.",
    "no_changes": "Nothing is changed so far. The video is {now}.",
    "several": "“{text}” is said {count} times. Which one is meant?",
    "transcribing_first": (
        "That needs the words and their times, so the recording is transcribed first. Say it "
        "again when that is done."
    ),
    "propose": "What would be better? Three things that can be done with this video:",
    "ask": (
        "It is not clear what is meant{about}. Say it with times (“cut 1:20-1:45”) or with "
        "words that are said (cut from “so anyway” to “right”)."
    ),
    "impossible": (
        "That cannot be done on this computer{about}. What can: cutting by time or by words, "
        "pauses, filler words, repeated takes, titles, captions, music, volume, loudness, "
        "fades, crop, size, speed, pictures, and joining files."
    ),
    "beyond": "{at} lies behind the end of the video, which is {d} long.",
    "backwards": "The end of that range lies before its beginning.",
    "into_itself": "A part cannot be moved into itself.",
    "nothing_left": "Nothing of the video would be left, so nothing was changed.",
    "no_transcript": "The recording is not transcribed yet, and that needs its words.",
    "no_words": "Nothing is said in the video as it is now.",
    "not_said": "“{text}” is not said in the video. “read_transcript” finds what is.",
    "not_this_text": (
        "That is not the text of this video: too many of its words are never said ({words})."
    ),
    "strange": "Left out, because they are not said in the recording: {words}.",
    "no_fillers": "No filler words were found.",
    "no_repeats": "Nothing is said again right after.",
    "no_silences": "No pause is longer than {longer}.",
    "no_music": "There is no music in the video.",
    "no_file": "“{name}” is not in this project. Bring it with “upload” first.",
    "no_sound": "“{name}” is a picture and has no sound.",
    "no_image": "“{name}” is not a picture.",
    "nothing_to_join": "All files of the project are in the video already.",
    "too_loud": "That is too loud: ten times as loud is the most.",
    "bad_speed": "The speed can be {slowest} to {fastest} times the usual one.",
    "bad_loudness": "The loudness can be {quietest} to {loudest} LUFS.",
    "bad_height": "The picture can be 240 to {most} pixels high.",
    "nothing_there": "There is nothing in the video yet. Bring a file first.",
    "not_all": "Not done: {why}",
    "propose_silences": "remove pauses longer than 0.8 s",
    "propose_fillers": "remove filler words",
    "propose_captions": "add captions at the bottom",
    "propose_loudness": "normalize the loudness for YouTube",
    "propose_start": "cut the first {length} seconds",
    "propose_fades": "fade in over 1 second and fade out over 2 seconds",
    "propose_crop": "crop to 9:16",
}
_CHINESE: Mapping[str, str] = {
    "comma": "、",
    "and": "和",
    "stop": "",
    "edited": "{what}。视频现在长 {now}（原来 {was}）。",
    "edited_same": "{what}。视频长度仍为 {now}。",
    "unread": "没有看懂、因此没有执行：“{text}”。",
    "cut": "已剪掉 {spans}",
    "kept_quiet": "已缩短 {count} 处停顿，共减少 {gone}",
    "fillers": "已剪掉 {count} 个口头语",
    "fillers_muted": "已把口头语静音",
    "repeats": "已剪掉 {count} 处重复",
    "split": "已在 {at} 处分割",
    "moved": "已把 {span} 移到{to}",
    "to_end": "结尾",
    "to_start": "开头",
    "title": "已添加标题“{text}”（{span}）",
    "captions_on": "字幕已打开{how}",
    "captions_off": "字幕已关闭",
    "burned": "烧录进画面",
    "highlighted": "突出正在说的词",
    "sized": "{size}字号",
    "placed": "位于{position}",
    "size_small": "小",
    "size_medium": "中",
    "size_large": "大",
    "top": "上方",
    "center": "中间",
    "bottom": "下方",
    "music": "已添加音乐“{name}”，音量 {percent} %{ducked}",
    "ducked": "，有人说话时自动压低",
    "volume": "{span} 的音量变为原来的 {percent} %",
    "muted": "已将 {span} 静音",
    "music_volume": "音乐音量变为原来的 {percent} %",
    "fade_in": "开头 {length} 淡入",
    "fade_out": "结尾 {length} 淡出",
    "loudness": "响度将调到 {lufs} LUFS",
    "crop": "画面裁成 {aspect}",
    "pad": "画面加黑边成 {aspect}",
    "size": "画面高度将为 {height} 像素（竖屏为宽度）",
    "speed": "{span} 以 {factor} 倍速播放",
    "image": "已在 {at} 处加入图片“{name}”",
    "joined": "已把 {names} 接在后面",
    "matched": "视频现在与修改后的文字一致；剪掉了 {spans}",
    "matched_moves": "视频现在与修改后的文字一致",
    "whole": "全片",
    "more": "另有 {count} 处",
    "plan": "尚未改动。将要剪掉：{spans}。视频会从 {was} 变为 {now}。",
    "plan_other": "尚未改动。{what}：视频会从 {was} 变为 {now}。",
    "doubtful": "引用的话与原话不完全一致，这里是最接近的一处。",
    "confirm": "要这样做吗？",
    "yes": "就这样做",
    "no_plan": "没有等待确认的修改。请说明要怎么改。",
    "stale": "计划之后视频已有改动，请再说一遍要怎么改。",
    "undone": "已撤销：{what}。视频现在长 {now}。",
    "redone": "已重做：{what}。视频现在长 {now}。",
    "nothing_undone": "没有可以撤销的修改。",
    "nothing_redone": "没有可以重做的修改。",
    "over": "已恢复原样，可用“撤销”取回。视频现在长 {now}。",
    "over_summary": "恢复原样",
    "changes": "目前的修改：{what}。视频长 {now}。",
    "no_changes": "目前没有任何修改。视频长 {now}。",
    "several": "“{text}”说了 {count} 次，请问是哪一次？",
    "transcribing_first": "这需要文字和时间，所以先转写录音。完成后请再说一遍。",
    "propose": "想怎样更好？对这个视频可以做这三件事：",
    "ask": (
        "没有明确要怎么改{about}。请用时间（“剪掉 1:20-1:45”）或原话（剪掉从“so anyway”到“rig"
        "ht”）说明。"
    ),
    "impossible": (
        "这在本机上做不到{about}。可以做的有：按时间或按原话剪辑、停顿、口头语、重复、标题、"
        "字幕、音乐、音量、响度、淡入淡出、裁剪、尺寸、速度、图片、拼接文件。"
    ),
    "beyond": "{at} 超出了视频的结尾，视频长 {d}。",
    "backwards": "这一段的结尾在开头之前。",
    "into_itself": "不能把一段移到它自己里面。",
    "nothing_left": "这样视频就什么也不剩了，因此没有改动。",
    "no_transcript": "录音还没有转写，这个修改需要文字。",
    "no_words": "现在的视频里没有人说话。",
    "not_said": "视频里没有说“{text}”。可以用“read_transcript”查找原话。",
    "not_this_text": "这不是这个视频的文字：有太多词没有说过（{words}）。",
    "strange": "录音里没有说过、因此略去：{words}。",
    "no_fillers": "没有找到口头语。",
    "no_repeats": "没有紧接着重复的话。",
    "no_silences": "没有超过 {longer} 的停顿。",
    "no_music": "视频里没有音乐。",
    "no_file": "项目里没有“{name}”。请先用“upload”加入。",
    "no_sound": "“{name}”是图片，没有声音。",
    "no_image": "“{name}”不是图片。",
    "nothing_to_join": "项目里的文件都已经在视频里了。",
    "too_loud": "太响了：最多放大到十倍。",
    "bad_speed": "速度可以是 {slowest} 到 {fastest} 倍。",
    "bad_loudness": "响度可以是 {quietest} 到 {loudest} LUFS。",
    "bad_height": "画面高度可以是 240 到 {most} 像素。",
    "nothing_there": "视频里还什么都没有。请先加入文件。",
    "not_all": "没有执行：{why}",
    "propose_silences": "去掉超过0.8秒的停顿",
    "propose_fillers": "去掉口头语",
    "propose_captions": "在下方加字幕",
    "propose_loudness": "按YouTube标准调响度",
    "propose_start": "剪掉前{length}秒",
    "propose_fades": "开头1秒淡入，结尾2秒淡出",
    "propose_crop": "裁成9:16",
}


class Sentences:
    """The sentences of one language.

    Args:
        language: ``"zh"`` for Chinese, all else is English.
    """

    def __init__(self, language: str) -> None:
        self._table = _CHINESE if language.startswith("zh") else _ENGLISH

    def __call__(self, name: str, /, **facts: object) -> str:
        """A sentence or a phrase by its name."""
        return self._table[name].format(**facts)

    def list(self, items: Sequence[str]) -> str:
        """The items as a list in a sentence."""
        *most, last = items
        return f"{self('comma').join(most)}{self('and')}{last}" if most else last

    def together(self, *said: str) -> str:
        """Sentences one after the other; empty ones are left out."""
        return self("stop").join(filter(None, said))
