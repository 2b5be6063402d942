"""What of the rows is in the pane of the translation, so that only what changed is put there anew."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.session.translate.rows import Row, RowState
from app.translate.alike import alike_at_ends
from app.translate.guards import Fault
from app.translate.languages import Language


class ShownRows(msgspec.Struct):
    """Lists of the same length, one item for a row: ten thousand tuples would call the garbage collector each time."""

    target: Language | None = None
    texts: list[str] = []
    targets: list[str] = []
    states: list[RowState] = []
    marks: list[list[Fault]] = []

    @classmethod
    def of(cls, rows: Sequence[Row], target: Language) -> ShownRows:
        """Return what is to be seen of ``rows`` in this language."""
        return cls(
            target,
            [row.source.text for row in rows],
            [row.target for row in rows],
            [row.state for row in rows],
            [row.marks for row in rows],
        )

    def alike(self, other: ShownRows) -> tuple[int, int]:
        """Return how many rows the two have in common at the beginning, and at the end; they differ somewhere."""
        if self.target != other.target:
            return 0, 0
        pairs = (
            (self.texts, other.texts),
            (self.targets, other.targets),
            (self.states, other.states),
            (self.marks, other.marks),
        )
        parts = [alike_at_ends(one, two) for one, two in pairs if one != two]
        return min(first for first, _ in parts), min(last for _, last in parts)
