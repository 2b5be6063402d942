"""What stands under an answer: what can be done with it at the start side, what it cost at the end side."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.chat.conversation import Message, MessageStatus
from app.ui.chat import words
from app.ui.chat.action_button import ACTION, ActionButton
from app.ui.chat.message_view import BLEED
from app.ui.chat.reasoning_pane import CUT_SHORT
from app.ui.theme import Theme, set_kind
from app.ui.widgets.plain import plain

THANKS_MS = 1600


class AnswerFooter(QWidget):
    """Its owner calls ``fit`` and sets its geometry."""

    copy_asked = Signal()
    regenerate_asked = Signal()
    longer_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message: Message | None = None
        self.regenerate = ActionButton(theme, "regenerate", self)
        self.longer = ActionButton(theme, "thinking", self)
        self.copy = ActionButton(theme, "copy", self)
        self.usage = QLabel(self)
        self.usage.setTextFormat(Qt.TextFormat.PlainText)
        set_kind(self.usage, "usage")
        self._wanted = True
        self.copy.clicked.connect(self._copied)
        self.regenerate.clicked.connect(self.regenerate_asked)
        self.longer.clicked.connect(self.longer_asked)
        self.retranslate()

    def show_message(self, message: Message) -> None:
        """Show what belongs to this message."""
        self._message = message
        thinking = message.thinking
        self.longer.setVisible(thinking is not None and thinking.outcome in CUT_SHORT)
        self.copy.setVisible(bool(message.text))
        self.regenerate.setVisible(message.status is not MessageStatus.FAILED)  # its card offers to try again
        self.retranslate()

    def set_wanted(self, *, wanted: bool) -> None:
        """Paint the buttons and the numbers, or keep them out of the way."""
        self._wanted = wanted
        for button in self._buttons():
            button.set_quiet(quiet=not wanted)
        self.usage.setVisible(wanted and bool(self.usage.text()) and self._room())

    def retranslate(self) -> None:
        """Set all words again."""
        self.regenerate.set_words(self.tr("Regenerate"), self.tr("Write another answer to the same message"))
        self.longer.set_words(self.tr("Think longer"), self.tr("Go on from these thoughts and answer again"))
        self.copy.set_words(self.tr("Copy"), self.tr("Copy this answer as Markdown"))
        usage = self._message.usage if self._message else None
        self.usage.setText(words.usage_line(usage) if usage else "")
        details = words.usage_details(usage, self._message.stop_reason) if usage and self._message else ""
        self.usage.setToolTip(plain(details))
        self.usage.setAccessibleDescription(details)

    def fit(self, width: int) -> int:
        """Lay out for a width in pixels and return the height."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        shown = [button for button in self._buttons() if not button.isHidden()]
        wide = sum(button.sizeHint().width() + 4 for button in shown) <= width
        x = 0
        for button in shown:
            size = button.sizeHint().width() if wide else ACTION.height
            button.setGeometry(width - x - size if mirrored else x, 0, size, ACTION.height)
            x += size + 4
        size = self.usage.sizeHint().width()
        self.resize(width, ACTION.height)
        self._left = x
        self.usage.setGeometry(BLEED if mirrored else width - size - BLEED, 0, size, ACTION.height)
        self.set_wanted(wanted=self._wanted)
        return ACTION.height

    _left = 0

    def _room(self) -> bool:
        return self._left + self.usage.sizeHint().width() + BLEED <= self.width()

    def _buttons(self) -> tuple[ActionButton, ...]:
        return (self.regenerate, self.longer, self.copy)

    def _copied(self) -> None:
        self.copy_asked.emit()
        self.copy.set_words(self.tr("Copied"))
        self.copy.set_icon("check")
        self.fit(self.width())
        QTimer.singleShot(THANKS_MS, self, self._thanked)

    def _thanked(self) -> None:
        self.copy.set_icon("copy")
        self.retranslate()
        self.fit(self.width())
