"""One document side by side with its translation: to look through, to correct, to save."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.session.translate.documents.job import DocumentJob, JobState, SourceState
from app.translate.languages import by_code
from app.ui.theme import Theme, set_kind
from app.ui.translate.documents.protocols import Documents
from app.ui.translate.documents.unit_rows import UnitRows
from app.ui.translate.documents.unit_table import UnitTable
from app.ui.translate.documents.words import DocumentWords
from app.ui.translate.language_names import shown_name
from app.ui.translate.language_picker import LanguageButton
from app.ui.widgets.banner import Banner, BannerAction, Tone
from app.ui.widgets.direction import back_icon
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.flat_button import CHIP, ICON, FlatButton
from app.ui.widgets.gauge import Gauge
from app.ui.widgets.text_label import text_label


class Preview(QWidget):
    """``save_wanted`` and ``folder_wanted`` have the document's id."""

    back_wanted = Signal()
    save_wanted = Signal(str)
    folder_wanted = Signal(str)

    def __init__(self, theme: Theme, documents: Documents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._documents = theme, documents
        self.job_id = ""
        self.back = FlatButton(theme, ICON, "chevron_left", self)
        self.title = ElidedLabel(self)
        set_kind(self.title, "panel-title")
        self.source, self.target = LanguageButton(theme, self), LanguageButton(theme, self)
        self.marked = FlatButton(theme, CHIP, "warning", self)
        self.marked.setCheckable(True)
        self.arrow = text_label(self, "muted", wraps=False)
        self.banner = Banner(theme, self)
        self.rows = UnitRows(self)
        self.table = UnitTable(theme, self.rows, self)
        self.none = text_label(self, "muted")
        self.gauge = Gauge(theme, 4, self)
        self.status = ElidedLabel(self)
        set_kind(self.status, "hint")
        self.main = QPushButton(self)
        self.folder = QPushButton(self)
        self.save = QPushButton(self)
        set_kind(self.save, "primary")
        self._build()
        self._connect()
        self.retranslate()

    def show_job(self, job_id: str) -> None:
        """Show a document from its first piece on."""
        self.job_id = job_id
        self.marked.setChecked(False)
        self._documents.open(job_id)
        self._list()
        self.table.scrollToTop()
        if self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(0, 1))
        self.table.setFocus()

    def refresh(self) -> None:
        """Show the document's state as it is now."""
        job = self._job()
        if job is None:
            return
        words = DocumentWords(self)
        self.title.show_text(job.name)
        self.source.show_language(job.order.source)
        self.source.setAccessibleName(self.tr("Translated from: {language}").format(language=self.source.text()))
        self.target.show_language(job.order.target)
        self._show_marked(job)
        self._show_banner(job)
        parts = (words.state(job, self._documents.waits_for), words.amount(job))
        self.status.show_text(" · ".join(filter(None, parts)))
        self.gauge.set_fraction(job.done / job.total if job.total else 0.0)
        self.gauge.setVisible(job.state is not JobState.DONE)
        self._show_buttons(job)
        words.deleteLater()

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.back.set_icon(back_icon(self))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.arrow.setText("←" if mirrored else "→")  # untranslated: a sign
        self.back.set_hint(self.tr("Back to the documents"), self.tr("Esc"))
        self.table.setAccessibleName(self.tr("Document and translation"))
        self.folder.setText(self.tr("Show in folder"))
        self.save.setText(self.tr("Save as…"))
        self._name_columns()
        self.refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        kinds = {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange, QEvent.Type.LayoutDirectionChange}
        if event.type() in kinds:
            self.retranslate()
        super().changeEvent(event)

    def _job(self) -> DocumentJob | None:
        return self._documents.job(self.job_id) if self.job_id else None

    def _list(self) -> None:
        self.rows.show_job(self._job(), only_marked=self.marked.isChecked())
        self.none.setText(
            self.tr("There is nothing left to look at.")
            if self.marked.isChecked()
            else self.tr("Reading the document…")
        )
        self._below.setCurrentWidget(self.table if self.rows.rowCount() else self.none)
        self._name_columns()
        self.refresh()

    def _name_columns(self) -> None:
        job = self._job()
        codes = (job.order.source, job.order.target) if job is not None else ("", "")
        names = [shown_name(language) if language else "" for language in map(by_code, codes)]
        self.rows.name_columns(names[0] or self.tr("Document"), names[1] or self.tr("Translation"))

    def _show_marked(self, job: DocumentJob) -> None:
        count = QLocale().toString(job.marked)
        self.marked.set_words(self.tr("Only marked · {count}").format(count=count))
        self.marked.setToolTip(self.tr("Passages in which something may be wrong"))
        self.marked.setEnabled(bool(job.marked) or self.marked.isChecked())

    def _show_banner(self, job: DocumentJob) -> None:
        again = BannerAction(self.tr("Read again"), lambda: self._documents.read_again(job.id))
        retry = BannerAction(self.tr("Go on"), lambda: self._documents.resume(job.id))
        if job.source_state is SourceState.CHANGED and job.state is not JobState.READING:
            words = self.tr(
                "The document has changed since it was read. Read it again: what stayed the same keeps its translation."
            )
            self.banner.show_state(Tone.WARN, words, [again])
        elif problem := DocumentWords().problem(job):
            self.banner.show_state(Tone.BAD, problem, [retry])
        elif job.source_state is SourceState.GONE:
            words = self.tr("The document is not where it was. It is needed to save the translation.")
            self.banner.show_state(Tone.WARN, words, [])
        else:
            self.banner.hide()

    def _show_buttons(self, job: DocumentJob) -> None:
        self.main.setVisible(job.state.unfinished or job.state is JobState.PAUSED)
        self.main.setText(self.tr("Go on") if job.state is JobState.PAUSED else self.tr("Pause"))
        self.folder.setVisible(bool(job.saved_as))
        self.save.setEnabled(job.done > 0 and not job.saving)

    def _unit_changed(self, job_id: str, place: int) -> None:
        if job_id == self.job_id:
            self.rows.unit_changed(place)

    def _job_changed(self, job_id: str) -> None:
        if job_id == self.job_id:
            self.refresh()

    def _units_changed(self, job_id: str) -> None:
        if job_id == self.job_id:
            self._list()

    def _choose(self, source: str, target: str) -> None:
        """Translate it from or into another language; the same on both sides turns them round."""
        job = self._job()
        if job is None:
            return
        before = job.order
        new = (source or before.source, target or before.target)
        if new[0] == new[1]:
            new = (before.target, before.source or before.target)
        self._documents.set_languages(job.id, *new)

    def _pause_or_go_on(self) -> None:
        job = self._job()
        if job is not None and job.state is JobState.PAUSED:
            self._documents.resume(job.id)
        elif job is not None:
            self._documents.pause(job.id)

    def _connect(self) -> None:
        documents = self._documents
        documents.unit_changed.connect(self._unit_changed)
        documents.job_changed.connect(self._job_changed)
        documents.units_changed.connect(self._units_changed)
        self.rows.edited.connect(lambda place, text: documents.edit(self.job_id, place, text))
        self.back.clicked.connect(self.back_wanted)
        self.source.chosen.connect(lambda code: self._choose(code, ""))
        self.target.chosen.connect(lambda code: self._choose("", code))
        self.marked.toggled.connect(self._list)
        self.main.clicked.connect(self._pause_or_go_on)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.job_id))
        self.folder.clicked.connect(lambda: self.folder_wanted.emit(self.job_id))

    def _build(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        head.addWidget(self.marked)
        languages = QHBoxLayout()
        languages.setSpacing(8)
        for widget in (self.source, self.arrow, self.target):
            languages.addWidget(widget)
        languages.addStretch(1)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._below = QStackedLayout()
        self._below.addWidget(self.table)
        self._below.addWidget(self.none)
        self.gauge.setMinimumHeight(6)
        foot.setSpacing(8)
        foot.addWidget(self.status, 1)
        for button in (self.main, self.folder, self.save):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(languages)
        column.addWidget(self.banner)
        column.addLayout(self._below, 1)
        column.addWidget(self.gauge)
        column.addLayout(foot)
