"""DOCX: every paragraph of its text, tables, headers, footers and notes is a unit. No Qt.

Only the parts that change are written anew; all else of the archive goes over as it is. Words in another format than
most of their paragraph stand between marks, pictures and notes are marks.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from app.documents.api import DocumentProblem as Problem
from app.documents.errors import DocumentError
from app.documents.kinds import OLD_OFFICE
from app.documents.word import weigh
from app.translate.documents.places import unit_id
from app.translate.documents.problem import DocumentProblem, ProblemCode
from app.translate.documents.unit import Unit
from app.translate.documents.word_paragraph import Paragraph, Script, children
from app.translate.languages import by_code

_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
STYLES = "word/styles.xml"
BEHIND_BIDI_VISUAL = (
    "w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout "
    "w:tblCellMar w:tblLook w:tblCaption w:tblDescription w:tblPrChange"
)
"""What stands behind it in the properties of a table: Word refuses another order."""
_CODES = {
    Problem.ENCRYPTED: ProblemCode.PROTECTED,
    Problem.BOMB: ProblemCode.TOO_LARGE,
    Problem.UNSUPPORTED: ProblemCode.UNKNOWN_KIND,
}
_BROKEN = (
    zipfile.BadZipFile, zlib.error, KeyError, SyntaxError, ValueError, EOFError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What a damaged archive and damaged XML make of their readers."""


def find(data: bytes) -> list[Unit]:
    """Return the paragraphs. Raises DocumentProblem."""
    return [
        Unit(unit_id(number, paragraph.text), paragraph.text, _where(name, place))
        for number, (name, place, paragraph) in enumerate(_paragraphs(_parts(data)))
    ]


def write(data: bytes, texts: Mapping[str, str], language: str) -> bytes:
    """Return the document with these texts, in ``language``. Raises DocumentProblem."""
    parts = _parts(data)
    known = by_code(language)
    script = Script(language, rtl=known.rtl if known else None)
    touched: set[str] = set()
    for number, (name, _, paragraph) in enumerate(list(_paragraphs(parts))):
        new = texts.get(unit_id(number, paragraph.text), paragraph.text)
        if new != paragraph.text:
            paragraph.replace(new, script)
            touched.add(name)
    if not touched:
        return data
    if known is not None:
        for name in touched:
            _turn_tables(parts[name], rtl=known.rtl)
    changed = {name: serialize_part_xml(parts[name]) for name in touched}
    return _packed(data, changed, language)


def _parts(data: bytes) -> dict[str, BaseOxmlElement]:
    """Return the parts that have text, the main one first."""
    if data.startswith(OLD_OFFICE):  # what Office makes of a document with a password
        raise DocumentProblem(ProblemCode.PROTECTED)
    try:
        weigh(data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if _PARTS.fullmatch(name)]
            names.sort(key=lambda name: ("document" not in name, name))
            return {name: parse_xml(archive.read(name)) for name in names}
    except DocumentError as error:
        raise DocumentProblem(_CODES.get(error.problem, ProblemCode.DAMAGED), error.detail) from error
    except _BROKEN as error:
        raise DocumentProblem(ProblemCode.DAMAGED, type(error).__name__) from error


def _paragraphs(parts: Mapping[str, BaseOxmlElement]) -> Iterator[tuple[str, int, Paragraph]]:
    """Yield the paragraphs with words: the part that each is in, which of it, and itself."""
    for name, root in parts.items():
        for number, holder in enumerate(_holders(root), start=1):
            paragraph = Paragraph(holder)
            if paragraph.has_words:
                yield name, number, paragraph


def _holders(root: BaseOxmlElement) -> list[BaseOxmlElement]:
    """Return what has runs of words in it: paragraphs, and fields to fill in that lie in a paragraph."""
    return [
        element
        for element in root.iter(qn("w:p"), qn("w:sdtContent"))
        if element.tag == qn("w:p") or any(child.tag == qn("w:r") for child in children(element))
    ]


def _turn_tables(root: BaseOxmlElement, *, rtl: bool) -> None:
    """Let the columns of tables follow one another as the new words are read."""
    for properties in root.iter(qn("w:tblPr")):
        properties.remove_all("w:bidiVisual")
        if rtl:
            properties.insert_element_before(OxmlElement("w:bidiVisual"), *BEHIND_BIDI_VISUAL.split())


def _where(part: str, number: int) -> str:
    name = part.removeprefix("word/").removesuffix(".xml")
    return f"¶ {number}" if name == "document" else f"{name} ¶ {number}"


def _packed(data: bytes, changed: dict[str, bytes], language: str) -> bytes:
    file = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                content = changed.get(entry.filename) or old.read(entry)
                new.writestr(entry, _labelled(content, language) if entry.filename == STYLES else content)
    except _BROKEN as error:
        raise DocumentProblem(ProblemCode.DAMAGED, type(error).__name__) from error
    return file.getvalue()


def _labelled(styles: bytes, language: str) -> bytes:
    """Let Word check the spelling in the new language."""
    known = by_code(language)
    if known is None:
        return styles
    root = parse_xml(styles)
    kind = "w:bidi" if known.rtl else "w:eastAsia" if known.script in {"Hans", "Hant", "Jpan", "Kore"} else "w:val"
    found = root.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    for element in found:
        element.set(qn(kind), language)
    return serialize_part_xml(root) if found else styles
