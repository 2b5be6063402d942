"""Web pages as text: what browsers make of markup, also where Python's own parser gives up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.web_page import read_page


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<![doctype html]><p>words</p>", "words"),
        ("<![if IE]>both<![endif]> are read", "both are read"),
        ("a<![ odd ]>b", "ab"),
        ("<!DOCTYPE html [<!ELEMENT br EMPTY>]><p>words", "]>\n\nwords"),
        ("<p>1 < 2 &amp; 3 > 2", "1 < 2 & 3 > 2"),
        ("<p>Fish &lt; chips &amp", "Fish < chips &"),
        ("words <a href='x", "words"),
        ("words <!-- never ends <b>bold</b>", "words"),
        ("<script>if (a <!-- b)</script>words <b>here</b>", "words here"),
        ("<SCRIPT>x<!--</SCRIPT>words<!-- y <i>z</i>", "words"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_odd_markup_is_read_as_browsers_do(source: str, text: str) -> None:
    assert read_page(source).strip() == text


MARKS = ["<![", "<!", "<!--", "-->", "]]>", "]>", "<![CDATA[", "<![doctype", "<!doctype", "<!ELEMENT", "<?", "<", ">"]
SIGNS = ["</", "/>", "&", "&#", "&#x110000;", "&amp", "'", '"', "=", " ", "\n", "[", "\0", "文", "word"]
TAGS = ["p", "script", "pre", "td", "hidden"]


@given(st.lists(st.sampled_from(MARKS + SIGNS + TAGS), max_size=30).map("".join))
@settings(max_examples=120, deadline=None)
def test_no_page_is_too_odd(source: str) -> None:
    assert len(read_page(source)) <= 3 * len(source)
    assert read_page(f"before<p>{source.replace('<', '')}").startswith("before")


@pytest.mark.parametrize("unit", ["<![", "<!--", "<!", "<a ", "</", "<?", "&#", "<![doctype ", "<a href='", "<script>"])
def test_what_only_begins_is_read_quickly(unit: str) -> None:
    read_page(unit * 40_000)  # it would take minutes if each were looked for its end
