"""The fonts that texts are drawn with: one that is always there, and one of an extra."""

import re
from base64 import b64encode
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase, digits

LATIN = "Roboto Medium"
EXTRA = "cjk"
_ROBOTO = Path(__file__).parent / "fonts" / "Roboto-Medium.ttf"
# The package of the extra, and what lies in it: Noto Sans CJK, SIL Open Font License 1.1.
_PACKAGE, _FILE = "noto_cjk_sans_otc", "NotoSansCJK-Regular.ttc"
# Its letters are so much larger than the script says, so that both fonts' stand side by side.
CJK_SCALE = 1.2
_KANA = "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff"
_CJK = re.compile(
    rf"[{_HANGUL}\u2190-\u21ff\u2460-\u27bf\u2e80-\ua4cf\ua960-\ua97f\uf900-\ufaff"
    r"\ufe30-\ufe4f\uff00-\uffef\U0001f100-\U0001f2ff\U00020000-\U0003ffff]+"
)
_FAMILIES = {"jpn": "Noto Sans CJK JP", "kor": "Noto Sans CJK KR"}
_CHINESE = "Noto Sans CJK SC"
# Six bits are a letter, as in Base64, and others: those from “!” on.
_BASE64 = f"{ascii_uppercase}{ascii_lowercase}{digits}+/".encode()
_SIX_BITS = bytes.maketrans(_BASE64, bytes(range(33, 97)))
_LINE = 80
_INSTALL = f'install a font for them with: pip install "transcribe-video-to-text[{EXTRA}]"'
_NO_FONT = "install a font that has them on this computer"


def cjk_folder() -> Path | None:
    """Where the font for Chinese, Japanese and Korean lies; None if it is not installed."""
    spec = find_spec(_PACKAGE)
    folders = spec.submodule_search_locations if spec else None
    paths = (Path(folder).absolute() for folder in folders or ())
    return next((path for path in paths if (path / _FILE).is_file()), None)


def has_cjk(text: str) -> bool:
    """Whether any of it is drawn with the font of the extra."""
    return _CJK.search(text) is not None


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is for the font of the extra."""
    at = 0
    for found in _CJK.finditer(text):
        if at < found.start():
            yield text[at : found.start()], False
        yield found.group(), True
        at = found.end()
    if at < len(text):
        yield text[at:], False


def cjk_family(text: str, language: str) -> str:
    """Whose shapes of the letters that several countries share a text is given.

    Args:
        text: kana make it Japanese, and hangul Korean.
        language: that of a text that does not show its own, three letters.
    """
    if re.search(f"[{_KANA}]", text):
        return _FAMILIES["jpn"]
    if re.search(f"[{_HANGUL}]", text):
        return _FAMILIES["kor"]
    return _FAMILIES.get(language, _CHINESE)


def attached() -> str:
    """Our own font as a part of a script of Advanced SubStation Alpha."""
    coded = b64encode(_ROBOTO.read_bytes()).rstrip(b"=").translate(_SIX_BITS).decode("ascii")
    lines = (coded[at : at + _LINE] for at in range(0, len(coded), _LINE))
    return "\n".join(["[Fonts]", f"fontname: {_ROBOTO.name}", *lines])


def missing_note(letters: str) -> str:
    """What to tell and to advise about letters that nothing here has a shape for."""
    is_installable = has_cjk(letters) and cjk_folder() is None
    remedy = _INSTALL if is_installable else _NO_FONT
    return (
        f"No font on this machine has a shape for these letters, which are empty boxes in the "
        f"picture: {letters}. To see them, {remedy}, and make the video again."
    )
