"""Reads ``conversations.json`` of ChatGPT's data export. No Qt.

A conversation is a ``mapping`` of nodes, each with its parent; ``current_node`` ends the branch that was shown. OpenAI
describes the format nowhere; this is what exports up to 2026 hold. Pictures, tools and what was hidden are left out.
"""

from __future__ import annotations

from typing import Any

import msgspec

from app.chat.conversation import AnyPart, AttachmentPart, Conversation, TextPart, ThinkingPart
from app.chat.importing.draft import Node, Reading, draft_from, sane_time
from app.chat.importing.report import Skipped, SkipReason, SourceFormat
from app.engine.api import Role

_MOST_NODES = 200_000


class _Author(msgspec.Struct):
    role: str = ""


class _Content(msgspec.Struct):
    content_type: str = "text"
    parts: list[Any] = []
    text: Any = None
    thoughts: Any = None


class _Message(msgspec.Struct):
    author: _Author = msgspec.field(default_factory=_Author)
    content: _Content = msgspec.field(default_factory=_Content)
    create_time: Any = None
    recipient: Any = None
    metadata: Any = None

    def meta(self, name: str) -> Any:
        return self.metadata.get(name) if isinstance(self.metadata, dict) else None


def is_chatgpt(value: Any) -> bool:
    """Whether this is one of its conversations."""
    return isinstance(value, dict) and isinstance(value.get("mapping"), dict)


def read_chatgpt(value: dict[str, Any]) -> Reading:
    """Return the conversation."""
    title = value.get("title")
    base = Conversation(
        id="",
        title=title if isinstance(title, str) else "",
        created_at=sane_time(value.get("create_time")),
        updated_at=sane_time(value.get("update_time"), sane_time(value.get("create_time"))),
        archived=value.get("is_archived") is True,
        pinned=value.get("is_starred") is True,
    )
    mapping: dict[str, Any] = value["mapping"]
    if len(mapping) > _MOST_NODES:
        return Skipped(base.title, SkipReason.TOO_LARGE)
    nodes = [_node(key, node) for key, node in mapping.items()]
    key = value.get("conversation_id") or value.get("id") or (nodes[0].key if nodes else "")
    current = value.get("current_node")
    return draft_from(SourceFormat.CHATGPT, str(key), nodes, current if isinstance(current, str) else None, base)


def _node(key: str, value: Any) -> Node:
    """Return a node; one that says nothing keeps its place in the tree."""
    parent = value.get("parent") if isinstance(value, dict) else None
    node = Node(key, parent if isinstance(parent, str) else None, Role.ASSISTANT, [])
    try:
        message = msgspec.convert(value["message"] if isinstance(value, dict) else None, _Message)
    except (msgspec.ValidationError, KeyError, RecursionError):
        return node
    if message.author.role == "user":
        node.role = Role.USER
    elif message.author.role != "assistant" or message.recipient not in {None, "all"}:
        return node
    if message.meta("is_visually_hidden_from_conversation") is True:
        return node
    node.parts = _parts(message)
    node.created_at = sane_time(message.create_time)
    model = message.meta("model_slug")
    node.model_name = model if isinstance(model, str) and node.role is Role.ASSISTANT else ""
    return node


def _parts(message: _Message) -> list[AnyPart]:
    content = message.content
    match content.content_type:
        case "text" | "multimodal_text":
            text = "\n\n".join(part for part in content.parts if isinstance(part, str) and part.strip())
            return [*_attachments(message.meta("attachments")), *([TextPart(text)] if text else [])]
        case "code" if isinstance(content.text, str) and content.text.strip():
            return [TextPart(f"```\n{content.text}\n```")]
        case "thoughts":
            thoughts = _thoughts(content.thoughts)
            return [ThinkingPart(thoughts)] if thoughts else []
        case _:
            return []


def _thoughts(value: Any) -> str:
    pieces = [one.get("content") for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    return "\n\n".join(piece for piece in pieces if isinstance(piece, str) and piece.strip())


def _attachments(value: Any) -> list[AnyPart]:
    """Return the files by their names; the export has their text nowhere."""
    found: list[AnyPart] = []
    for one in value if isinstance(value, list) else []:
        if isinstance(one, dict) and isinstance(one.get("name"), str):
            kind, size = one.get("mime_type"), one.get("size")
            media_type = kind if isinstance(kind, str) else ""
            bytes_ = size if type(size) is int and 0 < size < 1 << 53 else 0
            found.append(AttachmentPart(one["name"][:300], media_type[:100], bytes_, ""))
    return found
