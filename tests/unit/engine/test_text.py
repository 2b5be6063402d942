"""Bytes to text: whole characters, stop strings over any boundary."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from app.engine.text import TextStream


def chunks(data: bytes, cuts: list[int]) -> list[bytes]:
    """Cut ``data`` at some places."""
    places = sorted({cut % (len(data) + 1) for cut in cuts} | {0, len(data)})
    return [data[a:b] for a, b in itertools.pairwise(places)]


@given(st.text(), st.lists(st.integers(0, 10_000), max_size=30))
def test_text_arrives_whole_whatever_the_boundaries(text: str, cuts: list[int]) -> None:
    stream = TextStream()
    parts = [stream.feed(piece) for piece in chunks(text.encode("utf-8", "replace"), cuts)]
    expected = text.encode("utf-8", "replace").decode().lstrip("\n")
    assert "".join(parts) + stream.finish() == expected
    assert all("\ufffd" not in part for part in parts) or "\ufffd" in expected


def test_an_emoji_comes_with_its_last_byte() -> None:
    stream = TextStream()
    data = "🦄".encode()
    assert [stream.feed(data[i : i + 1]) for i in range(4)] == ["", "", "", "🦄"]
    assert stream.whole


def test_half_a_character_at_the_end_is_shown_as_such() -> None:
    stream = TextStream()
    assert stream.feed(b"a\xf0\x9f") == "a"
    assert not stream.whole
    assert stream.finish() == "\ufffd"


def test_line_breaks_before_the_text_are_dropped_and_later_ones_kept() -> None:
    stream = TextStream()
    assert [stream.feed(piece) for piece in (b"\n", b"\n\nHi", b"\n")] == ["", "Hi", "\n"]


@given(
    st.text(alphabet="abc", max_size=60),
    st.lists(st.text(alphabet="abc", min_size=1, max_size=5), min_size=1, max_size=3),
    st.lists(st.integers(0, 10_000), max_size=30),
)
def test_stop_strings_cut_at_the_earliest_whatever_the_boundaries(text: str, stops: list[str], cuts: list[int]) -> None:
    """Fed one piece at a time, a stop may be completed before an earlier, longer one could be: both are right."""
    stream = TextStream(stops)
    shown = "".join(stream.feed(piece) for piece in chunks(text.encode(), cuts)) + stream.finish()
    assert text.startswith(shown)
    assert all(stop not in shown for stop in stops)
    assert stream.stopped == any(stop in text for stop in stops)
    if not stream.stopped:
        assert shown == text


def test_the_start_of_a_stop_string_is_held_back_until_it_is_not_one() -> None:
    stream = TextStream(["###"])
    assert stream.feed(b"a#") == "a"
    assert stream.feed(b"#") == ""
    assert stream.feed(b"b") == "##b"
    assert stream.feed(b"#") == ""
    assert stream.finish() == "#"


def test_nothing_comes_after_a_stop_string() -> None:
    stream = TextStream(["END"])
    assert stream.feed(b"so END and") == "so "
    assert stream.stopped
    assert stream.feed(b"more") == ""
    assert stream.finish() == ""
