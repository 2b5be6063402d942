"""What models do instead of translating."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.translate.guards import Fault, check, clean
from app.translate.languages import Language, by_code

DATA = Path(__file__).parents[2] / "data"
CODES = {
    "English": "en",
    "Chinese": "zh-Hans",
    "Spanish": "es",
    "French": "fr",
    "German": "de",
    "Portuguese": "pt",
    "Italian": "it",
    "Russian": "ru",
    "Japanese": "ja",
    "Korean": "ko",
    "Arabic": "ar",
    "Hindi": "hi",
}


def language(code: str) -> Language:
    found = by_code(code)
    assert found is not None
    return found


def faults(source: str, result: str, target: str, source_language: str = "en") -> set[Fault]:
    return set(check(source, result, language(target), language(source_language)))


@pytest.mark.parametrize(
    ("source", "result", "target", "wanted"),
    [
        ("Hello there", "", "de", {Fault.EMPTY}),
        ("Where is the train station?", "Where is the train station?", "de", {Fault.COPY}),
        ("Where is it?", "Where is it", "ru", {Fault.COPY}),
        ("Good evening, everybody.", "Guten Abend an alle.", "zh-Hans", {Fault.WRONG_LANGUAGE}),
        ("Good evening, Mr Miller.", "晚上好，Miller 先生。", "zh-Hans", set()),
        ("Good evening.", "Here is the translation: Guten Abend.", "de", {Fault.CHATTER}),
        ("Good evening.", "Guten Abend.\n\nNote: this is formal.", "de", {Fault.CHATTER}),
        ("Good evening.", "Guten " * 30, "de", {Fault.LOOP, Fault.TOO_LONG}),
        ("There are 1,250 books.", "Es gibt Bücher.", "de", {Fault.LOST_NUMBER}),
        ("There are 1,250 books.", "Es gibt 1.250 Bücher.", "de", set()),
        ("There are 125 books.", "هناك ١٢٥ كتابًا.", "ar", set()),
        ("It costs 10,000 euros.", "价格是1万欧元。", "zh-Hans", set()),
        ("It costs 10,000 euros.", "价格是2万欧元。", "zh-Hans", {Fault.LOST_NUMBER}),
        ("It costs 12,000,000 euros.", "Es kostet 12 Millionen Euro.", "de", set()),
        ("It costs 1000 euros.", "Es kostet 100 Euro.", "de", {Fault.LOST_NUMBER}),
        ("OK", "OK", "de", set()),
        ("See you 👋🏽 soon", "Bis bald", "de", {Fault.LOST_PLACEHOLDER}),
        ("See you 👋🏽 soon", "Bis bald 👋🏽", "de", set()),
        ("Excuse me, where is the station?", "对不起，请问火车站在哪里？", "zh-Hant", {Fault.WRONG_LANGUAGE}),
        ("Excuse me, where is the station?", "對不起，請問火車站在哪裡？", "zh-Hant", set()),
        ("Excuse me, where is the station?", "對不起，請問火車站在哪裡？", "zh-Hans", {Fault.WRONG_LANGUAGE}),
        ("My name is Zhu Rongji.", "我叫朱镕基。", "zh-Hans", set()),
        (
            "Where is the train station?",
            "Sorry, I am only a tiny model and I do not know that.",
            "de",
            {Fault.WRONG_LANGUAGE},
        ),
        (
            "Adobe Photoshop and Microsoft Office Professional",
            "Adobe Photoshop und Microsoft Office Professional",
            "de",
            set(),
        ),
        ("Berlin, Wien", "Berlin, Wien", "de", set()),
        ("Take the first road on the left and then go straight on.", "Links.", "de", {Fault.TOO_SHORT}),
        ("See https://example.com/some/long/path now", "现在看 https://example.com/some/long/path", "zh-Hans", set()),
    ],
)
def test_faults(source: str, result: str, target: str, wanted: set[Fault]) -> None:
    assert faults(source, result, target) == wanted


def test_good_translations_have_no_fault() -> None:
    """All pairs of the phrasebook."""
    rows = list(csv.DictReader((DATA / "phrasebook.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"))
    wrong = [
        (row[source], row[target], found)
        for row in rows
        for source in CODES
        for target in CODES
        if source != target
        and (found := check(row[source], row[target], language(CODES[target]), language(CODES[source])))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("raw", "source", "wanted"),
    [
        ("<think>\n\n</think>\n\nHallo", "Hello", "Hallo"),
        ("Here is the translation:\nHallo", "Hello", "Hallo"),
        ("Sure! Here's the German translation: Hallo", "Hello", "Hallo"),
        ("翻译：你好", "Hello", "你好"),
        ("“Hallo”", "Hello", "Hallo"),
        ("“Hallo”", "“Hello”", "“Hallo”"),
        ('"A" und "B"', "A and B", '"A" und "B"'),
        ("Übersetzung: nein", "Translation: no", "Übersetzung: nein"),
        ("  Hallo \n", "Hello", "Hallo"),
    ],
)
def test_what_surrounds_a_translation_goes(raw: str, source: str, wanted: str) -> None:
    assert clean(raw, source) == wanted


def test_glossary_misses() -> None:
    terms = [("station", "Hauptbahnhof")]
    german, english = language("de"), language("en")
    assert check("The station", "Der Bahnhof", german, english, terms) == [Fault.GLOSSARY_MISS]
    assert check("The station", "Der Hauptbahnhof", german, english, terms) == []
    assert check("The stations", "Die Hauptbahnhöfe", german, english, terms) == []
