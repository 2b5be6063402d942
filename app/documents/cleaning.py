"""Text from a document -> text that may be shown and sent: no controls, no letters that nobody can see."""

from __future__ import annotations

import re

# Control characters but tab and newline; the tag block, which hides whole sentences; the invisible operators; halves of
# surrogate pairs and noncharacters, which no JSON and no database takes.
REMOVED = re.compile(
    "[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u2060-\u2064\ufdd0-\ufdef\ufeff\ufffe\uffff\U000e0000-\U000e007f"
    "\ud800-\udfff]"
)
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
LINE_ENDS = re.compile("\r\n|[\r\x0c\x85\u2028\u2029]")
EMPTY_LINES = re.compile(r"\n{4,}")

VISIBLE = {
    **{ord(c): f"⟦U+{ord(c):04X}⟧" for c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b"},
}


def clean(text: str) -> str:
    """Return ``text`` with one kind of line end, without invisible letters, and without large gaps."""
    text = REMOVED.sub("", LINE_ENDS.sub("\n", text))
    lines = "\n".join([line.rstrip(" \t\u00a0") for line in text.split("\n")])
    return EMPTY_LINES.sub("\n\n\n", lines).strip("\n")


def without_hidden(text: str) -> str:
    """Return ``text`` without the letters that nobody can see; also what was stored by another program is sent so."""
    return REMOVED.sub("", text)


def with_marks(text: str) -> str:
    """Return ``text`` with the letters that reorder or hide others made visible, for showing it to a person."""
    return text.translate(VISIBLE)


def file_name(name: str) -> str:
    """Return a file's name in one line, without the letters that hide or reorder others: it could seem another."""
    return " ".join(BIDI.sub("", REMOVED.sub("", name)).split()) or "?"
