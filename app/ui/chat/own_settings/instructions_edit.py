"""What the model is told before the conversation: a small field that grows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.chat.composer.message_edit import MessageEdit
from app.ui.theme import Theme

RADIUS = 8
TALLEST = 240
LEAST = 92
PAUSE_MS = 400


class InstructionsEdit(QWidget):
    """``changed`` comes when the person pauses or leaves."""

    changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told = ""
        self.edit = MessageEdit(theme, self, enter_submits=False)
        self.edit.set_tallest(TALLEST)
        self.edit.set_least_lines(3)
        self.setMinimumHeight(LEAST)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 6, 8)
        column.addWidget(self.edit)
        column.addStretch(1)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.tell)
        self.edit.textChanged.connect(self._pause.start)
        self.edit.submitted.connect(self.tell)
        self.edit.long_pasted.connect(self.edit.insertPlainText)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        theme.changed.connect(self.update)

    def show_text(self, text: str) -> None:
        """Show other instructions; what was typed just now is kept when they are the same."""
        if text != self._told or not self._pause.isActive():
            self._told = text
            if text != self.edit.toPlainText():
                self.edit.setPlainText(text)
            self._pause.stop()

    def tell(self) -> None:
        """Report what is written, if it is new."""
        self._pause.stop()
        text = self.edit.toPlainText()
        if text != self._told:
            self._told = text
            self.changed.emit(text)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.edit.hasFocus()
        width = 2.0 if focused else 1.0
        painter.setBrush(self._theme.colour("background"))
        painter.setPen(QPen(self._theme.colour("accent" if focused else "control_line"), width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if self.edit in {old, new}:
            self.update()
            if old is self.edit:
                self.tell()
