"""Content for the conversations' store in tests."""

from __future__ import annotations

from pathlib import Path

from app.chat.conversation import AnyPart, Conversation, Message, MessageStatus, TextPart, new_id
from app.chat.keys.data_key import DataKey
from app.engine.api import Role

ROOT = Path(__file__).resolve().parents[2]
KEY = DataKey(bytes(range(32)))
OTHER_KEY = DataKey(bytes(32))


def conversation(title: str = "", updated_at: float = 1.0) -> Conversation:
    return Conversation(id=new_id(), title=title, updated_at=updated_at)


def question(chat: Conversation, text: str = "Why?", parent: Message | None = None) -> Message:
    return message(chat, [TextPart(text)], parent)


def answer(chat: Conversation, parent: Message, status: MessageStatus = MessageStatus.COMPLETE) -> Message:
    return message(chat, [TextPart("Because.")], parent, Role.ASSISTANT, status)


def message(
    chat: Conversation,
    parts: list[AnyPart],
    parent: Message | None = None,
    role: Role = Role.USER,
    status: MessageStatus = MessageStatus.COMPLETE,
) -> Message:
    return Message(
        id=new_id(),
        conversation_id=chat.id,
        parent_id=parent.id if parent else None,
        role=role,
        parts=parts,
        status=status,
    )
