"""200,000 characters of anything are cut, masked and looked at in a moment, and stay whole."""

from __future__ import annotations

import pytest

from app.translate.detect import detect
from app.translate.guards import check, clean
from app.translate.languages import by_code
from app.translate.masking import mask, unmask
from app.translate.segments import split
from tests.helpers.hostile_texts import endless_texts, short_texts

SEED = 20261122


def look_at(text: str) -> None:
    german, english = by_code("de"), by_code("en")
    assert german is not None
    detect(text)
    pieces = split(text, "en")
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces[:200]:
        masked = mask(piece.text)
        assert unmask(masked.text, masked.kept).text == piece.text
        check(piece.text, clean(piece.text[::-1], piece.text), german, english)
    masked = mask(text)
    assert unmask(masked.text, masked.kept).text == text


@pytest.mark.timeout(60)
@pytest.mark.parametrize("number", range(8))
def test_long_texts(number: int) -> None:
    (text,) = endless_texts(1, SEED + number)
    look_at(text)


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_many_long_texts() -> None:
    for text in endless_texts(200, SEED):
        look_at(text)


def test_short_texts() -> None:
    for text in short_texts(300, SEED):
        look_at(text)
