"""From messages to tokens. What a person wrote stays text, even when it spells the name of a control token.

Names of control tokens inside messages are swapped for markers before the template is rendered, and tokenised apart,
as text, where the markers come out. Everything else is tokenised as one text, exactly as a model was trained.
"""

from __future__ import annotations

import os
import re
from array import array
from collections.abc import Iterable
from typing import Any, Protocol

import msgspec

from app.engine.api import ChatMessage, Role
from app.engine.capability import Renders
from app.engine.thinking import Tags

ENGINE_TAGS = ("<tool_call>", "</tool_call>", "<tool_response>", "</tool_response>")
"""Ordinary tokens by their type, to which templates and we give a meaning: they are escaped like control tokens."""


class Tokenizes(Protocol):
    """What this module needs of a vocabulary."""

    first: int | None
    bos_text: str
    eos_text: str

    def tokenize(self, text: str, *, special: bool) -> array[int]:
        """Return the token ids of ``text``."""

    def control_texts(self) -> list[str]:
        """Return the names that a person's text must not become."""


class Prompt(msgspec.Struct, frozen=True):
    """Tokens to read before the answer. ``inside``: they have opened the thoughts already."""

    tokens: array[int]
    inside: bool


class Escapes:
    """Swaps the names of control tokens for markers that no text contains by accident."""

    def __init__(self, names: Iterable[str]) -> None:
        longest_first = sorted({name for name in names if len(name) > 1}, key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None
        nonce = os.urandom(6).hex()
        self._marker = f"\ue000{nonce}:{{}}\ue001"
        self._markers = re.compile(f"\ue000{nonce}:(\\d+)\ue001")
        self._hidden: list[str] = []

    def hide(self, text: str) -> str:
        """Return ``text`` with markers in place of names."""
        return text if self._names is None else self._names.sub(self._swap, text)

    def _swap(self, match: re.Match[str]) -> str:
        self._hidden.append(match.group())
        return self._marker.format(len(self._hidden) - 1)

    def split(self, text: str) -> list[tuple[str, bool]]:
        """Return the pieces of a rendered text, in order, with whether each is a name that stays text."""
        pieces = self._markers.split(text)
        return [(self._hidden[int(p)] if i % 2 else p, bool(i % 2)) for i, p in enumerate(pieces) if p]


class PromptBuilder:
    """Builds the prompts of one model."""

    def __init__(self, vocabulary: Tokenizes, renderer: Renders, tags: Tags | None) -> None:
        self._vocabulary = vocabulary
        self._renderer = renderer
        self._tags = tags
        own = (*ENGINE_TAGS, *((tags.open_text, tags.close_text) if tags else ()))
        self._names = [*vocabulary.control_texts(), *own]

    def build(self, messages: list[ChatMessage], values: dict[str, Any], thoughts: str = "") -> Prompt:
        """Return the prompt for the next answer. ``thoughts`` are put after it, to go on from. Raises TemplateError."""
        escapes = Escapes(self._names)
        text = self._render(messages, values, escapes)
        inside = self._tags is not None and text.rstrip().endswith(self._tags.open_text)
        if thoughts and self._tags is not None:
            text += ("" if inside else f"{self._tags.open_text}\n") + escapes.hide(thoughts)
            inside = True
        return Prompt(self._tokens(escapes.split(text)), inside)

    def before_next(self, messages: list[ChatMessage], values: dict[str, Any]) -> array[int]:
        """Return the tokens that the next turn's prompt will begin with, up to the person's next message."""
        mark = f"\ue002{os.urandom(6).hex()}\ue003"
        escapes = Escapes(self._names)
        text = self._render([*messages, ChatMessage(Role.USER, mark)], values, escapes)
        return self._tokens(escapes.split(text.partition(mark)[0]))

    def _render(self, messages: list[ChatMessage], values: dict[str, Any], escapes: Escapes) -> str:
        hidden = [
            msgspec.structs.replace(m, content=escapes.hide(m.content), thinking=escapes.hide(m.thinking))
            for m in messages
        ]
        texts = {"bos_token": self._vocabulary.bos_text, "eos_token": self._vocabulary.eos_text}
        return self._renderer.render(hidden, **texts, **values)

    def _tokens(self, pieces: list[tuple[str, bool]]) -> array[int]:
        first = self._vocabulary.first
        tokens: array[int] = array("i")
        for text, literal in pieces:
            if literal:  # cut after its first character: then no tokenizer takes it for the token it names
                tokens += self._vocabulary.tokenize(text[:1], special=False)
                tokens += self._vocabulary.tokenize(text[1:], special=False)
            else:
                tokens += self._vocabulary.tokenize(text, special=True)
        if first is not None and tokens[:1] != array("i", [first]):
            tokens.insert(0, first)
        return tokens
