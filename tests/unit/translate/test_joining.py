"""Translated sentences are put together, and taken apart again where a kept translation comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.translate.joining import join, taken_apart
from app.translate.segments import split
from tests.unit.translate.test_guards import language
from tests.unit.translate.test_segments import SIGNS

TEXTS = st.lists(st.one_of(SIGNS, st.text(max_size=8)), max_size=25).map("".join)


@given(TEXTS, st.sampled_from(["de", "ja", "th", "ar"]), st.lists(st.sampled_from(["Eins.", "二。", "A. B.", ""])))
def test_what_is_taken_apart_is_the_same_when_joined(text: str, code: str, words: list[str]) -> None:
    target = language(code)
    segments = split(text, "en")
    given_ones = iter(words)
    targets = [next(given_ones, "X!") if segment.translate else segment.text for segment in segments]
    whole = join(segments, targets, target).text
    pieces = taken_apart(whole, segments, target)
    assert pieces is None or join(segments, pieces, target).text == whole


@pytest.mark.parametrize(
    ("source", "target", "kept", "pieces"),
    [
        ("Hello. Thanks!", "de", "Hallo. Danke!", ["Hallo.", "Danke!"]),
        ("- One.\n- Two.", "de", "- Eins.\n- Zwei.", ["Eins.", "Zwei."]),
        ("Hello. Thanks!", "zh-Hans", "你好。谢谢！", ["你好。", "谢谢！"]),
        ("你好。谢谢！", "en", "Hello. Thanks!", ["Hello.", "Thanks!"]),
        ("  Hello.\n", "de", "  Guten Tag. Wie geht es?\n", ["Guten Tag. Wie geht es?"]),  # one made of two
        ("Hello. Thanks!", "de", "Hallo und danke!", None),
    ],
)
def test_sentences_are_found_again(source: str, target: str, kept: str, pieces: list[str] | None) -> None:
    segments = split(source, "")
    found = taken_apart(kept, segments, language(target))
    if found is None:
        assert pieces is None
    else:
        assert [one for one, segment in zip(found, segments, strict=True) if segment.translate] == pieces
