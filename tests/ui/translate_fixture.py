"""``stage``: a Translate page around a session that a test drives by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.i18n import install_language
from app.ui.theme import Theme
from app.ui.translate.page import TranslatePage
from tests.helpers.fake_sessions import FakeModel, model_description
from tests.helpers.fake_translate import FakeTranslate

TWO = "Good morning. How are you?"


class Stage:
    """A page, its session, and hands."""

    def __init__(self, application: QApplication) -> None:
        self.application = application
        self.theme = Theme(application)
        self.session, self.model = FakeTranslate(), FakeModel()
        self.model.finish(model_description())
        self.page = TranslatePage(self.theme, self.session, self.model)
        self.page.resize(1000, 700)
        self.page.show()
        self.made: list[QWidget] = [self.page]
        self.page.focus_first()
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            self.application.processEvents()

    def type(self, text: str) -> None:
        if text.isascii() and text.isprintable():
            QTest.keyClicks(self.page.desk.source, text)
        else:  # QTest has no keys for these
            self.page.desk.source.insertPlainText(text)
        self.settle()

    def translated(self, text: str = TWO) -> None:
        self.type(text)
        self.session.finish()
        self.settle()

    def shown(self) -> str:
        return self.page.desk.target.toPlainText()


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot) -> Iterator[Stage]:
    install_language(qapp, "en")
    it = Stage(qapp)
    yield it
    for widget in it.made:
        widget.close()
        widget.deleteLater()
    it.theme.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
