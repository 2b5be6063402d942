"""Reads GPT4All's ``gpt4all-*.chat``: Qt's QDataStream, big-endian, versions 1 to 12. No Qt.

Source: ``Chat::serialize``, ``ChatLLM::deserialize`` and ``ChatItem::deserialize`` of nomic-ai/gpt4all. Every length
in the file is checked against what is left of it, so that a lie costs nothing.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

from app.chat.conversation import AnyPart, AttachmentPart, Conversation, TextPart, ThinkingPart
from app.chat.importing.draft import MOST_MESSAGES, Node, Reading, draft_from, sane_time
from app.chat.importing.report import Skipped, SkipReason, SourceFormat
from app.chat.importing.thoughts import parts_of
from app.engine.api import Role

MAGIC = b"\xf5\xd5\x53\xcc"
_NEWEST = 12
_NULL = 0xFFFFFFFF
_DEEPEST = 20
_VARIANTS = {1: 1, 2: 4, 3: 4, 4: 8, 5: 8, 6: 8}
"""QMetaType ids of the numbers that a tool's argument may be, and their bytes; 10 is a text."""


class _DamagedError(Exception):
    """The file is not what it says."""


@dataclass
class _Item:
    name: str
    value: str = ""
    files: list[AnyPart] = field(default_factory=list)
    below: list[_Item] = field(default_factory=list)


class _Stream:
    """Values one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def take(self, count: int) -> bytes:
        """Return so many bytes."""
        if not 0 <= count <= len(self._data) - self._at:
            raise _DamagedError
        self._at += count
        return self._data[self._at - count : self._at]

    def number(self, kind: str) -> int:
        """Return a number of struct's kind."""
        return int(struct.unpack(">" + kind, self.take(struct.calcsize(">" + kind)))[0])

    def data(self) -> bytes:
        """Return a QByteArray, or an encoded QUrl."""
        length = self.number("I")
        return b"" if length == _NULL else self.take(length)

    def text(self) -> str:
        """Return a QString."""
        return self.data().decode("utf-16-be", "replace")

    def count(self, kind: str) -> range:
        """Return how many items follow; each has at least one byte."""
        count = self.number(kind)
        if not 0 <= count <= len(self._data) - self._at:
            raise _DamagedError
        return range(count)

    def texts(self) -> list[str]:
        """Return a QList of QString."""
        return [self.text() for _ in self.count("I")]


def is_gpt4all(start: bytes) -> bool:
    """Whether a file that starts so is one."""
    return start.startswith(MAGIC)


def read_gpt4all(data: bytes, file_name: str) -> Reading:
    """Return the conversation of the whole file's ``data``."""
    stream = _Stream(data)
    try:
        stream.take(len(MAGIC))
        version = stream.number("i")
        if version > _NEWEST:
            return Skipped(file_name, SkipReason.NEWER_VERSION)
        return _read(stream, version)
    except (_DamagedError, struct.error):
        return Skipped(file_name, SkipReason.UNREADABLE)


def _read(stream: _Stream, version: int) -> Reading:
    created = sane_time(stream.number("q"))
    key, title = stream.text(), stream.text()
    stream.text()  # the person's own name for it is shown nowhere
    model = stream.text()
    if version >= 3:
        stream.texts()
    if version < 11:
        _skip_engine_state(stream, version)
    count = stream.count("i")
    if len(count) > MOST_MESSAGES:
        return Skipped(title, SkipReason.TOO_LARGE)
    nodes = [_node(place, _item(stream, version), created + place, model) for place in count]
    base = Conversation(id="", title=title, created_at=created, updated_at=created + len(nodes))
    return draft_from(SourceFormat.GPT4ALL, key, nodes, nodes[-1].key if nodes else None, base)


