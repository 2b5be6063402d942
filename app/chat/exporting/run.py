"""Writes conversations into files. No Qt."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never

from app.chat.conversation import Conversation, Message
from app.chat.exporting.api import SUFFIXES, ExportFormat, ExportOptions
from app.chat.exporting.as_html import conversation_as_html, html_pieces, title_of
from app.chat.exporting.as_json import ExportedConversation, json_pieces
from app.chat.exporting.as_markdown import conversation_as_markdown
from app.chat.exporting.files import distinct, file_name, new_file
from app.chat.exporting.typeset import ForBrowsers, ForPaper, Workers
from app.chat.formula_api import FormulaReply
from app.chat.importing.run import StoreCall
from app.chat.store import ConversationStore

Written = tuple[str, bytes]
Draw = Callable[[str, Sequence[str], Sequence[FormulaReply]], bytes]
"""Turns title, body (HTML, in pieces that are whole in themselves) and formulas of a conversation into a PDF."""


@dataclass
class ExportReport:
    """What was written, and where."""

    path: Path
    conversations: int = 0
    missing: list[str] = field(default_factory=list)  # ids that were gone


@dataclass(frozen=True)
class ExportOrder:
    """``draw`` is needed for PDF only."""

    ids: Sequence[str]
    format: ExportFormat
    path: Path
    options: ExportOptions
    draw: Draw | None = None


def export(order: ExportOrder, call: StoreCall, progress: Callable[[float], None]) -> ExportReport:
    """Write one file: JSON holds any number, of the other formats several go into one archive (zip).

    ``progress`` gets 0 to 1, and may raise to cancel: then no file is left. Raises OSError, StoreError.
    """
    report = ExportReport(order.path)
    several = len(order.ids) > 1 and order.format is not ExportFormat.JSON
    with new_file(order.path) as file, Workers() as workers:
        if order.format is ExportFormat.JSON:
            found = _everything(order, call, progress, report)
            for piece in json_pieces(found):
                file.write(piece.encode())
        elif several:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, data in _texts(order, call, progress, report, workers):
                    archive.writestr(name, data)
        else:
            for _, data in _texts(order, call, progress, report, workers):
                file.write(data)
    return report


def _everything(
    order: ExportOrder, call: StoreCall, progress: Callable[[float], None], report: ExportReport
) -> Iterator[ExportedConversation]:
    names = {folder.id: folder.name for folder in call(lambda store: store.folders())}
    for conversation, messages in _each(order, call, progress, report, whole=True):
        folder = names.get(conversation.folder_id or "", "")
        yield ExportedConversation(conversation=conversation, messages=messages, folder=folder)


def _texts(
    order: ExportOrder, call: StoreCall, progress: Callable[[float], None], report: ExportReport, workers: Workers
) -> Iterator[Written]:
    taken: set[str] = set()
    for conversation, messages in _each(order, call, progress, report, whole=False):
        name = distinct(file_name(conversation.title, order.options.words.untitled), taken)
        yield name + SUFFIXES[order.format], _text(order, conversation, messages, workers)


def _text(order: ExportOrder, conversation: Conversation, messages: list[Message], workers: Workers) -> bytes:
    match order.format:
        case ExportFormat.MARKDOWN:
            return conversation_as_markdown(conversation, messages, order.options).encode()
        case ExportFormat.HTML:
            return conversation_as_html(conversation, messages, order.options, ForBrowsers(workers)).encode()
        case ExportFormat.PDF:
            if order.draw is None:
                raise RuntimeError("a PDF needs somebody to draw it")
            paper = ForPaper(workers)
            pieces = html_pieces(conversation, messages, order.options, paper)
            return order.draw(title_of(conversation, order.options), pieces, paper.formulas)
        case ExportFormat.JSON:
            raise RuntimeError("JSON is one file for all")
        case _ as never:
            assert_never(never)


def _each(
    order: ExportOrder, call: StoreCall, progress: Callable[[float], None], report: ExportReport, *, whole: bool
) -> Iterator[tuple[Conversation, list[Message]]]:
    for number, conversation_id in enumerate(order.ids):
        progress(number / len(order.ids))
        found = call(lambda store, one=conversation_id: _load(store, one, whole=whole))  # type: ignore[misc]
        if found is None:
            report.missing.append(conversation_id)
        else:
            report.conversations += 1
            yield found


def _load(store: ConversationStore, conversation_id: str, *, whole: bool) -> tuple[Conversation, list[Message]] | None:
    conversation = store.conversation(conversation_id)
    if conversation is None:
        return None
    if whole:
        return conversation, store.load_messages(conversation_id)
    return conversation, store.load_branch(conversation_id, conversation.leaf_id)
