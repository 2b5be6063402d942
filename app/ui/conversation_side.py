"""What surrounds the conversation shown: the numbers of its context, its settings. Built right after the start."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.chat.conversation import ConversationSettings, Message
from app.session.chat.chat_session import ChatSession
from app.session.chat.preset_list import PresetList
from app.session.context.context_session import ContextSession
from app.session.models.model_session import ModelSession
from app.session.workers.engine_client import EngineClient
from app.session.workers.engine_lane import EngineLane
from app.settings.store import SettingsStore
from app.ui.chat.own_settings.conversation_panel import ConversationPanel
from app.ui.main_window import MainWindow
from app.ui.models.model_words import file_title
from app.ui.theme import Theme
from app.ui.widgets.announce import announce

SAID = 600
"""Letters of an answer: who wants more reads on in the conversation."""


@dataclass(frozen=True)
class Sessions:
    """What it works with."""

    engine: EngineClient
    lane: EngineLane
    models: ModelSession
    chat: ChatSession
    settings: SettingsStore
    presets: PresetList


class ConversationSide(QObject):
    """The context's session, and the panel when it is first opened."""

    def __init__(self, sessions: Sessions, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._sessions, self._theme, self._window = sessions, theme, window
        sessions.chat.answer_finished.connect(self._say_answer)
        self.context = ContextSession(
            sessions.engine, sessions.models, sessions.chat, sessions.settings, sessions.lane, self
        )
        self.context.notice.connect(window.show_notice)
        window.page.use_context(self.context)
        window.page.side.use(self._panel)
        sessions.chat.settings_changed.connect(self._mark)
        self._mark()

    def _say_answer(self, message: Message) -> None:
        """Let a screen reader say the answer, or how it begins."""
        announce(self._window.page, self.tr("Answer: {text}").format(text=message.text[:SAID]))

    def _mark(self) -> None:
        own = self._sessions.chat.own_settings != ConversationSettings()
        self._window.page.top_bar.mark_settings(own=own)

    def _panel(self) -> ConversationPanel:
        panel = ConversationPanel(self._theme, self._sessions.chat, self._sessions.models, self._choices)
        panel.use_presets(self._sessions.presets)
        panel.close_wanted.connect(self._window.page.toggle_settings)
        return panel

    def _choices(self) -> dict[str, str]:
        """Return what can be loaded: what is installed, and files that were used before."""
        installed = {entry.path: entry.name for entry in self._window.page.top_bar.picker.installed()}
        return {path: file_title(path) for path in self._sessions.models.recent} | installed
