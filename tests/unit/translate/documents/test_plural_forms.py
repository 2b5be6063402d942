"""A localiser's file in another language has as many plural forms as that language."""

from __future__ import annotations

import re

import pytest

from app.translate.documents.formats import read_bytes, written_bytes

PO = r"""msgid ""
msgstr ""
"Language: {language}\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] ""
msgstr[1] ""
"""
TS = """<?xml version="1.0"?><TS version="2.1" language="en"><context><name>M</name>
<message numerus="yes"><source>%n file(s)</source><translation type="unfinished">{forms}</translation></message>
<message numerus="yes"><source>%n day(s)</source><translation><numerusform>%n day</numerusform></translation></message>
<message><source>Quit</source><translation type="unfinished"></translation></message></context></TS>"""
EMPTY = "<numerusform></numerusform>"


def capitals(data: bytes, name: str, language: str) -> str:
    units = read_bytes(data, name).units
    texts = {unit.id: re.sub("[a-z]{3,}", lambda word: word[0].upper(), unit.text) for unit in units}
    return written_bytes(data, name, texts, frozenset(), language).decode()


@pytest.mark.parametrize(("language", "count"), [("ar", 6), ("ru", 3), ("de", 2), ("ja", 1)])
def test_a_catalogue_in_another_language_counts_as_that_does(language: str, count: int) -> None:
    written = capitals(PO.format(language="en").encode(), "a.po", language)
    assert f"nplurals={count};" in written
    assert len(re.findall(r"msgstr\[\d\]", written)) == count
    assert ('msgstr[0] "%d FILES"' if count == 1 else 'msgstr[0] "%d FILE"') in written


def test_a_catalogue_that_is_in_the_language_keeps_its_count() -> None:
    written = capitals(PO.format(language="ar_EG").encode(), "a.po", "ar")
    assert "nplurals=2;" in written
    assert "msgstr[2]" not in written


@pytest.mark.parametrize("forms", [EMPTY, EMPTY * 2, ""])
@pytest.mark.parametrize(("language", "count"), [("ar", 6), ("de", 2), ("ja", 1)])
def test_messages_of_qt_have_all_forms(forms: str, language: str, count: int) -> None:
    written = capitals(TS.format(forms=forms).encode(), "a.ts", language)
    assert written.count("<numerusform>%n FILE(s)</numerusform>") == count
    assert written.count("<numerusform>%n day</numerusform>") == 1  # somebody has finished that
    assert '<translation type="unfinished">QUIT</translation>' in written
    assert [unit.text for unit in read_bytes(written.encode(), "a.ts").units] == ["%n file(s)", "Quit"]
