"""Search, jump, export and import in the whole program: the real window, store and sessions."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pypdf
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.chat.conversation import Conversation, Message, new_id
from app.chat.exporting.api import ExportFormat
from app.session.chat.search_session import SearchState
from app.session.keeping.transfer_session import TransferState
from app.session.keeping.vault_session import VaultState
from app.ui.chat.blocks.text_view import TextView
from app.ui.chat.find.bar import FindBar
from app.ui.chat.messages.message_light import MessageLight
from app.ui.parley import Parley
from app.ui.transfer.import_report_dialog import ImportReportDialog
from tests.e2e.conftest import START
from tests.helpers.foreign_chats import chatgpt_chat, gpt4all_chat, lm_studio_chat
from tests.helpers.seeded_store import say, seed_store

SEEDED = 300
SAID = ["Where is the lighthouse?", "On the cliff.", *(f"Number {n}?\n" * 12 for n in range(20))]


def fill(qtbot: QtBot, parley: Parley) -> list[Message]:
    """Put some hundred conversations into the store, and one that is worth finding; return its messages."""
    told: list[list[Message]] = []
    row = Conversation(id=new_id(), title="红烧肉 & مراجعة", updated_at=1_700_000_000.0)
    parley.access.run(lambda store: seed_store(store, SEEDED))
    parley.access.run(lambda store: say(store, row, *SAID), told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=START)
    parley.conversations.reload()
    qtbot.waitUntil(lambda: parley.conversations.rowCount() == SEEDED + 1, timeout=START)
    return told[0]


def test_a_word_is_searched_and_leads_to_its_message(qtbot: QtBot, parley: Parley) -> None:
    messages = fill(qtbot, parley)
    qtbot.waitUntil(lambda: parley.transcript.transcript is not None, timeout=START)
    parley.window.activateWindow()
    assert QTest.qWaitForWindowActive(parley.window)
    QTest.keySequence(parley.window.focus_composer(), QKeySequence("Ctrl+K"))
    side = parley.keeping_side()
    assert side.panel.field.hasFocus()
    QTest.keyClicks(side.panel.field, "lighthouse")
    qtbot.waitUntil(lambda: side.panel.rows.rowCount() == 1, timeout=START)
    qtbot.waitUntil(lambda: side.searching.state is SearchState.DONE, timeout=START)
    QTest.keyClick(side.panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(parley.window.findChildren(MessageLight)), timeout=START)
    assert parley.chat.conversation is not None
    assert parley.chat.conversation.id == messages[0].conversation_id
    transcript = parley.transcript.transcript
    assert transcript is not None
    view = transcript.column.view_of(messages[0].id)
    assert view is not None
    top = view.mapTo(transcript.viewport(), view.rect().topLeft()).y()
    assert 0 <= top < transcript.viewport().height() / 2  # the oldest of many, not the newest, is on the screen
    assert not transcript.at_end
    qtbot.waitUntil(lambda: not parley.window.findChildren(MessageLight), timeout=START)
    (bar,) = parley.transcript.findChildren(FindBar)
    assert bar.isVisible()  # and the word is lit there
    assert bar.field.text() == "lighthouse"
    qtbot.waitUntil(lambda: bar.count.text() == "1 found", timeout=START)
    lit = [one.cursor.selectedText() for text in transcript.findChildren(TextView) for one in text.extraSelections()]
    assert lit == ["lighthouse"]
    assert parley.window.page.composer.edit.hasFocus()
    QTest.keySequence(parley.window, QKeySequence("Esc"))
    assert bar.isHidden()


def export(qtbot: QtBot, parley: Parley, ids: list[str], kind: ExportFormat, path: Path) -> None:
    flow = parley.keeping_side().flow
    dialog = flow.export(ids)
    assert dialog is not None
    dialog.formats.button(list(ExportFormat).index(kind)).setChecked(True)
    dialog.save_to(path)
    session = parley.keeping_side().transfer
    qtbot.waitUntil(lambda: path.exists() and session.state is TransferState.IDLE, timeout=START)
    qtbot.waitUntil(lambda: not parley.window.findChildren(type(dialog)), timeout=START)


def test_conversations_are_exported_in_every_form_and_come_back(qtbot: QtBot, parley: Parley, tmp_path: Path) -> None:
    messages = fill(qtbot, parley)
    key = messages[0].conversation_id
    ids = [row.id for row in parley.conversations.rows()[:3]]
    export(qtbot, parley, [key], ExportFormat.MARKDOWN, tmp_path / "one.md")
    assert "On the cliff." in (tmp_path / "one.md").read_text(encoding="utf-8")
    export(qtbot, parley, [key], ExportFormat.PDF, tmp_path / "one.pdf")
    pages = pypdf.PdfReader(tmp_path / "one.pdf").pages
    assert len(pages) > 1
    assert "lighthouse" in pages[0].extract_text()
    assert pages[-1].extract_text().split()[-1] == str(len(pages))  # its number
    export(qtbot, parley, ids, ExportFormat.HTML, tmp_path / "three.zip")
    assert len(zipfile.ZipFile(tmp_path / "three.zip").namelist()) == 3
    export(qtbot, parley, [key, *ids], ExportFormat.JSON, tmp_path / "four.json")
    assert json.loads((tmp_path / "four.json").read_text(encoding="utf-8"))
    toast = parley.window.page.toasts.toasts[-1]
    assert "four.json" in toast.label.text()

    parley.conversations.delete([key])
    parley.access.run(lambda store: store.purge_deleted(0))
    parley.keeping_side().flow.bring([tmp_path / "four.json"])
    qtbot.waitUntil(lambda: parley.conversations.conversation(key) is not None, timeout=START)
    qtbot.waitUntil(lambda: bool(parley.window.findChildren(ImportReportDialog)), timeout=START)
    (report,) = parley.window.findChildren(ImportReportDialog)
    assert any("already" in line for line in report.lines)  # the other three
    report.accept()


def drop(parley: Parley, *files: Path) -> None:
    """Let go of files somewhere in the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    kinds = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    application = QApplication.instance()
    assert application is not None
    application.notify(parley.window.frame, QDragEnterEvent(QPoint(20, 300), *kinds))
    assert parley.attachments_side().drop.veil.isVisible()
    application.notify(parley.window.frame, QDropEvent(QPointF(20, 300), *kinds))
    assert not parley.attachments_side().drop.veil.isVisible()


