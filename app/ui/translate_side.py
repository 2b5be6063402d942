"""Translating: its sessions, the page of the main window and the small window. Built when first needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from app.session.keeping.store_access import StoreAccess
from app.session.models.model_session import ModelSession
from app.session.tasks import BackgroundThread
from app.session.translate.session import TranslateSession
from app.session.translate.state import Collaborators
from app.session.workers.engine_lane import EngineLane
from app.settings.store import SettingsStore
from app.ui.main_window import MainWindow
from app.ui.models.models_bar import Part
from app.ui.theme import Theme
from app.ui.translate.glossary_dialog import GlossaryDialog
from app.ui.translate.history_panel import HistoryPanel
from app.ui.translate.page import TranslatePage
from app.ui.translate.small_window import SmallWindow
from app.ui.widgets.toast import ToastText

if TYPE_CHECKING:
    from app.ui.translated_documents_side import TranslatedDocumentsSide


@dataclass(frozen=True)
class Sessions:
    """What it works with."""

    lane: EngineLane
    models: ModelSession
    access: StoreAccess
    settings: SettingsStore
    logs: Path  # folder


class TranslateSide(QObject):
    """The session behind it, and what shows it."""

    def __init__(self, sessions: Sessions, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._sessions, self._theme, self._window = sessions, theme, window
        self._thread = BackgroundThread("translate")
        self._with = Collaborators(sessions.lane, sessions.models, sessions.access, sessions.settings, self._thread)
        self.session = TranslateSession(self._with, self)
        self.session.notice.connect(window.show_notice)
        self._texts = [self.session]  # of the page, and of the small window
        self._small: SmallWindow | None = None
        self._documents: TranslatedDocumentsSide | None = None

    def documents(self) -> TranslatedDocumentsSide:
        """Return what translates documents; built the first time, it goes on with what the last run left."""
        if self._documents is None:
            from app.ui.translated_documents_side import TranslatedDocumentsSide  # noqa: PLC0415 - with the page only

            logs = self._sessions.logs
            self._documents = TranslatedDocumentsSide(self._with, self.session, logs, self._theme, self._window)
        return self._documents

    def page(self) -> TranslatePage:
        """Build the page of the main window."""
        page = TranslatePage(self._theme, self.session, self._sessions.models)
        page.bar.picker.use_library(self._window.page.top_bar.picker.installed)
        page.bar.picker.details_wanted.connect(self._window.show_details)
        page.models_wanted.connect(self._show_models)
        page.side.use(lambda: self._history(page))
        page.glossary_wanted.connect(lambda: self._show_glossary(page))
        self.session.changed.connect(lambda: self._count_terms(page))
        self.session.glossaries_changed.connect(lambda: self._count_terms(page))
        self._count_terms(page)
        self.documents().use_page(page)
        return page

    def small_window(self) -> SmallWindow:
        """Return the window that comes up over other programs; its text is its own."""
        if self._small is None:
            session = TranslateSession(self._with, self)
            self._small = SmallWindow(self._theme, session, self._sessions.models)
            self._texts.append(session)
            session.memory = self.session.memory
            session.history_changed.connect(self.session.refresh_history)
            self.session.glossaries_changed.connect(session.refresh_glossaries)
            self._small.page_wanted.connect(self._move_to_page)
            self._small.models_wanted.connect(self._show_models_of_small)
            self._window.destroyed.connect(self._small.deleteLater)
        return self._small

    def settings_changed(self) -> None:
        """Hear of settings that were changed in their window."""
        for session in self._texts:
            session.settings_changed()

    def close(self) -> None:
        """Stop what runs, end the thread."""
        if self._documents is not None:
            self._documents.close()
        for session in self._texts:
            session.close()
        if self._small is not None:
            self._small.close()
        self._thread.close()

    def _history(self, page: TranslatePage) -> HistoryPanel:
        panel = HistoryPanel(self._theme, self.session)
        panel.close_wanted.connect(page.toggle_history)
        panel.opened.connect(page.history_opened)
        panel.clear_wanted.connect(lambda: self._ask_to_clear(panel))
        self.session.search_history("")
        return panel

    def _show_glossary(self, page: TranslatePage) -> None:
        dialog = GlossaryDialog(self.session, page)
        dialog.said.connect(lambda words: page.show_toast(ToastText(words)))
        dialog.open()

    def _count_terms(self, page: TranslatePage) -> None:
        page.bar.show_terms(len(self.session.glossary.terms) if self.session.glossary else 0)

    def _ask_to_clear(self, parent: QWidget) -> None:
        words = self.tr(
            "Remove all translations from the history, and translated documents from their list? They cannot be "
            "brought back. No file is deleted."
        )
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("History"), words, parent=parent)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.addButton(self.tr("Remove all"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(self._clear)
        box.open()

    def _clear(self) -> None:
        self.session.clear_history()
        self.documents().session.forget_finished()

    def _show_window(self) -> None:
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _show_models_of_small(self, name: str) -> None:
        self._show_window()
        self._show_models(name)

    def _show_models(self, name: str) -> None:
        """Show the models; a recommended one is open then."""
        self._window.show_models(Part.DISCOVER if name else None)
        if name and self._window.models is not None:
            self._window.models.discover.open_model(name)

    def _move_to_page(self) -> None:
        """Go on in the main window with the text of the small one."""
        if self._small is None:
            return
        small = self._small.session
        self._small.close()
        self._show_window()
        self._window.translation.open()
        self.session.source_language, self.session.target_language = small.source_language, small.target_language
        self.session.set_source(small.source)
