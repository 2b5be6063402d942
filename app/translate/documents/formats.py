"""The documents that can be translated: reading their texts, writing them back with others. No Qt.

What is not replaced stays as it was, byte for byte (in DOCX: element for element). Files may be made to harm whoever
reads them, so the window lets ``app/translate/documents/worker.py`` do it.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping
from pathlib import Path

from app.system.files import atomic_write
from app.translate.documents.kinds import Kind, ReadDocument
from app.translate.documents.problem import DocumentProblem, ProblemCode, problem_of
from app.translate.documents.unit import Unit
from app.translate.languages import by_code

MAX_BYTES = 64 * 1024 * 1024
MAX_UNITS = 200_000
MAX_CHARACTERS = 8_000_000
"""Of all units of a document: some 25 novels."""
MAX_UNIT_CHARACTERS = 500_000
"""Of one unit: it travels in one message."""

_ENDINGS = {f".{kind}": kind for kind in Kind} | {
    ".text": Kind.TXT,
    ".markdown": Kind.MD,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".tsv": Kind.CSV,
    ".pot": Kind.PO,
    ".arb": Kind.JSON,
}


_CODE = re.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?")


def kind_of(path: Path) -> Kind | None:
    """Return what a file is by its name, None for what is not translated. Nothing is opened."""
    return _ENDINGS.get(path.suffix.lower())


def suffixes() -> tuple[str, ...]:
    """Return the endings of names that are accepted, with their dots."""
    return tuple(_ENDINGS)


def suggested_name(source: Path, language: str) -> str:
    """Return a name for the translation: "letter.de.docx"; a language in the source's name gives way to it."""
    stem = source.stem
    signs = "[._-]|^" if kind_of(source) in {Kind.JSON, Kind.PO, Kind.TS, Kind.STRINGS} else "[.]"
    for cut in re.finditer(signs, stem):
        named = stem[cut.end() :]
        if _CODE.fullmatch(named) and by_code(named.replace("_", "-")) is not None:
            return f"{stem[: cut.end()]}{language}{source.suffix}"
    return f"{stem}.{language}{source.suffix}"


def read(path: Path, columns: frozenset[int] = frozenset()) -> ReadDocument:
    """Return what is to be translated; of a table, the texts in ``columns``. Raises DocumentProblem."""
    return read_bytes(content_of(path), path.name, columns)


def write(
    source: Path,
    target: Path,
    texts: Mapping[str, str],
    columns: frozenset[int] = frozenset(),
    language: str = "",
) -> None:
    """Write ``source`` to ``target`` with these texts for the units of these ids. Raises DocumentProblem.

    Units without a text keep theirs. ``language``: what the texts are in; files that name their language name it.
    """
    data = written_bytes(content_of(source), source.name, texts, columns, language)
    try:
        atomic_write(target, data, stat.S_IMODE(source.stat().st_mode))
    except OSError as error:
        raise problem_of(error) from error


def content_of(path: Path) -> bytes:
    """Return a document's bytes. Raises DocumentProblem."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise DocumentProblem(ProblemCode.UNKNOWN_KIND, "no file")
        if found.st_size > MAX_BYTES:
            raise DocumentProblem(ProblemCode.TOO_LARGE, str(found.st_size))
        return path.read_bytes()
    except OSError as error:
        raise problem_of(error) from error


def read_bytes(data: bytes, name: str, columns: frozenset[int] = frozenset()) -> ReadDocument:
    """Return what is to be translated in a document of this name. Raises DocumentProblem."""
    kind = _kind(name)
    if kind is Kind.DOCX:
        from app.translate.documents import word  # noqa: PLC0415 - takes 30 MB

        found = ReadDocument(kind, word.find(data))
    else:
        from app.translate.documents import texts  # noqa: PLC0415

        found = texts.read_text(kind, data, columns)
    _refuse_too_many(found.units)
    if not found.units and (columns or not found.columns):
        raise DocumentProblem(ProblemCode.NOTHING_TO_TRANSLATE)
    return found


def written_bytes(
    data: bytes, name: str, texts: Mapping[str, str], columns: frozenset[int] = frozenset(), language: str = ""
) -> bytes:
    """Return a document with these texts. Raises DocumentProblem."""
    kind = _kind(name)
    if kind is Kind.DOCX:
        from app.translate.documents import word  # noqa: PLC0415

        return word.write(data, texts, language)
    from app.translate.documents.texts import written_text  # noqa: PLC0415

    return written_text(kind, data, texts, columns, language)


def _kind(name: str) -> Kind:
    kind = kind_of(Path(name))
    if kind is None:
        raise DocumentProblem(ProblemCode.UNKNOWN_KIND, Path(name).suffix)
    return kind


def _refuse_too_many(units: list[Unit]) -> None:
    lengths = [len(unit.text) for unit in units]
    if len(units) > MAX_UNITS or sum(lengths) > MAX_CHARACTERS or max(lengths, default=0) > MAX_UNIT_CHARACTERS:
        raise DocumentProblem(ProblemCode.TOO_LARGE, f"{len(units)} units")
