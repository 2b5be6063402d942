"""A column that scrolls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.text_label import text_label


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_what_is_in_it_keeps_its_place_when_the_scroll_bar_comes(
    qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    theme, column = Theme(qapp), ScrollColumn()
    qtbot.addWidget(column)
    column.setLayoutDirection(direction)
    column.resize(400, 300)
    card = text_label(column)
    card.setText("A line of words that has to be broken somewhere. " * 3)
    column.column.addWidget(card)
    column.column.addStretch(1)
    column.show()
    qtbot.waitExposed(column)
    before = (card.mapTo(column, card.rect().topLeft()).x(), card.width())
    assert not column.verticalScrollBar().isVisible()
    card.setText(card.text() * 20)
    qtbot.waitUntil(column.verticalScrollBar().isVisible)
    qapp.processEvents()
    assert (card.mapTo(column, card.rect().topLeft()).x(), card.width()) == before
    theme.deleteLater()
