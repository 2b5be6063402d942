"""The whole way of a model, by keys and clicks on the real program: search, choose, download, use, ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.catalog.net_api import Source
from app.engine.api import Role
from app.session.models.download_list import DownloadState
from app.session.models.model_session import ModelState
from app.system.paths import starter_model
from app.ui.models.models_bar import Part
from app.ui.models.models_page import ModelsPage
from app.ui.parley import Parley
from tests.e2e.conftest import START
from tests.e2e.test_models_window import entry_of, row_of
from tests.helpers.hub_server import HubServer, hub_server
from tests.helpers.net_window import NAME, fill


@pytest.fixture
def hub() -> Iterator[HubServer]:
    with hub_server() as server:
        fill(server)
        yield server


def discover(parley: Parley, hub: HubServer) -> ModelsPage:
    parley.settings.change(hub_endpoints={source.value: hub.address for source in Source})
    parley.window.show_models(Part.DISCOVER)
    assert parley.window.models is not None
    return parley.window.models


def choose_smallest(qtbot: QtBot, page: ModelsPage) -> None:
    """Type a search, open the first result with the keyboard, press its first "Download"."""
    field = page.bar.search
    field.setFocus()
    QTest.keyClicks(field, "tiny")
    QTest.keyClick(field, Qt.Key.Key_Return)
    results = page.discover.found.results
    qtbot.waitUntil(lambda: results.model().rowCount() > 0 and results.isVisible(), timeout=START)
    results.setFocus()
    QTest.keyClick(results, Qt.Key.Key_Down)
    QTest.keyClick(results, Qt.Key.Key_Return)
    table = page.discover.repository.table
    qtbot.waitUntil(lambda: len(table.rows) == 4 and table.isVisible(), timeout=START)
    assert page.discover.repository.title.text() == NAME
    QTest.mouseClick(table.rows[0].button, Qt.MouseButton.LeftButton)


def test_from_the_search_to_the_answer(qtbot: QtBot, parley: Parley, hub: HubServer) -> None:
    page, side = discover(parley, hub), parley.models_side()
    choose_smallest(qtbot, page)
    qtbot.waitUntil(lambda: any(i.state is DownloadState.DONE for i in side.downloads.items), timeout=START)
    (item,) = side.downloads.items
    path = Path(item.path)
    assert path.read_bytes() == starter_model().read_bytes()
    page.show_part(Part.LIBRARY)
    entry = entry_of(qtbot, parley, path)
    assert (entry.repository, entry.source, entry.linked) == (NAME, Source.HUGGING_FACE, False)
    qtbot.waitUntil(row_of(page, entry).use.isVisible, timeout=START)
    QTest.mouseClick(row_of(page, entry).use, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: parley.models.state is ModelState.READY and parley.models.path == str(path), timeout=START)
    edit = parley.window.focus_composer()
    QTest.keyClicks(edit, "What is 347 + 268 + 119?")
    with qtbot.waitSignal(parley.chat.answer_finished, timeout=START):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    answer = parley.chat.messages[-1]
    assert answer.role is Role.ASSISTANT
    assert "734" in answer.text


def test_paused_and_resumed_in_the_window(qtbot: QtBot, parley: Parley, hub: HubServer) -> None:
    page, side = discover(parley, hub), parley.models_side()
    hub.slow.set()
    choose_smallest(qtbot, page)
    qtbot.waitUntil(
        lambda: any(i.state is DownloadState.RUNNING and i.done for i in side.downloads.items), timeout=START
    )
    page.show_part(Part.DOWNLOADS)
    (item,) = side.downloads.items
    row = page.downloads.rows[item.id]
    qtbot.waitUntil(row.isVisible, timeout=START)
    QTest.mouseClick(row.main, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: side.downloads.items[0].state is DownloadState.PAUSED, timeout=START)
    hub.slow.clear()
    QTest.mouseClick(row.main, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: side.downloads.items[0].state is DownloadState.DONE, timeout=START)
