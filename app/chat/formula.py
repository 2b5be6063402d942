"""Formulas in LaTeX set as outlines, in a process of its own. No Qt.

A formula is as hostile as every other text of a model, and neither latex2mathml nor ziamath promises to come to an
end: the window asks this worker and ends it when the answer takes too long (``ui/chat/blocks/formulas.py``). What
comes back are numbers and single letters, never SVG or any other text that something would have to read.
"""

from __future__ import annotations

import math
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import as_file, files
from xml.etree.ElementTree import Element  # only built and walked here, never read from text

import msgspec
from typing_extensions import override
from ziafont.fonttypes import BBox
from ziafont.glyph import SimpleGlyph
from ziamath.config import config
from ziamath.mathfont import MathFont
from ziamath.tex import tex2mml
from ziamath.zmath import Math, loadedfonts

from app.chat.formula_api import MAX_EMS, MAX_NUMBERS, MAX_SOURCE, FormulaReply, FormulaRequest, Letter
from app.chat.formula_source import UNKNOWN, CannotSetError, prepared
from app.chat.markup_api import MarkupReply, MarkupRequest
from app.ipc.framing import FrameDecoder, FrameError, encode_frame
from app.system.child import die_with_parent
from app.system.sandbox import forbid_writing_files, limit_memory

EM = 100.0  # the size that formulas are set at; two decimals of it are a ten-thousandth of an em
MEMORY_BYTES = 1 << 30
FOREIGN = 1_000_000  # glyph numbers from here on stand for letters that the font lacks
FONT = "STIXTwoMath-Regular.ttf"
ARGUMENTS = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}
PIECE = re.compile(r"[MLQCZ]|-?\d+(?:\.\d+)?")
# latex2mathml gives rows points, which are almost nothing at our size.
POINTS, EMS = 'rowspacing="3pt"', 'rowspacing="0.4em"'


def set_formula(source: str, *, display: bool) -> FormulaReply:
    """Return the outline of a formula without its delimiters; an empty reply when it cannot be set."""
    try:
        return _outline(source, display=display)
    except Exception:  # noqa: BLE001 - whatever a hostile formula does to the library ends here
        return FormulaReply()


def _outline(source: str, *, display: bool) -> FormulaReply:
    if len(source) > MAX_SOURCE or not source.strip():
        raise CannotSetError
    _use_font()
    markup = tex2mml(prepared(source), inline=not display).replace(POINTS, EMS)
    formula = Math(markup, EM)
    if any(UNKNOWN.fullmatch(element.text or "") for element in formula.mathml.iter()):
        raise CannotSetError  # a command that nobody knows would stand there as letters
    box = formula.node.bbox
    drawing = Element("svg")
    formula.node.draw(0, 0, drawing)
    steps, numbers, letters = _flat(drawing)
    left, right = min(box.xmin, 0.0), box.xmax
    figures = [right - left, box.ymax, -box.ymin, *numbers]
    if not (steps or letters) or not all(map(math.isfinite, figures)) or max(figures[:3]) > MAX_EMS * EM:
        raise CannotSetError
    return FormulaReply(
        width=_ems(right - left),
        ascent=_ems(box.ymax),
        descent=_ems(-box.ymin),
        steps=steps,
        numbers=[_ems(number) for number in numbers],
        letters=letters,
    )


def _flat(drawing: Element) -> tuple[str, list[float], list[Letter]]:
    steps, numbers, letters = "", list[float](), list[Letter]()
    for element in drawing.iter():
        match element.tag:
            case "svg" | "g":
                continue
            case "path":
                line = float(element.get("stroke-width", 0))
                for step, coordinates in _line(element.attrib["d"], line) if line else _path(element.attrib["d"]):
                    steps += step
                    numbers += coordinates
            case "rect":
                for rectangle in _rectangles(element):
                    steps += "R"
                    numbers += rectangle
            case "letter":
                x, y, size = (float(element.attrib[name]) / EM for name in ("x", "y", "size"))
                letters.append(Letter(text=element.attrib["text"], x=x, y=y, size=size))
            case _:
                raise CannotSetError
        if len(numbers) > MAX_NUMBERS:
            raise CannotSetError
    return steps, numbers, letters


