"""The sentences of a text and what has become of them; a changed text keeps what it can of the old one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.translate.guards import Fault
from app.translate.segments import Segment


class RowState(StrEnum):
    """How far one sentence is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    KEPT = "kept"  # not to be translated: space, a number, code


@dataclass(eq=False)
class Row:
    """One piece of the text. ``target`` may be of an earlier wording until the new translation is there."""

    source: Segment
    target: str = ""
    state: RowState = RowState.WAITING
    marks: list[Fault] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    back: str = ""  # translated back, when that was asked for
    by_person: bool = False  # chosen or written: not translated again

    @property
    def open(self) -> bool:
        """Whether it is still to be translated."""
        return self.state is RowState.WAITING or self.state is RowState.RUNNING


def merged(old: Sequence[Row], segments: Sequence[Segment]) -> tuple[list[Row], list[Row]]:
    """Return rows for ``segments`` and those of them that are new; rows whose text stayed are carried over."""
    first = _common([row.source.text for row in old], [segment.text for segment in segments])
    old_rest, new_rest = old[first:], segments[first:]
    last = _common([row.source.text for row in reversed(old_rest)], [one.text for one in reversed(new_rest)])
    changed = new_rest[: len(new_rest) - last]
    before = old_rest[: len(old_rest) - last]
    rows = [_moved(row, segment) for row, segment in zip(old[:first], segments[:first], strict=True)]
    fresh = _fresh(before, changed)
    rows += fresh
    kept_end = zip(old[len(old) - last :], segments[len(segments) - last :], strict=True) if last else []
    rows += [_moved(row, segment) for row, segment in kept_end]
    carried = {id(row) for row in old}
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
            rows.append(Row(segment, segment.text, RowState.KEPT))
        else:
            same_place = before[index] if len(before) == len(changed) and before[index].source.translate else None
            rows.append(Row(segment, same_place.target if same_place else ""))
    return rows


def _moved(row: Row, segment: Segment) -> Row:
    row.source = segment
    return row


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many items are the same at the beginning."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
