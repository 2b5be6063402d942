"""Model cards: Markdown with a block of YAML before it, which is not for people."""

from __future__ import annotations

import re

LARGEST_CARD = 256 * 1024
FRONT_MATTER = re.compile(r"\A\s*---\s*\n.*?\n---\s*(\n|\Z)", re.DOTALL)


def card_text(raw: bytes) -> str:
    """Return a card without its front matter; bytes that are no UTF-8 are replaced."""
    text = raw[:LARGEST_CARD].decode("utf-8", "replace").replace("\r\n", "\n")
    return FRONT_MATTER.sub("", text, count=1).strip()
