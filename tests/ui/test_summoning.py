"""Keys that bring up the translation window: what the settings say, what is read when, and what a person is told."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from app.session.translate.rows import RowState
from app.settings.schema import ShortcutUse
from app.settings.store import SettingsStore
from app.ui.i18n import PSEUDO, install_language
from app.ui.settings.settings_dialog import Part, SettingsDialog
from app.ui.settings.sources import Sources
from app.ui.settings.summoning import SummoningSettings
from app.ui.shortcuts.backend import Standing
from app.ui.shortcuts.keys import USUAL, combination
from app.ui.shortcuts.summoner import Summoner
from app.ui.theme import Theme
from app.ui.translate.small_window import SmallWindow
from tests.helpers.fake_sessions import FakeModel, model_description
from tests.helpers.fake_shortcut import FakeKeys
from tests.helpers.fake_translate import FakeTranslate


@dataclass
class Stage:
    """The keys, the small window, and a settings window that shows them."""

    store: SettingsStore
    theme: Theme
    keys: FakeKeys
    summoner: Summoner
    small: SmallWindow
    session: FakeTranslate
    built: list[SmallWindow] = field(default_factory=list)
    dialog: SettingsDialog | None = None

    def settings(self) -> SummoningSettings:
        """Open the settings at the keys."""
        self.dialog = SettingsDialog(Sources(self.theme, self.store, summoning=self.summoner))
        self.dialog.show()
        self.dialog.activateWindow()
        assert QTest.qWaitForWindowActive(self.dialog)
        self.dialog.show_part(Part.SHORTCUTS)
        assert self.dialog.summoning is not None
        return self.dialog.summoning


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    install_language(qapp, "en")
    QGuiApplication.clipboard().clear()
    theme, store, model = Theme(qapp), SettingsStore(tmp_path / "settings.json"), FakeModel()
    model.finish(model_description())
    session = FakeTranslate()
    small = SmallWindow(theme, session, model)
    keys = FakeKeys(small)

    def window() -> SmallWindow:
        it.built.append(small)
        return small

    it = Stage(store, theme, keys, Summoner(store, window, small, keys), small, session)
    yield it
    for widget in (small, it.dialog):
        if widget is not None:
            widget.close()
            widget.deleteLater()
    theme.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    install_language(qapp, "en")


def test_the_copied_text_comes_up_and_is_read_only_then(stage: Stage) -> None:
    stage.summoner.follow()
    QGuiApplication.clipboard().setText("Good morning.")
    QApplication.processEvents()
    assert stage.built == []  # nothing is even built before
    assert stage.keys.press(USUAL)
    assert stage.small.isVisible()
    assert stage.small.session.source == "Good morning."
    assert stage.small.hint.text.text().startswith("You pressed Ctrl+Alt+Space: Parley took the marked or copied text")
    stage.small.close()
    stage.keys.press(USUAL)
    assert stage.small.hint.isHidden()  # it was explained once


def test_a_long_text_is_seen_from_its_beginning(stage: Stage) -> None:
    stage.small.translate("Good morning. How are you?\n" * 30)
    stage.session.finish()
    QApplication.processEvents()
    stage.small.resize(stage.small.width() - 60, stage.small.height())
    QApplication.processEvents()
    for pane in (stage.small.desk.source, stage.small.desk.target):
        assert not pane.textCursor().hasSelection()
        assert pane.verticalScrollBar().maximum() > 100
        assert pane.verticalScrollBar().value() < 15  # its margin at most
    assert stage.small.height() >= stage.small.minimumSizeHint().height()


def test_without_a_text_the_window_says_what_to_do(stage: Stage) -> None:
    stage.summoner.follow()
    wanted: list[bool] = []
    stage.summoner.settings_wanted.connect(lambda: wanted.append(True))
    stage.keys.press(USUAL)
    assert stage.small.session.source == ""
    assert stage.small.hint.text.text().startswith("Copy a text in any program, then press Ctrl+Alt+Space")
    stage.small.hint.buttons()[0].click()
    assert wanted == [True]


def test_its_own_translation_on_the_clipboard_is_not_translated_again(stage: Stage) -> None:
    stage.summoner.follow()
    stage.small.translate("Good morning.")
    stage.session.finish()
    stage.small.replace.click()
    assert QGuiApplication.clipboard().text() == "GOOD MORNING."
    stage.keys.press(USUAL)
    assert stage.small.session.source == "Good morning."


def test_the_clipboard_gets_all_of_the_translation(stage: Stage) -> None:
    stage.small.translate("Good morning. How are you?")
    stage.session.put(0, "GOOD", RowState.RUNNING)
    assert QTest.qWaitForWindowActive(stage.small)
    QTest.keyClick(stage.small.desk.source, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.small.isVisible()
    assert not stage.small.replace.isEnabled()
    stage.session.finish()
    assert not stage.small.isVisible()
    assert QGuiApplication.clipboard().text() == "GOOD MORNING. HOW ARE YOU?"
    stage.small.translate("Thank you.")
    assert stage.small.replace.isEnabled()


def test_the_same_keys_send_the_window_away(stage: Stage) -> None:
    stage.summoner.follow()
    stage.keys.press(USUAL)
    assert QTest.qWaitForWindowActive(stage.small)
    stage.keys.press(USUAL)
    assert not stage.small.isVisible()


def test_escape_sends_the_window_away(stage: Stage) -> None:
    stage.summoner.follow()
    stage.keys.press(USUAL)
    assert QTest.qWaitForWindowActive(stage.small)
    QTest.keyClick(stage.small.desk.source, Qt.Key.Key_Escape)
    assert not stage.small.isVisible()


def test_a_system_that_asks_the_person_is_not_asked_unasked(stage: Stage) -> None:
    stage.keys.asks_first = True
    stage.summoner.follow()
    assert (stage.keys.asked, stage.summoner.standing) == (0, Standing.OFF)
    part = stage.settings()
    assert not part.use.isChecked()
    part.use.click()
    assert stage.keys.held == USUAL
    assert stage.store.current.shortcut_use is ShortcutUse.ON


def test_the_switch_gives_the_keys_back_at_once(stage: Stage) -> None:
    stage.summoner.follow()
    part = stage.settings()
    assert part.use.isChecked()
    assert part.state.text() == "Ctrl+Alt+Space works in every program."
    part.use.click()
    assert stage.keys.held == ""
    assert stage.store.current.shortcut_use is ShortcutUse.OFF
    assert part.state.isHidden()
    assert not part.field.isEnabled()


def test_other_keys_are_recorded_and_hold_at_once(stage: Stage) -> None:
    stage.summoner.follow()
    part = stage.settings()
    line = part.field.findChild(QLineEdit)
    assert line is not None
    part.field.setFocus()
    assert stage.keys.held == ""  # while they are recorded the old ones bring up nothing
    QTest.keyClick(part.field, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert stage.store.current.shortcut_keys == "Ctrl+Shift+J"
    assert stage.keys.held == "Ctrl+Shift+J"
    part.usual.click()
    assert stage.store.current.shortcut_keys == ""
    assert stage.keys.held == USUAL
    assert part.usual.isHidden()


def test_escape_and_tab_are_not_recorded(stage: Stage) -> None:
    stage.summoner.follow()
    part = stage.settings()
    part.field.setFocus()
    QTest.keyClick(part.field, Qt.Key.Key_Escape)
    assert stage.dialog is not None
    assert stage.dialog.isVisible()
    assert not part.field.hasFocus()
    part.field.setFocus()
    QTest.keyClick(part.field, Qt.Key.Key_Tab)
    assert not part.field.hasFocus()
    assert stage.keys.held == USUAL
    assert stage.store.current.shortcut_keys == ""


def test_keys_that_a_person_writes_with_are_not_taken(stage: Stage) -> None:
    stage.summoner.follow()
    part = stage.settings()
    for key in (Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Backspace):
        part.field.setFocus()
        QTest.keyClick(part.field, key)
        assert part.state.text().startswith("These keys would be missed"), key
        assert stage.store.current.shortcut_keys == ""
        part.field.clearFocus()
    part.usual.click()
    assert stage.keys.held == USUAL


def test_keys_that_another_program_has(stage: Stage) -> None:
    stage.keys.taken = {USUAL}
    stage.summoner.follow()
    part = stage.settings()
    assert part.state.text() == "Another program has these keys. Choose others."
    stage.keys.taken = set()
    part.again.click()
    assert stage.keys.held == USUAL
    assert part.again.isHidden()


def test_where_there_are_none_a_command_is_offered(stage: Stage) -> None:
    stage.keys.answer = Standing.UNSUPPORTED
    stage.summoner.follow()
    part = stage.settings()
    assert part.command_line.isVisible()
    assert "with this command:" in part.state.text()
    part.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.endswith("--translate")
    command = [*shlex.split(copied)[:-1], "--version"]  # the command's program is one that starts
    assert subprocess.run(command, cwd="/", capture_output=True, text=True, check=True, timeout=60).stdout.strip()


def test_keys_that_the_system_decides_on(stage: Stage) -> None:
    stage.keys.system_keys = "Press Ctrl+Alt+Space"
    stage.summoner.follow()
    part = stage.settings()
    assert part.state.text() == "Set by your system, where you can change it: Press Ctrl+Alt+Space"
    assert part.field.isHidden()
    stage.keys.press(USUAL)
    assert stage.small.hint.text.text().startswith("Copy a text in any program, then press the keys:")


def test_what_a_hand_wrote_into_the_file_does_no_harm(stage: Stage) -> None:
    for keys in ("A", "nonsense", "Ctrl+A, Ctrl+B", "Escape", "Shift+A"):
        stage.store.change(shortcut_keys=keys)
        assert stage.summoner.keys == USUAL
    for keys in ("Ctrl+A", "F9", "Meta+Return", "Alt+Ä", "Ctrl+Shift+!"):
        assert combination(keys) is not None, keys


@pytest.mark.parametrize("code", ["en", "ar", PSEUDO])
def test_the_row_holds_in_a_narrow_window_and_every_control_has_a_name(
    stage: Stage, qapp: QApplication, code: str
) -> None:
    install_language(qapp, code)
    stage.keys.answer = Standing.REFUSED
    stage.store.change(shortcut_keys="Ctrl+Shift+F11")
    stage.summoner.follow()
    stage.settings()
    dialog = stage.dialog
    assert dialog is not None
    dialog.resize(dialog.minimumSize())
    for _ in range(4):
        QApplication.processEvents()
    inside = dialog.inside.inside
    assert inside.width() == dialog.inside.viewport().width()
    seen = [child for child in inside.findChildren(QWidget) if child.isVisible()]
    for child in seen:
        place = child.mapTo(inside, child.rect().topLeft())
        assert place.x() >= 0, child
        assert place.x() + child.width() <= inside.width(), child
    for child in seen:
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert child.accessibleName() or (isinstance(child, QAbstractButton) and child.text()), child
