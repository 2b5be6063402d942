"""The round button of the composer: send, or stop while an answer is written."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from app.ui.icons import pixmap
from app.ui.theme import Theme

SIZE = 36
ICON_SIZE = 20


class SendState(StrEnum):
    """What a click does."""

    SEND = "send"
    STOP = "stop"
    NOTHING = "nothing"  # the reason is in the tooltip


class SendButton(QAbstractButton):
    """Disabled ones keep their place and say why."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.state = SendState.NOTHING
        self._shown: tuple[SendState, str] | None = None
        self.setFixedSize(QSize(SIZE, SIZE))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def show_state(self, state: SendState, reason: str = "") -> None:
        """Show what a click does, or why it does nothing."""
        if (state, reason) == self._shown:  # asked ten times a second while an answer is written
            return
        self.state, self._shown = state, (state, reason)
        self.setEnabled(state is not SendState.NOTHING)
        self.setAccessibleName(self.tr("Stop") if state is SendState.STOP else self.tr("Send"))
        self.setAccessibleDescription(reason)
        self.setToolTip(reason or self._hint())
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        enabled = self.isEnabled()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent" if enabled else "bubble"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("text"), 2))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        colour = self._theme.colours.on_accent if enabled else self._theme.colours.faint
        name = "stop" if self.state is SendState.STOP else "send"
        offset = (SIZE - ICON_SIZE) // 2
        painter.drawPixmap(QPoint(offset, offset), pixmap(name, colour, ICON_SIZE, self.devicePixelRatioF()))

    def _hint(self) -> str:
        match self.state:
            case SendState.SEND:
                return self.tr("Send (Enter)")
            case SendState.STOP:
                return self.tr("Stop the answer (Esc)")
            case SendState.NOTHING:
                return ""
            case other:
                assert_never(other)
