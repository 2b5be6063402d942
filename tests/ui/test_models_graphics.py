"""A graphics card that is not used: said in the model menu and beside the placement, with a way to check it again."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from app.ui.models.models_bar import Part
from tests.helpers.fake_graphics import SENTENCE
from tests.helpers.shell_window import Shell
from tests.ui.shell_fixture import make_shell, shell

__all__ = ["make_shell", "shell"]


def menu_of(shell: Shell) -> tuple[str, dict[str, bool]]:
    """Return the menu's card, and its entries with whether they can be chosen."""
    picker = shell.page.top_bar.picker
    picker.fill_menu()
    card = "\n".join(label.text() for label in picker.menu.findChildren(QLabel))
    return card, {action.text(): action.isEnabled() for action in picker.menu.actions() if action.text()}


def test_the_menu_says_it_and_checks_again(shell: Shell) -> None:
    card, entries = menu_of(shell)
    assert SENTENCE not in card
    assert "Check the graphics card again" not in entries
    shell.graphics.fail()
    card, entries = menu_of(shell)
    assert SENTENCE in card
    assert entries["Check the graphics card again"]
    picker = shell.page.top_bar.picker
    next(action for action in picker.menu.actions() if action.text() == "Check the graphics card again").trigger()
    assert shell.graphics.checking
    assert not menu_of(shell)[1]["Checking the graphics card…"]
    shell.graphics.finish()
    assert SENTENCE not in menu_of(shell)[0]


def test_the_panel_says_it_and_checks_again(shell: Shell) -> None:
    page = shell.models()
    page.show_part(Part.LIBRARY)
    panel = page.panel
    assert not panel.fault.isVisible()
    assert not panel.check.isVisible()
    shell.graphics.fail()
    shell.settle()
    assert panel.fault.text() == SENTENCE
    assert panel.fault.isVisible()
    shell.click(panel.check)
    assert shell.graphics.checking
    assert not panel.check.isEnabled()
    shell.graphics.finish()
    shell.settle()
    assert not panel.fault.isVisible()
    assert not panel.check.isVisible()
