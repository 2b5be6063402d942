"""Labels for texts that may come from outside: never markup, with the looks of the style sheets."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from app.ui.theme import set_kind
from app.ui.widgets.direction import starts_right_to_left

DIRECTION_LETTERS = 200  # a text of ten thousand numbers has none, and is painted often
SIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


class _Wrapped(QLabel):
    """A ``QLabel`` moves each broken line of a right-to-left text by the space at its end; this one does not."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not starts_right_to_left(self.text()[:DIRECTION_LETTERS]):
            super().paintEvent(event)
            return
        room = self.contentsRect()
        layout, height = self._lines(room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        spare = 0.0 if self.alignment() & Qt.AlignmentFlag.AlignTop else (room.height() - height) / 2
        layout.draw(painter, QPointF(room.left(), room.top() + spare))

    def _lines(self, width: int) -> tuple[QTextLayout, float]:
        """Return the text in lines of a width, and their height, in pixels."""
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        centred = bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else SIDE)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        layout.setTextOption(option)
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height


def text_label(parent: QWidget, kind: str = "body", *, wraps: bool = True) -> QLabel:
    """Return an empty plain-text label of a ``kind`` of the style sheets."""
    label = _Wrapped(parent) if wraps else QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    set_kind(label, kind)
    if wraps:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    return label


def show_line(label: QLabel, text: str) -> None:
    """Show a text, or hide the label when there is none."""
    if label.text() != text:
        label.setText(text)
    label.setVisible(bool(text))
