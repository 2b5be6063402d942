"""Marks in a text: found again wherever they went, whole pairs only, and what is dear never lost."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.translate.documents.inline import Mark, Naming, Piece, Role, parsed, shown
from app.translate.masking import mask, unmask

NAMES = Naming("")
WORDS = st.sampled_from(["words", " ", "Gärten", "苹果", "<b>", "5 < 6"])


@st.composite
def marked(draw: st.DrawFn) -> list[Piece]:
    """Draw a text with nested pairs and things."""
    pieces: list[Piece] = []
    opened: list[int] = []
    for key in range(1, draw(st.integers(1, 8))):
        pieces.append(draw(WORDS))
        kind = draw(st.integers(0, 2))
        if kind == 0:
            pieces.append(NAMES.alone(key))
        elif kind == 1:
            pieces.append(NAMES.opening(key))
            opened.append(key)
        elif opened:
            pieces.append(NAMES.closing(opened.pop()))
    pieces += [NAMES.closing(key) for key in reversed(opened)]
    return pieces


def marks_of(pieces: list[Piece]) -> list[Mark]:
    return [piece for piece in pieces if isinstance(piece, Mark)]


@settings(deadline=None, max_examples=40)
@given(marked())
def test_what_is_shown_is_found_again(pieces: list[Piece]) -> None:
    text = shown(pieces)
    again = parsed(text, marks_of(pieces))
    assert shown(again) == text
    assert marks_of(again) == marks_of(pieces)


@settings(deadline=None, max_examples=40)
@given(marked(), st.randoms(use_true_random=False))
def test_mixed_marks_leave_whole_pairs_all_words_and_things(pieces: list[Piece], chance: random.Random) -> None:
    mixed = [*pieces, *pieces[::2]]
    chance.shuffle(mixed)
    found = parsed(shown(mixed), marks_of(pieces))
    opened: list[int] = []
    for piece in marks_of(found):
        if piece.role is Role.OPEN:
            opened.append(piece.key)
        elif piece.role is Role.CLOSE:
            assert opened.pop() == piece.key
    assert opened == []
    assert things(found) == things(pieces)
    words = [piece for piece in mixed if isinstance(piece, str)]
    assert "".join(piece for piece in found if isinstance(piece, str)) == "".join(words)


def things(pieces: list[Piece]) -> list[int]:
    return sorted(mark.key for mark in marks_of(pieces) if mark.dear)


@settings(deadline=None, max_examples=40)
@given(marked())
def test_masking_hides_every_mark(pieces: list[Piece]) -> None:
    text = shown(pieces)
    hidden = mask(text)
    assert not any(mark.shown in hidden.text for mark in marks_of(pieces))
    assert unmask(hidden.text, hidden.kept).text == text
