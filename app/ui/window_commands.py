"""What the keyboard can do in the main window: one table for the shortcuts and for the list of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from app.ui.chat.sidebar.conversation_rows import Step

if TYPE_CHECKING:
    from app.ui.dialogs.shortcuts import Shortcut
    from app.ui.main_window import MainWindow, WindowChat


class Command(msgspec.Struct, frozen=True):
    """Something the keyboard can do. The first keys are the ones that are listed."""

    keys: tuple[str, ...]
    text: str
    run: Callable[[], object]


class WindowCommands(QObject):
    """The table, in the language in use."""

    def __init__(self, window: MainWindow, chat: WindowChat) -> None:
        super().__init__(window)
        self._window = window
        self._chat = chat

    def listen(self) -> None:
        """Make a shortcut of every command; once."""
        for command in self.all():
            for keys in command.keys:
                QShortcut(QKeySequence(keys), self._window).activated.connect(command.run)

    def all(self) -> list[Command]:
        """Return all commands."""
        window, chat = self._window, self._chat
        composer, top, step = window.page.composer, window.page.top_bar, window.sidebar.step
        return [
            Command(("Ctrl+N",), self.tr("New chat"), window.new_chat),
            Command(("Ctrl+K", "Ctrl+Shift+F"), self.tr("Search all conversations"), window.search),
            Command(("Ctrl+L",), self.tr("Write a message"), composer.focus_text),
            Command(("Ctrl+U",), self.tr("Attach files"), composer.ask_for_files),
            Command(("Esc",), self.tr("Stop the answer"), window.escape),
            Command(("Ctrl+Shift+A",), self.tr("Answer now, without thinking on"), chat.answer_now),
            Command(("Ctrl+Shift+T",), self.tr("Thinking on or off"), composer.thinking.toggle),
            Command(("Ctrl+Shift+C",), self.tr("Copy the last answer"), window.copy_last_answer),
            Command(("Ctrl+R",), self.tr("Another answer to the last message"), chat.retry),
            Command(("Ctrl+PgUp",), self.tr("The version before of the last answer"), lambda: self._step_version(-1)),
            Command(("Ctrl+PgDown",), self.tr("The next version of the last answer"), lambda: self._step_version(1)),
            Command(("Ctrl+I",), self.tr("Settings of this conversation"), window.page.toggle_settings),
            Command(("Alt+Up",), self.tr("Previous conversation"), lambda: step(Step.PREVIOUS)),
            Command(("Alt+Down",), self.tr("Next conversation"), lambda: step(Step.NEXT)),
            Command(("Ctrl++", "Ctrl+="), self.tr("Larger text"), lambda: window.zoom.step(1)),
            Command(("Ctrl+-",), self.tr("Smaller text"), lambda: window.zoom.step(-1)),
            Command(("Ctrl+0",), self.tr("Usual text size"), window.zoom.reset),
            Command(("Ctrl+B",), self.tr("Show or hide the sidebar"), window.frame.toggle),
            Command(("Ctrl+O",), self.tr("Open a GGUF file"), top.picker.open_file),
            Command(("Ctrl+,",), self.tr("Settings"), window.show_settings),
            Command(("Ctrl+1",), self.tr("Chat"), window.focus_composer),
            Command(("Ctrl+2",), self.tr("Translate"), window.translation.open),
            Command(("Ctrl+3",), self.tr("Models"), window.show_models),
            Command(("Ctrl+F",), self.tr("Find in this conversation, or on this page"), lambda: self._find(0)),
            Command(("F3",), self.tr("The next place that was found"), lambda: self._find(1)),
            Command(("Shift+F3",), self.tr("The place found before"), lambda: self._find(-1)),
            Command(("F1", "Ctrl+/"), self.tr("This list"), window.show_shortcuts),
        ]

    def listed(self) -> list[Shortcut]:
        """Return all keys that do something, those of the composer first and those of the list last."""
        from app.ui.dialogs.shortcuts import Shortcut  # noqa: PLC0415 - not part of the start

        return [
            Shortcut("Return", self.tr("Send the message, or queue it while an answer is written")),
            Shortcut("Shift+Return", self.tr("New line")),
            *(Shortcut(command.keys[0], command.text) for command in self.all()),
            Shortcut("Up", self.tr("In an empty message: the last one again")),
            Shortcut("F2", self.tr("In the list: rename the conversation")),
            Shortcut("Del", self.tr("In the list: delete the conversation")),
            Shortcut("Ctrl+Shift+Up", self.tr("In the list: move the folder up, or down with the other arrow")),
            Shortcut("Menu", self.tr("On a message, a conversation, a folder: all that can be done with it")),
            Shortcut("Ctrl+Shift+S", self.tr("On the Translate page: swap the languages")),
            Shortcut("Ctrl+Shift+X", self.tr("On the Translate page: read the paragraph from the other side")),
        ]

    def _find(self, by: int) -> None:
        if self._window.finding is not None and self._window.page.isVisible():
            self._window.finding(by)
        elif not by:
            self._window.search_here()

    def _step_version(self, steps: int) -> None:
        if not self._chat.messages:
            return
        shown = self._chat.messages[-1].id
        versions = self._chat.versions(shown)
        wanted = versions.index(shown) + steps if shown in versions else -1
        if 0 <= wanted < len(versions):
            self._chat.show_version(versions[wanted])
