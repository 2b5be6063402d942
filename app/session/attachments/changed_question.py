"""What a changed question needs of the documents that came with it: other parts of the long ones match it. No Qt."""

from __future__ import annotations

from collections.abc import Sequence, Set

import msgspec

from app.chat.conversation import AttachmentPart, Message
from app.documents.paragraphs import paragraphs
from app.documents.quoting import numbered, quote, sent_numbers
from app.documents.ranking import Index
from app.session.attachments.attachment_items import QUOTE_TOKENS, item_of, known_numbers, relevant_room


def parts_for(
    question: str, parts: Sequence[AttachmentPart], earlier: Sequence[Message], seen: Set[str], room: int
) -> list[AttachmentPart]:
    """Return a message's documents for another question.

    Takes about a second for a million letters.

    Args:
        question: What is asked now.
        parts: As they came with the message.
        earlier: What is above it.
        seen: The ids of the messages that the model sees.
        room: Tokens that are free.
    """
    found = [_again(question, part, earlier, seen, room) if sent_numbers(part.sent_text) else part for part in parts]
    return [part for part in found if part is not None]


def _again(
    question: str, part: AttachmentPart, earlier: Sequence[Message], seen: Set[str], room: int
) -> AttachmentPart | None:
    """Return the parts that match; None: a later question needs nothing that the conversation has not."""
    before = [other for message in earlier for other in message.attachments if other.document_id == part.document_id]
    text = part.text or next((other.text for other in before if other.text), "")
    known = None
    if not part.text:
        known = known_numbers(part.document_id, [message for message in earlier if message.id in seen])
    whole = item_of(msgspec.structs.replace(part, text=text, token_count=0))  # its costs are guessed from all of it
    most = relevant_room(max(room, part.token_count)) - QUOTE_TOKENS
    chosen = Index(paragraphs(text)).choose(question, most, whole.cost, known)
    if not chosen and known is not None:
        return None
    sent = msgspec.structs.replace(part, sent_text=numbered(chosen, sent_numbers(part.sent_text)[0][0]))
    return msgspec.structs.replace(sent, token_count=whole.cost(quote(sent)))
