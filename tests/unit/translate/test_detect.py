"""Which language a text is in: 101 of them, whole sentences and four words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.translate.detect import detect

SENTENCES: dict[str, list[str]] = json.loads(
    (Path(__file__).parents[2] / "data" / "udhr" / "sentences.json").read_text(encoding="utf-8")
)


def beginning(text: str) -> str:
    return " ".join(text.split()[:4]) if " " in text else text[:12]


def accuracy(*, short: bool, in_use: bool) -> float:
    right = count = 0
    for code, sentences in SENTENCES.items():
        for sentence in sentences:
            guesses = detect(beginning(sentence) if short else sentence, (code, "en") if in_use else ())
            right += bool(guesses) and guesses[0].code == code
            count += 1
    assert count == 101 * 12
    return right / count


@pytest.mark.parametrize(
    ("short", "in_use", "least"),
    [(False, False, 0.80), (True, False, 0.75), (False, True, 0.94), (True, True, 0.91)],
)
def test_accuracy_over_101_languages(short: bool, in_use: bool, least: float) -> None:
    """docs/translation.md has the numbers; a language in use is one that the person translated before."""
    assert accuracy(short=short, in_use=in_use) >= least


@pytest.mark.parametrize("text", ["", "  \n", "42", "https://example.com/wo/ist/der", "{name} %s", "!?", "😀"])
def test_nothing_to_tell(text: str) -> None:
    assert detect(text) == []


@pytest.mark.parametrize(
    "text", ["\x00Wo ist der Bahnhof\x07?", "\u202eWo ist der Bahnhof?", "Wo ist der Bahnhof? " * 20_000]
)
def test_odd_texts_are_read_too(text: str) -> None:
    assert detect(text)[0].code == "de"


def test_chinese_kinds_and_japanese() -> None:
    for text, code in (
        ("火车站在哪里？", "zh-Hans"),
        ("車站在哪裡？", "zh-Hant"),
        ("佢哋喺邊度？", "yue"),
        ("東京へ行く", "ja"),
    ):
        assert detect(text)[0].code == code
