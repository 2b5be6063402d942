"""How often the language of a text is found: 101 languages of the Universal Declaration of Human Rights.

``python -m benchmarks.detection`` writes the table into ``docs/detection.md``; the tests want it to be current.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from app.translate.detect import detect
from app.translate.languages import by_code

ROOT = Path(__file__).parents[1]
SENTENCES = ROOT / "tests" / "data" / "udhr" / "sentences.json"
TABLE = ROOT / "docs" / "detection.md"
WORDS, SIGNS = 4, 12
"""So much of a sentence is a beginning; signs where words are not parted."""

HEAD = """# Which language a text is in: what was measured

Made by `python -m benchmarks.detection`, and checked by the tests. CLD2 (`pycld2`), helped by scripts and by the
languages in use: those that the person translated before. {languages} languages of the Universal Declaration of Human
Rights, 12 sentences each (`tests/data/udhr`), percentage of sentences whose first guess is right; the beginning is four
words, or twelve signs where words are not parted.

| | whole sentence | beginning |
|---|---:|---:|
| nothing known of the person | {alone} | {alone_short} |
| the language is among those in use | {used} | {used_short} |

CLD2 does not know the languages that are found in no sentence while nothing is known of the person; they are found
once the person has chosen them. A guess can always be corrected, with one click on the language.

| language | | whole | beginning | in use: whole | beginning | taken for |
|---|---|---:|---:|---:|---:|---|
"""


@dataclass(frozen=True)
class Found:
    """Right first guesses out of ``count`` sentences, with nothing known and with the language in use."""

    code: str
    count: int
    whole: int
    short: int
    used_whole: int
    used_short: int
    mistaken: Counter[str]  # whole sentences, nothing known: code -> how often


def measure() -> list[Found]:
    """Return what is found of each language."""
    sentences: dict[str, list[str]] = json.loads(SENTENCES.read_text(encoding="utf-8"))
    return [_of(code, texts) for code, texts in sentences.items()]


def table(found: list[Found]) -> str:
    """Return the page."""
    count = sum(one.count for one in found)

    def share(right: int, of: int = count) -> str:
        return f"{100 * right / of:.1f}" if of == count else f"{100 * right / of:.0f}"

    head = HEAD.format(
        languages=len(found),
        alone=share(sum(one.whole for one in found)),
        alone_short=share(sum(one.short for one in found)),
        used=share(sum(one.used_whole for one in found)),
        used_short=share(sum(one.used_short for one in found)),
    )
    rows = []
    for one in found:
        numbers = [share(right, one.count) for right in (one.whole, one.short, one.used_whole, one.used_short)]
        others = ", ".join(f"{code} {times}" for code, times in sorted(one.mistaken.items(), key=lambda pair: -pair[1]))
        language = by_code(one.code)
        rows.append(f"| {language.english_name if language else ''} | {one.code} | {' | '.join(numbers)} | {others} |")
    return head + "\n".join(rows) + "\n"


def _of(code: str, texts: list[str]) -> Found:
    whole = [_first(text, ()) for text in texts]
    used = (code, "en")
    return Found(
        code=code,
        count=len(texts),
        whole=whole.count(code),
        short=sum(_first(_beginning(text), ()) == code for text in texts),
        used_whole=sum(_first(text, used) == code for text in texts),
        used_short=sum(_first(_beginning(text), used) == code for text in texts),
        mistaken=Counter(other or "nothing" for other in whole if other != code),
    )


def _first(text: str, in_use: tuple[str, ...]) -> str:
    return next((guess.code for guess in detect(text, in_use)), "")


def _beginning(text: str) -> str:
    return " ".join(text.split()[:WORDS]) if " " in text else text[:SIGNS]


def main() -> None:
    """Write the table."""
    TABLE.write_text(table(measure()), encoding="utf-8")


if __name__ == "__main__":
    main()
