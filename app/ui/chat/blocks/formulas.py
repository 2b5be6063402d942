"""Formulas as shapes: asked of the worker, remembered, drawn as a letter of the text around them.

A formula that cannot be set, or not in time, stays as the model wrote it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)
from typing_extensions import override

from app.chat.formula_api import WORKER, FormulaReply, FormulaRequest, Letter, without_delimiters
from app.ui.chat.blocks.late_worker import LateWorker
from app.ui.theme import Theme

DEADLINE_MS = 1000  # a large matrix takes a fifth of it
OBJECT = "\ufffc"  # the character that stands for a formula in a document
OBJECT_TYPE = int(QTextFormat.ObjectTypes.UserObject) + 1
SOURCE = int(QTextFormat.Property.UserProperty) + 1  # the LaTeX, delimiters included
EM = SOURCE + 1  # pixels
BELOW = SOURCE + 2  # pixels below the baseline
ABOVE = SOURCE + 3  # pixels above it, at least
MAX_SHAPES = 2000
SIDE = 0.06  # ems of air on both sides


@dataclass(frozen=True)
class Shape:
    """A formula in ems of the text around it; ``path`` has y downwards from the baseline."""

    width: float
    ascent: float
    descent: float
    path: QPainterPath
    letters: tuple[Letter, ...] = ()


class Formulas(QObject):
    """All formulas of the window. ``ready`` says that a formula (its source) can be had now."""

    ready = Signal(str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: LateWorker[FormulaRequest, FormulaReply] = LateWorker(WORKER, FormulaReply, DEADLINE_MS, self)
        self._shapes: OrderedDict[str, Shape | None] = OrderedDict()  # None: it cannot be set
        self._asked: set[str] = set()
        self._theme = theme
        self._sizes: dict[int, QFontMetricsF] = {}  # of the theme's font
        theme.changed.connect(self._sizes.clear)
        self._drawer = _Drawer(self, theme)

    def shape(self, source: str) -> Shape | None:
        """Return a formula's shape, or None when there is none (yet): ``ready`` says when there is."""
        if source in self._shapes:
            self._shapes.move_to_end(source)
            return self._shapes[source]
        if source not in self._asked and not self._worker.given_up:
            self._ask(source)
        return None

    def draw_in(self, document: QTextDocument) -> None:
        """Let a document draw formulas."""
        document.documentLayout().registerHandler(OBJECT_TYPE, self._drawer)

    def close(self) -> None:
        """End the worker."""
        self._asked.clear()
        self._worker.close()

    def _ask(self, source: str) -> None:
        inner, display = without_delimiters(source)
        if not inner:
            self._shapes[source] = None
            return
        self._asked.add(source)
        request = FormulaRequest(request_id=self._worker.next_id(), source=inner, display=display)
        self._worker.ask(request, lambda reply: self._take(source, reply))

    def _take(self, source: str, reply: FormulaReply | None) -> None:
        self._asked.discard(source)
        shape = shape_of(reply) if reply is not None and (reply.steps or reply.letters) else None
        self._shapes[source] = shape
        while len(self._shapes) > MAX_SHAPES:
            self._shapes.popitem(last=False)
        if shape is not None:
            self.ready.emit(source)

    def known(self, source: str) -> Shape | None:
        """Return a formula's shape if it is there, without asking for it."""
        return self._shapes.get(source)

    def look(self, source: str, em: int, colour: QColor) -> QTextCharFormat:
        """Return the format of the one character that stands for a formula; its shape must be known.

        Qt gives an object the depth of its format's font: the font is chosen for that.
        """
        shape = self._shapes[source]
        assert shape is not None, "only formulas with a shape get a format"
        look = QTextCharFormat()
        look.setObjectType(OBJECT_TYPE)
        look.setProperty(SOURCE, source)
        look.setProperty(EM, float(em))
        look.setForeground(colour)
        size = self._size_of_depth(shape.descent * em, em)
        look.setFont(self._theme.reading_font(size))
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        look.setProperty(ABOVE, self._metrics(em).ascent())  # never less than a letter, or the line would move
        look.setProperty(BELOW, self._metrics(size).descent())
        return look

    def _size_of_depth(self, pixels: float, least: int) -> int:
        """Return the size of a font whose letters reach down at least so far."""
        size = max(least, int(pixels / self._metrics(100).descent() * 100))
        while self._metrics(size).descent() < pixels:
            size += 1
        return size

    def _metrics(self, size: int) -> QFontMetricsF:
        if size not in self._sizes:
            self._sizes[size] = QFontMetricsF(self._theme.reading_font(size))
        return self._sizes[size]


