"""A walk through the whole program with a screen reader's ears: nothing is without a name, nothing without a key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.session.notices import Problem
from app.ui.chat.own_settings.conversation_panel import ConversationPanel
from app.ui.dialogs.about import AboutDialog
from app.ui.dialogs.details import DetailsDialog
from app.ui.dialogs.passphrase import PassphraseDialog
from app.ui.dialogs.recovery_code import RecoveryCodeDialog
from app.ui.i18n import install_language
from app.ui.models.models_bar import Part
from app.ui.parley import Parley
from app.ui.settings.erase_dialog import EraseDialog
from app.ui.translate.glossary_dialog import GlossaryDialog
from tests.e2e.conftest import START
from tests.helpers.spoken import nameless, out_of_reach, words_of

Stop = tuple[str, QWidget]
OF_AN_OPEN_EDITOR = "Name of the folder"


class Tour:
    """Opens one thing after the other in a real Parley."""

    def __init__(self, bot: QtBot, parley: Parley) -> None:
        self.bot, self.parley, self.window = bot, parley, parley.window
        self.driven: list[QWidget] = []

    def until(self, condition: Callable[[], bool]) -> None:
        self.bot.waitUntil(condition, timeout=START)

    def stops(self) -> Iterator[Stop]:
        """Yield what is open, with a name for it."""
        yield from self.chat()
        yield from self.around()
        yield from self.dialogs()
        yield from self.settings()
        yield from self.translate()
        yield from self.models()

    def ask(self, text: str) -> None:
        self.parley.chat.set_thinking(False)
        self.parley.chat.send(text)
        self.until(lambda: self.parley.chat.busy)
        self.until(lambda: not self.parley.chat.busy)

    def chat(self) -> Iterator[Stop]:
        chat, page = self.parley.chat, self.window.page
        self.until(lambda: self.parley.transcript.transcript is not None)
        yield "greeting", self.window
        for text in ("Write hello world in Python.", "Show me all formatting."):
            self.ask(text)
        chat.regenerate(chat.messages[-1].id)
        self.until(lambda: chat.busy)
        self.until(lambda: not chat.busy)
        yield "conversation", self.window
        chat.set_thinking(True)
        chat.set_budget(None)
        chat.send("Find the largest prime number.")
        self.until(lambda: bool(chat.live and chat.live.thinking_tokens > 20))
        page.composer.put_text("And what is 2 + 3?")
        page.composer.submit()
        yield "thinking, one message waits", self.window
        page.composer.outbox.take(0)
        chat.stop()
        self.until(lambda: not chat.busy)

    def around(self) -> Iterator[Stop]:
        window, page = self.window, self.window.page
        page.toggle_settings()
        panel = page.side.panel
        assert isinstance(panel, ConversationPanel)
        panel.more.click()
        yield "settings of the conversation", window
        page.toggle_settings()
        popover = page.composer.open_context()
        if popover is not None:
            yield "context", popover
            popover.close()
        page.ask_for_room(urgent=False)
        yield "question about the full window", window
        window.sidebar.view.menus.new_folder()
        yield "a folder is named", window
        window.sidebar.show_archive(shown=True)
        yield "archive", window
        window.sidebar.show_archive(shown=False)
        window.search()
        side = self.parley.keeping_side()
        side.panel.field.setText("hello")
        self.until(lambda: side.panel.rows.rowCount() > 0)
        self.driven.append(side.panel.view)
        yield "search", side.panel
        side.panel.close_panel()

    def dialogs(self) -> Iterator[Stop]:
        window, theme = self.window, self.parley.theme
        side = self.parley.keeping_side()
        ids = [row.id for row in self.parley.conversations.rows()]
        made: list[Callable[[], QDialog | None]] = [
            lambda: side.flow.export(ids),
            lambda: AboutDialog(window),
            lambda: DetailsDialog(theme, Problem("It failed.", "Try again.", "line 1"), window),
            lambda: PassphraseDialog(window),
            lambda: RecoveryCodeDialog(theme, "ABCD-EFGH", window),
            lambda: EraseDialog(theme, window),
        ]
        for make in made:
            dialog = make()
            assert dialog is not None
            dialog.show()
            yield type(dialog).__name__, dialog
            dialog.reject()
        for show in (window.show_shortcuts, side.show_copies):
            show()
            dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
            yield type(dialog).__name__, dialog
            dialog.reject()

    def settings(self) -> Iterator[Stop]:
        dialog = self.window.show_settings()
        for part in list(dialog.sections):
            dialog.show_part(part)
            yield f"settings, {part.value}", dialog
        dialog.close()

    def translate(self) -> Iterator[Stop]:
        window = self.window
        window.translation.open()
        page = window.translation.page
        assert page is not None
        page.desk.source.setPlainText("Good morning! Where is the train station?")
        self.until(lambda: bool(page.session.rows) and not page.session.busy)
        yield "translate", window
        page.toggle_history()
        yield "history", window
        page.toggle_history()
        glossary = GlossaryDialog(self.parley.translate_side().session, page)
        glossary.show()
        yield "glossary", glossary
        glossary.reject()
        if page.documents is not None:
            page.show_documents()
            yield "documents", window
            page.toggle_documents()
        small = self.parley.translate_side().small_window()
        small.show()
        yield "small window", small
        small.hide()

    def models(self) -> Iterator[Stop]:
        for part in Part:
            self.window.show_models(part)
            QTest.qWait(100)
            yield f"models, {part.value}", self.window
        self.window.focus_composer()


@pytest.mark.parametrize("code", ["en", pytest.param("ar", marks=pytest.mark.soak)])
def test_everything_has_a_name_and_a_key(qtbot: QtBot, parley: Parley, qapp: QApplication, code: str) -> None:
    install_language(qapp, code)
    parley.window.resize(1180, 820)
    found: dict[str, str] = {}
    tour = Tour(qtbot, parley)
    for name, root in tour.stops():
        QTest.qWait(20)
        found |= {f"{name}: {place}": "no name" for place in nameless(root)}
        found |= {f"{name}: {place}": "no key" for place in out_of_reach(root, tour.driven)}
    install_language(qapp, "en")
    assert unlisted(parley) == set()
    assert not found, "\n".join(f"{place}: {what}" for place, what in found.items())


def unlisted(parley: Parley) -> set[str]:
    """Return the keys that do something in the window and stand in no list of keys."""
    window = parley.window
    told = {keys for command in window.commands() for keys in command.keys} | {one.keys for one in window.shortcuts()}
    known = {QKeySequence(keys).toString() for keys in told}
    return {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)} - known


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_the_language_changes_on_whatever_is_open(qtbot: QtBot, parley: Parley, qapp: QApplication) -> None:
    """A modal dialog is left before the settings can be reached, so it may keep its language."""
    install_language(qapp, "en")
    parley.window.resize(1180, 820)
    left = set()
    for name, root in Tour(qtbot, parley).stops():
        if isinstance(root, QDialog) and root.isModal():
            continue
        QTest.qWait(20)
        english = words_of(root)
        install_language(qapp, "de")
        QTest.qWait(400)
        left |= {(name, text) for text in words_of(root) & english if needs_translating(text)}
        install_language(qapp, "en")
        QTest.qWait(50)
    assert not left, "\n".join(f"{name}: {text}" for name, text in sorted(left))


def needs_translating(text: str) -> bool:
    """Whether a text is a sentence, not one word (which may be German as well), nor said to the model."""
    said = "hello world" in text or text.startswith("Translate “")
    return bool(re.search(r"[a-z]{3,} [a-z]{3,}", text)) and not said and text != OF_AN_OPEN_EDITOR
