"""One quant that can be downloaded: how good, how big, where it would run, how fast."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.placement.plan import Fit, Placement
from app.ui.models.measures import file_size, speed, speed_number
from app.ui.models.placement_words import context_limit, fit_tone, fit_words
from app.ui.theme import Theme, set_kind
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.tag import Tag
from app.ui.widgets.text_label import show_line, text_label

COLUMNS = 5
GAP = 14
SIDE = 8
RADIUS = 8


class Availability(StrEnum):
    """Whether the person has it."""

    AWAY = "away"
    COMING = "coming"
    HERE = "here"


@dataclass(frozen=True)
class OfferContent:
    """What a row shows. ``context`` is the one that the placement was asked for, in tokens."""

    name: str  # model and quant, for screen readers
    quality: str  # "Balanced"
    loss: str  # "slight loss"
    loss_sentence: str
    quantization: str
    parts: str  # "3 files", "" for one
    size: int
    exact: bool  # False: the size is a forecast
    placement: Placement | None
    estimated: bool
    context: int
    recommended: bool = False
    availability: Availability = Availability.AWAY
    marked: bool = False


class TwoLines(QWidget):
    """Words, and smaller ones below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = text_label(self, "cell", wraps=False)
        self.second = text_label(self, "small", wraps=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.first)
        column.addWidget(self.second)

    def show_words(self, first: str, second: str) -> None:
        """Show one or two lines."""
        show_line(self.first, first)
        show_line(self.second, second)


class OfferButton(QPushButton):
    """Says when the keyboard comes to it."""

    reached = Signal()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()


class OfferRow(QWidget):
    """Its cells stand in the table's columns, or flow where there is no room for columns."""

    chosen = Signal()
    selected = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marked = False
        self._speed = 0.0  # tokens per second, 0.0 for none
        self._in_columns = True
        self.quality = TwoLines(self)
        self.file = TwoLines(self)
        self.amount = text_label(self, "cell", wraps=False)
        self.fit = QWidget(self)
        self.tag = Tag(self.fit)
        self.limit = text_label(self.fit, "small", wraps=False)
        self.speed = text_label(self, "cell", wraps=False)
        self.button = OfferButton(self)
        self._build()
        self.button.clicked.connect(self.chosen)
        self.button.reached.connect(self.selected)
        theme.changed.connect(self.update)

    def show_content(self, content: OfferContent) -> None:
        """Show an offer as it is now."""
        self._marked = content.marked
        self.quality.show_words(content.quality, content.loss)
        self.quality.setToolTip(content.loss_sentence)
        self.file.show_words(content.quantization, content.parts)
        size = file_size(content.size)
        self.amount.setText(size if content.exact else self.tr("~ {size}").format(size=size))
        placement = content.placement
        if placement is None:
            self.tag.show_words("")
            show_line(self.limit, "")
        else:
            self.tag.show_words(fit_words(placement), fit_tone(placement))
            show_line(self.limit, context_limit(placement, content.context))
        fits = placement is not None and placement.fit is not Fit.NOT
        self._speed = placement.tokens_per_second if placement is not None and fits else 0.0
        self._show_speed()
        estimated = self.tr("Judged by its size; its own data are read before the download.")
        self.fit.setToolTip(estimated if content.estimated else "")
        self._show_button(content)
        self.update()

    def set_in_columns(self, *, on: bool) -> None:
        """Stand in columns, whose header says what the numbers are, or flow."""
        self._in_columns = on
        self._show_speed()

    def cells(self) -> list[QWidget]:
        """Return one widget per column."""
        return [self.quality, self.file, self.amount, self.fit, self.speed]

    def has_content(self, column: int) -> bool:
        """Whether the cell says anything."""
        cell = self.cells()[column]
        if isinstance(cell, TwoLines):
            return bool(cell.first.text() or cell.second.text())
        return bool(self.tag.text() if cell is self.fit else isinstance(cell, QLabel) and cell.text())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.selected.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("line"))
        if self._marked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 2, 0, -1), RADIUS, RADIUS)

    def _build(self) -> None:
        inner = QHBoxLayout(self.fit)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(self.tag)
        inner.addWidget(self.limit)
        inner.addStretch(1)
        words = QWidget(self)
        flow = FlowLayout(words, GAP)
        for cell in self.cells():
            flow.addWidget(cell)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 4, SIDE, 4)
        row.setSpacing(GAP)
        row.addWidget(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _show_speed(self) -> None:
        self.speed.setText(speed_number(self._speed) if self._in_columns else speed(self._speed))

    def _show_button(self, content: OfferContent) -> None:
        words = {
            Availability.AWAY: self.tr("Download"),
            Availability.COMING: self.tr("Downloading…"),
            Availability.HERE: self.tr("In the library"),
        }[content.availability]
        self.button.setText(words)
        self.button.setEnabled(content.availability is Availability.AWAY)
        set_kind(self.button, "primary" if content.recommended else "plain")
        facts = [
            content.name,
            content.quality,
            content.loss_sentence,
            file_size(content.size),
            self.tag.text(),
            speed(self._speed),
        ]
        self.button.setAccessibleName(f"{words}: {', '.join(fact for fact in facts if fact)}")


class OfferHeader(QWidget):
    """The names of the columns, above the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = [text_label(self, "column", wraps=False) for _ in range(COLUMNS)]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SIDE, 4, SIDE, 4)
        self._row.setSpacing(GAP)
        for label in self.labels:
            self._row.addWidget(label)
        self._row.addStretch(1)

    def show_words(self, words: list[str]) -> None:
        """Name the columns."""
        for label, text in zip(self.labels, words, strict=True):
            label.setText(text)

    def cells(self) -> list[QLabel]:
        """Return one label per column."""
        return self.labels
