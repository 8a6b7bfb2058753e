"""From a message to a plan."""

from collections.abc import Collection
from dataclasses import dataclass

from transcribe_video.backend.agent import plan as intents
from transcribe_video.backend.agent.choice import Choice, choice_of, named
from transcribe_video.backend.agent.ordering import order_of, output_of
from transcribe_video.backend.agent.plan import Plan
from transcribe_video.backend.agent.tongue import Tongue, tongue_of
from transcribe_video.conversation.destination import video_name_in
from transcribe_video.conversation.editing.small_talk import Tell, asked_in, courtesy_in
from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.mentions import mentions_in
from transcribe_video.conversation.signs import COLORED
from transcribe_video.conversation.wish import Wish, wish_of
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.render import Output
from transcribe_video.wire.session import SessionView


def understand(message: str, view: SessionView, order: TranscribeOrder | None) -> Plan:
    """What a message asks for, as a plan.

    Args:
        message: as a person or an assistant wrote it, in English or Chinese; may be empty.
        view: the session in which it was said.
        order: what the caller set apart from the words; where it differs from the defaults, it
            wins over them. Not None means that something is to be transcribed.

    Raises:
        UsageError: ``order`` names a format that is not known.
    """
    names = [file.filename for file in view.media]
    paths = [file.path for file in view.media]
    wish = wish_of(message, names, paths)
    usual = tongue_of(message[:_LONGEST_BARE], view.language).code  # “前10秒” says nothing else
    tongue = tongue_of(mentions_in(message, names, paths).text, usual)
    if order is None and (courtesy := courtesy_in(message)):
        return Plan(intents.CHAT, None, tongue.courtesies[courtesy], None)
    if order is None and asked_in(message) == Tell("help"):
        no_file = "" if view.media else tongue.no_file
        return Plan(intents.CHAT, None, tongue.sentences(tongue.abilities, no_file), None)
    is_look = COLORED.search(message.casefold()) is not None and not wish.transcribes
    return _Reader(wish, view, order, tongue, video_name_in(message), is_look=is_look).plan()


_LONGEST_BARE = 100  # characters of a message that only mentions something
_OF_EDITS = (Kind.EDIT, Kind.PART)
"""What is an edit that was not understood, where nothing is transcribed."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known when a plan is made."""

    wish: Wish
    view: SessionView
    order: TranscribeOrder | None
    tongue: Tongue
    video_name: str | None = None
    is_look: bool = False  # it tells how something shall look, and asks for no work

    def plan(self) -> Plan:
        """The plan for the message."""
        intent = self._intent()
        if intent == intents.CANCEL:
            is_busy = any(not job.has_ended for job in self.view.jobs)
            return self._said(intent, self.tongue.stop if is_busy else self.tongue.nothing_to_stop)
        if intent == intents.CHAT:
            return self._said(intent, self._unable(self.tongue.nothing))
        if not self.view.media:
            return self._said(intent, self.tongue.no_file)
        if intent == intents.EXPORT and self._is_missed(Kind.EDIT):
            return self._said(intent, self._unable(self.tongue.no_cut_yet))
        return self._work(intent, choice_of(self.wish, self.view.media, self.tongue))

    def _intent(self) -> str:
        if self.order is None and self.wish.is_stop:
            return intents.CANCEL
        if self.is_look and self.order is None:
            return intents.CHAT
        if self.wish.is_quick_edit:
            return intents.QUICK_EDIT
        if self.order is not None or self.wish.wants_transcript:
            return intents.TRANSCRIBE
        return intents.EXPORT if self.wish.video else intents.CHAT

    def _work(self, intent: str, choice: Choice) -> Plan:
        """The plan for work on the chosen files."""
        is_export = intent == intents.EXPORT
        wants_order = not is_export or self._needs_captions(choice)
        order = order_of(self.wish, choice, self.order, is_for_captions=is_export)
        trouble = self._trouble(choice, order if wants_order else None)
        if trouble:
            return self._said(intent, trouble)
        render = output_of(self.wish, choice, self.video_name) if self.wish.video else None
        ordered = order if wants_order else None
        return Plan(intent, ordered, self._reply(choice, ordered, render), render)

    def _trouble(self, choice: Choice, order: TranscribeOrder | None) -> str:
        """What must be asked or said instead of beginning; empty if there is nothing."""
        is_chosen_by_caller = self.order is not None and bool(self.order.media_ids)
        if choice.question and not is_chosen_by_caller:
            return choice.question
        if self.wish.video and len(choice.media_ids) > 1:
            return self.tongue.one_video
        if order and not choice.files and not is_chosen_by_caller:
            return self.tongue.no_sound
        return self.tongue.no_format if order and not order.formats else ""

    def _needs_captions(self, choice: Choice) -> bool:
        """Whether captions are wanted that no transcript is there for."""
        there = {transcript.media_id for transcript in self.view.transcripts}
        is_missing = any(file.media_id not in there for file in choice.files)
        return self.wish.captions == "soft" and is_missing

    def _reply(self, choice: Choice, order: TranscribeOrder | None, render: Output | None) -> str:
        tongue = self.tongue
        said = [self._transcribing(choice, order)] if order else []
        if render:
            sentence = tongue.rendering_after if order else tongue.rendering
            size, captions = tongue.sizes[render.resolution], tongue.captions[render.captions]
            said.append(sentence.format(size=size, captions=captions))
        return tongue.sentences(*said, *self._misses())

    def _transcribing(self, choice: Choice, order: TranscribeOrder) -> str:
        tongue = self.tongue
        by_id = [file for file in self.view.media if file.media_id in order.media_ids]
        spoken = tongue.in_language.format(language=tongue.language(order.language))
        details = "" if order.language == "auto" else spoken
        return tongue.transcribing.format(
            files=named(by_id or choice.files, tongue),
            formats=tongue.listed([tongue.format_title(name) for name in order.formats]),
            details=details + tongue.qualities.get(order.quality, ""),
        )

    def _unable(self, why: str) -> str:
        """Why nothing was begun, and what can be said instead."""
        tongue, view = self.tongue, self.view
        told = self._misses(but=_OF_EDITS)
        asks = self.wish.is_question and any(not job.has_ended for job in view.jobs)
        is_edit = any(map(self._is_missed, _OF_EDITS)) or not told
        is_changed = view.turn is not None and bool(view.turn.changes)
        return tongue.sentences(
            "" if told and why == tongue.nothing else why,
            tongue.see_state if asks else "",
            *told,
            tongue.examples if is_edit else "",
            tongue.take_back if is_edit and is_changed else "",
            tongue.ask_abilities,
            "" if view.media else tongue.no_file,
        )

    def _misses(self, but: Collection[Kind] = ()) -> list[str]:
        known = self.tongue.misses
        misses = [
            (kind, value) for kind, value in self.wish.misses if kind in known and kind not in but
        ]
        return list(dict.fromkeys(known[kind].format(value=value) for kind, value in misses))

    def _is_missed(self, kind: Kind) -> bool:
        return any(missed is kind for missed, _ in self.wish.misses)

    def _said(self, intent: str, reply: str) -> Plan:
        return Plan(intent, None, reply, None)
