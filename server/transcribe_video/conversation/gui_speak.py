"""Replies that tell people to click, in words for somebody who has no screen to click on.

A translation only offers what could be called instead; nothing is called because a reply names a
button.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from unicodedata import category

from transcribe_video.conversation.gui_speak_clauses import BULLET, parted, sentences_of
from transcribe_video.conversation.gui_speak_phrases import (
    ASIDE,
    BEFORE_STEP,
    CHAT,
    CLICK,
    COSTS,
    CREDITS,
    DRAG,
    DRAGGED_ZH,
    EXPORT,
    LABELS,
    LEAD,
    LEAD_ZH,
    PLACE,
    PLACE_FIRST,
    PURPOSE,
    SLIDER,
    SLIDER_ZH,
    SPENDS,
    SPOT_ZH,
    STEPS,
    TOLD,
    Step,
)

_LONGEST, _LONGEST_MESSAGE, _MOST_ACTIONS = 8000, 200, 6
_LONGEST_CLAUSE = 400  # characters in which a step is looked for
_KEPT = {"\n", "\u200c", "\u200d"}  # the two join letters and emoji
_HAN = re.compile("[一-鿿]")
_MARKUP = re.compile(r"[*_`\[\]<]+")
_QUOTES = re.compile("[\"“”「」『』]|(?<!\\w)'|'(?!\\w)")
_WHICH = re.compile(r"which (?=(?:is|are|was|were|has|have)\b)", re.IGNORECASE)
_SUBJECT = re.compile(r"\b((?:the|your|its) \w+)$", re.IGNORECASE)
_CONNECTIVE = re.compile(r"^(?:and|then|so|but|or)\s+", re.IGNORECASE)
_GAP, _LEADS = re.compile(r"\n{3,}"), 6


@dataclass(frozen=True, slots=True)
class Action:
    """What could be called instead of a step on a screen.

    Attributes:
        tool: its name.
        arguments: its arguments, without the project's id. A message for the chat is made of the
            reply's words: material, to be offered to a person.
        label: what it does, for people.
    """

    tool: str
    arguments: dict[str, str] = field(default_factory=dict)
    label: str = ""


@dataclass(frozen=True, slots=True)
class Translated:
    """A reply without the steps on a screen, and what can be called instead."""

    text: str
    actions: tuple[Action, ...] = ()


def translated(reply: str) -> Translated:
    """A reply in which what tells about the video stays and what is to be clicked goes.

    Args:
        reply: from a backend, thus untrusted: characters that control a display are taken out,
            and at most 8,000 are kept. It never fails.

    Returns:
        The text and at most six actions, each once, in the order of the reply. A reply of nothing
        but steps becomes a sentence that says what can be done. Nothing is offered that costs
        credits by itself, and an export is offered only.
    """
    actions: list[Action] = []
    clean = _clean(reply)
    lines = [_line(line, actions) for line in clean.split("\n")]
    text = _GAP.sub("\n\n", "\n".join(line for line in lines if line is not None)).strip()
    if SPENDS.search(clean):
        actions = [action for action in actions if action.tool != CHAT]
    offered = tuple(_once(actions))[:_MOST_ACTIONS]
    return Translated(text or _offer(offered) or _unsaid(clean), offered)


def _clean(reply: str) -> str:
    text = reply[: _LONGEST + 1].replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = "".join(c for c in text if c in _KEPT or not category(c).startswith("C"))
    return kept if len(text) <= _LONGEST else f"{kept[: _LONGEST - 1]}…"


def _line(line: str, actions: list[Action]) -> str | None:
    """A line without its steps; None if it was nothing else."""
    bullet = BULLET.match(line)
    start = bullet.end() if bullet else 0
    kept = "".join(_sentence(sentence, actions) for sentence in sentences_of(line[start:])).rstrip()
    if not line.strip():
        return ""
    return f"{line[:start]}{kept}" if kept else None


def _sentence(sentence: str, actions: list[Action]) -> str:
    """A sentence without its steps; as it is if it has none."""
    sentence = ASIDE.sub(lambda aside: _aside(aside, actions), sentence)
    clauses, mark = parted(sentence)
    steps = [_step_in(clause) for _, clause in clauses]
    if not any(steps):
        return PLACE.sub(lambda place: _placed(place, actions), sentence)
    kept: list[tuple[str, str]] = []
    for place, ((before, clause), step) in enumerate(zip(clauses, steps, strict=True)):
        if step is not None:
            actions.extend(_actions(step, clause))
        elif _says_more(clauses, steps, place):
            kept.append((before, _attached(clause, clauses[place - 1][1] if place else "")))
    if not kept:
        return ""
    text = _CONNECTIVE.sub("", kept[0][1].strip(), count=1)
    text += "".join(f"{before}{clause}" for before, clause in kept[1:])
    text = PLACE.sub(lambda place: _placed(place, actions), text)
    return f"{text[:1].upper()}{text[1:].rstrip()}{mark}"


def _says_more(clauses: Sequence[tuple[str, str]], steps: Sequence[Step | None], at: int) -> bool:
    """Whether a clause that is no step says something without the steps beside it."""
    before, clause = clauses[at]
    if at + 1 < len(steps) and steps[at + 1] and BEFORE_STEP.match(_core(clause)):
        return False
    is_explained = at > 0 and steps[at - 1] is not None and before.strip() in {":", "："}
    return not is_explained or TOLD.search(clause) is not None


def _aside(aside: re.Match[str], actions: list[Action]) -> str:
    """What stands in brackets; nothing if it is a step."""
    step = _step_in(aside[1])
    if step is None:
        return aside[0]
    actions.extend(_actions(step, aside[1]))
    return ""


def _placed(place: re.Match[str], actions: list[Action]) -> str:
    """Nothing, for where on a screen something is; that of the export stands for the export."""
    if re.search(r"export|download", place["name"], re.IGNORECASE):
        actions.append(Action(EXPORT, {}, LABELS[EXPORT][0]))
    return ""


def _attached(clause: str, before: str) -> str:
    """A clause that says “which is …” of something before it, with that in it."""
    which, subject = _WHICH.match(clause), _SUBJECT.search(before)
    return f"{subject[1]} {clause[which.end() :]}" if which and subject else clause


def _step_in(clause: str) -> Step | None:
    """The step that a clause tells to do; None if it tells something else."""
    core = _core(clause)
    is_chinese = _HAN.search(core) is not None
    for step in STEPS:
        pattern = step.chinese if is_chinese else step.english
        if pattern.match(core):
            return step
    return CLICK if not is_chinese and PLACE_FIRST.match(core) else None


def _core(clause: str) -> str:
    """A clause in small letters from its first word that is more than courtesy."""
    core = _QUOTES.sub("", _MARKUP.sub("", clause[:_LONGEST_CLAUSE].lower())).strip(" ()")
    for _ in range(_LEADS):
        lead = LEAD.match(core) or LEAD_ZH.match(core)
        if lead is None:
            break
        core = core[lead.end() :]
    return core


def _actions(step: Step, clause: str) -> Iterator[Action]:
    language = 1 if _HAN.search(clause) else 0
    if _may_cost(step, clause.lower()):
        return
    if step.message[language]:
        yield _said(step.message[language])
    elif step.tool:
        yield Action(step.tool, {}, LABELS[step.tool][language])
    elif step is DRAG:
        yield _said(_dragged(clause))
    elif step is CLICK and (purpose := PURPOSE.search(_plain(clause))):
        yield _said(purpose[1])


def _may_cost(step: Step, clause: str) -> bool:
    """Whether a step may spend something; to look at the account never does."""
    if step.tool == CREDITS:
        return False
    return bool(SPENDS.search(clause) or (step is CLICK and COSTS.search(clause)))


def _said(message: str) -> Action:
    """An edit in words, for the chat."""
    line = " ".join(message.split())[:_LONGEST_MESSAGE]
    line = f"{line[:1].upper()}{line[1:]}"
    return Action(CHAT, {"message": line}, line)


def _dragged(clause: str) -> str:
    """What is dragged on a screen, as an order."""
    text = _plain(clause)
    if _HAN.search(text):
        text = SLIDER_ZH.sub(r"把\1调到\2", LEAD_ZH.sub("", text, count=1))
        text = DRAGGED_ZH.sub(r"把\1移\2", SPOT_ZH.sub("", text))
        return re.sub("拖[拽动放曳]?", "移", text)
    if slider := SLIDER.search(text):
        verb = "Set" if slider[2].startswith("to") else "Turn"
        return f"{verb} the {slider[1]} {slider[2]}"
    start = re.search(r"\b(?:drag(?:ging)?(?: and drop)?|drop)\b", text, re.IGNORECASE)
    return f"Move{text[start.end() :]}" if start else text


def _plain(clause: str) -> str:
    return _MARKUP.sub("", clause[:_LONGEST_CLAUSE]).strip()


def _once(actions: Sequence[Action]) -> Iterator[Action]:
    seen: set[tuple[str, str]] = set()
    for action in actions:
        key = (action.tool, action.arguments.get("message", ""))
        if key not in seen:
            seen.add(key)
            yield action


def _offer(actions: Sequence[Action]) -> str:
    """What can be done, where the reply said nothing else."""
    labels = [action.label for action in actions]
    if not labels:
        return ""
    if _HAN.search("".join(labels)):
        return f"这里可以直接：{'；'.join(labels)}。"
    return f"This can be done here: {'; '.join(labels)}."


def _unsaid(reply: str) -> str:
    """What is left of a reply of nothing but steps that are not offered."""
    if not COSTS.search(reply.lower()):
        return ""
    if _HAN.search(reply):
        return "编辑器在等确认；这里没有开始任何要花积分的事。"
    return "The editor waits for a yes; nothing that costs credits was started."
