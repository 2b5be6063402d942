"""What is too wide for its place: words of a table stay whole and it scrolls, a list's long mark moves its line in."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QFontMetricsF

from app.chat.markdown_leaves import TableLeaf
from app.ui.chat.blocks.prose import ProseBlock
from app.ui.chat.blocks.table import TableBlock
from tests.helpers.fake_chat_session import assistant, person
from tests.ui.transcript_fixture import Stage, stage

__all__ = ["stage"]

COLUMNS = 14


def table(stage: Stage, cell: str) -> TableBlock:
    rows = ("|" + f"{text}|" * COLUMNS for text in ("head", "-", cell))
    stage.session.show([person("?"), assistant("\n".join(rows))])
    block = stage.answer().answer.blocks()[0]
    assert isinstance(block, TableBlock)
    stage.settle()
    return block


def lines(block: TableBlock) -> list[str]:
    assert block.view.table is not None
    shown = block.view.table.cellAt(1, 0).firstCursorPosition().block()
    text, layout = shown.text(), shown.layout()
    places = [layout.lineAt(index).textStart() for index in range(layout.lineCount())]
    return [text[start:end].strip() for start, end in pairwise([*places, len(text)])]


def test_words_of_a_wide_table_stay_whole_and_it_scrolls(stage: Stage) -> None:
    block = table(stage, "extraordinary circumstances")
    assert lines(block) == ["extraordinary", "circumstances"]
    assert block.view.horizontalScrollBar().maximum() > 0


@pytest.mark.parametrize("endless", ["x" * 90, "字" * 90])
def test_a_word_without_end_is_broken(stage: Stage, endless: str) -> None:
    block = table(stage, endless)
    assert len(lines(block)) > 5
    assert block.view.horizontalScrollBar().maximum() < 50 * COLUMNS


def test_a_word_that_grows_without_end_is_broken(stage: Stage) -> None:
    block = table(stage, "short")
    before = block.view.document().size().width()
    leaf = stage.answer().answer.text.segments.shown[0].leaves[0]
    assert isinstance(leaf, TableLeaf)
    block.show_leaf(replace(leaf, rows=(*leaf.rows, ("y" * 90,) * COLUMNS)))
    stage.settle()
    assert block.view.document().size().width() < 2 * before


@pytest.mark.parametrize("text", ["1000. a thousand", "[^word]\n\n[^word]: the note"])
def test_a_long_mark_does_not_lie_under_its_text(stage: Stage, text: str) -> None:
    stage.session.show([person("?"), assistant(text)])
    block = stage.answer().answer.blocks()[0]
    assert isinstance(block, ProseBlock)
    mark = QFontMetricsF(stage.theme.reading_font()).horizontalAdvance("1000." if "1000." in text else "word")
    last = block.view.document().lastBlock()
    line = last.layout().lineAt(0)
    assert line.naturalTextRect().left() + last.layout().position().x() > mark
