"""What exports and imports ask and say, and the panel about copies around the real session and a real file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.chat.exporting.api import ExportFormat
from app.chat.importing.report import ImportFailure, ImportReport, Skipped, SkipReason
from app.session.keeping.backup_session import BackupSession, BackupState
from app.session.keeping.store_access import StoreAccess
from app.session.keeping.transfer_session import TransferState
from app.session.keeping.vault_session import VaultSession, VaultState
from app.session.tasks import BackgroundThread
from app.system.paths import Paths
from app.ui.i18n import install_language
from app.ui.theme import Theme
from app.ui.transfer.backup_panel import BackupPanel, RestoreDialog
from app.ui.transfer.export_dialog import ExportChoice, ExportDialog
from app.ui.transfer.import_report_dialog import ImportReportDialog
from app.ui.transfer.transfer_bar import TransferBar
from tests.helpers.store_content import conversation, question
from tests.helpers.store_keyrings import MemoryKeyring

PATIENCE = 30_000


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    install_language(qapp, "en")
    it = Theme(qapp)
    yield it
    it.deleteLater()


# --- export


def chosen(dialog: ExportDialog, kind: ExportFormat, path: Path) -> ExportChoice:
    choices: list[ExportChoice] = []
    dialog.chosen.connect(choices.append)
    dialog.formats.button(list(ExportFormat).index(kind)).setChecked(True)
    dialog.save_to(path)
    return choices[0]


@pytest.mark.parametrize(
    ("kind", "count", "suffix"),
    [
        (ExportFormat.MARKDOWN, 1, ".md"),
        (ExportFormat.HTML, 1, ".html"),
        (ExportFormat.PDF, 1, ".pdf"),
        (ExportFormat.PDF, 2, ".zip"),
        (ExportFormat.JSON, 1, ".json"),
        (ExportFormat.JSON, 2, ".json"),
    ],
)
def test_a_name_without_an_ending_gets_the_right_one(
    qtbot: QtBot, theme: Theme, tmp_path: Path, kind: ExportFormat, count: int, suffix: str
) -> None:
    dialog = ExportDialog(theme, ["a", "b"][:count], "A title")
    choice = chosen(dialog, kind, tmp_path / "mine")
    assert choice == ExportChoice(["a", "b"][:count], kind, tmp_path / f"mine{suffix}", kind is ExportFormat.JSON)


def test_json_always_has_the_thoughts(qtbot: QtBot, theme: Theme) -> None:
    dialog = ExportDialog(theme, ["a"], "<b>A title</b>")
    assert not dialog.thoughts.isChecked()
    dialog.formats.button(list(ExportFormat).index(ExportFormat.JSON)).setChecked(True)
    assert dialog.thoughts.isChecked()
    assert not dialog.thoughts.isEnabled()
    dialog.close()


# --- import


def test_a_report_says_what_came_and_what_did_not(qtbot: QtBot, theme: Theme) -> None:
    skipped = [Skipped("<i>Broken</i>", SkipReason.UNREADABLE), *(Skipped("", SkipReason.EMPTY) for _ in range(700))]
    report = ImportReport(
        imported=1200, messages=34567, already_there=3, grown=4, copies=2, skipped=skipped, ids=["first"]
    )
    dialog = ImportReportDialog(report, "export.zip")
    assert dialog.lines[0] == "1,200 conversations with 34,567 messages are in the list now."
    assert [line.split()[0] for line in dialog.lines[1:]] == ["2", "4", "3", "701"]
    box = dialog.findChild(QPlainTextEdit)
    assert box is not None
    lines = box.toPlainText().splitlines()
    assert lines[0].startswith("<i>Broken</i>: ")
    assert lines[-1] == "… and 201 more"
    wanted: list[str] = []
    dialog.show_wanted.connect(wanted.append)
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Show the first one").click()
    assert wanted == ["first"]


@pytest.mark.parametrize("failure", list(ImportFailure))
def test_a_failure_names_the_file_and_what_helps(qtbot: QtBot, theme: Theme, failure: ImportFailure) -> None:
    dialog = ImportReportDialog(ImportReport(failure=failure), "export.zip")
    assert dialog.windowTitle() == "Nothing was imported"
    assert any("export.zip" in line for line in dialog.lines)
    dialog.close()


def test_a_file_without_conversations_says_so(qtbot: QtBot, theme: Theme) -> None:
    dialog = ImportReportDialog(ImportReport(), "notes.json")
    assert dialog.lines == ["“notes.json” holds no conversations."]
    dialog.close()


def test_the_bar_shows_how_far_it_is_and_stops(qtbot: QtBot, theme: Theme) -> None:
    bar = TransferBar(theme)
    bar.show_state(TransferState.IMPORTING, 0.42)
    assert not bar.isHidden()
    assert "42" in bar.words.text()
    stopped: list[bool] = []
    bar.stopped.connect(lambda: stopped.append(True))
    QTest.mouseClick(bar.stop, Qt.MouseButton.LeftButton)
    assert stopped == [True]
    bar.show_state(TransferState.IDLE, 0.0)
    assert bar.isHidden()
    bar.deleteLater()


# --- copies


@dataclass
class Copies:
    panel: BackupPanel
    session: BackupSession
    access: StoreAccess
    vault: VaultSession
    qtbot: QtBot

    def until_idle(self) -> None:
        self.qtbot.waitUntil(lambda: self.session.state is BackupState.IDLE, timeout=PATIENCE)

    def add(self, title: str) -> None:
        done: list[None] = []
        chat = conversation(title)
        self.access.run(lambda store: store.create(chat))
        self.access.run(lambda store: store.add_messages([question(chat)]), done.append)
        self.qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)

    def titles(self) -> list[str]:
        found: list[list[str]] = []
        self.access.run(lambda store: sorted(row.title for row in store.list_conversations()), found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
        return found[0]


@pytest.fixture
def copies(qtbot: QtBot, theme: Theme, paths: Paths) -> Iterator[Copies]:
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())
    thread = BackgroundThread("test-store")
    access = StoreAccess(thread)
    vault = VaultSession(paths, thread, access)
    session = BackupSession(access, vault, paths.conversations_file)
    vault.open()
    qtbot.waitUntil(lambda: vault.state is VaultState.OPEN, timeout=PATIENCE)
    panel = BackupPanel(theme, session, lambda: vault.state is VaultState.FAILED)
    panel.resize(520, 400)
    panel.show()
    yield Copies(panel, session, access, vault, qtbot)
    session.close()
    access.close()
    vault.close()
    panel.deleteLater()
    keyring.set_keyring(before)


def test_a_copy_is_made_and_put_back_after_a_question(copies: Copies) -> None:
    assert copies.panel.last.text() == "There is no copy of your conversations yet."
    copies.add("Before")
    QTest.mouseClick(copies.panel.back_up, Qt.MouseButton.LeftButton)
    assert not copies.panel.back_up.isEnabled()
    copies.until_idle()
    assert copies.panel.last.text().startswith("The last copy is from ")
    copies.add("After")
    opened: list[RestoreDialog] = []
    copies.panel.opened.connect(opened.append)
    put_back = next(one for one in copies.panel.rows.findChildren(QPushButton) if one.isVisible())
    QTest.mouseClick(put_back, Qt.MouseButton.LeftButton)
    assert copies.titles() == ["After", "Before"]  # nothing before it is confirmed
    opened[0].restore.click()
    copies.until_idle()
    assert copies.titles() == ["Before"]


def test_a_check_says_that_all_is_well(copies: Copies) -> None:
    copies.add("Fine")
    QTest.mouseClick(copies.panel.check, Qt.MouseButton.LeftButton)
    copies.until_idle()
    assert copies.panel.health.text() == "Everything was read, and all is well."
    assert copies.panel.mend.isHidden()


def test_damage_offers_to_save_what_can_be_read(copies: Copies) -> None:
    copies.session.damage = True
    copies.session.changed.emit()
    assert "damaged" in copies.panel.health.text()
    assert copies.panel.mend.isVisible()
    copies.add("Still here")
    QTest.mouseClick(copies.panel.mend, Qt.MouseButton.LeftButton)
    copies.until_idle()
    assert copies.panel.health.text().startswith("1 conversation")
    assert copies.titles() == ["Still here"]
