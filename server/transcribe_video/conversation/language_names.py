"""How people name the languages that speech is recognised in, in English and Chinese."""

from transcribe_video.transcript.language import LANGUAGES

# Code, other names in English or in the language itself, and names in Chinese.
_ROWS = """
ar | | 阿拉伯语 阿拉伯文
bg | | 保加利亚语
bn | bangla | 孟加拉语
ca | | 加泰罗尼亚语
cs | | 捷克语 捷克文
cy | | 威尔士语
da | dansk | 丹麦语 丹麦文
de | deutsch | 德语 德文
el | | 希腊语 希腊文
en | | 英语 英文
es | español espanol castilian | 西班牙语 西班牙文 西语
et | | 爱沙尼亚语
fa | farsi | 波斯语
fi | suomi | 芬兰语 芬兰文
fr | français francais | 法语 法文
he | | 希伯来语
hi | | 印地语
hr | | 克罗地亚语
hu | magyar | 匈牙利语 匈牙利文
id | | 印尼语 印度尼西亚语
is | | 冰岛语
it | italiano | 意大利语 意大利文 意语
ja | 日本語 | 日语 日文
km | | 高棉语 柬埔寨语
ko | 한국어 | 韩语 韩文 朝鲜语
la | | 拉丁语
lo | | 老挝语
lt | | 立陶宛语
lv | | 拉脱维亚语
mi | maori |
mn | | 蒙古语
ms | | 马来语
my | | 缅甸语
ne | | 尼泊尔语
nl | flemish nederlands | 荷兰语 荷兰文
no | norsk | 挪威语 挪威文
pl | polski | 波兰语 波兰文
ps | pushto |
pt | português portugues brazilian | 葡萄牙语 葡萄牙文 葡语
ro | | 罗马尼亚语
ru | русский | 俄语 俄文
sk | | 斯洛伐克语
sl | | 斯洛文尼亚语
sr | | 塞尔维亚语
sv | svenska | 瑞典语 瑞典文
sw | | 斯瓦希里语
ta | | 泰米尔语
th | | 泰语 泰文
tl | filipino | 菲律宾语 他加禄语
tr | türkçe | 土耳其语 土耳其文
uk | | 乌克兰语
ur | | 乌尔都语
vi | | 越南语 越南文
yue | | 粤语 广东话
zh | mandarin putonghua | 中文 汉语 普通话 国语 华语
"""


def _rows() -> list[tuple[str, list[str], list[str]]]:
    rows = (row.split("|") for row in _ROWS.strip().splitlines())
    return [(code.strip(), english.split(), chinese.split()) for code, english, chinese in rows]


CHINESE_NAMES = {code: chinese[0] for code, _, chinese in _rows() if chinese}
"""The Chinese name of a language, by its code; not of all."""
NAMES = {language.name.lower(): language.code for language in LANGUAGES.values()} | {
    name: code for code, english, chinese in _rows() for name in (*english, *chinese)
}
"""A language's code, by each of its names in small letters."""
CODES = {code: code for code in LANGUAGES} | {
    "auto": "auto",
    "nb": "no",
    "iw": "he",
    "fil": "tl",
    "cmn": "zh",
}
"""A language's code, by what may stand after “language:”."""
