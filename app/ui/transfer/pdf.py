"""A conversation's HTML as a PDF, set by Qt in a process of its own. Nothing that the HTML names is ever opened."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from typing_extensions import override

from app.chat.exporting.pdf_process import HEAD, PdfOrder
from app.system.child import die_with_parent

MARGIN_MM = 2.0  # besides the two centimetres that Qt leaves by itself
POINTS = 10.5
DPI = 300
PIECE = 6000  # characters of HTML
TABLE = (
    '<table border="1" cellspacing="0" cellpadding="5" '
    'style="border-collapse: collapse; margin-top: 6px; margin-bottom: 6px">'
)
STYLE = """
.who { font-size: 10pt; font-weight: 600; color: #2f6f6a; }
.date, .file, summary { color: #6f6d68; font-size: 9pt; }
details { color: #6f6d68; }
.asked { white-space: pre-wrap; }
pre { background-color: #f6f5f2; white-space: pre-wrap; font-size: 9pt; }
blockquote { color: #6f6d68; }
td, th { border: 1px solid #c9c8c4; }
a { color: #2f6f6a; }
"""

WHO = '<p class="who"'
APART = 22.0  # pixels above a speaker
_WHO = re.compile(r'<h2 class="who"(.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "col", "wbr"})


class _Sealed(QTextDocument):
    """Whatever a page names (a picture, a style sheet, a font) is one clear pixel: nothing is looked for."""

    @override
    def loadResource(self, type_: int, name: Any) -> Any:
        # Nothing at all, or no bytes, would let Qt open the name as a file.
        pixel = QImage(1, 1, QImage.Format.Format_ARGB32)
        pixel.fill(0)
        return pixel


def main() -> int:
    """Draw on standard output what standard input orders, until that ends or the parent does."""
    die_with_parent()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no window, and none is needed for its fonts
    application = QGuiApplication(sys.argv[:1])
    orders, drawn = sys.stdin.buffer, sys.stdout.buffer
    while head := orders.read(HEAD):
        data = pdf_of(msgspec.json.decode(orders.read(int.from_bytes(head, "big")), type=PdfOrder))
        drawn.write(len(data).to_bytes(HEAD, "big") + data)
        drawn.flush()
    del application
    return 0


def pdf_of(order: PdfOrder) -> bytes:
    """Return HTML as a PDF with page numbers. Only where nobody waits: it returns when all is done."""
    font = QGuiApplication.font()
    if order.family:
        font.setFamily(order.family)
    return _print(order, _document(order.parts, font))


def pieces(part: str) -> Iterator[str]:
    """Cut a long part into pieces that are whole in themselves, so that each is read quickly."""
    # As a heading a speaker's name could not be smaller than Qt's headings are.
    text = _WHO.sub(WHO + r"\1</p>", part)
    text = text.replace("<table>", TABLE).replace("\n</code></pre>", "</code></pre>")
    depth = begin = 0
    for tag in _TAG.finditer(text):
        closes, name = tag[1], tag[2].lower()
        if name not in _VOID:
            depth = max(0, depth - 1) if closes else depth + 1
        if not depth and tag.end() - begin > PIECE:
            yield text[begin : tag.end()]
            begin = tag.end()
    if text[begin:].strip():
        yield text[begin:]


def _print(order: PdfOrder, document: QTextDocument) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(order.title)
    writer.setCreator("Parley")
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4 if order.metric else QPageSize.PageSizeId.Letter))
    writer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    document.print_(writer)
    del writer  # writes the end of the file
    buffer.close()
    return bytes(data.data())


def _document(parts: Sequence[str], font: QFont) -> QTextDocument:
    document = _Sealed()
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(STYLE)
    cursor = QTextCursor(document)
    for number, piece in enumerate(piece for part in parts for piece in pieces(part)):
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if number:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        begin = cursor.position()
        cursor.insertHtml(piece)
        if piece.startswith(WHO):
            _set_apart(document, begin)
    return document


def _set_apart(document: QTextDocument, position: int) -> None:
    """Leave room above a block: of what is inserted the first block loses its own margins."""
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    look = QTextBlockFormat()
    look.setTopMargin(APART)
    cursor.mergeBlockFormat(look)
