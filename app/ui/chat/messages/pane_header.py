"""The header of the reasoning pane: what the thinking does, how much it has used, and a click that opens it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from app.ui.icons import pixmap
from app.ui.theme import SMALL_SIZE, Theme
from app.ui.widgets.direction import at_start, forward_icon, mirrored
from app.ui.widgets.gauge import Gauge

ICON = 16
GAUGE_WIDTH = 140
LEAST_GAUGE = 40
RADIUS = 11


class PaneHeader(QAbstractButton):
    """A whole line that is one button: chevron, half-moon, words, gauge, numbers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._numbers = ""
        self._open = False
        self.gauge = Gauge(theme, 3, self)
        self.gauge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.gauge.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew when the pointer comes and goes
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_words(self, words: str, numbers: str, fraction: float | None) -> None:
        """Show the state, the numbers, and the gauge if there is a limit."""
        self.setText(words)
        self._numbers = numbers
        self.gauge.set_fraction(fraction or 0.0)
        self.gauge.setProperty("wanted", fraction is not None)
        self.setAccessibleName(f"{words} {numbers}".strip())
        self.setToolTip(f"{words} {numbers}".strip())
        self._place_gauge()
        self.update()

    def show_open(self, *, opened: bool) -> None:
        """Turn the chevron."""
        self._open = opened
        self.setAccessibleDescription(self.tr("Hide the thoughts") if opened else self.tr("Show all thoughts"))
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place_gauge()
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font(SMALL_SIZE))

    def _words_left(self) -> int:
        return 12 + 14 + 6 + ICON + 8

    def _place_gauge(self) -> None:
        """The gauge has what the words leave; with too little room it goes."""
        metrics = self._metrics()
        left = self._words_left() + metrics.horizontalAdvance(self.text()) + 10
        room = self.width() - left - metrics.horizontalAdvance(self._numbers) - 22
        width = min(GAUGE_WIDTH, room)
        self.gauge.setVisible(bool(self.gauge.property("wanted")) and width >= LEAST_GAUGE)
        place = QRect(left, self.height() // 2 - 2, max(0, width), 5)
        self.gauge.setGeometry(mirrored(self, place))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS - 2, RADIUS - 2)
        colour = self._theme.colour("text" if self.underMouse() else "muted").name()
        self._paint_icon(painter, "chevron_down" if self._open else forward_icon(self), 12, 14, colour)
        self._paint_icon(painter, "thinking", 32, ICON, colour)
        self._paint_words(painter, colour)

    def _paint_icon(self, painter: QPainter, name: str, left: int, size: int, colour: str) -> None:
        place = mirrored(self, QRect(left, (self.height() - size) // 2, size, size))
        painter.drawPixmap(place.topLeft(), pixmap(name, colour, size, self.devicePixelRatioF()))

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        metrics = self._metrics()
        painter.setFont(self._theme.font(SMALL_SIZE))
        painter.setPen(colour)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a text that is not translated stays whole
        left = self._words_left()
        gauge = self.gauge.width() + 10 if not self.gauge.isHidden() else 0
        self._paint_text(painter, QRect(left, 0, self.width() - left - 8, self.height()), self.text())
        left += metrics.horizontalAdvance(self.text()) + 10 + gauge
        self._paint_text(painter, QRect(left, 0, max(0, self.width() - left - 8), self.height()), self._numbers)

    def _paint_text(self, painter: QPainter, room: QRect, text: str) -> None:
        shown = self._metrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(mirrored(self, room), at_start(self), shown)
