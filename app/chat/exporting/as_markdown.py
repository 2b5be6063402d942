"""A conversation as Markdown, the branch that is shown. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.chat.conversation import Conversation, Message, ThinkingPart
from app.chat.exporting.api import ExportOptions
from app.engine.api import Role


def conversation_as_markdown(conversation: Conversation, messages: Sequence[Message], options: ExportOptions) -> str:
    """Return the whole text. What was said is not escaped: answers are Markdown, and code in questions stays code."""
    title = " ".join(conversation.title.split()) or options.words.untitled
    blocks = [f"# {title}", _date(conversation.created_at, options)]
    for message in messages:
        blocks += _message(message, options)
    return "\n\n".join(blocks) + "\n"


def _message(message: Message, options: ExportOptions) -> list[str]:
    asks = message.role is Role.USER
    name = options.words.person if asks else message.model_name or options.words.assistant
    blocks = [f"## {name}"]
    blocks += [f"> {one.name}" for one in message.attachments]
    thoughts = message.thinking
    if thoughts is not None and options.thoughts and thoughts.text.strip():
        blocks.append(_quoted(thoughts, options))
    return [*blocks, message.text.strip("\n")] if message.text.strip() else blocks


def _quoted(thoughts: ThinkingPart, options: ExportOptions) -> str:
    lines = [f"**{options.words.thoughts}**", "", *thoughts.text.strip().splitlines()]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _date(seconds: float, options: ExportOptions) -> str:
    return datetime.fromtimestamp(seconds).astimezone().strftime(f"*{options.words.date_format}*")
