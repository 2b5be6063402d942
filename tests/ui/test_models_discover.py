from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox

from app.catalog.net_api import Source
from app.session.models.download_list import DownloadState
from app.session.notices import Problem
from app.ui.models.card_text import LONGEST, readable
from app.ui.models.catalogue_card import CatalogueCard
from app.ui.models.discover_view import DiscoverView
from app.ui.models.models_bar import Part
from tests.helpers.fake_judges import WITH_GPU, WITHOUT_GPU
from tests.helpers.fake_models import CARD_TEXT, repositories
from tests.helpers.shell_window import Shell
from tests.ui.shell_fixture import make_shell, shell

__all__ = ["make_shell", "shell"]


def discover_of(shell: Shell) -> DiscoverView:
    page = shell.models()
    page.show_part(Part.DISCOVER)
    shell.settle()
    return page.discover


def first_card(view: DiscoverView) -> CatalogueCard:
    return min(view.catalogue.cards.values(), key=lambda card: card.y())


def test_the_recommended_model_comes_first_and_is_open(shell: Shell) -> None:
    view = discover_of(shell)
    card, best = first_card(view), shell.discover.recommended
    assert best is not None
    assert card.opened
    assert card.tag.text() == "recommended for this computer"
    assert sum(card.opened for card in view.catalogue.cards.values()) == 1
    assert "NVIDIA GeForce RTX 4060 with 8.0 GB · 32.0 GB of memory" in view.catalogue.machine.text()
    assert shell.models().panel.about.text().endswith(f"{best.quantization} with 16k context")


def test_a_model_that_is_recommended_elsewhere_is_opened_and_in_sight(shell: Shell) -> None:
    view = discover_of(shell)
    view.open_model("Qwen3 32B")
    shell.settle()
    card = view.catalogue.cards["qwen3-32b"]
    assert [key for key, other in view.catalogue.cards.items() if other.opened] == ["qwen3-32b"]
    assert card.arrow.visibleRegion().boundingRect().height() > 0
    assert shell.models().panel.about.text().startswith("Qwen3 32B")


def test_the_computer_is_looked_at_when_the_catalogue_is_first_seen(shell: Shell) -> None:
    shell.models().show_part(Part.LIBRARY)
    assert shell.discover.refreshed == 0
    discover_of(shell)
    discover_of(shell)
    assert shell.discover.refreshed == 1


def test_quants_stand_from_small_to_large_with_words(shell: Shell) -> None:
    view = discover_of(shell)
    card = view.catalogue.cards["qwen3-8b"]
    shell.click(card.arrow)
    rows = card.table.rows
    assert [row.file.first.text() for row in rows] == ["Q4_K_M", "Q5_K_M", "Q6_K", "Q8_0"]
    assert [row.quality.first.text() for row in rows] == ["Balanced", "Balanced", "Large", "Large"]
    assert rows[0].quality.second.text() == "slight loss"
    assert rows[0].tag.text() == "fits on the GPU"
    assert rows[0].speed.text().startswith("~ ")
    sizes = [offer.size for offer in card._offers]
    assert all(small < large for small, large in pairwise(sizes))
    assert rows[0].button.accessibleName().startswith("Download: Qwen3 8B Q4_K_M, Balanced")


def test_only_one_card_is_open_and_closes_again(shell: Shell) -> None:
    view = discover_of(shell)
    card = view.catalogue.cards["qwen3-8b"]
    shell.click(card.arrow)
    assert [key for key, one in view.catalogue.cards.items() if one.opened] == ["qwen3-8b"]
    card.arrow.setFocus()
    QTest.keyClick(card.arrow, Qt.Key.Key_Space)
    assert not card.opened
    assert card.arrow.accessibleName() == "Show the sizes of Qwen3 8B"


