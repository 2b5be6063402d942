"""The place of the transcript, with only the greeting in it until the window is on the screen.

What shows an answer (Markdown, code, tables, the reasoning pane) takes longer to load than everything else of the
window, and nobody needs it in the first quarter of a second. It is loaded beside the event loop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.beside import ImportBeside
from app.ui.chat.transcript.greeting import Greeting
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.chat.find.bar import FindBar
    from app.ui.chat.messages.message_view import TranscriptSession
    from app.ui.chat.transcript.transcript import Transcript

MODULE = "app.ui.chat.transcript.transcript"


class TranscriptHost(QWidget):
    """Shows the greeting, then the transcript."""

    example_chosen = Signal(str)
    link_activated = Signal(str)
    quote_wanted = Signal(str)
    zoom_wanted = Signal(int)
    loaded = Signal()

    def __init__(self, theme: Theme, session: TranscriptSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._session = theme, session
        self.transcript: Transcript | None = None
        self._find_bar: FindBar | None = None
        self._greeting: Greeting | None = Greeting(theme, self)
        self._greeting.example_chosen.connect(self.example_chosen)
        self._import = ImportBeside(MODULE, self)
        self._import.done.connect(self._build)

    def load(self) -> None:
        """Load the transcript; call it once the window is on the screen."""
        self._import.start()

    def go_to(self, message_id: str) -> None:
        """Show a message of the conversation and light it."""
        if self.transcript is not None:
            self.transcript.go_to(message_id)

    def light(self, words: str) -> None:
        """Light words in the conversation, with the bar that finds them, but leave the keyboard where it is."""
        bar = self._bar()
        if bar is not None:
            bar.open(words)

    def find_next(self, by: int) -> None:
        """Find in the conversation: open the bar (0), go to the next hit (1) or to the one before (-1)."""
        bar = self._bar()
        if bar is not None and by:
            bar.step(by)
        elif bar is not None:
            bar.open()

    def close_find(self) -> bool:
        """Close that bar; say whether it was open."""
        return self._find_bar is not None and self._find_bar.close_bar()

    def close_workers(self) -> None:
        """End the process that colours code."""
        if self.transcript is not None:
            self.transcript.close_workers()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for child in (self._greeting, self.transcript):
            if child is not None:
                child.setGeometry(self.rect())

    def _bar(self) -> FindBar | None:
        if self._find_bar is None and self.transcript is not None:
            from app.ui.chat.find.bar import FindBar  # noqa: PLC0415 - not part of the start
            from app.ui.chat.find.finder import Finder  # noqa: PLC0415 - the same

            self._find_bar = FindBar(self._theme, Finder(self._theme, self._session, self.transcript), self)
        return self._find_bar

    def _build(self) -> None:
        from app.ui.chat.transcript.transcript import Transcript  # noqa: PLC0415 - loaded by now, see above

        self.transcript = Transcript(self._theme, self._session, self)
        self.transcript.example_chosen.connect(self.example_chosen)
        self.transcript.link_activated.connect(self.link_activated)
        self.transcript.quote_wanted.connect(self.quote_wanted)
        self.transcript.zoom_wanted.connect(self.zoom_wanted)
        self.transcript.setGeometry(self.rect())
        self.transcript.show()
        if self._greeting is not None:
            self._greeting.deleteLater()
            self._greeting = None
        self.loaded.emit()
