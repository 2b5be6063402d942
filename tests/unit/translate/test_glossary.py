"""Terms in texts and in files."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.translate.glossary import (
    Glossary,
    GlossaryError,
    OtherLanguagesError,
    Term,
    from_csv,
    from_tbx,
    tidy,
    to_csv,
    to_tbx,
)

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


@pytest.mark.parametrize(
    ("language", "term", "found", "not_found"),
    [
        ("en", "party", ["The parties sign", "a party’s word"], ["partly", "counterparty"]),
        ("en", "contract", ["Contracts", "contracted"], ["subcontract"]),
        ("de", "Haus", ["zwei Häuser", "Hauses"], ["Hausmeisterin", "Rathaus"]),
        ("de", "Gebäude", [unicodedata.normalize("NFD", "das Gebäude")], ["Gebaren"]),
        ("de", "allgemeine Bedingung", ["allgemeinen Bedingungen"], ["allgemein"]),
        ("ru", "сторона", ["обе стороны", "сторонами"], ["посторонний"]),
        ("it", "contratto", ["i contratti"], ["contrario"]),
        ("tr", "ev sahibi", ["ev sahibinden"], ["sahibi"]),
        ("fi", "sopimus", ["sopimuskaudella"], ["sopu"]),
        ("ar", "عقد", ["العقد", "والعقد", "بالعقد", "عَقْد", "عقدنا"], ["معقد"]),
        ("ar", "شركة", ["للشركة", "شركات", "شركتنا"], ["مشترك"]),
        ("he", "חוזה", ["החוזה", "בחוזה"], ["מחוזהש"]),
        ("ko", "계약", ["계약을 했다"], ["약을"]),
        ("ja", "契約", ["この契約書"], ["約契"]),
        ("vi", "má", ["má tôi"], ["ma tôi"]),
    ],
)
def test_terms_are_found_in_their_forms(language: str, term: str, found: list[str], not_found: list[str]) -> None:
    own = Glossary(id="g", source=language, target="en", terms=tidy([(term, "x")]))
    assert [text for text in found if not own.matches(text)] == []
    assert [text for text in not_found if own.matches(text)] == []


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


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ("\ufeffEnglish;German\r\nhouse;Gebäude\r\n".encode(), [("house", "Gebäude")]),
        ("sep=;\r\nDeutsch;English\r\nGebäude;house\r\n".encode("cp1252"), [("house", "Gebäude")]),
        ('en-US,fr,de-DE\r\nhouse,maison,"Haus, ""groß"""\r\n'.encode("utf-16-le"), [("house", 'Haus, "groß"')]),
        (b"hello,hallo,en,de\nworld,monde,en,fr\nTag,day,de,en\n", [("hello", "hallo"), ("day", "Tag")]),
        (b"Source\tTarget\nhouse\tHaus\n", [("house", "Haus")]),
    ],
)
def test_csv_as_programs_write_it(data: bytes, wanted: list[tuple[str, str]]) -> None:
    assert [(term.source, term.target) for term in from_csv(data, "en", "de")] == wanted


def test_csv_in_the_encoding_of_the_language() -> None:
    assert from_csv("contract;عقد\n".encode("cp1256"), "en", "ar") == [Term("contract", "عقد")]
    assert from_csv("contract;договор\n".encode("cp1251"), "en", "ru") == [Term("contract", "договор")]


def test_a_glossary_of_other_languages_is_not_taken_for_this_pair() -> None:
    with pytest.raises(OtherLanguagesError):
        from_csv(b"en,fr\nhouse,maison\n", "en", "de")
    with pytest.raises(OtherLanguagesError):
        from_tbx(CHINESE, "en", "de")


CHINESE = """<tbx xmlns:t="urn:x"><t:conceptEntry><langSec xml:lang="zh-CN"><x><term>合同</term></x></langSec>
<langSec xml:lang="zh_TW"><termSec><term>合約</term></termSec></langSec>
<langSec xml:lang="en-GB"><termSec><term>contract</term></termSec></langSec></t:conceptEntry></tbx>""".encode()


def test_tbx_tells_variants_apart_and_has_dialects() -> None:
    assert from_tbx(CHINESE, "en", "zh-Hant") == [Term("contract", "合約")]
    assert from_tbx(CHINESE, "zh-Hans", "en") == [Term("合同", "contract")]
    smallest = b"""<TBX dialect="TBX-Min"><body><entry id="C1">
    <langGroup xml:lang="en"><termGroup><term>dog</term></termGroup></langGroup>
    <langGroup xml:lang="de"><termGroup><term>Hund</term></termGroup></langGroup></entry></body></TBX>"""
    assert from_tbx(smallest, "en", "de") == [Term("dog", "Hund")]


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
