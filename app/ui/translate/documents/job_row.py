"""One document of the queue: how far it is, what is wrong, what can be done with it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.session.translate.documents.job import DocumentJob, JobState, SourceState
from app.session.workers.engine_lane import LaneState
from app.ui.theme import Theme, set_kind
from app.ui.translate.documents.words import DocumentWords
from app.ui.widgets.flat_button import CHIP, ICON, FlatButton
from app.ui.widgets.queue_row import QueueRow
from app.ui.widgets.text_label import show_line

MOVABLE = frozenset({JobState.READING, JobState.QUEUED, JobState.RUNNING, JobState.PAUSED})
ROOM = 600
"""Pixels. Below, the button that opens it is an icon, and the passages are not counted."""
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class DocumentAction(StrEnum):
    """What a person can ask for a document."""

    PAUSE = "pause"
    RESUME = "resume"
    SAVE = "save"
    CHOOSE = "choose"
    OPEN = "open"
    SHOW_FOLDER = "show_folder"
    READ_AGAIN = "read_again"
    REMOVE = "remove"


class DocumentRow(QueueRow):
    """Enter opens it, Space pauses, goes on or saves, Delete removes it."""

    asked = Signal(str, object)  # id, DocumentAction

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state = JobState.READING
        self._look_words = ""
        self.again = FlatButton(theme, CHIP, "regenerate", self)
        self.look = FlatButton(theme, CHIP, "file", self)
        self.folder = FlatButton(theme, ICON, "folder", self)
        for number, button in enumerate((self.again, self.look, self.folder), start=1):
            self.row.insertWidget(number, button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.main_wanted.connect(lambda _key: self._ask(self._main_action()))
        self.removal_wanted.connect(lambda _key: self._ask(DocumentAction.REMOVE))
        self.again.clicked.connect(lambda: self._ask(DocumentAction.READ_AGAIN))
        self.look.clicked.connect(lambda: self._ask(self._look_action()))
        self.folder.clicked.connect(lambda: self._ask(DocumentAction.SHOW_FOLDER))

    @override
    def chain(self) -> list[QWidget]:
        return [self, self.again, self.look, self.folder, self.main, self.cancel]

    def show_job(self, job: DocumentJob, waits: LaneState) -> None:
        """Show a document as it is now."""
        words = DocumentWords()
        self._state, self.movable = job.state, job.state in MOVABLE
        self.title.show_text(job.name)
        self.state.show_text(" · ".join(filter(None, (words.languages(job), words.state(job, waits)))))
        self.amount.setText(words.amount(job))
        self.gauge.set_fraction(job.done / job.total if job.total else 0.0)
        self.gauge.setVisible(job.state not in {JobState.DONE, JobState.CHOOSING} and not self._hopeless(job))
        self._show_problem(job)
        self._show_buttons(job)
        self.setAccessibleName(f"{job.name}: {self.state.text()}")
        self.setAccessibleDescription(" ".join(filter(None, (self.amount.text(), self.problem.text()))))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._ask(self._look_action())
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._ask(self._look_action())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide, spoken = self.width() >= ROOM, self.look.accessibleName()
        self.look.set_words(self._look_words if wide else "", tooltip=self._look_words)
        self.look.setAccessibleName(spoken)
        self.amount.setVisible(wide and bool(self.amount.text()))

    def _ask(self, action: DocumentAction) -> None:
        self.asked.emit(self.id, action)

    def _main_action(self) -> DocumentAction:
        match self._state:
            case JobState.READING | JobState.QUEUED | JobState.RUNNING:
                return DocumentAction.PAUSE
            case JobState.PAUSED | JobState.FAILED:
                return DocumentAction.RESUME
            case JobState.DONE:
                return DocumentAction.SAVE
            case JobState.CHOOSING:
                return DocumentAction.CHOOSE
            case other:
                assert_never(other)

    def _look_action(self) -> DocumentAction:
        return DocumentAction.CHOOSE if self._state is JobState.CHOOSING else DocumentAction.OPEN

    def _hopeless(self, job: DocumentJob) -> bool:
        """Whether nothing of it could be read."""
        return job.state is JobState.FAILED and not job.total

    def _show_problem(self, job: DocumentJob) -> None:
        words = DocumentWords().problem(job) or self._source_words(job.source_state)
        set_kind(self.problem, "problem" if job.problem is not None else "muted")
        show_line(self.problem, words)
        if self._hopeless(job):
            self.state.show_text(self.tr("Cannot be translated"))

    def _source_words(self, state: SourceState) -> str:
        match state:
            case SourceState.SAME:
                return ""
            case SourceState.CHANGED:
                return self.tr("The document has changed since it was read.")
            case SourceState.GONE:
                return self.tr("The document is not where it was. It is needed to save the translation.")
            case other:
                assert_never(other)

    def _show_buttons(self, job: DocumentJob) -> None:
        faces = {
            DocumentAction.PAUSE: ("pause", self.tr("Pause {name}")),
            DocumentAction.RESUME: ("regenerate" if job.problem else "play", self.tr("Go on with {name}")),
            DocumentAction.SAVE: ("save", self.tr("Save the translation of {name}…")),
            DocumentAction.CHOOSE: ("tune", self.tr("Choose the columns of {name}…")),
        }
        image, words = faces[self._main_action()]
        self.main.set_icon(image)
        self.main.set_hint(words.format(name=job.name))
        self.main.setEnabled(not job.saving)
        choosing = job.state is JobState.CHOOSING
        self.main.setVisible(not choosing)
        name = self.tr("Choose columns…") if choosing else self.tr("Look through")
        self._look_words = name
        self._fit()
        self.look.setAccessibleName(f"{name} {job.name}")
        self.look.setVisible(choosing or bool(job.total))
        self.again.set_words(self.tr("Read again"), tooltip=self.tr("What stayed the same keeps its translation."))
        self.again.setVisible(job.source_state is SourceState.CHANGED and job.state is not JobState.READING)
        saved = Path(job.saved_as).name
        self.folder.set_hint(self.tr("Show “{name}” in its folder").format(name=saved))
        self.folder.setVisible(bool(job.saved_as))
        self.cancel.set_hint(self.tr("Remove {name} from this list").format(name=job.name))
