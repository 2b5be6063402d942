"""A formula's elements as MathML in a page. Only a few names stand there, and every letter is escaped. No Qt.

What browsers draw is MathML Core: what it lacks (where a column's cells stand, frames) the page's style sheet has.
"""

from __future__ import annotations

import re
from html import escape

from app.chat.markup_api import MathNode

LEAVES = frozenset({"mi", "mn", "mo", "mtext", "ms", "mspace"})
# How many elements lie in one; None: any number.
ELEMENTS: dict[str, int | None] = {
    **dict.fromkeys(("mrow", "mstyle", "mtable", "mtr", "mtd", "mpadded", "mphantom", "menclose", "msqrt", "merror")),
    **dict.fromkeys(("mfrac", "msub", "msup", "munder", "mover", "mroot"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}
_ATTRIBUTES = (
    "mathvariant stretchy fence form accent accentunder displaystyle scriptlevel linethickness width height depth "
    "lspace rspace voffset minsize maxsize separator largeop movablelimits symmetric mathcolor notation"
)
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
VALUE = re.compile(r"[#+-]?[A-Za-z0-9. %]{1,40}")
SIDES = {"left": "start", "right": "end"}
STYLE = """
math { font-family: "STIX Two Math", "Cambria Math", math; font-size: 1.08em; }
math[display="block"] { margin: .8em 0; overflow-x: auto; overflow-y: hidden; }
mtd.start { text-align: left; } mtd.end { text-align: right; } mtd { padding-block: .3em; }
menclose[notation="box"] { border: 1px solid; padding: .25em .4em; }
menclose[notation$="strike"] { text-decoration: line-through; }
"""


def mathml(root: MathNode, source: str) -> str:
    """Return the element ``math``, ``source`` (LaTeX) in it for whoever copies. Raises ValueError: not well-formed."""
    display = "block" if root.attributes.get("display") == "block" else "inline"
    inside = "".join(_element(child) for child in root.children)
    if root.tag != "math" or not inside:
        raise ValueError("no formula")
    annotation = f'<annotation encoding="application/x-tex">{escape(source)}</annotation>'
    return f'<math display="{display}"><semantics><mrow>{inside}</mrow>{annotation}</semantics></math>'


def _element(node: MathNode) -> str:
    if node.tag in LEAVES:
        if node.children:
            raise ValueError(f"elements within {node.tag}")
        inside = escape(node.text)
    elif node.tag in ELEMENTS and ELEMENTS[node.tag] in {None, len(node.children)} and not node.text:
        inside = "".join(_element(child) for child in node.children)
    else:
        raise ValueError(f"not expected: {node.tag}")
    return f"<{node.tag}{_attributes(node)}>{inside}</{node.tag}>"


def _attributes(node: MathNode) -> str:
    written = {name: value for name, value in node.attributes.items() if name in ATTRIBUTES}
    side = SIDES.get(node.attributes.get("columnalign", ""))
    if side and node.tag == "mtd":
        written["class"] = side
    return "".join(f' {name}="{value}"' for name, value in written.items() if VALUE.fullmatch(value))
