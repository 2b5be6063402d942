"""A person's own words for a pair of languages: what is in a text, what is missing, CSV and TBX. No Qt."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

import msgspec

from app.translate.languages import Language, by_code, find
from app.translate.word_forms import Wanted, folded, wanted

MAX_TERMS = 10_000
MAX_IN_PROMPT = 20
MAX_BYTES = 8 << 20


class GlossaryError(ValueError):
    """A file is no glossary."""


class OtherLanguagesError(GlossaryError):
    """A file is a glossary of other languages."""


class Term(msgspec.Struct, frozen=True):
    """One word or phrase and its translation."""

    source: str
    target: str


class Glossary(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All terms of one pair of languages, by their codes."""

    id: str
    source: str
    target: str
    terms: list[Term] = []

    @cached_property
    def version(self) -> str:
        """Changes with every change of the terms; "" while there are none."""
        if not self.terms:
            return ""
        return hashlib.sha256(msgspec.json.encode(self.terms)).hexdigest()[:16]

    @cached_property
    def _wanted(self) -> list[Wanted]:
        return [wanted(term.source, self.source) for term in self.terms]

    def matches(self, text: str) -> list[tuple[str, str]]:
        """Return the terms that occur in ``text``, the longest first, at most ``MAX_IN_PROMPT``."""
        there = folded(text, self.source)
        found = [term for term, words in zip(self.terms, self._wanted, strict=True) if words.is_in(there)]
        found.sort(key=lambda term: -len(term.source))
        return [(term.source, term.target) for term in found[:MAX_IN_PROMPT]]


def tidy(pairs: Sequence[tuple[str, str]]) -> list[Term]:
    """Return terms without empty and repeated ones; the last translation of a word counts."""
    known = {_plain(source): _plain(target) for source, target in pairs}
    return [Term(source, target) for source, target in known.items() if source and target][:MAX_TERMS]


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


# --- CSV: source, target; with or without a heading ---


def to_csv(glossary: Glossary) -> bytes:
    """Return a table with the codes as its heading, as spreadsheets read it (UTF-8 with a mark)."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([glossary.source, glossary.target])
    writer.writerows((defused(term.source), defused(term.target)) for term in glossary.terms)
    return file.getvalue().encode("utf-8-sig")


def defused(cell: str) -> str:
    """Spreadsheets compute what begins so."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def from_csv(data: bytes, source: str, target: str) -> list[Term]:
    """Read the columns of both languages, by the heading if there is one, else the first two. Raises GlossaryError.

    A third and a fourth column may name the languages of their row, as DeepL writes them.
    """
    rows = list(_csv_rows(data, source, target))
    if not rows:
        raise GlossaryError("no rows with two columns")
    columns = _columns(rows[0], source, target)
    if columns is not None:
        first, second = columns
        return tidy([(row[first], row[second]) for row in rows[1:] if len(row) > max(columns)])
    if [cell.casefold() for cell in rows[0][:2]] == ["source", "target"]:
        rows = rows[1:]
    return tidy([pair for row in rows if (pair := _pair(row, source, target)) is not None])


def _columns(heading: Sequence[str], source: str, target: str) -> tuple[int, int] | None:
    """Return where the words of both languages stand; None when this is no heading."""
    codes = [language.code if (language := _language(cell)) else "" for cell in heading]
    if source in codes and target in codes and any(codes[:2]):
        return codes.index(source), codes.index(target)
    if len(set(codes) - {""}) == len(heading):
        raise OtherLanguagesError(" ".join(codes))
    return None


def _language(cell: str) -> Language | None:
    """Return the language that a heading names: by code, English name or own name."""
    named = by_code(cell.replace("_", "-"))
    if named is None and (found := find(cell)):
        names = (found[0].english_name, found[0].native_name, *found[0].aliases)
        named = found[0] if cell.casefold() in {name.casefold() for name in names} else None
    return named


def _pair(row: Sequence[str], source: str, target: str) -> tuple[str, str] | None:
    codes = [language.code if (language := by_code(cell)) else "" for cell in row[2:4]]
    if len(codes) < 2 or not all(codes) or codes == [source, target]:
        return row[0], row[1]
    return (row[1], row[0]) if codes == [target, source] else None


def _csv_rows(data: bytes, source: str, target: str) -> Iterator[list[str]]:
    text = _decoded(data, source, target)
    said = re.match(r"sep=(.)\r?\n", text)  # as Excel writes it
    text = text[said.end() :] if said else text
    first = text.splitlines()[0] if text.strip() else ""
    delimiter = said[1] if said else max(",;\t", key=first.count)
    try:
        for row in csv.reader(io.StringIO(text), delimiter=delimiter):
            if len(row) >= 2:
                yield [_armed(cell.strip()) for cell in row]
    except csv.Error as error:
        raise GlossaryError(str(error)) from error


