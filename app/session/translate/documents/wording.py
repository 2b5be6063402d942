"""What is the matter with a document -> a sentence with what helps, translated when shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.session.notices import Problem
from app.translate.documents.problem import ProblemCode

translate = QCoreApplication.translate


def file_problem(code: ProblemCode, detail: str = "") -> Problem:
    """Return what the person reads."""
    sentence, advice = (_of_content() | _of_disk())[code]
    return Problem(sentence, advice, detail)


def _of_content() -> dict[ProblemCode, tuple[str, str]]:
    return {
        ProblemCode.TOO_LARGE: (
            translate("TranslatedDocuments", "This document is too large."),
            translate("TranslatedDocuments", "Split it into parts of at most 64 MB or 25 novels."),
        ),
        ProblemCode.DAMAGED: (
            translate("TranslatedDocuments", "This document is damaged."),
            translate("TranslatedDocuments", "Open it in the program it comes from and save it anew."),
        ),
        ProblemCode.UNKNOWN_KIND: (
            translate("TranslatedDocuments", "Documents of this kind cannot be translated."),
            translate("TranslatedDocuments", "Save it as .docx, .html or .txt, then add that."),
        ),
        ProblemCode.ENCODING: (
            translate("TranslatedDocuments", "The letters of this document cannot be read."),
            translate("TranslatedDocuments", "Save it as text in UTF-8, then add that."),
        ),
        ProblemCode.NOTHING_TO_TRANSLATE: (
            translate("TranslatedDocuments", "There is nothing to translate in this document."),
            "",
        ),
        ProblemCode.PROTECTED: (
            translate("TranslatedDocuments", "This document has a password."),
            translate("TranslatedDocuments", "Save a copy without one, then add that."),
        ),
    }


def _of_disk() -> dict[ProblemCode, tuple[str, str]]:
    return {
        ProblemCode.NO_SPACE: (
            translate("TranslatedDocuments", "The disk is full."),
            translate("TranslatedDocuments", "Make room, or save to another disk."),
        ),
        ProblemCode.NO_PERMISSION: (
            translate("TranslatedDocuments", "This file may not be opened or written."),
            translate("TranslatedDocuments", "Check its permissions, or choose another folder."),
        ),
        ProblemCode.GONE: (
            translate("TranslatedDocuments", "The file is not there any more."),
            translate("TranslatedDocuments", "It may have been moved or deleted, or its disk is not connected."),
        ),
    }
