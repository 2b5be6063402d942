"""The Translate page around a session that a test drives by hand."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextOption
from PySide6.QtTest import QTest

from app.engine.api import ThinkingSupport
from app.session.translate.rows import RowState
from app.translate.guards import Fault
from app.translate.prompt import Style, Tone
from app.ui.translate.desk import face_of
from app.ui.translate.language_rows import DETECT
from app.ui.translate.spans import Spans
from app.ui.translate.target_view import PieceFace
from tests.helpers.fake_sessions import model_description
from tests.ui.translate_fixture import TWO, Stage, stage

__all__ = ["stage"]


def test_what_is_typed_is_translated_and_copied(stage: Stage) -> None:
    assert not stage.page.foot.copy.isEnabled()
    stage.translated()
    assert stage.session.source == TWO
    assert stage.shown() == "GOOD MORNING. HOW ARE YOU?"
    assert stage.page.languages.source.text() == "Detected: English"
    QTest.mouseClick(stage.page.foot.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "GOOD MORNING. HOW ARE YOU?"


def test_a_changed_sentence_leaves_the_others_where_they_are(stage: Stage) -> None:
    lines = [f"This is sentence number {number}." for number in range(60)]
    stage.page.desk.source.insertPlainText("\n".join(lines))
    stage.session.finish()
    stage.settle()
    target = stage.page.desk.target
    changes: list[tuple[int, int]] = []
    target.document().contentsChange.connect(lambda _at, gone, come: changes.append((gone, come)))
    target.verticalScrollBar().setValue(200)
    cursor = target.textCursor()
    cursor.setPosition(900)
    target.setTextCursor(cursor)
    target.verticalScrollBar().setValue(200)
    stage.session.set_source("\n".join([*lines[:50], "This is another sentence.", *lines[51:]]))
    stage.settle()
    assert target.pieces[100].face is PieceFace.OLD  # the old one stays, in grey, until the new one is there
    stage.session.finish()
    stage.settle()
    assert stage.shown().splitlines()[50] == "THIS IS ANOTHER SENTENCE."
    assert target.verticalScrollBar().value() == 200
    assert target.textCursor().position() == 900
    assert max(gone for gone, _ in changes) < 60


def test_a_growing_sentence_only_appends(stage: Stage) -> None:
    stage.type("Good morning.")
    target = stage.page.desk.target
    gone: list[int] = []
    target.document().contentsChange.connect(lambda _at, lost, _come: gone.append(lost))
    for length in range(1, 14):
        stage.session.put(0, "Guten Morgen."[:length], RowState.RUNNING)
        stage.settle()
    assert stage.shown() == "Guten Morgen."
    assert set(gone) <= {0, 1}  # Qt counts the end of the paragraph when a text was empty


def test_partners_are_lit_also_after_a_smiley(stage: Stage) -> None:
    stage.translated("Hello 😀 there. How are you?")
    row = next(number for number, row in enumerate(stage.session.rows) if row.source.text.startswith("How"))
    stage.page.desk.source.hovered.emit(row)
    for pane, words in ((stage.page.desk.source, "How are you?"), (stage.page.desk.target, "HOW ARE YOU?")):
        lit = [one.cursor.selectedText() for one in pane.extraSelections()]
        assert lit == [words]
    stage.page.desk.source.hovered.emit(-1)
    assert not stage.page.desk.target.extraSelections()


def test_the_pointer_on_either_side_lights_both(stage: Stage) -> None:
    stage.translated()
    panes = (stage.page.desk.source, stage.page.desk.target)
    for pane in panes:
        cursor = QTextCursor(pane.document())
        cursor.setPosition(18)
        QTest.mouseMove(pane.viewport(), pane.cursorRect(cursor).center())
        stage.settle()
        lit = [one.cursor.selectedText() for side in panes for one in side.extraSelections()]
        assert lit == ["How are you?", "HOW ARE YOU?"]
        QTest.mouseMove(pane.viewport(), pane.viewport().rect().bottomLeft() + QPoint(5, -5))
        stage.settle()
        assert not any(side.extraSelections() for side in panes)


def test_a_click_offers_other_wordings_and_the_meaning_of_the_word(stage: Stage) -> None:
    stage.translated()
    target = stage.page.desk.target
    cursor = QTextCursor(target.document())
    cursor.setPosition(2)
    QTest.mouseClick(target.viewport(), Qt.MouseButton.LeftButton, pos=target.cursorRect(cursor).center())
    popup = stage.page.desk.popup
    assert popup is not None
    assert popup.explain.accessibleName() == "What does “GOOD” mean here?"
    popup.explain.click()
    assert stage.session.asked == ["explain GOOD 0"]
    assert stage.page.second_look.heading.text() == "GOOD"


def test_words_of_the_source_are_explained_too(stage: Stage) -> None:
    stage.translated()
    source = stage.page.desk.source
    cursor = QTextCursor(source.document())
    cursor.setPosition(20)
    menu = source.text_menu(cursor)
    found = [action for action in menu.actions() if "mean here" in action.text()]
    assert [action.text() for action in found] == ["What does “are” mean here?"]
    found[0].trigger()
    assert stage.session.asked == ["explain are 2"]
    menu.close()


def test_the_style_that_holds_is_ticked(stage: Stage) -> None:
    stage.translated()
    ticks = []
    for style in (Style.DEFAULT, Style.LITERAL):
        stage.session.style = style
        stage.session.changed.emit()
        menu = stage.page.foot.more_menu()
        ticks.append([action.isChecked() for action in menu.actions()])
        menu.close()
    assert ticks == [[False, False, False], [True, False, False]]


def test_the_pointer_finds_its_sentence(stage: Stage) -> None:
    stage.translated()
    target = stage.page.desk.target
    cursor = QTextCursor(target.document())
    cursor.setPosition(18)
    place = target.cursorRect(cursor).center()
    row = target.row_under(QPointF(place))
    assert stage.session.rows[row].target == "HOW ARE YOU?"
    assert target.row_under(QPointF(5, 400)) == -1


def test_arabic_starts_at_its_side_even_with_a_foreign_name(stage: Stage) -> None:
    stage.session.target_language = "ar"
    stage.type("One.\nTwo.\nThree.")
    for index, text in ((0, "{name} مرحبا"), (2, "مرحبا"), (4, "Parley")):
        stage.session.put(index, text)
    stage.session.changed.emit()
    stage.settle()
    document = stage.page.desk.target.document()
    sides = [document.findBlockByNumber(number).textDirection() for number in range(3)]
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert sides == [right, right, left]
    assert document.findBlockByNumber(0).blockFormat().layoutDirection() == right


def test_a_person_chooses_the_side_of_a_paragraph(stage: Stage) -> None:
    stage.type("abc")
    source = stage.page.desk.source
    source.set_direction(Qt.LayoutDirection.RightToLeft)
    assert source.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft
    assert source.text() == "abc"


def test_another_wording_is_chosen(stage: Stage) -> None:
    stage.translated()
    popup = stage.page.desk.open_sentence(0)
    assert popup is not None
    popup.ask()
    assert [choice.accessibleName() for choice in popup.choices] == ["One", "Two"]
    popup.choices[1].click()
    stage.settle()
    assert stage.shown() == "Two HOW ARE YOU?"


def test_a_person_writes_a_sentence_better(stage: Stage) -> None:
    stage.translated()
    popup = stage.page.desk.open_sentence(2)
    assert popup is not None
    assert not popup.save.isEnabled()
    popup.field.setPlainText("Wie geht's?")
    popup.save.click()
    stage.settle()
    assert stage.shown() == "GOOD MORNING. Wie geht's?"


def test_doubtful_sentences_are_marked_and_say_why(stage: Stage) -> None:
    stage.translated()
    stage.session.rows[0].marks = [Fault.LOST_PLACEHOLDER]
    stage.session.changed.emit()
    assert stage.page.desk.target.pieces[0].face is PieceFace.DOUBTFUL
    assert "look at 1" in stage.page.foot.status.text()
    popup = stage.page.desk.open_sentence(0)
    assert popup is not None
    assert "placeholder" in popup._marks.text()
    popup.close()


def test_languages_are_found_and_corrected(stage: Stage) -> None:
    stage.translated("Bonjour.")
    button = stage.page.languages.source
    button.open_list()
    popup = button.popup
    assert popup is not None
    assert popup.rows.rows[0].code == DETECT
    QTest.keyClicks(popup.field, "portugu")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    stage.settle()
    assert stage.session.source_language == "pt"
    stage.session.changed.emit()
    assert button.text() == "português · Portuguese"


@pytest.mark.parametrize(
    ("typed", "code"), [("deut", "de"), ("German", "de"), ("العر", "ar"), ("中文", "zh"), ("ja", "ja")]
)
def test_any_name_of_a_language_finds_it(stage: Stage, typed: str, code: str) -> None:
    rows = stage.page.languages.target
    rows.open_list()
    popup = rows.popup
    assert popup is not None
    popup.field.setText(typed)
    assert any(row.code.startswith(code) for row in popup.rows.rows[:3])
    popup.field.setText("xyzzy")
    assert "xyzzy" in popup._none.text()
    popup.close()


def test_recent_languages_come_first(stage: Stage) -> None:
    button = stage.page.languages.target
    button.open_list()
    assert button.popup is not None
    names = [row.code for row in button.popup.rows.rows]
    assert names[:4] == ["", "de", "ar", ""]
    assert len(names) > 115
    button.popup.close()


def test_tone_domain_and_thinking_reach_the_session(stage: Stage) -> None:
    bar = stage.page.languages
    menu = bar.tone_menu()
    menu.actions()[1].trigger()
    assert stage.session.tone is Tone.FORMAL
    assert bar.tone.text() == "Tone: Formal"
    menu.close()
    bar.domain_changed.emit("a contract")
    assert stage.session.domain == "a contract"
    bar.think.click()
    assert stage.session.think_harder
    stage.model.finish(model_description(ThinkingSupport.NEVER))
    assert not bar.think.isEnabled()


def test_back_translation_and_explanation(stage: Stage) -> None:
    stage.translated()
    look = stage.page.second_look
    stage.page.foot.back.click()
    assert look.text.toPlainText() == TWO.lower()
    assert "English" in look.heading.text()
    stage.session.edit(0, "Other")
    assert "before the last change" in look.heading.text()
    stage.page.desk.target.word_chosen.emit("HOW", 2)
    assert stage.session.asked == ["explain HOW 2"]
    stage.session.explained.emit("HOW", "in what way")
    assert look.text.toPlainText() == "in what way"
    assert stage.page.escape()
    assert look.isHidden()


def test_a_narrow_page_puts_one_text_above_the_other(stage: Stage) -> None:
    desk = stage.page.desk
    assert desk.source_card.y() == desk.target_card.y()
    stage.page.resize(480, 700)
    stage.settle()
    assert desk.source_card.y() < desk.target_card.y()
    assert stage.page.minimumSizeHint().width() <= 480


def test_a_text_that_is_too_long_is_cut_and_said_so(stage: Stage) -> None:
    QGuiApplication.clipboard().setText("word " * 50_000)
    stage.page.desk.source.paste()
    stage.settle()
    assert 49_900 < len(stage.session.source) <= 50_000
    assert f"{len(stage.session.source):,}" in stage.page.toasts.toasts[-1].content.text


def test_a_text_of_too_many_lines_is_cut_too(stage: Stage) -> None:
    QGuiApplication.clipboard().setText("\n" * 40_000)
    stage.page.desk.source.paste()
    stage.page.desk.paste("a\n" * 20_000)
    stage.settle()
    assert stage.session.source.count("\n") == 4_999
    assert "9,999" in stage.page.toasts.toasts[-1].content.text


@pytest.mark.parametrize(("text", "anywhere"), [("x" * 2000, True), ("。" * 2000, True), ("好" * 2000, False)])
def test_what_has_no_end_of_a_word_is_broken_anywhere(stage: Stage, text: str, anywhere: bool) -> None:
    """Looking for a place to break in each line would stop the window for seconds."""
    QGuiApplication.clipboard().setText(text)
    stage.page.desk.source.paste()
    stage.session.finish()
    stage.settle()
    for pane in (stage.page.desk.source, stage.page.desk.target):
        assert (pane.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere) is anywhere


def test_no_break_spaces_survive(stage: Stage) -> None:
    stage.session.set_source("Bonjour\u00a0!")
    assert stage.page.desk.source.text() == "Bonjour\u00a0!"
    stage.type("a")
    assert "\u00a0" in stage.session.source


def test_save_writes_the_translation(stage: Stage, tmp_path: Path) -> None:
    stage.translated()
    stage.page.desk.save(tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == stage.session.target_text
    stage.page.desk.save(tmp_path / "out.txt" / "impossible.txt")
    assert stage.page.toasts.toasts[-1].content.bad


@pytest.mark.parametrize("target", ["de", "ja"])  # with and without a space between sentences
def test_whatever_changes_the_pane_shows_the_whole_translation(stage: Stage, target: str) -> None:
    chance = Random(target)
    pieces = ["Good morning. ", "How are you? ", "A 😀 line\n", "Once more!", "\n\n", "Yes. No. ", "www.example.org "]
    session, pane = stage.session, stage.page.desk.target
    texts = [""]
    for step in range(80):
        if step == 40:
            session.target_language = "ja" if target == "de" else "de"
        if chance.random() < 0.5 or not session.rows:
            parts = chance.choices(pieces, k=3)
            place = chance.randrange(len(texts) + 1)
            texts[place : place + chance.randrange(3)] = parts[: chance.randrange(1, 4)]
            session.set_source("".join(texts))
        else:
            row = chance.randrange(len(session.rows))
            if session.rows[row].source.translate:
                session.rows[row].marks = chance.choice([[], [Fault.LOOP]])
                session.put(row, chance.choice(["", "ぁ", "Ja. ", "eins 😀"]), chance.choice(list(RowState)[:4]))
        stage.settle()
        assert stage.shown() == session.target_text
        ends = {Spans([piece.text for piece in pane.pieces]).span(row) for row in range(len(pane.pieces))}
        assert {(one.cursor.selectionStart(), one.cursor.selectionEnd()) for one in pane.extraSelections()} <= ends
        assert [piece.face for piece in pane.pieces] == [face_of(row) for row in session.rows]
