"""Every page: what takes the keyboard has a name and is reached; every language fits; the pages are mirrored."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from app.session.keeping.vault_session import VaultState
from app.ui.i18n import PSEUDO, install_language
from app.ui.models.models_bar import Part
from app.ui.widgets.flat_button import FlatButton
from tests.helpers.fake_sessions import sample_conversations
from tests.helpers.shell_window import Setup, Shell
from tests.ui.shell_fixture import MakeShell, make_shell

__all__ = ["make_shell"]

LANGUAGES = ["en", "de", "zh_CN", "ar", PSEUDO]
MOST_STEPS = 120
NARROW = 560


def pages(shell: Shell) -> Iterator[tuple[str, QWidget]]:
    """Show one page after the other."""
    yield "chat", shell.window
    for part in Part:
        shell.window.show_models(part)
        shell.settle()
        yield f"models, {part.value}", shell.window


@pytest.fixture
def whole(make_shell: MakeShell) -> Shell:
    """A window with conversations and a banner."""
    return make_shell(Setup(rows=sample_conversations(), vault=VaultState.NEEDS_CHOICE))


def takes_keyboard(window: QWidget) -> list[QWidget]:
    """Return what Tab should reach."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and not widget.isWindow()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]


@pytest.mark.parametrize("code", ["en", "ar"])
def test_what_takes_the_keyboard_has_a_name(whole: Shell, qapp: QApplication, code: str) -> None:
    install_language(qapp, code)
    whole.settle()
    for name, window in pages(whole):
        nameless = [
            f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
            for widget in takes_keyboard(window)
            if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text())
        ]
        assert nameless == [], name


def test_tab_reaches_every_button(whole: Shell) -> None:
    for name, window in pages(whole):
        wanted = {widget for widget in takes_keyboard(window) if isinstance(widget, FlatButton | QPushButton)}
        wanted -= {button for button in wanted if button.isCheckable() and button.autoExclusive()}
        reached: set[QWidget] = set()
        for _ in range(MOST_STEPS):
            QTest.keyClick(whole.focus(), Qt.Key.Key_Tab)
            reached.add(whole.focus())
        missed = [f"{type(one).__name__} {one.text() or one.accessibleName()}" for one in wanted - reached]
        assert missed == [], name


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_fits(whole: Shell, qapp: QApplication, code: str) -> None:
    install_language(qapp, code)
    whole.window.resize(NARROW, 760)
    whole.settle()
    for name, window in pages(whole):
        assert window.width() == NARROW
        outside = [
            f"{child.text()} {child.geometry()} in {type(parent).__name__} {parent.size()}"
            for child in window.findChildren(QWidget)
            if isinstance(child, FlatButton | QPushButton | QLabel) and child.isVisible() and not child.isWindow()
            if (parent := child.parentWidget()) is not None and parent.isVisible()
            if child.geometry().left() < 0 or child.geometry().right() >= parent.width()
        ]
        assert outside == [], name


def test_pages_are_mirrored(whole: Shell, qapp: QApplication) -> None:
    def places() -> dict[str, int]:
        found = {}
        for name, window in pages(whole):
            for button in window.findChildren(FlatButton):
                if button.isVisible() and button.window() is window:
                    centre = button.mapTo(window, button.rect().center()).x()
                    found[f"{name}: {button.objectName()} {id(button)}"] = centre
        return found

    before = places()
    install_language(qapp, "ar")
    whole.settle()
    middle = whole.window.width() / 2
    after = places()
    far = [key for key in before.keys() & after.keys() if abs(before[key] - middle) > middle / 2]
    assert len(far) > 5
    same = [key for key in far if (before[key] < middle) is (after[key] < middle)]
    assert same == []
