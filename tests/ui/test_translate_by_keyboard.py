"""Partners of sentences and the side of a paragraph, without a mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.ui.translate.text_pane import TextPane
from tests.ui.translate_fixture import Stage, stage

__all__ = ["stage"]

LINES = [f"This is sentence number {number}." for number in range(80)]


def lit(pane: TextPane) -> str:
    """Return the words that are lit."""
    found = [one for one in pane.extraSelections() if one.format.hasProperty(one.format.Property.BackgroundBrush)]
    return found[0].cursor.selectedText() if found else ""


def test_the_arrows_light_a_sentence_and_bring_its_partner_into_sight(stage: Stage) -> None:
    stage.translated("")
    source, target = stage.page.desk.source, stage.page.desk.target
    source.insertPlainText("\n".join(LINES))
    stage.session.finish()
    stage.settle()
    source.moveCursor(QTextCursor.MoveOperation.Start)
    target.verticalScrollBar().setValue(0)
    QTest.keyClick(source, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert (lit(source), lit(target)) == (LINES[-1], LINES[-1].upper())
    assert target.verticalScrollBar().value() > 0
    QTest.keyClick(source, Qt.Key.Key_Up)
    assert lit(target) == LINES[-2].upper()
    QTest.keyClicks(source, "x")  # who types is not disturbed
    assert (lit(source), lit(target)) == ("", "")
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert lit(source) == LINES[0]
    assert source.verticalScrollBar().value() == 0
    stage.page.foot.copy.setFocus()
    assert (lit(source), lit(target)) == ("", "")


def test_what_a_screen_reader_says_of_a_sentence_has_its_source(stage: Stage) -> None:
    stage.translated()
    popup = stage.page.desk.open_sentence(0)
    assert popup is not None
    assert popup.field.accessibleDescription() == "Good morning."
    popup.close()


def test_a_key_turns_the_paragraph_round_and_back(stage: Stage) -> None:
    source = stage.page.desk.source
    source.insertPlainText("One\nTwo")
    turn = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    sides = []
    for _ in range(2):
        QTest.keyClick(source, Qt.Key.Key_X, turn)
        sides.append(source.document().lastBlock().textDirection())
    assert sides == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]
    assert source.document().firstBlock().textDirection() == Qt.LayoutDirection.LeftToRight
    assert source.text() == "One\nTwo"


def test_the_menu_turns_the_paragraph_that_was_clicked(stage: Stage) -> None:
    source = stage.page.desk.source
    source.insertPlainText("One\nTwo")
    menu = source.text_menu(source.cursorForPosition(QPoint(20, 20)))
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if "from the right" in action.text()).trigger()
    menu.deleteLater()
    assert source.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft
    assert source.document().lastBlock().textDirection() == Qt.LayoutDirection.LeftToRight
