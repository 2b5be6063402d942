"""A person's own words for a pair of languages: what is in a text, what is missing, CSV and TBX. No Qt."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

import msgspec

MAX_TERMS = 10_000
MAX_IN_PROMPT = 20
MAX_BYTES = 8 << 20


class GlossaryError(ValueError):
    """A file is no glossary."""


class Term(msgspec.Struct, frozen=True):
    """One word or phrase and its translation."""

    source: str
    target: str


class Glossary(msgspec.Struct, frozen=True, kw_only=True):
    """All terms of one pair of languages, by their codes."""

    id: str
    source: str
    target: str
    terms: list[Term] = []

    @property
    def version(self) -> str:
        """Changes with every change of the terms; "" while there are none."""
        if not self.terms:
            return ""
        return hashlib.sha256(msgspec.json.encode(self.terms)).hexdigest()[:16]

    def matches(self, text: str) -> list[tuple[str, str]]:
        """Return the terms that occur in ``text``, the longest first, at most ``MAX_IN_PROMPT``."""
        folded = text.casefold()
        found = [term for term in self.terms if term.source.casefold() in folded and _occurs(term.source, text)]
        found.sort(key=lambda term: -len(term.source))
        return [(term.source, term.target) for term in found[:MAX_IN_PROMPT]]


@lru_cache(maxsize=1024)
def _pattern(word: str) -> re.Pattern[str]:
    """Whole words only, where the script has any: "Art" is not in "Start", but "Haus" in "Hauses"."""
    before = r"(?<!\w)" if re.match(r"[^\W\u3040-\u9fff\u0e00-\u0eff]", word) else ""
    after = r"(?!\w{4})" if len(word) > 3 else r"(?!\w)"
    spaced = not re.search(r"[\u3040-\u9fff\u0e00-\u0eff]", word)
    return re.compile(before + re.escape(word) + (after if spaced else ""), re.IGNORECASE)


def _occurs(word: str, text: str) -> bool:
    return _pattern(word).search(text) is not None


def tidy(pairs: Sequence[tuple[str, str]]) -> list[Term]:
    """Return terms without empty and repeated ones; the last translation of a word counts."""
    known = {" ".join(source.split()): " ".join(target.split()) for source, target in pairs}
    return [Term(source, target) for source, target in known.items() if source and target][:MAX_TERMS]


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
    """Read the first two columns, turned round if the heading says so. Raises GlossaryError."""
    rows = list(_csv_rows(data))
    if not rows:
        raise GlossaryError("no rows with two columns")
    heading = [cell.casefold() for cell in rows[0]]
    if heading == [target.casefold(), source.casefold()]:
        return tidy([(second, first) for first, second in rows[1:]])
    if heading in ([source.casefold(), target.casefold()], ["source", "target"]):
        rows = rows[1:]
    return tidy(rows)


def _csv_rows(data: bytes) -> Iterator[tuple[str, str]]:
    text = _decoded(data)
    first = text.splitlines()[0] if text.strip() else ""
    delimiter = max(",;\t", key=first.count)
    try:
        for row in csv.reader(io.StringIO(text), delimiter=delimiter):
            if len(row) >= 2:
                yield _armed(row[0].strip()), _armed(row[1].strip())
    except csv.Error as error:
        raise GlossaryError(str(error)) from error


def _armed(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in {"=", "+", "-", "@"} else cell


def _decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise GlossaryError("too large")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise GlossaryError("not UTF-8") from error


# --- TBX: version 2 (martif) and 3 (tbx) ---


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
        raise GlossaryError("no terms of these languages")
    return tidy(reader.pairs)


class _TbxReader:
    """Collects pairs while the parser goes through the file."""

    def __init__(self, source: str, target: str) -> None:
        self._source, self._target = source.casefold(), target.casefold()
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
        match name:
            case "conceptEntry" | "termEntry":
                self._terms = {}
            case "langSec" | "langSet":
                self._language = (attributes.get("xml:lang") or attributes.get("lang") or "").casefold()
            case "term":
                self._words = []

    def _text(self, text: str) -> None:
        if self._words is not None:
            self._words.append(text)

    def _end(self, name: str) -> None:
        if name == "term" and self._words is not None:
            self._terms.setdefault(self._language, "".join(self._words))
            self._words = None
        elif name in {"conceptEntry", "termEntry"}:
            first, second = self._find(self._source), self._find(self._target)
            if first and second:
                self.pairs.append((first, second))

    def _find(self, code: str) -> str:
        """Return the term of a language, or of a variant of it ("en-US" for "en")."""
        if code in self._terms:
            return self._terms[code]
        plain = code.partition("-")[0]
        return next((words for other, words in self._terms.items() if other.partition("-")[0] == plain), "")
