"""One bar in pieces: what a thing of limited size is filled with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.theme import Theme

THICKNESS = 14
LEAST = 2.0  # pixels: a piece that is there can be seen


@dataclass(frozen=True)
class Piece:
    """``share`` of the whole, 0 to 1, in a named colour of the theme; ``strength`` mixes it with the ground."""

    share: float
    colour: str
    strength: float = 1.0


class StackedBar(QWidget):
    """Filled from the start side; what stands over the end is cut off, and its owner says so in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.pieces: list[Piece] = []
        self.over = False
        self.setFixedHeight(THICKNESS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_pieces(self, pieces: list[Piece], *, over: bool = False) -> None:
        """Show these, in this order. ``over``: they need more than there is, which gets the outline of a fault."""
        if (pieces, over) != (self.pieces, self.over):
            self.pieces, self.over = pieces, over
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, THICKNESS)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), THICKNESS / 2, THICKNESS / 2)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), self._theme.colour("line"))
        left = 0.0
        scale = max(1.0, sum(piece.share for piece in self.pieces)) if self.over else 1.0
        for piece in self.pieces:
            width = max(LEAST, piece.share / scale * self.width()) if piece.share > 0 else 0.0
            self._paint_piece(painter, left, width, piece)
            left += width
        if self.over:
            painter.setPen(self._theme.colour("bad"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6.5, 6.5)

    def _paint_piece(self, painter: QPainter, left: float, width: float, piece: Piece) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - left - width if mirrored else left
        painter.fillRect(QRectF(x, 0, width, self.height()), self.mixed(piece))

    def mixed(self, piece: Piece) -> QColor:
        """Return the piece's colour on the bar's ground."""
        top, ground = self._theme.colour(piece.colour), self._theme.colour("line")
        share = piece.strength
        return QColor(
            round(top.red() * share + ground.red() * (1 - share)),
            round(top.green() * share + ground.green() * (1 - share)),
            round(top.blue() * share + ground.blue() * (1 - share)),
        )
