"""Colours of code on the background that code has; every one has a contrast of at least 4.5:1 there (a test checks)."""

from __future__ import annotations

from app.chat.highlight_api import CodeKind

LIGHT_CODE = {
    CodeKind.KEYWORD: "#8a3a8f",
    CodeKind.STRING: "#2c6e49",
    CodeKind.NUMBER: "#9a4a00",
    CodeKind.COMMENT: "#6b6964",
    CodeKind.NAME: "#1f5f9e",
    CodeKind.OPERATOR: "#5b5954",
    CodeKind.ADDED: "#2c6e49",
    CodeKind.REMOVED: "#b3362b",
}
DARK_CODE = {
    CodeKind.KEYWORD: "#d3a0e0",
    CodeKind.STRING: "#93cf9f",
    CodeKind.NUMBER: "#e5b07a",
    CodeKind.COMMENT: "#8f8d87",
    CodeKind.NAME: "#8cbcf0",
    CodeKind.OPERATOR: "#b3b1aa",
    CodeKind.ADDED: "#93cf9f",
    CodeKind.REMOVED: "#ef8379",
}


def code_colours(*, dark: bool) -> dict[CodeKind, str]:
    """Return the colours of one theme; what is missing has the colour of text."""
    return DARK_CODE if dark else LIGHT_CODE
