"""The signs by which a command is told from a mention, in English and Chinese side by side.

All are written for a message in small letters and simplified characters.
"""

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A job, and what people call what it makes.
_JOBS = (
    "export|exports|upload|uploads|uploading|download|render|rendering|transcription|job|jobs|"
    "processing|process|task|generation|edit|edits|work|project"
)
_THINGS = "video|file|files|clip|film|movie|transcript|subtitles|captions|mp4|result"
JOB_THINGS: Final = frozenset(_THINGS.split("|"))
JOBS: Final = frozenset(_JOBS.split("|"))
_IT = (
    r"(?:it|they|this|that|everything|we|you|"
    rf"(?:the |my |our |this |that )?(?:\w+ )?(?:{_JOBS}|{_THINGS}))"
)
_DONE = (
    r"(?:(?:been|all|already|still|finally|completely|fully|nearly|almost|yet) )*"
    r"(?:done|ready|finished|complete|completed|uploaded|exported|rendered|transcribed|processed|"
    r"downloaded|working|running|stuck|failed|exporting|uploading|rendering|in progress)\b"
)

LEAD: Final = re.compile(
    r"(?:ok|okay|k|great|good|perfect|cool|nice|fine|thanks|thank you|please|pls|plz|kindly|now|"
    r"just|then|so|and|but|well|hi|hey|hello|yes|yeah|yep|sure|alright|all right|actually|oh|um|"
    r"also|finally|next|first|lastly|quickly|simply|again|maybe|wait|sorry|no|nope|"
    r"go ahead(?: and)?|(?:can|could|would|will|may|might|should|shall) (?:you|we|i)(?: please)?|"
    r"(?:do|would) you mind|is it possible to|it's time to|time to|try to|help me(?: to)?|"
    r"(?:i|we)(?:'d| would)? (?:want|need|like|love|have)(?: you)? to|i wanna|i'll|we'll|"
    r"let's|lets|let us|let me|why not|why don't (?:you|we)|don't forget to|do not forget to|"
    r"(?:when|once|after|if|as soon as) (?:it|this|that|you|everything)"
    r"(?:'s|'re| is| are| has been)"
    r"(?: all)? (?:done|ready|finished|good|fine)|"
    r"(?:if|when|once) (?:it|this|that|everything) looks (?:ok|okay|good|fine|right)|"
    r"(?:want|need|like)(?: you)? to|you can|you may|be so kind(?: and| as to)?)(?![\w'])[\s,:!.]*"
)
"""What stands before a command and changes nothing of it."""

REQUEST: Final = re.compile(r"\b(?:can|could|would|will|may|might|should|shall) (?:you|we|i)\b")
"""A request in the form of a question."""
GERUND: Final = re.compile(
    r"\b(mind|start|begin|resume|continue|keep|try) (export|download|upload|cancel|render|stop)"
    r"(?:l|p)?ing\b"
)
"""What is begun is what is to be done."""
QUESTION: Final = re.compile(
    r"(?:what|what's|whats|where|where's|which|who|who's|whose|whom|when|why|how|how's|is|are|was|"
    r"were|am|did|does|do|has|have|had|isn't|aren't|doesn't|didn't|hasn't)(?![\w'])"
)
"""A question begins so, once what stands before it is taken away."""
QUESTION_ZH: Final = re.compile(
    r"什么|哪|谁|几[分秒点个次]|多少|怎么|如何|为什么|为何|是否|有没有|吗|呢"
)

PERSON: Final = re.compile(
    r"\b(?:he|she|him|his|her|hers|their|people|someone|anyone|everyone|speaker|speakers|guest|"
    r"host|interviewer|narrator|presenter|says?|said|mentions?|mentioned|talks?|talking|talked|"
    r"speaks?|speaking)\b|[他她]|嘉宾|主持人|提到|提及|说到|讲到|谈到|说过|聊到|谁说|视频里|片子里|采访里"
)
"""Somebody in the recording, or what is said in it."""

