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
from app.engine.renderer import TemplateError
from app.engine.thinking import Tags

ENGINE_TAGS = ("<tool_call>", "</tool_call>", "<tool_response>", "</tool_response>")
"""Ordinary tokens by their type, to which templates and we give a meaning: they are escaped like control tokens."""


Segment = tuple[tuple[str, bool], ...]
"""Pieces of text, each with whether it is a name that stays text."""


FRAME = 256
"""Characters: no template writes more before a message."""


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


_MARKERS = re.compile("\ue000([0-9a-f]{12}):(\\d+)\ue001")


class Escapes:
    """Swaps the names of control tokens for markers that no text contains by accident."""

    def __init__(self, names: re.Pattern[str] | None) -> None:
        """``names``: of ``any_of``."""
        self._names = names
        self._nonce = os.urandom(6).hex()
        self._hidden: list[str] = []

    def hide(self, text: str) -> str:
        """Return ``text`` with markers in place of names."""
        return text if self._names is None else self._names.sub(self._swap, text)

    def _swap(self, match: re.Match[str]) -> str:
        self._hidden.append(match.group())
        return f"\ue000{self._nonce}:{len(self._hidden) - 1}\ue001"

    def split(self, text: str) -> list[tuple[str, bool]]:
        """Return the pieces of a rendered text, in order, with whether each is a name that stays text."""
        found: list[tuple[str, bool]] = []
        begin = 0
        for match in _MARKERS.finditer(text):
            if match[1] == self._nonce:
                found += [(text[begin : match.start()], False), (self._hidden[int(match[2])], True)]
                begin = match.end()
        found.append((text[begin:], False))
        return [piece for piece in found if piece[0]]


