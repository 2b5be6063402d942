"""A conversation's HTML as a PDF, set by Qt in a process of its own. Nothing that the HTML names is ever opened."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from typing_extensions import override

from app.chat.exporting.pdf_process import HEAD, PdfOrder
from app.chat.exporting.typeset import code_style
from app.system.child import die_with_parent
from app.ui.chat.blocks.formulas import OBJECT_TYPE
from app.ui.transfer.pdf_formulas import PrintedFormulas

MARGIN_MM = 22.0
ALONE_MM = 14.0  # a name is not left alone with less than this below it
POINTS = 10.5
SMALL_POINTS = 8.5
DPI = 300
SCREEN_DPI = 96  # in whose pixels Qt's formats are
PIECE = 6000  # characters of HTML
TABLE = '<table border="1" cellspacing="0" cellpadding="5" style="border-collapse: collapse; margin-top: 6px"'
CARD = '<table width="100%" border="0" cellspacing="0" cellpadding="8" bgcolor="{colour}" {style}><tr><td>'
_APART = 'style="margin-top: 6px; margin-bottom: 2px"'
CODE_CARD, ASKED_CARD = (CARD.format(colour=colour, style=_APART) for colour in ("#f6f5f2", "#f1f0ed"))
CARD_END = "</td></tr></table>"
MUTED = "#6f6d68"
STYLE = f"""
.who {{ font-size: 10pt; font-weight: 600; color: #2f6f6a; }}
.date, .file, .thoughts {{ color: {MUTED}; font-size: 9pt; }}
pre {{ white-space: pre-wrap; font-size: 9pt; }}
code {{ font-size: 9pt; }}
blockquote {{ color: {MUTED}; }}
.cell {{ border: 1px solid #c9c8c4; }}
p {{ white-space: pre-wrap; }}
th {{ background-color: #f6f5f2; }}
a {{ color: #2f6f6a; }}
{code_style(dark=False)}
"""

WHO = '<p class="who"'
APART = 22.0  # pixels above a speaker
_WHO = re.compile(r'<h2 class="who"(.*?)</h2>', re.DOTALL)
_RIGHT_TO_LEFT = re.compile(r'<table dir="rtl">.*?</table>', re.DOTALL)
_ROW = re.compile(r"(?<=<tr>)(.*?)(?=</tr>)", re.DOTALL)
_CELL = re.compile(r"<t[hd].*?</t[hd]>", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "col", "wbr"})
# What Qt does not know, and what is as good.
_SAME = (
    ("<table dir=", TABLE + " dir="),
    ('<td dir="auto"', '<td class="cell" dir="auto"'),
    ("<th ", '<th class="cell" '),
    ("\n</code></pre>", "</code></pre>"),
    ("<pre", CODE_CARD + "<pre"),
    ("</pre>", "</pre>" + CARD_END),
    ('<div class="asked">', ASKED_CARD),
    ("</div>", CARD_END),
    ("<details><summary>", '<p class="thoughts">'),
    ("</summary>", '</p><blockquote class="thoughts">'),
    ("</details>", "</blockquote>"),
    ('<p class="formula">', '<p align="center">'),
)


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
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(order, buffer)
    _draw(_document(order, writer), writer)
    del writer  # writes the end of the file
    buffer.close()
    return bytes(data.data())


def pieces(part: str) -> Iterator[str]:
    """Cut a long part into pieces that are whole in themselves, so that each is read quickly."""
    # As a heading a speaker's name could not be smaller than Qt's headings are.
    text = _RIGHT_TO_LEFT.sub(_mirrored, _WHO.sub(WHO + r"\1</p>", part))
    for unknown, same in _SAME:
        text = text.replace(unknown, same)
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


def _mirrored(table: re.Match[str]) -> str:
    """Turn the order of a table's columns: Qt begins at the left whatever it is told."""
    return _ROW.sub(lambda row: "".join(reversed(_CELL.findall(row[0]))), table[0])


def _writer(order: PdfOrder, buffer: QBuffer) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setTitle(order.title)
    writer.setCreator("Parley")
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4 if order.metric else QPageSize.PageSizeId.Letter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)  # the document has its own
    return writer


def _draw(document: QTextDocument, writer: QPdfWriter) -> None:
    """Draw the pages, each with its number."""
    page, margin = document.pageSize(), _pixels(MARGIN_MM)
    context = QAbstractTextDocumentLayout.PaintContext()
    small = document.defaultFont()
    small.setPointSizeF(SMALL_POINTS)
    painter = QPainter(writer)
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        top = number * page.height()
        painter.save()
        painter.translate(0, -top)
        # Without the margins: what does not fit into the page's end would show there and on the next page.
        context.clip = QRectF(QPointF(0, top + margin), QSizeF(page.width(), page.height() - 2 * margin))
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()
        painter.setFont(small)
        painter.setPen(QColor(MUTED))
        foot = QRectF(0, page.height() - margin, page.width(), margin)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, QLocale.c().toString(number + 1))
    painter.end()


def _document(order: PdfOrder, writer: QPdfWriter) -> QTextDocument:
    document = _Sealed()
    font = QGuiApplication.font()
    if order.family:
        font.setFamily(order.family)
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(STYLE)
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    room = writer.width() - 2 * _pixels(MARGIN_MM)
    formulas = PrintedFormulas(order.formulas, font, POINTS * DPI / 72, room, document)
    document.documentLayout().registerHandler(OBJECT_TYPE, formulas)
    speakers = _fill(document, order.parts)
    _set_formulas(document, formulas)
    frame = document.rootFrame().frameFormat()
    frame.setMargin(MARGIN_MM / 25.4 * SCREEN_DPI)
    document.rootFrame().setFrameFormat(frame)
    _keep_together(document, speakers)
    return document


def _fill(document: QTextDocument, parts: Sequence[str]) -> list[QTextCursor]:
    """Write it all; return where the names of the speakers stand."""
    speakers: list[QTextCursor] = []
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # it is laid out once, at the end
    for number, piece in enumerate(piece for part in parts for piece in pieces(part)):
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if number:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        begin = cursor.position()
        cursor.insertHtml(piece)
        if piece.startswith(WHO):
            speaker = QTextCursor(document)
            speaker.setPosition(begin)
            speakers.append(_set_apart(speaker))
    cursor.endEditBlock()
    return speakers


def _set_apart(speaker: QTextCursor) -> QTextCursor:
    """Leave room above a block: of what is inserted the first block loses its own margins."""
    look = QTextBlockFormat()
    look.setTopMargin(APART)
    speaker.mergeBlockFormat(look)
    return speaker


def _keep_together(document: QTextDocument, speakers: Sequence[QTextCursor]) -> None:
    """Begin a new page where a speaker's name would be the last of one."""
    page = document.pageSize().height()
    for speaker in speakers:
        below = document.documentLayout().blockBoundingRect(speaker.block()).bottom() % page
        if below > page - _pixels(MARGIN_MM + ALONE_MM):
            look = QTextBlockFormat()
            look.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            speaker.mergeBlockFormat(look)


def _set_formulas(document: QTextDocument, formulas: PrintedFormulas) -> None:
    """Give the pictures that stand for formulas the look of one."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for place, look in [*_pictures(document)]:
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        shown = formulas.look(look.toImageFormat().name(), look)
        if shown is not None:
            cursor.setCharFormat(shown)
    cursor.endEditBlock()


def _pictures(document: QTextDocument) -> Iterator[tuple[int, QTextCharFormat]]:
    block = document.begin()
    while block.isValid():
        pieces_of = block.begin()
        while not pieces_of.atEnd():
            fragment = pieces_of.fragment()
            if fragment.charFormat().isImageFormat():
                yield from ((fragment.position() + n, fragment.charFormat()) for n in range(fragment.length()))
            pieces_of += 1
        block = block.next()


def _pixels(millimetres: float) -> float:
    return millimetres / 25.4 * DPI
