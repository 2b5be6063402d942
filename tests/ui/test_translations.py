"""The translation files: complete, unharmed, and the ones that the program loads are made from them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.system.paths import resources
from app.ui.i18n import install_language, languages
from devtools.i18n import stale
from tests.helpers.shell_window import Setup
from tests.ui.shell_fixture import MakeShell, make_shell

__all__ = ["make_shell"]

FOLDER = resources() / "i18n"
FILES = sorted(FOLDER.glob("*.ts"))
FIELD = re.compile(r"\{[^}]*\}|%L?n")


def messages(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield source, translation (every plural form) and whether it is finished."""
    for message in ET.parse(path).getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        for form in forms:
            yield source, form, translation.get("type") != "unfinished"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_translations_keep_every_field(path: Path) -> None:
    for source, translation, finished in messages(path):
        if finished:
            assert sorted(FIELD.findall(source)) == sorted(FIELD.findall(translation)), source


def test_what_the_program_loads_is_made_from_the_files() -> None:
    assert list(stale(FILES)) == []
    assert {"en", "de"} <= set(languages())


def test_the_window_speaks_german(make_shell: MakeShell, qapp: QApplication) -> None:
    shell = make_shell(Setup())
    install_language(qapp, "de")
    shell.settle()
    assert shell.sidebar.new_chat.text() == "Neue Unterhaltung"
    assert shell.composer.thinking.label.text() == "bis zu 4.096 Token"
    assert shell.sidebar.new_chat.toolTip() == "Neue Unterhaltung (Strg+N)"
    commands = {command.text for command in shell.window.commands()}
    assert "Die Antwort anhalten" in commands
