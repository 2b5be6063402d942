"""The bar above the conversation: sidebar switch, model, title, what can be done with the conversation."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from app.ui.models.picker import ModelPicker, PickedModel
from app.ui.theme import Theme, set_kind
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.flat_button import ICON, FlatButton
from app.ui.widgets.keys import native_keys

HEIGHT = 52
DOT = 4.5  # radius, its edge included
TUNE = replace(ICON, checked_text="accent", checked_background="accent_background")


class TuneButton(FlatButton):
    """With a dot when something of this conversation is set otherwise than usual."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, TUNE, "tune", parent)
        self.marked = False

    def set_marked(self, *, marked: bool) -> None:
        """Paint the dot, or none."""
        self.marked = marked
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.marked:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("background"), 2))
            painter.setBrush(self._theme.colour("accent"))
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            painter.drawEllipse(QPointF(9 if mirrored else self.width() - 9, 9), DOT, DOT)


class TopBar(QWidget):
    """52 pixels high, a line below."""

    sidebar_wanted = Signal()
    more_wanted = Signal(QPoint)
    settings_wanted = Signal()

    def __init__(self, theme: Theme, model: PickedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        self.sidebar_button = FlatButton(theme, ICON, "sidebar", self)
        self.picker = ModelPicker(theme, model, self)
        self.title = ElidedLabel(self)
        self.tune = TuneButton(theme, self)
        self.more = FlatButton(theme, ICON, "more", self)
        set_kind(self.title, "title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 1)
        row.setSpacing(8)
        row.addWidget(self.sidebar_button)
        row.addWidget(self.picker)
        row.addWidget(self.title, 1)
        row.addWidget(self.tune)
        row.addWidget(self.more)
        self.sidebar_button.clicked.connect(self.sidebar_wanted)
        self.tune.clicked.connect(self.settings_wanted)
        self.more.clicked.connect(self._ask_for_more)
        theme.changed.connect(self.update)
        self.retranslate()

    def show_title(self, title: str) -> None:
        """Show the conversation's title; "" for none."""
        self.title.show_text(title)

    def show_settings_open(self, opened: bool) -> None:
        """Show whether the conversation's settings are open."""
        self.tune.setCheckable(opened)
        self.tune.setChecked(opened)

    def mark_settings(self, *, own: bool) -> None:
        """Show whether this conversation has settings of its own."""
        self.tune.set_marked(marked=own)
        self.tune.setAccessibleDescription(self.tr("This conversation has settings of its own.") if own else "")

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.sidebar_button.set_hint(self.tr("Show or hide the sidebar"), native_keys("Ctrl+B"))
        self.tune.set_hint(self.tr("Settings of this conversation"), native_keys("Ctrl+I"))
        self.more.set_hint(self.tr("More for this conversation"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))

    def _ask_for_more(self) -> None:
        self.more_wanted.emit(self.more.mapToGlobal(self.more.rect().bottomLeft() + QPoint(0, 4)))
