"""Printing: real PDFs, read again with pypdf."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QTextCharFormat, QTextDocument
from pytestqt.qtbot import QtBot

from app.chat.conversation import Conversation, Message, TextPart, ThinkingPart, new_id
from app.chat.exporting import helper
from app.chat.exporting.api import ExportOptions, Words
from app.chat.exporting.as_html import html_pieces
from app.chat.exporting.helper import HelperError
from app.chat.exporting.pdf_process import PdfOrder, PdfProcess
from app.chat.exporting.typeset import ForPaper, Workers
from app.chat.formula_api import FormulaReply
from app.engine.api import Role
from app.ui.transfer.pdf import PIECE, pdf_of, pieces
from app.ui.transfer.pdf_formulas import PrintedFormulas
from tests.helpers.opened_files import watched
from tests.helpers.store_content import ROOT

OPTIONS = ExportOptions(Words("You", "Assistant", "Thoughts", "New chat"))


def printed(title: str, *texts: str, thoughts: str = "") -> pypdf.PdfReader:
    row = Conversation(id=new_id(), title=title)
    messages = []
    for number, text in enumerate(texts):
        role = Role.USER if number % 2 == 0 else Role.ASSISTANT
        parts = [ThinkingPart(thoughts), TextPart(text)] if thoughts and number % 2 else [TextPart(text)]
        messages.append(Message(id=new_id(), conversation_id=row.id, parent_id=None, role=role, parts=[*parts]))
    with Workers() as workers:
        paper = ForPaper(workers)
        body = html_pieces(row, messages, OPTIONS, paper)
        return pypdf.PdfReader(io.BytesIO(pdf_of(PdfOrder(title, body, formulas=paper.formulas))))


def text_of(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_every_script_is_in_it(qtbot: QtBot) -> None:
    reader = printed("A title", "红烧肉的做法是什么？", "Straße, café, ёлка — and `code`", "Спасибо", thoughts="Hmm.")
    text = text_of(reader)
    for word in ("You", "Assistant", "Thoughts", "Hmm.", "的做法是什么", "Straße", "café", "Спасибо", "code"):
        assert word in text
    assert reader.metadata is not None
    assert reader.metadata.title == "A title"


def test_arabic_stands_at_the_right(qtbot: QtBot) -> None:
    places: dict[str, float] = {}

    def visit(text: str, page: list[float], matrix: list[float], _font: object, _size: object) -> None:
        for letter in text.strip()[:1]:
            places.setdefault(letter, matrix[4] * page[0] + page[4])

    reader = printed("t", "ABC", "Xyz\n\nمرحبا")
    reader.pages[0].extract_text(visitor_text=visit)
    width = float(reader.pages[0].mediabox.width)
    arabic = [x for letter, x in places.items() if not letter.isascii()]
    assert arabic
    assert places["X"] < width / 3 < 2 * width / 3 < max(arabic)
    assert max(arabic) < width


def curves(reader: pypdf.PdfReader) -> int:
    """Return how many curves are drawn; letters of a font are none."""
    streams = [page.get_contents() for page in reader.pages]
    return sum(len(re.findall(rb"(?m) c\s*$", one.get_data())) for one in streams if one is not None)


def test_formulas_are_drawn_and_what_cannot_be_set_is_written(qtbot: QtBot) -> None:
    assert curves(printed("t", "Go", "Only $ text.")) == 0
    reader = printed("t", "Go", "So $x^2$ and\n\n$$\\sum_{i=1}^n \\sqrt{i}$$\n\nbut $\\ce{H2O}$ and $\\text{距}$.")
    assert curves(reader) > 20
    text = text_of(reader)
    assert "ce{H2O}" in text
    assert "距" in text  # the page's own font draws what the formula font lacks
    assert "sum" not in text
    assert not any(len(page.images) for page in reader.pages)  # outlines, no pictures


def test_a_formula_wider_than_the_page_is_made_to_fit(qtbot: QtBot) -> None:
    document = QTextDocument()
    shapes = [FormulaReply(width=width, ascent=1.0, descent=0.5, steps="R", numbers=[0, 0, 1, 1]) for width in (5, 70)]
    formulas = PrintedFormulas(shapes, document.defaultFont(), em=40, room=1000, parent=document)
    looks = [formulas.look(f"formula:{number}", QTextCharFormat()) for number in (0, 1)]
    sizes = [formulas.intrinsicSize(document, 0, look) for look in looks if look is not None]
    assert sizes[0].width() == pytest.approx(5.12 * 40)
    assert sizes[1].width() == pytest.approx(1000)
    assert sizes[1].height() < sizes[0].height()


@pytest.mark.parametrize("name", ["formula:0", "formula:99", "formula:-1", "formula:x", "formula:"])
def test_a_picture_that_names_no_formula_is_nothing(qtbot: QtBot, name: str) -> None:
    assert pdf_of(PdfOrder("t", [f'<p>a <img src="{name}"> b</p>'])).startswith(b"%PDF")


def test_a_table_in_arabic_begins_at_the_right() -> None:
    rows = "<tr><th dir='auto'>1</th><th>2</th></tr><tr><td>3</td><td>4</td></tr>"
    (cut,) = pieces(f'<table dir="rtl">{rows}</table>')
    assert re.findall(r">(\d)<", cut) == ["2", "1", "4", "3"]
    (left,) = pieces(f'<table dir="ltr">{rows}</table>')
    assert re.findall(r">(\d)<", left) == ["1", "2", "3", "4"]


def test_a_name_is_not_left_alone_at_the_end_of_a_page(qtbot: QtBot) -> None:
    for lines in range(20, 60):
        reader = printed("t", "Line.\n" * lines, "An answer.")
        pages = [page.extract_text().split() for page in reader.pages]
        assert all(page[-2] != "Assistant" for page in pages), lines  # the page's number comes last


def test_pages_are_numbered(qtbot: QtBot) -> None:
    reader = printed("t", "Go on.", "A paragraph of some words.\n\n" * 200)
    assert len(reader.pages) > 3
    assert [page.extract_text().split()[-1] for page in reader.pages] == [
        str(number + 1) for number in range(len(reader.pages))
    ]


def test_long_lines_of_code_are_not_cut_off(qtbot: QtBot) -> None:
    code = "x = 1  # " + " ".join(f"word{number}" for number in range(60))
    assert "word59" in text_of(printed("t", "Code?", f"```\n{code}\n```"))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who opens a file")
def test_nothing_that_is_named_is_opened(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    image = QImage(QSize(4, 4), QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(picture))
    evil = [
        f'<p><img src="{picture}"></p>',
        f'<p><img src="file://{picture}"></p>',
        f'<table background="{picture}"><tr><td>x</td></tr></table>',
        f"<p style=\"background-image: url('{picture}')\">x</p>",
        f'<link rel="stylesheet" href="{picture}"><style>@import url("{picture}");</style><p>x</p>',
    ]
    with watched(picture) as seen:
        assert pdf_of(PdfOrder("t", evil)).startswith(b"%PDF")
    assert seen == []
    with watched(picture) as seen:  # the watch can tell
        picture.read_bytes()
    assert seen != []


def test_a_process_of_its_own_draws_one_after_the_other() -> None:
    with PdfProcess("Noto Sans", metric=False) as draw:
        first, second = (
            pypdf.PdfReader(io.BytesIO(draw("红烧肉", [f"<p>{what}</p>"], []))) for what in ("Rice", "Tea")
        )
    assert "Rice" in text_of(first)
    assert text_of(second).split()[0] == "Tea"
    assert first.metadata is not None
    assert first.metadata.title == "红烧肉"
    assert round(float(first.pages[0].mediabox.width)) == 612  # Letter, in points


@pytest.mark.parametrize("dies", ["import os; os.abort()", "print('P' * 6, flush=True)"])
def test_a_process_that_dies_is_said(monkeypatch: pytest.MonkeyPatch, dies: str) -> None:
    monkeypatch.setattr(helper, "worker_command", lambda _kind: [sys.executable, "-c", dies])
    with pytest.raises(HelperError), PdfProcess("", metric=True) as draw:
        draw("t", ["<p>x</p>" * 100_000], [])


def test_the_window_s_side_of_it_names_no_class_of_qt() -> None:
    look = "import sys, app.chat.exporting.pdf_process as p; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], cwd=ROOT, check=False).returncode == 0


def test_long_parts_are_cut_where_nothing_is_torn() -> None:
    part = "<blockquote>" + "<p>quoted <b>text</b></p>" * 1000 + "</blockquote>" + "<p>a<br>b</p>" * 2000
    cut = list(pieces(part))
    assert "".join(cut) == part
    assert cut[0].startswith("<blockquote>")
    assert cut[0].endswith("</blockquote>")
    assert all(len(piece) < PIECE + 100 for piece in cut[1:])
    assert all(piece.startswith("<p>") and piece.endswith("</p>") for piece in cut[1:])


@pytest.mark.parametrize(
    "part", ["", "   ", "plain", "</p></p><p>x", "<p>" * 50, "<" * 5000, "<p>\u202e\u0000\ud83d\ude00</p>"]
)
def test_odd_parts_are_printed_all_the_same(qtbot: QtBot, part: str) -> None:
    assert pdf_of(PdfOrder("t", [part, "<p>end</p>"])).startswith(b"%PDF")
