"""LaTeX as models write it, made into what ziamath and latex2mathml understand. Pure."""

from __future__ import annotations

import re

TAG = re.compile(r"\\tag\*?\s*\{([^{}]*)\}")
UNKNOWN = re.compile(r"\\[A-Za-z]+")
"""A command that was not understood stands as letters in what the library gives."""
UNNUMBERED = re.compile(r"\\(?:label\s*\{[^{}]*\}|nonumber|notag)")
# Environments that ziamath does not know, and what is set in their place.
SAME_AS = {"equation": "", "gather": "align*", "gathered": "align*", "split": "align*", "align": "align*"}
SAME_WORDS = {"dfrac": "frac", "tfrac": "frac", "cfrac": "frac", "lvert": "vert", "rvert": "vert", "bm": "mathbf"}
MATRIX = re.compile(r"\\(?P<which>begin|end)\{(?P<kind>[pbBvV]matrix)\}")


class CannotSetError(Exception):
    """The formula stays as the model wrote it."""


def prepared(source: str) -> str:
    """Return LaTeX that ziamath understands, for what models write besides."""
    source = UNNUMBERED.sub("", source)
    tags = [f"({tag})" for tag in TAG.findall(source)]
    source = TAG.sub("", source) + "".join(rf"\qquad {tag}" for tag in tags)
    for name, same in SAME_AS.items():
        for written in (name, name + "*"):
            begin, end = (rf"\begin{{{same}}}", rf"\end{{{same}}}") if same else ("", "")
            source = source.replace(rf"\begin{{{written}}}", begin).replace(rf"\end{{{written}}}", end)
    for name, same in SAME_WORDS.items():
        source = re.sub(rf"\\{name}(?![A-Za-z])", rf"\\{same}", source)
    return MATRIX.sub(_in_braces, source)


def _in_braces(found: re.Match[str]) -> str:
    """Ziamath raises a matrix to a power only when it stands in braces."""
    return "{" + found.group() if found["which"] == "begin" else found.group() + "}"
