"""Documents for tests, made by the libraries that write them, and the real worker to read them with."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import docx
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from app.documents.api import AnyDocumentEvent, DocumentFailed, DocumentProgress, DocumentRead
from app.ipc.framing import FrameDecoder, FrameError
from app.system.child import worker_command, worker_environment, worker_folder


def pdf(pages: list[list[str]], password: str = "") -> bytes:
    """Return a PDF with these lines on its pages."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        shown = "".join(f"({line}) Tj 0 -20 Td\n" for line in lines)
        stream.set_data(f"BT /F1 12 Tf 72 720 Td\n{shown}ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def word(paragraphs: list[str]) -> bytes:
    """Return a DOCX: the first paragraph is its title, and a table of two cells is at its end."""
    document = docx.Document()
    document.add_heading(paragraphs[0], 0)
    for text in paragraphs[1:]:
        document.add_paragraph(text)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word_with(part: str, content: bytes) -> bytes:
    """Return a DOCX in which one part is replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(["x"]))) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry, content if entry.filename == part else old.read(entry))
    return file.getvalue()


def zip_bomb(size: int = 120_000_000) -> bytes:
    """Return a DOCX of some hundred kilobytes whose text unpacks to ``size`` bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(size // 1_000_000):
                part.write(b" " * 1_000_000)
    return file.getvalue()


def pdf_bomb(size: int = 200_000_000) -> bytes:
    """Return a small PDF whose page unpacks to ``size`` bytes."""
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(b"q Q " * 250_000) for _ in range(size // 1_000_000)) + packer.flush()
    return raw_pdf(b"/Filter /FlateDecode", packed)


def raw_pdf(dictionary: bytes, content: bytes, kids: bytes = b"[3 0 R]") -> bytes:
    """Return a PDF of one page, written by hand: its content stream, and what the page tree lists."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids " + kids + b" >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>",
        b"<< /Length %d " % len(content) + dictionary + b" >>\nstream\n" + content + b"\nendstream",
    ]
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def read(path: Path, name: str = "", seconds: float = 100.0) -> DocumentRead | DocumentFailed:
    """Return what the real worker says last about a file."""
    last = transcript(path, name, seconds)[-1]
    assert not isinstance(last, DocumentProgress)
    return last


def transcript(path: Path, name: str = "", seconds: float = 100.0) -> list[AnyDocumentEvent]:
    """Return everything that the real worker says about a file."""
    with path.open("rb") as file:
        done = subprocess.run(
            [*worker_command("documents"), name or path.name],
            stdin=file,
            capture_output=True,
            cwd=worker_folder(),
            env=worker_environment(),
            timeout=seconds,
            check=False,
        )
    decoder: FrameDecoder[AnyDocumentEvent] = FrameDecoder(AnyDocumentEvent)
    found = decoder.feed(done.stdout)
    events = [event for event in found if not isinstance(event, FrameError)]
    if len(events) != len(found) or not events or isinstance(events[-1], DocumentProgress):
        sys.stderr.write(done.stderr.decode("utf-8", "replace"))
        raise AssertionError(f"the worker ended with {done.returncode} and said {found!r}")
    return events
