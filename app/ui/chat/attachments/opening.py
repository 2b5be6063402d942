"""Shows documents: those that wait, those that were sent, and the paragraph that an answer cites."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.chat.conversation import AttachmentPart, Message
from app.documents.quoting import SUMMARY, sent_numbers
from app.session.attachments.attachment_items import Chip
from app.ui.chat.attachments.preview import DocumentPreview, PreviewText
from app.ui.chat.attachments.words import chip_line, part_line, size_words
from app.ui.theme import Theme

PARAGRAPH = re.compile(r"paragraph:([A-Z]?)(\d{1,6})")


def open_part(theme: Theme, part: AttachmentPart, parent: QWidget, messages: Sequence[Message]) -> DocumentPreview:
    """Show a document of a message; of one that was sent before, the earlier ``messages`` have the text."""
    parts = (other for message in messages for other in message.attachments)
    text = part.text or next((other.text for other in parts if other.document_id == part.document_id), "")
    numbers = sent_numbers(part.sent_text)
    summary = part.sent_text.removeprefix(SUMMARY).strip() if part.sent_text and not numbers else ""
    about = " · ".join((size_words(part.size), part_line(part)))
    document = PreviewText(part.name, text, about, summary, frozenset(number for _, number in numbers))
    return _opened(DocumentPreview(theme, document, parent))


def open_chip(theme: Theme, chip: Chip, text: str, parent: QWidget) -> DocumentPreview:
    """Show a document that waits to be sent."""
    about = [size_words(chip.size), chip_line(chip)]
    if chip.cut:
        about.append(QCoreApplication.translate("Attachments", "The end is missing: it was too long to be read whole."))
    return _opened(DocumentPreview(theme, PreviewText(chip.name, text, " · ".join(about), pasted=chip.pasted), parent))


def open_cited(theme: Theme, link: str, messages: Sequence[Message], parent: QWidget) -> DocumentPreview | None:
    """Show the paragraph that a link in an answer names; None when no document of the conversation has it."""
    found = PARAGRAPH.fullmatch(link)
    if found is None:
        return None
    letter, number = found[1], int(found[2])
    parts = [part for message in reversed(messages) for part in message.attachments]
    # The model may have left the letter out, or taken the number from a part that it was not given.
    for wanted in ([(letter, number)], [("", number), *((chr(c), number) for c in range(ord("A"), ord("Z") + 1))]):
        for part in parts:
            if not set(wanted).isdisjoint(sent_numbers(part.sent_text)):
                preview = open_part(theme, part, parent, messages)
                preview.show_paragraph(number)
                return preview
    return None


def _opened(preview: DocumentPreview) -> DocumentPreview:
    preview.open()
    return preview
