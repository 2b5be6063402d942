"""One row of a queue: what it is, how far, what is wrong, what can be done. Its columns never change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.theme import Theme, set_kind
from app.ui.widgets.card import Card
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.flat_button import ICON, FlatButton
from app.ui.widgets.gauge import Gauge
from app.ui.widgets.text_label import text_label


class QueueRow(Card):
    """Dragged by any free spot; Alt and the arrow keys move it, Space does what its main button does, Delete removes.

    All signals begin with ``id``.
    """

    main_wanted = Signal(str)
    removal_wanted = Signal(str)
    step_wanted = Signal(str, int)  # -1 up, 1 down
    dragged = Signal(str, QPoint)  # where in the parent
    dropped = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.id = ""
        self.movable = True
        self._grip: QPoint | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = ElidedLabel(self)
        set_kind(self.title, "strong")
        self.state = ElidedLabel(self)
        set_kind(self.state, "muted")
        self.amount = text_label(self, "muted", wraps=False)
        self.gauge = Gauge(theme, 4, self)
        self.problem = text_label(self, "problem")
        self.main = FlatButton(theme, ICON, "pause", self)
        self.cancel = FlatButton(theme, ICON, "close", self)
        self._build()
        self.main.clicked.connect(lambda: self.main_wanted.emit(self.id))
        self.cancel.clicked.connect(lambda: self.removal_wanted.emit(self.id))

    def chain(self) -> list[QWidget]:
        """Return what the Tab key goes through, in order."""
        return [self, self.main, self.cancel]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() or self._dragging:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)

    @override
    def event(self, event: QEvent) -> bool:
        # Alt with an arrow key is the window's shortcut for conversations, except here.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _moves(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match Qt.Key(event.key()):
            case Qt.Key.Key_Up if _moves(event):
                self.step_wanted.emit(self.id, -1)
            case Qt.Key.Key_Down if _moves(event):
                self.step_wanted.emit(self.id, 1)
            case Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.main_wanted.emit(self.id)
            case Qt.Key.Key_Delete:
                self.removal_wanted.emit(self.id)
            case _:
                super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.movable:
            self._grip = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        place = event.position().toPoint()
        if not self._dragging and (place - self._grip).manhattanLength() < QApplication.startDragDistance():
            return
        self._dragging = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.dragged.emit(self.id, self.mapToParent(place))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragging, self._dragging, self._grip = self._dragging, False, None
        self.unsetCursor()
        self.update()
        if was_dragging:
            self.dropped.emit(self.id)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.state, 1)
        line.addWidget(self.amount)
        words.addLayout(line)
        words.addWidget(self.gauge)
        words.addWidget(self.problem)
        self.gauge.setMinimumHeight(8)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 12, 10, 12)
        self.row.setSpacing(10)
        self.row.addLayout(words, 1)
        self.row.addWidget(self.main, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)


def _moves(event: QKeyEvent) -> bool:
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
