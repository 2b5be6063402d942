"""A conversation is a tree of messages, and a message a list of typed parts. No Qt, no storage.

Editing or regenerating makes a sibling; ``Conversation.leaf_id`` says which branch is shown. Times are UTC
seconds since the epoch. Ids are random 128-bit hexadecimal strings, made by whoever creates the object.
"""

from __future__ import annotations

import time
import uuid
from enum import StrEnum

import msgspec

from app.engine.api import Role, SamplingParams, StopReason, ThinkingOutcome, Usage


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
    """A file that the person added, with the text that was read from it. ``size`` is the file's, in bytes."""

    name: str
    media_type: str
    size: int
    text: str
    token_count: int = 0  # of what the model sees; 0: not counted
    sent_text: str = ""  # what of it the model sees; "": all of ``text``
    document_id: str = ""  # the document as it was read, for a look at its other parts


UNREADABLE = TextPart("\N{REPLACEMENT CHARACTER}")
"""Stands for a part that this version cannot read. No words: what is shown is translated elsewhere."""

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

    @property
    def attachments(self) -> list[AttachmentPart]:
        """The files that came with it."""
        return [part for part in self.parts if isinstance(part, AttachmentPart)]


class ConversationSettings(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one conversation does differently. Empty fields take what is usual (of the model, of its family)."""

    system_prompt: str = ""
    model_path: str = ""  # "": whichever is loaded
    thinking_sampling: SamplingParams = SamplingParams()  # while it thinks and answers after it
    plain_sampling: SamplingParams = SamplingParams()  # without thinking


class ContextCut(msgspec.Struct, frozen=True):
    """The model sees a branch from ``first_kept`` (a message's id) on, and ``summary`` ("": none) of what was before.

    The messages stay in the conversation; a branch that does not hold ``first_kept`` is seen whole.
    """

    first_kept: str
    summary: str = ""


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
    folder_id: str | None = None
    archived: bool = False
    settings: ConversationSettings = ConversationSettings()
    cuts: list[ContextCut] = msgspec.field(default_factory=list)


class Folder(msgspec.Struct, frozen=True):
    """Holds conversations. Folders are shown by ``position``, smallest first."""

    id: str
    name: str
    position: int = 0


class Preset(msgspec.Struct, frozen=True, kw_only=True):
    """Settings under a name, to give to any conversation. Thinking as in ``Conversation``."""

    id: str
    name: str
    settings: ConversationSettings = ConversationSettings()
    thinking_enabled: bool | None = None
    thinking_budget: int | None = None


class DeletedBranch(msgspec.Struct, frozen=True):
    """What ``undelete_message`` needs to bring a message and all below it back. ``leaf_id`` was shown before."""

    message_id: str
    conversation_id: str
    leaf_id: str | None
