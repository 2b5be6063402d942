"""How full the model's context is: a ring and "1,204 / 16k". It opens to what the context is made of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from app.ui.icons import pixmap
from app.ui.theme import Theme
from app.ui.widgets.direction import at_start, mirrored

NEARLY_FULL = 0.8
FULL = 0.95
HEIGHT = 32
PADDING = 6
RING = 14
GAP = 6
TEXT = 13
FOCUS = 2
KIBI = 1024
ISOLATE, END_ISOLATE = "\u2066", "\u2069"  # numbers beside a slash keep their order in a right-to-left line

OK, WARN, FULL_LEVEL = "ok", "warn", "full"
COLOURS = {OK: "muted", WARN: "warn", FULL_LEVEL: "bad"}


def short_count(tokens: int) -> str:
    """Return a context size as people say it: 16384 is "16k"."""
    if tokens < KIBI:
        return QLocale().toString(tokens)
    return QCoreApplication.translate("Models", "{number}k").format(number=QLocale().toString(tokens // KIBI))


def level_of(used: int, size: int) -> str:
    """Return how full it is, by its share alone."""
    share = used / size if size else 0.0
    return FULL_LEVEL if share >= FULL else WARN if share >= NEARLY_FULL else OK


class ContextMeter(QAbstractButton):
    """Hidden while no model is loaded. Nearly full it has a colour, a sign and other words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self._shown = (0, 0, "")
        self.level = OK
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew when the pointer comes and goes
        theme.changed.connect(self.update)
        self.show_context(0, 0)

    def show_context(self, used: int, size: int, level: str = "") -> None:
        """Show tokens used and the size in tokens; a size of 0 shows nothing. ``level`` "" follows from the share."""
        self.setVisible(size > 0)
        if not size or (used, size, level) == self._shown:  # asked ten times a second while an answer is written
            return
        self._shown = (used, size, level)
        locale = QLocale()
        self.level = level or level_of(used, size)
        self._share = min(1.0, used / size)
        numbers = (locale.toString(used), short_count(size))
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setText(" / ".join(f"{ISOLATE}{number}{END_ISOLATE}" if right_to_left else number for number in numbers))
        words = self.tr("{used} of {size} tokens of the context are in use.").format(
            used=locale.toString(used), size=locale.toString(size)
        )
        self.setToolTip(f"{words}\n{self._advice()}")
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._advice())
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Set all words again."""
        shown, self._shown = self._shown, (0, 0, "")
        self.show_context(*shown)

    @override
    def sizeHint(self) -> QSize:
        font = self._theme.font(TEXT, bold=self.level == FULL_LEVEL)
        letters = QFontMetrics(font).horizontalAdvance(self.text())
        return QSize(2 * PADDING + RING + GAP + letters + 2, HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        start = QRect(PADDING, (self.height() - RING) // 2, RING, RING)
        self._paint_sign(painter, mirrored(self, start))
        over = self.level == OK and (self.underMouse() or self.isDown())
        painter.setPen(self._theme.colour("text" if over else COLOURS[self.level]))
        painter.setFont(self._theme.font(TEXT, bold=self.level == FULL_LEVEL))
        room = self.rect().adjusted(PADDING + RING + GAP, 0, -PADDING, 0)
        painter.drawText(mirrored(self, room), at_start(self), self.text())

    def _paint_frame(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self.isDown():
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), FOCUS))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_sign(self, painter: QPainter, place: QRect) -> None:
        colour = self._theme.colour(COLOURS[self.level])
        if self.level == FULL_LEVEL:
            drawn = pixmap("warning", colour.name(), RING, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(place.left(), place.top()), drawn)
            return
        ring = QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("control_line" if self.level != OK else "line"), 3))
        painter.drawEllipse(ring)
        painter.setPen(QPen(colour if self.level != OK else self._theme.colour("accent"), 3))
        painter.drawArc(ring, 90 * 16, -round(self._share * 360 * 16))

    def _advice(self) -> str:
        if self.level == FULL_LEVEL:
            return self.tr("It is full: click to make room.")
        if self.level == WARN:
            return self.tr("It is nearly full. Click to see what fills it.")
        return self.tr("This is how much of the conversation the model keeps in mind. Click to see what fills it.")
