"""A conversation as one HTML file that loads nothing and runs nothing, wherever it is opened. No Qt.

What was said is hostile: raw HTML in it is shown as text, there are no pictures, links go to the web or to mail only,
and the page itself forbids every load.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.chat.conversation import Conversation, Message
from app.chat.exporting.api import ExportOptions
from app.engine.api import Role

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LINK_SCHEMES = frozenset({"http", "https", "mailto"})

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
  overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1rem; margin: 2rem 0 .4rem; }
.date, .file, details { opacity: .7; font-size: .9rem; }
.asked { white-space: pre-wrap; }
pre, code { font-family: ui-monospace, monospace; font-size: .9em; }
pre { padding: .8rem; border: 1px solid; border-radius: 6px; overflow-x: auto; direction: ltr; text-align: left; }
table { border-collapse: collapse; } th, td { border: 1px solid; padding: .2rem .5rem; }
.task { list-style: none; margin-inline-start: -1.3em; }
blockquote { margin-inline: 0; padding-inline-start: .8rem; border-inline-start: 3px solid; }
"""

_BOXES = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_DIRECTED = frozenset({"paragraph", "heading", "list_item", "blockquote", "td", "th", "bullet_list", "ordered_list"})


def conversation_as_html(conversation: Conversation, messages: Sequence[Message], options: ExportOptions) -> str:
    """Return the whole page."""
    title = html.escape(title_of(conversation, options))
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html lang="{html.escape(options.words.language)}">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
            *html_pieces(conversation, messages, options),
            "</body>\n</html>\n",
        ]
    )


def html_pieces(conversation: Conversation, messages: Sequence[Message], options: ExportOptions) -> list[str]:
    """Return what stands in the page's body: its heading, then each message; every piece is whole in itself."""
    title = html.escape(title_of(conversation, options))
    date = datetime.fromtimestamp(conversation.created_at).astimezone().strftime(options.words.date_format)
    heading = f'<h1 dir="auto">{title}</h1>\n<p class="date">{html.escape(date)}</p>'
    return [heading, *(_message(message, options) for message in messages)]


def title_of(conversation: Conversation, options: ExportOptions) -> str:
    """Return the title in one line, or the word for none."""
    return " ".join(conversation.title.split()) or options.words.untitled


def _message(message: Message, options: ExportOptions) -> str:
    asks = message.role is Role.USER
    name = options.words.person if asks else message.model_name or options.words.assistant
    blocks = [f'<h2 class="who" dir="auto">{html.escape(name)}</h2>']
    blocks += [f'<p class="file" dir="auto">{html.escape(one.name)}</p>' for one in message.attachments]
    thoughts = message.thinking
    if thoughts is not None and options.thoughts and thoughts.text.strip():
        label = html.escape(options.words.thoughts)
        blocks.append(f"<details><summary>{label}</summary>\n{markdown_as_html(thoughts.text)}</details>")
    if message.text.strip():
        blocks.append(_paragraphs(message.text) if asks else markdown_as_html(message.text))
    return "\n".join(blocks)


def _paragraphs(text: str) -> str:
    """Return plain text, each paragraph in its own direction."""
    pieces = (html.escape(piece) for piece in text.strip("\n").split("\n\n"))
    return "\n".join(f'<p class="asked" dir="auto">{piece}</p>' for piece in pieces)


def markdown_as_html(text: str) -> str:
    """Return Markdown as HTML that is harmless whatever the text."""
    parser = _parser()
    tokens = parser.parse(text)
    _direct(tokens)
    _tick(tokens)
    return str(parser.renderer.render(tokens, parser.options, {}))


def _direct(tokens: Iterable[Token]) -> None:
    for token in tokens:
        if token.nesting == 1 and token.type.removesuffix("_open") in _DIRECTED:
            token.attrSet("dir", "auto")


def _tick(tokens: Sequence[Token]) -> None:
    """Draw the boxes of task lists."""
    for item, inside in zip(tokens, tokens[2:], strict=False):
        first = inside.children[0] if inside.children and item.type == "list_item_open" else None
        if first is not None and first.type == "text" and first.content[:4] in _BOXES:
            first.content = _BOXES[first.content[:4]] + first.content[4:]
            item.attrSet("class", "task")


@lru_cache(1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - not needed before the first export

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable(["table", "strikethrough"])
    parser.disable(["image", "html_block", "html_inline"])
    parser.validateLink = _is_harmless  # type: ignore[method-assign]
    return parser


def _is_harmless(url: str) -> bool:
    try:
        return urlsplit(url.strip()).scheme.lower() in LINK_SCHEMES
    except ValueError:
        return False
