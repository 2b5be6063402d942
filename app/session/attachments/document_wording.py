"""Why a document cannot be read -> a sentence with what helps, translated when shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.documents.api import MAX_FILE_BYTES, DocumentFailed, DocumentProblem

translate = QCoreApplication.translate


def document_sentence(failed: DocumentFailed) -> str:
    """Return what the person reads on the chip and in its hint."""
    return _file_sentence(failed) or _content_sentence(failed)


def _file_sentence(failed: DocumentFailed) -> str:
    largest = QLocale().formattedDataSize(MAX_FILE_BYTES, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    return {
        DocumentProblem.MISSING: translate("Documents", "The file is not there any more."),
        DocumentProblem.UNREADABLE: translate("Documents", "The file cannot be opened. Check that you may read it."),
        DocumentProblem.NO_FILE: translate("Documents", "This is a folder or a device. Attach single files."),
        DocumentProblem.TOO_LARGE: translate(
            "Documents", "The file is larger than {size}. Attach the part of it that matters."
        ).format(size=largest),
        DocumentProblem.EMPTY: translate("Documents", "There is no text in this file."),
        DocumentProblem.BINARY: translate("Documents", "This file holds data, not text."),
        DocumentProblem.PICTURE: translate("Documents", "Pictures cannot be read yet, only text."),
        DocumentProblem.OLD_OFFICE: translate(
            "Documents", "This is an old Office file. Save it as .docx or PDF, then attach that."
        ),
        DocumentProblem.UNSUPPORTED: translate(
            "Documents", "Files of this kind ({kind}) cannot be read. Save it as PDF, .docx or text, then attach that."
        ).format(kind=failed.detail),
    }.get(failed.problem, "")


def _content_sentence(failed: DocumentFailed) -> str:
    return {
        DocumentProblem.ENCRYPTED: translate(
            "Documents", "This file has a password. Save a copy without one, then attach that."
        ),
        DocumentProblem.SCANNED: translate(
            "Documents", "Its pages are pictures without text. Run text recognition (OCR) on it first."
        ),
        DocumentProblem.BOMB: translate("Documents", "This file unpacks to far more than a document has."),
        DocumentProblem.TOO_SLOW: translate("Documents", "Reading this file took too long, so it was stopped."),
        DocumentProblem.TOO_MUCH_MEMORY: translate("Documents", "Reading this file took too much memory."),
        DocumentProblem.CRASHED: translate("Documents", "This file could not be read; it may be damaged."),
    }.get(failed.problem, translate("Documents", "This file is damaged. Open it in its own program and save it again."))
