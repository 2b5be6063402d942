"""A chat session without an engine: it holds messages and writes a scripted answer, through the same signals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from app.chat.conversation import (
    AnyPart,
    ContextCut,
    Conversation,
    Message,
    MessageStatus,
    TextPart,
    ThinkingPart,
    new_id,
)
from app.engine.api import Role, StopReason, TextKind, ThinkingOutcome, Usage
from app.session.chat.live_answer import AnswerPhase, LiveAnswer

TICK_MS = 33


@dataclass(frozen=True)
class Script:
    """What the scripted model thinks and says, and how fast (characters per tick of 33 ms)."""

    thoughts: str = ""
    answer: str = "The answer."
    characters_per_tick: int = 27
    budget: int | None = 4096
    outcome: ThinkingOutcome = ThinkingOutcome.BY_ITSELF


class FakeChatSession(QObject):
    """The part of ``ChatSession`` that the window sees, working."""

    conversation_changed = Signal()
    message_added = Signal(str)
    message_changed = Signal(str)
    text_appended = Signal(str, object, str)
    thinking_ended = Signal(str)
    live_changed = Signal()
    versions_changed = Signal(str)
    context_changed = Signal()

    def __init__(self, script: Script | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.script = script or Script()
        self.conversation: Conversation | None = None
        self.messages: list[Message] = []
        self.calls: list[str] = []
        self._live: LiveAnswer | None = None
        self.elsewhere = False  # an answer is being written in another conversation
        self._branches: dict[str, list[Message]] = {}  # what follows a version, itself included
        self._siblings: list[list[str]] = []
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.step)

    @property
    def live(self) -> LiveAnswer | None:
        """The answer being written."""
        return self._live

    @property
    def busy(self) -> bool:
        """Whether an answer is being written."""
        return self._live is not None or self.elsewhere

    def message(self, message_id: str) -> Message | None:
        """Return a message with the text so far."""
        found = next((message for message in self.messages if message.id == message_id), None)
        if found is not None and self._live is not None and self._live.message_id == message_id:
            return msgspec.structs.replace(found, parts=self._live.parts)
        return found

    def show(self, messages: list[Message]) -> None:
        """Open a conversation with these messages."""
        self._timer.stop()
        self._live = None
        self.conversation = Conversation(id=new_id())
        self.messages = messages
        self.conversation_changed.emit()

    def send(self, text: str, *, run: bool = True) -> None:
        """Add a message of the person and begin the scripted answer; ``run`` False leaves the steps to the caller."""
        if self.conversation is None:
            self.conversation = Conversation(id=new_id())
        question = person(text)
        self.messages.append(question)
        self.message_added.emit(question.id)
        self.begin(run=run)

    def begin(self, message_id: str = "", *, run: bool = True) -> None:
        """Begin the scripted answer."""
        answer = msgspec.structs.replace(
            assistant(""), id=message_id or new_id(), status=MessageStatus.GENERATING, parts=[]
        )
        self._live = LiveAnswer(answer.id, "c", "r", self.script.budget)
        self.messages.append(answer)
        self._steps = self._write(self._live)
        self.message_added.emit(answer.id)
        self.live_changed.emit()
        if run:
            self._timer.start()

    def step(self) -> bool:
        """Write the next piece; False when the answer is finished."""
        alive = next(self._steps, self) is not self
        if not alive:
            self._timer.stop()
        return alive

    def finish_writing(self) -> None:
        """Write all that is left."""
        while self.step():
            pass

    def run(self) -> None:
        """Write on, a piece every tick."""
        self._timer.start()

    def write_on(self, thinking: bool, text: str, size: int) -> None:
        """Replace what is left of the script: go on with this text, in pieces of this size."""
        if self._live is not None:
            self._steps = self._go_on(self._live, TextKind.THINKING if thinking else TextKind.ANSWER, text, size)

    def _go_on(self, live: LiveAnswer, kind: TextKind, text: str, size: int) -> Iterator[None]:
        pieces = live.thinking_pieces if kind is TextKind.THINKING else live.answer_pieces
        for piece in _pieces(text, size):
            pieces.append(piece)
            self.text_appended.emit(live.message_id, kind, piece)
            self.live_changed.emit()
            yield
        self._end(MessageStatus.COMPLETE, StopReason.END)

    def stop(self) -> None:
        """Stop the answer where it is."""
        self._timer.stop()
        self._steps = iter(())
        self._end(MessageStatus.STOPPED, StopReason.CANCELLED)

    def end_with(self, reason: StopReason) -> None:
        """Let the last answer have ended for another reason."""
        self.messages[-1] = msgspec.structs.replace(self.messages[-1], stop_reason=reason)
        self.message_changed.emit(self.messages[-1].id)

    def fail(self, error: str) -> None:
        """Let the answer fail where it is."""
        self._timer.stop()
        self._steps = iter(())
        self._end(MessageStatus.FAILED, None, error)

    def answer_now(self) -> None:
        """End the thinking."""
        self.calls.append("answer_now")

    def regenerate(self, message_id: str) -> None:
        """Write the scripted answer again."""
        self.calls.append(f"regenerate {message_id}")
        self._again(message_id)

    def think_longer(self, message_id: str) -> None:
        """Write the scripted answer again."""
        self.calls.append(f"think_longer {message_id}")
        self._again(message_id)

    def answer_without_thinking(self, message_id: str) -> None:
        """Write the scripted answer again, without its thoughts."""
        self.calls.append(f"answer_without_thinking {message_id}")
        self.script = replace(self.script, thoughts="")
        self._again(message_id)

    def continue_answer(self, message_id: str) -> None:
        """Only noted."""
        self.calls.append(f"continue_answer {message_id}")

    def fork(self, message_id: str) -> None:
        """Show the messages up to this one as a new conversation."""
        self.calls.append(f"fork {message_id}")
        self.show([msgspec.structs.replace(m, id=new_id()) for m in self.messages[: self._index(message_id) + 1]])

    def delete_message(self, message_id: str) -> None:
        """Take it and what follows away."""
        self.calls.append(f"delete {message_id}")
        self.messages = self.messages[: self._index(message_id)]
        self.conversation_changed.emit()

    def edit(self, message_id: str, text: str) -> None:
        """Make a sibling; a person's is answered by the script."""
        self.calls.append(f"edit {message_id}")
        index = self._index(message_id)
        old = self.messages[index]
        new = msgspec.structs.replace(old, id=new_id(), parts=[TextPart(text)])
        self._leave(old.id, new.id)
        self.messages = [*self.messages[:index], new]
        self.conversation_changed.emit()
        if new.role is Role.USER:
            self.begin()

    def set_cuts(self, cuts: list[ContextCut]) -> None:
        """Say from where on the model sees the conversation."""
        assert self.conversation is not None
        self.conversation = msgspec.structs.replace(self.conversation, cuts=cuts)
        self.context_changed.emit()

    def versions(self, message_id: str) -> list[str]:
        """Return a message's siblings and itself."""
        return next((list(group) for group in self._siblings if message_id in group), [message_id])

    def show_version(self, version_id: str) -> None:
        """Show a sibling and what followed it when it was last shown."""
        shown = next(m.id for m in self.messages if m.id in self.versions(version_id))
        index = self._index(shown)
        self._branches[shown] = self.messages[index:]
        self.messages = [*self.messages[:index], *self._branches[version_id]]
        self.conversation_changed.emit()

    @property
    def can_think(self) -> bool:
        """Whether the model thinks."""
        return True

    def retry_in(self, conversation_id: str) -> None:
        """Write down what was asked."""
        self.calls.append("retry" if conversation_id else "retry somewhere")

    def retry(self) -> None:
        """Write the last answer again."""
        self.calls.append("retry")
        self._again(self.messages[-1].id)

    def _index(self, message_id: str) -> int:
        return next(i for i, message in enumerate(self.messages) if message.id == message_id)

    def _leave(self, old: str, new: str) -> None:
        self._branches[old] = self.messages[self._index(old) :]
        group = next((group for group in self._siblings if old in group), None)
        if group is None:
            self._siblings.append([old, new])
        else:
            group.append(new)

    def _again(self, message_id: str) -> None:
        index = self._index(message_id)
        fresh = new_id()
        self._leave(message_id, fresh)
        self.messages = self.messages[:index]
        self.conversation_changed.emit()
        self.begin(fresh)

    def _write(self, live: LiveAnswer) -> Iterator[None]:
        live.phase = AnswerPhase.READING
        live.prompt_total = 24
        self.live_changed.emit()
        yield
        for piece in _pieces(self.script.thoughts, self.script.characters_per_tick):
            live.phase = AnswerPhase.THINKING
            live.thinking_pieces.append(piece)
            live.thinking_tokens += max(1, len(piece) // 4)
            live.thinking_seconds += TICK_MS / 1000
            self.text_appended.emit(live.message_id, TextKind.THINKING, piece)
            self.live_changed.emit()
            yield
        live.phase = AnswerPhase.ANSWERING
        if self.script.thoughts:
            live.thinking_outcome = self.script.outcome
            self.thinking_ended.emit(live.message_id)
        self.live_changed.emit()
        for piece in _pieces(self.script.answer, self.script.characters_per_tick):
            live.answer_pieces.append(piece)
            live.answer_tokens += max(1, len(piece) // 4)
            self.text_appended.emit(live.message_id, TextKind.ANSWER, piece)
            self.live_changed.emit()
            yield
        self._end(MessageStatus.COMPLETE, StopReason.END)

    def _end(self, status: MessageStatus, reason: StopReason | None, error: str = "") -> None:
        live, self._live = self._live, None
        if live is None:
            return
        old = next(message for message in self.messages if message.id == live.message_id)
        usage = Usage(
            prompt_tokens=24,
            reused_tokens=12,
            thinking_tokens=live.thinking_tokens,
            answer_tokens=live.answer_tokens,
            seconds_to_first_token=0.2,
            tokens_per_second=38.2,
            total_seconds=3.0,
        )
        fields = {"parts": live.parts, "status": status, "usage": usage, "stop_reason": reason, "error": error}
        new = msgspec.structs.replace(old, **fields)
        self.messages = [new if message.id == new.id else message for message in self.messages]
        self.message_changed.emit(new.id)
        self.live_changed.emit()


def person(text: str) -> Message:
    """Return a message of the person."""
    return Message(id=new_id(), conversation_id="c", parent_id=None, role=Role.USER, parts=[TextPart(text)])


def assistant(
    text: str,
    thoughts: str = "",
    outcome: ThinkingOutcome = ThinkingOutcome.BY_ITSELF,
    status: MessageStatus = MessageStatus.COMPLETE,
    error: str = "",
) -> Message:
    """Return a finished answer."""
    parts: list[AnyPart] = []
    if thoughts:
        parts.append(ThinkingPart(thoughts, outcome, tokens=1268, seconds=18.2, budget=4096))
    if text:
        parts.append(TextPart(text))
    return Message(
        id=new_id(),
        conversation_id="c",
        parent_id=None,
        role=Role.ASSISTANT,
        parts=parts,
        status=status,
        error=error,
        usage=Usage(
            prompt_tokens=1954,
            reused_tokens=1930,
            thinking_tokens=1268 if thoughts else 0,
            answer_tokens=214,
            seconds_to_first_token=0.2,
            tokens_per_second=38.2,
            total_seconds=42.0,
        ),
        stop_reason=StopReason.END,
    )


def _pieces(text: str, size: int) -> Iterator[str]:
    for start in range(0, len(text), size):
        yield text[start : start + size]
