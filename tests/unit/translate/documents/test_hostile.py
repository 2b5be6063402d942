"""Documents that were damaged or made to harm: each is read, or is a problem with a code, soon and without growing."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

import pytest

from app.ipc.framing import FrameDecoder, FrameError, encode_frame
from app.system.child import worker_command, worker_environment, worker_folder
from app.translate.documents import formats
from app.translate.documents.api import WORKER, AnyTranslateEvent, TranslateFailed, TranslateRead, TranslateUnits
from app.translate.documents.formats import read_bytes, written_bytes
from app.translate.documents.problem import DocumentProblem, ProblemCode
from tests.helpers.documents import word, word_with, zip_bomb
from tests.helpers.translated_files import ALL_COLUMNS, BLOCKS, generated
from tests.unit.documents.test_hostile import damaged

SOME, MANY = 8, 500
SIZE = 4000
WORD = word(["Title", "A paragraph with words.", "你好", "An end."])
LONG = {
    "a.txt": "word " * SIZE,
    "b.txt": "\u202e\u0301" * SIZE,
    "a.md": "[" * SIZE,
    "b.md": "> " * 3000 + "words",
    "c.md": "*a " * SIZE,
    "d.md": "| words " * 1000 + "|\n" + "|-" * 1000 + "|\n",
    "e.md": "`" * SIZE + "words",
    "a.html": "<" * SIZE,
    "b.html": "<div>" * SIZE + "deep words",
    "c.html": "<b>" * 1000 + "words" + "</i>" * 1000,
    "d.html": "<p title=" + '"' * SIZE,
    "e.html": "&#" * SIZE + "words",
    "f.html": "<code>" * 1000 + "words",
    "g.html": "<!--" * SIZE,
    "h.html": "<p " + "a" * SIZE + ">words",
    "i.html": "<html " * SIZE,
    "j.html": "<b>" * SIZE + "words" + "</b>" * SIZE,
    "k.html": "<![" * SIZE + ">",
    "a.srt": "00:00:01,000 --> 00:00:02,000\n" + "<i" * SIZE,
    "b.srt": "1\n00:00:01,000 --> 00:00:02,000\n" + "<i>words\n" * 1000,
    "a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "{\\" * SIZE,
    "a.csv": '"' * SIZE + "\n" + ",;" * SIZE,
    "b.csv": "words,\n" * 5000,
    "a.json": "[" * SIZE,
    "b.json": '["' + "{a, plural, one {" * 5000 + '"]',
    "c.json": '["' + "a_" * SIZE + '!"]',
    "a.po": 'msgid "' + "\\" * SIZE + '"\nmsgstr ""\n',
    "b.po": 'msgid "words"\n' + 'msgstr "x"\n' * 5000,
    "a.ts": "<TS>" * SIZE,
    "b.ts": '<!DOCTYPE TS [<!ENTITY a "aaaaaaaaaa">]><TS>&a;</TS>',
    "a.strings": '"' * (SIZE + 1),
    "b.strings": "/*" * SIZE,
}


def outcome(data: bytes, name: str) -> str:
    """Read it and write it back; what is not a DocumentProblem is a fault of ours and is raised."""
    try:
        found = read_bytes(data, name, ALL_COLUMNS)
        texts = {unit.id: f"{unit.text} neu" for unit in found.units}
        assert len(written_bytes(data, name, texts, ALL_COLUMNS, "ar")) > 0
        assert written_bytes(data, name, {unit.id: unit.text for unit in found.units}, ALL_COLUMNS, "ar") == data
    except DocumentProblem as problem:
        return problem.code
    return "read"


@pytest.mark.parametrize("count", [SOME, pytest.param(MANY, marks=pytest.mark.soak)])
@pytest.mark.parametrize("kind", BLOCKS)
def test_damaged_files_are_read_or_are_problems(kind: str, count: int) -> None:
    for seed in range(count):
        chance = random.Random(f"{kind}{seed}")
        assert outcome(damaged(generated(kind, chance), chance), f"a.{kind}"), seed


@pytest.mark.parametrize("count", [SOME, pytest.param(MANY, marks=pytest.mark.soak)])
def test_damaged_word_files_are_read_or_are_problems(count: int) -> None:
    for seed in range(count):
        chance = random.Random(seed)
        assert outcome(damaged(WORD, chance), "a.docx"), seed


@pytest.mark.parametrize("name", LONG)
@pytest.mark.timeout(60)
def test_endless_things_come_to_an_end(name: str) -> None:
    assert outcome(LONG[name].encode(), name)


NAMES = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODIES = {
    "deep": b"<w:p>" * 5000 + b"</w:p>" * 5000,
    "runs": b"<w:p>" + b"<w:r><w:t>words </w:t></w:r>" * 5000 + b"</w:p>",
    "formats": b"<w:p>" + b"<w:r><w:t>a </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b </w:t></w:r>" * 500 + b"</w:p>",
    "links": b"<w:p>" + b"<w:hyperlink><w:r><w:t>words </w:t></w:r></w:hyperlink>" * 500 + b"</w:p>",
    "fields": b"<w:p><w:r><w:t>words</w:t></w:r>" + b'<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 5000 + b"</w:p>",
}


@pytest.mark.parametrize("body", BODIES)
def test_endless_word_files_come_to_an_end(body: str) -> None:
    xml = b"<w:document " + NAMES + b"><w:body>" + BODIES[body] + b"</w:body></w:document>"
    assert outcome(word_with("word/document.xml", xml), "a.docx") == ("damaged" if body == "deep" else "read")


def test_entities_and_bombs_are_refused() -> None:
    with pytest.raises(DocumentProblem) as problem:
        read_bytes(LONG["b.ts"].encode(), "b.ts")
    assert problem.value.code is ProblemCode.DAMAGED
    with pytest.raises(DocumentProblem) as problem:
        read_bytes(zip_bomb(), "a.docx")
    assert problem.value.code is ProblemCode.TOO_LARGE


@pytest.mark.parametrize(
    ("limit", "value", "source"),
    [("MAX_UNITS", 2, "a b\n\nc d\n\ne f"), ("MAX_CHARACTERS", 5, "abc def"), ("MAX_UNIT_CHARACTERS", 5, "abc def")],
)
def test_too_much_is_a_problem(monkeypatch: pytest.MonkeyPatch, limit: str, value: int, source: str) -> None:
    assert read_bytes(source.encode(), "a.txt").units
    monkeypatch.setattr(formats, limit, value)
    with pytest.raises(DocumentProblem) as problem:
        read_bytes(source.encode(), "a.txt")
    assert problem.value.code is ProblemCode.TOO_LARGE


def test_the_worker_answers_what_it_does_not_understand() -> None:
    events = asked(b'{"type": "TranslateRead", "path": 3}\n')
    assert [type(event) for event in events] == [TranslateFailed]
    assert [type(event) for event in asked(b"")] == [TranslateFailed]


def test_the_worker_names_no_file_to_the_rest_of_the_system(tmp_path: Path) -> None:
    """What it reads comes through the pipe: others see the list of processes."""
    path = tmp_path / "private name.txt"
    path.write_text("Some words.\n")
    events = asked(encode_frame(TranslateRead(path=bytes(path), columns=[])))
    assert isinstance(events[0], TranslateUnits)
    assert events[0].units[0].text == "Some words."
    assert "private" not in " ".join(worker_command(WORKER))


def asked(line: bytes) -> list[AnyTranslateEvent]:
    done = subprocess.run(
        worker_command(WORKER),
        input=line,
        stdout=subprocess.PIPE,
        cwd=worker_folder(),
        env=worker_environment(),
        timeout=60,
        check=True,
    )
    decoder: FrameDecoder[AnyTranslateEvent] = FrameDecoder(AnyTranslateEvent)
    found = decoder.feed(done.stdout)
    return [event for event in found if not isinstance(event, FrameError)]
