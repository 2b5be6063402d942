"""A conversation read from a file, before it is stored: every way in leads through here, and here it is made sound.

Whatever the file said, a draft has a tree without circles, ids that are ours, times that a calendar knows, and no path.
No Qt.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from app.chat.conversation import (
    AnyPart,
    AttachmentPart,
    Conversation,
    Message,
    MessageStatus,
    TextPart,
    ThinkingPart,
    ToolCallPart,
)
from app.chat.importing.report import Skipped, SkipReason, SourceFormat
from app.documents.cleaning import file_name
from app.engine.api import Role

MOST_MESSAGES = 50_000
LONGEST_MESSAGE = 8_000_000  # characters
LONGEST_TITLE = 300
_LAST_TIME = 4_102_444_800.0  # the year 2100
_MOST_BUDGET = 1_000_000
_LARGEST_NUMBER = 1 << 53
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")


@dataclass(frozen=True)
class Draft:
    """Ready to be stored. ``messages``: parents first. ``folder`` "": in none."""

    format: SourceFormat
    conversation: Conversation
    messages: list[Message]
    folder: str = ""


Reading = Draft | Skipped


@dataclass(eq=False)
class Node:
    """A message as a foreign file has it. ``parts`` empty: it is left out, what is below it stays."""

    key: str
    parent: str | None
    role: Role
    parts: list[AnyPart]
    created_at: float = 0.0
    model_name: str = ""
    children: list[Node] = field(default_factory=list)


def stable_id(*names: str) -> str:
    """Return an id of ours that is the same whenever the same thing is imported."""
    return hashlib.sha256("\0".join(names).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def sane_time(value: object, otherwise: float = 0.0) -> float:
    """Return UTC seconds that a calendar knows."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return otherwise
    return float(value) if 0 < value < _LAST_TIME else otherwise


def draft_from(
    source: SourceFormat, key: str, nodes: Sequence[Node], current: str | None, base: Conversation
) -> Reading:
    """Return the draft of a foreign conversation, which ``key`` names within its program.

    ``base`` brings title, times and marks; its ids do not matter. ``current``: the end of the branch to show.
    """
    if len(nodes) > MOST_MESSAGES:
        return Skipped(base.title, SkipReason.TOO_LARGE)
    kept, became = _merge(_tree(nodes))
    messages = [_message(source, key, node, parent, base) for node, parent in kept]
    shown = became.get(current or "") or (kept[-1][0].key if kept else "")
    leaf = stable_id(source, key, shown) if shown else None
    conversation = msgspec.structs.replace(base, id=stable_id(source, key), leaf_id=leaf)
    return sound(Draft(source, conversation, messages))


def _tree(nodes: Sequence[Node]) -> list[Node]:
    """Link the nodes, return the roots; a parent that is unknown, or above itself, is none."""
    known = {node.key: node for node in nodes}
    roots: list[Node] = []
    for node in known.values():
        parent = known.get(node.parent or "")
        (roots if parent is None else parent.children).append(node)
    reached: set[str] = set()
    for root in [*roots, *known.values()]:  # those that no root leads to hang in a circle: one of each is a root
        if root.key not in reached:
            if root.parent in known:
                known[root.parent].children.remove(root)
                roots.append(root)
            reached.update(node.key for node in _below(root))
    return roots


def _below(root: Node) -> Iterator[Node]:
    waiting, seen = [root], {root.key}
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [child for child in node.children if child.key not in seen]
        seen.update(child.key for child in node.children)


def _merge(roots: list[Node]) -> tuple[list[tuple[Node, str]], dict[str, str]]:
    """Return what is kept, parents first, each with its parent's key, and which kept key every node became.

    Nodes without content vanish. Answers in a row without a choice between them (thoughts, then text) become one.
    """
    kept: list[tuple[Node, str]] = []
    became: dict[str, str] = {}
    waiting: list[tuple[Node, Node | None, bool]] = [(root, None, False) for root in reversed(roots)]
    while waiting:
        node, above, alone = waiting.pop()
        vanishes = not node.parts
        if above is not None and (vanishes or (alone and node.role is above.role is Role.ASSISTANT)):
            above.parts = _joined(above.parts, node.parts)
            above.model_name = above.model_name or node.model_name
            became[node.key] = above.key
        elif not vanishes:
            kept.append((node, above.key if above else ""))
            became[node.key], above = node.key, node
        alone = len(node.children) == 1 and (alone or not vanishes)
        waiting += [(child, above, alone) for child in reversed(node.children)]
    return kept, became


