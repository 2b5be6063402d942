"""Many conversations in a real store, made quickly and the same every time."""

from __future__ import annotations

import random
import time

from app.chat.conversation import Conversation, Message, TextPart, new_id
from app.chat.store import ConversationStore
from app.engine.api import Role

WORDS = (
    *("garden", "invoice", "summer", "recipe", "window", "train", "letter", "holiday", "contract", "thesis"),
    *(
        "红烧肉",
        "做法",
        "面接",
        "練習",
        "مراجعة",
        "العقد",
        "ค้นหา",
        "ร้านอาหาร",
        "café",
        "Straße",
        "naïve",
        "여행",
        "계획",
    ),
)


def seed_store(store: ConversationStore, conversations: int, turns: int = 2) -> list[Conversation]:
    """Fill the store, the newest conversation now and each older one an hour before; return them, newest first."""
    chance, now = random.Random(20261122), time.time()
    made = []
    for number in range(conversations):
        at = now - number * 3600
        title = " ".join(chance.choices(WORDS, k=3))
        row = Conversation(id=new_id(), title=title, created_at=at, updated_at=at)
        store.create(row)
        store.add_messages(_branch(row, turns, chance, at))
        made.append(row)
    return made


def say(store: ConversationStore, row: Conversation, *texts: str) -> list[Message]:
    """Store a whole conversation: the person's text, the answer, and so on."""
    store.create(row)
    messages = _chain(row, list(texts), row.updated_at)
    store.add_messages(messages)
    return messages


def _branch(row: Conversation, turns: int, chance: random.Random, at: float) -> list[Message]:
    texts = [" ".join(chance.choices(WORDS, k=8 if number % 2 == 0 else 40)) for number in range(2 * turns)]
    return _chain(row, texts, at)


def _chain(row: Conversation, texts: list[str], at: float) -> list[Message]:
    messages: list[Message] = []
    for number, text in enumerate(texts):
        messages.append(
            Message(
                id=new_id(),
                conversation_id=row.id,
                parent_id=messages[-1].id if messages else None,
                role=Role.USER if number % 2 == 0 else Role.ASSISTANT,
                parts=[TextPart(text)],
                created_at=at + number,
            )
        )
    return messages
