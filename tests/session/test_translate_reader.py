"""Documents are opened for translation by a real worker that is shut in, and written by it."""

from __future__ import annotations

import csv
import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.session.tasks import BackgroundThread
from app.session.translate.documents.reader import TranslateReader
from app.system.paths import Paths
from app.translate.documents.formats import read
from app.translate.documents.kinds import Kind, ReadDocument
from app.translate.documents.problem import DocumentProblem, ProblemCode
from tests.helpers.documents import word, zip_bomb

LIVENESS = 40_000  # milliseconds
Answer = ReadDocument | DocumentProblem | None


class Asking:
    """The reader, and what it answered."""

    def __init__(self, qtbot: QtBot, reader: TranslateReader) -> None:
        self._qtbot = qtbot
        self.reader = reader
        self.answers: list[Answer] = []

    def wait(self, count: int) -> list[Answer]:
        self._qtbot.waitUntil(lambda: len(self.answers) >= count, timeout=LIVENESS)
        return self.answers

    def read(self, path: Path, columns: frozenset[int] = frozenset()) -> Answer:
        self.reader.read(path, columns, self.answers.append)
        return self.wait(len(self.answers) + 1)[-1]

    def write(self, source: Path, target: Path, texts: dict[str, str], language: str = "de") -> Answer:
        self.reader.write(source, target, texts, frozenset(), language, self.answers.append)
        return self.wait(len(self.answers) + 1)[-1]


@pytest.fixture
def asking(qtbot: QtBot, paths: Paths) -> Iterator[Asking]:
    thread = BackgroundThread("documents")
    reader = TranslateReader(paths.logs, thread)
    yield Asking(qtbot, reader)
    reader.close()
    thread.close()


def document(answer: Answer) -> ReadDocument:
    assert isinstance(answer, ReadDocument), answer
    return answer


def code(answer: Answer) -> ProblemCode:
    assert isinstance(answer, DocumentProblem), answer
    return answer.code


def test_a_document_is_read_and_written_by_the_shut_in_worker(asking: Asking, tmp_path: Path) -> None:
    source = tmp_path / "Brief.docx"
    source.write_bytes(word(["Title", "A paragraph with words."]))
    source.chmod(0o640)
    found = document(asking.read(source))
    assert found.kind is Kind.DOCX
    assert [unit.text for unit in found.units] == ["Title", "A paragraph with words.", "left", "right"]
    target = tmp_path / "Brief.de.docx"
    assert asking.write(source, target, {found.units[1].id: "Ein Absatz."}) is None
    again = document(asking.read(target))
    assert [unit.text for unit in again.units] == ["Title", "Ein Absatz.", "left", "right"]
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["Brief.de.docx", "Brief.docx"]


SAMPLES = {
    "a.html": ('<html lang="en"><p>Hello <b>there</b>', "ar"),
    "a.md": ("# Hello there\n\n> quoted `x`\n", "ja"),
    "a.txt": ("Grüße an alle dort, schöne Zeit.", "fr"),
    "a.po": ('msgid ""\nmsgstr "Language: \\n"\n\nmsgid "Hello there"\nmsgstr ""\n', "zh-Hans"),
    "a.ts": (
        '<TS><message><source>Hi</source><translation type="unfinished"/></message></TS>',
        "de",
    ),
    "a.srt": ("1\n00:00:01,000 --> 00:00:02,000\nHello\n", "de"),
    "a.vtt": ("WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n", "de"),
    "a.strings": ('"a" = "Hello";\n', "de"),
    "a.json": ('{"a": "Hello"}', "de"),
}
OFTEN = {"a.html"}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in OFTEN else pytest.mark.soak) for name in SAMPLES]
)
def test_no_format_needs_anything_once_shut_in(asking: Asking, tmp_path: Path, name: str) -> None:
    content, language = SAMPLES[name]
    source, target = tmp_path / name, tmp_path / f"new-{name}"
    source.write_text(content, encoding="cp1252" if name == "a.txt" else "utf-8")
    units = document(asking.read(source)).units
    assert asking.write(source, target, {unit.id: f"«你好» {unit.text}" for unit in units}, language) is None
    assert "你好" in target.read_text(encoding="utf-8-sig")


def test_many_texts_travel_in_several_messages(asking: Asking, tmp_path: Path) -> None:
    source, target = tmp_path / "a.json", tmp_path / "b.json"
    texts = [f"Sentence number {number} of many, " + "long " * 100 for number in range(1500)]
    source.write_text(json.dumps(texts), encoding="utf-8")
    units = document(asking.read(source)).units
    assert len(units) == len(texts)
    assert asking.write(source, target, {unit.id: unit.text.upper() for unit in units}) is None
    assert json.loads(target.read_text(encoding="utf-8")) == [text.upper() for text in texts]


def test_a_table_tells_its_columns_before_any_is_chosen(asking: Asking, tmp_path: Path) -> None:
    source, target = tmp_path / "a.csv", tmp_path / "b.csv"
    source.write_bytes(b'id,Title,Note\r\n1,Chair,keep\r\n2,"Table, round",keep\r\n')
    first = document(asking.read(source))
    assert not first.units
    assert [(column.name, column.sample) for column in first.columns] == [
        ("id", ""),
        ("Title", "Chair"),
        ("Note", "keep"),
    ]
    units = read(source, frozenset({1})).units
    asking.reader.write(source, target, {units[0].id: "Stuhl; neu"}, frozenset({1}), "de", asking.answers.append)
    assert asking.wait(2)[-1] is None
    with target.open(newline="") as file:
        assert list(csv.reader(file))[1:] == [["1", "Stuhl; neu", "keep"], ["2", "Table, round", "keep"]]


def test_problems_of_the_file_have_their_codes(asking: Asking, tmp_path: Path) -> None:
    bomb = tmp_path / "a.docx"
    bomb.write_bytes(zip_bomb())
    assert code(asking.read(bomb)) is ProblemCode.TOO_LARGE
    assert code(asking.read(tmp_path / "gone.txt")) is ProblemCode.GONE


def test_a_target_that_cannot_be_written_leaves_nothing_behind(asking: Asking, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Hello there.\n")
    unit = read(source).units[0]
    assert code(asking.write(source, tmp_path / "no" / "b.txt", {unit.id: "Hallo."})) is ProblemCode.GONE
    folder = tmp_path / "folder"
    folder.mkdir()
    assert isinstance(asking.write(source, folder, {unit.id: "Hallo."}), DocumentProblem)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.endswith(".new")) == []


def test_a_worker_that_is_killed_is_a_problem_and_the_next_document_is_read(asking: Asking, tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_text("Hello there.\n")
    asking.reader.read(good, frozenset(), asking.answers.append)
    asking.reader.read(good, frozenset(), asking.answers.append)
    os.kill(asking.reader.process_id, signal.SIGKILL)
    first, second = asking.wait(2)
    assert code(first) is ProblemCode.DAMAGED
    assert document(second).units


def test_nothing_is_answered_once_it_is_closed(qtbot: QtBot, asking: Asking, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Hello there.\n")
    asking.reader.read(source, frozenset(), asking.answers.append)
    asking.reader.close()
    qtbot.wait(200)
    assert asking.answers == []
