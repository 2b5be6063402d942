"""Fonts for unusual letters are found in small steps; what is not shown is not laid out."""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import QFont

from app.chat.conversation import ThinkingPart
from app.ui.chat.blocks.rare_letters import find_families
from app.ui.chat.transcript import letters
from app.ui.chat.transcript.letters import LetterReader, have_fonts
from tests.helpers.fake_chat_session import assistant, person
from tests.ui.transcript_fixture import Stage, stage

__all__ = ["stage"]

SCRIPTS = "мир שלום مرحبا ไทย ខ្មែរ ꯃ 𐎀 𐌰 字 한 👍🏽 \u0378 **ஒ** *ᚠ* `ᠮ` "
PAST = 0.0  # a deadline that is long over


def test_every_call_gets_on_however_late_it_is(stage: Stage) -> None:
    fonts = [stage.theme.reading_font(31), stage.theme.reading_font(31, bold=True)]
    assert any(find_families(PAST) for _ in range(10_000)), "one family in each call"
    calls = next(n for n in range(1, 400) if have_fonts(SCRIPTS, fonts, PAST))
    assert 10 < calls < 2 * len(SCRIPTS) + 3, "one run of letters in each call"
    assert have_fonts(SCRIPTS, fonts, PAST), "nothing is done twice"


def test_a_long_source_is_read_to_its_end(stage: Stage) -> None:
    reader, source = LetterReader(), SCRIPTS * 100
    assert any(reader.advance(source, stage.theme, PAST) for _ in range(12_000))
    assert reader.advance(source, stage.theme, PAST)
    grown = source + "ᐁ"
    assert any(reader.advance(grown, stage.theme, PAST) for _ in range(10))


def test_every_letter_is_prepared_in_the_fonts_of_its_paragraph(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared: dict[str, set[tuple[bool, bool, bool]]] = {}

    def have(text: str, fonts: list[QFont], deadline: float) -> bool:
        kinds = {(font.bold(), font.italic(), font.key() == stage.theme.code_font().key()) for font in fonts}
        for letter in text:
            prepared.setdefault(letter, set()).update(kinds)
        return True

    monkeypatch.setattr(letters, "have_fonts", have)
    plain, bold, italic, code = (False, False, False), (True, False, False), (False, True, False), (False, False, True)
    reader, source = LetterReader(), "ж\n\n# ш\n\n**e щ**\n\n`ю`\n\nя\n\n```\nэ\n\nы\n```\n" + "ъ\n" * 3000
    for end in (1, 2, 9, 12, len(source)):  # it comes in pieces
        assert reader.advance(source[:end], stage.theme, time.perf_counter() + 60)
    assert prepared["ж"] == prepared["я"] == {plain}
    assert prepared["щ"] == {plain, bold, italic}
    assert prepared["ю"] == prepared["э"] == prepared["ы"] == prepared["ъ"] == {plain, code}
    assert bold not in prepared["ю"]
    assert len(prepared["ш"]) == 2


def test_plain_text_waits_for_nothing(stage: Stage) -> None:
    assert have_fonts("Plain words, naïve café.", [stage.theme.reading_font(33)], PAST)


def test_stored_thoughts_are_laid_out_only_when_they_are_opened(stage: Stage) -> None:
    thoughts = (SCRIPTS + "\n") * 400
    stage.session.show([person("?"), assistant("Yes.", thoughts)])
    pane = stage.answer().pane
    assert pane is not None
    assert isinstance(stage.session.messages[-1].thinking, ThinkingPart)
    assert pane.thoughts.document().isEmpty()
    pane.header.click()
    stage.bot.waitUntil(lambda: pane.thoughts.toPlainText() == thoughts, timeout=20_000)
