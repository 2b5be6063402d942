"""Hides what must come through a translation unchanged: addresses, code, placeholders, tags. No Qt.

Each such piece is replaced by a short mark that models copy, and put back afterwards. Numbers stay where they are,
because words around them change with them ("1 apple", "5 apples"); the guards look for them.
"""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec


class MarkForm(StrEnum):
    """What marks look like."""

    SIGNS = "signs"  # ⟦1⟧: nothing else looks like it
    NUMBERS = "numbers"  # 9401: models too small to know rare signs copy numbers


class Masked(msgspec.Struct, frozen=True):
    """A text with marks, and what they stand for, in order."""

    text: str
    kept: list[str]
    first: int = 0  # of the numbers that stand for something; 0: marks are signs


class Unmasked(msgspec.Struct, frozen=True):
    """A text with everything put back, and what of it was lost."""

    text: str
    lost: list[str]


_KEPT = re.compile(
    r"""
      (?<!`)(?P<ticks>`{2,3})(?!`)[^\n]{1,400}?(?<!`)(?P=ticks)(?!`)           # code with a tick in it
    | (?<!`)`{1,3}[^`\n]{1,400}`{1,3}                                          # code
    | (?<=\]\()[^()\s]{1,500}(?=[)\s])|(?<=\]\[)[^\[\]\n]{1,200}(?=\])|\[\^[^\[\]\n]{1,80}\]   # Markdown's links
    | (?:(?:https?|s?ftp|ftps|file|wss?|ssh|git)://|www\.)                    # addresses, with brackets in pairs
      (?:[^\s<>"'()）】」』。，、；]|\([^\s<>()]{0,200}\)){0,3000}
      (?:[^\s<>"'()）】」』。，、；.,;:!?\]}،؛؟]|\([^\s<>()]{0,200}\))
    | (?:mailto:)?(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}                      # e-mail
    | (?<![\w@])@[A-Za-z0-9_]{2,40}\b                                        # @somebody
    | (?<![A-Za-z0-9_/.:\\])(?:~|\.{1,2})?(?:/[A-Za-z0-9_.@%+~-]{1,100}){2,40}(?<!\.)/?    # /files/of.mine
    | (?<!\w)[A-Za-z]:\\[^\s<>"|?*:，。、；）」]{0,300}[^\s<>"|?*:，。、；）」.,;!)]            # C:\files
    | </?[A-Za-z][^<>\n]{0,500}>|<!--.{0,500}?-->|&\#?\w{2,31};            # tags and entities
    | \$\$[^$\n]{1,500}\$\$|\\\([^\n]{1,500}?\\\)|\\\[[^\n]{1,500}?\\\]           # formulas
    | (?<![\w\\$])\$(?![\s$])(?=[^$\n]{0,300}[\\^_={}+]|[A-Za-z]{1,3}\$)[^$\n]{1,300}(?<![\s\\])\$(?!\w)
    | \\(?![nrt][A-Z])[A-Za-z]{2,30}\*?(?:\[[^\[\]\n]{0,80}\])?(?:\{[^{}\n]{0,80}\}){1,5}    # \cite{x}
    | \{\s*[\w.-]{1,80}\s*,\s*(?:plural|select|selectordinal)\s*,(?:\s*offset:\s*\d+)?\s*(?:=\d+|[\w-]{1,40})\s*\{
    | \}\s{0,20}(?:=\d+|[\w-]{1,40})\s{0,20}\{|\}\s{0,20}\}                     # the frame of ICU's choices
    | [$%\#]\{[^{}\n]{1,80}\}|\{\{[^{}\n]{1,80}\}\}|\{[^{}\n]{0,80}\}    # ${x} {{x}} {name}
    | (?<![\w$])\$[A-Za-z_][A-Za-z0-9_]{0,60}|(?<!\w)%[A-Za-z_][A-Za-z0-9_]{1,40}%    # $PRICE %PATH%
    | %\([^()\n]{1,80}\)[-+0\#]*\d*(?:\.\d+)?[a-zA-Z]               # %(name)s
    | %(?:\d+\$)?[-+0\#]*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t|L)?[diouxXeEfFgGcspn@](?![A-Za-z])   # %s %1$d
    | %\d+(?![\d%,.])|%L\d+|%n                                       # Qt's
    | \\[nrt"'\\](?=[A-Z]|\W|$)                                       # \n as written in sources
    | <\|[^|<>\n]{1,40}\|>                                           # a model's control tokens
    | [⟦〚\[【]{1,2}\s*\d{1,6}\s*[⟧〛\]】]{1,2}                          # footnotes, and what looks like a mark of ours
    """,
    re.VERBOSE,
)
_SIGNS_OF_KEPT = re.compile(r"[`:\[<&@${}%/\\⟦〚【]|www")
"""Where none of these is, nothing is kept: most sentences of a long document are looked at ten times as fast."""
_MARK = "⟦{}⟧"
_ANY_MARK = re.compile(r"(?:⟦{1,2}|〚{1,2}|\[{1,2}|【{1,2})\s*(\d{1,6})\s*(?:⟧{1,2}|〛{1,2}|\]{1,2}|】{1,2})")
"""As models write marks. Two signs of a side are of one kind."""
_OUR_MARK = re.compile(r"⟦(\d{1,6})⟧")
_MOST_NUMBERS = 90
_NUMBER_BEGUN = re.compile(r"\d{1,4}\Z")
_BEGUN = re.compile(r"[⟦〚]\s*\d*\s*\Z")
_WORDLESS = re.compile(r"[\W\d_]*")


