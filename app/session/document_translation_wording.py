"""What is the matter with a document -> a sentence with what helps, translated when shown."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.session.notices import Problem
from app.translate.documents.problem import ProblemCode

translate = QCoreApplication.translate


def file_problem(code: ProblemCode, detail: str = "") -> Problem:  # noqa: PLR0911 - one sentence each
    """Return what the person reads."""
    match code:
        case ProblemCode.TOO_LARGE:
            return Problem(
                translate("TranslatedDocuments", "This document is too large."),
                translate("TranslatedDocuments", "Split it into parts of at most 64 MB or 25 novels."),
                detail,
            )
        case ProblemCode.DAMAGED:
            return Problem(
                translate("TranslatedDocuments", "This document is damaged."),
                translate("TranslatedDocuments", "Open it in the program it comes from and save it anew."),
                detail,
            )
        case ProblemCode.UNKNOWN_KIND:
            return Problem(
                translate("TranslatedDocuments", "Documents of this kind cannot be translated."),
                translate("TranslatedDocuments", "Save it as .docx, .html or .txt, then add that."),
                detail,
            )
        case ProblemCode.ENCODING:
            return Problem(
                translate("TranslatedDocuments", "The letters of this document cannot be read."),
                translate("TranslatedDocuments", "Save it as text in UTF-8, then add that."),
                detail,
            )
        case ProblemCode.NOTHING_TO_TRANSLATE:
            return Problem(
                translate("TranslatedDocuments", "There is nothing to translate in this document."), "", detail
            )
        case ProblemCode.PROTECTED:
            return Problem(
                translate("TranslatedDocuments", "This document has a password."),
                translate("TranslatedDocuments", "Save a copy without one, then add that."),
                detail,
            )
        case ProblemCode.NO_SPACE:
            return Problem(
                translate("TranslatedDocuments", "The disk is full."),
                translate("TranslatedDocuments", "Make room, or save to another disk."),
                detail,
            )
        case ProblemCode.NO_PERMISSION:
            return Problem(
                translate("TranslatedDocuments", "This file may not be opened or written."),
                translate("TranslatedDocuments", "Check its permissions, or choose another folder."),
                detail,
            )
        case ProblemCode.GONE:
            return Problem(
                translate("TranslatedDocuments", "The file is not there any more."),
                translate("TranslatedDocuments", "It may have been moved or deleted, or its disk is not connected."),
                detail,
            )
        case other:
            assert_never(other)
