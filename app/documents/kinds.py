"""What a file is: its first bytes decide, its name only says which text it is."""

from __future__ import annotations

from pathlib import PurePath

from app.documents.api import DocumentKind, DocumentProblem
from app.documents.errors import DocumentError

HEAD_BYTES = 4096
PDF_WITHIN = 1024  # bytes: readers accept rubbish before "%PDF-" up to here
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\1\0")
# Kinds that a person may well take for documents; the name says it in the sentence.
UNSUPPORTED = {
    b"{\\rtf": "RTF",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "RAR",
    b"\x1f\x8b": "gzip",
    b"GGUF": "GGUF",
    b"\x7fELF": "ELF",
    b"MZ\x90": "EXE",
    b"ID3": "MP3",
    b"OggS": "OGG",
}
_CODE = (
    "py pyi js mjs cjs ts tsx jsx java kt kts c h cc cpp cxx hpp hh cs go rs rb php swift scala sh bash zsh fish ps1 "
    "bat cmd lua r jl pl pm sql toml yaml yml json jsonl ini cfg conf env xml svg css scss less vue dart m mm hs ml "
    "clj ex exs erl f90 asm s v vhd tex bib diff patch dockerfile makefile cmake gradle proto graphql ipynb log"
)
CODE = frozenset(_CODE.split())
MARKDOWN = frozenset({"md", "markdown", "mdown", "mkd", "rst", "adoc", "org"})
HTML = frozenset({"html", "htm", "xhtml"})
CSV = frozenset({"csv", "tsv"})

MEDIA_TYPES = {
    DocumentKind.TEXT: "text/plain",
    DocumentKind.MARKDOWN: "text/markdown",
    DocumentKind.CODE: "text/x-code",
    DocumentKind.CSV: "text/csv",
    DocumentKind.HTML: "text/html",
    DocumentKind.PDF: "application/pdf",
    DocumentKind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def kind_of(head: bytes, name: str) -> DocumentKind:
    """Return the kind by the first ``HEAD_BYTES`` and the name. Raises DocumentError for what is no document.

    WORD stands for every zip file here: what is in it shows when it is opened.
    """
    if b"%PDF-" in head[:PDF_WITHIN]:
        return DocumentKind.PDF
    if head.startswith(ZIP):
        return DocumentKind.WORD
    if head.startswith(OLD_OFFICE):
        raise DocumentError(DocumentProblem.OLD_OFFICE)
    if head.startswith(PICTURES) or head[8:12] == b"WEBP" or head[4:12] in {b"ftypheic", b"ftypavif"}:
        raise DocumentError(DocumentProblem.PICTURE)
    for start, what in UNSUPPORTED.items():
        if head.startswith(start):
            raise DocumentError(DocumentProblem.UNSUPPORTED, what)
    return text_kind(head, name)


def text_kind(head: bytes, name: str) -> DocumentKind:
    """Return which kind of text it is, should it be text."""
    path = PurePath(name.lower())
    ending = path.suffix[1:] or path.name
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:64].lower()
    if ending in HTML or start.startswith((b"<!doctype html", b"<html")):
        return DocumentKind.HTML
    if ending in CSV:
        return DocumentKind.CSV
    if ending in MARKDOWN:
        return DocumentKind.MARKDOWN
    return DocumentKind.CODE if ending in CODE else DocumentKind.TEXT