def test_dropped_files_are_imported_or_attached_by_what_is_in_them(
    qtbot: QtBot, parley: Parley, tmp_path: Path
) -> None:
    table = tmp_path / "table.json"
    table.write_text('{"a": [1, 2, 3]}', encoding="utf-8")
    chats = {"conversations.json": [chatgpt_chat()], "1700000000.conversation.json": lm_studio_chat()}
    for name, content in chats.items():
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    (tmp_path / "gpt4all.chat").write_bytes(gpt4all_chat(12))
    parley.window.show_models()
    drop(parley, table, *(tmp_path / name for name in (*chats, "gpt4all.chat")))
    wanted = {"Planets", "Tides", "The sea 海"}
    qtbot.waitUntil(lambda: {row.title for row in parley.conversations.rows()} == wanted, timeout=START)
    chips = parley.attachments_side().session
    qtbot.waitUntil(lambda: [chip.name for chip in chips.chips] == ["table.json"], timeout=START)
    assert parley.window.page.isVisible()  # where it is attached


def test_a_copy_is_put_back_while_an_answer_is_written(qtbot: QtBot, parley: Parley) -> None:
    chat, vault, backups = parley.chat, parley.vault, parley.keeping_side().backups
    vault.choose_passphrase("a passphrase of some length")
    qtbot.waitUntil(lambda: vault.state is VaultState.OPEN, timeout=START)
    chat.set_thinking(False)
    chat.send("What is 12 + 30?")
    qtbot.waitUntil(lambda: not chat.busy, timeout=START)
    kept = [message.id for message in chat.messages]
    backups.back_up_now()
    qtbot.waitUntil(lambda: not backups.busy and bool(backups.backups), timeout=START)
    chat.new_conversation()
    chat.send("Count from 1 to 200.")
    qtbot.waitUntil(lambda: bool(chat.live and chat.live.answer_tokens > 5), timeout=START)
    backups.restore(backups.backups[0])
    qtbot.waitUntil(lambda: not backups.busy and not chat.busy, timeout=START)
    qtbot.waitUntil(lambda: parley.conversations.rowCount() == 1, timeout=START)
    chat.open_conversation(parley.conversations.rows()[0].id)
    qtbot.waitUntil(lambda: [message.id for message in chat.messages] == kept, timeout=START)
