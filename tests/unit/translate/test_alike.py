"""What a change left as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.translate.alike import alike_at_ends

ITEMS = st.lists(st.sampled_from("ab"), max_size=30)


@given(ITEMS, ITEMS, ITEMS, ITEMS)
def test_what_two_lists_share_is_found(begin: list[str], one: list[str], other: list[str], end: list[str]) -> None:
    left, right = begin + one + end, begin + other + end
    first, last = alike_at_ends(left, right)
    assert left[:first] == right[:first]
    assert left[len(left) - last :] == right[len(right) - last :]
    assert first + last >= min(len(begin) + len(end), len(left), len(right))
    middle = left[first : len(left) - last], right[first : len(right) - last]
    assert not all(middle) or (middle[0][0] != middle[1][0] and middle[0][-1] != middle[1][-1])


@pytest.mark.parametrize(("one", "other", "found"), [("", "", (0, 0)), ("aa", "aaa", (2, 0)), ("abc", "axc", (1, 1))])
def test_nothing_is_counted_twice(one: str, other: str, found: tuple[int, int]) -> None:
    assert alike_at_ends(one, other) == found
