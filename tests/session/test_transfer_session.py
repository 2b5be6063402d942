"""Exports and imports in the background, stopped and failing ones too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.chat.exporting.api import ExportFormat
from app.chat.exporting.run import ExportReport
from app.chat.importing.report import ImportReport, SkipReason
from app.chat.store import ConversationStore
from app.session.keeping.store_access import StoreAccess
from app.session.keeping.transfer_session import TransferSession, TransferState
from app.session.keeping.transfer_wording import skip_sentence
from app.session.notices import Problem
from app.session.tasks import BackgroundThread
from tests.helpers.foreign_chats import chatgpt_chat


@pytest.fixture
def access(qtbot: QtBot) -> Iterator[StoreAccess]:
    thread = BackgroundThread("test-store")
    access = StoreAccess(thread)
    made: list[ConversationStore] = []
    thread.run(ConversationStore.temporary, made.append)
    qtbot.waitUntil(lambda: bool(made))
    access.attach(made[0])
    yield access
    access.close()


@pytest.fixture
def session(access: StoreAccess) -> Iterator[TransferSession]:
    session = TransferSession(access)
    yield session
    session.close()


def follow(session: TransferSession) -> list[Any]:
    said: list[Any] = []
    for signal in (session.exported, session.imported, session.failed):
        signal.connect(said.append)
    return said


def chats(path: Path, count: int) -> Path:
    path.write_text(json.dumps([chatgpt_chat(f"chat {number}") for number in range(count)]))
    return path


def until_idle(qtbot: QtBot, session: TransferSession) -> None:
    qtbot.waitUntil(lambda: not session.busy, timeout=30_000)


def test_there_and_back(qtbot: QtBot, session: TransferSession, tmp_path: Path) -> None:
    said = follow(session)
    session.import_file(chats(tmp_path / "c.json", 3))
    assert session.state is TransferState.IMPORTING
    session.import_file(tmp_path / "ignored.json")
    until_idle(qtbot, session)
    (report,) = said
    assert isinstance(report, ImportReport)
    assert (report.imported, report.skipped) == (3, [])
    session.export(report.ids, ExportFormat.JSON, tmp_path / "ours.json")
    until_idle(qtbot, session)
    session.import_file(tmp_path / "ours.json")
    until_idle(qtbot, session)
    assert isinstance(said[1], ExportReport)
    assert said[1].conversations == 3
    assert said[2].already_there == 3


def test_what_cannot_be_read_or_written_is_said(
    qtbot: QtBot, session: TransferSession, tmp_path: Path, allow_warnings: None
) -> None:
    said = follow(session)
    session.import_file(tmp_path / "none.json")
    until_idle(qtbot, session)
    assert isinstance(said[1], Problem)
    assert "none.json" in said[1].sentence
    (tmp_path / "file").write_text("")
    session.export(["x"], ExportFormat.HTML, tmp_path / "file" / "x.html")
    until_idle(qtbot, session)
    assert isinstance(said[2], Problem)
    assert said[2].advice
    assert all(skip_sentence(reason) for reason in SkipReason)


def test_a_stopped_import_keeps_what_is_there(
    qtbot: QtBot, session: TransferSession, access: StoreAccess, tmp_path: Path
) -> None:
    said = follow(session)
    session.import_file(chats(tmp_path / "c.json", 400))
    qtbot.waitUntil(lambda: session.progress > 0 or bool(said))
    session.cancel()
    until_idle(qtbot, session)
    (report,) = said
    counted: list[int] = []
    access.run(lambda store: len(store.list_conversations()), counted.append)
    qtbot.waitUntil(lambda: bool(counted))
    assert counted == [report.imported]
    assert report.cancelled or report.imported == 400


def test_closing_in_the_middle_ends_it(qtbot: QtBot, session: TransferSession, tmp_path: Path) -> None:
    session.import_file(chats(tmp_path / "c.json", 400))
    session.close()


def test_an_import_waits_for_the_store(qtbot: QtBot, tmp_path: Path) -> None:
    thread = BackgroundThread("test-store")
    access = StoreAccess(thread)
    session = TransferSession(access)
    session.import_file(chats(tmp_path / "c.json", 1))
    session.close()
    access.close()
