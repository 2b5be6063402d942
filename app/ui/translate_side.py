"""Translating: its session, the page of the main window and the small window. Built when first needed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.session.chat_session import ChatSession
from app.session.engine_client import EngineClient
from app.session.engine_lane import EngineLane
from app.session.model_session import ModelSession
from app.session.store_access import StoreAccess
from app.session.tasks import BackgroundThread
from app.session.translate_session import TranslateSession
from app.session.translate_state import Collaborators
from app.settings.store import SettingsStore
from app.ui.main_window import MainWindow
from app.ui.theme import Theme
from app.ui.translate.page import TranslatePage


@dataclass(frozen=True)
class Sessions:
    """What it works with."""

    engine: EngineClient
    models: ModelSession
    chat: ChatSession
    access: StoreAccess
    settings: SettingsStore


class TranslateSide(QObject):
    """The session behind it, and what shows it."""

    def __init__(self, sessions: Sessions, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._sessions, self._theme, self._window = sessions, theme, window
        self._thread = BackgroundThread("translate")
        chat = sessions.chat
        self.lane = EngineLane(sessions.engine, sessions.models, lambda: chat.busy, chat.live_changed, self)
        with_ = Collaborators(self.lane, sessions.models, sessions.access, sessions.settings, self._thread)
        self.session = TranslateSession(with_, self)
        self.session.notice.connect(window.show_notice)

    def page(self) -> TranslatePage:
        """Build the page of the main window."""
        page = TranslatePage(self._theme, self.session, self._sessions.models)
        page.bar.picker.use_library(self._window.page.top_bar.picker.installed)
        page.bar.picker.details_wanted.connect(self._window.show_details)
        page.models_wanted.connect(self._window.show_models)
        return page

    def close(self) -> None:
        """Stop what runs, end the thread."""
        self.session.stop()
        self._thread.close()
