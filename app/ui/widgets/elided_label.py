"""A one-line label that shows as much as fits and the whole text as its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from app.ui.widgets.direction import starts_right_to_left
from app.ui.widgets.plain import plain


class ElidedLabel(QLabel):
    """Plain text only; a right-to-left text starts at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show this text, with line breaks as spaces."""
        line = " ".join(text.split())
        if line != self.text():
            self.setText(line)
            self.setToolTip(plain(line))

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a name keeps its stop and dots at its end
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft or starts_right_to_left(text)
        start = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        side = QStyle.visualAlignment(start, self.alignment()) | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self.rect(), side | Qt.AlignmentFlag.AlignVCenter, text)
