from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from app.catalog.net_api import Source
from app.engine.files_api import FileProblem
from app.session.models.library_jobs import JobKind
from app.ui.models.entry_row import EntryRow
from app.ui.models.library_view import LibraryView
from app.ui.models.models_bar import Part
from app.ui.models.quantize_dialog import QuantizeDialog
from tests.helpers.fake_models import entry, sample_entries, starter
from tests.helpers.fake_sessions import model_description
from tests.helpers.shell_window import Shell
from tests.ui.shell_fixture import make_shell, shell

__all__ = ["make_shell", "shell"]


def library_of(shell: Shell) -> LibraryView:
    page = shell.models()
    page.show_part(Part.LIBRARY)
    shell.settle()
    return page.library


def row_of(view: LibraryView, key: str) -> EntryRow:
    return next(card.rows[key] for card in view.cards.values() if key in card.rows)


def menu_words(row: EntryRow) -> list[str]:
    return [action.text() for action in row.menu().actions() if action.text()]


def choose(shell: Shell, row: EntryRow, words: str) -> None:
    next(action for action in row.menu().actions() if action.text() == words).trigger()
    shell.settle()


def test_one_card_per_model_with_a_row_for_each_quant(shell: Shell) -> None:
    view = library_of(shell)
    assert [card.title.text() for card in view.cards.values()] == [
        "Starter model", "Qwen3 8B", "Qwen3 30B-A3B", "Qwen3 4B Instruct 2507",
    ]  # fmt: skip
    rows = list(view.cards["Qwen3 8B"].rows.values())
    assert [row.quant.text() for row in rows] == ["Q4_K_M", "Q8_0"]
    assert rows[0].facts.text() == "5.0 GB · used today · Qwen/Qwen3-8B-GGUF"
    assert "Thinking: switch and budget · up to 40k context · apache-2.0" in view.cards["Qwen3 8B"].facts.text()
    assert "Mixture of experts" in view.cards["Qwen3 30B-A3B"].facts.text()
    assert "36.6 GB in models · 212 GB free" in view.disk.text()


def test_use_takes_the_model_into_the_chat(shell: Shell) -> None:
    view = library_of(shell)
    row = row_of(view, shell.library.entries[2].id)
    shell.click(row.use)
    assert shell.library.used == [shell.library.entries[2].id]
    assert shell.page.isVisible()
    assert shell.focus() is shell.composer.edit


def test_the_loaded_model_says_so(shell: Shell) -> None:
    view = library_of(shell)
    path = shell.library.entries[1].path
    shell.model.load(path)
    row = row_of(view, shell.library.entries[1].id)
    assert row.tags[0].text() == "loading…"
    assert not row.use.isEnabled()
    shell.model.finish(model_description(path=path))
    assert row.tags[0].text() == "in use"


def test_deleting_ours_can_be_undone(shell: Shell) -> None:
    view = library_of(shell)
    page, key = shell.models(), shell.library.entries[1].id
    choose(shell, row_of(view, key), "Delete")
    assert key not in [one.id for one in shell.library.entries]
    assert "moved to the trash" in page.toasts.toasts[-1].content.text
    shell.click(page.toasts.toasts[-1].action)
    assert key in [one.id for one in shell.library.entries]


def test_a_linked_file_is_only_taken_off_the_list(shell: Shell) -> None:
    view = library_of(shell)
    linked = shell.library.entries[4]
    row = row_of(view, linked.id)
    assert row.tags[1].text() == "your own file"
    assert menu_words(row) == ["Use", "Open folder", "Verify", "Make smaller…", "Remove from the list"]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert linked not in shell.library.entries
    assert "Its file stays where it is" in shell.models().toasts.toasts[-1].content.text


def test_the_starter_model_cannot_be_deleted(shell: Shell) -> None:
    row = row_of(library_of(shell), starter().id)
    assert menu_words(row) == ["Use", "Open folder", "Verify", "Make smaller…"]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert starter().id in [one.id for one in shell.library.entries]


def test_rows_are_worked_by_keyboard(shell: Shell) -> None:
    view = library_of(shell)
    key = shell.library.entries[3].id
    row = row_of(view, key)
    row.setFocus()
    assert shell.models().panel.about.text().startswith("Qwen3 30B-A3B Q4_K_M with")
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert shell.library.used == [key]


def test_work_shows_its_progress_and_can_be_cancelled(shell: Shell) -> None:
    view = library_of(shell)
    key = shell.library.entries[1].id
    row = row_of(view, key)
    choose(shell, row, "Verify")
    shell.library.work(key, shell.library.job(key, JobKind.VERIFY, 61))
    assert row_of(view, key) is row
    assert row.work.text() == "Verifying… 61 %"
    assert row.gauge.fraction == pytest.approx(0.61)
    row.cancel.setFocus()
    shell.library.work(key, shell.library.job(key, JobKind.VERIFY, 70))
    assert QApplication.focusWidget() is row.cancel
    shell.click(row.cancel)
    assert shell.library.busy_with(key) is None
    assert not row.work.isVisible()


