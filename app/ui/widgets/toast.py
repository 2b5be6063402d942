"""Passing words at the bottom of the column: a line or two, at most one action, never a decision."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QEasingCurve, QEvent, QPropertyAnimation, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.theme import Theme
from app.ui.widgets.announce import announce
from app.ui.widgets.flat_button import FlatButton, Look
from app.ui.widgets.motion import motion_ms
from app.ui.widgets.plain import plain
from app.ui.widgets.text_label import text_label

SHOWN_MS = 6000
MOST = 3
RADIUS = 10
WIDEST = 560
ONE_LINE = 44
GAP = 6
SPARE = 0.9
"""Of two lines: the first breaks between words."""
ACTION = Look(height=32, padding=8, font_size=13, text="accent")
CLOSE = Look(height=32, padding=7, icon_size=16, text="muted")


class ToastText(msgspec.Struct, frozen=True):
    """What a toast shows. ``stays`` ones go when the person closes them or acts."""

    text: str
    action: str = ""
    run: Callable[[], None] | None = None
    bad: bool = False
    stays: bool = False


class Toast(QWidget):
    """One toast. It stays while the pointer or the keyboard is on it."""

    gone = Signal()

    def __init__(self, theme: Theme, content: ToastText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.content = content
        self._line = " ".join(content.text.split())
        self.label = text_label(self, "toast")
        self.label.setText(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 4, GAP, 4)
        row.setSpacing(GAP)
        row.addSpacing(4)
        row.addWidget(self.label, 1)
        self.action = FlatButton(theme, ACTION, parent=self)
        self.action.set_words(content.action)
        self.action.setVisible(bool(content.action))
        self.action.clicked.connect(self._act)
        row.addWidget(self.action)
        self.close_button = FlatButton(theme, CLOSE, "close", self)
        self.close_button.set_hint(self.tr("Close"))
        self.close_button.clicked.connect(self.leave)
        row.addWidget(self.close_button)
        self._timer = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self._time_is_up)
        if not content.stays:
            self._timer.start()
        self._fade_in()

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.gone.emit()

    def fit(self, width: int) -> QSize:
        """Take the room that the words need in a column of this width; what two lines cannot hold is cut."""
        metrics, beside = self.label.fontMetrics(), self._beside()
        wide = min(WIDEST, width, metrics.horizontalAdvance(self._line) + 2 + beside)
        room = max(1, wide - beside)
        shown = metrics.elidedText(self._line, Qt.TextElideMode.ElideRight, int(2 * room * SPARE))
        if metrics.horizontalAdvance(self._line) <= room:
            shown = self._line
        self.label.setText(shown)
        self.label.setToolTip(plain(self._line) if shown != self._line else "")
        more = max(0, self.label.heightForWidth(room) - metrics.height())
        self.setFixedSize(wide, ONE_LINE + more)
        return self.size()

    def _beside(self) -> int:
        buttons = [self.close_button, *([self.action] if self.content.action else [])]
        return 2 * GAP + 4 + sum(GAP + button.sizeHint().width() for button in buttons)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if not self.content.stays:
            self._timer.start()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("panel"))
        painter.setPen(QPen(self._theme.colour("bad" if self.content.bad else "control_line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _act(self) -> None:
        self.leave()
        if self.content.run is not None:
            self.content.run()

    def _time_is_up(self) -> None:
        if self.action.hasFocus() or self.close_button.hasFocus():
            self._timer.start()
        else:
            self.leave()

    def _fade_in(self) -> None:
        duration = motion_ms(self)
        if not duration:
            return
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        animation = QPropertyAnimation(effect, b"opacity", self)
        animation.setDuration(duration)
        animation.setStartValue(0.0)
        animation.setEndValue(1.0)
        animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        # An effect left on would be drawn through a pixmap for ever.
        animation.finished.connect(lambda: effect.setEnabled(False))
        animation.start()


class ToastHost(QWidget):
    """Stacks the toasts, newest at the bottom; its owner places it with ``place``."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._anchor = (0, 0, 0)
        self.toasts: list[Toast] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_toast(self, content: ToastText) -> None:
        """Show a toast and let a screen reader say it. The oldest goes when there are too many."""
        toast = Toast(self._theme, content, self)
        toast.gone.connect(lambda: self._forget(toast))
        self.toasts.append(toast)
        self._column.addWidget(toast, 0, Qt.AlignmentFlag.AlignHCenter)
        if len(self.toasts) > MOST:
            self.toasts[0].leave()
        announce(self, content.text, urgent=content.bad)
        self.show()
        self._settle()

    def place(self, left: int, bottom: int, width: int) -> None:
        """Say where the column's bottom edge is, in the parent's pixels."""
        self._anchor = (left, bottom, width)
        self._settle()

    def _forget(self, toast: Toast) -> None:
        if toast in self.toasts:
            self.toasts.remove(toast)
            self._column.removeWidget(toast)
            toast.deleteLater()
        self.setVisible(bool(self.toasts))
        self._settle()

    def _settle(self) -> None:
        left, bottom, width = self._anchor
        sizes = [toast.fit(width) for toast in self.toasts]
        height = sum(size.height() for size in sizes) + max(0, len(sizes) - 1) * self._column.spacing()
        used = max((size.width() for size in sizes), default=0)
        self.setGeometry(left + (width - used) // 2, bottom - height, used, height)
        self.raise_()
