"""Selecting and copying with the mouse and the keyboard, also while an answer is being written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.ui.chat.blocks.text_view import TextView
from app.ui.chat.messages.assistant_view import AssistantView
from tests.helpers.fake_chat_session import Script, assistant, person
from tests.ui.transcript_fixture import Stage, stage

__all__ = ["stage"]

FIRST, SECOND, LAST = "The first paragraph.", "The second one.", "And the last words."
CODE = "x = 1\ny = 2"
ANSWER = f"{FIRST}\n\n{SECOND}\n\n```python\n{CODE}\n```\n\n{LAST}"
LONG = "\n\n".join(f"Paragraph {number}, with some words to read in peace." for number in range(60))
LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.qt_log_ignore("MouseRelease.* not accepted")  # Qt leaves it to whoever is around the text


def place_of(view: TextView, words: str, *, after: bool = False) -> QPoint:
    """Return where words begin or end, in the view's viewport."""
    cursor = view.textCursor()
    cursor.setPosition(view.toPlainText().index(words) + (len(words) if after else 0))
    return view.cursorRect(cursor).center()


def drag(start: TextView, begin: QPoint, end: TextView, stop: QPoint) -> None:
    """Press the button at one place, move over another and let go: the first text gets all of it, as with a mouse."""
    here, there = start.viewport(), end.viewport()
    QTest.mousePress(here, LEFT, Qt.KeyboardModifier.NoModifier, begin)
    target = here.mapFromGlobal(there.mapToGlobal(stop))
    QTest.mouseMove(here, begin + QPoint(20, 0))
    QTest.mouseMove(here, target)
    QTest.mouseRelease(here, LEFT, Qt.KeyboardModifier.NoModifier, target)


def copied(view: TextView) -> str:
    QGuiApplication.clipboard().clear()
    QTest.keySequence(view, "Ctrl+C")
    return QGuiApplication.clipboard().text()


def texts_of(stage: Stage) -> list[TextView]:
    stage.session.show([person("?"), assistant(ANSWER)])
    views = [view for view in stage.answer().answer.findChildren(TextView) if view.isVisible()]
    return sorted(views, key=lambda view: view.mapTo(stage.transcript, QPoint(0, 0)).y())


def test_paragraphs_of_one_text_are_selected_together(stage: Stage) -> None:
    prose = texts_of(stage)[0]
    drag(prose, place_of(prose, "first"), prose, place_of(prose, "second", after=True))
    assert copied(prose) == "first paragraph.\nThe second"


@pytest.mark.parametrize("upwards", [False, True])
def test_a_selection_goes_on_over_code_into_the_next_text(stage: Stage, upwards: bool) -> None:
    above, code, below = texts_of(stage)
    begin, stop = place_of(above, "second"), place_of(below, "last", after=True)
    if upwards:
        drag(below, stop, above, begin)
    else:
        drag(above, begin, below, stop)
    wanted = f"second one.\n\n{CODE}\n\nAnd the last"
    assert copied(below if upwards else above) == wanted
    assert stage.answer().selected_text() == wanted
    QTest.mouseClick(code.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(3, 3))
    assert stage.answer().selected_text() == "", "a click elsewhere ends all of it"


TABLE = "Above.\n\n| a | b |\n|---|---|\n| one two | **2** |\n| 3 | 4 |\n\nBelow."
CELLS = "a\tb\none two\t2\n3\t4"


def test_cells_are_copied_as_programs_for_tables_take_them(stage: Stage) -> None:
    stage.session.show([person("?"), assistant(TABLE)])
    answer = stage.answer()
    views = [view for view in answer.answer.findChildren(TextView) if view.isVisible()]
    above, cells, below = sorted(views, key=lambda view: view.mapTo(stage.transcript, QPoint(0, 0)).y())
    drag(above, place_of(above, "Above"), below, place_of(below, "Below", after=True))
    assert answer.selected_text() == f"Above.\n\n{CELLS}\n\nBelow"
    cells.selectAll()
    assert cells.selected_text() == CELLS
    QTest.mouseClick(above.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(3, 3))
    drag(cells, place_of(cells, "one"), cells, place_of(cells, "4", after=True))
    assert copied(cells) == "one two\t2\n3\t4"
    QTest.mouseClick(above.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(3, 3))
    drag(cells, place_of(cells, "one"), cells, place_of(cells, "one", after=True))
    assert copied(cells) == "one"


def test_coming_back_selects_less_again(stage: Stage) -> None:
    above, code, below = texts_of(stage)
    begin = place_of(above, "second")
    QTest.mousePress(above.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, begin)
    for view, place in ((below, place_of(below, "last")), (code, place_of(code, "x", after=True))):
        QTest.mouseMove(above.viewport(), above.viewport().mapFromGlobal(view.viewport().mapToGlobal(place)))
    assert not below.textCursor().hasSelection()
    assert stage.answer().selected_text() == "second one.\n\nx"
    end = place_of(above, "second", after=True)
    QTest.mouseMove(above.viewport(), end)
    QTest.mouseRelease(above.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end)
    assert stage.answer().selected_text() == "second"


def test_an_answer_is_copied_as_markdown(stage: Stage) -> None:
    stage.session.show([person("?"), assistant(ANSWER)])
    stage.answer().footer.copy.click()
    assert QGuiApplication.clipboard().text() == ANSWER


def test_selection_and_place_stay_while_an_answer_is_written(stage: Stage) -> None:
    stage.session.show([person("?"), assistant(LONG)])
    stage.settle()
    bar = stage.transcript.verticalScrollBar()
    bar.setValue(0)
    stage.settle()
    older = stage.transcript.views()[1]
    assert isinstance(older, AssistantView)
    text = next(view for view in older.answer.findChildren(TextView) if "Paragraph 1," in view.toPlainText())
    drag(text, place_of(text, "Paragraph 1,"), text, place_of(text, "Paragraph 3", after=True))
    selected = text.selected_text()
    assert selected.startswith("Paragraph 1, with")
    assert selected.endswith("Paragraph 3")
    stage.session.script = Script(thoughts="Well. " * 40, answer=LONG, characters_per_tick=60)
    stage.session.send("Go on.", run=False)
    stage.settle()
    bar.setValue(150)  # the new question was shown; the person goes back to what is read
    stage.settle()
    before = text.mapTo(stage.transcript.viewport(), QPoint(0, 0)).y()
    for _ in range(40):
        stage.session.step()
        stage.settle()
        assert bar.value() == 150
        assert text.mapTo(stage.transcript.viewport(), QPoint(0, 0)).y() == before
        assert text.selected_text() == selected
    stage.session.finish_writing()
    stage.settle()
    assert (bar.value(), text.selected_text()) == (150, selected)
    assert copied(text) == selected
