"""Formulas become outlines, or stay what the model wrote."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat.formula import ARGUMENTS, set_formula
from app.chat.formula_api import MAX_EMS, FormulaReply
from app.chat.formula_source import prepared

COMMON = [
    "x^2",
    r"\frac{-b \pm \sqrt{b^2-4ac}}{2a}",
    r"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt\pi}{2}",
    r"\sum_{i=1}^n i",
    r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^{-1}",
    r"\begin{cases} x & \text{if } y > 0 \\ z & \text{otherwise} \end{cases}",
    r"\begin{equation} a = b \end{equation}",
    r"\begin{align*} a &= b \tag{1} \\ c &= d \end{align*}",
    r"\boxed{x = 5}",
    r"\cancel{x}",
    r"\dfrac{1}{2} \tfrac{1}{2}",
    r"\operatorname{softmax}(x)",
    r"\lim_{x \to 0} \frac{\sin x}{x} = 1",
    r"\mathbb{E}[X] \mid \mathcal{L}",
    r"\underbrace{a + b}_{n} \overset{!}{=} \vec{v}",
    r"90^\circ, 100\%, \$5",
]


def numbers_of(reply: FormulaReply) -> int:
    return sum(4 if step == "R" else ARGUMENTS[step] for step in reply.steps)


@pytest.mark.parametrize("source", COMMON)
@pytest.mark.parametrize("display", [False, True])
def test_what_models_write_is_set(source: str, display: bool) -> None:
    reply = set_formula(source, display=display)
    assert reply.steps
    assert numbers_of(reply) == len(reply.numbers)
    assert 0 < reply.width <= MAX_EMS
    assert reply.ascent + reply.descent > 0


def test_letters_that_the_font_lacks_are_left_to_the_window() -> None:
    reply = set_formula(r"v = \frac{\text{距离}}{t}", display=True)
    assert [letter.text for letter in reply.letters] == ["距", "离"]
    first, second = reply.letters
    assert second.x == pytest.approx(first.x + first.size, abs=0.02)
    assert first.y < 0 < first.size <= 1


def test_a_display_formula_is_higher_than_one_in_a_line() -> None:
    source = r"\sum_{i=1}^n \frac{1}{i}"
    high, low = (set_formula(source, display=display) for display in (True, False))
    assert high.ascent + high.descent > low.ascent + low.descent


def test_the_number_of_an_equation_stands_after_it() -> None:
    assert prepared(r"a = b \tag{3} \label{eq:x}").split() == ["a", "=", "b", r"\qquad", "(3)"]


@pytest.mark.parametrize(
    "source",
    [
        r"\frac{1",
        r"\foo{x}",
        r"\ce{H2O}",
        r"\text{مرحبا}",
        "{" * 900,
        r"\left(" * 200,
        r"\frac" * 300,
        "",
        "   ",
        r"\input{/etc/passwd}",
        "x" * 3000,
    ],
)
def test_what_cannot_be_set_is_left_as_it_is(source: str) -> None:
    assert set_formula(source, display=True) == FormulaReply()


WORDS = [r"\frac", r"\sqrt", r"\left", r"\right", r"\begin{matrix}", r"\end{matrix}", r"\text", r"\sum", r"\\", "&"]
SIGNS = ["{", "}", "^", "_", "(", ")", "[", "]", "x", "1", "+", "<", " ", "%", "#", "~", "'", "é", "文", "😀", "\u202e"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS + SIGNS), max_size=14).map("".join))
def test_no_formula_raises_or_returns_what_cannot_be_drawn(source: str) -> None:
    reply = set_formula(source, display=False)
    assert numbers_of(reply) == len(reply.numbers)
    assert all(map(math.isfinite, reply.numbers))
