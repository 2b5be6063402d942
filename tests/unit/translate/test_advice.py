"""When another model is recommended, and which."""

from __future__ import annotations

import pytest

from app.translate.advice import LONG_CHARS, Advice, AdviceReason, advise
from tests.unit.translate.test_guards import language

B = 1_000_000_000


@pytest.mark.parametrize(
    ("parameters", "starter", "source", "target", "length", "wanted"),
    [
        (8_000_000, True, "en", "de", 10, Advice("Qwen3 4B", AdviceReason.STARTER)),
        (4 * B, False, "en", "de", 10, None),
        (4 * B, False, "de", "en", 100_000, None),
        (B, False, "de", "en", 10, None),  # into English small ones are good enough
        (B, False, "en", "de", 10, Advice("Qwen3 4B", AdviceReason.LANGUAGE)),
        (B, False, "de", "en", LONG_CHARS + 1, Advice("Qwen3 4B", AdviceReason.LENGTH)),
        (4 * B, False, "en", "scn", 10, Advice("Qwen3 8B", AdviceReason.LANGUAGE)),  # outside the evaluated 80
        (4 * B, False, "scn", "en", 10, Advice("Qwen3 8B", AdviceReason.LANGUAGE)),
        (4 * B, False, "en", "my", 10, Advice("Qwen3 8B", AdviceReason.LANGUAGE)),  # costs many tokens
        (8 * B, False, "en", "scn", 10, None),
    ],
)
def test_advice(parameters: int, starter: bool, source: str, target: str, length: int, wanted: Advice | None) -> None:
    found = advise(parameters, starter=starter, source=language(source), target=language(target), length=length)
    assert found == wanted


def test_an_unknown_source_is_no_reason() -> None:
    assert advise(4 * B, starter=False, source=None, target=language("de"), length=10) is None
