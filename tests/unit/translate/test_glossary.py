"""Terms in texts and in files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.translate.glossary import Glossary, GlossaryError, Term, from_csv, from_tbx, tidy, to_csv, to_tbx

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip())
)


def glossary(*pairs: tuple[str, str]) -> Glossary:
    return Glossary(id="g", source="en", target="de", terms=tidy(pairs))


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("station", "The Stations are old", True),
        ("art", "Start", False),
        ("art", "Art is long", True),
        ("car", "scar", False),
        ("银行", "去银行吧", True),
        ("bank", "Embankment", False),
        ("C++", "I like C++ much", True),
        ("Haus", "des Hauses", True),
    ],
)
def test_terms_in_a_text(term: str, text: str, found: bool) -> None:
    assert bool(glossary((term, "x")).matches(text)) is found


def test_the_longest_terms_come_first_and_not_too_many() -> None:
    terms = glossary(*((f"word{'s' * number}", str(number)) for number in range(40)))
    found = terms.matches(" ".join(term.source for term in terms.terms))
    assert len(found) == 20
    assert found[0][1] == "39"


def test_the_version_follows_the_terms() -> None:
    assert glossary().version == ""
    assert glossary(("a", "b")).version != glossary(("a", "c")).version


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=10))
def test_files_give_back_what_was_written(pairs: list[tuple[str, str]]) -> None:
    own = glossary(*pairs)
    if own.terms:
        assert from_tbx(to_tbx(own), "en", "de") == own.terms
    read = from_csv(to_csv(own), "en", "de")
    assert [(one.source.lstrip("'"), one.target.lstrip("'")) for one in read] == [
        (one.source.lstrip("'"), one.target.lstrip("'")) for one in own.terms
    ]


def test_csv_of_others() -> None:
    assert from_csv(b"de;en\nHaus;house\n", "en", "de") == [Term("house", "Haus")]
    assert from_csv("a\tb\n\n  c \t d\n".encode("utf-16"), "en", "de") == [Term("a", "b"), Term("c", "d")]
    assert to_csv(glossary(("=1+1", "x"))).decode("utf-8-sig").splitlines()[1] == "'=1+1,x"


def test_tbx_of_others() -> None:
    old = b"""<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX"><text><body>
    <termEntry id="1"><langSet xml:lang="en-US"><tig><term>house</term></tig></langSet>
    <langSet xml:lang="de"><tig><term>Haus</term></tig></langSet></termEntry></body></text></martif>"""
    assert from_tbx(old, "en", "de") == [Term("house", "Haus")]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no xml",
        b"<tbx/>",
        b"<a>" * 100_000,
        b"<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;&b;'>]><tbx><term>&c;</term></tbx>",
        b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><tbx><term>&b;</term></tbx>",
    ],
)
def test_hostile_tbx_is_refused(data: bytes) -> None:
    with pytest.raises(GlossaryError):
        from_tbx(data, "en", "de")


@pytest.mark.parametrize("data", [b"", b"one column\n", b"\xff\x00\xfe" * 5, b"x" * (9 << 20)])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(GlossaryError):
        from_csv(data, "en", "de")
