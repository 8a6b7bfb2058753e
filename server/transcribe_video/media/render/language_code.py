"""The three letters by which an MP4 file names the language of a track."""

# ISO 639-1 and, where the recogniser speaks that language, ISO 639-2 (terminological).
_ROWS = """
af afr  am amh  ar ara  as asm  az aze  ba bak  be bel  bg bul  bn ben  bo bod  br bre  bs bos
ca cat  cs ces  cy cym  da dan  de deu  el ell  en eng  es spa  et est  eu eus  fa fas  fi fin
fo fao  fr fra  gl glg  gu guj  ha hau  he heb  hi hin  hr hrv  ht hat  hu hun  hy hye  id ind
is isl  it ita  ja jpn  jv jav  jw jav  ka kat  kk kaz  km khm  kn kan  ko kor  la lat  lb ltz
ln lin  lo lao  lt lit  lv lav  mg mlg  mi mri  mk mkd  ml mal  mn mon  mr mar  ms msa  mt mlt
my mya  ne nep  nl nld  nn nno  no nor  oc oci  pa pan  pl pol  ps pus  pt por  ro ron  ru rus
sa san  sd snd  si sin  sk slk  sl slv  sn sna  so som  sq sqi  sr srp  su sun  sv swe  sw swa
ta tam  te tel  tg tgk  th tha  tk tuk  tl tgl  tr tur  tt tat  uk ukr  ur urd  uz uzb  vi vie
yi yid  yo yor  zh zho
"""
_PAIRS = _ROWS.split()
_CODES = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_LETTERS = 3
UNKNOWN = "und"


def language_code(language: str | None) -> str:
    """The code for a language as the recogniser or a recording names it; ``und`` if unknown."""
    name = (language or "").lower().replace("_", "-").partition("-")[0]
    if name in _CODES:
        return _CODES[name]
    return name if len(name) == _LETTERS and name.isascii() and name.isalpha() else UNKNOWN
