"""The documents worker: reads the one file that is its standard input, says what is in it, and ends.

The file may be made to harm whoever reads it. So this process shuts itself in before it looks at the content: memory,
processor time and wall time are limited, and it can open nothing any more: no file, no connection, no process. One
line goes out, with progress before it, and the process is gone.
"""

from __future__ import annotations

import os
import stat
import traceback
from collections.abc import Callable

from app.documents.api import (
    MAX_CHARACTERS,
    MAX_FILE_BYTES,
    DocumentEvent,
    DocumentFailed,
    DocumentKind,
    DocumentProblem,
    DocumentProgress,
    DocumentRead,
)
from app.documents.cleaning import clean
from app.documents.errors import DocumentError
from app.documents.kinds import HEAD_BYTES, kind_of
from app.documents.preload import load_encodings
from app.documents.shutting import end_in_time, shut_in
from app.ipc.pipes import MessageWriter
from app.system.child import die_with_parent

Read = Callable[[bytes], DocumentRead]


def main(name: str) -> int:
    """Read the document on standard input; ``name`` is the file's, of which only the ending matters."""
    die_with_parent()
    writer = MessageWriter.take_standard_output()
    end_in_time(lambda: writer.send(DocumentFailed(problem=DocumentProblem.TOO_SLOW)))
    try:
        last = _answer(name, writer)
    except DocumentError as error:
        last = DocumentFailed(problem=error.problem, detail=error.detail)
    except MemoryError:
        last = DocumentFailed(problem=DocumentProblem.TOO_MUCH_MEMORY)
    except Exception as error:  # noqa: BLE001  (the process boundary: what a parser makes of a hostile file has no end)
        traceback.print_exception(error, limit=8)
        last = DocumentFailed(problem=DocumentProblem.DAMAGED, detail=type(error).__name__)
    writer.send(last)
    return 0


def _answer(name: str, writer: MessageWriter) -> DocumentEvent:
    data = _input()
    load_encodings()
    reader = _reader(kind_of(data[:HEAD_BYTES], name), writer)
    shut_in()
    read = reader(data)
    return read if read.text.strip() else DocumentFailed(problem=DocumentProblem.EMPTY)


def _input() -> bytes:
    found = os.fstat(0)
    if not stat.S_ISREG(found.st_mode):
        raise DocumentError(DocumentProblem.NO_FILE)
    if found.st_size > MAX_FILE_BYTES:
        raise DocumentError(DocumentProblem.TOO_LARGE, str(found.st_size))
    try:
        with os.fdopen(0, "rb", closefd=False) as file:
            data = file.read(MAX_FILE_BYTES)
    except OSError as error:
        raise DocumentError(DocumentProblem.UNREADABLE, error.strerror or "") from error
    if not data:
        raise DocumentError(DocumentProblem.EMPTY)
    return data


def _reader(kind: DocumentKind, writer: MessageWriter) -> Read:
    """Load what reads this kind: once shut in, nothing can be loaded any more."""
    match kind:
        case DocumentKind.PDF:
            return _pdf_reader(writer)
        case DocumentKind.WORD:
            from app.documents import word  # noqa: PLC0415  (only what is needed)

            word.load()
            return lambda data: _finished(kind, word.read_word(data))
        case _:
            return _text_reader(kind)


def _pdf_reader(writer: MessageWriter) -> Read:
    from app.documents import pdf  # noqa: PLC0415

    pdf.load()

    def read(data: bytes) -> DocumentRead:
        found = pdf.read_pdf(data, lambda done, total: writer.send(DocumentProgress(done=done, total=total)))
        return _finished(DocumentKind.PDF, found.text, found.pages, found.pages_read)

    return read


def _text_reader(kind: DocumentKind) -> Read:
    from app.documents.plain_text import decode  # noqa: PLC0415
    from app.documents.web_page import read_page  # noqa: PLC0415

    def read(data: bytes) -> DocumentRead:
        text = decode(data)
        return _finished(kind, read_page(text) if kind is DocumentKind.HTML else text)

    return read


def _finished(kind: DocumentKind, text: str, pages: int = 0, pages_read: int = 0) -> DocumentRead:
    text = clean(text)
    cut = len(text) > MAX_CHARACTERS or pages_read < pages
    return DocumentRead(kind=kind, text=text[:MAX_CHARACTERS], pages=pages, pages_read=pages_read, cut=cut)
