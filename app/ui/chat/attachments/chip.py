"""A document as a small card: its kind, its name, what is known of it. A click opens it, the cross takes it away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from app.ui.icons import pixmap
from app.ui.theme import Theme
from app.ui.widgets.flat_button import FlatButton, Look
from app.ui.widgets.plain import plain

WIDTH, HEIGHT = 232, 52
WIDEST = 480  # for a sentence that says why a file cannot be read
RADIUS = 10
ICON_BOX = 32
ICON = 18
REMOVE = Look(height=28, padding=6, radius=6, text="muted", icon_size=16)


class Tone(StrEnum):
    """How the second line is to be taken. The words say it too."""

    PLAIN = "muted"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True)
class ChipText:
    """What a chip shows. ``progress`` is None, or how far something is: 0 to 1, and -1 for "no telling"."""

    name: str
    line: str
    hint: str = ""
    tone: Tone = Tone.PLAIN
    icon: str = "file"
    progress: float | None = None


class DocumentChip(QAbstractButton):
    """``clicked`` opens, ``removed`` takes away (also by the Delete key); without ``removable`` there is no cross."""

    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, removable: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ChipText("", "")
        self.cross = FlatButton(theme, REMOVE, "close", self) if removable else None
        if self.cross is not None:
            self.cross.clicked.connect(self.removed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def shown(self) -> ChipText:
        """What it shows."""
        return self._shown

    def show_text(self, text: ChipText) -> None:
        """Show this."""
        if text == self._shown:
            return
        self._shown = text
        self.setAccessibleName(text.name)
        self.setAccessibleDescription(text.line)
        self.setToolTip(plain("\n".join(filter(None, (text.name, text.line, text.hint)))))
        if self.cross is not None:
            self.cross.set_hint(self.tr("Remove “{name}”").format(name=text.name))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        if self._shown.tone is not Tone.BAD:
            return QSize(WIDTH, HEIGHT)
        sentence = QFontMetrics(self._theme.font(12)).horizontalAdvance(self._shown.line)
        return QSize(max(WIDTH, min(WIDEST, sentence + self._before + self._behind + 2)), HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.cross is not None and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cross()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._place_cross()
        super().changeEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        self._paint_icon(painter)
        self._paint_words(painter)

    @property
    def _before(self) -> int:
        """Pixels before the words."""
        return (HEIGHT - ICON_BOX) // 2 * 2 + ICON_BOX

    @property
    def _behind(self) -> int:
        return REMOVE.height + 6 if self.cross is not None else 10

    def _place_cross(self) -> None:
        if self.cross is not None:
            size = REMOVE.height
            place = QRect(self.width() - size - 4, (self.height() - size) // 2, size, size)
            self.cross.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _paint_frame(self, painter: QPainter) -> None:
        line = {Tone.PLAIN: "line", Tone.WARN: "warn", Tone.BAD: "bad"}[self._shown.tone]
        width = 2.0 if self.hasFocus() else 1.0
        painter.setBrush(self._theme.colour("hover" if self.underMouse() else "panel"))
        painter.setPen(QPen(self._theme.colour("accent" if self.hasFocus() else line), width))
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)

    def _paint_icon(self, painter: QPainter) -> None:
        gap = (self.height() - ICON_BOX) // 2
        box = self._mirrored(QRect(gap, gap, ICON_BOX, ICON_BOX))
        warns = self._shown.tone is not Tone.PLAIN
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("warn_background" if warns else "accent_background"))
        painter.drawRoundedRect(QRectF(box), 7, 7)
        colour = self._shown.tone.value if warns else "accent"
        name = "warning" if warns else self._shown.icon
        drawn = pixmap(name, self._theme.colour(colour).name(), ICON, self.devicePixelRatioF())
        inset = (ICON_BOX - ICON) // 2
        painter.drawPixmap(box.left() + inset, box.top() + inset, drawn)
        if self._shown.progress is not None:
            self._paint_progress(painter, box, self._shown.progress)

    def _paint_progress(self, painter: QPainter, box: QRect, progress: float) -> None:
        """Draw a ring around the icon: a part of it, or a quarter where nobody can tell."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        span = 0.25 if progress < 0 else max(0.03, progress)
        painter.drawArc(QRectF(box).adjusted(1, 1, -1, -1), 90 * 16, round(-span * 360 * 16))

    def _paint_words(self, painter: QPainter) -> None:
        room = QRect(self._before, 8, self.width() - self._before - self._behind, self.height() - 16)
        half = room.height() // 2
        self._line(painter, room.adjusted(0, 0, 0, -half), self._shown.name, "text", Qt.TextElideMode.ElideMiddle)
        tone = self._shown.tone.value
        self._line(painter, room.adjusted(0, half, 0, 0), self._shown.line, tone, Qt.TextElideMode.ElideRight)

    def _line(self, painter: QPainter, where: QRect, text: str, colour: str, mode: Qt.TextElideMode) -> None:
        font = self._theme.font(13 if colour == "text" else 12)
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        shown = QFontMetrics(font).elidedText(" ".join(text.split()), mode, where.width())
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._mirrored(where), flags, shown)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
