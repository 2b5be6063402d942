"""CSV and TSV: the cells of chosen columns. The sign between cells is found by looking. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

import msgspec

from app.translate.documents.places import Found, Place, Show
from app.translate.documents.problem import DocumentProblem, ProblemCode
from app.translate.documents.unit import Column
from app.translate.glossary import defused
from app.translate.masking import is_all_kept

DELIMITERS = ",;\t|"
SAMPLE_ROWS = 50
SAMPLE_CHARACTERS = 200
MAX_COLUMNS = 2000
MAX_CELLS = 3_000_000
LONGEST_NAME = 60


class Cell(msgspec.Struct, frozen=True):
    """One cell: ``raw`` begins at ``start`` in the file, quotation marks and all."""

    row: int
    column: int
    start: int
    raw: str

    @property
    def text(self) -> str:
        """What the cell says."""
        quoted = self.raw.startswith('"')
        return self.raw[1:].removesuffix('"').replace('""', '"') if quoted else self.raw


def find(source: str, columns: frozenset[int]) -> Found:
    """Return the table's columns and the texts in those that are chosen. Raises DocumentProblem."""
    delimiter = _delimiter(source)
    reader = _Reader(delimiter, columns)
    for row, line in groupby(cells(source, delimiter), key=lambda cell: cell.row):
        reader.take(row, list(line))
    return Found(reader.places, reader.columns())


class _Reader:
    """Takes row after row."""

    def __init__(self, delimiter: str, chosen: frozenset[int]) -> None:
        self._delimiter, self._chosen = delimiter, chosen
        self._first: list[Cell] = []
        self._names: list[str] = []
        self._samples: dict[int, str] = {}
        self._width = 0
        self.places: list[Place] = []

    def columns(self) -> list[Column]:
        """Return all columns."""
        if self._first:  # it was the only row
            self._take_all(self._first)
        return [Column(index, self._name(index), self._samples.get(index, "")) for index in range(self._width)]

    def take(self, row: int, line: list[Cell]) -> None:
        """Take one row; whether the first one is a heading only matters when there is a second."""
        self._width = max(self._width, len(line))
        if row == 0:
            self._first = line
            return
        if self._first:
            self._names = _names(self._first)
            if not self._names:
                self._take_all(self._first)
            self._first = []
        self._take_all(line)

    def _take_all(self, line: list[Cell]) -> None:
        for cell in line:
            text = "\n".join(cell.text.strip().split("\r\n"))
            known = cell.column in self._samples and cell.column not in self._chosen
            if known or not text or text.startswith("=") or is_all_kept(text):
                continue
            self._samples.setdefault(cell.column, text[:SAMPLE_CHARACTERS])
            if cell.column in self._chosen:
                where = f"{cell.row + 1} · {self._name(cell.column) or cell.column + 1}"
                end = cell.start + len(cell.raw)
                self.places.append(Place(cell.start, end, text, _writer(cell, self._delimiter), where))

    def _name(self, column: int) -> str:
        return self._names[column] if column < len(self._names) else ""


def cells(source: str, delimiter: str) -> Iterator[Cell]:
    """Yield all cells as Python's csv module and spreadsheets see them. Raises DocumentProblem for far too many."""
    plain = re.escape(delimiter)
    pattern = re.compile(rf'(?:"(?:[^"]|"")*"?)?[^{plain}\r\n]*')
    at = row = column = count = 0
    while at < len(source):
        match = pattern.match(source, at)
        assert match is not None, "the pattern matches anywhere"
        count += 1
        if count > MAX_CELLS or column > MAX_COLUMNS:
            raise DocumentProblem(ProblemCode.TOO_LARGE, f"{count} cells")
        yield Cell(row, column, at, match[0])
        at = match.end()
        if source.startswith(delimiter, at):
            at, column = at + 1, column + 1
        else:
            at += 2 if source.startswith("\r\n", at) else 1
            row, column = row + 1, 0


def _writer(cell: Cell, delimiter: str) -> Callable[[str, Show], str]:
    source = cell.text
    lead, tail = source[: len(source) - len(source.lstrip())], source[len(source.rstrip()) :]

    def write(text: str, _show: Show) -> str:
        new = lead + (text if defused(source) != source else defused(text)) + tail
        if cell.raw.startswith('"') or any(sign in new for sign in f'{delimiter}"\r\n'):
            return '"' + new.replace('"', '""') + '"'
        return new

    return write


def _delimiter(source: str) -> str:
    """Return the sign that cuts most lines into the same number of cells, more than one."""
    best, most = ",", 0
    head = source[:65_536]
    for sign in DELIMITERS:
        widths: dict[int, int] = {}
        last = -1
        for cell in cells(head, sign):
            if cell.row >= SAMPLE_ROWS or cell.column == MAX_COLUMNS:
                break
            last = cell.row
            widths[last] = cell.column + 1
        counts = list(widths.values())
        agreeing = max((counts.count(width) for width in set(counts) if width > 1), default=0)
        if agreeing > most:
            best, most = sign, agreeing
    return best


def _names(first: list[Cell]) -> list[str]:
    """Return what the first row calls the columns, nothing if it is a row like the others."""
    names = [cell.text.strip() for cell in first]
    plausible = all(name and len(name) <= LONGEST_NAME and not is_all_kept(name) for name in names)
    ends = any(name.endswith((".", "!", "?", "。", "！", "？")) for name in names)
    return names if plausible and not ends and len(set(names)) == len(names) else []
