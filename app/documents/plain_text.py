"""Bytes -> text, whatever they were encoded in."""

from __future__ import annotations

import codecs
import re

import msgspec
from charset_normalizer import from_bytes

from app.documents.api import DocumentProblem
from app.documents.errors import DocumentError

SAMPLE_BYTES = 96 * 1024
CONTROL_SHARE = 0.01  # of control characters; text has none to speak of
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b\b") | {127}
# The longer ones first: UTF-32's mark begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
MOST_IN_A_ROW = 1.6
WESTERN = frozenset("äöüÄÖÜßéèêëÉÈÊËàâáãåæÀÂÁÃÅÆçÇîïíìÎÏÍôóòõøœÔÓÒÕØŒùûúÙÛÚñÑÿ¿¡«»‹›„“”‚‘’–—…€£§°©®™·ªº²½¼¾×\xa0")
TURKISH = frozenset("þðýÞÐÝ")
"""What Turkish letters of cp1254 are in cp1252."""


class Encoding(msgspec.Struct, frozen=True):
    """How a text is written; ``mark``: the bytes before it that say so."""

    name: str
    mark: bytes = b""


def decode(data: bytes) -> str:
    """Return the text. Raises DocumentError(BINARY) when it is none."""
    found = encoding_of(data)
    return data[len(found.mark) :].decode(found.name, "replace")


def encoding_of(data: bytes) -> Encoding:
    """Return how a text is written; a few bytes of it may be broken. Raises DocumentError(BINARY) when it is none."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return Encoding(name, mark)
    if b"\0" in data[:SAMPLE_BYTES]:
        return Encoding(_wide(data))
    _refuse_controls(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return Encoding(_guessed(data))
    return Encoding("utf-8")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is zero. Anything else with zeros is no text."""
    sample = data[: SAMPLE_BYTES & ~1]
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[offset::2].count(0), sample[1 - offset :: 2].count(0)
        if zeros > len(sample) // 5 and not others:
            return name
    raise DocumentError(DocumentProblem.BINARY)


def _guessed(data: bytes) -> str:
    damaged = data.decode("utf-8", "replace")
    if damaged.count("\ufffd") <= len(damaged) // 500:  # UTF-8 with a few bytes broken
        return "utf-8"
    latin = _latin(data[:SAMPLE_BYTES])
    if latin:
        return latin
    best = from_bytes(data[:SAMPLE_BYTES]).best()
    if best is None:
        raise DocumentError(DocumentProblem.BINARY)
    return best.encoding


def _latin(sample: bytes) -> str:
    """Return the encoding of a text whose letters are Latin but for single ones between them, "" for other texts.

    charset_normalizer takes a few lines of German for Polish or Chinese.
    """
    runs = _NOT_ASCII.findall(sample)
    if sum(map(len, runs)) > MOST_IN_A_ROW * len(runs):
        return ""
    found = set(b"".join(runs).decode("cp1252", "replace"))
    if found <= WESTERN and not ("ø" in found and found & set("èìù")):  # the last are Czech
        return "cp1252"
    return "cp1254" if found <= WESTERN | TURKISH else ""


def _refuse_controls(data: bytes) -> None:
    sample = data[:SAMPLE_BYTES]
    if sum(byte in CONTROLS for byte in sample) > max(1, len(sample) * CONTROL_SHARE):
        raise DocumentError(DocumentProblem.BINARY)
