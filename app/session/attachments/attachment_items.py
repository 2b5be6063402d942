"""One document that waits to be sent: what is known of it, what is to be sent of it, and how it is shown."""

from __future__ import annotations

import math
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from app.chat.conversation import AttachmentPart, Message, new_id
from app.documents.quoting import numbered, quote, sent_numbers, summarised
from app.documents.sizes import estimate_tokens

if TYPE_CHECKING:
    from app.documents.ranking import Index

PREVIEW = 600
RELEVANT_TOKENS = 4000
"""Of the parts that match: more is seldom needed, and a processor reads fifty tokens a second."""
RELEVANT_SHARE = 0.6  # of the room that is left in the model's window
QUOTE_TOKENS = 70  # the words around a document


class ChipState(StrEnum):
    """The life of an attached document."""

    READING = "reading"
    READY = "ready"
    FAILED = "failed"
    WORKING = "working"  # read, and being searched or summarised
    WAITING = "waiting"  # until another document is summarised


class Choice(StrEnum):
    """How much of a document is sent."""

    ALL = "all"
    RELEVANT = "relevant"
    SUMMARY = "summary"


class Readiness(StrEnum):
    """Whether the documents of the next message can be sent."""

    NOTHING = "nothing"  # there are none
    READY = "ready"
    READING = "reading"  # one is not read yet
    TOO_LONG = "too_long"  # one waits for a decision


@dataclass(frozen=True)
class Chip:
    """How a document is shown. ``tokens`` counts what will be sent; ``done`` of ``total`` pages or passes."""

    id: str
    name: str
    state: ChipState
    size: int  # bytes
    tokens: int
    media_type: str
    problem: str
    preview: str
    too_long: bool
    choice: Choice
    pasted: bool
    cut: bool
    counted: bool
    done: int
    total: int
    follows: bool = False


@dataclass
class Item:
    """One document. ``text`` is "" until it is read."""

    name: str
    size: int
    media_type: str = ""
    path: Path | None = None  # None: pasted, or put back from a message
    id: str = field(default_factory=new_id)
    state: ChipState = ChipState.READING
    choice: Choice = Choice.ALL
    text: str = ""
    sent_text: str = ""  # a summary, or what an earlier choice of parts left
    cut: bool = False
    tokens: int = 0  # of all of it
    counted: bool = False  # by the model, and no guess
    problem: str = ""
    too_long: bool = False
    done: int = 0
    total: int = 0
    index: Index | None = None
    follows: bool = False  # it was sent in parts: what later questions need of it goes with them
    letter: str = ""  # of its paragraphs' numbers
    place: int = field(default_factory=partial(next, count()))  # among all: they are shown as they came

    def take_text(self, text: str, media_type: str, *, cut: bool) -> None:
        """It has been read."""
        self.text, self.media_type, self.cut = text, media_type, cut
        self.state, self.done, self.total = ChipState.READY, 0, 0
        self.tokens, self.counted = estimate_tokens(text) + QUOTE_TOKENS, False

    def fail(self, sentence: str) -> None:
        """It cannot be read."""
        self.state, self.problem = ChipState.FAILED, sentence

    def cost(self, text: str) -> int:
        """Return about how many tokens a piece of it has, by what was counted of the whole."""
        return math.ceil(len(text) * 1.1 * self.tokens / max(1, len(self.text))) + 8

    def tokens_sent(self, room: int) -> int:
        """Return how many tokens it will take, ``room`` being free in the model's window."""
        match self.choice:
            case Choice.ALL:
                return self.tokens
            case Choice.RELEVANT:
                return min(self.tokens, relevant_room(room))
            case Choice.SUMMARY:
                return self.cost(self.sent_text) + QUOTE_TOKENS

    @property
    def is_searched(self) -> bool:
        """Whether it goes in parts, and can be searched."""
        return self.choice is Choice.RELEVANT and self.index is not None

    def whole(self) -> AttachmentPart:
        """Return it as it is sent when all of it is."""
        return AttachmentPart(self.name, self.media_type, self.size, self.text, document_id=self.id)

    def follow(self) -> None:
        """It has been sent in parts."""
        self.follows, self.state = True, ChipState.READY

    def following_part(self, question: str, room: int, known: Set[int]) -> AttachmentPart | None:
        """Return what a later question needs of it, without the text, which the conversation has already."""
        room = relevant_room(room) - QUOTE_TOKENS
        found = self.index.choose(question, room, self.cost, known) if self.index is not None else []
        if not found:
            return None
        sent = numbered(found, self.letter)
        tokens = self.cost(sent) + QUOTE_TOKENS
        return AttachmentPart(
            self.name, self.media_type, self.size, "", token_count=tokens, sent_text=sent, document_id=self.id
        )

    def part(self, question: str, room: int) -> AttachmentPart:
        """Return what goes into the message."""
        sent = self.sent_text
        if self.choice is Choice.RELEVANT and self.index is not None:
            sent = numbered(self.index.choose(question, relevant_room(room) - QUOTE_TOKENS, self.cost), self.letter)
        elif self.choice is Choice.SUMMARY:
            sent = summarised(self.sent_text)
        part = AttachmentPart(
            self.name, self.media_type, self.size, self.text, sent_text=sent, document_id=self.id, token_count=0
        )
        tokens = self.tokens if self.choice is Choice.ALL else self.cost(quote(part))
        return AttachmentPart(
            self.name, self.media_type, self.size, self.text, token_count=tokens, sent_text=sent, document_id=self.id
        )

    def chip(self, room: int) -> Chip:
        """Return how it is shown."""
        return Chip(
            id=self.id,
            name=self.name,
            state=self.state,
            size=self.size,
            tokens=self.tokens_sent(room) if self.text else 0,
            media_type=self.media_type,
            problem=self.problem,
            preview=self.text[:PREVIEW],
            too_long=self.too_long,
            choice=self.choice,
            pasted=self.path is None,
            cut=self.cut,
            counted=self.counted,
            done=self.done,
            total=self.total,
            follows=self.follows,
        )


def relevant_room(room: int) -> int:
    """Return how many tokens the parts of one document may take."""
    return max(400, min(RELEVANT_TOKENS, int(room * RELEVANT_SHARE)))


def item_of(part: AttachmentPart) -> Item:
    """Return an item for a part that comes back, as when a waiting message is to be changed."""
    item = Item(part.name, part.size, part.media_type, id=part.document_id or new_id())
    item.take_text(part.text, part.media_type, cut=False)
    item.tokens = part.token_count or item.tokens
    return item


def known_numbers(document_id: str, messages: Sequence[Message]) -> set[int]:
    """Return which paragraphs of a document the model has already."""
    parts = (part for message in messages for part in message.attachments if part.document_id == document_id)
    return {number for part in parts for _, number in sent_numbers(part.sent_text)}
