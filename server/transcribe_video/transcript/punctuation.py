"""What the marks at the end of words say: a sentence or a clause ends here, a line may not."""

# ruff: noqa: RUF001 - many scripts have marks that look like a Latin one

import re

SENTENCE_ENDS = frozenset(".!?。！？．｡؟۔।॥։።။៕")
CLAUSE_ENDS = frozenset(",;:…—–，、；：､،؛፣")
OPENERS = frozenset("([{<¿¡“‘„‚«‹（［｛「『【《〈")
CLOSERS = frozenset(")]}>\"'”’»›）］｝」』】》〉")
# Small kana and marks that lengthen or repeat belong to the character before them.
_CLINGING = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々ゝゞヽヾ・‥ๆฯ-%％°")
NEVER_FIRST = SENTENCE_ENDS | CLAUSE_ENDS | CLOSERS | _CLINGING

# A full stop after these does not end a sentence.
_ABBREVIATIONS = frozenset(
    {"mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "sr.", "jr.", "rev.", "gen.", "sen.", "gov."}
    | {"vs.", "dept.", "approx.", "hr.", "fr.", "nr.", "bzw.", "ca.", "evtl.", "ggf.", "inkl."}
    | {"vgl.", "mme.", "mlle.", "sra.", "dra.", "av.", "pág."}
)
# Initials (J.), letters with stops (U.S., p.m.) and ordinals as German writes them (3.).
_STOP_INSIDE = re.compile(r"(?:\w\.)+|\d{1,2}\.")


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with this text."""
    bare = _without_closers(text)
    if not bare or bare[-1] not in SENTENCE_ENDS or bare.endswith(".."):
        return False
    return bare[-1] != "." or not _is_abbreviation(bare.split()[-1])


def ends_clause(text: str) -> bool:
    """Whether a part of a sentence ends with this text: a comma, a colon, a dash, dots."""
    bare = _without_closers(text)
    return bool(bare) and (bare[-1] in CLAUSE_ENDS or bare.endswith(".."))


def _without_closers(text: str) -> str:
    return text.rstrip("".join(CLOSERS) + " ")


def _is_abbreviation(word: str) -> bool:
    bare = word.lstrip("".join(OPENERS)).lower()
    return bare in _ABBREVIATIONS or _STOP_INSIDE.fullmatch(bare) is not None
