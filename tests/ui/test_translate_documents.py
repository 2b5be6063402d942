"""The documents' place on the Translate page, around a queue that a test drives by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.session.translate.documents.job import DocumentJob, JobState, Order, SourceState
from app.session.translate.documents.wording import file_problem
from app.session.workers.engine_lane import LaneState
from app.translate.advice import Advice, AdviceReason
from app.translate.documents.problem import ProblemCode
from app.translate.documents.unit import Column
from app.ui.chat.attachments.drop import FileDrop
from app.ui.i18n import install_language
from app.ui.translate.documents.columns_dialog import ColumnsDialog
from app.ui.translate.documents.page import DocumentsPage
from app.ui.translate.documents.unit_rows import SOURCE, TRANSLATION
from app.ui.widgets.toast import ToastText
from tests.helpers.fake_documents import FakeDocuments
from tests.ui.test_accessible_pages import takes_keyboard
from tests.ui.translate_fixture import Stage, stage

__all__ = ["stage"]

PAIRS = [("Guten Morgen.", "Good morning."), ("Gute Nacht.", "Good night."), ("Hallo!", None)]
ORDER = Order("de", "en")


class Place:
    """The Translate page with documents, and hands."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.page = stage, stage.page
        self.documents = FakeDocuments()
        self.view = DocumentsPage(stage.theme, self.documents, lambda: ORDER, stage.page)
        self.toasts: list[ToastText] = []
        self.view.toast.connect(self.toasts.append)
        stage.page.use_documents(self.view)
        QTest.mouseClick(stage.page.bar.documents, Qt.MouseButton.LeftButton)
        stage.settle()

    @staticmethod
    def state(job: DocumentJob) -> JobState:
        return job.state

    def dialogs(self) -> list[ColumnsDialog]:
        return [dialog for dialog in self.view.findChildren(ColumnsDialog) if dialog.isVisible()]

    def shown(self) -> bool:
        return self.page.shows_documents

    def opened(self, job: DocumentJob) -> None:
        self.view.open(job.id)
        self.stage.settle()

    def editor(self) -> QPlainTextEdit:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # those that were closed
        (found,) = self.view.preview.table.viewport().findChildren(QPlainTextEdit)
        return found


@pytest.fixture
def place(stage: Stage) -> Iterator[Place]:
    it = Place(stage)
    yield it
    it.view.queue.hide()


def test_the_page_changes_to_documents_and_back(place: Place) -> None:
    assert place.shown()
    assert place.page.bar.documents.isChecked()
    assert place.view.queue.empty.isVisible()
    job = place.documents.listed("brief.txt", JobState.DONE, PAIRS)
    place.opened(job)
    assert place.page.languages.isHidden()  # the document has its own
    place.page.focus_first()
    assert place.view.preview.table.hasFocus()
    assert place.page.escape()  # out of the document
    assert place.shown()
    assert not place.page.languages.isHidden()
    assert place.page.escape()  # out of the documents
    assert not place.shown()
    assert place.page.desk.source.hasFocus()
    assert not place.page.escape()


def test_a_row_says_how_far_its_document_is(place: Place) -> None:
    job = place.documents.listed("brief.srt", JobState.RUNNING, PAIRS)
    row = place.view.queue.rows[job.id]
    assert row.title.text() == "brief.srt"
    assert "German → English · 66 %" in row.state.text()
    assert row.amount.text().startswith("2 of 3")
    assert row.gauge.fraction == pytest.approx(2 / 3)
    place.documents.waits_for = LaneState.CHAT_FIRST
    place.documents.job_changed.emit(job.id)
    assert "answer in the chat" in row.state.text()
    job.asked_letters, job.asked_seconds = 6, 60.0
    place.documents.waits_for = LaneState.RUNNING
    place.documents.job_changed.emit(job.id)
    assert "1 min left" in row.state.text()
    place.documents.set(job, JobState.FAILED, file_problem(ProblemCode.NO_SPACE))
    assert "disk is full" in row.problem.text()
    assert "disk is full" in row.accessibleDescription()


def test_pause_resume_and_remove_by_the_keyboard(place: Place) -> None:
    job = place.documents.listed("brief.srt", JobState.RUNNING, PAIRS)
    row = place.view.queue.rows[job.id]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert place.state(job) is JobState.PAUSED
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert place.state(job) is JobState.RUNNING
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert place.view.preview.isVisible()
    place.page.escape()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert not place.documents.jobs
    assert place.view.queue.empty.isVisible()


def test_rows_are_moved_by_the_keyboard(place: Place) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        place.documents.listed(name, JobState.QUEUED, PAIRS)
    row = place.view.queue.rows["c.txt"]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [job.id for job in place.documents.jobs] == ["a.txt", "c.txt", "b.txt"]
    place.stage.settle()
    assert place.view.queue.rows["a.txt"].y() < row.y() < place.view.queue.rows["b.txt"].y()
    assert row.hasFocus()


def test_files_are_added_and_others_are_refused_in_words(place: Place) -> None:
    place.view.add([Path("/x/one.docx"), Path("/x/two.exe"), Path("/x/three.po")])
    assert place.documents.asked[-1] == ("add", ["one.docx", "three.po"], ORDER)
    assert "two.exe" in place.toasts[-1].text
    assert place.toasts[-1].bad