def test_a_chosen_quant_moves_the_panel_by_mouse_and_by_keyboard(shell: Shell) -> None:
    view = discover_of(shell)
    card = view.catalogue.cards["qwen3-8b"]
    shell.click(card.arrow)
    panel = shell.models().panel
    shell.click(card.table.rows[3].file)
    assert panel.about.text().startswith("Qwen3 8B Q8_0")
    card.table.rows[0].button.setFocus()
    assert panel.about.text().startswith("Qwen3 8B Q4_K_M")


def test_a_download_is_started_said_and_counted(shell: Shell) -> None:
    view, page = discover_of(shell), shell.models()
    row = next(row for row in first_card(view).table.rows if row.button.isEnabled())
    shell.click(row.button)
    assert len(shell.downloads.items) == 1
    assert row.button.text() == "Downloading…"
    assert not row.button.isEnabled()
    assert page.bar.tabs[Part.DOWNLOADS].text() == "Downloads · 1"
    shell.click(page.toasts.toasts[-1].action)
    assert page.part is Part.DOWNLOADS
    shell.downloads.update(shell.downloads.items[0].id, state=DownloadState.DONE)
    shell.downloads.changed.emit()
    assert row.button.text() == "In the library"
    assert page.bar.tabs[Part.DOWNLOADS].text() == "Downloads"


def test_another_machine_is_judged_anew(shell: Shell) -> None:
    view = discover_of(shell)
    shell.discover.judge(WITHOUT_GPU)
    card = view.catalogue.cards["qwen3-8b"]
    assert card.tag.text().startswith("runs on the CPU") or card.tag.text().startswith("recommended")
    assert "GPU" not in view.catalogue.machine.text()
    shell.discover.judge(None)
    assert view.catalogue.machine.text() == "Looking at this computer…"
    shell.discover.judge(WITH_GPU)
    assert "RTX" in view.catalogue.machine.text()


def test_what_does_not_fit_says_so_and_no_speed(shell: Shell) -> None:
    card = discover_of(shell).catalogue.cards["qwen3-235b-a22b"]
    assert card.tag.text() == "does not fit"
    shell.click(card.arrow)
    assert card.table.rows[0].speed.text() == ""


def test_nothing_is_asked_before_enter(shell: Shell) -> None:
    discover_of(shell)
    shell.models().focus_search()
    shell.type("qwen3 coder")
    assert shell.hub.searched == []
    QTest.keyClick(shell.focus(), Qt.Key.Key_Return)
    assert shell.hub.searched == [("qwen3 coder", Source.HUGGING_FACE)]


def test_results_are_added_at_the_end(shell: Shell) -> None:
    view = discover_of(shell)
    view.search("qwen")
    assert view.found.state.title.text() == "Searching Hugging Face…"
    found = repositories(2000)
    shell.hub.find(found[:50], more=True)
    rows = view.found.results.rows
    kept = QPersistentModelIndex(rows.index(10))
    shell.hub.find(found, more=False)
    assert rows.rowCount() == 2000
    assert kept.isValid()
    assert kept.row() == 10
    assert view.found.count.text() == "Results: 2,000"
    shell.hub.find(repositories(3))
    assert rows.rowCount() == 3


def test_the_next_results_are_asked_for_at_the_end_of_the_list(shell: Shell) -> None:
    view = discover_of(shell)
    view.search("qwen")
    shell.hub.find(repositories(50), more=True)
    shell.settle()
    before = shell.hub.asked_for_more
    view.found.results.scrollToBottom()
    shell.settle()
    assert shell.hub.asked_for_more > before


def test_the_source_is_switched(shell: Shell) -> None:
    view = discover_of(shell)
    view.search("qwen")
    view.found.source.chosen.emit(Source.HUGGING_FACE.value)
    view.found.source._choose(Source.MODELSCOPE.value)
    assert shell.hub.searched[-1] == ("qwen", Source.MODELSCOPE)
    assert view.found.source.accessibleName() == "Where to search: ModelScope"