EDIT: Final = re.compile(
    r"(?:add|adjust|animate|append|apply|arrange|auto|balance|bleep|blur|boost|brighten|burn|"
    r"caption|censor|change|clean|colou?r|combine|compress|concatenate|correct|crop|cut|darken|"
    r"delete|desaturate|"
    r"drop|dub|duck|duplicate|edit|end|enhance|enlarge|equali[sz]e|extend|fade|fill|fix|flip|"
    r"freeze|generate|grade|highlight|increase|decrease|insert|join|keep|label|lengthen|level|"
    r"loop|lose|lower|make|mask|match|merge|mirror|mix|move|mute|normali[sz]e|overlay|pan|place|"
    r"pause|polish|prepend|put|raise|reduce|remove|rename|reorder|replace|resize|reverse|rewrite|"
    r"rotate|scale|separate|set|sharpen|shift|shorten|shrink|silence|slow|smooth|speed|split|"
    r"stabili[sz]e|start|strip|stretch|style|subtitle|swap|switch|take|tidy|tighten|title|"
    r"tone|translate|trim|turn|type|undo|unmute|use|warm|write|zoom|get rid)\b"
)
"""A verb that changes the video, where a command begins."""
EDIT_ZH: Final = re.compile(
    r"(?:剪|裁|删|去掉|去除|移除|加|添|换|改|调|拼|合并|变速|静音|旋转|配|放大|缩小|模糊|打码|马赛克|"
    r"烧(?=录|制|进|入|到|上|在)|压进|压制|替换|插入|接(?:在|到|上|进)|移到|移动|挪|提高|降低|减|修|生成|做|弄|翻译|压缩|拆分|分割|淡入|淡出|写上|写着|校|标|"
    r"(?:再|更)[短长大小亮暗快慢紧](?!发|导|下载)|[短长大小亮暗快慢紧轻响](?:一点|点|一些))"
    r"(?!(?:辑|接|短|掉|改)?(?:好|完)(?:的|了|$|直接|就|后|再|之后|以后|马上))"
)
EDIT_LATER: Final = re.compile(
    r"\b(?:shorter|longer|bigger|smaller|louder|quieter|brighter|darker|faster|slower|tighter|"
    r"softer|warmer)\b"
)
"""How something shall be that is not so yet."""
COLORED: Final = re.compile(
    r"\b(?:white|yellow|golden|green|cyan|turquoise|red|blue|black|pink|purple|violet|orange|brown|"
    r"gr[ea]y|magenta|silver|beige|lavender|maroon|colou?r)\b"
    r"|[白黄金绿青红蓝黑粉紫橙橘棕褐灰银米]色|[粉玫]红"
)
"""How captions shall look, and no document does."""
MATCH: Final = re.compile(
    r"\bmatch(?:es|ing)?\b[^,.;]{0,40}\b(?:document|transcript|text|file|doc)\b"
)
"""Who wants the video to say what a document says."""
SWITCHED: Final = re.compile(
    r"\b(?:turn|switch|toggle|keep|leave) (?:\w+[ -]){0,4}?(?:on|off)\b|\b(?:enable|disable)\b"
    r"|\b(?:captions?|subtitles?|subs|cc) (?:on|off)\b(?! \w*(?:video|film|file|screen))"
    r"|\bword[ -]by[ -]word\b|\bkaraoke\b|打开|开启|启用|关闭|关掉|逐字|逐词"
)
"""What is done to captions of a video, and not to a document."""