def test_a_table_asks_for_its_columns_once(place: Place) -> None:
    job = place.documents.listed("shop.csv", JobState.READING)
    job.columns = [Column(0, "key", "greeting"), Column(2, "", "Hello")]
    place.documents.set(job, JobState.CHOOSING)
    dialog = place.view.columns
    assert dialog is not None
    assert not dialog.translate.isEnabled()
    assert [box.text() for box in dialog.boxes] == ["key", "Column 2"]
    assert dialog.boxes[1].accessibleDescription() == "Hello"
    QTest.mouseClick(dialog.boxes[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.translate, Qt.MouseButton.LeftButton)
    assert place.documents.asked[-1] == ("columns", "shop.csv", [2])
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    place.documents.changed.emit()
    assert not place.dialogs()
    QTest.mouseClick(place.view.queue.rows["shop.csv"].look, Qt.MouseButton.LeftButton)
    (again,) = place.dialogs()
    again.close()


def test_both_sides_stand_beside_each_other_and_what_comes_is_shown(place: Place) -> None:
    job = place.documents.listed("brief.txt", JobState.RUNNING, PAIRS)
    place.opened(job)
    rows = place.view.preview.rows
    assert [rows.index(row, SOURCE).data() for row in range(3)] == [source for source, _ in PAIRS]
    assert rows.index(2, TRANSLATION).data(Qt.ItemDataRole.AccessibleTextRole) == "Not translated yet"
    assert rows.headerData(1, Qt.Orientation.Horizontal) == "English"
    place.documents.edit(job.id, 2, "Hello!")
    assert rows.index(2, TRANSLATION).data() == "Hello!"


def test_a_translation_is_edited_where_it_stands(place: Place) -> None:
    job = place.documents.listed("brief.txt", JobState.DONE, PAIRS)
    place.opened(job)
    table = place.view.preview.table
    QTest.keyClick(table, Qt.Key.Key_Return)
    editor = place.editor()
    assert editor.toPlainText() == "Good morning."
    QTest.keyClicks(editor, "Morning")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor, "all")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert job.units is not None
    assert (job.units[0].translation, job.units[0].by_person) == ("Morning\nall", True)
    place.stage.settle()
    assert table.hasFocus()
    assert table.currentIndex().row() == 1  # Enter goes on to the next one
    QTest.keyClick(table, Qt.Key.Key_F2)
    QTest.keyClicks(place.editor(), "Nothing of this")
    QTest.keyClick(place.editor(), Qt.Key.Key_Escape)
    assert job.units[1].translation == "Good night."
    assert place.view.preview.isVisible()  # the key was the editor's


def test_marks_of_the_layout_step_back(place: Place) -> None:
    pairs = [("Das ist <g1>wichtig</g1>.<x2/>", "This is <g1>important</g1>.<x2/>"), ("Plain.", "Plain.")]
    job = place.documents.listed("brief.docx", JobState.DONE, pairs)
    place.opened(job)
    rows = place.view.preview.rows
    assert "Keep them" in rows.index(0, TRANSLATION).data(Qt.ItemDataRole.ToolTipRole)
    assert not rows.index(1, TRANSLATION).data(Qt.ItemDataRole.ToolTipRole)
    assert not place.view.preview.grab().isNull()  # they are painted


def test_a_translation_that_comes_does_not_take_the_editor_away(place: Place) -> None:
    job = place.documents.listed("brief.txt", JobState.RUNNING, PAIRS)
    place.opened(job)
    place.view.preview.table.edit_row(1)
    QTest.keyClicks(place.editor(), "My own")
    place.documents.edit(job.id, 2, "Hello!")
    place.stage.settle()
    assert place.editor().toPlainText() == "My own"
    QTest.keyClick(place.editor(), Qt.Key.Key_Return)
    assert job.units is not None
    assert job.units[1].translation == "My own"


def test_only_what_is_marked_is_listed_when_that_is_wanted(place: Place) -> None:
    job = place.documents.listed("brief.txt", JobState.DONE, PAIRS)
    place.opened(job)
    preview = place.view.preview
    assert not preview.marked.isEnabled()
    place.documents.doubt(job, 1)
    assert preview.marked.text() == "Only marked · 1"
    QTest.mouseClick(preview.marked, Qt.MouseButton.LeftButton)
    assert preview.rows.rowCount() == 1
    assert "number is missing" in preview.rows.index(0, TRANSLATION).data(Qt.ItemDataRole.ToolTipRole)
    place.documents.edit(job.id, 1, "Sleep well.")
    assert preview.rows.rowCount() == 1  # nothing goes away under the hand
    assert preview.rows.index(0, TRANSLATION).data() == "Sleep well."
    QTest.mouseClick(preview.marked, Qt.MouseButton.LeftButton)
    assert preview.rows.rowCount() == 3


