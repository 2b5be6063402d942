"""What the window and the formula worker say to each other. Without ziamath: the window never loads it."""

from __future__ import annotations

import msgspec

from app.ipc.message import Message

WORKER = "formulas"
MAX_SOURCE = 2000
"""Characters of a formula that is set; a longer one stays as the model wrote it."""
MAX_NUMBERS = 60_000
"""Numbers of one outline."""
MAX_EMS = 80.0
"""A formula that is wider or higher than this stays as the model wrote it."""
DELIMITERS = {"$$": "$$", "\\[": "\\]", "\\(": "\\)", "$": "$"}


def without_delimiters(source: str) -> tuple[str, bool]:
    """Return a formula's LaTeX and whether it stands on a line of its own; "" where nothing can be set."""
    opening = next((one for one in DELIMITERS if source.startswith(one)), "")
    inner = source[len(opening) :].removesuffix(DELIMITERS.get(opening, "")).strip()
    return inner if len(inner) <= MAX_SOURCE else "", opening in {"$$", "\\["}


class FormulaRequest(Message, frozen=True, kw_only=True):
    """A formula in LaTeX, without its delimiters; ``display`` stands on a line of its own."""

    source: str
    display: bool


class Letter(Message, frozen=True, kw_only=True):
    """A letter that the formula font lacks (Chinese, Japanese, Korean): the window draws it with its own fonts.

    ``x`` is its left end and ``y`` its baseline, downwards from the formula's; ``size`` its font size. In ems.
    """

    text: str
    x: float
    y: float
    size: float


class FormulaReply(Message, frozen=True, kw_only=True):
    """The outline of a formula, in ems of the text around it; y grows downwards from the baseline.

    ``steps`` has one letter per drawing step, ``numbers`` their coordinates: M and L take a point, Q two, C three,
    Z none, R a rectangle (x, y, width, height). ``steps`` and ``letters`` empty: this cannot be set.
    """

    width: float = 0.0
    ascent: float = 0.0
    descent: float = 0.0
    steps: str = ""
    numbers: list[float] = msgspec.field(default_factory=list)
    letters: list[Letter] = msgspec.field(default_factory=list)