def _armed(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in {"=", "+", "-", "@"} else cell


def _decoded(data: bytes, source: str, target: str) -> str:
    """Return the text of a table; spreadsheets still write it in the encoding of their system's language."""
    if len(data) > MAX_BYTES:
        raise GlossaryError("too large")
    from app.documents.errors import DocumentError  # noqa: PLC0415 - loads 2 MB that only a file needs
    from app.documents.plain_text import encoding_of  # noqa: PLC0415

    try:
        found = encoding_of(data)
    except DocumentError as error:
        raise GlossaryError("no text") from error
    names = [found.name] if found.mark or b"\0" in data else ["utf-8", *_legacy(source, target), found.name]
    for name in names:
        try:
            return data[len(found.mark) :].decode(name)
        except UnicodeDecodeError:
            continue
    raise GlossaryError("not UTF-8")


_LEGACY = {
    "Arab": "cp1256", "Hebr": "cp1255", "Cyrl": "cp1251", "Grek": "cp1253", "Thai": "cp874",
    "Hans": "gb18030", "Hant": "cp950", "Jpan": "cp932", "Kore": "cp949",
}  # fmt: skip
_LEGACY_LATIN = {
    "cp1250": {"pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq"},
    "cp1254": {"tr", "az"},
    "cp1257": {"lt", "lv", "et"},
    "cp1258": {"vi"},
}


def _legacy(source: str, target: str) -> list[str]:
    """Return the encodings that Windows uses for these languages; what has only one of them, the Western one last."""
    found = []
    for code in (source, target):
        language = by_code(code)
        latin = next((name for name, codes in _LEGACY_LATIN.items() if code in codes), "")
        name = _LEGACY.get(language.script, latin) if language else ""
        found += [name] if name else []
    return [*found, "cp1252"]


# --- TBX: version 2 (martif), 3 (tbx) and TBX-Min ---


def to_tbx(glossary: Glossary) -> bytes:
    """Return TBX-Basic, version 3 (ISO 30042:2019)."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tbx type="TBX-Basic" style="dca" xml:lang={quoteattr(glossary.source)} xmlns="urn:iso:std:iso:30042:ed-2">',
        "<tbxHeader><fileDesc><sourceDesc><p>Parley</p></sourceDesc></fileDesc></tbxHeader>",
        "<text><body>",
    ]
    for number, term in enumerate(glossary.terms, start=1):
        sides = ((glossary.source, term.source), (glossary.target, term.target))
        sections = "".join(
            f"<langSec xml:lang={quoteattr(code)}><termSec><term>{_xml(words)}</term></termSec></langSec>"
            for code, words in sides
        )
        lines.append(f'<conceptEntry id="c{number}">{sections}</conceptEntry>')
    return "\n".join([*lines, "</body></text>", "</tbx>", ""]).encode()


def _xml(text: str) -> str:
    return escape("".join(sign for sign in text if sign >= " "))


def from_tbx(data: bytes, source: str, target: str) -> list[Term]:
    """Read the first term of each concept in both languages. Raises GlossaryError; no entity is ever fetched."""
    if len(data) > MAX_BYTES:
        raise GlossaryError("too large")
    reader = _TbxReader(source, target)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise GlossaryError(str(error)) from error
    if not reader.pairs:
        raise OtherLanguagesError("no terms of these languages") if reader.seen else GlossaryError("no terms")
    return tidy(reader.pairs)


class _TbxReader:
    """Collects pairs while the parser goes through the file."""

    def __init__(self, source: str, target: str) -> None:
        self._source, self._target = source, target
        self.seen = False  # whether there are terms at all
        self.pairs: list[tuple[str, str]] = []
        self._language = ""
        self._words: list[str] | None = None
        self._terms: dict[str, str] = {}
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._refuse

    def _refuse(self, *_declaration: object) -> None:
        raise GlossaryError("declares entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "conceptEntry" | "termEntry" | "entry":
                self._terms = {}
            case "langSec" | "langSet" | "langGroup":
                named = attributes.get("xml:lang") or attributes.get("lang") or ""
                language = by_code(named.replace("_", "-"))
                self._language = language.code if language else named
            case "term":
                self._words = []

    def _text(self, text: str) -> None:
        if self._words is not None:
            self._words.append(text)

    def _end(self, name: str) -> None:
        kind = name.rpartition(":")[2]
        if kind == "term" and self._words is not None:
            self.seen = True
            self._terms.setdefault(self._language, "".join(self._words))
            self._words = None
        elif kind in {"conceptEntry", "termEntry", "entry"}:
            first, second = self._terms.get(self._source, ""), self._terms.get(self._target, "")
            if first and second:
                self.pairs.append((first, second))
