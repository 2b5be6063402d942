"""A text in numbered paragraphs: the same text always gives the same numbers, so that a number stays a reference.

Paragraphs are what blank lines separate. Short neighbours (headings, lines of a list) belong together, and long ones
are cut: at line ends where there are any, else after sentences, else anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SHORT = 160  # characters: shorter ones join what follows
LONG = 1200
GAP = re.compile(r"\n[ \t]*\n+")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s|[。！？｡।॥؟۔]+[」』”]?|\s")


@dataclass(frozen=True)
class Paragraph:
    """``number`` counts from 1; ``start`` and ``end`` are its characters in the text."""

    number: int
    start: int
    end: int
    text: str


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text."""
    spans: list[tuple[int, int]] = []
    for start, end in _joined(_blocks(text)):
        spans += _cut(text, start, end)
    return [Paragraph(number, start, end, text[start:end]) for number, (start, end) in enumerate(spans, 1)]


def _blocks(text: str) -> list[tuple[int, int]]:
    """Return what blank lines separate, without the white space around it."""
    blocks, start = [], 0
    for gap in (*GAP.finditer(text), None):
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            blocks.append((start, end))
        start = gap.end() if gap else end
    return blocks


def _joined(blocks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in blocks:
        if joined and joined[-1][1] - joined[-1][0] < SHORT and end - joined[-1][0] <= LONG:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    while end - start > LONG:
        cut = _place(text, start, start + LONG)
        spans.append((start, cut))
        start = cut
        while start < end and text[start] == "\n":
            start += 1
    if start < end:
        spans.append((start, end))
    return spans


def _place(text: str, start: int, limit: int) -> int:
    """Return where to cut at the latest before ``limit``: in the second half, so that pieces are not tiny."""
    line = text.rfind("\n", start + LONG // 2, limit)
    if line > 0:
        return line
    ends = [found.end() for found in SENTENCE_END.finditer(text, start + LONG // 2, limit)]
    strong = [end for end in ends if not text[end - 1].isspace() or text[end - 2] in ".!?…\"'”’)]"]
    return (strong or ends or [limit])[-1]
