"""What exports and imports say, translated when shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from app.chat.errors import StoreError
from app.chat.exporting.api import Words
from app.chat.importing.report import ImportFailure, SkipReason
from app.session.notices import Problem
from app.session.wording import store_problem

translate = QCoreApplication.translate


def export_words() -> Words:
    """Return the words of a written conversation."""
    return Words(
        person=translate("Transfer", "You"),
        assistant=translate("Transfer", "Assistant"),
        thoughts=translate("Transfer", "Thoughts"),
        untitled=translate("Transfer", "Untitled conversation"),
        language=QLocale().bcp47Name(),
        rtl=QLocale().textDirection() is Qt.LayoutDirection.RightToLeft,
    )


def export_problem(error: Exception) -> Problem:
    """Return why nothing was written."""
    if isinstance(error, StoreError):
        return store_problem(error)
    advice = translate("Transfer", "Choose another folder, or make room on the disk, and export again.")
    return Problem(translate("Transfer", "The file could not be written."), advice, str(error))


def import_problem(failure: ImportFailure, name: str) -> Problem:
    """Return why an import stopped; ``name`` is the file's."""
    sentences = {
        ImportFailure.MISSING: translate("Transfer", "“{name}” is not there any more."),
        ImportFailure.REFUSED: translate("Transfer", "“{name}” may not be read by you."),
        ImportFailure.UNREADABLE: translate("Transfer", "“{name}” cannot be read."),
        ImportFailure.STORE: translate("Transfer", "The conversations in “{name}” could not all be saved."),
    }
    advice = ""
    if failure is ImportFailure.STORE:
        advice = translate("Transfer", "Make room on the disk and import again; what is there already stays as it is.")
    return Problem(sentences[failure].format(name=name), advice)


def skip_sentence(reason: SkipReason) -> str:
    """Return why something of a file was left out."""
    return {
        SkipReason.UNREADABLE: translate("Transfer", "It is damaged, or not in the form that it claims."),
        SkipReason.EMPTY: translate("Transfer", "It has no messages."),
        SkipReason.TOO_LARGE: translate("Transfer", "It is larger than any conversation."),
        SkipReason.NEWER_VERSION: translate("Transfer", "It was written by a newer version than Parley knows."),
        SkipReason.UNKNOWN_FORMAT: translate(
            "Transfer",
            "It is no export of Parley, ChatGPT, LM Studio or GPT4All.",
        ),
    }[reason]
