"""Sentences of many languages, and any text comes out whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.translate.languages import all_languages
from app.translate.segments import MAX_CHARS, split

CODES = ["", *(language.code for language in all_languages())]
SIGNS = st.sampled_from(
    [
        "a",
        "B",
        "Dr.",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\u2028",
        ".",
        "!",
        "?",
        "…",
        "。",
        "？",
        "।",
        "؟",
        "“",
        "”",
        '"',
        "»",
        ")",
        "1.",
        "- ",
        "* ",
        "```",
        "`x`",
        "https://a.b/c?d=1",
        "{name}",
        "%s",
        "<b>",
        "</b>",
        "好",
        "ไทย",
        "नमस्ते",
        "سلام",
        "\u202e",
        "\u200d",
        "👩‍👩‍👧",
        "e\u0301",
        "\x00",
        "\ufeff",
        "3.14",
        "z.B.",
        ";",
        "\u037e",
        "\t",
        "|",
        "> ",
    ]
)


@given(st.lists(st.one_of(SIGNS, st.text(max_size=8)), max_size=40).map("".join), st.sampled_from(CODES))
def test_nothing_is_lost_and_places_are_true(text: str, language: str) -> None:
    pieces = split(text, language)
    assert "".join(piece.text for piece in pieces) == text
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)
    for piece in pieces:
        assert piece.text
        if piece.translate:
            assert piece.text == piece.text.strip()
            assert "\n" not in piece.text


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        (
            "en",
            "Dr. Smith met J. K. Rowling at 3 p.m. today. Really? Yes!",
            ["Dr. Smith met J. K. Rowling at 3 p.m. today.", "Really?", "Yes!"],
        ),
        (
            "en",
            "No. I don't. It costs $3.50 (approx. 3 euros). See fig. 2.",
            ["No.", "I don't.", "It costs $3.50 (approx. 3 euros).", "See fig. 2."],
        ),
        ("en", "“Stop!” she said. ‘Why?’ Wait... what?", ["“Stop!” she said.", "‘Why?’", "Wait... what?"]),
        (
            "de",
            "Am 3. Mai kam Hr. Müller, z. B. um 10 Uhr. Das ist so. Gut.",
            ["Am 3. Mai kam Hr. Müller, z. B. um 10 Uhr.", "Das ist so.", "Gut."],
        ),
        ("en", "It ended on Jan. 5. See Smith & Co. Ltd. here.", ["It ended on Jan. 5.", "See Smith & Co. Ltd. here."]),
        ("en", "What time is it?Where are you?Yes!No", ["What time is it?", "Where are you?", "Yes!", "No"]),
        ("en", "Go to https://a.b/?Q=Some!Thing now", ["Go to https://a.b/?Q=Some!Thing now"]),
        ("de", "Die Fa. Meier & Co. KG liefert. Gut.", ["Die Fa. Meier & Co. KG liefert.", "Gut."]),
        ("de", "Er ging. »Halt!« Sie rief.", ["Er ging.", "»Halt!«", "Sie rief."]),
        ("de", "„Halt.“ Er ging. „Gut!“ Ende.", ["„Halt.“", "Er ging.", "„Gut!“", "Ende."]),
        ("de", "3. Mai 2024 war schön.\n3. Maier kommt.", ["3. Mai 2024 war schön.", "Maier kommt."]),
        ("cs", "- 17. listopadu se slaví.", ["17. listopadu se slaví."]),
        ("fr", "Il entre. « Bonjour. » Il part.", ["Il entre.", "« Bonjour. »", "Il part."]),
        ("es", "Vive en EE. UU. con Ana. Av. Brasil.", ["Vive en EE. UU. con Ana.", "Av. Brasil."]),
        (
            "ja",
            "「本当ですか。」と彼は言った。「はい。」次だ。",
            ["「本当ですか。」と彼は言った。", "「はい。」", "次だ。"],
        ),
        ("zh-Hans", "他走了。U.S.政府宣布。Ok.好的", ["他走了。", "U.S.政府宣布。", "Ok.", "好的"]),
        ("hi", "डॉ. शर्मा आए। ठीक है।", ["डॉ. शर्मा आए।", "ठीक है।"]),
        ("ar", "د. أحمد هنا. هل أنت؟ نعم!", ["د. أحمد هنا.", "هل أنت؟", "نعم!"]),
        (
            "de",
            "Es war im Jahr 2020. Danach ging es bzw. lief es.",
            ["Es war im Jahr 2020.", "Danach ging es bzw. lief es."],
        ),
        ("fr", "Bonjour ! Où est la gare ? M. Dupont arrive.", ["Bonjour !", "Où est la gare ?", "M. Dupont arrive."]),
        ("es", "¡Hola! ¿Dónde está? La Sra. López llega.", ["¡Hola!", "¿Dónde está?", "La Sra. López llega."]),
        ("zh-Hans", "你好！“好的。”他说。真的？！是", ["你好！", "“好的。”", "他说。", "真的？！", "是"]),
        ("ja", "こんにちは。元気ですか？はい。", ["こんにちは。", "元気ですか？", "はい。"]),
        ("ko", "안녕하세요. 잘 지내요? 네.", ["안녕하세요.", "잘 지내요?", "네."]),
        ("hi", "नमस्ते! आप कैसे हैं? मैं ठीक हूँ। धन्यवाद।", ["नमस्ते!", "आप कैसे हैं?", "मैं ठीक हूँ।", "धन्यवाद।"]),
        ("ar", "مرحبًا! كيف حالك؟ أنا بخير.", ["مرحبًا!", "كيف حالك؟", "أنا بخير."]),
        ("ur", "آپ کیسے ہیں؟ میں ٹھیک ہوں۔ شکریہ۔", ["آپ کیسے ہیں؟", "میں ٹھیک ہوں۔", "شکریہ۔"]),
        ("ru", "Это г. Москва, т.е. столица. Правда? Да.", ["Это г. Москва, т.е. столица.", "Правда?", "Да."]),
        ("el", "Πού είναι; Εδώ. Ναι.", ["Πού είναι;", "Εδώ.", "Ναι."]),
        ("hy", "Բարև։ Ինչպես ես։", ["Բարև։", "Ինչպես ես։"]),
        ("my", "မင်္ဂလာပါ။ နေကောင်းလား။", ["မင်္ဂလာပါ။", "နေကောင်းလား။"]),
    ],
)
def test_sentences(language: str, text: str, sentences: list[str]) -> None:
    assert [piece.text for piece in split(text, language) if piece.translate] == sentences


def test_lists_code_and_numbers_stay() -> None:
    text = "# Title\n- [x] One thing\n  2) Two. Three\n```py\nx = 'Not this.'\n```\n42 %\nhttps://a.b/c\n\n> Quoted\n"
    pieces = split(text, "en")
    assert [piece.text for piece in pieces if piece.translate] == ["Title", "One thing", "Two.", "Three", "Quoted"]
    assert "".join(piece.text for piece in pieces) == text


def test_thai_and_long_texts_come_in_pieces() -> None:
    thai = "สวัสดีครับ วันนี้อากาศดีมาก " * 40
    pieces = [piece for piece in split(thai, "th") if piece.translate]
    assert len(pieces) > 4
    assert max(len(piece.text) for piece in pieces) <= 160
    words = split("word " * 2000 + "x" * 5000, "en")
    assert max(len(piece.text) for piece in words) <= MAX_CHARS


def test_cuts_of_endless_words_leave_characters_whole() -> None:
    text = "e\u0301" * 3000
    assert all(not piece.text.startswith("\u0301") for piece in split(text, ""))


def test_an_abbreviation_is_one_only_where_it_belongs() -> None:
    assert len(split("Das ist so. Gut.", "de")) == 3
    assert [piece.text for piece in split("No. 5 is free. No. Not this.", "en") if piece.translate] == [
        "No. 5 is free.",
        "No.",
        "Not this.",
    ]
