"""A conversation is a tree of messages, and a message a list of typed parts. No Qt, no storage.

Editing or regenerating makes a sibling; ``Conversation.leaf_id`` says which branch is shown. Times are UTC
seconds since the epoch. Ids are random 128-bit hexadecimal strings, made by whoever creates the object.
"""

from __future__ import annotations

import time
import uuid
from enum import StrEnum

import msgspec

from app.engine.api import Role, StopReason, ThinkingOutcome, Usage


def new_id() -> str:
    """Return a fresh 32-character id."""
    return uuid.uuid4().hex


class MessageStatus(StrEnum):
    """The life of one message. A row found ``GENERATING`` at start-up becomes ``INTERRUPTED``."""

    GENERATING = "generating"
    COMPLETE = "complete"
    STOPPED = "stopped"  # the person stopped it
    FAILED = "failed"
    INTERRUPTED = "interrupted"  # Parley or the engine ended while it was being written


class Part(msgspec.Struct, frozen=True, tag_field="type", tag=True):
    """One typed piece of a message."""


class TextPart(Part, frozen=True):
    """Markdown (assistant) or plain text (person)."""

    text: str


class ThinkingPart(Part, frozen=True):
    """Thoughts and how they ended. ``budget`` None was unlimited."""

    text: str
    outcome: ThinkingOutcome = ThinkingOutcome.NONE
    tokens: int = 0
    seconds: float = 0.0
    budget: int | None = None


class ToolCallPart(Part, frozen=True):
    """A call that the model asks for. ``arguments`` is JSON as the model wrote it."""

    call_id: str
    name: str
    arguments: str


class ToolResultPart(Part, frozen=True):
    """What a tool returned."""

    call_id: str
    text: str


class AttachmentPart(Part, frozen=True):
    """A file that the person added, with the text that was read from it."""

    name: str
    media_type: str
    size: int
    text: str


AnyPart = TextPart | ThinkingPart | ToolCallPart | ToolResultPart | AttachmentPart


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One node of the tree. ``error`` holds a code of ``engine.api.ErrorCode`` or of the session, never a sentence."""

    id: str
    conversation_id: str
    parent_id: str | None
    role: Role
    parts: list[AnyPart]
    status: MessageStatus = MessageStatus.COMPLETE
    created_at: float = msgspec.field(default_factory=time.time)
    model_name: str = ""
    usage: Usage | None = None
    stop_reason: StopReason | None = None
    error: str = ""

    @property
    def text(self) -> str:
        """All text parts, joined."""
        return "".join(part.text for part in self.parts if isinstance(part, TextPart))

    @property
    def thinking(self) -> ThinkingPart | None:
        """The thoughts, if it has any."""
        return next((part for part in self.parts if isinstance(part, ThinkingPart)), None)


class Conversation(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the sidebar. ``title`` "" means not named yet; ``deleted_at`` is set while delete can be undone."""

    id: str
    title: str = ""
    title_by_person: bool = False
    created_at: float = msgspec.field(default_factory=time.time)
    updated_at: float = msgspec.field(default_factory=time.time)
    leaf_id: str | None = None
    pinned: bool = False
    deleted_at: float | None = None
    thinking_enabled: bool | None = None  # None: the global default
    thinking_budget: int | None = None  # tokens; 0 = unlimited, None = the global default
