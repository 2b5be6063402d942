"""What a model's thinking lets us control, found by rendering its template both ways; never by its name. Pure."""

from __future__ import annotations

from typing import Any, Protocol

import msgspec

from app.engine.api import ChatMessage, Role, ThinkingSupport
from app.engine.renderer import TemplateError
from app.engine.thinking import Tags

EFFORT_LEVELS = ["low", "medium", "high"]


class Renders(Protocol):
    """Whatever renders the template: the real renderer, or a test's own."""

    def render(self, messages: list[ChatMessage], **values: Any) -> str:
        """Return the prompt's text. Raises TemplateError."""


class Capability(msgspec.Struct, frozen=True):
    """What can be controlled, and the effort levels' names if it is those."""

    support: ThinkingSupport
    effort_levels: list[str]


def options(*, thinking: bool, effort: str | None = None) -> dict[str, Any]:
    """Return the template arguments for a mode. Families differ in the switch's name; the other is ignored."""
    values: dict[str, Any] = {"enable_thinking": thinking, "thinking": thinking}
    return values if effort is None else values | {"reasoning_effort": effort}


def detect(renderer: Renders, tags: Tags | None) -> Capability:
    """Find out. Raises TemplateError when not even one plain question can be rendered."""
    question = [ChatMessage(Role.USER, "Hello")]
    on = renderer.render(question, **options(thinking=True))
    if tags is not None:
        off = renderer.render(question, **options(thinking=False))
        if on != off:
            return Capability(ThinkingSupport.HYBRID, [])
        if on.rstrip().endswith(tags.open_text) or _drops_thoughts(renderer, tags):
            return Capability(ThinkingSupport.ALWAYS, [])
    efforts = [renderer.render(question, **options(thinking=True, effort=level)) for level in ("low", "high")]
    if efforts[0] != efforts[1]:
        return Capability(ThinkingSupport.EFFORT, list(EFFORT_LEVELS))
    return Capability(ThinkingSupport.NEVER, [])


def _drops_thoughts(renderer: Renders, tags: Tags) -> bool:
    """Return whether the template knows thoughts, which it shows by leaving old ones out."""
    answer = f"{tags.open_text}\nfirstly\n{tags.close_text}\n\nsecondly"
    chat = [ChatMessage(Role.USER, "Hello"), ChatMessage(Role.ASSISTANT, answer), ChatMessage(Role.USER, "Bye")]
    try:
        text = renderer.render(chat, **options(thinking=True))
    except TemplateError:
        return False
    return "secondly" in text and "firstly" not in text
