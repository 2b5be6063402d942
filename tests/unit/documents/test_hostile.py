"""Documents that were damaged or made to harm: every one ends in text or in a sentence, within the worker's limits."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.documents.api import MAX_CHARACTERS, DocumentFailed, DocumentProblem
from app.documents.api import DocumentRead as Read
from tests.helpers.documents import pdf, raw_pdf, read, word, word_with

SEED = 20261122
SAMPLE = 40
ALL = 1500
AT_ONCE = 3
Maker = Callable[[random.Random], tuple[str, bytes]]

PDF = pdf([["One page with words", "and another line"], ["A second page"]])
LOCKED = pdf([["secret"]], password="x")
WORD = word(["Title", "A paragraph with words.", "你好", "An end."])
PAGE = b"<!doctype html><title>t</title><h1>Head</h1><p>words <b>bold</b></p><table><tr><td>1</table>" * 20


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Change, cut out, double or cut off bytes."""
    out = bytearray(data)
    for _ in range(chance.choice([1, 3, 20, 200])):
        at, kind = chance.randrange(max(1, len(out))), chance.randrange(5)
        if kind == 0:
            out[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            del out[at : at + chance.randrange(1, 60)]
        elif kind == 2:
            out[at:at] = out[at : at + chance.randrange(1, 200)]
        elif kind == 3:
            out[at:at] = chance.randbytes(chance.randrange(1, 40))
        else:
            out[at:at] = chance.choice([b"<<", b"/Kids", b"[", b"obj", b"(", b"99999999999", b"PK\x03\x04", b"\0\0"])
    return bytes(out[: len(out) if chance.random() < 0.8 else chance.randrange(len(out) + 1)])


def damaged_file(chance: random.Random) -> tuple[str, bytes]:
    name, data = chance.choice([("a.pdf", PDF), ("a.pdf", LOCKED), ("a.docx", WORD), ("a.html", PAGE)])
    return name, damaged(data, chance)


def nested(chance: random.Random) -> tuple[str, bytes]:
    depth = chance.choice([200, 5_000, 200_000])
    kind = chance.randrange(4)
    if kind == 0:
        return "a.pdf", raw_pdf(b"", b"BT " + b"[" * depth + b"(x)" + b"]" * depth + b" TJ ET")
    if kind == 1:
        return "a.pdf", raw_pdf(b"/X " + b"<</A " * depth + b"1" + b">>" * depth, b"BT (x) Tj ET")
    if kind == 2:
        return "a.html", b"<div>" * depth + b"deep" + b"</div>" * depth
    space = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    inner = b"<w:p>" * depth + b"</w:p>" * depth
    return "a.docx", word_with(
        "word/document.xml", b"<w:document " + space + b"><w:body>" + inner + b"</w:body></w:document>"
    )


def endless(chance: random.Random) -> tuple[str, bytes]:
    size = chance.choice([10_000, 300_000])
    kind = chance.randrange(5)
    if kind == 0:
        return "a.pdf", raw_pdf(b"/Filter [" + b"/ASCIIHexDecode " * chance.choice([3, 3000]) + b"]", b"61>" * size)
    if kind == 1:
        return "a.pdf", raw_pdf(b"", b"BT " + b"1 0 0 1 0 0 Tm (x) Tj " * size + b"ET")
    if kind == 2:
        return "a.html", (b"<" * size) + b"&#" * size
    if kind == 3:
        return "a.txt", "\u202e\u0301".encode() * size
    return "a.csv", b'"' * size + b"\n" + b",;" * size


def noise(chance: random.Random) -> tuple[str, bytes]:
    start = chance.choice(
        [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"<html>", b"\x1f\x8b", b"{\\rtf"]
    )
    return f"a.{chance.choice(['pdf', 'docx', 'txt', 'html', 'py'])}", start + chance.randbytes(chance.randrange(3000))


MAKERS: tuple[Maker, ...] = (damaged_file, damaged_file, damaged_file, nested, endless, noise)


def check(folder: Path, number: int) -> str:
    """Return "" when the worker did what it has to."""
    chance = random.Random(SEED + number)
    name, data = MAKERS[number % len(MAKERS)](chance)
    path = folder / f"{number}-{name}"
    path.write_bytes(data)
    result = read(path)
    path.unlink()
    if isinstance(result, Read):
        return (
            "" if result.text.strip() and len(result.text) <= MAX_CHARACTERS else f"{number}: an empty or endless text"
        )
    assert isinstance(result, DocumentFailed)
    return f"{number}: {result}" if result.problem is DocumentProblem.CRASHED else ""


def check_all(folder: Path, numbers: range) -> None:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        bad = [said for said in pool.map(lambda number: check(folder, number), numbers) if said]
    assert bad == []


@pytest.mark.timeout(400)
def test_a_sample_of_hostile_documents_ends_in_text_or_a_sentence(tmp_path: Path) -> None:
    check_all(tmp_path, range(SAMPLE))


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_many_hostile_documents_end_in_text_or_a_sentence(tmp_path: Path) -> None:
    check_all(tmp_path, range(SAMPLE, ALL))
