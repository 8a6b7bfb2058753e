"""What editors with a screen tell people to do on it, and what stands for it here.

Rows in English and Chinese, side by side; the first that fits a clause wins. All are written for
small letters, without markup and without quotation marks.
"""

import re
from dataclasses import dataclass
from typing import Final

CHAT = "chat"
EXPORT, STATE, CREDITS, UPLOAD, CANCEL = "export", "state", "credits", "upload", "cancel"

_UI = (
    r"(?:button|icon|tab|menu|panel|window|sidebar|inspector|toolbar|dropdown|drop down|dialog|"
    r"option|checkbox|slider|toggle|library|settings?|page|section|workspace|context menu)"
)
_CLICK = (
    r"(?:(?:double|right|left)[ -])?(?:click|clicking|tap|tapping|press|pressing|hit|hitting|push|"
    r"hover|long[ -]press)\b(?: on| over)?"
)
_CONTROL = r"(?:button|icon|tab|menu|panel|dropdown|drop down|checkbox|slider|toggle)"
_CHOOSE = rf"(?:select|choose|pick|toggle|check|tick|use|using|try|find)\b.{{0,50}}\b{_CONTROL}\b"
_OPEN = (
    r"(?:open|opening|go|going|navigate|head|switch|expand|access|visit|enter|look|find|return)\b"
    r"(?: (?:over|back|in|up))?(?: to)?"
)
_CLICK_ZH = r"(?:点击|单击|双击|右键|点按|轻点|按下|勾选|长按|点一下|点选|按一下)"
_PLACE_ZH = r"(?:(?:在|从|到|用|使用|通过|右上角的?|左上角的?|顶部的?|底部的?).{0,12}?)?"
_SPOT_ZH = (
    r"(?:[在从到].{1,12}?(?:面板|窗口|菜单|栏|库|区域?|页面?|时间线|时间轴|编辑器)[中里上内处]?)?"
)
_OPEN_ZH = r"(?:打开|进入|切换到|前往|展开|找到|转到|去|到)"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do on a screen.

    Attributes:
        english: how it is said, from the beginning of a clause.
        chinese: the same.
        tool: what stands for it here; empty if nothing does, as the program does it anyway.
        message: for the chat, in English and Chinese.
    """

    english: re.Pattern[str]
    chinese: re.Pattern[str]
    tool: str = ""
    message: tuple[str, str] = ("", "")


def _step(english: str, chinese: str, tool: str = "", message: tuple[str, str] = ("", "")) -> Step:
    return Step(re.compile(english), re.compile(chinese), tool, message)


DRAG: Final = _step(
    r"drag|dragging|drop .{1,40}\b(?:on|onto|into)\b",
    rf"{_SPOT_ZH}(?:(?:把|将).{{1,20}}拖|拖|拉动)",
)
CLICK: Final = _step(rf"{_CLICK}|{_CHOOSE}", rf"{_PLACE_ZH}{_CLICK_ZH}|{_PLACE_ZH}.{{0,8}}按钮")
STEPS: Final = (
    # The export button comes before any other click.
    _step(
        rf"(?:{_CLICK}|use|using|press|find|open|go to|select|choose|head to|navigate to) "
        r"(?:the )?(?:\w+ ){0,2}?(?:(?:file|share) ?(?:>|→|->|menu,?) ?)?(?:export|download)\b"
        r"|the (?:export|download) (?:button|icon|menu|tab|panel|option)\b",
        rf"{_PLACE_ZH}(?:{_CLICK_ZH}|{_OPEN_ZH}|使用|用|选择).{{0,14}}(?:导出|下载)"
        r"|(?:右上角的?|页面的?)?(?:导出|下载)(?:按钮|键|图标|菜单|面板)",
        EXPORT,
    ),
    # What costs is neither started nor offered; an account is only looked at.
    _step(
        rf"{_CLICK} .{{0,20}}\b(?:generate|regenerate|create)\b",
        rf"{_PLACE_ZH}{_CLICK_ZH}.{{0,10}}(?:生成|创建|制作)",
    ),
    # How it shall be made is said to the program in words, or not at all.
    _step(
        r"(?:choose|select|pick|set)(?: it)?(?: to)? (?:the )?"
        r"(?:\d{3,4}p|[248]k|mp4|mov|h\.?26[45]|(?:\d+|source|high|best|full) ?"
        r"(?:fps|quality|resolution|hd))(?: (?:quality|resolution|format|video))?"
        r"(?: (?:as|for|in|from|under) .{1,40})?$",
        r"(?:选择?|选中|设为|设置为)(?:为|成)?(?:\d{3,4}p|[248]k|mp4|mov|高清|高画质|原画质|最高画质)"
        r"(?:分辨率|画质|格式|质量)?$",
    ),
    _step(
        r"(?:check|visit|see|view|review|manage|top up|upgrade|update|open|go to|head to|log in to)"
        r"\b.{0,30}\b(?:account|billing|subscription|plan|pricing|wallet|credit balance)\b"
        rf"|{_CLICK} .{{0,20}}\b(?:buy|upgrade|subscribe|top up|purchase|billing|account|credits)\b"
        r"|the (?:account|billing|pricing) (?:page|tab|section|settings)\b",
        rf"{_PLACE_ZH}(?:查看|检查|{_OPEN_ZH}|登录|管理|{_CLICK_ZH}).{{0,10}}"
        r"(?:账户|账号|账单|订阅|套餐|积分|余额|充值|购买|升级)|充值",
        CREDITS,
    ),
    _step(
        r"(?:preview|watch|view|see|review|check|play|find|look at)\b.{0,60}"
        r"\b(?:in|on) (?:the|your) (?:\w+ )?(?:timeline|preview|player|editor|canvas)\b"
        rf"|{_CLICK} (?:the )?(?:play|preview|timeline)\b"
        r"|(?:use|open) the (?:preview|player)\b",
        r"在?(?:时间线|时间轴|预览窗口|播放器|编辑器)(?:中|上|里|内)?.{0,8}(?:预览|查看|播放|观看|看)"
        rf"|(?:预览|查看|播放).{{0,6}}(?:时间线|时间轴)|{_PLACE_ZH}{_CLICK_ZH}.{{0,8}}(?:播放|预览)",
        STATE,
    ),
    _step(
        r"(?:drag|drop|upload|import|choose|select|browse|put).{0,30}\b(?:files?|media|footage)\b"
        r".{0,40}\b(?:here|upload|browser|window|area|page|library|bin)\b"
        rf"|(?:{_CLICK}|use) (?:the )?(?:\w+ )?(?:upload|import|add media)\b",
        rf"(?:把|将)?.{{0,4}}(?:文件|素材)拖.{{0,14}}|{_PLACE_ZH}{_CLICK_ZH}.{{0,8}}(?:上传|导入)",
        UPLOAD,
    ),
    DRAG,
    _step(
        rf"{_CLICK} (?:the )?(?:undo)\b",
        rf"{_PLACE_ZH}{_CLICK_ZH}.{{0,6}}撤销",
        CHAT,
        ("Undo the last change", "撤销上一步"),
    ),
    _step(rf"{_CLICK} (?:the )?(?:cancel|stop)\b", rf"{_CLICK_ZH}.{{0,6}}(?:取消|停止)", CANCEL),
    _step(
        rf"{_OPEN} (?!(?:with|on|by|in|at|for) )(?:the |your )?.{{0,40}}?"
        rf"\b(?:{_UI}|editor|timeline)\b",
        rf"{_OPEN_ZH}.{{0,14}}(?:面板|窗口|菜单|标签页?|选项卡?|设置|侧边栏|页面|工具栏|编辑器|素材库|属性)",
        STATE,
    ),
    CLICK,
)
LABELS: Final = {
    EXPORT: ("Export the video", "导出视频"),
    STATE: ("Show the timeline", "查看时间线"),
    CREDITS: ("Show the credits", "查看积分"),
    UPLOAD: ("Add a file", "添加文件"),
    CANCEL: ("Stop the work", "停止任务"),
}
LEAD: Final = re.compile(
    r"(?:please|then|now|next|finally|first|lastly|and|or|just|simply|also|afterwards|after that|"
    r"you (?:can|could|may|should|must|will|might)(?: also| now| then| always| simply| just)?|"
    r"you(?:'ll| will)? (?:need|have|want) to|feel free to|go ahead and|to do (?:this|so|that)|"
    r"if (?:needed|you like|you wish)|remember to|be sure to|make sure to|don't forget to|"
    r"all you need to do is(?: to)?|try to|from there|once (?:it's|that's) done|"
    r"when(?:ever)? you(?:'re| are) (?:ready|done|happy)|alternatively|otherwise|at any time|by)"
    r"(?![\w'])[\s,:]*"
)
"""What stands before a step in English and changes nothing of it."""
LEAD_ZH: Final = re.compile(
    r"(?:请|您|你|可以|可|也|还|就|然后|接着|之后|再|最后|现在|只需要?|只要|随时|需要|或者?|直接|便能|能|先|如需|"
    r"最终|并|到时候|麻烦|记得)+[\s,，:：]*"
)
PLACE_FIRST: Final = re.compile(
    r"(?:the|your|an?) (?:(?!\b(?:is|are|was|were|has|have|had|will|can|now|ready|to|in|on|with|of|"
    r"lasts?|starts?|begins?|ends?|plays?|shows?)\b)[\w ]){0,30}?\b(?:button|icon|menu|panel|tab)\b"
    r"(?=\W*$| to | is (?:for|there)\b| (?:lets|allows|will let|helps) you\b"
    r"| (?:(?:is|are|sits|lives|can be found)(?: located| found)? )?"
    r"(?:at|in|on|next to|above|below|under|near) (?:the |your )?(?:top|bottom|left|right|upper|"
    r"lower|corner|side|toolbar|sidebar|menu|panel|editor|page|interface|app|screen|player|preview|"
    r"timeline)\b)"
)
"""A clause that is about a part of the screen."""
BEFORE_STEP: Final = re.compile(
    r"(?:to|in order to|if|when|whenever|once|after|for)\b|(?:如果|如需|想要|要想|若|当)"
)
"""What begins so before a step is only said to lead to it."""
PURPOSE: Final = re.compile(r"\bto ([a-z][^.!?]{2,150})$", re.IGNORECASE)
SLIDER: Final = re.compile(
    r"drag(?:ging)? (?:the |your )?([\w ]{1,30}?) slider (?:all the way )?(to .{1,40}|up|down)",
    re.IGNORECASE,
)
DRAGGED_ZH: Final = re.compile(r"^拖[拽动放曳]?(?:一下)?([^到至]{1,12})([到至进].{1,20})")
"""“Drag A to B” in an order that can be said."""
SPOT_ZH: Final = re.compile(f"^{_SPOT_ZH}")
"""Where on a screen something is dragged."""
SLIDER_ZH: Final = re.compile(r"拖动?(.{1,10}?)(?:的)?滑块(?:到|至)(.{1,12})")
COSTS: Final = re.compile(
    r"\b(?:credits?|costs?|charged?|paid|pay|buy|purchase|price|usd|(?:re)?generat\w*|creat(?:e|es|ing)|"
    r"renders?|rendering|produces?|producing|synthesi[sz]\w*|ai|b-?roll|stock|yes|ok|okay|confirm\w*|"
    r"proceed\w*|continue|approv\w*|accept\w*|agree\w*|allow|authori[sz]e|submit|start|begin|run|"
    r"go ahead|upgrade|subscribe)\b|[$€£¥]\s?\d"
    r"|积分|额度|点数|费用?|付款?|购买|扣|生成|创建|制作|合成|渲染|确认|确定|继续|同意|接受|允许|提交|"
    r"开始|好的|升级|订阅"
)
"""In a step: it may spend something, or says yes to what was never asked here."""
SPENDS: Final = re.compile(
    r"\bcredits?\b|\bcosts?\b|\bgenerat(?:e|es|ed|ing|ion)\b|\bcharged?\b|[$€£¥]\s?\d"
    r"|积分|额度|点数|扣费|收费|付费|费用|生成",
    re.IGNORECASE,
)
"""Anywhere in a reply: then it offers nothing that is said to the editor."""
ASIDE: Final = re.compile(r"\s*[(（]([^()（）]{1,200})[)）]")
"""What stands in brackets."""
PLACE: Final = re.compile(
    r"\s+(?:in|on|at|under|from|inside|through|via) (?:the|your) (?P<name>(?:[\w-]+ ){0,3}?)"
    r"(?:tab|panel|menu|sidebar|toolbar|inspector|dropdown|dialog)\b(?! of\b)",
    re.IGNORECASE,
)
"""Where on a screen something is."""
TOLD: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|can|now|lasts?|runs?|starts?|ends?|plays?|costs?|you|it|"
    r"its|we|i|there|they|\w{2,}ed|\d+ (?:s|sec|seconds|minutes|clips|tracks))\b|[一-鿿]",
    re.IGNORECASE,
)
"""What follows a colon says something with one of these, and lists choices without."""
