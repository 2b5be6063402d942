"""A translator that changes nothing changes no byte; one that changes a text changes that text alone."""

from __future__ import annotations

import errno
import random
from pathlib import Path

import pytest

from app.documents.plain_text import decode
from app.translate.documents.formats import read, write, written_bytes
from app.translate.documents.problem import DocumentProblem, ProblemCode, problem_of
from app.translate.documents.unit import Unit
from tests.helpers.translated_files import ALL_COLUMNS, BLOCKS, generated, translated, units_of

SAMPLES = sorted((Path(__file__).parents[3] / "data" / "documents_translate").iterdir())
SOME, MANY = 10, 500
SHOWN_AGAIN = sorted(set(BLOCKS) - {"po", "ts"})
"""Formats whose translation is read as their text; the others have both beside each other."""
counts = pytest.mark.parametrize("count", [SOME, pytest.param(MANY, marks=pytest.mark.soak)])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples_stay_byte_for_byte(path: Path) -> None:
    data = path.read_bytes()
    assert len(units_of(path.name, data).units) >= 3
    assert translated(path.name, data, lambda text: text) == data


@counts
@pytest.mark.parametrize("kind", BLOCKS)
def test_generated_documents_stay_byte_for_byte(kind: str, count: int) -> None:
    for seed in range(count):
        data = generated(kind, random.Random(f"{kind}{seed}"))
        texts = {unit.id: unit.text for unit in units_in(kind, data)}
        assert written_bytes(data, f"a.{kind}", texts, ALL_COLUMNS, "de") == data, seed


@counts
@pytest.mark.parametrize("kind", SHOWN_AGAIN)
def test_what_is_written_is_read_again(kind: str, count: int) -> None:
    for seed in range(count):
        data = generated(kind, random.Random(f"{kind}{seed}"))
        units = units_in(kind, data)
        texts = {unit.id: other(unit.text) for unit in units}
        new = written_bytes(data, f"a.{kind}", texts, ALL_COLUMNS, "de")
        if kind == "txt":  # where lines have another length, other lines make a paragraph
            assert unspaced([decode(new)]) == unspaced([other(decode(data))]), seed
        else:
            assert unspaced([unit.text for unit in units_in(kind, new)]) == unspaced(list(texts.values())), seed


def unspaced(texts: list[str]) -> list[str]:
    """Return texts without space: lines may break between Chinese words, and are joined without one."""
    return ["".join(text.split()) for text in texts]


def units_in(kind: str, data: bytes) -> list[Unit]:
    """Return the units; some generated documents have none."""
    try:
        return units_of(f"a.{kind}", data).units
    except DocumentProblem as problem:
        if problem.code is ProblemCode.NOTHING_TO_TRANSLATE:
            return []
        raise


def other(text: str) -> str:
    """Return other words of the same kind, with all marks."""
    return text.replace("Words", "Mots « été »").replace("garden", "jardin 花园")


@counts
@pytest.mark.parametrize("kind", BLOCKS)
def test_the_rest_stays_when_one_text_changes(kind: str, count: int) -> None:
    for seed in range(count):
        chance = random.Random(f"{kind}{seed}")
        data = generated(kind, chance)
        units = units_in(kind, data)
        if not units:
            continue
        one = chance.choice(units)
        new = written_bytes(data, f"a.{kind}", {one.id: one.text.replace("Words", "Qqq")}, ALL_COLUMNS)
        if "Words" in one.text:
            assert new != data, seed
            assert lines(new).count(b"Qqq") == lines(data).count(b"Qqq") + one.text.count("Words"), seed
        assert lost(data, new) <= one.text.count("\n") + 12, seed


def lines(data: bytes) -> bytes:
    return data.replace(b"\0", b"")


def lost(old: bytes, new: bytes) -> int:
    """Return how many lines of the old file the new one has not."""
    left = set(lines(new).splitlines())
    return sum(line not in left for line in lines(old).splitlines())


def test_ids_of_a_file_that_has_changed_fit_nowhere() -> None:
    old = "First words.\nSecond words.\n"
    ids = [unit.id for unit in units_of("a.txt", old.encode()).units]
    new = b"Inserted words.\nFirst words.\nSecond words.\n"
    assert written_bytes(new, "a.txt", dict.fromkeys(ids, "wrong")) == new


def test_a_text_that_its_encoding_cannot_hold_makes_the_file_utf_8() -> None:
    letter = "Grüße aus Köln, wo es schön ist.\r\n".encode("cp1252")
    assert (
        translated("a.txt", letter, lambda _: "Saludos — привет") == b"\xef\xbb\xbf" + "Saludos — привет\r\n".encode()
    )
    assert translated("a.txt", letter, lambda _: "Schöne Grüße") == "Schöne Grüße\r\n".encode("cp1252")
    page = '<html><meta charset="iso-8859-1"><p>Köln'.encode("latin-1")
    assert "&#1087;" in translated("a.html", page, lambda _: "привет").decode("latin-1")
    catalogue = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid "Köln"\nmsgstr ""\n'
    new = translated("a.po", catalogue.encode("latin-1"), lambda _: "Кёльн").decode()
    assert "charset=UTF-8" in new
    assert 'msgstr "Кёльн"' in new


def test_a_document_is_written_beside_its_source(tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "a.de.txt"
    source.write_bytes(b"Some words.\r\n")
    source.chmod(0o640)
    units = read(source).units
    write(source, target, {units[0].id: "Einige Wörter."}, language="de")
    assert target.read_bytes() == "Einige Wörter.\r\n".encode()
    assert target.stat().st_mode & 0o777 == 0o640
    assert source.read_bytes() == b"Some words.\r\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.de.txt", "a.txt"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, ProblemCode.NO_SPACE),
        (errno.EACCES, ProblemCode.NO_PERMISSION),
        (errno.EROFS, ProblemCode.NO_PERMISSION),
        (errno.ENOENT, ProblemCode.GONE),
    ],
)
def test_errors_of_the_system_have_their_codes(number: int, code: ProblemCode) -> None:
    assert problem_of(OSError(number, "x")).code is code