def _skip_engine_state(stream: _Stream, version: int) -> None:
    """Step over what llama.cpp had in memory, which is of no use any more."""
    has_state = version < 6 or bool(stream.number("?"))
    if version >= 2:
        stream.take(8)  # kind of model, version of the state
    stream.text()
    stream.text()
    stream.take(4)  # tokens
    if has_state:
        stream.take(4 if version < 4 else 0)
        stream.take(8 if version >= 7 else 4)  # n_past, and since 7 n_ctx
        if version < 9:
            stream.take(4 * stream.number("Q"))  # logits
        stream.take(4 * stream.number("Q"))  # tokens
        stream.data()


def _item(stream: _Stream, version: int) -> _Item:
    if version < 12:
        stream.take(4)  # id
    item = _Item(stream.text().rstrip(": "), stream.text())
    if version < 10:
        stream.text()  # the prompt again
    stream.text()  # an edit of the answer, for a server that is gone
    stream.take(4)  # current, stopped, thumbs
    if version >= 11 and item.name == "Response":
        stream.take(1)  # whether it failed
    _skip_sources(stream, version)
    if version >= 10:
        item.files = [_file(stream.data(), stream.data()) for _ in stream.count("q")]
    if version >= 12:
        item.below = [_sub_item(stream, _DEEPEST) for _ in stream.count("q")]
    return item


def _skip_sources(stream: _Stream, version: int) -> None:
    """Step over what was found in the person's documents for an answer."""
    if version >= 8:
        for _ in stream.count("q"):
            for _ in range(7):
                stream.text()
            stream.take(12)  # page, from, to
    elif version >= 3:
        stream.text()
        stream.texts()


def _sub_item(stream: _Stream, depth: int) -> _Item:
    if not depth:
        raise _DamagedError
    item = _Item(stream.text().rstrip(": "), stream.text())
    if item.name == "Think":
        stream.take(4)  # milliseconds
    elif item.name == "ToolCall":
        _skip_tool_call(stream)
    item.below = [_sub_item(stream, depth - 1) for _ in stream.count("q")]
    return item


def _skip_tool_call(stream: _Stream) -> None:
    stream.text()
    for _ in stream.count("q"):
        stream.text()
        stream.take(4)
        _skip_variant(stream)
    stream.text()
    stream.take(4)
    stream.text()


def _skip_variant(stream: _Stream) -> None:
    kind = stream.number("I")
    stream.take(1)  # whether it is null
    if kind == 10:
        stream.text()
    elif kind in _VARIANTS:
        stream.take(_VARIANTS[kind])
    else:
        raise _DamagedError


def _file(url: bytes, content: bytes) -> AnyPart:
    name = PurePosixPath(unquote(url[:2000].decode("utf-8", "replace"))).name
    text = "" if b"\0" in content[:8192] else content.decode("utf-8", "replace")  # a spreadsheet, a picture
    return AttachmentPart(name[:300], "", len(content), text)


def _node(place: int, item: _Item, created: float, model: str) -> Node:
    parent = str(place - 1) if place else None
    if item.name == "Prompt":
        text: list[AnyPart] = [TextPart(item.value)] if item.value.strip() else []
        return Node(str(place), parent, Role.USER, [*item.files, *text], created)
    if item.name == "Response":
        return Node(str(place), parent, Role.ASSISTANT, _answer(item), created, model)
    return Node(str(place), parent, Role.ASSISTANT, [])  # the system prompt, and what no version has written yet


def _answer(item: _Item) -> list[AnyPart]:
    thoughts, texts = list[str](), list[str]()
    waiting = [item]
    while waiting:
        one = waiting.pop()
        if one.name == "Think":
            thoughts.append(one.value)
        elif one.name in {"Response", "Text"}:
            texts.append(one.value)
        waiting += reversed(one.below)
    parts = parts_of("\n\n".join(text for text in texts if text.strip()))
    thought = "\n\n".join(text.strip() for text in thoughts if text.strip())
    return [ThinkingPart(thought), *parts] if thought else parts
