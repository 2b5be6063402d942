"""Messages that wait for the running answer: each can be changed in its place, or taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.chat.composer.outbox import Outbox, Waiting
from app.ui.theme import Theme
from app.ui.widgets.flat_button import FlatButton
from app.ui.widgets.piece_row import PieceRow
from app.ui.widgets.plain import plain

if TYPE_CHECKING:
    from app.ui.chat.messages.message_editor import MessageEditor

PREVIEW = 400  # characters of the tooltip
LETTERS = 60


class QueueRow(QWidget):
    """``left`` when the keyboard should go back to the composer; a message with documents is changed there."""

    left = Signal()
    composer_wanted = Signal(int)

    def __init__(self, theme: Theme, outbox: Outbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._outbox = theme, outbox
        self.before = PieceRow(theme, "send", self)
        self.after = PieceRow(theme, "send", self)
        self.editor: MessageEditor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.before)
        self._column.addWidget(self.after)
        for row in (self.before, self.after):
            row.opened.connect(lambda index, row=row: self._open(index + self._offset(row)))
            row.removed.connect(lambda index, row=row: outbox.drop(index + self._offset(row)))
        outbox.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what waits now, around the message that is being changed."""
        queue = self._outbox.queue
        place = self._outbox.place_of_held()
        if place is None:
            self._close()
        first = queue if place is None else queue[:place]
        rest = [] if place is None else queue[place + 1 :]
        remove = self.tr("Do not send this message")
        self.before.show_pieces([self._words(message) for message in first], remove)
        self.after.show_pieces([self._words(message) for message in rest], remove)
        self.setVisible(bool(queue))

    def buttons(self) -> list[FlatButton]:
        """Return all buttons, two per message."""
        return [*self.before.buttons(), *self.after.buttons()]

    def finish(self) -> None:
        """Keep what is being changed, as when another conversation is shown."""
        if self.editor is not None and (text := self.editor.edit.toPlainText().strip()):
            self._outbox.change_held(text)
        self._outbox.hold(None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _words(self, message: Waiting) -> tuple[str, str]:
        text = message.text or message.attachments[0].name
        return self.tr("Next: {text}").format(text=" ".join(text[:LETTERS].split())), plain(text[:PREVIEW])

    def _offset(self, row: PieceRow) -> int:
        place = self._outbox.place_of_held()
        return 0 if row is self.before or place is None else place + 1

    def _open(self, index: int) -> None:
        self.finish()
        message = self._outbox.queue[index]
        if message.attachments:
            self.composer_wanted.emit(index)
            return
        from app.ui.chat.messages.message_editor import MessageEditor  # noqa: PLC0415 - not part of the start

        editor = self.editor = MessageEditor(self._theme, message.text, asks=True, parent=self)
        editor.save.setText(self.tr("Keep"))
        editor.show_hint(self.tr("It waits until you are done, and is sent after the answer."))
        editor.height_changed.connect(self._fit)
        editor.submitted.connect(self._keep)
        editor.cancelled.connect(self._leave)
        self._column.insertWidget(1, editor)
        self._outbox.hold(message)
        self._fit()
        editor.take_focus()

    def _keep(self, text: str) -> None:
        self._outbox.change_held(text)
        self._leave()

    def _leave(self) -> None:
        self._outbox.hold(None)
        self.left.emit()

    def _close(self) -> None:
        if self.editor is not None:
            self.editor.hide()
            self._column.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None

    def _fit(self) -> None:
        if self.editor is not None:
            self.editor.setFixedHeight(self.editor.fit(self.contentsRect().width()))