STATE: Final = re.compile(
    rf"\b(?:is|are|has|have|was|were|isn't|aren't|hasn't) {_IT} {_DONE}"
    r"|\bare we there\b|\bhow far\b|\bhow much longer\b|\beta\b"
    r"|\bhow(?:'s| is| are) (?:it|things|everything|that|(?:the|my) (?:\w+ )?\w+) "
    r"(?:going|coming|doing|progressing)\b"
    r"|\bhow long (?:left|until|till|before|more|to go)\b"
    rf"|\bhow long (?:will|does|is|would) {_IT} (?:take|going to take|still)\b"
    r"|\bhow much (?:time|more)? ?(?:is )?left\b"
    rf"|\bwhen (?:will|is|are|can) {_IT} (?:going to )?(?:be )?(?:{_DONE}|finish|complete)"
    rf"|\bdid {_IT} (?:\w+ )?(?:work|finish|fail|complete|succeed|go through)\b"
    r"|\b(?:what's|what is|whats) (?:on|in|currently on) (?:the|my|our) "
    r"(?:timeline|project|tracks?)"
    r"|\bwhat's (?:happening|going on|taking so long)|\bwhat are you (?:doing|working on)"
    r"|\bwhat (?:do |have )?(?:we|i|you) (?:have|got|done) so far"
    r"|\b(?:show|list|see|display)(?: me)? (?:all )?(?:the|my|our) (?:\w+ )?"
    r"(?:clips|tracks|layers)\W*$"
    r"|\bwhere are we\b|\bany (?:progress|news|updates?)\b"
    rf"|\bwhere(?:'s| is| are) (?:my|the|our) (?:\w+ )?(?:{_JOBS}|{_THINGS})\W*$"
    rf"|\bwhy (?:did|has|is|was) (?:the|my) (?:{_JOBS}) "
)
STATE_ZH: Final = re.compile(
    r"(?:好|完|完成|成功|结束|搞定|出来|上去)了?(?:没有|没|吗|么|嘛)"
    r"|(?:导|传|载|染|转|剪|弄|做).{0,4}了(?:没有|没|吗|么|嘛)"
    r"|到(?:哪|什么)(?:一)?(?:步|里|儿|了|个|阶段|程度)|进度(?!条)|进展"
    r"|还(?:要|需要|得|有|剩)(?:等)?(?:多久|多长时间|几分钟|几秒)"
    r"|多(?:久|长时间)(?:能|才能|才|可以|会)?(?:好|完|弄|导|传|出|转)|(?:要|需要)(?:多久|多长时间)"
    r"|什么时候(?:能|才能|才|可以|会)?(?:好|完|导|弄|做|传|出来|转)"
    r"|(?:看|显示|查看|列出|现在|当前|目前|展示).{0,8}(?:时间线|时间轴|轨道|状态|进度|进展)"
)
STATE_WORDS: Final = re.compile(
    r"\b(?:status|progress|state|timeline|tracks?|layers|show tracks)\b"
    r"|状态|进度|时间线|时间轴|轨道"
)
# With the words that name a state nothing else may stand than these.
STATE_SMALL: Final = (
    _words(
        """
        what what's whats is are the a an my our of on for show me us see view display list check
        give tell get print can could would you i we please pls to all current now it this that so
        far report update any where at and how's how know quick latest right just look let want like
        d in there with rest up timeline tracks status progress state
        """
    )
    | JOBS
    | JOB_THINGS
)
OTHERS_ZH: Final = re.compile(r"[他她]|精神|婚姻|社会|健康|情绪|心理|身体")
"""Whose state is none of a job's."""

CREDITS: Final = re.compile(
    r"\bhow (?:many|much) (?:more |free |of my )?credits?\b"
    r"|\bcosts? (?:me )?(?:any )?credits?\b"
    r"|\b(?:out of|low on|short of|enough|any more|buy(?: more)?|remaining|"
    r"(?:use|spend)(?: up)?(?: my)?) credits\b"
    r"|\bleft (?:in|on) my account\b|\b(?:left|remaining|still) to spend\b"
    r"|\bhow much (?:do|have) (?:i|we) (?:still )?(?:have |got )?left\W*$"
    r"|\bhow much (?:more )?can (?:i|we) (?:still )?spend\b"
    r"|\bleft (?:of|in|on) my (?:plan|budget|quota|allowance)\b"
    r"|\bwhat (?:does|will|would) (?:it|this|that|an? \w+) cost\b"
    rf"|\bhow much (?:does|do|will|would|is) (?:{_IT}|an? (?:{_JOBS})) cost\b"
)
CREDITS_NOT: Final = re.compile(
    r"\b(?:end|ending|closing|opening|final|film|movie|photo|scroll|scrolling|roll|rolling|title|"
    r"white|colou?r|audio|sound|tonal|at the end|work life) (?:credits?|balance)\b"
    r"|\bcredits? (?:roll|sequence|scene|screen|page|at the end|music)\b|\bat the end\b"
    r"|文字|字幕|标题|片尾"
)
CREDITS_SMALL: Final = _words(
    """
    how many much do does i we have got left remaining my our the is are what what's whats show
    me check tell account please pls current still available any more need needed cost costs
    would will it take an a export render edit video transcript generation to use used spend
    spent for this that enough in of can could you get see balance credit credits am out top up
    buy free know give now and there on want run low ok hi hey per
    """
)

JOB_SMALL: Final = (
    _words(
        """
        it this that everything all of the a my our your current running ongoing last exporting
        rendering transcribing downloading generating operation request whatever you're you are
        doing what please pls plz now right immediately just ok okay no wait hey oh actually can
        could would i want to need i'd like let's lets and then so at once sorry nope thanks already
        there here for me on working must should have hold transcript
        """
    )
    | JOBS
)
"""What may stand with “cancel”, where it is about the work that is under way."""
JOB_SMALL_ZH: Final = re.compile(
    r"请|先|快|帮我|帮|麻烦|马上|立即|立刻|赶紧|赶快|现在|那|好|算了|吧|了|掉|啊|呀|把|将|给|这个|那个|"
    r"这次|当前|正在|进行|的|所有|全部|任务|导出|上传|下载|渲染|转写|转录|转换|处理|剪辑|操作|工作|生成|"
    r"一下|我要|我想|还是|都|不要|刚才|它|我|你|来|住|视频(?=导出|上传|渲染|转)|文件(?=上传|导出)"
)
STOP_ZH: Final = re.compile(
    r"^(?:别|不要|先别)再?(?:导出?|上传|传|下载|转|弄|做|渲染|跑|继续)(?:它|视频)?了\W*$"
)
"""“Don't go on with it” is to stop it; “don't do it yet” is not."""

