"""What an answer is made of, seen through its widgets."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from app.chat.code_colours import code_colours
from app.chat.markdown import MarkdownStream
from app.settings.schema import ColourScheme
from app.ui.chat.blocks.code import CodeBlock
from app.ui.chat.blocks.code_view import SHOWN_LINES
from app.ui.chat.blocks.prose import ProseBlock
from app.ui.chat.blocks.table import TableBlock
from app.ui.chat.blocks.text_view import SafeDocument, TextView
from app.ui.chat.transcript.segments import Segments
from app.ui.chat.transcript.stack import Stack
from app.ui.theme import DARK, LIGHT, Theme
from tests.helpers.fake_chat_session import Script, assistant, person
from tests.ui.transcript_fixture import Stage, stage

__all__ = ["stage"]


def prose(stage: Stage, text: str) -> ProseBlock:
    stage.session.show([person("?"), assistant(text)])
    block = stage.answer().answer.blocks()[0]
    assert isinstance(block, ProseBlock)
    return block


def code(stage: Stage, text: str) -> CodeBlock:
    stage.session.show([person("?"), assistant(text)])
    block = next(block for block in stage.answer().answer.blocks() if isinstance(block, CodeBlock))
    stage.settle()
    return block


def table(stage: Stage, text: str) -> TableBlock:
    stage.session.show([person("?"), assistant(text)])
    block = next(block for block in stage.answer().answer.blocks() if isinstance(block, TableBlock))
    stage.settle()
    return block


def colours_of(block: CodeBlock) -> set[str]:
    found, line = set(), block.view.document().firstBlock()
    while line.isValid():
        found |= {area.format.foreground().color().name() for area in line.layout().formats()}
        line = line.next()
    return found


@pytest.mark.parametrize("name", ["file:///etc/passwd", "http://e.org/a.png", "//10.0.0.1/share/a.png", "a.png", ""])
def test_no_document_ever_loads_anything(qapp: QApplication, name: str) -> None:
    document = SafeDocument()
    document.setHtml(f'<img src="{name}"><table background="{name}"><tr><td>x</td></tr></table>')
    document.size()
    for kind in QTextDocument.ResourceType:
        image = document.resource(kind.value, QUrl(name))
        assert isinstance(image, QImage)
        assert (image.width(), image.height()) == (1, 1)


def test_every_text_of_an_answer_is_shown_in_such_a_document(stage: Stage) -> None:
    stage.session.show([person("?"), assistant("a\n\n```\nb\n```\n\n| c |\n|---|\n| d |\n", "Hm.")])
    pane = stage.answer().pane
    assert pane is not None
    pane.header.click()
    stage.settle()
    views = stage.transcript.column.findChildren(TextView)
    assert len(views) >= 5
    assert all(isinstance(view.document(), SafeDocument) for view in views)


def test_an_image_stays_words(stage: Stage, tmp_path: Path) -> None:
    picture = tmp_path / "x.png"
    QImage(40, 40, QImage.Format.Format_RGB32).save(str(picture))
    block = prose(stage, f"![a cat](https://e.org/c.png) ![mine]({picture}) ![file](file://{picture})")
    assert "Image: a cat" in block.view.toPlainText()
    assert "\ufffc" not in block.view.toPlainText()


def test_each_paragraph_has_its_own_direction(stage: Stage) -> None:
    block = prose(stage, "English\n\nمرحبا بك\n\n- عنصر\n- item\n\n> اقتباس")
    directions, line = [], block.view.document().firstBlock()
    while line.isValid():
        directions.append(line.blockFormat().layoutDirection())
        line = line.next()
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    assert directions == [left, right, right, left, right]


def test_code_is_left_to_right_whatever_the_window_is(stage: Stage) -> None:
    stage.transcript.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    block = code(stage, "```python\n# تعليق\nx = 1\n```")
    line = block.view.document().firstBlock()
    assert line.blockFormat().layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_code_gets_its_colours(stage: Stage) -> None:
    block = code(stage, "```python\ndef f(x):\n    return 'a' + str(1)  # why\n```")
    stage.until(lambda: len(colours_of(block)) >= 5)
    assert colours_of(block) <= set(code_colours(dark=False).values())
    stage.theme.choose(ColourScheme.DARK)
    stage.until(lambda: bool(colours_of(block)) and colours_of(block) <= set(code_colours(dark=True).values()))


def test_code_that_is_being_written_gets_its_colours_too(stage: Stage) -> None:
    stage.session.script = Script(answer="```python\n" + "value = 'text'  # why\n" * 40, characters_per_tick=40)
    stage.session.send("?", run=False)
    for _ in range(12):
        stage.session.step()
    block = next(block for block in stage.answer().answer.blocks() if isinstance(block, CodeBlock))
    stage.until(lambda: bool(colours_of(block)))
    stage.session.finish_writing()
    document = block.view.document()
    stage.until(lambda: document.blockCount() == 40)
    stage.until(lambda: bool(document.findBlockByNumber(39).layout().formats()))


def test_code_that_pygments_cannot_read_in_time_stays_plain(stage: Stage) -> None:
    hostile = '"' + "\\" * 48
    stage.session.show([person("?"), assistant(f"```scala\n{hostile}\n```\n\nand\n\n```python\nx = 'fine'\n```")])
    blocks = [block for block in stage.answer().answer.blocks() if isinstance(block, CodeBlock)]
    stage.until(lambda: bool(colours_of(blocks[1])))
    assert blocks[0].view.toPlainText() == hostile


def test_copy_save_and_wrap(stage: Stage, tmp_path: Path) -> None:
    text = "\n".join(f"line {i} " + "x" * 200 for i in range(5))
    block = code(stage, f"```text\n{text}\n```")
    block.copy.click()
    assert QGuiApplication.clipboard().text() == text
    target = tmp_path / "saved.txt"
    block._save_to(str(target))
    assert target.read_text(encoding="utf-8") == text + "\n"
    block._save_to(str(tmp_path / "no" / "such" / "folder"))
    assert "Not saved" in block.save.text()
    before = block.height()
    block.wrap.click()
    stage.settle()
    assert block.height() > before
    assert block.view.horizontalScrollBar().maximum() == 0


def test_long_code_shows_its_start_and_the_rest_when_asked(stage: Stage) -> None:
    text = "\n".join(f"line {i}" for i in range(1000))
    block = code(stage, f"```text\n{text}\n```")
    stage.until(lambda: block.view.document().blockCount() == SHOWN_LINES)
    assert block.more.isVisible()
    assert block.more.text() == "Show all 1,000 lines"
    block.more.click()
    stage.until(lambda: block.view.toPlainText() == text)
    stage.settle()
    assert not block.more.isVisible()


def test_a_very_long_line_of_code_is_copied_as_one(stage: Stage) -> None:
    text = "a😀" * 40_000 + "\nb"
    block = code(stage, f"```text\n{text}\n```")
    stage.until(lambda: block.view.toPlainText().endswith("b"))  # it is laid out in steps
    block.view.selectAll()
    assert block.view.createMimeDataFromSelection().text() == text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.text(alphabet="ab \n😀\t#", max_size=30), min_size=1, max_size=12))
def test_growing_code_equals_the_whole(stage: Stage, pieces: list[str]) -> None:
    from app.ui.chat.blocks.code_view import CodeView
    from app.ui.chat.blocks.highlighting import Highlighter

    view = CodeView(stage.theme, Highlighter(stage.transcript))
    text = ""
    for piece in pieces:
        text += piece
        view.show_code(text, "", growing=True)
    stage.until(lambda: view.toPlainText() == text)
    view.deleteLater()


WORDS = [
    "one ",
    "**two** ",
    "*three* ",
    "`four` ",
    "\n",
    "\n\n",
    "- ",
    "> ",
    "# ",
    "😀",
    "[x](http://e.org) ",
    "مرحبا ",
]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
@example(pieces=["- ", "- ", "- "])  # two empty items become one rule
def test_growing_prose_equals_the_whole(stage: Stage, pieces: list[str]) -> None:
    """Adding letter by letter leaves the same document as setting the text at once."""
    grown = _block(stage.theme, MarkdownStream(), pieces)
    whole = _block(stage.theme, MarkdownStream(), ["".join(pieces)])
    assert grown == whole


def _block(theme: Theme, stream: MarkdownStream, pieces: list[str]) -> list[object]:
    segments = Segments(stream)
    block = ProseBlock(theme, stream.spans)
    for piece in pieces:
        stream.append(piece)
        stream.finish()
        segments.update()
        if segments.shown:
            block.show_leaves(segments.shown[0].leaves, first=True)
    found: list[object] = []
    line = block.view.document().firstBlock()
    while line.isValid():
        layout = line.blockFormat()
        found.append((layout.leftMargin(), layout.rightMargin(), layout.topMargin(), layout.layoutDirection()))
        found += [(area.format.font().key(), area.format.anchorHref(), area.length) for area in line.textFormats()]
        found.append(line.text())
        line = line.next()
    block.deleteLater()
    return found


def test_a_selection_survives_what_is_written_after_it(stage: Stage) -> None:
    stage.session.script = Script(answer="Some words that are read while more is coming. " * 8, characters_per_tick=40)
    stage.session.send("?", run=False)
    for _ in range(4):
        stage.session.step()
    block = stage.answer().answer.blocks()[0]
    assert isinstance(block, ProseBlock)
    cursor = QTextCursor(block.view.document())
    cursor.setPosition(5)
    cursor.setPosition(10, QTextCursor.MoveMode.KeepAnchor)
    block.view.setTextCursor(cursor)
    stage.session.finish_writing()
    stage.settle()
    assert block.view.textCursor().selectedText() == "words"


def test_a_table_has_its_cells_and_scrolls_by_itself(stage: Stage) -> None:
    head = "|" + "|".join(f"column{i}" for i in range(20)) + "|\n"
    block = table(stage, head + "|" + "---|" * 20 + "\n" + head * 3)
    assert block.view.table is not None
    assert (block.view.table.rows(), block.view.table.columns()) == (4, 20)
    assert block.view.width() <= block.width()
    assert block.view.horizontalScrollBar().maximum() > 0


def test_a_table_with_very_many_columns_offers_its_text(stage: Stage) -> None:
    head = "|" + "|".join(f"c{i}" for i in range(60)) + "|\n"
    source = head + "|" + "---|" * 60 + "\n" + head
    block = table(stage, source)
    assert block.text.isVisible()
    block.text.click()
    stage.settle()
    assert block.view.toPlainText() == source.rstrip("\n")
    block.copy.click()
    assert QGuiApplication.clipboard().text() == source.rstrip("\n")


def test_a_table_grows_row_by_row(stage: Stage) -> None:
    text = "| a | b |\n|---|---|\n" + "".join(f"| {i} | **{i}** |\n" for i in range(60))
    stage.session.script = Script(answer=text, characters_per_tick=9)
    stage.session.send("?", run=False)
    while stage.session.step():
        stage.settle()
    block = next(block for block in stage.answer().answer.blocks() if isinstance(block, TableBlock))
    stage.settle()
    grid = block.view.table
    assert grid is not None
    cells = [grid.cellAt(row, 1).firstCursorPosition().block().text() for row in range(1, grid.rows())]
    assert cells == [str(i) for i in range(60)]


@pytest.mark.parametrize(
    "text",
    ["x" * 200_000, ">" * 3000 + " deep", "- " * 3000 + "deep", "|" * 20_000, "🦄" * 50_000, "\u202e" * 20_000 + "abc"],
)
def test_hostile_text_is_shown_and_the_window_lives(stage: Stage, text: str) -> None:
    stage.session.show([person(text[:5000]), assistant(text, text[:20_000]), person("next"), assistant("fine")])
    assert stage.answer().answer.text.source == "fine"
    stage.transcript.verticalScrollBar().setValue(0)
    stage.settle()
    assert stage.transcript.views()


@pytest.mark.parametrize("dark", [False, True])
def test_colours_of_code_can_be_read(dark: bool) -> None:
    ground = (DARK if dark else LIGHT).code
    for colour in code_colours(dark=dark).values():
        assert contrast(colour, ground) >= 4.5, colour


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio of two colours."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(name: str) -> float:
    colour = QColor(name)
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 50)), max_size=30))
def test_a_stack_is_the_sum_of_its_heights(changes: list[tuple[int, int]]) -> None:
    stack, heights = Stack(), list[int]()
    for index, height in changes:
        place = min(index, len(heights))
        heights[place : place + 1] = [height]
        stack.set_height(place, height)
        if height == 7:
            stack.cut(len(heights) // 2)
            del heights[len(heights) // 2 :]
        assert stack.total == sum(heights)
        for y in range(0, sum(heights), 13):
            found = stack.index_at(y)
            assert stack.top(found) <= y < stack.top(found + 1)
