"""A conversation as one HTML file that loads nothing and runs nothing, wherever it is opened. No Qt.

What was said is hostile: raw HTML in it is shown as text, there are no pictures, links go to the web or to mail only,
formulas are elements that are written here, and the page itself forbids every load.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import datetime

from app.chat.conversation import Conversation, Message
from app.chat.exporting.api import ExportOptions
from app.chat.exporting.markdown_html import markdown_as_html
from app.chat.exporting.page_style import PAGE_STYLE
from app.chat.exporting.typeset import Typesetter
from app.engine.api import Role

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_AS_IT_IS = Typesetter()


def conversation_as_html(
    conversation: Conversation,
    messages: Sequence[Message],
    options: ExportOptions,
    typesetter: Typesetter = _AS_IT_IS,
) -> str:
    """Return the whole page."""
    title, language = html.escape(title_of(conversation, options)), html.escape(options.words.language)
    direction = "rtl" if options.words.rtl else "ltr"
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>{PAGE_STYLE}</style>\n</head>\n<body>",
            *html_pieces(conversation, messages, options, typesetter),
            "</body>\n</html>\n",
        ]
    )


def html_pieces(
    conversation: Conversation,
    messages: Sequence[Message],
    options: ExportOptions,
    typesetter: Typesetter = _AS_IT_IS,
) -> list[str]:
    """Return what stands in the page's body: its heading, then each message; every piece is whole in itself."""
    title = html.escape(title_of(conversation, options))
    date = datetime.fromtimestamp(conversation.created_at).astimezone().strftime(options.words.date_format)
    heading = f'<h1 dir="auto">{title}</h1>\n<p class="date"><span dir="ltr">{html.escape(date)}</span></p>'
    return [heading, *(_message(message, options, typesetter) for message in messages)]


def title_of(conversation: Conversation, options: ExportOptions) -> str:
    """Return the title in one line, or the word for none."""
    return " ".join(conversation.title.split()) or options.words.untitled


def _message(message: Message, options: ExportOptions, typesetter: Typesetter) -> str:
    asks = message.role is Role.USER
    name = options.words.person if asks else message.model_name or options.words.assistant
    blocks = [f'<h2 class="who" dir="auto">{html.escape(name)}</h2>']
    blocks += [f'<p class="file" dir="auto">{html.escape(one.name)}</p>' for one in message.attachments]
    thoughts = message.thinking
    if thoughts is not None and options.thoughts and thoughts.text.strip():
        label, inside = html.escape(options.words.thoughts), markdown_as_html(thoughts.text, typesetter)
        blocks.append(f"<details><summary>{label}</summary>\n{inside}</details>")
    if message.text.strip():
        blocks.append(_paragraphs(message.text) if asks else markdown_as_html(message.text, typesetter))
    return "\n".join(blocks)


def _paragraphs(text: str) -> str:
    """Return plain text, each paragraph in its own direction."""
    pieces = (html.escape(piece) for piece in text.strip("\n").split("\n\n"))
    paragraphs = "\n".join(f'<p dir="auto">{piece}</p>' for piece in pieces)
    return f'<div class="asked">\n{paragraphs}\n</div>'
