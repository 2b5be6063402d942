"""The translation files: complete, unharmed, and the ones that the program loads are made from them."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.session.counted import Counted
from app.system.paths import resources
from app.ui.i18n import install_language, languages
from devtools.i18n import stale
from tests.helpers.shell_window import Setup
from tests.ui.shell_fixture import MakeShell, make_shell

__all__ = ["make_shell"]

FOLDER = resources() / "i18n"
APP = FOLDER.parents[1] / "app"
FILES = sorted(FOLDER.glob("*.ts"))
FIELD = re.compile(r"\{[^}]*\}|%L?n")
NUMBER = re.compile(r"%L?n")
FORMS = {"parley_en": 2, "parley_de": 2, "parley_zh_CN": 1, "parley_ar": 6}  # Qt's plural forms of each language
SCRIPTS = {"parley_zh_CN": re.compile("[\u4e00-\u9fff]"), "parley_ar": re.compile("[\u0621-\u064a]")}
WORD = re.compile(r"\b[a-z]{4,}\b")


@dataclass(frozen=True)
class Text:
    """One text of a file. ``forms``: its translation, one for each plural form."""

    source: str
    forms: tuple[str, ...]
    finished: bool
    counted: bool


def texts(path: Path) -> Iterator[Text]:
    """Yield all texts of a file."""
    for message in ET.parse(path).getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        counted = message.get("numerus") == "yes"
        forms = tuple(form.text or "" for form in translation.findall("numerusform")) or (translation.text or "",)
        yield Text(source, forms, translation.get("type") != "unfinished", counted)


def said_in_code() -> Iterator[tuple[str, str]]:
    """Yield where a text stands in the program's code, and the text."""
    for path in sorted(APP.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute | ast.Name):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            place = {"tr": 0, "translate": 1}.get(name, -1)
            text = node.args[place] if 0 <= place < len(node.args) else None
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield f"{path.relative_to(APP)}:{node.lineno}", text.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_everything_is_translated(path: Path) -> None:
    missing = [text.source for text in texts(path) if not text.finished or not all(text.forms)]
    assert missing == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_translations_keep_every_field(path: Path) -> None:
    for text in texts(path):
        for number, form in enumerate(text.forms):
            wanted, there = sorted(FIELD.findall(text.source)), sorted(FIELD.findall(form))
            if text.counted and len(text.forms) > 2 and number < 3 and not NUMBER.search(form):
                wanted = [field for field in wanted if not NUMBER.fullmatch(field)]  # "two messages" is a word
            assert there == wanted, text.source


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_plural_form_is_there(path: Path) -> None:
    counted = [text for text in texts(path) if text.counted]
    assert counted
    assert {text.source for text in counted if len(text.forms) != FORMS[path.stem]} == set()
    unmarked = [text.source for text in texts(path) if NUMBER.search(text.source) and not text.counted]
    assert unmarked == []  # such a text would be English for most numbers


@pytest.mark.parametrize("path", [path for path in FILES if path.stem in SCRIPTS], ids=lambda path: path.stem)
def test_translations_are_in_their_own_script(path: Path) -> None:
    foreign = []
    for text in texts(path):
        said_to_model = text.source.startswith("Translate the following text")
        has_words = len(WORD.findall(FIELD.sub("", text.source))) > 1
        if has_words and not said_to_model and not all(SCRIPTS[path.stem].search(form) for form in text.forms):
            foreign.append(text.source)
    assert foreign == []


def test_lupdate_found_every_text() -> None:
    known = {text.source for text in texts(FILES[0])}
    assert [(place, text) for place, text in said_in_code() if text not in known] == []


def test_what_the_program_loads_is_made_from_the_files() -> None:
    assert list(stale(FILES)) == []
    assert {"en", "de", "zh_CN", "ar"} <= set(languages())


@pytest.mark.usefixtures("make_shell")
def test_numbers_choose_their_plural_form(qapp: QApplication) -> None:
    install_language(qapp, "ar")
    said = {Counted().saved(count) for count in (0, 1, 2, 5, 11)}
    assert len(said) == 5
    install_language(qapp, "en")
    assert [Counted().saved(count) for count in (1, 2)] == ["1 conversation was saved.", "2 conversations were saved."]
    install_language(qapp, "de")
    assert Counted().later(1) == "Versuchen Sie es in 1 Minute noch einmal."
    assert Counted().later(5) == "Versuchen Sie es in 5 Minuten noch einmal."


@pytest.mark.usefixtures("make_shell")
def test_qt_itself_speaks_the_language(qapp: QApplication) -> None:
    install_language(qapp, "zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


@pytest.mark.parametrize(("code", "words"), [("de", "Neuer Chat"), ("zh_CN", "新对话"), ("ar", "محادثة جديدة")])
def test_the_window_speaks(make_shell: MakeShell, qapp: QApplication, code: str, words: str) -> None:
    shell = make_shell(Setup())
    install_language(qapp, code)
    shell.settle()
    assert shell.sidebar.new_chat.text() == words
    assert words in shell.sidebar.new_chat.toolTip()


def test_the_window_speaks_german(make_shell: MakeShell, qapp: QApplication) -> None:
    shell = make_shell(Setup())
    install_language(qapp, "de")
    shell.settle()
    assert shell.composer.thinking.label.text() == "bis zu 4.096 Token"
    assert shell.sidebar.new_chat.toolTip() == "Neuer Chat (Strg+N)"
    commands = {command.text for command in shell.window.commands()}
    assert "Die Antwort anhalten" in commands
