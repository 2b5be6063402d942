"""A transcript on the screen, with a session that writes scripted answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.settings.schema import ColourScheme
from app.ui.chat.messages.assistant_view import AssistantView
from app.ui.chat.transcript.transcript import Transcript
from app.ui.theme import Theme
from tests.helpers.fake_chat_session import FakeChatSession

W = TypeVar("W", bound=QWidget)


class Stage:
    """What a test of the transcript works with."""

    def __init__(self, application: QApplication, bot: QtBot) -> None:
        self.bot = bot
        self.theme = Theme(application, ColourScheme.LIGHT)
        self.session = FakeChatSession()
        self.transcript = Transcript(self.theme, self.session)
        self.transcript.resize(900, 600)
        self.transcript.show()

    def settle(self) -> None:
        """Let all work that is waiting be done."""
        self.bot.waitUntil(self._idle, timeout=20_000)

    def answer(self) -> AssistantView:
        """Return the last answer."""
        self.settle()
        view = self.transcript.views()[-1]
        assert isinstance(view, AssistantView)
        return view

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something, for a long time if need be."""
        self.bot.waitUntil(condition, timeout=20_000)

    def _idle(self) -> bool:
        QApplication.processEvents()
        return self.transcript.is_settled

    def close(self) -> None:
        """Take everything down."""
        self.transcript.close()
        self.transcript.deleteLater()
        self.theme.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot) -> Iterator[Stage]:
    """A light transcript of 900 x 600 pixels, English numbers."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    made = Stage(qapp, qtbot)
    yield made
    made.close()
    QLocale.setDefault(before)


def shown(widget: QWidget, kind: type[W]) -> list[W]:
    """Return the visible children of a kind."""
    return [child for child in widget.findChildren(kind) if not child.isHidden()]
