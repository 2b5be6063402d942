"""Printing: real PDFs, read again with pypdf."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.chat.conversation import Conversation, Message, TextPart, ThinkingPart, new_id
from app.chat.exporting import pdf_process
from app.chat.exporting.api import ExportOptions, Words
from app.chat.exporting.as_html import html_pieces
from app.chat.exporting.pdf_process import PdfError, PdfOrder, PdfProcess
from app.engine.api import Role
from app.ui.transfer.pdf import PIECE, pdf_of, pieces
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
    return pypdf.PdfReader(io.BytesIO(pdf_of(PdfOrder(title, html_pieces(row, messages, OPTIONS)))))


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
        first, second = (pypdf.PdfReader(io.BytesIO(draw("红烧肉", [f"<p>{what}</p>"]))) for what in ("Rice", "Tea"))
    assert "Rice" in text_of(first)
    assert text_of(second).split()[0] == "Tea"
    assert first.metadata is not None
    assert first.metadata.title == "红烧肉"
    assert round(float(first.pages[0].mediabox.width)) == 612  # Letter, in points


@pytest.mark.parametrize("dies", ["import os; os.abort()", "print('P' * 6, flush=True)"])
def test_a_process_that_dies_is_said(monkeypatch: pytest.MonkeyPatch, allow_warnings: None, dies: str) -> None:
    monkeypatch.setattr(pdf_process, "worker_command", lambda _kind: [sys.executable, "-c", dies])
    with pytest.raises(PdfError), PdfProcess("", metric=True) as draw:
        draw("t", ["<p>x</p>" * 100_000])


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