def _path(text: str) -> Iterator[tuple[str, list[float]]]:
    pieces = PIECE.findall(text)
    index = 0
    while index < len(pieces):
        count = ARGUMENTS[pieces[index]]
        yield pieces[index], [float(number) for number in pieces[index + 1 : index + 1 + count]]
        index += 1 + count


def _line(text: str, width: float) -> Iterator[tuple[str, list[float]]]:
    """Yield a straight line as the outline of what a pen of this width draws."""
    (_, (x, y)), (_, (to_x, to_y)) = _path(text)
    length = math.hypot(to_x - x, to_y - y) or 1.0
    dx, dy = (to_y - y) / length * width / 2, -(to_x - x) / length * width / 2
    yield "M", [x + dx, y + dy]
    yield "L", [to_x + dx, to_y + dy]
    yield "L", [to_x - dx, to_y - dy]
    yield "L", [x - dx, y - dy]
    yield "Z", []


def _rectangles(element: Element) -> list[list[float]]:
    """Return a bar, or the four sides of a frame."""
    x, y, width, height = (float(element.attrib[name]) for name in ("x", "y", "width", "height"))
    pen = float(element.get("stroke-width", 0))
    if not pen:
        return [[x, y, width, height]]
    sides = [[x, y, width, pen], [x, y + height - pen, width, pen]]
    return [*sides, [x, y + pen, pen, height - 2 * pen], [x + width - pen, y + pen, pen, height - 2 * pen]]


def _ems(value: float) -> float:
    return round(value / EM, 4)


class _Font(MathFont):
    """The formula font, with a gap of the right width for wide letters that it lacks."""

    @override
    def glyphindex(self, char: str) -> int:
        index = super().glyphindex(char)
        if index or char.isspace() or not char.isprintable():
            return index
        if unicodedata.east_asian_width(char) not in {"W", "F"}:
            raise CannotSetError  # letters that join their neighbours cannot be set one by one
        return FOREIGN + ord(char)

    @override
    def glyph_fromid(self, glyphid: int) -> SimpleGlyph:
        if glyphid < FOREIGN:
            return super().glyph_fromid(glyphid)
        unit = self.info.layout.unitsperem
        return _Gap(glyphid, (), BBox(0, unit, -0.12 * unit, 0.88 * unit), self)

    @override
    def advance(self, glyph: int, glyph2: int | None) -> int:
        if glyph >= FOREIGN:
            return int(self.info.layout.unitsperem)
        return super().advance(glyph, None if glyph2 is not None and glyph2 >= FOREIGN else glyph2)


class _Gap(SimpleGlyph):
    """Says where a letter goes that the window has to draw."""

    @override
    def place(self, x: float, y: float, point_size: float) -> Element:
        where = {"x": str(x), "y": str(y), "size": str(point_size)}
        return Element("letter", {"text": chr(self.index - FOREIGN), **where})


@lru_cache(maxsize=1)
def _use_font() -> None:
    config.svg2 = False  # outlines where they stand, not symbols
    config.precision = 2
    with as_file(files("ziamath") / "fonts" / FONT) as path:
        loadedfonts["default"] = _Font(path)


def main() -> int:
    """Answer requests from standard input until it closes."""
    die_with_parent()
    limit_memory(MEMORY_BYTES)
    forbid_writing_files()
    _use_font()
    decoder: FrameDecoder[FormulaRequest | MarkupRequest] = FrameDecoder(FormulaRequest | MarkupRequest)
    while data := sys.stdin.buffer.readline():
        for request in decoder.feed(data):
            if isinstance(request, FrameError):
                continue
            reply = msgspec.structs.replace(_answer(request), request_id=request.request_id)
            sys.stdout.buffer.write(encode_frame(reply))
            sys.stdout.buffer.flush()
    return 0


def _answer(request: FormulaRequest | MarkupRequest) -> FormulaReply | MarkupReply:
    if isinstance(request, MarkupRequest):
        from app.chat.formula_markup import set_markup  # noqa: PLC0415 - for exports only

        return set_markup(request.source, display=request.display)
    return set_formula(request.source, display=request.display)
