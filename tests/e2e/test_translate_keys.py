"""Everything on the Translate page by keyboard alone, as a person without a mouse goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.parley import Parley
from app.ui.translate.page import TranslatePage
from tests.e2e.conftest import START

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    here = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert here is not None
    within = here.focusWidget() if here.focusWidget() is not None else here
    QTest.keyClick(within, key, modifier)


def tab_to(wanted: QWidget, most: int = 40) -> list[QWidget]:
    """Press Tab until something has the keyboard; return what had it on the way."""
    way: list[QWidget] = []
    for _ in range(most):
        here = QApplication.focusWidget()
        assert here is not None
        if here is wanted:
            return way
        way.append(here)
        press(Qt.Key.Key_Tab)
    raise AssertionError([type(one).__name__ + one.accessibleName() for one in way])


def back_to(window: QWidget) -> None:
    """Where no window manager does it, a list that closes does not give the keyboard back."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def opened(qtbot: QtBot, parley: Parley) -> TranslatePage:
    back_to(parley.window)
    QTest.keyClick(parley.window, Qt.Key.Key_2, CONTROL)
    page = parley.window.translation.page
    assert page is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.desk.source, timeout=START)
    return page


def test_a_text_is_translated_corrected_and_copied_without_a_mouse(qtbot: QtBot, parley: Parley) -> None:
    page = opened(qtbot, parley)
    tab_to(page.languages.target)
    press(Qt.Key.Key_Space)
    assert page.languages.target.popup is not None
    QTest.keyClicks(page.languages.target.popup.field, "germ")
    QTest.keyClick(page.languages.target.popup.field, Qt.Key.Key_Return)
    assert page.session.target_language == "de"
    back_to(parley.window)
    assert QApplication.focusWidget() is page.languages.target
    tab_to(page.desk.source)
    QTest.keyClicks(page.desk.source, "Where is the train station? Thank you very much.")
    wanted = "Wo ist der Bahnhof? Vielen Dank."
    qtbot.waitUntil(lambda: page.desk.target.toPlainText() == wanted, timeout=START)
    assert len(tab_to(page.desk.target)) <= 2
    page.desk.target.moveCursor(QTextCursor.MoveOperation.End)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return)
    popup = page.desk.popup
    assert popup is not None
    assert popup.explain.text() == "What does “Dank” mean here?"
    popup.field.selectAll()
    QTest.keyClicks(popup.field, "Danke!")
    QTest.keyClick(popup.field, Qt.Key.Key_Tab)
    while (here := popup.focusWidget()) is not popup.save:
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Tab)
    QTest.keyClick(popup.save, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.desk.target.toPlainText() == "Wo ist der Bahnhof? Danke!", timeout=START)
    back_to(parley.window)
    QTest.keyClick(parley.window, Qt.Key.Key_C, CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text() == "Wo ist der Bahnhof? Danke!"
    QTest.keyClick(page.desk.source, Qt.Key.Key_S, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: page.desk.target.toPlainText().startswith("Where is the train station?"), timeout=START)
    assert page.session.target_language == "en"


def test_every_button_of_the_page_is_reached_and_has_a_name(qtbot: QtBot, parley: Parley, tmp_path: Path) -> None:
    page = opened(qtbot, parley)
    page.session.target_language = "de"
    QTest.keyClicks(page.desk.source, "Thank you very much.")
    qtbot.waitUntil(lambda: page.desk.target.toPlainText() == "Vielen Dank.", timeout=START)
    foot, desk = page.foot, page.desk
    order = [desk.source, desk.clear, desk.target, foot.alternatives, foot.back, foot.review, foot.more, foot.copy]
    found = [one for one in _round(page) if one in order]
    assert found == order
    nameless = [one for one in _round(page) if not (one.accessibleName() or one.property("text"))]
    assert nameless == []
    desk.save(tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == b"Vielen Dank."


def _round(page: TranslatePage) -> list[QWidget]:
    """Return what Tab goes through, from the source on, until it leaves the page."""
    page.desk.source.setFocus()
    seen: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in seen and page.isAncestorOf(here):
        seen.append(here)
        press(Qt.Key.Key_Tab)
    return seen
