from __future__ import annotations

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.session.keeping.vault_session import VaultState
from app.ui.chat.composer.thinking_controls import NumberField
from app.ui.dialogs.shortcuts import ShortcutsDialog
from app.ui.i18n import PSEUDO, install_language, language_name, languages, lengthen, prefer_letters_of
from app.ui.widgets.direction import starts_right_to_left
from app.ui.widgets.flat_button import FlatButton
from tests.helpers.fake_sessions import sample_conversations
from tests.helpers.shell_window import Setup, Shell
from tests.ui.shell_fixture import MakeShell, make_shell, shell

__all__ = ["make_shell", "shell"]


@pytest.fixture
def pseudo(make_shell: MakeShell, qapp: QApplication) -> Shell:
    """A window in the language where every text is twice as long."""
    shell = make_shell(Setup(rows=sample_conversations(), vault=VaultState.NEEDS_CHOICE, size=(1180, 820)))
    install_language(qapp, PSEUDO)
    shell.settle()
    return shell


@given(st.text(max_size=60))
def test_lengthening_keeps_every_field(words: str) -> None:
    clean = re.sub(r"[{}%&]", "", words)
    source = f"{clean}a {{name}} b {{count}} %n"
    result = lengthen(source)
    assert all(field in result for field in ("{name}", "{count}", "%n"))
    assert len(result) >= 2 * len(source) - 2
    assert result.format(name="x", count=1)


def test_pseudo_reaches_every_text_that_is_seen(pseudo: Shell) -> None:
    texts = [
        *(button.text() for button in pseudo.window.findChildren(QAbstractButton) if button.isVisible()),
        *(label.text() for label in pseudo.window.findChildren(QLabel) if label.isVisible()),
    ]
    exempt = {"", "Parley", "transcript", "1,204 / 16k", *(row.title for row in sample_conversations())}
    untranslated = [text for text in texts if text not in exempt and "[" not in text]
    assert untranslated == []


def test_nothing_is_clipped_at_twice_the_length(pseudo: Shell) -> None:
    clipped = [
        f"{button.text()}: {button.width()} < {button.sizeHint().width()}"
        for button in pseudo.window.findChildren(QAbstractButton)
        if button.isVisible() and isinstance(button, FlatButton | QPushButton)
        if not (
            button.shows_all_words() if isinstance(button, FlatButton) else button.width() >= button.sizeHint().width()
        )
    ]
    assert clipped == []


@pytest.mark.parametrize("width", [480, 560, 719, 720, 900])
def test_nothing_sticks_out_of_a_narrow_window(pseudo: Shell, width: int) -> None:
    pseudo.window.resize(width, 640)
    pseudo.settle()
    assert pseudo.window.width() == width
    # In a row of pages the hidden ones have any size; what a person sees must lie inside its parent.
    children = [w for w in pseudo.page.findChildren(QWidget) if w.isVisible() and not isinstance(w, NumberField)]
    outside = [
        f"{type(child).__name__} {child.geometry()} in {type(child.parentWidget()).__name__}"
        for child in children
        if child.isVisible() and not child.isWindow() and isinstance(child, FlatButton | QPushButton | QLabel)
        if (parent := child.parentWidget()) is not None and not parent.rect().contains(child.geometry())
    ]
    assert outside == []


def test_a_right_to_left_language_mirrors_the_window(make_shell: MakeShell, qapp: QApplication) -> None:
    shell = make_shell(Setup(rows=sample_conversations()))
    assert shell.sidebar.x() == 0
    install_language(qapp, "ar")
    shell.settle()
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert shell.sidebar.geometry().right() == shell.window.width() - 1
    assert shell.page.x() == 0
    top = shell.page.top_bar
    assert top.sidebar_button.x() > top.picker.x() > top.more.x()
    assert shell.composer.send_button.x() < shell.composer.thinking.x()
    install_language(qapp, "en")
    shell.settle()
    assert shell.sidebar.x() == 0


def test_numbers_follow_the_language(shell: Shell, qapp: QApplication) -> None:
    install_language(qapp, "de")
    shell.settle()
    assert shell.composer.meter.text() == "1.204 / 16k"
    assert "4.096" in shell.composer.thinking.label.text()
    assert QLocale().decimalPoint() == ","


def test_only_one_language_is_installed_at_a_time(qapp: QApplication) -> None:
    install_language(qapp, PSEUDO)
    assert qapp.translate("X", "Hello").startswith("[")
    install_language(qapp, "en")
    assert qapp.translate("X", "Hello") == "Hello"


def test_chinese_letters_have_chinese_shapes_in_a_chinese_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FC_LANG", "")  # so that it is put back after the test
    monkeypatch.delenv("FC_LANG")
    prefer_letters_of("de")
    assert "FC_LANG" not in os.environ
    prefer_letters_of("zh_CN")
    assert os.environ["FC_LANG"] == "zh-cn"


def test_english_needs_no_file() -> None:
    assert "en" in languages()


@pytest.mark.parametrize(("code", "name"), [("de", "Deutsch"), ("en", "English"), ("zh", "中文")])
def test_languages_are_named_by_themselves(code: str, name: str) -> None:
    assert language_name(code).endswith(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", False), ("مرحبا", True), ("שלום", True), ("123 مرحبا", True), ("«abc» مرحبا", False), ("", False)],
)
def test_the_first_letter_decides_the_direction(text: str, expected: bool) -> None:
    assert starts_right_to_left(text) is expected


def test_no_small_window_stays_in_the_old_language(shell: Shell, qtbot: QtBot) -> None:
    settings = shell.window.show_settings()
    shell.window.show_shortcuts()
    (small,) = shell.window.findChildren(ShortcutsDialog)
    settings.language_chosen.emit("de")
    assert settings.windowTitle() == "Settings"  # the other one is to be closed first, and is in front
    assert small.isVisible()
    small.close()
    qtbot.waitUntil(lambda: settings.windowTitle() == "Einstellungen")
    settings.language_chosen.emit("en")
    qtbot.waitUntil(lambda: settings.windowTitle() == "Settings")
    settings.close()