def test_a_failed_search_offers_the_other_hub(shell: Shell) -> None:
    view = discover_of(shell)
    view.search("qwen")
    shell.hub.fail(Problem("Hugging Face cannot be reached.", "Check the connection."), Source.MODELSCOPE)
    assert view.found.state.title.text() == "Hugging Face cannot be reached."
    assert [button.text() for button in view.found.state.buttons] == ["Try ModelScope instead", "Try again"]
    shell.click(view.found.state.buttons[0])
    assert shell.hub.searched[-1] == ("qwen", Source.MODELSCOPE)


def test_offline_says_so_and_leads_to_the_library(shell: Shell) -> None:
    view = discover_of(shell)
    view.search("qwen")
    shell.hub.go_offline()
    assert view.found.state.title.text() == "You are offline"
    shell.click(view.found.state.buttons[0])
    assert shell.models().part is Part.LIBRARY


def test_nothing_found_says_what_to_try(shell: Shell) -> None:
    view = discover_of(shell)
    view.search("zzz")
    shell.hub.find([])
    assert view.found.state.title.text() == "Nothing found"
    assert "Try fewer words" in view.found.state.text.text()


def test_a_repository_is_judged_before_any_download(shell: Shell) -> None:
    view = discover_of(shell)
    view.search("qwen")
    found = repositories(6)
    shell.hub.find(found)
    view.found.results.setCurrentIndex(view.found.results.rows.index(1))
    QTest.keyClick(view.found.results, Qt.Key.Key_Return)
    assert view.repository.state.title.text() == "Looking at the files…"
    shell.hub.show_detail(found[1])
    rows = view.repository.table.rows
    assert [row.file.first.text() for row in rows] == ["Q4_K_M", "Q5_K_M", "Q6_K", "Q8_0", "BF16"]
    assert rows[4].file.second.text() == "2 files"
    assert all(row.tag.text() for row in rows)
    assert "Licence: apache-2.0" in view.repository.note.text.text()
    shell.click(rows[0].button)
    assert shell.downloads.items[0].request.repository == found[1].id
    assert shell.models().escape()
    assert view.found.isVisible()
    assert shell.models().escape()
    assert view.catalogue.isVisible()
    assert not shell.models().escape()


def test_a_gated_repository_explains_itself_and_shows_its_address_first(shell: Shell) -> None:
    view = discover_of(shell)
    gated = repositories(6)[5]
    assert gated.gated
    view.open_repository(gated)
    shell.hub.show_detail(gated)
    assert "asks for your agreement first" in view.repository.note.text.text()
    shell.click(view.repository.note.buttons()[0])
    (box,) = shell.window.findChildren(QMessageBox)
    assert box.informativeText() == f"https://huggingface.co/{gated.id}"
    box.close()


@pytest.mark.parametrize("licence", ["", "apache-2.0"])
def test_the_licence_is_never_left_out(shell: Shell, licence: str) -> None:
    view = discover_of(shell)
    one = msgspec.structs.replace(repositories(1)[0], licence=licence)
    view.open_repository(one)
    assert (licence or "names no licence") in view.repository.note.text.text()


def test_a_repository_that_cannot_be_listed_can_be_asked_again(shell: Shell) -> None:
    view = discover_of(shell)
    view.open_repository(repositories(1)[0])
    shell.hub.detail_problem = Problem("This model is gone.", "Choose another.")
    shell.hub.changed.emit()
    assert view.repository.state.title.text() == "This model is gone."
    shell.click(view.repository.state.buttons[0])
    assert len(shell.hub.opened) == 2


def test_a_card_is_shown_as_safe_text(shell: Shell) -> None:
    view = discover_of(shell)
    one = repositories(1)[0]
    view.open_repository(one)
    shell.hub.show_detail(one)
    card = view.repository.card
    for _ in range(200):
        shell.application.processEvents()
    assert card.height() > 100
    words = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "license: apache-2.0" not in words
    view.close_workers()


def test_the_head_of_a_card_is_not_shown_and_its_length_is_bounded() -> None:
    assert readable(CARD_TEXT).startswith("# Qwen3-8B-GGUF")
    assert readable("---\nno end of it") == "---\nno end of it"
    assert len(readable("x" * 10_000_000)) == LONGEST
