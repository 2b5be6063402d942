"""Text from outside in tooltips."""

from __future__ import annotations

import html


def plain(text: str) -> str:
    """Return a tooltip that shows ``text`` as it stands. Qt takes a tooltip that looks like HTML for HTML."""
    return f'<p style="white-space: pre-wrap">{html.escape(text)}</p>' if text else ""
