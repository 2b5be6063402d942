"""Which of several versions of a message is shown: ‹ 2 / 3 ›."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from app.ui.chat import words
from app.ui.chat.messages.action_button import ACTION, ActionButton
from app.ui.theme import Theme, set_kind
from app.ui.widgets.direction import back_icon, forward_icon

ARROW = 32
NUMBER = 4  # pixels on both sides of the number


class VersionSwitch(QWidget):
    """Always painted while there is more than one version: people have to see that there are others."""

    chosen = Signal(str, bool)  # id of the version, whether the keyboard is here

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self._now = 0
        self.earlier = ActionButton(theme, "chevron_left", self)
        self.later = ActionButton(theme, "chevron_right", self)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_kind(self.label, "usage")
        for arrow in (self.earlier, self.later):
            arrow.installEventFilter(self)
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.later.clicked.connect(lambda: self.step(1))
        self.retranslate()
        self.hide()

    def show_versions(self, ids: list[str], shown: str) -> None:
        """Show which of these is on the screen; nothing when it is the only one."""
        if max(len(ids), len(self._ids)) < 2:  # nearly always
            return
        self._ids = ids
        self._now = ids.index(shown) if shown in ids else 0
        self.earlier.setEnabled(self._now > 0)
        self.later.setEnabled(self._now < len(ids) - 1)
        self.setVisible(len(ids) > 1)
        self.retranslate()

    def step(self, steps: int) -> None:
        """Ask for a neighbour of the version shown, if there is one."""
        wanted = self._now + steps
        if 0 <= wanted < len(self._ids):
            self.chosen.emit(self._ids[wanted], self.earlier.hasFocus() or self.later.hasFocus())

    def take_focus(self) -> None:
        """Put the keyboard on an arrow that leads somewhere."""
        (self.later if self.later.isEnabled() else self.earlier).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set all words again."""
        number, count = words.number(self._now + 1), words.number(len(self._ids))
        self.label.setText(self.tr("{number} / {count}").format(number=number, count=count))
        self.setAccessibleName(self.tr("Version {number} of {count}").format(number=number, count=count))
        self.label.setAccessibleName(self.accessibleName())
        self.earlier.set_hint(self.tr("The version before"))
        self.later.set_hint(self.tr("The next version"))
        self._arrange()

    @override
    def sizeHint(self) -> QSize:
        return QSize(2 * ARROW + self.label.sizeHint().width() + 2 * NUMBER, ACTION.height)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._arrange()
        super().changeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrow keys before the buttons: theirs would move the focus."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if steps:
            self.step(-steps if mirrored else steps)
        return bool(steps)

    def _arrange(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.earlier.set_icon(back_icon(self))
        self.later.set_icon(forward_icon(self))
        number = self.label.sizeHint().width() + 2 * NUMBER
        first, last = (self.later, self.earlier) if mirrored else (self.earlier, self.later)
        first.setGeometry(0, 0, ARROW, ACTION.height)
        self.label.setGeometry(ARROW, 0, number, ACTION.height)
        last.setGeometry(ARROW + number, 0, ARROW, ACTION.height)
