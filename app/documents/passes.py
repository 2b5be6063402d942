"""Summarising what is longer than the model's window: part by part, then the summaries. No engine here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.documents.quoting import BEGIN, END, RULE, without_markers

PART = (
    "Summarise this part of a document in its own language. Keep names, numbers, dates and conclusions. "
    "Write only the summary, at most {words} words."
)
WHOLE = (
    "These are summaries of the parts of one document, in order. Write one summary of the whole document in its own "
    "language. Keep names, numbers, dates and conclusions. Write only the summary, at most {words} words."
)
TOKENS_PART = 320
TOKENS_WHOLE = 800
"""Longest summaries: a model that does not stop is stopped."""

TOKENS_PER_WORD = 2
SMALL_SHARE = 5
"""A summary takes at most one in so many tokens of a small window: two of them have to fit beside their own summary."""

ROOM_SHARE = 0.7
"""Of the window, for the text of one part and its summary; the rest is for the prompt's own words, and for guessing."""

SMALLEST_ROOM = 256


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


def tokens(context: int, *, whole: bool) -> int:
    """Return how long a summary may be, in a window of ``context`` tokens; ``whole``: of everything."""
    return min(TOKENS_WHOLE if whole else TOKENS_PART, context // SMALL_SHARE)


def room(context: int) -> int:
    """Return how many tokens of text go into one part."""
    return max(SMALLEST_ROOM, int(context * ROOM_SHARE) - tokens(context, whole=True))


def prompt(name: str, text: str, context: int, *, whole: bool) -> str:
    """Return what the model is asked about one piece; ``whole``: the piece is made of summaries."""
    task = (WHOLE if whole else PART).format(words=tokens(context, whole=whole) // TOKENS_PER_WORD)
    return f"{RULE}\n{BEGIN.format(name=name)}\n{without_markers(text)}\n{END}\n\n{task}"
