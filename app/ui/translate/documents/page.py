"""The documents' place on the Translate page: the queue, or one document side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from app.session.notices import Problem
from app.session.translate.documents.job import JobState, Order
from app.translate.documents.formats import kind_of, suffixes
from app.ui.theme import Theme
from app.ui.translate.documents.columns_dialog import ColumnsDialog
from app.ui.translate.documents.job_row import DocumentAction
from app.ui.translate.documents.preview import Preview
from app.ui.translate.documents.protocols import Documents
from app.ui.translate.documents.queue_view import QueueView
from app.ui.translate.documents.words import DocumentWords
from app.ui.widgets.toast import ToastText


class DocumentsPage(QWidget):
    """``order`` says how new documents are to be translated: as the page's texts are."""

    toast = Signal(object)  # ToastText
    models_wanted = Signal(str)  # the name of a model that is recommended, or ""
    one_shown = Signal(bool)  # a document, with languages of its own, or all of them

    def __init__(
        self, theme: Theme, documents: Documents, order: Callable[[], Order], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._documents, self._order = theme, documents, order
        self.queue = QueueView(theme, documents, self)
        self.preview = Preview(theme, documents, self)
        self.columns: ColumnsDialog | None = None
        self._asked: set[str] = set()  # whose columns were asked for
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.queue)
        self._stack.addWidget(self.preview)
        self._stack.currentChanged.connect(lambda _index: self.one_shown.emit(self.shows_one))
        self.queue.asked.connect(self._do)
        self.queue.files_wanted.connect(self._ask_for_files)
        self.queue.models_wanted.connect(self.models_wanted)
        self.preview.back_wanted.connect(self.show_queue)
        self.preview.save_wanted.connect(self._ask_where)
        self.preview.folder_wanted.connect(self._show_folder)
        documents.changed.connect(self._look_for_columns)
        documents.job_changed.connect(self._look_for_columns)
        documents.saved.connect(self._say_saved)
        documents.not_saved.connect(self._say_not_saved)

    @property
    def shows_one(self) -> bool:
        """Whether one document is shown, rather than all."""
        return self._stack.currentWidget() is self.preview

    def add(self, files: Sequence[Path]) -> None:
        """Queue these files, and say so of those that cannot be translated."""
        known = [path for path in files if kind_of(path) is not None]
        if known:
            self.show_queue()
            self._documents.add(known, self._order())
        others = [path for path in files if kind_of(path) is None]
        if others:
            words = self.tr("“{name}”: documents of this kind cannot be translated.")
            self.toast.emit(ToastText(words.format(name=others[0].name), bad=True))

    def open(self, job_id: str) -> None:
        """Show one document beside its translation."""
        if self._documents.job(job_id) is not None:
            self.preview.show_job(job_id)
            self._stack.setCurrentWidget(self.preview)

    def show_queue(self) -> None:
        """Show all documents."""
        self._stack.setCurrentWidget(self.queue)
        row = self.queue.rows.get(self.preview.job_id)
        if row is not None:
            row.setFocus()
        else:
            self.queue.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard on the document that is shown, or on the first one."""
        if self.shows_one:
            self.preview.table.setFocus()
        else:
            self.queue.focus_first()

    def escape(self) -> bool:
        """Go back to the queue; say whether one was elsewhere."""
        elsewhere = self.shows_one
        if elsewhere:
            self.show_queue()
        return elsewhere

    def save(self, job_id: str, target: Path) -> None:
        """Write a translation to a file; a toast says how that ended."""
        self._documents.save(job_id, target)

    def _do(self, job_id: str, action: DocumentAction) -> None:
        documents = self._documents
        match action:
            case DocumentAction.PAUSE:
                documents.pause(job_id)
            case DocumentAction.RESUME:
                documents.resume(job_id)
            case DocumentAction.SAVE:
                self._ask_where(job_id)
            case DocumentAction.CHOOSE:
                self.choose_columns(job_id)
            case DocumentAction.OPEN:
                self.open(job_id)
            case DocumentAction.SHOW_FOLDER:
                self._show_folder(job_id)
            case DocumentAction.READ_AGAIN:
                documents.read_again(job_id)
            case DocumentAction.REMOVE:
                documents.remove(job_id)
            case other:
                assert_never(other)

    def choose_columns(self, job_id: str) -> None:
        """Ask which columns of a table are to be translated."""
        job = self._documents.job(job_id)
        if job is None or job.state is not JobState.CHOOSING or self.columns is not None:
            return
        self.columns = dialog = ColumnsDialog(self._theme, job.name, job.columns, self)
        dialog.chosen.connect(lambda columns: self._documents.choose_columns(job_id, columns))
        dialog.destroyed.connect(self._columns_closed)
        dialog.open()

    def _columns_closed(self) -> None:
        self.columns = None

    def _look_for_columns(self) -> None:
        """Ask at once for the columns of a table that was just added and is looked at."""
        waiting = next((job for job in self._documents.jobs if job.state is JobState.CHOOSING), None)
        if waiting is not None and waiting.id not in self._asked and self.queue.isVisible():
            self._asked.add(waiting.id)
            self.choose_columns(waiting.id)

    def _ask_for_files(self) -> None:
        endings = " ".join(f"*{ending}" for ending in suffixes())
        kinds = self.tr("Documents ({endings})").format(endings=endings)
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Translate documents"), "", kinds)
        self.add([Path(name) for name in names])

    def _ask_where(self, job_id: str) -> None:
        suggested = str(self._documents.suggested_path(job_id))
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the translation"), suggested)
        if name:
            self.save(job_id, Path(name))

    def _show_folder(self, job_id: str) -> None:
        job = self._documents.job(job_id)
        if job is not None and job.saved_as:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(job.saved_as).parent)))

    def _say_saved(self, job_id: str) -> None:
        job = self._documents.job(job_id)
        if job is None:
            return
        words = self.tr("Saved as “{name}”.").format(name=Path(job.saved_as).name)
        if job.done < job.total:
            words += " " + DocumentWords().open_passages(job.total - job.done)
        self.toast.emit(ToastText(words, self.tr("Show in folder"), lambda: self._show_folder(job_id)))

    def _say_not_saved(self, _job_id: str, problem: Problem) -> None:
        self.toast.emit(ToastText(" ".join(filter(None, (problem.sentence, problem.advice))), bad=True))
