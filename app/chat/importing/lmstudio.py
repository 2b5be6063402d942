"""Reads LM Studio's ``*.conversation.json``. No Qt.

Its messages are a row, each with versions of which one is selected; what follows belongs to that one. An answer has
steps, and a step may be thoughts (``style.type``).
"""

from __future__ import annotations

from typing import Any

from app.chat.conversation import AnyPart, AttachmentPart, Conversation, ConversationSettings, TextPart, ThinkingPart
from app.chat.importing.draft import MOST_MESSAGES, Node, Reading, draft_from, sane_time
from app.chat.importing.report import Skipped, SkipReason, SourceFormat
from app.chat.importing.thoughts import parts_of
from app.engine.api import Role


def is_lm_studio(value: Any) -> bool:
    """Whether this is one of its conversations."""
    messages = value.get("messages") if isinstance(value, dict) else None
    if not isinstance(messages, list):
        return False
    return any(isinstance(one, dict) and "versions" in one for one in messages) or (
        not messages and "systemPrompt" in value
    )


def read_lm_studio(value: dict[str, Any], file_name: str) -> Reading:
    """Return the conversation; the file's name stands for its id, which it has none of."""
    created = sane_time(_number(value.get("createdAt")) / 1000)
    prompt = value.get("systemPrompt")
    base = Conversation(
        id="",
        title=_text(value.get("name")),
        created_at=created,
        updated_at=sane_time(_number(value.get("userLastMessagedAt")) / 1000, created),
        pinned=value.get("pinned") is True,
        settings=ConversationSettings(system_prompt=prompt if isinstance(prompt, str) else ""),
    )
    messages = value["messages"]
    if len(messages) > MOST_MESSAGES:
        return Skipped(base.title, SkipReason.TOO_LARGE)
    nodes, last = _nodes(messages, base.created_at)
    return draft_from(SourceFormat.LM_STUDIO, f"{file_name}/{value.get('createdAt')}", nodes, last, base)


def _nodes(messages: list[Any], created: float) -> tuple[list[Node], str | None]:
    """Return a node for every version of every message, and the last one of the branch shown."""
    nodes: list[Node] = []
    above: str | None = None
    for place, message in enumerate(messages):
        versions = message.get("versions") if isinstance(message, dict) else None
        if not isinstance(versions, list) or not versions:
            continue
        for number, version in enumerate(versions):
            if isinstance(version, dict):
                nodes.append(_node(f"{place}.{number}", above, version, created + place))
        selected = message.get("currentlySelected")
        chosen = selected if isinstance(selected, int) and 0 <= selected < len(versions) else len(versions) - 1
        above = f"{place}.{chosen}"
    return nodes, above


def _node(key: str, parent: str | None, version: dict[str, Any], created: float) -> Node:
    role = {"user": Role.USER, "assistant": Role.ASSISTANT}.get(_text(version.get("role")))
    node = Node(key, parent, role or Role.ASSISTANT, [], created)
    if role is Role.USER:
        node.parts = _asked(version.get("content"))
    elif role is Role.ASSISTANT:
        sender = version.get("senderInfo")
        node.model_name = _text(sender.get("senderName")) if isinstance(sender, dict) else ""
        node.parts = _answered(version)
    return node


def _asked(content: Any) -> list[AnyPart]:
    files: list[AnyPart] = [
        AttachmentPart(_text(one.get("fileIdentifier")) or _text(one.get("name")), _text(one.get("fileType")), 0, "")
        for one in _dicts(content)
        if one.get("type") == "file"
    ]
    text = _texts(content)
    return [*files, TextPart(text)] if text else files


def _answered(version: dict[str, Any]) -> list[AnyPart]:
    thoughts: list[str] = []
    texts: list[str] = []
    for step in _dicts(version.get("steps")):
        style = step.get("style")
        thinks = isinstance(style, dict) and style.get("type") == "thinking"
        (thoughts if thinks else texts).append(_texts(step.get("content")))
    texts.append(_texts(version.get("content")))
    parts = parts_of("\n\n".join(filter(None, texts)))
    thought = "\n\n".join(filter(None, thoughts))
    return [ThinkingPart(thought), *parts] if thought else parts


def _texts(content: Any) -> str:
    """Return the text of a list of pieces, without the marks that only show where thoughts begin and end."""
    pieces = (one for one in _dicts(content) if one.get("type") == "text" and one.get("isStructural") is not True)
    return "".join(_text(one.get("text")) for one in pieces).strip()


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) and abs(value) < 1e15 else 0.0
