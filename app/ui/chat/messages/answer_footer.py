"""What stands under an answer: what can be done with it at the start side, what it cost at the end side."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.chat.conversation import Message, MessageStatus
from app.engine.api import StopReason
from app.ui.chat import words
from app.ui.chat.messages.action_button import ACTION, ActionButton
from app.ui.chat.messages.action_row import Action, lay_out_actions, set_actions_quiet
from app.ui.chat.messages.message_view import BLEED
from app.ui.chat.messages.reasoning_pane import CUT_SHORT
from app.ui.chat.messages.version_switch import VersionSwitch
from app.ui.theme import Theme, set_kind
from app.ui.widgets.plain import plain

THANKS_MS = 1600
ENDED_EARLY = frozenset({MessageStatus.STOPPED, MessageStatus.INTERRUPTED})
CUT_ANSWER = frozenset({StopReason.MAX_TOKENS, StopReason.CONTEXT_FULL})


def can_go_on(message: Message) -> bool:
    """Whether an answer did not come to its own end."""
    half = message.status is MessageStatus.FAILED and bool(message.parts)  # writing it failed later, or going on did
    return half or message.status in ENDED_EARLY or message.stop_reason in CUT_ANSWER


class AnswerFooter(QWidget):
    """Its owner calls ``fit`` and sets its geometry; ``versions`` and ``more`` are the owner's."""

    copy_asked = Signal()
    regenerate_asked = Signal()
    longer_asked = Signal()
    continue_asked = Signal()

    def __init__(
        self, theme: Theme, versions: VersionSwitch, more: ActionButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._message: Message | None = None
        self.versions, self.more = versions, more
        self.go_on = ActionButton(theme, "play", self)
        self.regenerate = ActionButton(theme, "regenerate", self)
        self.longer = ActionButton(theme, "thinking", self)
        self.copy = ActionButton(theme, "copy", self)
        for own in (versions, more):
            own.setParent(self)
        self.usage = QLabel(self)
        self.usage.setTextFormat(Qt.TextFormat.PlainText)
        set_kind(self.usage, "usage")
        self._wanted = True
        self._used = 0  # pixels that the actions take
        self.copy.clicked.connect(self._copied)
        self.regenerate.clicked.connect(self.regenerate_asked)
        self.longer.clicked.connect(self.longer_asked)
        self.go_on.clicked.connect(self.continue_asked)
        self.retranslate()

    def show_message(self, message: Message) -> None:
        """Show what belongs to this message."""
        self._message = message
        thinking = message.thinking
        self.longer.setVisible(thinking is not None and thinking.outcome in CUT_SHORT)
        self.go_on.setVisible(can_go_on(message))
        self.copy.setVisible(bool(message.text))
        self.regenerate.setVisible(message.status is not MessageStatus.FAILED)  # its card offers to try again
        self.retranslate()

    def set_wanted(self, *, wanted: bool) -> None:
        """Paint the buttons and the numbers, or keep them out of the way."""
        self._wanted = wanted
        set_actions_quiet(self._actions(), quiet=not wanted)
        self.usage.setVisible(wanted and bool(self.usage.text()) and self._room())

    def retranslate(self) -> None:
        """Set all words again."""
        self.go_on.set_words(self.tr("Continue"), self.tr("Let the answer go on where it stopped"))
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
        self.resize(width, ACTION.height)
        self._used = lay_out_actions(self, self._actions(), width)
        size = self.usage.sizeHint().width()
        self.usage.setGeometry(BLEED if mirrored else width - size - BLEED, 0, size, ACTION.height)
        self.set_wanted(wanted=self._wanted)
        return ACTION.height

    def _room(self) -> bool:
        return self._used + self.usage.sizeHint().width() + 2 * BLEED <= self.width()

    def _actions(self) -> tuple[Action, ...]:
        return (self.go_on, self.regenerate, self.versions, self.longer, self.copy, self.more)

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
