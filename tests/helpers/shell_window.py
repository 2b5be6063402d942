"""The main window around the fakes, ready for a person's hands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.chat.conversation import Conversation, Folder
from app.engine.api import ThinkingSupport
from app.session.keeping.vault_session import VaultState
from app.settings.store import SettingsStore
from app.ui.chat.composer.send_button import SendState
from app.ui.main_window import MainWindow
from app.ui.models.models_page import ModelsPage
from app.ui.models.sessions import ModelsSessions
from app.ui.theme import Theme
from tests.helpers.fake_graphics import FakeGraphics
from tests.helpers.fake_judges import FakeDiscover, FakePlacement
from tests.helpers.fake_models import FakeDownloads, FakeHub, FakeLibrary
from tests.helpers.fake_sessions import FakeChat, FakeConversations, FakeModel, FakeVault, model_description


@dataclass
class Setup:
    """What a test wants to start from."""

    rows: list[Conversation] = field(default_factory=list)
    folders: list[Folder] = field(default_factory=list)
    thinking: ThinkingSupport | None = ThinkingSupport.HYBRID  # None: no model
    vault: VaultState = VaultState.OPEN
    size: tuple[int, int] = (1180, 820)
    transcript: Callable[[Theme], QWidget] | None = None  # None: a label in its place


class Shell:
    """The window and the fakes behind it."""

    def __init__(self, folder: Path, setup: Setup) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.application = application
        self.theme = Theme(application)
        self.settings = SettingsStore(folder / "settings.json")
        self.conversations = FakeConversations(setup.rows, setup.folders)
        self.chat = FakeChat(self.conversations)
        self.model = FakeModel()
        self.vault = FakeVault(setup.vault)
        if setup.thinking is not None:
            self.model.finish(model_description(setup.thinking))
            self.chat.set_context(1204, 16384)
        transcript = setup.transcript(self.theme) if setup.transcript else QLabel("transcript")
        self.window = MainWindow(
            self.theme, self.settings, self.chat, self.conversations, self.model, self.vault, transcript
        )
        self.library = FakeLibrary()
        self.downloads = FakeDownloads()
        self.hub = FakeHub()
        self.discover = FakeDiscover(self.downloads)
        self.placement = FakePlacement()
        self.graphics = FakeGraphics()
        self.window.page.top_bar.picker.use_graphics(self.graphics)
        self.window.use_models_page(self._make_models)
        self.window.resize(*setup.size)
        self.page = self.window.page
        self.composer = self.window.page.composer
        self.sidebar = self.window.sidebar

    def show(self) -> None:
        """Put the window on the (offscreen) screen, with the keyboard in the composer."""
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        self.window.focus_composer()
        self.settle()

    def models(self) -> ModelsPage:
        """Open the Models page and return it."""
        self.window.show_models()
        self.settle()
        assert self.window.models is not None
        return self.window.models

    def settle(self) -> None:
        """Let everything that is queued happen."""
        for _ in range(4):
            self.application.processEvents()

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        QTest.keyClicks(self.focus(), text)

    def press(self, keys: str) -> None:
        """Press a key combination such as "Ctrl+N"; shortcuts work."""
        QTest.keySequence(self.focus(), QKeySequence(keys))
        self.settle()

    def focus(self) -> QWidget:
        """Return the widget that has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def thinks(self) -> bool:
        """Return the switch as the session has it."""
        return self.chat.thinking_enabled

    def send_state(self) -> SendState:
        """Return what the round button does."""
        return self.composer.send_button.state

    def click(self, widget: QWidget) -> None:
        """Click into the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def _make_models(self) -> ModelsPage:
        sessions = ModelsSessions(
            self.library, self.downloads, self.hub, self.discover, self.placement, self.model, self.graphics
        )
        return ModelsPage(self.theme, sessions)