def mask(text: str, form: MarkForm = MarkForm.SIGNS) -> Masked:
    """Replace what must not change by marks."""
    if not _SIGNS_OF_KEPT.search(text):
        return Masked(text, [])
    kept: list[str] = []
    few = form is MarkForm.NUMBERS and sum(1 for _ in _KEPT.finditer(text)) < _MOST_NUMBERS
    first = _free_numbers(text) if few else 0

    def hide(match: re.Match[str]) -> str:
        kept.append(match[0])
        return str(first + len(kept) - 1) if first else _MARK.format(len(kept))

    return Masked(_KEPT.sub(hide, text), kept, first)


def _free_numbers(text: str) -> int:
    """Return where a hundred numbers begin that are not in the text; 0: all are."""
    return next((start for start in range(9401, 98_000, 100) if str(start // 100) not in text), 0)


def unmask(text: str, kept: list[str], first: int = 0) -> Unmasked:
    """Put everything back. ``lost``: what no mark is left of; a mark that was written twice is put back twice."""
    found: set[int] = set()

    def show(match: re.Match[str]) -> str:
        number = int(match[1]) - (first - 1 if first else 0)
        if not 1 <= number <= len(kept):
            return match[0]
        found.add(number)
        return kept[number - 1]

    shown = _marks(text, kept, first).sub(show, text) if kept else text
    return Unmasked(shown, [one for number, one in enumerate(kept, start=1) if number not in found])


def _marks(text: str, kept: list[str], first: int) -> re.Pattern[str]:
    if first:
        return re.compile(f"({'|'.join(str(first + number) for number in range(len(kept)))})")
    written = {int(match[1]) for match in _OUR_MARK.finditer(text)}
    # Where all are as they were given, brackets beside them are the text's own.
    return _OUR_MARK if written.issuperset(range(1, len(kept) + 1)) else _ANY_MARK


def unmask_growing(text: str, kept: list[str], first: int = 0) -> str:
    """Put back what is there of a text still being written; a mark that has only begun is not shown."""
    begun = _NUMBER_BEGUN if first else _BEGUN
    return unmask(begun.sub("", text), kept, first).text if kept else text


def missing(text: str, kept: list[str]) -> list[str]:
    """Return what of ``kept`` is not in a text that was translated without marks."""
    left = text
    lost = []
    for one in kept:
        if one in left:
            left = left.replace(one, "", 1)
        else:
            lost.append(one)
    return lost


def is_all_kept(text: str) -> bool:
    """Say whether there is nothing to translate: only addresses, code, numbers and signs."""
    plain = _KEPT.sub("", text) if _SIGNS_OF_KEPT.search(text) else text
    return _WORDLESS.fullmatch(plain) is not None
