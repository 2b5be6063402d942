"""Formulas in LaTeX as MathML, for what is written to be read elsewhere. Only in the formula worker. No Qt."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, fromstring

from ziamath.tex import tex2mml

from app.chat.formula_api import MAX_SOURCE
from app.chat.formula_source import UNKNOWN, CannotSetError, prepared
from app.chat.markup_api import MarkupReply, MathNode

MAX_NODES = 5000
NAMESPACE = re.compile(r"^\{[^}]*\}")


def set_markup(source: str, *, display: bool) -> MarkupReply:
    """Return a formula without its delimiters as elements of MathML; none when it cannot be set."""
    if len(source) > MAX_SOURCE or not source.strip():
        return MarkupReply()
    try:
        # latex2mathml escapes nothing that looks like an element; whoever writes this down allows a few names only.
        root = fromstring(tex2mml(prepared(source), inline=not display))  # noqa: S314 - no entity can be declared
        return MarkupReply(root=_node(root, [0]))
    except Exception:  # noqa: BLE001 - whatever a hostile formula does to the library ends here
        return MarkupReply()


def _node(element: Element, seen: list[int]) -> MathNode:
    seen[0] += 1
    text = element.text or ""
    if seen[0] > MAX_NODES or UNKNOWN.fullmatch(text):
        raise CannotSetError  # a command that nobody knows would stand there as letters
    children = [_node(child, seen) for child in element]
    return MathNode(NAMESPACE.sub("", element.tag), dict(element.attrib), text.strip(" \n"), children)
