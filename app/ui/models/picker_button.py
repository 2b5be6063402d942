"""The model picker's face: a dot or a ring, the name, its details, an arrow."""

from __future__ import annotations

import re

import msgspec
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from app.session.models.model_session import ModelState
from app.ui.icons import pixmap
from app.ui.theme import Theme
from app.ui.widgets.direction import at_start, mirrored

HEIGHT = 34
PADDING = 12
GAP = 8
MARK = 14  # room for the dot or the ring
CHEVRON = 16
WIDEST = 460
WIDEST_PERCENT = "100"

DOTS = {ModelState.NONE: "faint", ModelState.LOADING: "accent", ModelState.READY: "good", ModelState.FAILED: "bad"}


class PickerFace(msgspec.Struct, frozen=True):
    """What the button shows. ``fraction`` counts only while loading."""

    state: ModelState
    name: str
    details: str = ""
    fraction: float = 0.0


class PickerButton(QPushButton):
    """Painted by itself: two weights of text, a ring, and eliding are more than a style sheet can do."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = PickerFace(ModelState.NONE, "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def face(self) -> PickerFace:
        """What is shown."""
        return self._face

    def show_face(self, face: PickerFace) -> None:
        """Show another model or state."""
        if face != self._face:
            self._face = face
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        name = QFontMetrics(self._name_font()).horizontalAdvance(self._face.name)
        shown = self._face.details
        if self._face.state is ModelState.LOADING:
            shown = re.sub(r"\d+", WIDEST_PERCENT, shown)  # what stands beside does not move with each digit
        details = QFontMetrics(self._details_font()).horizontalAdvance(shown)
        gaps = 2 * GAP + (GAP if details else 0)
        return QSize(min(WIDEST, 2 * PADDING + MARK + name + details + CHEVRON + gaps + 4), HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(140, self.sizeHint().width()), HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        self._paint_mark(painter, QRect(PADDING, 0, MARK, self.height()))
        colour = self._theme.colour("muted").name()
        chevron = mirrored(
            self, QRect(self.width() - PADDING - CHEVRON, (self.height() - CHEVRON) // 2, CHEVRON, CHEVRON)
        )
        drawn = pixmap("chevron_down", colour, CHEVRON, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(chevron.left(), chevron.top()), drawn)
        left = PADDING + MARK + GAP
        self._paint_words(painter, QRect(left, 0, self.width() - left - PADDING - CHEVRON - GAP, self.height()))

    def _name_font(self) -> QFont:
        return self._theme.font(14, bold=True)

    def _details_font(self) -> QFont:
        return self._theme.font(13)

    def _paint_frame(self, painter: QPainter) -> None:
        width = 2 if self.hasFocus() else 1
        hovered = self.underMouse() or self.isDown()
        painter.setBrush(self._theme.colour("hover" if hovered else "background"))
        painter.setPen(QPen(self._theme.colour("accent" if self.hasFocus() else "line"), width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)

    def _paint_mark(self, painter: QPainter, room: QRect) -> None:
        centre = QRectF(mirrored(self, room)).center()
        colour = self._theme.colour(DOTS[self._face.state])
        if self._face.state is not ModelState.LOADING:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(centre, 4, 4)
            return
        ring = QRectF(centre.x() - 6, centre.y() - 6, 12, 12)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("line"), 2.5))
        painter.drawEllipse(ring)
        pen = QPen(colour, 2.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        # Qt counts in sixteenths of a degree, from three o'clock, against the clock.
        painter.drawArc(ring, 90 * 16, -max(20, round(360 * self._face.fraction)) * 16)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        flags = at_start(self)
        metrics = QFontMetrics(self._name_font())
        name = metrics.elidedText(self._face.name, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(self._name_font())
        painter.setPen(self._theme.colour("text"))
        painter.drawText(mirrored(self, room), flags, name)
        rest = room.adjusted(metrics.horizontalAdvance(name) + GAP, 0, 0, 0)
        if rest.width() > 40:
            painter.setFont(self._details_font())
            painter.setPen(self._theme.colour("bad" if self._face.state is ModelState.FAILED else "muted"))
            shown = QFontMetrics(self._details_font()).elidedText(
                self._face.details, Qt.TextElideMode.ElideRight, rest.width()
            )
            painter.drawText(mirrored(self, rest), flags, shown)
