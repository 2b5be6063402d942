"""DOCX -> text with a little Markdown. The archive is weighed before anything of it is unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from app.documents.api import MAX_CHARACTERS, DocumentProblem
from app.documents.errors import DocumentError
from app.documents.preload import load_package

MAX_UNPACKED = 256 * 1024 * 1024
MAX_XML = 96 * 1024 * 1024  # of one XML part: python-docx takes some ten times that in memory
MAX_ENTRIES = 10_000
MAX_RATIO = 400  # text packs to a hundredth at best, unless it says one thing only
SMALL = 4 * 1024 * 1024  # below this no ratio matters
MAIN_PART = "word/document.xml"
OTHERS = (
    ("xl/", "XLSX"),
    ("ppt/", "PPTX"),
    ("META-INF/container.xml", "EPUB"),
    ("content.xml", "OpenDocument"),
)


def load() -> None:
    """Load and set up everything that python-docx loads late."""
    load_package("docx")
    docx.Document().add_paragraph("")


def read_word(data: bytes) -> str:
    """Return the text. Raises DocumentError, and whatever a damaged file makes of python-docx."""
    weigh(data)
    return "\n\n".join(_limited(_blocks(docx.Document(io.BytesIO(data)))))


def weigh(data: bytes) -> None:
    """Refuse what is no Word document, or unpacks to far more than one has. Raises DocumentError, BadZipFile."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if MAIN_PART not in names:
        what = next((what for start, what in OTHERS if any(name.startswith(start) for name in names)), "ZIP")
        raise DocumentError(DocumentProblem.UNSUPPORTED, what)
    if any(entry.flag_bits & 1 for entry in entries):
        raise DocumentError(DocumentProblem.ENCRYPTED)
    total = sum(entry.file_size for entry in entries)
    xml = max(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    swollen = total > SMALL and total > MAX_RATIO * len(data)
    if swollen or total > MAX_UNPACKED or xml > MAX_XML or len(entries) > MAX_ENTRIES:
        raise DocumentError(DocumentProblem.BOMB, f"{total} bytes in {len(entries)} entries")


def _limited(blocks: Iterator[str]) -> Iterator[str]:
    room = MAX_CHARACTERS
    for block in blocks:
        if block.strip():
            yield block
            room -= len(block)
        if room <= 0:
            return


def _blocks(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        yield _paragraph(block) if isinstance(block, Paragraph) else "\n".join(_rows(block))


def _paragraph(paragraph: Paragraph) -> str:
    text = paragraph.text
    style = (paragraph.style.name if paragraph.style is not None else None) or ""
    if not text.strip():
        return ""
    if style == "Title":
        return f"# {text}"
    if style.startswith("Heading "):
        level = style.removeprefix("Heading ")
        return f"{'#' * (int(level) if level.isascii() and level.isdigit() and len(level) == 1 else 1)} {text}"
    return f"- {text}" if style.startswith("List") else text


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        seen: list[str] = []
        before = None
        for cell in row.cells:
            if cell._tc is not before:  # a merged cell comes once per column that it spans
                seen.append(" ".join(cell.text.split()))
            before = cell._tc
        yield " | ".join(seen)
