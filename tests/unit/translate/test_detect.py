"""Which language a text is in: 101 of them, whole sentences and four words."""

from __future__ import annotations

import pytest

from app.translate.detect import detect, is_clearly
from benchmarks.detection import TABLE, measure, table


def test_accuracy_over_101_languages() -> None:
    """As docs/detection.md says; no language that CLD2 knows gets lost."""
    found = measure()
    count = sum(one.count for one in found)
    assert (len(found), count) == (101, 101 * 12)
    for right, least in (
        (sum(one.whole for one in found), 0.81),
        (sum(one.short for one in found), 0.75),
        (sum(one.used_whole for one in found), 0.95),
        (sum(one.used_short for one in found), 0.93),
    ):
        assert right >= least * count
    assert TABLE.read_text(encoding="utf-8") == table(found)


@pytest.mark.parametrize(
    ("text", "others", "wanted", "yes"),
    [
        ("Sorry, I am only a tiny test model and I do not know that.", {"en"}, "de", True),
        ("Sorry, I am only a tiny test model and I do not know that.", {"fr"}, "de", False),
        ("Es tut mir leid, dabei kann ich Ihnen wirklich nicht helfen.", {"en", "de"}, "fr", True),
        ("Sorry, no.", {"en"}, "de", False),  # too short to be sure
        ("Leider kann ich das heute nicht mehr für dich machen.", {"en"}, "de", False),
        ("I cannot do that today, and tomorrow I cannot do it either.", {"en"}, "scn", False),  # unknown to CLD2
        ("Alle mennesker er født frie og med samme menneskeverd.", {"da"}, "nb", False),  # neighbours
        ("对不起，我只是一个很小的测试模型，我不知道那个，请您再问别人吧。", {"zh-Hans"}, "ja", False),
    ],
)
def test_a_text_in_the_wrong_language(text: str, others: set[str], wanted: str, yes: bool) -> None:
    assert is_clearly(text, others, wanted) is yes


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
