"""Documents from the drop to the answer and the next start: the real window, workers, model and store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.chat.conversation import MessageStatus
from app.documents.quoting import sent_numbers
from app.session.attachments.attachment_items import ChipState, Choice, Readiness
from app.session.keeping.vault_session import VaultState
from app.session.models.model_session import ModelState
from app.system.paths import Paths
from app.ui.application import build
from app.ui.chat.attachments.preview import DocumentPreview
from app.ui.chat.blocks.text_view import TextView
from app.ui.chat.composer.send_button import SendState
from app.ui.chat.messages.person_view import PersonView
from app.ui.parley import Parley
from tests.e2e.conftest import START
from tests.helpers.documents import pdf
from tests.helpers.file_keyring import FileKeyring

TEXT = "\n\n".join(f"Section {n}. The price of item {n} is {n * 7} crowns, with delivery. " * 6 for n in range(120))
SHORTER = TEXT[:8000]
WRITTEN = {MessageStatus.COMPLETE, MessageStatus.STOPPED}


class Person:
    """Hands and eyes."""

    def __init__(self, bot: QtBot, parley: Parley) -> None:
        self.bot, self.parley = bot, parley
        self.until(lambda: parley.attachments is not None and parley.transcript.transcript is not None)
        self.side = parley.attachments_side()
        self.composer = parley.window.page.composer

    def until(self, condition: Callable[[], bool]) -> None:
        self.bot.waitUntil(condition, timeout=START)

    def drop(self, *files: Path) -> None:
        """Drop files on the conversation, as the system does it."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        page, copy = self.parley.window.page, Qt.DropAction.CopyAction
        button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(200, 200), copy, data, button, held)
        QApplication.sendEvent(page, enter)
        assert enter.isAccepted()
        assert self.side.drop.veil.isVisible()
        QApplication.sendEvent(page, QDropEvent(QPointF(200, 200), copy, data, button, held))
        assert not self.side.drop.veil.isVisible()

    def ready(self) -> None:
        busy = {ChipState.READING, ChipState.WORKING, ChipState.WAITING}
        chips = self.side.session
        self.until(lambda: all(chip.state not in busy and chip.counted for chip in chips.chips))

    def ask(self, text: str) -> None:
        self.parley.chat.set_thinking(False)
        field = self.parley.window.focus_composer()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.end_answer()

    def end_answer(self) -> None:
        """Wait for an answer; one that the small model cannot end is stopped."""
        chat = self.parley.chat
        self.until(lambda: not chat.busy or (chat.live is not None and chat.live.answer_tokens > 60))
        chat.stop()
        self.until(lambda: not chat.busy)

    def question(self) -> PersonView:
        transcript = self.parley.transcript.transcript
        assert transcript is not None
        self.until(lambda: transcript.is_settled and bool(transcript.views()))
        view = transcript.views()[0]
        assert isinstance(view, PersonView)
        return view

    def click_link(self, words: str) -> None:
        """Click the first link of the conversation whose text has these words."""

        def place() -> tuple[TextView, QPoint] | None:
            for view in self.parley.window.findChildren(TextView):
                found = view.document().find(words)
                middle = view.cursorRect(found).center() - QPoint(3, 0)
                if not found.isNull() and view.isVisible() and view.anchorAt(middle):
                    return view, middle
            return None

        self.until(lambda: place() is not None)
        found = place()
        assert found
        QTest.mouseClick(found[0].viewport(), Qt.MouseButton.LeftButton, pos=found[1])

    def preview(self) -> DocumentPreview:
        self.until(lambda: any(d.isVisible() for d in self.parley.window.findChildren(DocumentPreview)))
        found = next(d for d in self.parley.window.findChildren(DocumentPreview) if d.isVisible())
        self.until(lambda: found.complete)
        return found


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Person]]:
    """Start Parley; again, it is the next start. The keyring is a file."""
    monkeypatch.setenv("PARLEY_TEST_KEYRING", str(tmp_path / "keyring.json"))
    before = keyring.get_keyring()
    keyring.set_keyring(FileKeyring())
    running: list[Parley] = []

    def end() -> None:
        for parley in running:
            parley.close()
            parley.window.close()
            parley.window.deleteLater()
        running.clear()

    def begin() -> Person:
        end()
        parley = build(qapp, paths)
        running.append(parley)
        parley.settings.change(context_size=2048)
        parley.window.show()
        parley.start()
        qtbot.waitUntil(lambda: parley.models.state is ModelState.READY, timeout=START)
        qtbot.waitUntil(lambda: parley.vault.state is VaultState.OPEN, timeout=START)
        return Person(qtbot, parley)

    yield begin
    end()
    keyring.set_keyring(before)