def test_every_problem_says_what_and_offers_a_way(shell: Shell) -> None:
    view = library_of(shell)
    first = shell.library.entries[1]
    for problem in FileProblem:
        shell.library.put(replace(first, problem=problem, detail="blk.3 of 9"))
        row = row_of(view, first.id)
        assert row.problem.isVisible()
        assert len(row.problem.text()) > 15
        assert not row.use.isVisible()
        assert [button.text() for button in row.remedies if button.isVisible()][1:] == ["Delete"]
        assert row.problem.text() in row.accessibleDescription()


def test_the_panel_leaves_a_file_that_is_gone(shell: Shell) -> None:
    view = library_of(shell)
    gone, other = shell.library.entries[1], shell.library.entries[3]
    row_of(view, gone.id).setFocus()
    panel = shell.models().panel
    assert panel.about.text().startswith("Qwen3 8B")
    shell.library.put(other)
    assert panel.about.text().startswith("Qwen3 30B-A3B")
    shell.library.put(replace(other, problem=FileProblem.DAMAGED))
    view.select_again()
    assert panel.about.text().startswith("Choose a model")


def test_a_damaged_download_leads_back_to_its_repository(shell: Shell) -> None:
    view = library_of(shell)
    first = replace(shell.library.entries[1], problem=FileProblem.WRONG_CHECKSUM)
    shell.library.put(first)
    shell.click(row_of(view, first.id).remedies[0])
    assert shell.models().part is Part.DISCOVER
    assert shell.hub.opened == ["Qwen/Qwen3-8B-GGUF"]


def test_a_missing_file_can_be_looked_for_again(shell: Shell) -> None:
    view = library_of(shell)
    gone = entry("Gone", problem=FileProblem.MISSING, linked=True)
    shell.library.put(gone)
    row = row_of(view, gone.id)
    assert [button.text() for button in row.remedies] == ["Look again", "Remove from the list"]
    shell.click(row.remedies[0])
    assert shell.library.scans == 1


def test_only_the_starter_model_invites_to_more(shell: Shell) -> None:
    view = library_of(shell)
    assert not view.invitation.isVisible()
    shell.library.put(starter())
    assert view.invitation.isVisible()
    shell.click(view.invitation.buttons[0])
    assert shell.models().part is Part.DISCOVER


def test_the_library_is_filtered_while_typing(shell: Shell) -> None:
    view, page = library_of(shell), shell.models()
    page.focus_search()
    shell.type("q8 30b")
    assert view.nothing.isVisible()
    page.bar.search.clear()
    page.focus_search()
    shell.type("30b")
    assert list(view.cards) == ["Qwen3 30B-A3B"]
    for _ in range(3):
        QTest.keyClick(shell.focus(), Qt.Key.Key_Backspace)
    assert len(view.cards) == 4


def test_a_file_is_added_where_it_lies(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/media/disk/Mine.gguf", ""))
    view = library_of(shell)
    shell.click(view.add)
    assert "Mine" in view.cards
    assert row_of(view, "/media/disk/Mine.gguf").tags[1].text() == "your own file"


def test_a_smaller_copy_names_size_and_saving(shell: Shell) -> None:
    view = library_of(shell)
    large = shell.library.entries[2]
    choose(shell, row_of(view, large.id), "Make smaller…")
    (dialog,) = (d for d in shell.models().findChildren(QDialog) if isinstance(d, QuantizeDialog))
    buttons = dialog.choices.buttons()
    assert [button.text() for button in buttons] == ["Q6_K", "Q5_K_M", "Q4_K_M", "IQ4_XS"]
    assert buttons[2].isChecked()
    assert "42 % smaller" in buttons[2].accessibleName()
    dialog.start.click()
    job = shell.library.busy_with(large.id)
    assert job is not None
    assert job.kind is JobKind.QUANTIZE


def test_a_full_disk_is_said_before_a_smaller_copy_is_begun(shell: Shell) -> None:
    view = library_of(shell)
    shell.library.disk_free = 1_000_000
    choose(shell, row_of(view, shell.library.entries[2].id), "Make smaller…")
    (dialog,) = (d for d in shell.models().findChildren(QDialog) if isinstance(d, QuantizeDialog))
    assert not dialog.start.isEnabled()
    assert not any(button.isEnabled() for button in dialog.choices.buttons())
    dialog.close()


def test_names_from_outside_are_never_markup(shell: Shell) -> None:
    view = library_of(shell)
    shell.library.put(
        entry("<b>x</b>", path="/models/<img src=x>.gguf", repository="a/<i>b</i>", source=Source.HUGGING_FACE)
    )
    (card,) = view.cards.values()
    (row,) = card.rows.values()
    assert card.title.text() == "<b>x</b>"
    assert "<img" not in row.toolTip()
    assert {label.textFormat() for label in (card.title, card.facts, row.facts, row.problem)} == {
        Qt.TextFormat.PlainText
    }


def test_the_rows_of_a_model_keep_their_place(shell: Shell) -> None:
    view = library_of(shell)
    before = {key: row_of(view, key) for key in (one.id for one in sample_entries())}
    shell.library.changed.emit()
    assert all(row_of(view, key) is row for key, row in before.items())
