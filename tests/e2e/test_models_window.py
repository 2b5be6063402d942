"""The Models page around the real sessions, workers and files, without any network."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.catalog.library import LibraryEntry
from app.engine.files_api import FileProblem
from app.session.models.hub_search import SearchState
from app.session.models.model_session import ModelState
from app.ui.models.entry_row import EntryRow
from app.ui.models.first_start import FirstStart
from app.ui.models.models_bar import Part
from app.ui.models.models_page import ModelsPage
from app.ui.parley import Parley
from tests.e2e.conftest import START
from tests.e2e.test_offline import internet_sockets

MODELS = Path(__file__).parents[1] / "data" / "models"
MIXTURE = MODELS / "qwen3moe-tiny-hybrid-Q8_0.gguf"


def page_of(parley: Parley) -> ModelsPage:
    parley.window.show_models(Part.LIBRARY)
    assert parley.window.models is not None
    return parley.window.models


def find(parley: Parley, path: Path) -> LibraryEntry | None:
    entries = parley.models_side().library.entries
    return next((entry for entry in entries if entry.path == str(path) and (entry.shape or entry.problem)), None)


def entry_of(qtbot: QtBot, parley: Parley, path: Path) -> LibraryEntry:
    """Wait until the files worker has looked at a file."""
    qtbot.waitUntil(lambda: find(parley, path) is not None, timeout=START)
    found = find(parley, path)
    assert found is not None
    return found


def row_of(page: ModelsPage, entry: LibraryEntry) -> EntryRow:
    return next(card.rows[entry.id] for card in page.library.cards.values() if entry.id in card.rows)


def test_a_file_is_added_placed_verified_used_and_taken_off_the_list(
    qtbot: QtBot, parley: Parley, tmp_path: Path
) -> None:
    mine = tmp_path / "elsewhere" / MIXTURE.name
    mine.parent.mkdir()
    shutil.copy(MIXTURE, mine)
    page, side = page_of(parley), parley.models_side()
    side.library.add_file(str(mine))
    entry = entry_of(qtbot, parley, mine)
    assert entry.linked
    row = row_of(page, entry)
    row.setFocus()
    qtbot.waitUntil(lambda: side.placement.placement is not None, timeout=START)
    assert "with" in page.panel.about.text()
    assert page.panel.bars
    said: list[str] = []
    side.library.notice.connect(lambda notice: said.append(notice.text))
    side.library.verify(entry.id)
    qtbot.waitUntil(lambda: bool(said), timeout=START)
    assert "read to its end" in said[0]
    row.use.click()
    qtbot.waitUntil(lambda: parley.models.state is ModelState.READY and parley.models.path == str(mine), timeout=START)
    assert parley.window.page.isVisible()
    assert any("MoE" in one.name for one in side._installed())
    side.library.delete(entry.id)
    qtbot.waitUntil(lambda: find(parley, mine) is None, timeout=START)
    assert mine.exists()


def test_a_damaged_file_ends_nothing_and_says_why(qtbot: QtBot, parley: Parley) -> None:
    side = parley.models_side()
    side.library.folder.mkdir(parents=True)
    half = side.library.folder / "half.gguf"
    half.write_bytes(MIXTURE.read_bytes()[:5000])
    page = page_of(parley)
    side.library.rescan()
    entry = entry_of(qtbot, parley, half)
    assert entry.problem in {FileProblem.TRUNCATED, FileProblem.DAMAGED}
    assert row_of(page, entry).problem.isVisible()
    assert parley.models.state is ModelState.READY


def test_first_start_is_asked_once_and_goes_when_it_is_answered(qtbot: QtBot, parley: Parley) -> None:
    side = parley.models_side()
    (card,) = parley.window.findChildren(FirstStart)
    qtbot.waitUntil(lambda: bool(side.discover.models) and side.discover.machine is not None, timeout=START)
    assert card.isVisible()
    card.starter.click()
    assert parley.settings.current.models_greeted
    assert not card.isVisible()


def test_no_socket_before_a_search_and_none_while_offline(qtbot: QtBot, parley: Parley) -> None:
    page = page_of(parley)
    side = parley.models_side()
    side.network.set_offline(offline=True)
    page.show_part(Part.DISCOVER)
    page.discover.search("qwen3")
    assert side.hub.state is SearchState.OFFLINE
    assert page.discover.found.state.title.text() == "You are offline"
    qtbot.waitUntil(lambda: bool(side.discover.models), timeout=START)
    assert side.net.process_id == 0
    assert internet_sockets() == []


@pytest.mark.parametrize("part", list(Part))
def test_every_part_opens_with_the_real_sessions(qtbot: QtBot, parley: Parley, part: Part) -> None:
    parley.window.show_models(part)
    page = parley.window.models
    assert page is not None
    qtbot.waitUntil(lambda: page.part is part and page.isVisible(), timeout=START)
    assert any(button.isVisible() for button in page.findChildren(QAbstractButton))