def saved(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_dropped_file_is_read_asked_about_answered_and_there_after_a_restart(
    start: Callable[[], Person], tmp_path: Path
) -> None:
    person = start()
    person.drop(saved(tmp_path, "notes.pdf", pdf([["The meeting is on Tuesday at nine."]])))
    person.ready()
    (chip,) = person.side.tray.chip_widgets()
    assert chip.shown.name == "notes.pdf"
    assert "token" in chip.shown.line
    person.ask("When is the meeting?")
    question, answer = person.parley.chat.messages
    assert answer.status in WRITTEN
    assert answer.text
    assert answer.usage
    assert answer.usage.prompt_tokens > question.attachments[0].token_count > 20
    assert person.side.session.chips == []
    documents = person.question().documents
    assert documents is not None
    assert [chip.shown.name for chip in documents.chips] == ["notes.pdf"]

    person = start()
    row = person.parley.conversations
    person.until(lambda: row.rowCount() > 0)
    assert person.parley.chat.conversation is None
    person.parley.chat.open_conversation(question.conversation_id)
    person.until(lambda: len(person.parley.chat.messages) == 2)
    documents = person.question().documents
    assert documents is not None
    QTest.mouseClick(documents.chips[0], Qt.MouseButton.LeftButton)
    assert "¶1  The meeting is on Tuesday at nine." in person.preview().view.toPlainText()


def test_what_is_too_long_can_send_the_parts_that_match_and_their_numbers_open_it(
    start: Callable[[], Person], tmp_path: Path
) -> None:
    person = start()
    person.drop(saved(tmp_path, "prices.md", TEXT))
    person.ready()
    assert person.side.session.readiness is Readiness.TOO_LONG
    assert person.composer.send_button.state is SendState.NOTHING
    assert person.side.tray.question.isVisible()
    person.side.tray.question.relevant.click()
    person.ready()
    assert not person.side.tray.question.isVisible()
    person.ask("What is the price of item 77?")
    question, answer = person.parley.chat.messages
    assert answer.status in WRITTEN
    sent = question.attachments[0].sent_text
    assert "The price of item 77 is 539 crowns" in sent
    number = next(n for _, n in sent_numbers(sent) if "item 77 is" in sent.split(f"[¶{n}] ")[1].split("[¶")[0])
    person.parley.chat.edit(answer.id, f"It is 539 crowns [¶{number}].")  # the small model cites nothing
    person.click_link("¶")
    preview = person.preview()
    assert "item 77 is 539" in preview.view.textCursor().selectedText()


def test_a_summary_is_made_in_passes_and_an_answer_goes_first(start: Callable[[], Person], tmp_path: Path) -> None:
    person = start()
    parley = person.parley
    parley.chat.send("Count from 1 to 20.")
    person.end_answer()
    person.drop(saved(tmp_path, "prices.md", SHORTER))
    person.ready()
    session = person.side.session
    person.side.tray.question.summary.click()
    person.until(lambda: session.chips[0].total > 2 and session.chips[0].done >= 1)
    parley.chat.regenerate(parley.chat.messages[-1].id)  # somebody asks for an answer meanwhile
    person.end_answer()
    assert parley.chat.messages[-1].status in WRITTEN
    assert session.chips[0].state is ChipState.WORKING
    person.ready()
    (chip,) = session.chips
    assert (chip.state, chip.choice, chip.too_long) == (ChipState.READY, Choice.SUMMARY, False)
    person.ask("What is it about?")
    part = parley.chat.messages[-2].attachments[0]
    assert part.sent_text.startswith("It was too long")
    assert len(part.sent_text) > len("It was too long, so this is a summary of it.") + 2
    assert len(part.text) > 2 * len(part.sent_text)


def test_summarising_can_be_stopped(start: Callable[[], Person], tmp_path: Path) -> None:
    person = start()
    person.drop(saved(tmp_path, "prices.md", SHORTER))
    person.ready()
    session = person.side.session
    person.side.tray.question.summary.click()
    person.until(lambda: session.chips[0].total > 0)
    person.side.tray.question.stop.click()
    assert session.readiness is Readiness.TOO_LONG
    assert person.side.tray.question.relevant.isVisible()


def test_a_long_paste_becomes_a_document_and_can_become_text_again(start: Callable[[], Person]) -> None:
    person = start()
    lines = "\n".join(f"line {n}" for n in range(80))
    QGuiApplication.clipboard().setText(lines)
    field = person.parley.window.focus_composer()
    QTest.keyClicks(field, "What is this? ")
    QTest.keySequence(field, "Ctrl+V")
    person.ready()
    (chip,) = person.side.tray.chip_widgets()
    assert person.composer.edit.toPlainText() == "What is this? "
    chip.click()
    person.preview().text_wanted.emit()
    assert person.side.session.chips == []
    assert person.composer.edit.toPlainText() == f"What is this? {lines}"


def test_keys_walk_over_the_documents_and_remove_them(start: Callable[[], Person], tmp_path: Path) -> None:
    person = start()
    person.drop(saved(tmp_path, "a.txt", "one"), saved(tmp_path, "b.txt", "two"))
    person.ready()
    first, second = person.side.tray.chip_widgets()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Delete)
    assert person.side.tray.chip_widgets() == [second]
    QTest.keyClick(second, Qt.Key.Key_Delete)
    assert not person.side.tray.isVisible()


