"""A conversation's HTML as a PDF, set by Qt beside the window's thread.

Most of the work is one call of Qt's, ``print_``, which lets other threads go on; the HTML is taken in small pieces, so
that between them the window is served as well. Nothing that the HTML names is ever opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QThread
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

MARGIN_MM = 2.0  # besides the two centimetres that Qt leaves by itself
POINTS = 10.5
DPI = 300
PIECE = 6000  # characters of HTML
STYLE = """
.who { font-size: 10pt; font-weight: 600; color: #2f6f6a; margin-top: 16px; }
.date, .file, summary { color: #6f6d68; font-size: 9pt; }
details { color: #6f6d68; }
.asked { white-space: pre-wrap; }
pre { background-color: #f6f5f2; white-space: pre-wrap; font-size: 9pt; }
a { color: #2f6f6a; }
"""

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


class _Printer(QThread):
    """A thread of Qt's: a document that is laid out on any other complains that its timers cannot run."""

    def __init__(self, title: str, parts: Sequence[str], font: QFont) -> None:
        super().__init__()
        self.data = b""
        self._title, self._parts, self._font = title, parts, font

    @override
    def run(self) -> None:
        self.data = _print(self._title, _document(self._parts, self._font))


def pdf_of(title: str, parts: Sequence[str]) -> bytes:
    """Return HTML, in parts that are whole in themselves, as a PDF with page numbers on the paper that is usual here.

    Call it on any thread but the window's: it returns when all is done.
    """
    printer = _Printer(title, parts, QGuiApplication.font())
    printer.start()
    printer.wait()
    return printer.data


def pieces(part: str) -> Iterator[str]:
    """Cut a long part into pieces that are whole in themselves, so that each is read quickly."""
    # As a heading a speaker's name could not be smaller than Qt's headings are.
    text = _WHO.sub(r'<p class="who"\1</p>', part)
    text = text.replace("<table>", '<table border="1" cellspacing="0" cellpadding="4">')
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


def _print(title: str, document: QTextDocument) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Parley")
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(_paper()))
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
        cursor.insertHtml(piece)
    return document


def _paper() -> QPageSize.PageSizeId:
    metric = QLocale().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    return QPageSize.PageSizeId.A4 if metric else QPageSize.PageSizeId.Letter
