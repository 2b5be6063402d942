"""The Translate page: source and target side by side, or one above the other in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.chat.side_panel import SidePanel
from app.ui.models.picker import PickedModel
from app.ui.theme import Theme
from app.ui.translate.bar import TranslateBar
from app.ui.translate.desk import Desk
from app.ui.translate.foot import TranslateFoot
from app.ui.translate.language_bar import LanguageBar
from app.ui.translate.notes import Notes
from app.ui.translate.protocols import Translating
from app.ui.translate.second_look import SecondLook
from app.ui.widgets.toast import ToastHost, ToastText

if TYPE_CHECKING:
    from app.ui.translate.documents.page import DocumentsPage

SIDE, GAP = 24, 12
NARROW_SIDE = 12
BESIDE = 700
LOW = 520  # pixels; below, the texts need the room of a hint
"""Pixels. Below, the target stands under the source."""


class TranslatePage(QWidget):
    """Owns the pieces and their places; ``Desk`` connects them with the session."""

    sidebar_wanted = Signal()
    models_wanted = Signal(str)  # the name of a model that is recommended, or ""
    glossary_wanted = Signal()

    def __init__(self, theme: Theme, session: Translating, model: PickedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.documents: DocumentsPage | None = None
        self.bar = TranslateBar(theme, model, self)
        self.languages = LanguageBar(theme, self)
        self.notes = Notes(theme, session, model, self)
        self.toasts = ToastHost(theme, self)
        self.desk = Desk(theme, session, model, self)
        self.second_look = SecondLook(theme, session, self)
        self.foot = TranslateFoot(theme, self)  # last, as Tab goes
        self._build()
        self.side = SidePanel(self, self._column)
        self._connect()

    def show_toast(self, content: ToastText) -> None:
        """Show passing words at the bottom."""
        self.toasts.show_toast(content)

    def focus_first(self) -> None:
        """Put the keyboard where one types."""
        if self.documents is not None and self.shows_documents:
            self.documents.focus_first()
            return
        self.desk.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> bool:
        """Close what is open, or stop translating; say whether there was something to do."""
        if self.side.close_overlay() or self._leave_documents() or self.second_look.close_look():
            return True
        running = self.session.busy and not self.session.stopped
        if running:
            self.session.stop()
        return running

    def toggle_history(self) -> None:
        """Open the history, or close it."""
        if not self.side.close() and (panel := self.side.show()) is not None:
            panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def use_documents(self, documents: DocumentsPage) -> None:
        """Take what shows documents; there is a way to it from now on."""
        self.documents = documents
        self._below.addWidget(documents)
        self._below.currentChanged.connect(self._choose_languages)
        documents.one_shown.connect(self._choose_languages)
        self.bar.documents.show()

    @property
    def shows_documents(self) -> bool:
        """Whether documents stand in the place of the texts."""
        return self.documents is not None and self._below.currentWidget() is self.documents

    def show_documents(self) -> None:
        """Show the documents in the place of the texts."""
        if self.documents is not None:
            self._below.setCurrentWidget(self.documents)
            self.bar.show_documents_open(opened=True)
            self.documents.focus_first()

    def _choose_languages(self) -> None:
        """Hide those of texts and new documents while a document shows its own."""
        self.languages.setHidden(self.documents is not None and self.shows_documents and self.documents.shows_one)

    def toggle_documents(self) -> None:
        """Show the documents, or the texts again."""
        if self.shows_documents:
            self._show_texts()
        else:
            self.show_documents()

    def _leave_documents(self) -> bool:
        """Go back one step from the documents; say whether they were shown."""
        if self.documents is None or not self.shows_documents:
            return False
        if not self.documents.escape():
            self._show_texts()
        return True

    def _show_texts(self) -> None:
        self._below.setCurrentWidget(self._texts)
        self.bar.show_documents_open(opened=False)
        self.focus_first()

    def history_opened(self) -> None:
        """An entry of the history is in the texts now."""
        self.side.close_overlay()
        self._show_texts()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.desk.refresh()
        elif event.type() is QEvent.Type.LayoutDirectionChange:
            self.side.place()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.place()
        self._arrange()
        width = min(560, self.width() - 40)
        self.toasts.place((self.width() - width) // 2, self.height() - 72, width)

    def _arrange(self) -> None:
        margins = self._column.contentsMargins()  # the history takes its room from there
        room = self.width() - margins.left() - margins.right()
        beside = room >= BESIDE
        self.notes.advise(room=self.height() >= LOW)
        self._panes.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        side = SIDE if beside else NARROW_SIDE
        self._inside.setContentsMargins(side, 16 if side == SIDE else 10, side, 14 if side == SIDE else 10)

    def _build(self) -> None:
        self._panes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._panes.setSpacing(16)
        self._panes.addWidget(self.desk.source_card, 1)
        ends = QVBoxLayout()
        ends.setSpacing(GAP)
        ends.addWidget(self.desk.target_card, 3)
        ends.addWidget(self.second_look, 2)
        self._panes.addLayout(ends, 1)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(GAP)
        self._inside.addWidget(self.languages)
        self._inside.addWidget(self.notes)
        self._texts = QWidget(self)
        texts = QVBoxLayout(self._texts)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(GAP)
        texts.addLayout(self._panes, 1)
        texts.addWidget(self.foot)
        self._below = QStackedLayout()
        self._below.addWidget(self._texts)
        self._inside.addLayout(self._below, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addLayout(self._inside, 1)

    def _connect(self) -> None:
        bar = self.bar
        bar.sidebar_wanted.connect(self.sidebar_wanted)
        bar.glossary_wanted.connect(self.glossary_wanted)
        bar.documents_wanted.connect(self.toggle_documents)
        bar.history_wanted.connect(self.toggle_history)
        bar.picker.models_wanted.connect(lambda: self.models_wanted.emit(""))
        self.notes.models_wanted.connect(self.models_wanted)
        self.side.shown_changed.connect(self._side_shown)
        self.foot.back.clicked.connect(self._toggle_back)
        self.second_look.shown_changed.connect(self.foot.back.setChecked)
        self.desk.word_chosen.connect(self.second_look.explain)
        self.desk.toast.connect(self.show_toast)
        self.desk.serve(self.languages, self.foot)
        keys = QShortcut(QKeySequence("Ctrl+Shift+S"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.session.swap)

    def _toggle_back(self) -> None:
        if not self.second_look.close_look():
            self.second_look.show_back()

    def _side_shown(self, shown: bool) -> None:
        self.bar.show_history_open(shown)
        self._arrange()
