"""The languages that speech is recognised in."""

from dataclasses import dataclass
from difflib import get_close_matches

from transcribe_video.errors import UsageError

AUTO = "auto"
"""What a person gives who leaves it to the recogniser."""
_OTHER_CODES = {"nb": "no", "iw": "he", "in": "id", "fil": "tl", "cmn": "zh"}

# ISO 639 code as the recogniser gives it, English name, and the BCP 47 tag under which word
# processors know its spelling (with the country that most of its speakers live in).
_ROWS = """
af  Afrikaans  af-ZA
am  Amharic  am-ET
ar  Arabic  ar-SA
as  Assamese  as-IN
az  Azerbaijani  az-Latn-AZ
ba  Bashkir  ba-RU
be  Belarusian  be-BY
bg  Bulgarian  bg-BG
bn  Bengali  bn-BD
bo  Tibetan  bo-CN
br  Breton  br-FR
bs  Bosnian  bs-Latn-BA
ca  Catalan  ca-ES
cs  Czech  cs-CZ
cy  Welsh  cy-GB
da  Danish  da-DK
de  German  de-DE
el  Greek  el-GR
en  English  en-US
es  Spanish  es-ES
et  Estonian  et-EE
eu  Basque  eu-ES
fa  Persian  fa-IR
fi  Finnish  fi-FI
fo  Faroese  fo-FO
fr  French  fr-FR
gl  Galician  gl-ES
gu  Gujarati  gu-IN
ha  Hausa  ha-Latn-NG
haw  Hawaiian  haw-US
he  Hebrew  he-IL
hi  Hindi  hi-IN
hr  Croatian  hr-HR
ht  Haitian Creole  ht-HT
hu  Hungarian  hu-HU
hy  Armenian  hy-AM
id  Indonesian  id-ID
is  Icelandic  is-IS
it  Italian  it-IT
ja  Japanese  ja-JP
jw  Javanese  jv-Latn-ID
ka  Georgian  ka-GE
kk  Kazakh  kk-KZ
km  Khmer  km-KH
kn  Kannada  kn-IN
ko  Korean  ko-KR
la  Latin  la-VA
lb  Luxembourgish  lb-LU
ln  Lingala  ln-CD
lo  Lao  lo-LA
lt  Lithuanian  lt-LT
lv  Latvian  lv-LV
mg  Malagasy  mg-MG
mi  Māori  mi-NZ
mk  Macedonian  mk-MK
ml  Malayalam  ml-IN
mn  Mongolian  mn-MN
mr  Marathi  mr-IN
ms  Malay  ms-MY
mt  Maltese  mt-MT
my  Burmese  my-MM
ne  Nepali  ne-NP
nl  Dutch  nl-NL
nn  Norwegian Nynorsk  nn-NO
no  Norwegian  nb-NO
oc  Occitan  oc-FR
pa  Punjabi  pa-IN
pl  Polish  pl-PL
ps  Pashto  ps-AF
pt  Portuguese  pt-BR
ro  Romanian  ro-RO
ru  Russian  ru-RU
sa  Sanskrit  sa-IN
sd  Sindhi  sd-Arab-PK
si  Sinhala  si-LK
sk  Slovak  sk-SK
sl  Slovenian  sl-SI
sn  Shona  sn-Latn-ZW
so  Somali  so-SO
sq  Albanian  sq-AL
sr  Serbian  sr-Cyrl-RS
su  Sundanese  su-Latn-ID
sv  Swedish  sv-SE
sw  Swahili  sw-KE
ta  Tamil  ta-IN
te  Telugu  te-IN
tg  Tajik  tg-Cyrl-TJ
th  Thai  th-TH
tk  Turkmen  tk-TM
tl  Tagalog  fil-PH
tr  Turkish  tr-TR
tt  Tatar  tt-RU
uk  Ukrainian  uk-UA
ur  Urdu  ur-PK
uz  Uzbek  uz-Latn-UZ
vi  Vietnamese  vi-VN
yi  Yiddish  yi-001
yo  Yoruba  yo-NG
yue  Cantonese  zh-HK
zh  Chinese  zh-CN
"""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "sd", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Language:
    """One language.

    Attributes:
        code: as the recogniser names it, mostly ISO 639-1 (``"de"``).
        name: its English name (``"German"``).
        tag: BCP 47 tag with a country, for spell checkers (``"de-DE"``).
    """

    code: str
    name: str
    tag: str

    @property
    def right_to_left(self) -> bool:
        """Whether it is written from right to left."""
        return self.code in _RIGHT_TO_LEFT


LANGUAGES = {
    code: Language(code, name, tag)
    for code, name, tag in (row.split("  ") for row in _ROWS.strip().splitlines())
}


def language_of(code: str) -> Language:
    """The language with this code; one that is not in the table is named by its code."""
    return LANGUAGES.get(code.lower(), Language(code, code, code))


def check_language(given: str) -> str:
    """The language that a person gives, by code or English name, as a code or ``"auto"``.

    Raises:
        UsageError: Whisper does not know it; the nearest is named.
    """
    wanted = given.strip().lower()
    code = wanted.replace("_", "-").split("-")[0]
    code = _OTHER_CODES.get(code, code)
    names = {language.name.lower(): language.code for language in LANGUAGES.values()}
    if code == AUTO or code in LANGUAGES or wanted in names:
        return names.get(wanted, code)
    near = get_close_matches(wanted, [*names, *LANGUAGES], n=1)
    hint = f"Did you mean {near[0]}? " if near else ""
    raise UsageError(
        f"The language cannot be “{given}”",
        "the speech model does not know it",
        f"{hint}Give a code such as en, de, es, fr or zh, or auto",
    )
