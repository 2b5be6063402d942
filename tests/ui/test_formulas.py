"""Formulas in an answer, seen through its widgets and the real worker."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from app.settings.schema import ColourScheme
from app.ui.chat.blocks.formulas import OBJECT, Formulas, source_of
from app.ui.chat.blocks.prose import ProseBlock
from app.ui.chat.blocks.table import TableBlock
from tests.helpers.fake_chat_session import Script, assistant, person
from tests.ui.transcript_fixture import Stage, stage

__all__ = ["stage"]


def prose(stage: Stage, text: str) -> ProseBlock:
    stage.session.show([person("?"), assistant(text)])
    block = stage.answer().answer.blocks()[0]
    assert isinstance(block, ProseBlock)
    return block


def formulas_in(document: QTextDocument) -> list[str]:
    """Return the sources of the formulas that a document draws."""
    cursor, found = QTextCursor(document), list[str]()
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        if document.characterAt(cursor.position() - 1) == OBJECT:
            found.append(source_of(cursor.charFormat()))
    return found


def copied(view: QTextEdit) -> str:
    view.selectAll()
    data = view.createMimeDataFromSelection()
    assert isinstance(data, QMimeData)
    return data.text()


TEXT = r"So $\frac{a}{b}$ and 😀 \(x_1\) hold." + "\n\n$$\ne^{i\\pi} = -1\n$$\n\nThe end."


def test_formulas_are_drawn_and_copied_as_they_were_written(stage: Stage) -> None:
    block = prose(stage, TEXT)
    stage.until(lambda: len(formulas_in(block.view.document())) == 3)
    stage.settle()
    assert formulas_in(block.view.document()) == [r"$\frac{a}{b}$", r"\(x_1\)", "$$\ne^{i\\pi} = -1\n$$"]
    assert copied(block.view) == TEXT.replace("\n\n", "\n")


def test_a_formula_is_ink_in_the_colour_of_the_text(stage: Stage) -> None:
    for scheme in (ColourScheme.LIGHT, ColourScheme.DARK):
        stage.theme.choose(scheme)
        block = prose(stage, r"$$\mathbf{M M M}$$")
        stage.until(lambda block=block: bool(formulas_in(block.view.document())))  # type: ignore[misc]
        stage.settle()
        image = block.view.grab().toImage()
        found = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert stage.theme.colours.text in found


def test_a_formula_that_cannot_be_set_stays_text(stage: Stage) -> None:
    block = prose(stage, r"Broken $\frac{1$, unknown $\foo{x}$, fine $y$.")
    stage.until(lambda: formulas_in(block.view.document()) == ["$y$"])
    assert r"$\frac{1$" in block.view.toPlainText()
    assert r"$\foo{x}$" in block.view.toPlainText()


def test_a_formula_that_takes_too_long_stays_text_and_the_next_one_is_set(stage: Stage) -> None:
    slow = "$" + "x" * 1990 + "$"
    block = prose(stage, f"{slow}\n\nand $y$")
    stage.until(lambda: "$y$" in formulas_in(block.view.document()))
    assert slow in block.view.toPlainText()


def test_a_line_with_a_formula_has_its_letters_where_other_lines_have_them(stage: Stage) -> None:
    block = prose(stage, "one x\n\ntwo $x$")
    stage.until(lambda: bool(formulas_in(block.view.document())))
    stage.settle()
    lines = [block.view.document().findBlockByNumber(i).layout().lineAt(0) for i in (0, 1)]
    assert lines[0].height() == lines[1].height()
    assert lines[0].ascent() == pytest.approx(lines[1].ascent(), abs=1.0)


def test_a_wide_formula_is_made_to_fit(stage: Stage) -> None:
    wide = "$$" + "+".join(f"a_{{{i}}}" for i in range(25)) + "$$"
    block = prose(stage, wide)
    stage.until(lambda: bool(formulas_in(block.view.document())))
    stage.transcript.resize(420, 600)
    stage.settle()
    line = block.view.document().firstBlock().layout().lineAt(0)
    assert line.naturalTextWidth() <= block.view.width() + 1


def test_a_table_shows_formulas(stage: Stage) -> None:
    stage.session.show([person("?"), assistant("| a | b |\n|---|---|\n| $x$ | two |\n| three | $y^2$ |\n")])
    block = next(block for block in stage.answer().answer.blocks() if isinstance(block, TableBlock))
    stage.until(lambda: formulas_in(block.view.document()) == ["$x$", "$y^2$"])


def test_a_formula_appears_while_its_paragraph_is_written(stage: Stage) -> None:
    stage.session.script = Script(answer="Let $x^2$ be the square of it, and $y$ another one.", characters_per_tick=3)
    stage.session.send("?", run=False)
    while stage.session.step():
        stage.settle()
    block = stage.answer().answer.blocks()[0]
    assert isinstance(block, ProseBlock)
    stage.until(lambda: formulas_in(block.view.document()) == ["$x^2$", "$y$"])
    assert copied(block.view) == stage.session.script.answer


def test_letters_that_stand_for_nothing_are_copied_as_they_are(stage: Stage) -> None:
    block = prose(stage, f"a {OBJECT} b $x$ c")
    stage.until(lambda: "$x$" in formulas_in(block.view.document()))
    assert copied(block.view) == f"a {OBJECT} b $x$ c"


def test_a_formula_reaches_as_far_down_as_its_shape(stage: Stage) -> None:
    formulas = Formulas(stage.theme, stage.transcript)
    formulas.shape(r"$$\frac{a}{\frac{b}{c}}$$")
    stage.until(lambda: formulas.known(r"$$\frac{a}{\frac{b}{c}}$$") is not None)
    document = QTextDocument()
    formulas.draw_in(document)
    look = formulas.look(r"$$\frac{a}{\frac{b}{c}}$$", 15, QColor("black"))
    QTextCursor(document).insertText(OBJECT, look)
    shape = formulas.known(r"$$\frac{a}{\frac{b}{c}}$$")
    assert shape is not None
    document.size()
    line = document.firstBlock().layout().lineAt(0)
    assert shape.descent * 15 <= line.descent() <= shape.descent * 15 + 1
    assert line.ascent() == pytest.approx(shape.ascent * 15, abs=0.5)
    formulas.close()
