"""What stands before a sentence, so that a model knows who "she" is and which word was chosen before. No Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.translate.masking import mask
from app.translate.segments import Segment, split

MOST_CHARS, MOST_PIECES = 300, 6
"""A sentence or two: every one of them is read anew for each sentence, and the space between two is a piece too."""

LEAST_PARAMETERS = 3_000_000_000
"""Smaller models translate what they were only to read."""

_MARKS = re.compile(r"⟦\d+⟧")


def before(pieces: Sequence[Segment], index: int) -> str:
    """Return the sentences right before one, without addresses, code and tags; "" when there are none."""
    found: list[str] = []
    room = MOST_CHARS
    for piece in reversed(pieces[max(0, index - MOST_PIECES) : index]):
        if piece.translate:
            room -= len(piece.text)
            if room < 0:
                break
            found.insert(0, piece.text)
    return " ".join(_MARKS.sub(" ", mask(" ".join(found)).text).split())


def says_more(source: str, result: str, source_code: str, target_code: str) -> bool:
    """Whether a translation has more sentences than its source, as when what stood before it came along."""
    counts = [
        sum(piece.translate for piece in split(text, code))
        for text, code in ((source, source_code), (result, target_code))
    ]
    return counts[1] > max(1, counts[0])