def shape_of(reply: FormulaReply) -> Shape | None:
    """Return what the worker sent as something that can be painted; None when it sent too little."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    numbers = iter(reply.numbers)
    try:
        for step in reply.steps:
            _draw_step(path, step, numbers)
    except StopIteration:
        return None
    return Shape(reply.width, reply.ascent, reply.descent, path, tuple(reply.letters))


def _draw_step(path: QPainterPath, step: str, numbers: Iterator[float]) -> None:
    match step:
        case "M":
            path.moveTo(_point(numbers))
        case "L":
            path.lineTo(_point(numbers))
        case "Q":
            path.quadTo(_point(numbers), _point(numbers))
        case "C":
            path.cubicTo(_point(numbers), _point(numbers), _point(numbers))
        case "R":
            path.addRect(QRectF(_point(numbers), QSizeF(next(numbers), next(numbers))))
        case _:
            path.closeSubpath()


def _point(numbers: Iterator[float]) -> QPointF:
    x = next(numbers)
    return QPointF(x, next(numbers))


class _Drawer(QPyTextObject):
    """Draws the formulas of all documents. Qt asks for a size at every layout, and to draw at every paint.

    Only for documents that Python has made: for a text view's own one PySide crashes when it calls this.
    """

    def __init__(self, formulas: Formulas, theme: Theme) -> None:
        super().__init__(formulas)
        self._formulas, self._theme = formulas, theme

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        shape = self._formulas.known(str(format.property(SOURCE)))
        if shape is None:
            return QSizeF()
        em, below = _number(format, EM), _number(format, BELOW)
        scale = _scale(shape, em, doc)
        above = max(_number(format, ABOVE), shape.ascent * em * scale)
        return QSizeF((shape.width + 2 * SIDE) * em * scale, above + below)

    @override
    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, posInDocument: int, format: QTextFormat
    ) -> None:
        shape = self._formulas.known(str(format.property(SOURCE)))
        if shape is None:
            return
        em = _number(format, EM) * _scale(shape, _number(format, EM), doc)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.left() + SIDE * em, rect.bottom() - _number(format, BELOW))
        paint_shape(painter, shape, em, format.foreground(), self._theme.reading_font)
        painter.restore()


def paint_shape(painter: QPainter, shape: Shape, em: float, ink: QBrush, font: Callable[[int], QFont]) -> None:
    """Paint a formula whose baseline begins where the painter's origin is; ``font`` knows its letters' sizes."""
    painter.setPen(ink.color())
    for letter in shape.letters:
        painter.setFont(font(max(1, round(letter.size * em))))
        painter.drawText(QPointF(letter.x * em, letter.y * em), letter.text)
    painter.scale(em, em)
    painter.fillPath(shape.path, ink)


def _number(look: QTextFormat, name: int) -> float:
    value = look.property(name)
    return value if isinstance(value, float) else 0.0


def _scale(shape: Shape, em: float, document: QTextDocument) -> float:
    """Make a formula that is wider than its column fit."""
    room, width = document.textWidth(), (shape.width + 2 * SIDE) * em
    return room / width if 0 < room < width else 1.0


def source_of(look: QTextFormat) -> str:
    """Return the LaTeX of a formula in a document, delimiters included; "" for everything else."""
    source = look.property(SOURCE)
    return source if isinstance(source, str) else ""
