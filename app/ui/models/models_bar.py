"""The bar above the Models page: its three parts, and the field that searches the hubs."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from app.ui.icons import icon
from app.ui.theme import Theme
from app.ui.widgets.flat_button import CHIP, ICON, FlatButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.keys import native_keys
from app.ui.widgets.search_line import SearchLine
from app.ui.widgets.text_label import text_label

HEIGHT = 52
SEARCH_WIDTH = 300
BESIDE = 860
"""Pixels. Below, the search field stands under the tabs."""


class Part(StrEnum):
    """What the Models page shows."""

    LIBRARY = "library"
    DISCOVER = "discover"
    DOWNLOADS = "downloads"


class ModelsBar(QWidget):
    """``searched`` carries what was typed, on Enter; ``typed`` on every letter."""

    sidebar_wanted = Signal()
    chosen = Signal(object)  # Part
    searched = Signal(str)
    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._running = 0
        self.sidebar_button = FlatButton(theme, ICON, "sidebar", self)
        self.title = text_label(self, "panel-title", wraps=False)
        self.tabs = {part: FlatButton(theme, CHIP, parent=self) for part in Part}
        self.search = SearchLine(theme, self)
        self._group = QButtonGroup(self)
        self._build()
        self.sidebar_button.clicked.connect(self.sidebar_wanted)
        self.search.returnPressed.connect(lambda: self.searched.emit(self.search.text()))
        self.search.textEdited.connect(self.typed)
        theme.changed.connect(self._tint)
        self._tint()
        self.retranslate()

    def show_part(self, part: Part) -> None:
        """Mark the part that is shown."""
        self.tabs[part].setChecked(True)
        self._name_search(part)

    def show_running(self, number: int) -> None:
        """Show how many downloads are not finished."""
        if number != self._running:
            self._running = number
            self.retranslate()

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.title.setText(self.tr("Models"))
        self.sidebar_button.set_hint(self.tr("Show or hide the sidebar"), native_keys("Ctrl+B"))
        self.tabs[Part.LIBRARY].set_words(self.tr("Library"))
        self.tabs[Part.DISCOVER].set_words(self.tr("Discover"))
        words = self.tr("Downloads · {count}") if self._running else self.tr("Downloads")
        self.tabs[Part.DOWNLOADS].set_words(words.format(count=QLocale().toString(self._running)))
        self._name_search(next((part for part, tab in self.tabs.items() if tab.isChecked()), Part.LIBRARY))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_rows()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))

    def _name_search(self, part: Part) -> None:
        words = {
            Part.LIBRARY: self.tr("Search the library"),
            Part.DISCOVER: self.tr("Search Hugging Face and ModelScope"),
            Part.DOWNLOADS: self.tr("Search Hugging Face and ModelScope"),
        }[part]
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(words)
        self.search.setToolTip(native_keys("Ctrl+F"))

    def _build(self) -> None:
        self._words = QWidget(self)
        flow = FlowLayout(self._words, 8)
        flow.addWidget(self.title)
        for part, tab in self.tabs.items():
            tab.setCheckable(True)
            self._group.addButton(tab)
            flow.addWidget(tab)
            tab.clicked.connect(lambda _checked=False, part=part: self.chosen.emit(part))
        self.search.setMaxLength(300)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 8, 20, 9)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.sidebar_button, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._words, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        self._choose_rows()

    def _choose_rows(self) -> None:
        beside = self.width() >= BESIDE
        self.setMinimumHeight(HEIGHT)
        self.search.setFixedWidth(SEARCH_WIDTH) if beside else self.search.setFixedWidth(max(120, self.width() - 30))
        self._grid.removeWidget(self.search)
        if beside:
            self._grid.addWidget(self.search, 0, 2)
        else:
            self._grid.addWidget(self.search, 1, 0, 1, 3)

    def _tint(self) -> None:
        for action in self.search.actions():
            self.search.removeAction(action)
        glass = icon("search", self._theme.colours.muted, 16)
        self.search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