def _joined(first: list[AnyPart], second: list[AnyPart]) -> list[AnyPart]:
    """Return the parts as one message: thoughts first, then one text."""
    parts = [*first, *second]
    thoughts = [part.text for part in parts if isinstance(part, ThinkingPart)]
    texts = [part.text for part in parts if isinstance(part, TextPart)]
    others = [part for part in parts if not isinstance(part, ThinkingPart | TextPart)]
    joined: list[AnyPart] = [ThinkingPart("\n\n".join(thoughts))] if thoughts else []
    return [*joined, *others, *([TextPart("\n\n".join(texts))] if texts else [])]


def _message(source: SourceFormat, key: str, node: Node, parent: str, base: Conversation) -> Message:
    return Message(
        id=stable_id(source, key, node.key),
        conversation_id=stable_id(source, key),
        parent_id=stable_id(source, key, parent) if parent else None,
        role=node.role,
        parts=node.parts,
        created_at=sane_time(node.created_at, base.created_at),
        model_name=node.model_name[:LONGEST_TITLE],
    )


def sound(draft: Draft) -> Reading:
    """Return the draft with everything put right that could harm, or why it cannot be taken."""
    it = draft.conversation
    if not draft.messages:
        return Skipped(it.title, SkipReason.EMPTY)
    if len(draft.messages) > MOST_MESSAGES or max(map(_length, draft.messages)) > LONGEST_MESSAGE:
        return Skipped(it.title, SkipReason.TOO_LARGE)
    if not (_is_tree(draft.messages) and _can_be_stored(draft)):
        return Skipped(it.title, SkipReason.UNREADABLE)
    ids = {one.id for one in draft.messages}
    created = sane_time(it.created_at)
    conversation = msgspec.structs.replace(
        it,
        title=" ".join(it.title.split())[:LONGEST_TITLE],
        created_at=created,
        updated_at=sane_time(it.updated_at, created),
        leaf_id=it.leaf_id if it.leaf_id in ids else draft.messages[-1].id,
        deleted_at=None,
        folder_id=None,
        thinking_budget=None if it.thinking_budget is None else min(max(it.thinking_budget, 0), _MOST_BUDGET),
        settings=msgspec.structs.replace(it.settings, model_path=""),  # a path of another computer, or a trap
        cuts=[cut for cut in it.cuts if cut.first_kept in ids],
    )
    messages = [_sound_message(one, it.id, created) for one in draft.messages]
    return Draft(draft.format, conversation, messages, " ".join(draft.folder.split())[:LONGEST_TITLE])


def _length(message: Message) -> int:
    return sum(len(part.arguments if isinstance(part, ToolCallPart) else part.text) for part in message.parts)


def _is_tree(messages: list[Message]) -> bool:
    """Whether every id is there once, and every parent stands before its children."""
    seen: set[str | None] = {None}
    for one in messages:
        if one.id in seen or one.parent_id not in seen:
            return False
        seen.add(one.id)
    return True


def _can_be_stored(draft: Draft) -> bool:
    """Whether ids are ids, and no number is larger than any that can be written."""
    ids = [draft.conversation.id, *(one.id for one in draft.messages)]
    numbers = [[one.parts, one.usage] for one in draft.messages], draft.conversation.settings
    return all(_ID.fullmatch(one) for one in ids) and _numbers_fit(msgspec.to_builtins(numbers))


def _numbers_fit(value: object) -> bool:
    match value:
        case int() | float():
            return abs(value) <= _LARGEST_NUMBER
        case list() | tuple():
            return all(map(_numbers_fit, value))
        case dict():
            return all(map(_numbers_fit, value.values()))
        case _:
            return True


def _sound_message(it: Message, conversation_id: str, created: float) -> Message:
    generating = it.status is MessageStatus.GENERATING
    return msgspec.structs.replace(
        it,
        conversation_id=conversation_id,
        created_at=sane_time(it.created_at, created),
        status=MessageStatus.INTERRUPTED if generating else it.status,
        parts=[_sound_attachment(part) if isinstance(part, AttachmentPart) else part for part in it.parts],
    )


def _sound_attachment(it: AttachmentPart) -> AttachmentPart:
    """Keep by what the parts of one document find each other, if it is an id; a name shows what it is."""
    document = it.document_id if _ID.fullmatch(it.document_id) else ""
    return msgspec.structs.replace(it, name=file_name(it.name), document_id=document)
