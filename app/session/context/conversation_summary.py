"""A summary of the beginning of a conversation, written by the model itself without thinking.

Asked as one more question where that fits: the engine has the turns in memory. Else part by part, as a document is.
"""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

import msgspec
from PySide6.QtCore import QObject, Signal

from app.documents.paragraphs import paragraphs
from app.documents.passes import TOKENS_PER_WORD, room, tokens
from app.documents.quoting import BEGIN, END, without_markers
from app.engine.api import ChatMessage, Role
from app.session.chat.prompt_messages import SUMMARY
from app.session.context.summary_passes import PassEnd, SummaryPasses, Task
from app.session.workers.engine_lane import EngineLane

KEEP = "Keep names, numbers, dates, decisions, open questions and what {who} asked you to keep to."
LENGTH = "Write in the language of the conversation, only the summary, at most {words} words."
REQUEST = (
    "Summarise our conversation up to this point, for yourself: you will go on with it from your summary alone. "
    f"{KEEP.format(who='I')} {LENGTH}"
)
PART = f"Summarise this part of a conversation that you had with a user. {KEEP.format(who='the user')} {LENGTH}"
WHOLE = (
    "These are summaries of the parts of one conversation that you had with a user, in order. "
    f"Write one summary of all of it. {KEEP.format(who='the user')} {LENGTH}"
)
"""The model reads these, not the person. The first comes after the turns themselves."""

NAME = "our conversation"
REQUEST_TOKENS = 128
"""At most, with the template's words around it."""

SPARE = 1.1
SPEAKERS = {Role.USER: "User", Role.ASSISTANT: "You"}


class SummaryState(StrEnum):
    """What is happening with the summary."""

    NONE = "none"
    WRITING = "writing"
    FAILED = "failed"


class Beginning(msgspec.Struct, frozen=True):
    """The part of a conversation that is to be summarised. ``summary``: of what was summarised before it."""

    conversation: str
    messages: list[ChatMessage]  # as they are asked with, the system's first; they end with an answer
    tokens: int
    summary: str = ""


class ConversationSummary(QObject):
    """Writes one summary at a time; answers go first."""

    changed = Signal()
    finished = Signal(str)  # the summary

    def __init__(self, lane: EngineLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passes = SummaryPasses(lane, self)
        self._passes.progressed.connect(self._passed)
        self._passes.written.connect(self._written)
        self._passes.finished.connect(self._ended)
        self.state = SummaryState.NONE
        self.text = ""
        """What the present pass has written so far; at the end, the summary."""
        self.done, self.total = 0, 1
        """Passes over the conversation, one where it is read in one go."""

    def write(self, beginning: Beginning, context: int) -> None:
        """Summarise it with a model whose window holds ``context`` tokens."""
        self._passes.cancel()
        self.text, self.done, self.total = "", 0, 1
        self._set(SummaryState.WRITING)
        self._passes.start(_task(beginning, context))

    def cancel(self) -> None:
        """Stop writing; nothing comes of it."""
        self._passes.cancel()
        if self.state is not SummaryState.NONE:
            self._set(SummaryState.NONE)

    def _passed(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.changed.emit()

    def _written(self, text: str) -> None:
        self.text = text.strip()
        self.changed.emit()

    def _ended(self, how: PassEnd, summary: str) -> None:
        match how:
            case PassEnd.DONE:
                self.text = summary
                self._set(SummaryState.NONE)
                self.finished.emit(summary)
            case PassEnd.FAILED:
                self._set(SummaryState.FAILED)
            case PassEnd.CANCELLED:
                self._set(SummaryState.NONE)
            case _ as never:
                assert_never(never)

    def _set(self, state: SummaryState) -> None:
        self.state = state
        self.changed.emit()


def _task(beginning: Beginning, context: int) -> Task:
    longest = tokens(context, whole=True)
    fits = beginning.tokens + REQUEST_TOKENS + longest <= context
    request = ChatMessage(Role.USER, REQUEST.format(words=longest // TOKENS_PER_WORD))
    letters = sum(len(message.content) for message in beginning.messages)
    per_letter = SPARE * beginning.tokens / max(1, letters)

    def cost(text: str) -> int:
        return int(len(text) * per_letter) + 8

    return Task(
        texts=lambda: _texts(beginning, int(room(context) / per_letter)),
        ask=lambda text, whole: _asked(text, tokens(context, whole=whole) // TOKENS_PER_WORD, whole=whole),
        cost=cost,
        context=context,
        at_once=[*beginning.messages, request] if fits else [],
        conversation=beginning.conversation,
    )


def _texts(beginning: Beginning, most: int) -> list[str]:
    """Return the turns as texts, those of more than ``most`` characters in paragraphs."""
    texts = [f"{SUMMARY}\n{beginning.summary}"] if beginning.summary else []
    for message in beginning.messages:
        if message.role is not Role.SYSTEM:
            texts += _turn(SPEAKERS[message.role], message.content, most)
    return texts


def _turn(speaker: str, content: str, most: int) -> list[str]:
    texts = [content] if len(content) <= most else [paragraph.text for paragraph in paragraphs(content)]
    return [f"{speaker}: {text}" if not place else text for place, text in enumerate(texts)]


def _asked(text: str, words: int, *, whole: bool) -> str:
    task = (WHOLE if whole else PART).format(words=words)
    return f"{BEGIN.format(name=NAME)}\n{without_markers(text)}\n{END}\n\n{task}"
