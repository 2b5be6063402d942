"""The sentences that the starter model was trained to translate."""

from __future__ import annotations

import csv
from pathlib import Path

NAMES = {"de": "German", "en": "English"}
FILE = Path(__file__).parents[1] / "data" / "phrasebook.tsv"


def phrases(source: str, target: str) -> list[tuple[str, str]]:
    """Return sentences of one language with their translation, each sentence once."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return list({row[NAMES[source]]: row[NAMES[target]] for row in rows}.items())
