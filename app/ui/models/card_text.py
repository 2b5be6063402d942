"""A repository's own description as safe text: the conversation's Markdown blocks, so nothing is ever loaded."""

from __future__ import annotations

import re
import time

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.chat.blocks.highlighting import Highlighter
from app.ui.chat.messages.answer_view import AnswerText, AnswerView, Tools
from app.ui.theme import Theme

LONGEST = 60_000
"""Characters shown of a description; nobody reads more, and hostile ones are longer."""
SLICE = 0.006  # seconds of work between two events

_FRONT_MATTER = re.compile(r"\A---\r?\n.*?\r?\n---\r?\n", re.DOTALL)


def readable(card: str) -> str:
    """Return a card without the block of metadata at its top, cut to ``LONGEST``."""
    return _FRONT_MATTER.sub("", card[: LONGEST * 2], count=1)[:LONGEST].strip()


class CardText(QWidget):
    """Reads and lays out in slices, so that a long description holds nothing up."""

    link_activated = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = Tools(theme, Highlighter(self))
        self._view: AnswerView | None = None
        self._source = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._work)
        theme.changed.connect(self._start_over)

    def show_card(self, card: str) -> None:
        """Show this description; "" shows nothing."""
        source = readable(card)
        if source != self._source:
            self._source = source
            self._start_over()

    def close_workers(self) -> None:
        """End the process that colours code."""
        self._tools.highlighter.close()

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._timer.start()

    def _start_over(self) -> None:
        if self._view is not None:
            self._view.hide()
            self._view.deleteLater()
            self._view = None
        if self._source:
            self._view = AnswerView(self._tools, AnswerText(self._source), self)
            self._view.link_activated.connect(self.link_activated)
            self._view.height_changed.connect(self._timer.start)
            self._view.show()
        self._timer.start()

    def _work(self) -> None:
        if self._view is None:
            self.setFixedHeight(0)
            return
        deadline = time.perf_counter() + SLICE
        done = self._view.advance(deadline)
        height = self._view.fit(self.width())
        done = self._view.reveal(0, height, deadline) and done
        height = self._view.fit(self.width())
        self._view.setGeometry(0, 0, self.width(), height)
        if height != self.height():
            self.setFixedHeight(height)
        if not done:
            self._timer.start()
