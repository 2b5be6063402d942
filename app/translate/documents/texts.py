"""The formats that are text: which of them finds what, and how a file is put together again. No Qt."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from app.documents.plain_text import Encoding
from app.translate.documents import json_file, linguist, markdown, plain, po, strings_file, subtitles, table, web
from app.translate.documents.decoding import UTF_8, Decoded, decoded, is_whole
from app.translate.documents.formats import Kind, ReadDocument
from app.translate.documents.places import Found, Place, changed, replaced, units
from app.translate.documents.problem import DocumentProblem, ProblemCode

_DECLARED: dict[Kind, re.Pattern[bytes]] = {
    Kind.HTML: web.DECLARED,
    Kind.PO: po.DECLARED,
    Kind.TS: linguist.DECLARED,
}


def read_text(kind: Kind, data: bytes, columns: frozenset[int]) -> ReadDocument:
    """Return what is to be translated. Raises DocumentProblem."""
    found = _find(kind, decoded(data, _DECLARED.get(kind)).text, columns)
    return ReadDocument(kind, units(found.places), found.columns, found.language)


def written_text(kind: Kind, data: bytes, texts: Mapping[str, str], columns: frozenset[int], language: str) -> bytes:
    """Return the file with these texts. Raises DocumentProblem."""
    source = decoded(data, _DECLARED.get(kind))
    edits = list(changed(_find(kind, source.text, columns, language).places, texts))
    if not edits:
        return data
    edits = [(place, _tidied(kind, text, source.text)) for place, text in edits]
    edits += [(place, "") for place in _label(kind, source.text, language)]
    return _encoded(kind, source, edits)


def _find(kind: Kind, text: str, columns: frozenset[int], language: str = "") -> Found:
    match kind:
        case Kind.CSV:
            found = table.find(text, columns)
        case Kind.PO:
            found = po.find(text, language)
        case Kind.DOCX:
            raise DocumentProblem(ProblemCode.UNKNOWN_KIND, kind)
        case _:
            found = _FINDERS[kind](text)
    places = sorted((place for place in found.places if is_whole(place.text)), key=lambda place: place.start)
    return Found(places, found.columns, found.language)


_FINDERS = {
    Kind.TXT: plain.find,
    Kind.MD: markdown.find,
    Kind.HTML: web.find,
    Kind.SRT: subtitles.find_srt,
    Kind.VTT: subtitles.find_vtt,
    Kind.JSON: json_file.find,
    Kind.TS: linguist.find,
    Kind.STRINGS: strings_file.find,
}
_LABELS = {Kind.HTML: web.label, Kind.JSON: json_file.label, Kind.TS: linguist.label, Kind.PO: po.label}


def _label(kind: Kind, text: str, language: str) -> list[Place]:
    labels = _LABELS.get(kind)
    return labels(text, language) if labels and language else []


def _tidied(kind: Kind, text: str, source: str) -> str:
    """Return a text with the file's own line ends, where a line of it is a line of the file."""
    plain_ends = "\n".join(re.split("\r\n|\r|\n", text))
    return plain_ends.replace("\n", "\r\n") if kind in {Kind.TXT, Kind.CSV} and "\r\n" in source else plain_ends


def _encoded(kind: Kind, source: Decoded, edits: list[tuple[Place, str]]) -> bytes:
    """Write it as it was written; letters that the file's encoding lacks make it UTF-8, or become references."""
    text = replaced(source.text, edits)
    try:
        return source.encode(text)
    except UnicodeEncodeError:
        pass
    if source.encoding.name == UTF_8:
        raise DocumentProblem(ProblemCode.ENCODING, "half a character")
    if kind in {Kind.HTML, Kind.TS}:
        return source.encoding.mark + text.encode(source.encoding.name, "xmlcharrefreplace")
    if kind is Kind.PO:
        text = replaced(source.text, [*edits, *((place, "") for place in po.charset_label(source.text))])
    # Nothing else in these says what they are in: the mark does.
    mark = codecs.BOM_UTF8 if kind in {Kind.TXT, Kind.CSV, Kind.SRT, Kind.STRINGS} else b""
    return Decoded(text, Encoding(UTF_8, mark)).encode(text)
