"""Shows hostile text through every widget that shows what a model wrote, and through those that show names and notices.

``python -m tests.helpers.hostile_stage FOLDER COUNT LENGTH`` shows all payloads made by hand and COUNT generated, and
prints "shown" and their number: for a test that watches the process from outside. LENGTH cuts those made by hand.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from app.session.notices import Problem
from app.settings.schema import ColourScheme
from app.ui.chat.blocks.text_view import TextView
from app.ui.chat.messages.assistant_view import AssistantView
from app.ui.chat.transcript.transcript import Transcript
from app.ui.dialogs.details import DetailsDialog
from app.ui.links import checked_url, confirmation
from app.ui.theme import Theme
from app.ui.widgets.banner import Banner, Tone
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.plain import plain
from app.ui.widgets.text_label import text_label
from app.ui.widgets.toast import Toast, ToastText
from tests.helpers.fake_chat_session import FakeChatSession, assistant, person
from tests.helpers.hostile_payloads import generated, hand_made, make_canaries

WINDOW = (900, 700)
MOST_PASSES = 400  # of the event loop, for one payload
NAME_LENGTH = 2000  # of a title or a notice


class HostileStage:
    """A transcript, and small widgets as they come."""

    def __init__(self, application: QApplication) -> None:
        self.application = application
        self.theme = Theme(application, ColourScheme.DARK)
        self.session = FakeChatSession()
        self.transcript = Transcript(self.theme, self.session)
        self.transcript.resize(*WINDOW)
        self.transcript.show()
        self.links: list[str] = []
        self.transcript.link_activated.connect(self.links.append)

    def show(self, payload: str) -> None:
        """Show it as a question, as thoughts and as an answer, and paint it."""
        self.session.show([person(payload), assistant(payload, payload)])
        self.settle()
        for view in self.transcript.views():
            if isinstance(view, AssistantView) and view.pane is not None:
                view.pane.header.click()
        self.settle()
        self.transcript.grab()
        bar = self.transcript.verticalScrollBar()
        if bar.value():
            bar.setValue(0)
            self.settle()
            self.transcript.grab()

    def show_small(self, payload: str) -> None:
        """Show it where names and notices stand."""
        short = payload[:NAME_LENGTH]
        for widget in self._small(short):
            widget.ensurePolished()
            widget.resize(300, 60)
            widget.grab()
            widget.deleteLater()
        QToolTip.showText(QPoint(5, 5), plain(short), self.transcript)
        QToolTip.hideText()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _small(self, text: str) -> Iterator[QWidget]:
        label, line, banner = text_label(self.transcript), ElidedLabel(self.transcript), Banner(self.theme)
        label.setText(text)
        line.show_text(text)
        banner.show_state(Tone.CALM, text, [])
        yield from (label, line, banner, Toast(self.theme, ToastText(text)))
        yield DetailsDialog(self.theme, Problem(text, text, text), self.transcript)
        url = checked_url(text)
        if url is not None:
            yield confirmation(self.transcript, url)

    def settle(self) -> None:
        """Let what is to be done be done; hostile code may keep its worker busy for longer than we wait."""
        for _ in range(MOST_PASSES):
            self.application.processEvents()
            if self.transcript.is_settled:
                return

    def copy_all(self) -> str:
        """Copy everything that is on the screen, as a person can; return the last piece."""
        text = ""
        for view in self.transcript.findChildren(TextView):
            view.selectAll()
            view.copy()
            text = QGuiApplication.clipboard().text()
            view.moveCursor(QTextCursor.MoveOperation.Start)
        return text

    def anchors(self) -> set[str]:
        """Return every address that can be clicked."""
        found: set[str] = set()
        for view in self.transcript.findChildren(TextView):
            block = view.document().firstBlock()
            while block.isValid():
                found |= {area.format.anchorHref() for area in block.textFormats() if area.format.isAnchor()}
                block = block.next()
        return found

    def close(self) -> None:
        """Take it down."""
        self.transcript.close_workers()
        self.transcript.close()
        self.transcript.deleteLater()
        self.theme.deleteLater()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def main(folder: Path, count: int, length: int) -> None:
    """Show everything."""
    stage = HostileStage(QApplication([]))
    canary = make_canaries(folder)
    payloads = [text[:length] for _, text in hand_made(canary)] + [generated(seed, canary) for seed in range(count)]
    for payload in payloads:
        stage.show(payload)
        stage.show_small(payload)
        stage.copy_all()
    stage.close()
    sys.stdout.write(f"shown {len(payloads)}\n")
    sys.stdout.flush()
    os._exit(0)  # taking the interpreter down destroys what is left of Qt in no order: see tests/conftest.py


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
