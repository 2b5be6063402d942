"""Bytes -> text -> the same bytes. No Qt."""

from __future__ import annotations

import codecs
import re

import msgspec

from app.documents.errors import DocumentError
from app.documents.plain_text import Encoding, encoding_of
from app.translate.documents.problem import DocumentProblem, ProblemCode

DECLARED_WITHIN = 4096  # bytes
UTF_8 = "utf-8"
_BROKEN = re.compile("[\ud800-\udfff]")


class Decoded(msgspec.Struct, frozen=True):
    """A text, and how it is written."""

    text: str
    encoding: Encoding

    def encode(self, text: str) -> bytes:
        """Return ``text`` as this file writes it. Raises UnicodeEncodeError for letters that its encoding lacks."""
        return self.encoding.mark + text.encode(self.encoding.name, _errors(self.encoding.name))


def decoded(data: bytes, declared: re.Pattern[bytes] | None = None) -> Decoded:
    """Return the text; ``declared`` finds where a file names its encoding. Raises DocumentProblem(ENCODING)."""
    try:
        found = _declared(data, declared) or encoding_of(data)
    except DocumentError as error:
        raise DocumentProblem(ProblemCode.ENCODING, error.problem) from error
    try:
        text = data[len(found.mark) :].decode(found.name, _errors(found.name))
        same = Decoded(text, found).encode(text) == data
    except UnicodeError as error:
        raise DocumentProblem(ProblemCode.ENCODING, str(error)) from error
    if not same:
        raise DocumentProblem(ProblemCode.ENCODING, found.name)
    return Decoded(text, found)


def is_whole(text: str) -> bool:
    """Say whether no byte of it was broken."""
    return _BROKEN.search(text) is None


def _declared(data: bytes, pattern: re.Pattern[bytes] | None) -> Encoding | None:
    """Return the encoding that the file names, if the file is in it."""
    match = pattern.search(data[:DECLARED_WITHIN]) if pattern else None
    if match is None or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name
        return Encoding(name) if data.decode(name).encode(name) == data else None
    except (LookupError, UnicodeError, ValueError):
        return None


def _errors(name: str) -> str:
    """A few broken bytes in UTF-8 come through; no unit is made of them."""
    return "surrogateescape" if name == UTF_8 else "strict"
