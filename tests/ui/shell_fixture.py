"""``make_shell`` for the tests of the window's own parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.ui.i18n import install_language
from tests.helpers.shell_window import Setup, Shell

MakeShell = Callable[[Setup], Shell]


@pytest.fixture
def make_shell(qapp: QApplication, tmp_path: Path) -> Iterator[MakeShell]:
    """Return a function that shows a window; English, and gone afterwards."""
    install_language(qapp, "en")
    made: list[Shell] = []

    def make(setup: Setup) -> Shell:
        shell = Shell(tmp_path, setup)
        made.append(shell)
        shell.show()
        return shell

    yield make
    for shell in made:
        shell.window.close()
        shell.window.deleteLater()
        shell.theme.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    install_language(qapp, "en")


@pytest.fixture
def shell(make_shell: MakeShell) -> Shell:
    """A window with a loaded hybrid model and no conversations."""
    return make_shell(Setup())
