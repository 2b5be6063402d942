"""What copies, checks and mending say, translated when shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.chat.errors import StoreError, StoreErrorCode
from app.session.counted import Counted
from app.session.notices import Problem
from app.session.wording import store_problem

if TYPE_CHECKING:
    from app.chat.salvage import SalvageReport

translate = QCoreApplication.translate


def backup_problem(error: Exception, doing: str) -> Problem:
    """Return why it did not work; ``doing`` is a ``BackupState``."""
    damaged = isinstance(error, StoreError) and error.code is StoreErrorCode.DAMAGED
    if damaged and doing == "copying":
        return Problem(
            translate("Backup", "The file with your conversations is damaged, so no copy of it was made."),
            translate("Backup", "Have it repaired here. The older copies are kept."),
            str(error),
        )
    if damaged and doing == "restoring":
        return Problem(
            translate("Backup", "This copy is damaged. Nothing has been changed."),
            translate("Backup", "Choose another one."),
            str(error),
        )
    if damaged and doing == "salvaging":
        return Problem(
            translate("Backup", "Nothing can be read of the conversations, and there is no copy of them."),
            translate("Backup", "Put back a copy of the file if you have one. It has been left as it is."),
            str(error),
        )
    if isinstance(error, StoreError):
        return store_problem(error)
    return Problem(translate("Backup", "The copies cannot be reached."), "", str(error))


def salvage_sentence(report: SalvageReport) -> str:
    """Return what was saved and what was lost, in a few sentences."""
    counted = Counted()
    saved = counted.saved(report.conversations)
    if report.messages_lost:
        lost = counted.lost(report.messages_lost)
    elif report.readable:
        lost = translate("Backup", "Nothing is missing.")
    else:
        lost = translate("Backup", "They come from a copy; what was said after it is lost.")
    sentences = [saved, lost]
    if report.from_backups and report.readable:
        sentences.append(counted.from_copy(report.from_backups))
    if report.without_title:
        sentences.append(counted.untitled(report.without_title))
    if report.kept is not None:
        kept = translate("Backup", "The damaged file is kept as “{name}”.").format(name=report.kept.name)
        sentences.append(kept)
    return " ".join(sentences)
