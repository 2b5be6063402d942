"""Formulas and coloured code in what is written, made by the workers that the window asks too. No Qt.

Whatever they cannot do in time, or at all, stays as the model wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import IO, Generic, TypeVar

import msgspec
from typing_extensions import override

from app.chat import formula_api, highlight_api
from app.chat.code_colours import code_colours
from app.chat.exporting.as_mathml import mathml
from app.chat.exporting.helper import Helper, HelperError
from app.chat.exporting.pdf_process import FORMULA
from app.chat.formula_api import FormulaReply, FormulaRequest, without_delimiters
from app.chat.highlight_api import MAX_CODE, CodeKind, HighlightReply, HighlightRequest
from app.chat.markup_api import MarkupReply, MarkupRequest
from app.ipc.framing import MAX_FRAME_BYTES, encode_frame
from app.ipc.message import Message

FIRST_SECONDS = 20.0  # the worker starts first
SECONDS = 2.0
MAX_FAILURES = 8  # then nothing is asked any more
UNIT = "utf-16-le"  # runs of colours are counted in its units

R = TypeVar("R", bound=Message)


class Typesetter:
    """Leaves formulas and code as they are."""

    def formula(self, source: str) -> str:  # noqa: ARG002 - those who can do more use it
        """Return a formula, delimiters included, as HTML; "" when it stays what it is."""
        return ""

    def code(self, text: str, language: str) -> str:  # noqa: ARG002 - the same
        """Return code as HTML."""
        return escape(text)


class Workers:
    """What an export asks, started when it is first needed. Leaving ``with`` ends them."""

    def __init__(self) -> None:
        self.markup = _Asked(formula_api.WORKER, MarkupReply)
        self.outlines = _Asked(formula_api.WORKER, FormulaReply)
        self.colours = _Asked(highlight_api.WORKER, HighlightReply)

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        for one in (self.markup, self.outlines, self.colours):
            one.close()


class _Coloured(Typesetter):
    """Colours code by classes; ``code_style`` says what they look like."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    @override
    def code(self, text: str, language: str) -> str:
        if not language or len(text) > MAX_CODE:
            return escape(text)
        reply = self._workers.colours.ask(HighlightRequest(language=language, code=text))
        return "".join(_coloured(text, reply.runs)) if reply is not None and reply.runs else escape(text)


class ForBrowsers(_Coloured):
    """Formulas as MathML."""

    @override
    def formula(self, source: str) -> str:
        inner, display = without_delimiters(source)
        reply = self._workers.markup.ask(MarkupRequest(source=inner, display=display)) if inner else None
        if reply is None or reply.root is None:
            return ""
        try:
            return mathml(reply.root, inner)
        except ValueError:
            return ""


class ForPaper(_Coloured):
    """Formulas as pictures that name one of ``formulas``."""

    def __init__(self, workers: Workers) -> None:
        super().__init__(workers)
        self.formulas: list[FormulaReply] = []
        self._places: dict[str, int] = {}

    @override
    def formula(self, source: str) -> str:
        if source not in self._places:
            inner, display = without_delimiters(source)
            reply = self._workers.outlines.ask(FormulaRequest(source=inner, display=display)) if inner else None
            if reply is None or not (reply.steps or reply.letters):
                return ""
            self._places[source] = len(self.formulas)
            self.formulas.append(reply)
        return f'<img src="{FORMULA}{self._places[source]}">'


def code_style(*, dark: bool) -> str:
    """Return the rules for the classes of coloured code."""
    return "\n".join(f".{_name(kind)} {{ color: {colour}; }}" for kind, colour in code_colours(dark=dark).items())


class _Asked(Generic[R]):
    """One kind of question to one worker; what was asked before is not asked again."""

    def __init__(self, kind: str, reply: type[R]) -> None:
        self._helper = Helper(kind)
        self._decoder: msgspec.json.Decoder[R] = msgspec.json.Decoder(reply)
        self._known: dict[Message, R | None] = {}
        self._answered = False
        self._failures = 0

    def ask(self, request: Message) -> R | None:
        """Return the answer; None when there is none in time."""
        if request not in self._known:
            self._known[request] = self._asked(request) if self._failures < MAX_FAILURES else None
        return self._known[request]

    def close(self) -> None:
        """End the worker."""
        self._helper.__exit__()

    def _asked(self, request: Message) -> R | None:
        self._answered = self._answered and self._helper.running
        try:
            line = self._helper.ask(encode_frame(request), _line, SECONDS if self._answered else FIRST_SECONDS)
            self._answered = True
            return self._decoder.decode(line)
        except (HelperError, msgspec.DecodeError, RecursionError):
            self._failures += 1
            return None


def _line(answer: IO[bytes]) -> bytes:
    line = answer.readline(MAX_FRAME_BYTES)
    if not line.endswith(b"\n"):
        raise BrokenPipeError("cut off")
    return line


def _coloured(text: str, runs: list[int]) -> Iterator[str]:
    raw, start = text.encode(UNIT, "surrogatepass"), 0
    for length, kind in zip(runs[::2], runs[1::2], strict=False):
        piece = escape(raw[start : start + 2 * length].decode(UNIT, "replace"))
        start += 2 * length
        yield piece if kind == CodeKind.PLAIN else f'<span class="{_name(kind)}">{piece}</span>'
    yield escape(raw[start:].decode(UNIT, "replace"))


def _name(kind: int) -> str:
    return f"code-{int(kind)}"
