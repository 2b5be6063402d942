"""The sentences of a text and what has become of them; a changed text keeps what it can of the old one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice
from operator import attrgetter

import msgspec

from app.translate.alike import alike_at_ends
from app.translate.guards import Fault
from app.translate.memory import MemoryKey
from app.translate.segments import Segment


class RowState(StrEnum):
    """How far one sentence is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    KEPT = "kept"  # not to be translated: space, a number, code


class Row(msgspec.Struct, eq=False):
    """One piece of the text. ``target`` may be of an earlier wording until the new translation is there."""

    source: Segment
    index: int = 0  # among the rows
    target: str = ""
    state: RowState = RowState.WAITING
    marks: list[Fault] = []
    alternatives: list[str] = []
    back: str = ""  # translated back, when that was asked for
    by_person: bool = False  # chosen or written: not translated again
    digest: str = ""  # what it is remembered under, ``digest_of`` being how it is translated
    digest_of: MemoryKey | None = None

    @property
    def open(self) -> bool:
        """Whether it is still to be translated."""
        return self.state is RowState.WAITING or self.state is RowState.RUNNING


class OpenRows:
    """The rows that wait, found without a look at those that do not. A row that waits again needs a new one."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        self._rows = [row for row in rows if row.open]
        self._first = 0

    def __iter__(self) -> Iterator[Row]:
        while self._first < len(self._rows) and not self._rows[self._first].open:
            self._first += 1
        return (row for row in islice(self._rows, self._first, None) if row.open)

    def followed_by(self, fresh: Sequence[Row], rows: Sequence[Row]) -> OpenRows:
        """Return what waits among ``rows``, of which ``fresh`` are new."""
        shown = [row for row in (*self, *fresh) if row.index < len(rows) and rows[row.index] is row]
        return OpenRows(sorted(shown, key=attrgetter("index")))

    def __bool__(self) -> bool:
        return next(iter(self), None) is not None


def merged(old: Sequence[Row], segments: Sequence[Segment]) -> tuple[list[Row], list[Row]]:
    """Return rows for ``segments`` and those of them that are new; rows whose text stayed are carried over."""
    first, last = alike_at_ends([row.source.text for row in old], [segment.text for segment in segments])
    before = old[first : len(old) - last]
    fresh = _fresh(before, segments[first : len(segments) - last])
    kept_end = zip(old[len(old) - last :], segments[len(segments) - last :], strict=True)
    rows = [*old[:first], *fresh, *(_moved(row, segment) for row, segment in kept_end)]
    for index in range(first, len(rows)):
        rows[index].index = index
    carried = {id(row) for row in before}
    return rows, [row for row in fresh if row.source.translate and id(row) not in carried]


def _fresh(before: Sequence[Row], changed: Sequence[Segment]) -> list[Row]:
    """Rows in the middle: the same sentence in another place stays, a changed one shows its old translation."""
    by_text = {row.source.text: row for row in before}
    used: set[int] = set()
    rows = []
    for index, segment in enumerate(changed):
        row = by_text.get(segment.text)
        if row is not None and id(row) not in used:
            used.add(id(row))
            rows.append(_moved(row, segment))
        elif not segment.translate:
            rows.append(Row(segment, target=segment.text, state=RowState.KEPT))
        else:
            same_place = before[index] if len(before) == len(changed) and before[index].source.translate else None
            rows.append(Row(segment, target=same_place.target if same_place else ""))
    return rows


def _moved(row: Row, segment: Segment) -> Row:
    row.source = segment
    return row