def test_rows_have_room_for_all_their_words(place: Place) -> None:
    long = "A sentence that goes on and on. " * 12
    job = place.documents.listed("brief.txt", JobState.DONE, [("Kurz.", "Short."), ("Lang.", long), ("Gut.", "Good.")])
    place.opened(job)
    table = place.view.preview.table
    assert table.rowHeight(1) > 2 * table.rowHeight(0)
    before = table.rowHeight(1)
    place.documents.edit(job.id, 1, "Long.")
    place.stage.settle()
    assert table.rowHeight(1) < before
    place.stage.page.resize(520, 700)
    place.documents.edit(job.id, 1, long)
    place.stage.settle()
    assert table.rowHeight(1) > before


def test_ten_thousand_rows_are_measured_when_they_are_seen(place: Place) -> None:
    job = place.documents.listed(
        "long.txt", JobState.DONE, [(f"Satz {n}. " * (1 + n % 9), f"{n}") for n in range(10_000)]
    )
    place.opened(job)
    table = place.view.preview.table
    seen = len(table.measured)
    assert 0 < seen < 60
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    place.stage.settle()
    assert table.rowAt(table.viewport().height() - 3) == 9_999
    assert len(table.measured) < seen + 120
    top = table.rowAt(0)
    where = table.rowViewportPosition(top)
    for _ in range(30):
        table.verticalScrollBar().setValue(table.verticalScrollBar().value() - 40)
        place.stage.settle()
    moved = table.rowViewportPosition(top) - where
    assert 1200 - 40 <= moved <= 1200 + 40  # no row jumps when those above it turn out higher


def test_a_changed_document_is_said_and_read_again(place: Place) -> None:
    job = place.documents.listed("brief.txt", JobState.DONE, PAIRS)
    job.source_state = SourceState.CHANGED
    place.documents.job_changed.emit(job.id)
    row = place.view.queue.rows[job.id]
    assert row.again.isVisible()
    assert "changed" in row.problem.text()
    place.opened(job)
    banner = place.view.preview.banner
    assert "changed" in banner.text.text()
    QTest.mouseClick(banner.buttons()[0], Qt.MouseButton.LeftButton)
    assert place.documents.asked[-1] == ("read again", "brief.txt")
    assert not banner.isVisible()


def test_other_languages_are_chosen_beside_the_name(place: Place) -> None:
    job = place.documents.listed("brief.txt", JobState.DONE, PAIRS)
    place.opened(job)
    preview = place.view.preview
    assert "German" in preview.source.text()
    preview.source.chosen.emit("nl")
    assert place.documents.asked[-1] == ("languages", "brief.txt", "nl", "en")
    preview.target.chosen.emit("de")
    assert place.documents.asked[-1] == ("languages", "brief.txt", "en", "de")


@pytest.mark.parametrize("code", ["en", "ar"])
def test_what_takes_the_keyboard_has_a_name(place: Place, code: str) -> None:
    install_language(place.stage.application, code)
    job = place.documents.listed("brief.csv", JobState.DONE, PAIRS)
    job.saved_as, job.source_state = "/out/brief.en.csv", SourceState.CHANGED
    place.documents.job_changed.emit(job.id)
    for seen in (place.view.queue, place.view.preview):
        named = takes_keyboard(seen)
        assert len(named) > 4
        assert not [widget for widget in named if not widget.accessibleName() and not getattr(widget, "text", str)()]
        place.opened(job)


def test_saving_says_where_and_what_is_missing(place: Place) -> None:
    job = place.documents.listed("brief.txt", JobState.PAUSED, PAIRS)
    place.view.save(job.id, Path("/out/brief.en.txt"))
    assert "brief.en.txt" in place.toasts[-1].text
    assert "1 passage" in place.toasts[-1].text
    assert place.toasts[-1].action == "Show in folder"
    place.documents.not_saved.emit(job.id, file_problem(ProblemCode.NO_SPACE))
    assert place.toasts[-1].bad
    assert "disk is full" in place.toasts[-1].text


@pytest.mark.parametrize("code", ProblemCode)
def test_every_problem_has_its_sentence(qapp: QApplication, code: ProblemCode) -> None:
    assert file_problem(code).sentence.endswith(".")


def test_a_better_model_is_recommended_until_that_is_closed(place: Place) -> None:
    place.documents.recommendation = Advice("Qwen3 4B", AdviceReason.STARTER)
    place.documents.listed("brief.txt", JobState.QUEUED, PAIRS)
    advice = place.view.queue.advice
    assert "Qwen3 4B" in advice.text.text()
    advice.closed.emit()
    place.documents.changed.emit()
    assert advice.isHidden()


def test_files_dropped_on_the_page_reach_the_documents(place: Place, qtbot: QtBot) -> None:
    drop = FileDrop(place.stage.theme, place.page)
    dropped: list[object] = []
    drop.dropped.connect(dropped.extend)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/x/one.docx")])
    assert not place.page.desk.source.canInsertFromMimeData(data)
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(50, 200), actions, data, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(place.page, enter)
    assert enter.isAccepted()
    assert drop.veil.isVisible()
    event = QDropEvent(QPointF(50, 200), actions, data, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(place.page, event)
    assert dropped == [Path("/x/one.docx")]
    assert drop.veil.isHidden()
