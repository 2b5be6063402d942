"""The formats that are text: which of them finds what, and how a file is put together again. No Qt."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from app.documents.plain_text import Encoding
from app.translate.documents import json_file, linguist, markdown, plain, po, strings_file, subtitles, table, web
from app.translate.documents.decoding import UTF_8, Decoded, decoded, is_whole
from app.translate.documents.kinds import Kind, ReadDocument
from app.translate.documents.places import Found, Place, changed, replaced, units
from app.translate.documents.problem import DocumentProblem, ProblemCode

_DECLARED: dict[Kind, re.Pattern[bytes]] = {
    Kind.HTML: web.DECLARED,
    Kind.PO: po.DECLARED,
    Kind.TS: linguist.DECLARED,
}


_ANY_END = re.compile("\r\n|\r|\n")


def read_text(kind: Kind, data: bytes, columns: frozenset[int]) -> ReadDocument:
    """Return what is to be translated. Raises DocumentProblem."""
    found = _find(kind, decoded(data, _DECLARED.get(kind)).text, columns)
    return ReadDocument(kind, units(found.places), found.columns, found.language)


def written_text(kind: Kind, data: bytes, texts: Mapping[str, str], columns: frozenset[int], language: str) -> bytes:
    """Return the file with these texts. Raises DocumentProblem."""
    source = decoded(data, _DECLARED.get(kind))
    edits = list(changed(_find(kind, source.text, columns).places, texts))
    if not edits:
        return data
    # Where a line of a text is a line of the file, it ends as the file's lines do.
    ends = "\r\n" if kind in {Kind.TXT, Kind.CSV} and "\r\n" in source.text else "\n"
    edits = [(place, ends.join(_ANY_END.split(text))) for place, text in edits]
    edits += [(place, "") for place in _label(kind, source.text, language)]
    new = replaced(source.text, edits)
    return _encoded(kind, source, _with_all_forms(kind, source.text, new, language))


def _with_all_forms(kind: Kind, source: str, translated: str, language: str) -> str:
    """Return a localiser's file with the plurals that its new language has."""
    if kind is Kind.PO:
        return po.with_all_forms(source, translated, language)
    return linguist.with_all_forms(translated, language) if kind is Kind.TS else translated


def _find(kind: Kind, text: str, columns: frozenset[int]) -> Found:
    match kind:
        case Kind.CSV:
            found = table.find(text, columns)
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
    Kind.PO: po.find,
    Kind.TS: linguist.find,
    Kind.STRINGS: strings_file.find,
}
_LABELS = {Kind.HTML: web.label, Kind.JSON: json_file.label, Kind.TS: linguist.label, Kind.PO: po.label}


def _label(kind: Kind, text: str, language: str) -> list[Place]:
    labels = _LABELS.get(kind)
    return labels(text, language) if labels and language else []


def _encoded(kind: Kind, source: Decoded, text: str) -> bytes:
    """Write it as it was written; letters that the file's encoding lacks make it UTF-8, or become references."""
    try:
        return source.encode(text)
    except UnicodeEncodeError:
        pass
    if source.encoding.name == UTF_8:
        raise DocumentProblem(ProblemCode.ENCODING, "half a character")
    if kind in {Kind.HTML, Kind.TS}:
        return source.encoding.mark + text.encode(source.encoding.name, "xmlcharrefreplace")
    if kind is Kind.PO:
        text = replaced(text, [(place, "") for place in po.charset_label(text)])
    # Nothing else in these says what they are in: the mark does.
    mark = codecs.BOM_UTF8 if kind in {Kind.TXT, Kind.CSV, Kind.SRT, Kind.STRINGS} else b""
    return Decoded(text, Encoding(UTF_8, mark)).encode(text)
