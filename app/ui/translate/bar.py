"""The bar above the Translate page: model, history, glossary, documents."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.ui.models.picker import ModelPicker, PickedModel
from app.ui.theme import Theme
from app.ui.widgets.flat_button import CHIP, ICON, FlatButton
from app.ui.widgets.keys import native_keys
from app.ui.widgets.text_label import text_label

HEIGHT = 52
ROOM = 700
"""Pixels. Below, the buttons are icons."""


class TranslateBar(QWidget):
    """52 pixels high, a line below."""

    sidebar_wanted = Signal()
    history_wanted = Signal()
    glossary_wanted = Signal()
    documents_wanted = Signal()

    def __init__(self, theme: Theme, model: PickedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._terms = 0
        self.setFixedHeight(HEIGHT)
        self.sidebar_button = FlatButton(theme, ICON, "sidebar", self)
        self.title = text_label(self, "panel-title", wraps=False)
        self.picker = ModelPicker(theme, model, self)
        self.history = FlatButton(theme, CHIP, "history", self)
        self.glossary = FlatButton(theme, CHIP, "glossary", self)
        self.documents = FlatButton(theme, CHIP, "file", self)
        self.documents.hide()  # until there is somebody who opens them
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 16, 1)
        row.setSpacing(8)
        row.addWidget(self.sidebar_button)
        row.addWidget(self.title)
        row.addStretch(1)
        for widget in (self.picker, self.history, self.glossary, self.documents):
            row.addWidget(widget)
        self.sidebar_button.clicked.connect(self.sidebar_wanted)
        self.history.clicked.connect(self.history_wanted)
        self.glossary.clicked.connect(self.glossary_wanted)
        self.documents.clicked.connect(self.documents_wanted)
        theme.changed.connect(self.update)
        self.retranslate()

    def show_terms(self, number: int) -> None:
        """Show how many terms the glossary of the pair has."""
        if number != self._terms:
            self._terms = number
            self.retranslate()

    def show_history_open(self, opened: bool) -> None:
        """Show whether the history is open."""
        self.history.setCheckable(opened)
        self.history.setChecked(opened)

    def show_documents_open(self, *, opened: bool) -> None:
        """Show whether documents stand in the place of the texts."""
        self.documents.setCheckable(opened)
        self.documents.setChecked(opened)

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.title.setText(self.tr("Translate"))
        self.sidebar_button.set_hint(self.tr("Show or hide the sidebar"), native_keys("Ctrl+B"))
        words = self.tr("Glossary · {count}") if self._terms else self.tr("Glossary")
        named = (
            (self.history, self.tr("History")),
            (self.glossary, words.format(count=QLocale().toString(self._terms))),
            (self.documents, self.tr("Documents")),
        )
        wide = self.width() >= ROOM
        for button, name in named:
            button.set_words(name if wide else "", tooltip=name)
            button.setAccessibleName(name)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() >= ROOM) != (event.oldSize().width() >= ROOM):
            self.retranslate()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
