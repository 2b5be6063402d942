from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.settings.schema import BUDGET_STOPS
from app.ui.chat.composer.budget_scale import (
    LARGEST,
    LAST,
    OFF,
    STOPS,
    Budget,
    budget_at,
    nearest_stop,
    next_stop,
    parse_budget,
    position_of,
)

tokens = st.integers(min_value=0, max_value=LARGEST)


@given(tokens)
def test_every_exact_number_has_its_own_place(budget: int) -> None:
    assert budget_at(position_of(budget)) == budget


@given(tokens, tokens)
def test_more_tokens_lie_further_along(one: int, other: int) -> None:
    if one != other:
        assert (position_of(one) < position_of(other)) == (one < other)


@given(tokens)
def test_numbers_lie_below_no_limit(budget: int) -> None:
    assert 0 <= position_of(budget) < position_of(None) == LAST


def test_stops_are_evenly_spaced() -> None:
    assert [position_of(stop) for stop in STOPS] == pytest.approx(range(LAST + 1))


@given(st.floats(min_value=-3, max_value=LAST + 3, allow_nan=False))
def test_the_nearest_stop_is_one_of_the_stops(position: float) -> None:
    assert nearest_stop(position) in STOPS


@pytest.mark.parametrize(
    ("budget", "steps", "expected"),
    [
        (4096, 1, 8192),
        (4096, -1, 2048),
        (3000, 1, 4096),
        (3000, -1, 2048),
        (300, -1, OFF),
        (BUDGET_STOPS[-1], 1, None),
        (500_000, 1, None),
        (500_000, -1, BUDGET_STOPS[-1]),
        (None, -1, BUDGET_STOPS[-1]),
        (None, 1, None),
        (OFF, -1, OFF),
        (2048, -LAST, OFF),
        (2048, LAST, None),
    ],
)
def test_steps_go_from_stop_to_stop(budget: Budget, steps: int, expected: Budget) -> None:
    assert next_stop(budget, steps) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4096", 4096),
        (" 4,096 ", 4096),
        ("4.096", 4096),
        ("4 096", 4096),
        ("4’096", 4096),
        ("4\u202f096", 4096),
        ("4k", 4096),
        ("32 K", 32768),
        ("٤٬٠٩٦", 4096),
        ("0", 0),
        ("1000000", LARGEST),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, expected: int) -> None:
    assert parse_budget(text) == expected


@pytest.mark.parametrize("text", ["", "many", "-5", "1000001", "4kk", "1e5", "²"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_budget(text)


@given(tokens)
def test_a_shown_number_can_be_read_again(budget: int) -> None:
    assert parse_budget(f"{budget:,}") == budget
