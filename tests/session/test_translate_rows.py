"""Rows of a text that changes: which wait, and where each of them stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.session.translate.rows import OpenRows, Row, RowState, merged
from app.translate.segments import split

SENTENCES = st.lists(st.sampled_from(["Yes. ", "No. ", "How are you? ", "1 2 3\n", "\n"]), max_size=12).map("".join)
STEPS = st.lists(st.tuples(SENTENCES, st.lists(st.integers(0, 30), max_size=6)), min_size=1, max_size=8)


@given(STEPS)
def test_open_rows_and_places_are_those_that_a_look_at_all_rows_finds(steps: list[tuple[str, list[int]]]) -> None:
    rows: list[Row] = []
    waiting = OpenRows()
    for text, done in steps:
        rows, fresh = merged(rows, split(text, "en"))
        waiting = waiting.followed_by(fresh, rows)
        assert list(waiting) == [row for row in rows if row.open]
        for number in done:
            if number < len(rows) and rows[number].open:
                rows[number].state = RowState.DONE
        assert list(waiting) == [row for row in rows if row.open]
        assert bool(waiting) == any(row.open for row in rows)
        assert [row.index for row in rows] == list(range(len(rows)))
        assert "".join(row.source.text for row in rows) == text
        assert [row.source.start for row in rows] == [segment.start for segment in split(text, "en")]
