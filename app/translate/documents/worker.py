"""The worker that opens one document for translation, and ends: reads its texts, or writes it with others.

The file may be made to harm whoever reads it. So everything that is needed is opened and loaded first; then the
process shuts itself in, and only then looks at the content.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from app.documents.preload import load_encodings, load_package
from app.documents.shutting import end_in_time, shut_in
from app.ipc.framing import FrameError
from app.ipc.pipes import MessageWriter, read_messages
from app.system.child import die_with_parent
from app.translate.documents.api import (
    CHARACTERS_AT_ONCE,
    UNITS_AT_ONCE,
    AnyTranslateCommand,
    TranslateEvent,
    TranslateFailed,
    TranslateRead,
    TranslateReadDone,
    TranslateTexts,
    TranslateUnits,
    TranslateWrite,
    TranslateWritten,
)
from app.translate.documents.formats import content_of, kind_of, read_bytes, written_bytes
from app.translate.documents.kinds import Kind
from app.translate.documents.problem import DocumentProblem, ProblemCode, problem_of
from app.translate.documents.unit import Unit
from app.translate.languages import by_code

NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class _Asked(msgspec.Struct):
    """What came through the pipe."""

    order: TranslateRead | TranslateWrite | None = None
    texts: dict[str, str] = {}


def main() -> int:
    """Do what is asked on standard input, once that is closed."""
    die_with_parent()
    writer = MessageWriter.take_standard_output()
    end_in_time(lambda: writer.send(TranslateFailed(code=ProblemCode.TOO_LARGE, detail="too slow")))
    try:
        last = _answer(_asked(), writer)
    except DocumentProblem as problem:
        last = TranslateFailed(code=problem.code, detail=problem.detail)
    except (MemoryError, RecursionError) as error:
        last = TranslateFailed(code=ProblemCode.TOO_LARGE, detail=type(error).__name__)
    except Exception as error:  # noqa: BLE001  (the process boundary: what a parser makes of a hostile file has no end)
        traceback.print_exception(error, limit=8)
        last = TranslateFailed(code=ProblemCode.DAMAGED, detail=type(error).__name__)
    writer.send(last)
    return 0


def _asked() -> _Asked:
    asked = _Asked()
    refused: list[FrameError] = []

    def take(command: AnyTranslateCommand) -> None:
        if isinstance(command, TranslateTexts):
            asked.texts |= command.texts
        else:
            asked.order = command

    read_messages(0, AnyTranslateCommand, take, refused.append)
    if refused:  # some texts would be missing
        raise DocumentProblem(ProblemCode.TOO_LARGE, refused[0].reason)
    return asked


def _answer(asked: _Asked, writer: MessageWriter) -> TranslateEvent:
    match asked.order:
        case TranslateRead() as order:
            return _read(order, writer)
        case TranslateWrite() as order:
            return _write(order, asked.texts)
        case None:
            return TranslateFailed(code=ProblemCode.GONE, detail="nothing was asked")


def _read(order: TranslateRead, writer: MessageWriter) -> TranslateEvent:
    path = Path(os.fsdecode(order.path))
    data = content_of(path)
    _load(path)
    shut_in()
    found = read_bytes(data, path.name, frozenset(order.columns))
    for units in _portions(found.units):
        writer.send(TranslateUnits(units=units))
    return TranslateReadDone(kind=found.kind, columns=found.columns, language=found.language)


def _portions(units: Iterable[Unit]) -> Iterator[list[Unit]]:
    portion: list[Unit] = []
    characters = 0
    for unit in units:
        portion.append(unit)
        characters += len(unit.text)
        if len(portion) == UNITS_AT_ONCE or characters >= CHARACTERS_AT_ONCE:
            yield portion
            portion, characters = [], 0
    if portion:
        yield portion


def _write(order: TranslateWrite, texts: dict[str, str]) -> TranslateEvent:
    path = Path(os.fsdecode(order.source))
    data = content_of(path)
    try:
        target = os.open(os.fsdecode(order.target), NEW_FILE, 0o600)
    except OSError as error:
        raise problem_of(error) from error
    _load(path)
    shut_in()
    left = memoryview(written_bytes(data, path.name, texts, frozenset(order.columns), order.language))
    try:
        while left:
            left = left[os.write(target, left) :]
        os.fsync(target)
        os.close(target)  # some disks say only now that they are full
    except OSError as error:
        raise problem_of(error) from error
    return TranslateWritten()


def _load(path: Path) -> None:
    """Load what this kind of document needs: once shut in, nothing can be loaded any more."""
    load_encodings()
    by_code("en")
    if kind_of(path) is Kind.DOCX:
        from app.translate.documents import word  # noqa: F401, PLC0415

        load_package("docx")
    else:
        from app.translate.documents import texts  # noqa: F401, PLC0415
