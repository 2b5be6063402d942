"""The formats that are text: which of them finds what, and how the file is put together again. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from app.translate.documents import plain
from app.translate.documents.decoding import decoded, is_whole
from app.translate.documents.formats import Kind, ReadDocument
from app.translate.documents.places import Found, changed, replaced, units
from app.translate.documents.problem import DocumentProblem, ProblemCode


def read_text(kind: Kind, data: bytes, columns: frozenset[int]) -> ReadDocument:
    """Return what is to be translated. Raises DocumentProblem."""
    found = _find(kind, decoded(data).text, columns)
    return ReadDocument(kind, units(found.places), found.columns, found.language)


def written_text(kind: Kind, data: bytes, texts: Mapping[str, str], columns: frozenset[int], language: str) -> bytes:
    """Return the file with these texts. Raises DocumentProblem."""
    source = decoded(data)
    edits = list(changed(_find(kind, source.text, columns).places, texts))
    return source.encode(replaced(source.text, edits)) if edits else data


def _find(kind: Kind, text: str, columns: frozenset[int]) -> Found:
    match kind:
        case Kind.TXT:
            found = plain.find(text)
        case _:
            raise DocumentProblem(ProblemCode.UNKNOWN_KIND, kind)
    return Found([place for place in found.places if is_whole(place.text)], found.columns, found.language)
