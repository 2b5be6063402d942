"""A text in lines of a given width, as a painter of rows needs it: cut where its room ends, read from its own side."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from app.ui.widgets.direction import starts_right_to_left


def units(text: str) -> int:
    """Return how long Qt takes a text to be: in UTF-16, where an emoji is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def wrapped(text: str, font: QFont, width: int, lines: int, line_height: int = 0) -> QTextLayout:
    """Return a layout of as much of the text as has room in so many lines, each ``line_height`` pixels at least."""
    layout = QTextLayout(text, font)
    right = starts_right_to_left(text)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    end = break_lines(layout, width, lines, line_height)
    if end < units(text):
        kept = text.encode("utf-16-le", "surrogatepass")[: 2 * max(0, end - 2)].decode("utf-16-le", "ignore")
        layout.setText(kept.rstrip() + "…")
        break_lines(layout, width, lines, line_height)
    return layout


def break_lines(layout: QTextLayout, width: int, lines: int, line_height: int) -> int:
    """Lay out at most so many lines, anew after a change of formats; return where the last one ends, in units."""
    layout.beginLayout()
    y, end = 0.0, 0
    for _ in range(lines):
        line: QTextLine = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += max(line.height(), line_height)
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return end
