"""What fills the model's window, and where a conversation can be cut when it is full. No Qt objects, no engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.chat.conversation import Message
from app.engine.api import ChatMessage, ModelDescription, Role

NEARLY_FULL, FULL = 0.80, 0.95
"""Shares of the window from which a person is warned, and asked."""

AFTER_CUT = 0.60
"""What may be in use after the oldest turns were dropped: enough room for a few more questions."""


class ContextLevel(StrEnum):
    """How full the window is."""

    OK = "ok"
    WARN = "warn"
    FULL = "full"


@dataclass(frozen=True)
class ContextParts:
    """What the next prompt is made of, in tokens, the template's own words included."""

    system: int = 0  # with the summary of what was dropped
    history: int = 0
    attachments: int = 0  # of all turns and of the message being written
    message: int = 0  # being written


@dataclass(frozen=True)
class LargerWindow:
    """A window that the model could be loaded with. ``fits``: the memory for it was free when the model was loaded."""

    context: int
    extra_bytes: int
    fits: bool


def level_of(used: int, size: int) -> ContextLevel:
    """Return how full a window of ``size`` tokens is."""
    if not size or used < size * NEARLY_FULL:
        return ContextLevel.OK
    return ContextLevel.WARN if used < size * FULL else ContextLevel.FULL


def turns(kept: Sequence[Message]) -> list[list[Message]]:
    """Return the messages behind each turn of a prompt, as ``prompt_messages`` joins them; the system's has none."""
    groups: list[list[Message]] = []
    for message in kept:
        if not message.text.strip() and not (message.role is Role.USER and message.attachments):
            continue
        if groups and groups[-1][0].role is message.role:
            groups[-1].append(message)
        else:
            groups.append([message])
    return groups


def parts_of(
    prompt: Sequence[ChatMessage], counts: Sequence[int], groups: Sequence[Sequence[Message]], *, drafting: bool
) -> ContextParts:
    """Return what the tokens of a prompt are spent on. ``drafting``: its last message is still being written."""
    systems = len(prompt) - len(groups)
    system, rest = sum(counts[:systems]), list(counts[systems:])
    attached = [sum(part.token_count for message in group for part in message.attachments) for group in groups]
    attached = [min(part, count) for part, count in zip(attached, rest, strict=True)]
    words = [count - part for count, part in zip(rest, attached, strict=True)]
    message = words.pop() if drafting and words else 0
    return ContextParts(system=system, history=sum(words), attachments=sum(attached), message=message)


def place_of_cut(counts: Sequence[int], groups: Sequence[Sequence[Message]], size: int) -> int:
    """Return the first turn to keep so that the window is used up to ``AFTER_CUT``; 0 when nothing could go.

    ``counts`` are those of the whole prompt, the system's first. What is kept begins with a question, and the last
    question always stays.
    """
    systems = len(counts) - len(groups)
    fixed, rest = sum(counts[:systems]), list(counts[systems:])
    places = [index for index, group in enumerate(groups) if index and group[0].role is Role.USER]
    fitting = (index for index in places if fixed + sum(rest[index:]) <= size * AFTER_CUT)
    return next(fitting, places[-1] if places else 0)


def larger_windows(model: ModelDescription | None) -> list[LargerWindow]:
    """Return what the loaded model could be given instead: twice as much and so on, up to what it can use.

    What a token takes is what the window took per token when it was loaded, on all devices together.
    """
    placement = model.placement if model else None
    if model is None or placement is None or not placement.context:
        return []
    per_token = sum(use.context_bytes for use in placement.uses) / placement.context
    most = max(model.context_trained, placement.largest_context)
    sizes: list[int] = []
    context = model.context_size * 2
    while context < most and len(sizes) < 3:
        sizes.append(context)
        context *= 2
    if most > model.context_size and len(sizes) < 3:
        sizes.append(min(context, most))
    return [
        LargerWindow(size, int((size - model.context_size) * per_token), fits=size <= placement.largest_context)
        for size in sizes
    ]
