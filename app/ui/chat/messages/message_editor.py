"""A message being changed in its own place. The old one stays as a version."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from app.ui.chat.composer.message_edit import MessageEdit
from app.ui.theme import Theme, set_kind
from app.ui.widgets.keys import keeps_escape
from app.ui.widgets.text_label import text_label

PADDING = 14
GAP = 8
RADIUS = 14
TALLEST = 420
NARROW = 420  # pixels: below, the hint stands above the buttons


class MessageEditor(QWidget):
    """Its owner calls ``fit`` and sets its geometry. ``asks`` says that an answer follows."""

    height_changed = Signal()
    submitted = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme, text: str, *, asks: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._asks = theme, asks
        self.edit = MessageEdit(theme, self, enter_submits=asks)
        self.edit.set_tallest(TALLEST)
        self.edit.setPlainText(text)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.hint = text_label(self, "hint")
        self.cancel = QPushButton(self)
        self.save = QPushButton(self)
        set_kind(self.save, "primary")
        self.edit.height_changed.connect(self.height_changed)
        self.edit.long_pasted.connect(self.edit.insertPlainText)
        self.edit.submitted.connect(self._submit)
        self.edit.textChanged.connect(self._refresh)
        self.save.clicked.connect(self._submit)
        self.cancel.clicked.connect(self.cancelled)
        theme.changed.connect(self.update)
        self.retranslate()

    def show_hint(self, text: str) -> None:
        """Say why it cannot go out now."""
        self.hint.setText(text)
        self.height_changed.emit()

    def take_focus(self) -> None:
        """Put the keyboard at the end of the text."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, width: int) -> int:
        """Lay out for a width in pixels and return the height."""
        inner = width - 2 * PADDING
        self.edit.setFixedWidth(inner)
        self.edit.move(PADDING, PADDING)
        bottom = PADDING + self.edit.height() + GAP
        save, cancel = self.save.sizeHint(), self.cancel.sizeHint()
        buttons = save.width() + GAP + cancel.width()
        narrow = inner - buttons < NARROW // 2
        room = inner if narrow else inner - buttons - GAP
        height = max(0 if narrow else save.height(), self.hint.heightForWidth(room))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.hint.setGeometry(PADDING if narrow or not mirrored else width - PADDING - room, bottom, room, height)
        bottom += height + GAP if narrow else 0
        end = PADDING if mirrored else width - PADDING - save.width()
        beside = PADDING + save.width() + GAP if mirrored else end - GAP - cancel.width()
        self.save.setGeometry(end, bottom, save.width(), save.height())
        self.cancel.setGeometry(beside, bottom, cancel.width(), cancel.height())
        return bottom + save.height() + PADDING

    def retranslate(self) -> None:
        """Set all words again."""
        self.edit.setAccessibleName(self.tr("Change this message"))
        self.cancel.setText(self.tr("Cancel"))
        self.save.setText(self.tr("Send") if self._asks else self.tr("Save"))
        self.hint.setText(
            self.tr("The message as it was stays as a version.")
            if self._asks
            else self.tr("The answer as it was stays as a version. Ctrl+Enter saves.")
        )
        self._refresh()

    @override
    def event(self, event: QEvent) -> bool:
        return keeps_escape(event) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("background"))
        painter.setPen(QPen(self._theme.colour("accent"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _refresh(self) -> None:
        self.save.setEnabled(bool(self.edit.toPlainText().strip()))

    def _submit(self) -> None:
        text = self.edit.toPlainText().strip()
        if text:
            self.submitted.emit(text)
