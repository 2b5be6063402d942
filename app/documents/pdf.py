"""PDF -> text, page by page, for as long as there is time."""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import DependencyError, PyPdfError

from app.documents.api import MAX_CHARACTERS, DocumentProblem
from app.documents.errors import DocumentError
from app.documents.preload import load_package

SOFT_CPU_SECONDS = 20.0
"""After so much work the pages read so far are the answer."""

# Broken pages end pypdf with all of these.
FAULTS = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, AssertionError)


@dataclass(frozen=True)
class PdfText:
    """What was read. ``pages_read`` is less than ``pages`` when time or room ran out."""

    text: str
    pages: int
    pages_read: int


def load() -> None:
    """Load and set up everything that pypdf loads late, by reading an empty page with it."""
    load_package("pypdf")
    file = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(file)
    PdfReader(file).pages[0].extract_text()


def read_pdf(data: bytes, progress: Callable[[int, int], None]) -> PdfText:
    """Return the text. Raises DocumentError, and whatever a damaged file makes of pypdf."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports every oddity of a file
    reader = PdfReader(io.BytesIO(data), strict=False)
    _unlock(reader)
    pages = len(reader.pages)
    texts = _texts(reader, pages, progress)
    text = "\n\n".join(texts)
    if not text.strip():
        raise DocumentError(DocumentProblem.SCANNED if pages else DocumentProblem.EMPTY, str(pages))
    return PdfText(text, pages, len(texts))


def _unlock(reader: PdfReader) -> None:
    """Open a file that is encrypted without a password, as many are that only forbid printing."""
    if not reader.is_encrypted:
        return
    try:
        opened = reader.decrypt("")
    except (DependencyError, NotImplementedError) as error:
        raise DocumentError(DocumentProblem.ENCRYPTED) from error
    if not opened:
        raise DocumentError(DocumentProblem.ENCRYPTED)


def _texts(reader: PdfReader, pages: int, progress: Callable[[int, int], None]) -> list[str]:
    texts: list[str] = []
    room = MAX_CHARACTERS
    for index in range(pages):
        text = _page_text(reader.pages[index])
        texts.append(text.strip("\n"))
        room -= len(text)
        progress(index + 1, pages)
        if room <= 0 or time.process_time() > SOFT_CPU_SECONDS:
            break
    return texts


def _page_text(page: PageObject) -> str:
    """Return a page's text; a page that cannot be read is left out, the others are still worth having."""
    try:
        return page.extract_text()
    except FAULTS:
        return ""
