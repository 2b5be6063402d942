"""The documents in their order, or how to add the first one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.session.translate.documents.job import DocumentJob
from app.ui.models.state_panel import StateAction, StateFace, StatePanel
from app.ui.theme import Theme
from app.ui.translate.documents.job_row import DocumentRow
from app.ui.translate.documents.protocols import Documents
from app.ui.translate.words import advice_words
from app.ui.widgets.banner import Banner, BannerAction, Tone
from app.ui.widgets.queue_column import QueueColumn
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.text_label import text_label


class QueueView(QWidget):
    """``asked`` has a document's id and what is wanted of it."""

    asked = Signal(str, object)  # id, DocumentAction
    files_wanted = Signal()
    models_wanted = Signal(str)  # the name of a model that is recommended, or ""

    def __init__(self, theme: Theme, documents: Documents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._documents = theme, documents
        self.title = text_label(self, "panel-title", wraps=False)
        self.add = QPushButton(self)
        self.hint = text_label(self, "muted")
        self.advice = Banner(theme, self)
        self._unwanted: set[str] = set()  # models whose hint was closed
        self.empty = StatePanel(theme, self)
        self._column = ScrollColumn(self, 10)
        self._rows = QueueColumn(self._new_row, documents.move)
        self.rows = self._rows.rows
        self._build()
        self.add.clicked.connect(self.files_wanted)
        self.advice.closed.connect(self._close_advice)
        documents.changed.connect(self.refresh)
        documents.job_changed.connect(self._refresh_row)
        self.retranslate()

    def refresh(self) -> None:
        """Show the queue as it is now."""
        jobs = {job.id: job for job in self._documents.jobs}
        self._rows.show_rows(list(jobs), lambda row, key: self._show(row, jobs[key]))
        self._stack.setCurrentWidget(self._full if jobs else self.empty)
        self._advise()
        self.hint.setText(self._say(all(job.kept for job in jobs.values())))

    def focus_first(self) -> None:
        """Put the keyboard on the first document, or on what adds one."""
        first = next(iter(self.rows.values()), None)
        target = first or next(iter(self.empty.buttons), self.add)
        target.setFocus()

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.title.setText(self.tr("Documents"))
        self.add.setText(self.tr("Add documents…"))
        self.empty.show_face(
            StateFace(
                "file",
                self.tr("Translate whole documents"),
                self.tr(
                    "Word, text, Markdown, web pages, subtitles, tables and the files of localisers. Layout, timing, "
                    "tags and placeholders stay as they are. Drop files here, or choose them."
                ),
                [StateAction(self.tr("Choose documents…"), self.files_wanted.emit)],
            )
        )
        self.refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    def _advise(self) -> None:
        advice = self._documents.recommendation
        if advice is None or advice.model in self._unwanted:
            self.advice.hide()
            return
        show = BannerAction(self.tr("Show models"), lambda: self.models_wanted.emit(advice.model))
        self.advice.show_state(Tone.CALM, advice_words(advice), [show], closable=True, icon="models")

    def _close_advice(self) -> None:
        advice = self._documents.recommendation
        if advice is not None:
            self._unwanted.add(advice.model)
        self.advice.hide()

    def _say(self, kept: bool) -> str:
        if not kept:
            return self.tr("The history is off, so documents are forgotten when Parley is closed.")
        return self.tr("Documents go on behind whatever else you do here, and after Parley was closed.")

    def _refresh_row(self, key: str) -> None:
        job, row = self._documents.job(key), self.rows.get(key)
        if job is not None and row is not None:
            self._show(row, job)
            self._advise()

    def _show(self, row: DocumentRow, job: DocumentJob) -> None:
        row.show_job(job, self._documents.waits_for)

    def _new_row(self) -> DocumentRow:
        row = DocumentRow(self._theme, self)
        row.asked.connect(self.asked)
        return row

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.add)
        self._full = QWidget(self)
        full = QVBoxLayout(self._full)
        full.setContentsMargins(0, 0, 0, 0)
        full.setSpacing(8)
        full.addLayout(head)
        full.addWidget(self.hint)
        full.addWidget(self.advice)
        full.addWidget(self._column, 1)
        self._column.set_sides(0, 0)
        self._column.column.addLayout(self._rows)
        self._column.column.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self.empty)
