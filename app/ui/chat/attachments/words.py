"""What a document's chip says. Translated when shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.chat.conversation import AttachmentPart
from app.documents.quoting import sent_numbers
from app.session.attachments.attachment_items import Chip, ChipState, Choice
from app.session.counted import Counted

translate = QCoreApplication.translate


def chip_line(chip: Chip) -> str:
    """Return the second line of a chip above the message."""
    match chip.state:
        case ChipState.FAILED:
            return chip.problem
        case ChipState.READING:
            return _reading(chip)
        case ChipState.WORKING:
            return _working(chip)
        case ChipState.WAITING:
            return translate("Attachments", "Waiting for its turn")
        case ChipState.READY:
            return _ready(chip)


def part_line(part: AttachmentPart) -> str:
    """Return the second line of a chip in a message."""
    tokens = tokens_words(part.token_count) if part.token_count else size_words(part.size)
    if not part.sent_text:
        return tokens
    if sent_numbers(part.sent_text):
        return translate("Attachments", "Parts · {tokens}").format(tokens=tokens)
    return translate("Attachments", "Summary · {tokens}").format(tokens=tokens)


def tokens_words(tokens: int) -> str:
    """Return a count of tokens."""
    return Counted().tokens(tokens)


def size_words(size: int) -> str:
    """Return a file's size."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _reading(chip: Chip) -> str:
    if chip.total > 1:
        return translate("Attachments", "Reading page {done} of {total}…").format(
            done=QLocale().toString(chip.done), total=QLocale().toString(chip.total)
        )
    return translate("Attachments", "Reading…")


def _working(chip: Chip) -> str:
    if chip.choice is not Choice.SUMMARY:
        return translate("Attachments", "Getting ready…")
    if not chip.total:
        return translate("Attachments", "Summarising…")
    return translate("Attachments", "Summarising · {done} of {total}").format(
        done=QLocale().toString(min(chip.done + 1, chip.total)), total=QLocale().toString(chip.total)
    )


def _ready(chip: Chip) -> str:
    if chip.too_long:
        return translate("Attachments", "Too long · {tokens}").format(tokens=tokens_words(chip.tokens))
    match chip.choice:
        case Choice.RELEVANT if chip.follows:
            return translate("Attachments", "Searched per question")
        case Choice.RELEVANT:
            return translate("Attachments", "Matching parts")
        case Choice.SUMMARY:
            return translate("Attachments", "Summary · {tokens}").format(tokens=tokens_words(chip.tokens))
        case Choice.ALL:
            tokens = tokens_words(chip.tokens)
            return tokens if chip.counted else translate("Attachments", "about {tokens}").format(tokens=tokens)