def test_what_was_removed_comes_back_where_it_was(start: Callable[[], Person], tmp_path: Path) -> None:
    person = start()
    tray, toasts = person.side.tray, person.parley.window.page.toasts
    person.drop(saved(tmp_path, "a.txt", "one"), saved(tmp_path, "c.txt", "three"))
    tray.add_pasted("Once upon a time. " * 400)
    person.ready()
    kept = [chip.name for chip in person.side.session.chips]
    for _ in range(2):
        tray.chip_widgets()[0].removed.emit()
    assert [chip.name for chip in person.side.session.chips] == kept[2:]
    for toast in toasts.toasts[-2:]:  # the first that was removed comes back first
        toast.action.click()
    assert [chip.name for chip in person.side.session.chips] == kept
    widgets = tray.chip_widgets()
    person.until(lambda: widgets[0].x() < widgets[1].x() and widgets[0].y() == widgets[1].y())
    widgets[0].setFocus()
    QTest.keyClick(widgets[0], Qt.Key.Key_Delete)
    assert widgets[1].hasFocus()


def test_a_second_summary_waits_and_can_be_stopped(start: Callable[[], Person], tmp_path: Path) -> None:
    person = start()
    person.drop(saved(tmp_path, "first.md", SHORTER), saved(tmp_path, "second.md", SHORTER))
    person.ready()
    session, tray = person.side.session, person.side.tray
    tray.question.summary.click()
    assert tray.question.sentence.text().count("second.md") == 1  # the next one is asked about at once
    tray.question.summary.click()
    assert [chip.state for chip in session.chips] == [ChipState.WORKING, ChipState.WAITING]
    assert [card.isVisible() for card in tray.cards] == [True, True, False]
    assert "first.md" in tray.cards[0].sentence.text()
    assert "second.md" in tray.cards[1].sentence.text()
    tray.cards[1].stop.click()
    assert session.chips[1].too_long
    tray.question.summary.click()
    tray.cards[0].stop.click()
    person.until(lambda: session.chips[1].state is ChipState.WORKING)
