"""From a branch to what the model's chat template gets: the one place that decides what a model sees."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.chat.conversation import ContextCut, Conversation, ConversationSettings, Message
from app.documents.quoting import with_documents
from app.engine.api import ChatMessage, Role

SUMMARY = "Summary of the conversation before this point:"
"""The model reads this, not the person."""

USUAL = ConversationSettings()


def messages_for(conversation: Conversation | None, branch: Sequence[Message]) -> list[ChatMessage]:
    """Return the prompt of a branch (root first) of a conversation; None is one that is not begun."""
    if conversation is None:
        return prompt_messages(branch)
    return prompt_messages(branch, conversation.settings, conversation.cuts)


def prompt_messages(
    branch: Sequence[Message], settings: ConversationSettings = USUAL, cuts: Sequence[ContextCut] = ()
) -> list[ChatMessage]:
    """Return the prompt of a branch, root first.

    The system prompt (with the summary of what was cut off) comes first, then the turns from the cut on. A turn
    without a word, such as an answer that never came, leaves nothing behind; turns of one side that follow each other
    become one, since many templates refuse them.
    """
    kept, summary = after_cut(branch, cuts)
    system = "\n\n".join(filter(None, [settings.system_prompt.strip(), summary and f"{SUMMARY}\n{summary}"]))
    prompt = [ChatMessage(Role.SYSTEM, system)] if system else []
    for turn in map(_turn, kept):
        if not turn.content.strip():
            continue
        if prompt and prompt[-1].role is turn.role:
            joined = f"{prompt[-1].content}\n\n{turn.content}"
            prompt[-1] = msgspec.structs.replace(turn, content=joined)
        else:
            prompt.append(turn)
    return prompt


def after_cut(branch: Sequence[Message], cuts: Sequence[ContextCut]) -> tuple[Sequence[Message], str]:
    """Return the part of a branch that the model sees, and the summary of the rest ("": none).

    The latest cut on this branch counts. What is kept begins with the person's words: templates refuse an answer to
    nothing.
    """
    by_id = {cut.first_kept: cut for cut in cuts}
    for index in range(len(branch) - 1, -1, -1):
        cut = by_id.get(branch[index].id)
        if cut is not None:
            start = next((i for i in range(index, len(branch)) if branch[i].role is Role.USER), len(branch))
            return branch[start:], cut.summary.strip()
    return branch, ""


def _turn(message: Message) -> ChatMessage:
    if message.role is Role.USER:
        return ChatMessage(message.role, with_documents(message.attachments, message.text))
    thoughts = message.thinking
    return ChatMessage(message.role, message.text, thoughts.text if thoughts else "")
