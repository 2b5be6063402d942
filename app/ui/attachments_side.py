"""Documents in the window: what reads them, where they are shown, how they come in. Built beside the first second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from app.session.attachments.attachments_session import MOST_FILES, AttachmentsSession
from app.session.chat.chat_session import ChatSession
from app.ui.chat.attachments.drop import FileDrop
from app.ui.chat.attachments.opening import open_cited
from app.ui.chat.attachments.tray import AttachmentTray
from app.ui.main_window import MainWindow
from app.ui.theme import Theme
from app.ui.widgets.toast import ToastText


class AttachmentsSide(QObject):
    """Lives as long as the window."""

    def __init__(
        self,
        theme: Theme,
        chat: ChatSession,
        session: AttachmentsSession,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._theme, self._chat, self._window = theme, chat, window
        session.setParent(self)
        self.session = session
        self.tray = AttachmentTray(theme, self.session)
        self.drop = FileDrop(theme, window.frame)
        self.drop.dropped.connect(self._dropped)
        self.tray.removed.connect(self._offer_to_put_back)
        self.session.full.connect(self._say_full)
        self.session.summary_failed.connect(self._say_failed)
        chat.conversation_changed.connect(self._follow)
        chat.choose_parts = session.choose_again
        window.page.composer.use_attachments(self.tray)
        self._follow()

    def open_link(self, link: str) -> None:
        """Show the paragraph that an answer cites."""
        if open_cited(self._theme, link, self._chat.messages, self._window) is None:
            self._window.show_toast(ToastText(self.tr("No document of this conversation has this paragraph.")))

    def close(self) -> None:
        """End the worker and the thread."""
        self.session.close()

    def _follow(self) -> None:
        self.session.for_conversation(self._chat.conversation.id if self._chat.conversation else "")

    def _dropped(self, files: list[object]) -> None:
        self._window.attach_or_import([path for path in files if isinstance(path, Path)], self._attach)

    def _attach(self, files: list[Path]) -> None:
        if files:
            self.tray.add_files(files)
            self._window.focus_composer()

    def _offer_to_put_back(self, name: str, put_back: Callable[[], None]) -> None:
        words = self.tr("“{name}” was removed.").format(name=" ".join(name.split()))
        self._window.show_toast(ToastText(words, self.tr("Undo"), put_back))

    def _say_full(self, left_out: int) -> None:
        words = self.tr("Only {most} files fit in one message; %Ln file(s) were left out.", "", left_out)
        self._window.show_toast(ToastText(words.format(most=MOST_FILES)))

    def _say_failed(self, name: str) -> None:
        words = self.tr("“{name}” could not be summarised.").format(name=name)
        self._window.show_toast(ToastText(words, bad=True))
