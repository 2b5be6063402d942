"""Brings a file's conversations into the store, each one whole or not at all. No Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from app.chat.errors import StoreError
from app.chat.importing.draft import Draft
from app.chat.importing.report import ImportFailure, ImportReport
from app.chat.importing.sources import read_path
from app.chat.store import ConversationStore
from app.chat.store_transfer import Arrival

log = logging.getLogger(__name__)

T = TypeVar("T")
_MOST_NAMED = 1000  # skipped conversations that the report names; more than anybody reads


class StoreCall(Protocol):
    """Runs a job on the store's thread and waits for it."""

    def __call__(self, job: Callable[[ConversationStore], T], /) -> T:
        """Return what the job returned. Raises what it raised."""


class CancelledError(Exception):
    """The person does not want it any more, or Parley ends."""


def import_path(path: Path, call: StoreCall, progress: Callable[[float], None]) -> ImportReport:
    """Import all that can be read; never raises for what the file holds. ``progress`` gets 0 to 1.

    ``progress`` and ``call`` may raise CancelledError: what was imported until then stays, whole.
    """
    report = ImportReport()
    try:
        for step in read_path(path):
            progress(step.done)
            if isinstance(step.reading, Draft):
                _store(step.reading, call, report)
            elif len(report.skipped) < _MOST_NAMED:
                report.skipped.append(step.reading)
    except CancelledError:
        report.cancelled = True
    except StoreError as error:
        log.warning("an import stopped: %s", error)
        report.failure = ImportFailure.STORE
    except OSError as error:
        log.info("a file cannot be imported: %s", type(error).__name__)
        report.failure = _failure(error)
    return report


def _store(draft: Draft, call: StoreCall, report: ImportReport) -> None:
    arrival, conversation_id = call(lambda store: store.take_in(draft.conversation, draft.messages, draft.folder))
    report.formats.add(draft.format)
    if arrival is Arrival.ALREADY_THERE:
        report.already_there += 1
        return
    if arrival is Arrival.GROWN:
        report.grown += 1
        report.ids.append(conversation_id)
        return
    report.imported += 1
    report.copies += arrival is Arrival.COPY
    report.messages += len(draft.messages)
    report.ids.append(conversation_id)


def _failure(error: OSError) -> ImportFailure:
    match error:
        case FileNotFoundError():
            return ImportFailure.MISSING
        case PermissionError():
            return ImportFailure.REFUSED
        case _:
            return ImportFailure.UNREADABLE
