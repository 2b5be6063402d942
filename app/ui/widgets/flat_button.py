"""One painted button for everything that is an icon and a few words: entries, chips, pills, text links.

Unlike ``QToolButton`` with a style sheet it elides what does not fit, mirrors itself, and re-tints its icon.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from app.ui.icons import pixmap
from app.ui.theme import Theme
from app.ui.widgets.direction import at_end, at_start, mirrored

FOCUS_WIDTH = 2


class Look(msgspec.Struct, frozen=True):
    """How a ``FlatButton`` is drawn; colours are names of ``theme.Colours``, "" is none, sizes are pixels."""

    height: int = 36
    padding: int = 10
    radius: int = 8
    gap: int = 8
    icon_size: int = 18
    font_size: int = 14
    text: str = "text"
    background: str = ""
    border: str = ""
    hover: str = "hover"
    checked_text: str = "text"
    checked_background: str = ""
    bold_when_checked: bool = False
    centred: bool = False
    disabled_text: str = "faint"
    icon_at_end: bool = False


ENTRY = Look(checked_text="accent", checked_background="accent_background", bold_when_checked=True)
OUTLINED = Look(background="background", border="line", height=34)
CHIP = Look(
    height=32,
    radius=16,
    padding=11,
    gap=6,
    font_size=13,
    border="line",
    checked_text="accent",
    checked_background="accent_background",
    bold_when_checked=True,
)
PILL = Look(height=28, radius=14, gap=6, icon_size=14, font_size=13, border="line")
LINK = Look(height=32, padding=6, font_size=13, text="muted", disabled_text="muted")
ICON = Look(height=34, padding=8, text="muted")


class FlatButton(QAbstractButton):
    """An icon, words, and at the end side faint words such as a shortcut. All three are optional."""

    def __init__(self, theme: Theme, look: Look, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._icon = icon
        self._trailing = ""
        self._reserved = 0  # pixels for the text
        self._reserved_for: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew when the pointer comes and goes
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_icon(self, name: str) -> None:
        """Show another icon of ``resources/icons``."""
        self._icon = name
        self.update()

    def set_words(self, text: str, description: str = "", tooltip: str = "") -> None:
        """Set the text, what a screen reader adds to it, and the tooltip (default: the description)."""
        resized = text != self.text()
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(description)
        self.setToolTip(tooltip or description)
        if resized:  # else the page would be laid out anew whenever the same words are said again
            self.updateGeometry()

    def set_trailing(self, text: str) -> None:
        """Show faint words at the end side."""
        self._trailing = text
        self.updateGeometry()
        self.update()

    def reserve(self, texts: list[str]) -> None:
        """Be as wide as the widest of these texts, so that nothing moves when the text changes."""
        if texts == self._reserved_for:
            return
        self._reserved_for = texts
        metrics = self._metrics(bold=self._look.bold_when_checked)
        self._reserved = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        self.updateGeometry()

    def set_hint(self, name: str, shortcut: str = "") -> None:
        """Name a button that is only an icon, for screen readers and as its tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcut})" if shortcut else name)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._needed(self._metrics(bold=self._look.bold_when_checked)), self._look.height)

    @override
    def minimumSizeHint(self) -> QSize:
        """The icon and about four letters: below this nothing could be recognised."""
        letters = self._metrics(bold=True).horizontalAdvance("mmmm") if self.text() else 0
        icon = self._look.icon_size if self._icon else 0
        least = icon + letters + 2 * self._look.padding + (self._look.gap if icon and letters else 0)
        return QSize(min(least, self.sizeHint().width()), self._look.height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        self._paint_content(painter)

    def _metrics(self, *, bold: bool) -> QFontMetrics:
        return QFontMetrics(self._theme.font(self._look.font_size, bold=bold))

    def shows_all_words(self) -> bool:
        """Whether nothing of the text is cut; what trails it goes first."""
        trailing = self._metrics(bold=False).horizontalAdvance(self._trailing) + self._look.gap
        spare = trailing if self._trailing else 0
        return self.width() >= self.sizeHint().width() - spare

    def _needed(self, metrics: QFontMetrics) -> int:
        look = self._look
        widths = [look.icon_size] if self._icon else []
        if self.text():
            widths.append(max(self._reserved, metrics.horizontalAdvance(self.text())) + 2)
        if self._trailing:
            widths.append(self._metrics(bold=False).horizontalAdvance(self._trailing) + look.gap)
        return sum(widths) + look.gap * max(0, len(widths) - 1) + 2 * look.padding

    def _paint_frame(self, painter: QPainter) -> None:
        look = self._look
        fill = look.checked_background if self.isChecked() else look.background
        if self.isEnabled() and (self.underMouse() or self.isDown()) and not (self.isChecked() and fill):
            fill = look.hover
        border = "accent" if self.hasFocus() else ("" if self.isChecked() and fill else look.border)
        width = FOCUS_WIDTH if self.hasFocus() else 1
        inset = width / 2
        painter.setBrush(self._theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour(border), width) if border else Qt.PenStyle.NoPen)
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, look.radius, look.radius)

    def _text_colour(self) -> str:
        if not self.isEnabled():
            return "muted" if self.isChecked() else self._look.disabled_text
        if self.isChecked():
            return self._look.checked_text
        return "text" if self.underMouse() else self._look.text

    def _paint_content(self, painter: QPainter) -> None:
        look, colour = self._look, self._text_colour()
        bold = self.isChecked() and look.bold_when_checked
        metrics = self._metrics(bold=bold)
        room = self.rect().adjusted(look.padding, 0, -look.padding, 0)
        if not self.text() or look.centred:
            spare = max(0, room.width() - self._needed(metrics) + 2 * look.padding)
            room.setLeft(room.left() + spare // 2)
        if self._icon and look.icon_at_end:
            self._paint_icon(painter, QRect(room.right() - look.icon_size + 1, 0, look.icon_size, 0), colour)
            room.setRight(room.right() - look.icon_size - look.gap)
        elif self._icon:
            self._paint_icon(painter, QRect(room.left(), 0, look.icon_size, 0), colour)
            room.setLeft(room.left() + look.icon_size + look.gap)
        if self._trailing and self.width() >= self._needed(metrics):
            room = self._paint_trailing(painter, room)
        painter.setFont(self._theme.font(look.font_size, bold=bold))
        painter.setPen(self._theme.colour(colour))
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(mirrored(self, room), at_start(self), text)

    def _paint_icon(self, painter: QPainter, where: QRect, colour: str) -> None:
        drawn = pixmap(self._icon, self._theme.colour(colour).name(), self._look.icon_size, self.devicePixelRatioF())
        place = mirrored(self, where)
        painter.drawPixmap(QPoint(place.left(), (self.height() - self._look.icon_size) // 2), drawn)

    def _paint_trailing(self, painter: QPainter, room: QRect) -> QRect:
        painter.setFont(self._theme.font(12))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(mirrored(self, room), at_end(self), self._trailing)
        used = QFontMetrics(painter.font()).horizontalAdvance(self._trailing) + self._look.gap
        return room.adjusted(0, 0, -used, 0)
