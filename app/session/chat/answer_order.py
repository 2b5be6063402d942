"""What is to be answered, and how."""

from __future__ import annotations

import msgspec

from app.chat.conversation import UNREADABLE, Conversation, Message, TextPart, ThinkingPart
from app.engine.api import ChatMessage, SamplingParams, ThinkingSupport, Usage

THINK_LONGER_TOKENS = 1024  # added to twice the budget that was too small


class Manner(msgspec.Struct, frozen=True):
    """How one answer differs from what is usual in its conversation."""

    think: bool | None = None  # None: as the conversation says
    thoughts: str = ""  # to go on from
    longer: bool = False  # with more budget than it had
    kept_thoughts: ThinkingPart | None = None  # complete, they stay; with ``text``
    text: str = ""  # of the answer so far, to go on from


USUALLY = Manner()


class AnswerOrder(msgspec.Struct, frozen=True):
    """What is to be answered, and how. ``budget`` in tokens: None has no limit, 0 does not think."""

    conversation: Conversation
    context: list[Message]  # the branch up to the question, root first
    new_rows: list[Message]  # messages of the branch that are not stored yet
    answer: Message
    fresh: bool  # the conversation itself is not stored yet
    thinking: bool  # as the conversation says
    budget: int | None
    end_loops: bool = False
    manner: Manner = USUALLY
    resumed: bool = False  # the answer's row is there already, and is written on

    def for_model(self, support: ThinkingSupport) -> AnswerOrder:
        """Return the order as a model can carry it out. Once: ``budget`` is then what the answer gets."""
        manner, budget = self.manner, self.budget
        think = self.thinking if manner.think is None else manner.think
        always = support is ThinkingSupport.ALWAYS and manner.think is not False
        if support is ThinkingSupport.NEVER or not (think or always):
            without = msgspec.structs.replace(manner, thoughts="")  # it goes on from no thoughts
            return msgspec.structs.replace(self, budget=0, manner=without)
        if manner.longer and budget is not None:
            budget = budget * 2 + THINK_LONGER_TOKENS
        return msgspec.structs.replace(self, budget=budget)

    @property
    def prompt(self) -> list[ChatMessage]:
        """What the model sees before the answer."""
        from app.session.chat.prompt_messages import messages_for  # noqa: PLC0415 - the window's start needs no documents

        return messages_for(self.conversation, self.context)

    @property
    def sampling(self) -> SamplingParams:
        """The conversation's own values for the mode in use."""
        settings = self.conversation.settings
        return settings.plain_sampling if self.budget == 0 else settings.thinking_sampling

    def usage(self, new: Usage | None) -> Usage | None:
        """Return what the whole answer cost, if ``new`` is what has come to it now."""
        old = self.answer.usage
        if not self.resumed or not self.manner.text or old is None:
            return new
        if new is None:
            return old
        return msgspec.structs.replace(
            new,
            thinking_tokens=old.thinking_tokens + new.thinking_tokens,
            answer_tokens=old.answer_tokens + new.answer_tokens,
            thinking_seconds=old.thinking_seconds + new.thinking_seconds,
            total_seconds=old.total_seconds + new.total_seconds,
        )


def going_on(message: Message) -> Manner:
    """Return how an answer is continued: from its thoughts while it has no text, else from its text."""
    if message.text:
        return Manner(think=message.thinking is not None, kept_thoughts=message.thinking, text=message.text)
    return Manner(think=True, thoughts=message.thinking.text) if message.thinking else USUALLY


def can_grow(message: Message) -> bool:
    """Whether a message has nothing but thoughts and text that this version can read, and so can be written on."""
    return all(isinstance(part, (TextPart, ThinkingPart)) and part != UNREADABLE for part in message.parts)
