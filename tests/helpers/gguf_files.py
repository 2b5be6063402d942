"""Writes small GGUF files, right and wrong, and damages real ones."""

from __future__ import annotations

import struct
from pathlib import Path

from app.system.paths import starter_model


def text(value: str) -> bytes:
    """A GGUF string."""
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def entry(key: str, value: str | int) -> bytes:
    """A key with a string or an unsigned 32-bit value."""
    if isinstance(value, str):
        return text(key) + struct.pack("<I", 8) + text(value)
    return text(key) + struct.pack("<II", 4, value)


def gguf(values: dict[str, str | int], version: int = 3) -> bytes:
    """A file without tensors."""
    head = b"GGUF" + struct.pack("<IQQ", version, 0, len(values))
    return head + b"".join(entry(key, value) for key, value in values.items())


def replaced(source: Path, target: Path, old: bytes, new: bytes) -> Path:
    """Copy a file with one byte sequence changed for another of the same length."""
    data = source.read_bytes()
    assert len(old) == len(new)
    assert old in data
    target.write_bytes(data.replace(old, new, 1))
    return target


def unknown_architecture(target: Path) -> Path:
    """The starter model under an architecture's name that llama.cpp has never heard of."""
    return replaced(starter_model(), target, text("general.architecture") + struct.pack("<I", 8) + text("qwen3"),
                    text("general.architecture") + struct.pack("<I", 8) + text("qwfoo"))  # fmt: skip


EMPTY_BLOCK = rb"{{- '<think>\n\n</think>\n\n' }}"
SWITCH = b"{%- if enable_thinking is defined and enable_thinking is false %}"


def retemplated(target: Path, *changes: tuple[bytes, bytes]) -> Path:
    """The starter model with parts of its chat template changed, each padded to its old length."""
    data = starter_model().read_bytes()
    for old, new in changes:
        assert data.count(old) == 1
        data = data.replace(old, new.ljust(len(old)))
    target.write_bytes(data)
    return target


def always_thinking(target: Path) -> Path:
    """The starter model with a template that opens the thoughts whatever is asked, as Qwen3-Thinking-2507 has it."""
    return retemplated(target, (SWITCH, b"{%- if true %}"), (EMPTY_BLOCK, rb"{{- '<think>\n' }}"))


def unhelpful_switch(target: Path) -> Path:
    """The starter model with a template that, switched off, does not write the empty block the model knows."""
    return retemplated(target, (EMPTY_BLOCK, b"{{- ' ' }}"))


def without_template(target: Path) -> Path:
    """The starter model with its chat template under a name that nobody looks for."""
    return replaced(starter_model(), target, b"tokenizer.chat_template", b"tokenizer.chat_tomplate")


def long_context(target: Path) -> Path:
    """The starter model, said to be trained with 262144 tokens."""
    key = text("qwen3.context_length") + struct.pack("<I", 4)
    return replaced(starter_model(), target, key + struct.pack("<I", 32768), key + struct.pack("<I", 262144))
