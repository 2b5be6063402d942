"""Reads the conversations of a large JSON file one after the other, without ever holding the whole file. No Qt.

One call of a JSON parser on a file of hundreds of megabytes holds every thread of the process up for seconds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TextIO

_CHUNK = 1 << 20
_LARGEST_VALUE = 64 << 20
"""Characters of one conversation, or of all that stands around the conversations."""

_SPACE = re.compile(r"[ \t\r\n]*")
LIST_NAME = "conversations"


class JsonError(Exception):
    """The file is not JSON from some place on, or one value of it is larger than any conversation is."""


@dataclass(frozen=True)
class Element:
    """A conversation, not checked in any way. ``header``: what stood beside the list of conversations."""

    value: Any
    header: dict[str, Any]


def elements(file: TextIO) -> Iterator[Element]:
    """Return the items of the list that the file is, or that it holds as "conversations"; else the file itself.

    Raises JsonError where it is no JSON from there on, and OSError.
    """
    reader = _Reader(file)
    match reader.peek():
        case "[":
            yield from (Element(value, {}) for value in reader.items())
        case "{":
            yield from _of_object(reader)
        case _:
            raise JsonError("neither a list nor an object")


def _of_object(reader: _Reader) -> Iterator[Element]:
    header: dict[str, Any] = {}
    streamed = False
    for name in reader.names():
        if name == LIST_NAME and reader.peek() == "[":
            streamed = True
            yield from (Element(value, header) for value in reader.items())
        else:
            header[name] = reader.value()
    if not streamed:
        yield Element(header, header)


class _Reader:
    """A place in a text of which only a window is held."""

    def __init__(self, file: TextIO) -> None:
        self._file, self._text, self._at, self._whole = file, "", 0, False
        self._decoder = json.JSONDecoder()

    def peek(self) -> str:
        """Return the next character that is no space, "" at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text) or not self._read():
                return self._text[self._at : self._at + 1]

    def value(self) -> Any:
        """Return the next value."""
        self.peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except RecursionError as error:
                raise JsonError("nested too deeply") from error
            except ValueError as error:
                if not self._read():
                    raise JsonError("damaged") from error
                continue
            if end < len(self._text) or not self._read():  # a number may go on
                self._at = end
                return value

    def items(self) -> Iterator[Any]:
        """Return the values of a list, one by one."""
        self._expect("[")
        if self.peek() != "]":
            yield self.value()
        while self.peek() == ",":
            self._at += 1
            yield self.value()
        self._expect("]")

    def names(self) -> Iterator[str]:
        """Return the names of an object; whoever asks reads the value before the next name."""
        self._expect("{")
        while self.peek() not in {"}", ""}:
            name = str(self.value())
            self._expect(":")
            yield name
            if self.peek() == ",":
                self._at += 1
        self._expect("}")

    def _expect(self, sign: str) -> None:
        if self.peek() != sign:
            raise JsonError(f"no {sign}")
        self._at += 1

    def _read(self) -> bool:
        """Read on; return False at the end of the file."""
        if self._whole:
            return False
        held = self._text[self._at :]
        if len(held) > _LARGEST_VALUE:
            raise JsonError("too large")
        piece = self._file.read(max(_CHUNK, len(held)))  # doubling: a large value is not parsed again and again
        self._text, self._at, self._whole = held + piece, 0, not piece
        return bool(piece)
