"""Files as ChatGPT, LM Studio and GPT4All write them, small, by their own formats' rules."""

from __future__ import annotations

import struct
from typing import Any

Json = dict[str, Any]


# --- ChatGPT


def chatgpt_node(
    key: str, parent: str | None, role: str = "user", text: str | None = None, **extra: Any
) -> tuple[str, Json]:
    content = extra.pop("content", {"content_type": "text", "parts": [text]})
    message: Json | None = {
        "id": key, "author": {"role": role, "name": None, "metadata": {}}, "create_time": 1_700_000_000.5,
        "update_time": None, "content": content, "status": "finished_successfully", "end_turn": True, "weight": 1.0,
        "recipient": "all", "metadata": {"model_slug": "gpt-4o"}, "channel": None,
    } | extra  # fmt: skip
    if text is None and content["content_type"] == "text":
        message = None
    return key, {"id": key, "message": message, "parent": parent, "children": []}


def chatgpt_chat(title: str = "Planets") -> Json:
    """A root without a message, hidden system, an edited question, thoughts, a tool, a regenerated answer."""
    nodes = dict(
        [
            chatgpt_node("root", None),
            chatgpt_node("sys", "root", "system", "", metadata={"is_visually_hidden_from_conversation": True}),
            chatgpt_node("q1", "sys", "user", "How many planets?"),
            chatgpt_node("q1b", "sys", "user", "How many planets are there? 行星"),
            chatgpt_node("a1", "q1", "assistant", "Nine."),
            chatgpt_node(
                "t", "q1b", "assistant", None,
                content={"content_type": "thoughts", "thoughts": [{"summary": "S", "content": "Pluto is out."}]},
            ),
            chatgpt_node(
                "search", "t", "assistant", None, recipient="web.run", content={"content_type": "code", "text": "q"}
            ),
            chatgpt_node("tool", "search", "tool", "found"),
            chatgpt_node("a2", "tool", "assistant", "Eight."),
            chatgpt_node(
                "q2", "a2", "user", None,
                content={"content_type": "multimodal_text", "parts": [{"asset_pointer": "sediment://1"}, "This?"]},
                metadata={"attachments": [{"name": "pluto.png", "mime_type": "image/png", "size": 17}]},
            ),
            chatgpt_node("a3", "q2", "assistant", "A dwarf."),
            chatgpt_node("a3b", "q2", "assistant", "A dwarf planet."),
        ]
    )  # fmt: skip
    return {
        "title": title, "create_time": 1_700_000_000.0, "update_time": 1_700_000_100.0, "mapping": nodes,
        "current_node": "a3b", "conversation_id": f"id-{title}", "id": f"id-{title}", "is_archived": False,
        "is_starred": True,
    }  # fmt: skip


# --- LM Studio


def lm_studio_chat(name: str = "Tides") -> Json:
    def block(text: str, **style: Any) -> Json:
        return {"type": "contentBlock", "stepIdentifier": "1", "content": [{"type": "text", "text": text}]} | style

    answer = {
        "type": "multiStep", "role": "assistant", "senderInfo": {"senderName": "qwen3-4b"},
        "steps": [
            block("The moon.", style={"type": "thinking", "ended": True, "title": "Thought for 2 seconds"}),
            block("Because of the moon."),
            {"type": "debugInfoBlock", "debugInfo": "x"},
        ],
    }  # fmt: skip
    older = {
        "type": "singleStep",
        "role": "assistant",
        "content": [{"type": "text", "text": "<think>Hm.</think>\nWind?"}],
    }
    asked = {"type": "singleStep", "role": "user", "content": [{"type": "text", "text": "Why tides?"}]}
    file = {"type": "file", "fileIdentifier": "1-sea.txt", "fileType": "text/plain"}
    second = {"type": "singleStep", "role": "user", "content": [file, {"type": "text", "text": "And here?"}]}
    return {
        "name": name, "pinned": True, "createdAt": 1_735_000_000_000, "tokenCount": 7, "systemPrompt": "Be brief.",
        "messages": [
            {"versions": [asked], "currentlySelected": 0},
            {"versions": [older, answer], "currentlySelected": 1},
            {"versions": [second], "currentlySelected": 0},
        ],
    }  # fmt: skip


# --- GPT4All


class QtStream:
    """Writes as QDataStream does."""

    def __init__(self) -> None:
        self.data = bytearray()

    def number(self, kind: str, *values: float) -> None:
        self.data += struct.pack(">" + kind * len(values), *values)

    def text(self, *values: str | None) -> None:
        for value in values:
            if value is None:
                self.number("I", 0xFFFFFFFF)
            else:
                self.bytes(value.encode("utf-16-be"))

    def bytes(self, value: bytes) -> None:
        self.number("I", len(value))
        self.data += value

    def texts(self, *values: str) -> None:
        self.number("I", len(values))
        self.text(*values)


def gpt4all_chat(version: int, answer: str = "Salt.") -> bytes:
    """A question with a file and an answer with a source; since version 12 with thoughts and a tool call."""
    out = QtStream()
    out.data += b"\xf5\xd5\x53\xcc"
    out.number("i", version)
    out.number("q", 1_690_000_000)
    out.text(f"chat-{version}", "The sea 海", None, "model.gguf")
    if version >= 3:
        out.texts("my documents")
    if version < 11:
        _engine_state(out, version)
    out.number("i", 2)
    _item(out, version, "Prompt: ", "Why is the sea salty?")
    _item(out, version, "Response: ", "" if version >= 12 else answer, answer)
    return bytes(out.data)


def _engine_state(out: QtStream, version: int) -> None:
    if version >= 6:
        out.number("?", True)
    if version >= 2:
        out.number("i", 2, 0)
    out.text("old answer", "old name")
    out.number("I", 5)
    if version < 4:
        out.number("I", 0)
    out.number("I", *([9, 2048] if version >= 7 else [9]))
    if version < 9:
        out.number("Q", 2)
        out.number("f", 0.5, 0.5)
    out.number("Q", 3)
    out.number("i", 1, 2, 3)
    out.bytes(b"state of llama.cpp")


def _item(out: QtStream, version: int, name: str, value: str, answer: str = "") -> None:
    asks = name == "Prompt: "
    if version < 12:
        out.number("i", 1)
    out.text(name, value)
    if version < 10:
        out.text("the prompt again")
    out.text(None)
    out.number("?", False, False, False, False)
    if version >= 11 and not asks:
        out.number("?", False)
    if version >= 8:
        out.number("q", 1)
        out.text("c", "/p", "sea.pdf", "t", "a", "d", "Rivers carry salt.")
        out.number("i", 1, -1, -1)
    elif version >= 3:
        out.text("1. In sea.pdf. [Context](context://1)")
        out.texts("Rivers carry salt.")
    if version >= 10:
        out.number("q", int(asks))
        if asks:
            out.bytes(b"file:///home/me/sea%20notes.txt")
            out.bytes("notes on 海".encode())
    if version >= 12:
        out.number("q", 0 if asks else 3)
        if not asks:
            _sub_items(out, answer)


def _sub_items(out: QtStream, answer: str) -> None:
    out.text("Think: ", "Rivers?")
    out.number("i", 1200)
    out.number("q", 0)
    out.text("ToolCall: ", "call", "javascript_interpret")
    out.number("q", 1)
    out.text("code")
    out.number("i", 0)
    out.number("I", 10)
    out.number("?", False)
    out.text("1 + 1")
    out.text("2")
    out.number("i", 0)
    out.text(None)
    out.number("q", 0)
    out.text("Response: ", "")
    out.number("q", 1)
    out.text("Text: ", answer)
    out.number("q", 0)
