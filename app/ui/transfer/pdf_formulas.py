"""Formulas in a document that is printed: outlines, as sharp as its letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPyTextObject, QTextCharFormat, QTextDocument, QTextFormat
from typing_extensions import override

from app.chat.exporting.pdf_process import FORMULA
from app.chat.formula_api import FormulaReply
from app.ui.chat.blocks.formulas import BELOW, OBJECT_TYPE, SIDE, SOURCE, Shape, paint_shape, shape_of


class PrintedFormulas(QPyTextObject):
    """Puts formulas where a document has pictures of their names. ``em``: pixels of the paper."""

    def __init__(self, formulas: Sequence[FormulaReply], font: QFont, em: float, room: float, parent: QObject) -> None:
        super().__init__(parent)
        self._shapes = [shape_of(one) for one in formulas]
        self._font, self._em, self._room = font, em, room
        hundred = QFont(font)
        hundred.setPixelSize(100)
        self._depth = QFontMetricsF(hundred).descent() / 100  # of a font, in its own size

    def look(self, name: str, around: QTextCharFormat) -> QTextCharFormat | None:
        """Return the format of the letter that stands for a formula; None: no formula has this name.

        Qt gives an object the depth of its format's font: the font is chosen for that.
        """
        place = name.removeprefix(FORMULA)
        shape = self._shape(int(place)) if name.startswith(FORMULA) and place.isdecimal() else None
        if shape is None:
            return None
        look, font = QTextCharFormat(), QFont(self._font)
        font.setPixelSize(max(1, round(shape.descent * self._scaled(shape) / self._depth)))
        look.setObjectType(OBJECT_TYPE)
        look.setProperty(SOURCE, int(place))
        look.setProperty(BELOW, QFontMetricsF(font).descent())
        look.setFont(font)
        ink = around.foreground()
        look.setForeground(ink if ink.style() is not Qt.BrushStyle.NoBrush else Qt.GlobalColor.black)
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        return look

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        shape = self._shape(format.intProperty(SOURCE))
        if shape is None:
            return QSizeF()
        em = self._scaled(shape)
        return QSizeF((shape.width + 2 * SIDE) * em, shape.ascent * em + format.doubleProperty(BELOW))

    @override
    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, posInDocument: int, format: QTextFormat
    ) -> None:
        shape = self._shape(format.intProperty(SOURCE))
        if shape is None:
            return
        em = self._scaled(shape)
        painter.save()
        painter.translate(rect.left() + SIDE * em, rect.bottom() - format.doubleProperty(BELOW))
        paint_shape(painter, shape, em, format.foreground(), self._letters)
        painter.restore()

    def _shape(self, place: int) -> Shape | None:
        return self._shapes[place] if place < len(self._shapes) else None

    def _scaled(self, shape: Shape) -> float:
        """Return the size of the text around it, or less, so that the page has room for it."""
        return min(self._em, self._room / (shape.width + 2 * SIDE))

    def _letters(self, size: int) -> QFont:
        font = QFont(self._font)
        font.setPixelSize(size)
        return font