WHICH_ZH: Final = re.compile(r"什么|怎么|如何|为什么|为何|哪")
"""A question that no command is put as; 能导出吗 is one."""
MADE: Final = re.compile(
    r"\b(?:want|need|like|do|make|start|begin|run|give|create|get|prepare|produce|have|launch)"
    r"(?: me| us| you)?(?: to)? (?:the |my |an? |this |that |another )?(?:\w+ )?"
    r"(?:export|download|render|upload)\b"
)
"""A job as something that shall be done."""
NOUN: Final = re.compile(
    r"\b(?:the|my|an?|this|that|last|first|previous|our|your|every|each|no|of) (?:\w+ )?$"
)
"""Before a word that is no verb there."""
SUBORDINATE: Final = re.compile(
    r"\b(?:before|until|till|unless|if|when|while|without|once|after|whether)(?: (?:you|we|i|it))?"
    r"(?: to| can)? $"
)
SUBORDINATE_ZH: Final = re.compile(r"\s*(?:之前|以前|前|的时候|时候|时(?!间)|的时间)")
CONTENT_ZH: Final = re.compile(
    r"(?:文字|标题|文本|字样|写着|写上|一句|内容|叫做?)[为是:：]?\s*\S{0,6}$"
)
MENTION: Final = re.compile(
    r"\b(?:says?|said|saying|mentions?|mentioned|about|called|titled|labell?ed|words?|line|phrase|"
    r"reads?|text|where|part|section|bit|scene|moment|chapter)\b"
    r"|提到|提及|讲到|谈到?|关于|讨论|聊|他说|她说|们说|出现|说到"
)
"""Behind this a word is what is spoken of."""
THING: Final = re.compile(
    r"^ (?:numbers|figures|tax|taxes|market|markets|business|speed|speeds|button|link|links|page|"
    r"screen|icon|section|settings?|options?|menu|dialog|window|presets?|codec|growth|sales|trade|goods|limits?|restrictions|economy|industry)\b"
    r"|^(?:按钮|链接|页面|设置|选项|菜单|窗口|额|贸易|业务|量|速度|图标|界面|数据|行业)"
)
"""What makes a word part of the name of a thing."""
_VIDEO = r"(?:the|my|an?|that|this|our|it as an?|final|finished|edited|whole|new|resulting)"
_DISK = (
    r"(?:my|our|the|this) (?:\w+ )?(?:desktop|downloads?|documents?|home|computer|disk|"
    r"hard drive|laptop|machine|mac|pc|phone|stick)\b"
)
DELIVERY: Final = re.compile(
    r"^(?:(?:send|give|get|hand|have|deliver|save|make|create|render|fetch)(?: me| us| it)?"
    r"(?: back)?|"
    rf"(?:i|we)(?: want| need| would like|'d like|'ll take))(?: {_VIDEO})* "
    r"(?:video|film|movie|mp4|file|clip|result|cut|version|export|render)(?: file| version)?"
    r"(?=\W*(?:$|(?:now|please|pls|plz|thanks|in|as|at|with|to me|to us|back|for|when|so|by|asap|"
    rf"over|already|without|again|today)\b| (?:to|on|onto|into) {_DISK}))"
    rf"|^(?:put|drop|copy|save|place)(?: {_VIDEO})* "
    r"(?:video|film|movie|mp4|file|result|cut|it|this)"
    rf" (?:to|on|onto|in|into) {_DISK}"
    r"|^(?:send|give|hand) (?:it|that|this) (?:back |over )?to (?:me|us)\b"
    r"|^(?:send|give|hand) me (?:it|that|this)\b|^send (?:it|that|this)(?: over| back)?\W*$"
    r"|^render (?:it|this|that|everything)\b"
    r"|^where (?:can|do|could) (?:i|we) (?:download|get|save)\b"
)
"""The video shall be handed over, where a command begins."""
DELIVERY_ZH: Final = re.compile(
    r"(?:发|传|交|拿|寄)(?:一下|一份)?给?(?:我|过来).{0,10}(?:视频|成片|影片|文件|片子|mp4)"
    r"|^\W*(?:请|快|直接|就|那|麻烦)*给我(?:最终|最后|做好|剪好|这个|那个|的)*(?:视频|成片|影片|片子|mp4)"
    r"|(?:视频|成片|影片|文件|片子|成品|mp4|它|结果).{0,6}(?:发|传|交|拿|给)(?:一下|一份)?给?(?:我|过来)"
    r"|^\W*(?:我们?|咱们?)?(?:只|就|现在)?(?:想要|要|需要)(?:最终|最后|做好|剪好|这个|那个|的)*"
    r"(?:成片|成品|mp4)(?=\W*(?:$|了|吧|就行|就好|谢))"
    r"|^\W*(?:直接|请|就|那)*(?:发给我|发我)|出片|输出(?:视频|成片|mp4)|保存(?:视频|成片)"
)
HANDED: Final = re.compile(r"(?:save|send|give|get|deliver|hand|render|export|i want|i need)\b")
"""A verb of someone who wants a file."""
FETCH: Final = re.compile(r"(?:have|grab|fetch|email|mail|print|copy)\b")
"""Other verbs of someone who wants a document."""
FETCHED: Final = re.compile(r"(?:download|get|fetch|grab|import|下载)")
"""With an address, a recording is brought in."""
OPTION: Final = re.compile(r"\W*(?:with|without|including|带|不带|含)")
"""A clause that begins so says how a video shall be."""
HANDING: Final = re.compile(
    r"\b(?:send|give|share with|show|hand|pass) you "
    r"(?:an?|my|the|this|another|some|two|three|more) "
    r"(?:\w+ )?(?:videos?|files?|clips?|recordings?|footage|audio)\b"
    r"|\b(?:another|more|new|an?|two) (?:\w+ )?(?:clip|video|file|recording)s? "
    r"to (?:add|upload|import|send)"
    r"|^(?:add|import|attach|bring in) (?:an?|another|my|one more|some|more|two)"
    r"(?: new| more| other)? (?:videos?|files?|clips?|recordings?|footage)\W*$"
    r"|(?:想|要|能|可以|给你)再?(?:传|发)(?:上来|给你)|传(?:上来|给你)|发给你"
    r"|怎么(?:上传|导入|传)|^\W*我?(?:要|想)?再?(?:加|添加|导入|传)(?:[一二两三几]|多)?(?:个|段|条)?新?的?"
    r"(?:视频|文件|素材|录音|音频)\W*$"
    r"|^(?:how|where) (?:do|can|could|should) (?:i|we) (?:upload|add|import|drop|put)\b"
)
"""Somebody wants to bring a file."""
PATH: Final = re.compile(
    r"[a-z]{2,8}://\S|(?<![\w/\\])(?:~|[a-z]:)?[/\\][^\s\"']*\.[a-z0-9]{2,4}\b"
    r"|^\W*(?:~|[a-z]:)?[/\\][^\n]*\.[a-z0-9]{2,4}\W*$"
    r"|[“\"'「](?:~|[a-z]:)?[/\\][^”\"'」\n]{1,300}\.[a-z0-9]{2,4}[”\"'」]",
    re.IGNORECASE,
)
"""A file or an address that is given."""
MOMENT: Final = re.compile(r"(?<![\w:/\\])\d{1,2}:[0-5]\d(?![\w:/\\])")
"""A time on the clock."""
QUOTED: Final = re.compile(
    r"[“\"「『‘][^”\"」』’\n]{1,300}[”\"」』’]|(?<!\w)'[^'\n]{1,300}'(?!\w)"  # noqa: RUF001
)
"""A text in quotation marks."""
WHILE: Final = re.compile(
    r"\d:[0-5]\d|\b\d+(?:\.\d+)? ?(?:s|secs?|seconds?|min|minutes?)\b|\d+(?:\.\d+)? ?(?:秒|分)",
    re.IGNORECASE,
)
"""When something is seen, or for how long."""
BRING_SMALL: Final = _words(
    """
    add import put bring load attach insert include drop take use upload open this that these it
    the a an my our another one more new clip clips video videos file files footage recording
    recordings audio interview in to into project session timeline please pls too as well here
    here's is and also from with link url at can could you i we for now so got have
    """
)
BRING_ZH: Final = re.compile(
    r"再|加|添加|导入|放|进|到|入|一|两|个|段|条|新|素材|视频|文件|项目|这个|里|上传|请|帮我|把|来|了|的|吧|"
    r"这|是|给你|用|录音|音频|链接|还有|也"
)