def any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds these names in a text, the longest first. Made once: it takes longer than a short prompt."""
    longest_first = sorted({name for name in names if len(name) > 1}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None


class PromptBuilder:
    """Builds the prompts of one model."""

    def __init__(self, vocabulary: Tokenizes, renderer: Renders, tags: Tags | None) -> None:
        self._vocabulary = vocabulary
        self._renderer = renderer
        self._tags = tags
        own = (*ENGINE_TAGS, *((tags.open_text, tags.close_text) if tags else ()))
        self._control = [name for name in vocabulary.control_texts() if len(name) > 1]
        self._names = any_of([*self._control, *own])
        self._knows_system: bool | None = None  # found out when it is first asked

    def build(
        self, messages: list[ChatMessage], values: dict[str, Any], thoughts: str = "", answer: str = ""
    ) -> Prompt:
        """Return the prompt for the next answer. Raises TemplateError.

        ``thoughts`` are put after it, to go on from; with an ``answer`` they are closed, and it is gone on from.
        """
        escapes = Escapes(self._names)
        text = self._render(messages, values, escapes)
        inside = self._tags is not None and text.rstrip().endswith(self._tags.open_text)
        if self._tags is not None and (thoughts or (inside and answer)):
            text += ("" if inside else f"{self._tags.open_text}\n") + escapes.hide(thoughts)
            inside = not answer
            text += f"\n{self._tags.close_text}\n\n" if answer else ""
        return Prompt(self._tokens(escapes.split(text + escapes.hide(answer))), inside)

    def before_next(self, messages: list[ChatMessage], values: dict[str, Any], draft: str = "") -> array[int]:
        """Return the tokens that the next turn's prompt will begin with: up to and with the person's ``draft``."""
        mark = f"\ue002{os.urandom(6).hex()}\ue003"
        escapes = Escapes(self._names)
        text = self._render([*messages, ChatMessage(Role.USER, draft)], values, escapes, end=mark)
        return self._tokens(escapes.split(text.partition(mark)[0]))

    def segments(self, messages: list[ChatMessage], values: dict[str, Any]) -> list[Segment]:
        """Return the pieces of the prompt that each message is responsible for, its frame included.

        Cut before the control token that begins a turn, where no token can lie across: together their tokens are the
        prompt's. A template without such tokens is cut before the message itself, which may cost a token.
        """
        escapes = Escapes(self._names)
        nonce = os.urandom(6).hex()
        marks = [f"\ue002{nonce}{number}\ue003" for number in range(len(messages))]
        marked = [_marked(message, mark) for message, mark in zip(messages, marks, strict=True)]
        rest, text, starts, last = self._render(marked, values, escapes), "", [], 0
        for mark in marks:
            before, found, after = rest.partition(mark)
            if found:
                text, rest = text + before, after
                starts.append(self._turn_begins(text, last) if last else 0)
                last = len(text)
            else:  # a message that the template leaves out
                starts.append(-1)
        text += rest
        ends = [min((other for other in starts[i + 1 :] if other >= 0), default=len(text)) for i in range(len(starts))]
        return [
            tuple(escapes.split(text[start:end])) if start >= 0 else () for start, end in zip(starts, ends, strict=True)
        ]

    def count(self, segment: Segment, *, first: bool) -> int:
        """Return the tokens of a segment."""
        return len(self._tokens(segment, first=first))

    def _turn_begins(self, text: str, earliest: int) -> int:
        """Return where the last control token before the end of ``text`` begins, or the end itself."""
        near = max(earliest, len(text) - FRAME)
        last = max((text.rfind(name, near) for name in self._control), default=-1)
        return len(text) if last < 0 else last

    def _render(self, messages: list[ChatMessage], values: dict[str, Any], escapes: Escapes, end: str = "") -> str:
        hidden = [
            msgspec.structs.replace(m, content=escapes.hide(m.content), thinking=escapes.hide(m.thinking))
            for m in self._as_known(messages, values)
        ]
        if end:
            hidden[-1] = msgspec.structs.replace(hidden[-1], content=hidden[-1].content + end)
        texts = {"bos_token": self._vocabulary.bos_text, "eos_token": self._vocabulary.eos_text}
        return self._renderer.render(hidden, **texts, **values)

    def _as_known(self, messages: list[ChatMessage], values: dict[str, Any]) -> list[ChatMessage]:
        """Put the system prompt before the person's first words where a template refuses it or leaves it out."""
        if not messages or messages[0].role is not Role.SYSTEM:
            return messages
        if self._knows_system is None:
            self._knows_system = self._shows_system(values)
        return messages if self._knows_system else _without_system(messages)

    def _shows_system(self, values: dict[str, Any]) -> bool:
        mark = f"\ue002{os.urandom(6).hex()}\ue003"
        texts = {"bos_token": self._vocabulary.bos_text, "eos_token": self._vocabulary.eos_text}
        question = [ChatMessage(Role.SYSTEM, mark), ChatMessage(Role.USER, "Hello")]
        try:
            return mark in self._renderer.render(question, **texts, **values)
        except TemplateError:
            return False

    def _tokens(self, pieces: Iterable[tuple[str, bool]], *, first: bool = True) -> array[int]:
        begin = self._vocabulary.first if first else None
        tokens: array[int] = array("i")
        for text, literal in pieces:
            if literal:  # cut after its first character: then no tokenizer takes it for the token it names
                tokens += self._vocabulary.tokenize(text[:1], special=False)
                tokens += self._vocabulary.tokenize(text[1:], special=False)
            else:
                tokens += self._vocabulary.tokenize(text, special=True)
        if begin is not None and tokens[:1] != array("i", [begin]):
            tokens.insert(0, begin)
        return tokens


def _without_system(messages: list[ChatMessage]) -> list[ChatMessage]:
    system, rest = messages[0].content, messages[1:]
    if rest and rest[0].role is Role.USER:
        return [ChatMessage(Role.USER, f"{system}\n\n{rest[0].content}"), *rest[1:]]
    return [ChatMessage(Role.USER, system), *rest]


def _marked(message: ChatMessage, mark: str) -> ChatMessage:
    """Put a mark before a message's first visible character: templates strip the white space before it."""
    bare = message.content.lstrip()
    space = message.content[: len(message.content) - len(bare)]
    return msgspec.structs.replace(message, content=space + mark + bare)
