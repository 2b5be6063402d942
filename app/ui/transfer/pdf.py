"""Conversations as a PDF: HTML is set by Qt, on a thread of its own.

Most of the work is one call of Qt's, ``print_``, which lets other threads go on; the HTML is taken in small pieces, so
that between them the window is served as well. Nothing that the HTML names is ever opened.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QObject, QThread
from PySide6.QtGui import (
    QFont,
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

from app.system.files import atomic_write

log = logging.getLogger(__name__)

MARGIN_MM = 2.0  # besides the two centimetres that Qt leaves by itself
POINTS = 10.5
DPI = 300


@dataclass(frozen=True)
class Print:
    """What is to be printed: ``pieces`` are HTML, each whole in itself; ``style`` is a style sheet as Qt knows them."""

    title: str
    pieces: Sequence[str]
    style: str
    font: QFont


class _Sealed(QTextDocument):
    """Whatever a page names (a picture, a style sheet, a font) is one clear pixel: nothing is looked for."""

    @override
    def loadResource(self, type_: int, name: Any) -> Any:
        # Nothing at all, or no bytes, would let Qt open the name as a file.
        pixel = QImage(1, 1, QImage.Format.Format_ARGB32)
        pixel.fill(0)
        return pixel


class PdfThread(QThread):
    """Writes one file; ``finished`` says that it is there, or ``problem`` why it is not."""

    def __init__(self, content: Print, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.problem: OSError | None = None
        self._content = content

    @override
    def run(self) -> None:
        try:
            atomic_write(self.path, pdf_bytes(self._content, self.isInterruptionRequested))
        except InterruptedError:
            log.info("printing was given up")
        except OSError as error:
            self.problem = error


def pdf_bytes(content: Print, stopped: Callable[[], bool] = lambda: False) -> bytes:
    """Return the PDF. Raises InterruptedError when ``stopped()`` says so between two pieces."""
    document = _document(content, stopped)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(content.title)
    writer.setCreator("Parley")
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(_paper()))
    writer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    document.print_(writer)
    del writer  # writes the end of the file
    buffer.close()
    return bytes(data.data())


def _document(content: Print, stopped: Callable[[], bool]) -> QTextDocument:
    document = _Sealed()
    font = QFont(content.font)
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(content.style)
    cursor = QTextCursor(document)
    for number, piece in enumerate(content.pieces):
        if stopped():
            raise InterruptedError
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if number:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        cursor.insertHtml(piece)
    return document


def _paper() -> QPageSize.PageSizeId:
    """Return the paper that is usual where the person lives."""
    metric = QLocale().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    return QPageSize.PageSizeId.A4 if metric else QPageSize.PageSizeId.Letter
