"""Letters that few fonts have get their font by name; the tables of the fonts are read in steps."""

from __future__ import annotations

import struct
import time

import pytest
from PySide6.QtGui import QRawFont, QTextCharFormat, QTextCursor, QTextDocument

from app.ui.chat.blocks.font_table import letters_in
from app.ui.chat.blocks.rare_letters import (
    families_for,
    find_families,
    font_named,
    insert_text,
    rare_letters,
    runs_of,
    width_of,
)
from tests.ui.transcript_fixture import Stage, stage

__all__ = ["stage"]

RARE = "ޖ𐦘ᠠᐁᚠⰀꀀ𓀀𒀀ߊܓ"
NOBODYS = "\U00014ed8\U0001aa75\ue000\u0378"
USUAL = "naïve мир שלום مرحبا ไทย ខ្មែរ हिन्दी 字 한 👍🏽 ∑ 𝓗 — …"
WANTED = ((0x100, 0x1FF), (0x10000, 0x100FF))


@pytest.fixture
def all_found(stage: Stage) -> Stage:
    for _ in range(10_000):
        if find_families(time.perf_counter() + 0.05):
            return stage
    raise AssertionError("every call reads one family at least")


def test_usual_letters_are_left_to_qt(all_found: Stage) -> None:
    assert runs_of(USUAL, all_found.theme.reading_font()) == [(USUAL, None)]


def test_a_rare_letter_gets_a_font_that_has_it(all_found: Stage) -> None:
    font = all_found.theme.reading_font()
    for letter, family in families_for(RARE, font).items():
        if family:  # else nothing is installed that has it
            assert QRawFont.fromFont(font_named(family, font)).supportsCharacter(ord(letter)), hex(ord(letter))


def test_what_nobody_has_is_not_looked_for(all_found: Stage) -> None:
    assert rare_letters(NOBODYS + RARE) == set(NOBODYS + RARE)
    assert runs_of(NOBODYS, all_found.theme.reading_font()) == [(NOBODYS, "")]


def test_signs_beside_rare_letters_take_the_texts_own_font(all_found: Stage) -> None:
    parts = (("1. \U00012000, (2) ", True), ("b. c", False), ("\U00012000\u200d \u0378!", True))
    runs = runs_of("".join(text for text, _ in parts), all_found.theme.reading_font())
    named = [(letter, family is not None) for text, family in runs for letter in text]
    assert named == [(letter, rare) for text, rare in parts for letter in text]


def test_words_of_a_rare_script_and_the_spaces_between_them_are_one_run(all_found: Stage) -> None:
    assert len(runs_of("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ " * 20, all_found.theme.reading_font())) == 1


def test_text_stays_the_same_in_a_document(all_found: Stage) -> None:
    document, look = QTextDocument(), QTextCharFormat()
    look.setFont(all_found.theme.reading_font(bold=True))
    insert_text(QTextCursor(document), USUAL + RARE + NOBODYS, look)
    assert document.toPlainText() == USUAL + RARE + NOBODYS
    assert all(part.format.font().bold() for part in document.firstBlock().textFormats())
    assert width_of(RARE, look.font()) > width_of("", look.font()) == 0


def test_the_letters_of_a_table_are_found() -> None:
    groups = [(0x20, 0x7E), (0x180, 0x18F), (0x190, 0x1AF), (0x1F0, 0x210), (0x10010, 0x10020), (0x20000, 0x20001)]
    expected = [(0x180, 0x1AF), (0x1F0, 0x1FF), (0x10010, 0x10020)]
    assert letters_in(_table((3, 10, _groups(groups))), WANTED) == expected
    assert letters_in(_table((3, 1, _segments(groups[:4]))), WANTED) == expected[:2]
    assert letters_in(_table((3, 1, _segments(groups[:2])), (3, 10, _groups(groups))), WANTED) == expected


def test_fonts_of_pictures_have_no_letters() -> None:
    assert letters_in(_table((3, 0, _segments([(0x100, 0x1FF)]))), WANTED) == []
    assert letters_in(_table((1, 0, struct.pack(">HHH", 0, 262, 0) + bytes(256))), WANTED) == []


def test_a_damaged_table_has_no_letters() -> None:
    whole = _table((3, 10, _groups([(0x100, 0x1FF)] * 4)))
    assert letters_in(whole, WANTED)
    assert all(letters_in(whole[:end], WANTED) == [] for end in range(len(whole)))
    assert letters_in(b"\xff" * 64, WANTED) == []


def _table(*parts: tuple[int, int, bytes]) -> bytes:
    heads, bodies = b"", b""
    for platform, encoding, body in parts:
        heads += struct.pack(">HHI", platform, encoding, 4 + 8 * len(parts) + len(bodies))
        bodies += body
    return struct.pack(">HH", 0, len(parts)) + heads + bodies


def _groups(groups: list[tuple[int, int]]) -> bytes:
    rows = b"".join(struct.pack(">III", first, last, 1) for first, last in groups)
    return struct.pack(">HHIII", 12, 0, 16 + len(rows), 0, len(groups)) + rows


def _segments(groups: list[tuple[int, int]]) -> bytes:
    ends, starts = ([struct.pack(">H", group[side]) for group in groups] for side in (1, 0))
    count = len(groups)
    head = struct.pack(">HHHHHHH", 4, 16 + 8 * count, 0, 2 * count, 0, 0, 0)
    return head + b"".join(ends) + bytes(2) + b"".join(starts) + bytes(4 * count)
