"""Summarising a document that is longer than the model's window: part by part, then the summaries. No engine here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.documents.paragraphs import Paragraph
from app.documents.quoting import BEGIN, END, RULE, without_markers

PART = (
    "Summarise this part of a document in its own language. Keep names, numbers, dates and conclusions. "
    "Write only the summary, at most {words} words."
)
WHOLE = (
    "These are summaries of the parts of one document, in order. Write one summary of the whole document in its own "
    "language. Keep names, numbers, dates and conclusions. Write only the summary, at most {words} words."
)
WORDS_PART = 150
WORDS_WHOLE = 400
TOKENS_PART = 320
TOKENS_WHOLE = 800
"""Longest summaries: a model that does not stop is stopped."""


def parts(paragraphs: Sequence[Paragraph], room: int, cost: Callable[[str], int]) -> list[str]:
    """Return the document in pieces of whole paragraphs that each fit into ``room``."""
    return gathered([paragraph.text for paragraph in paragraphs], room, cost)


def gathered(texts: Sequence[str], room: int, cost: Callable[[str], int]) -> list[str]:
    """Join texts in their order into as few as fit into ``room`` each; one that is too long stands alone."""
    pieces: list[list[str]] = []
    left = 0
    for text in texts:
        needed = cost(text)
        if not pieces or needed > left:
            pieces.append([])
            left = room
        pieces[-1].append(text)
        left -= needed
    return ["\n\n".join(piece) for piece in pieces]


def prompt(name: str, text: str, *, whole: bool) -> str:
    """Return what the model is asked about one piece; ``whole``: the piece is made of summaries."""
    task = (WHOLE if whole else PART).format(words=WORDS_WHOLE if whole else WORDS_PART)
    return f"{RULE}\n{BEGIN.format(name=name)}\n{without_markers(text)}\n{END}\n\n{task}"
