"""What the pages of documents say about one of them, in whole sentences."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QLocale, QObject

from app.session.translate.documents.job import DocumentJob, JobState
from app.session.translate.documents.wording import file_problem
from app.session.workers.engine_lane import LaneState
from app.translate.languages import by_code
from app.ui.models.measures import percent, time_left
from app.ui.translate.language_names import pair_words


class DocumentWords(QObject):
    """Made where a sentence is needed: lupdate finds plural forms in ``tr`` alone."""

    def state(self, job: DocumentJob, waits: LaneState) -> str:  # noqa: PLR0911 - one sentence each
        """Return where a document is."""
        share = percent(job.done, job.total)
        match job.state:
            case JobState.READING:
                return self.tr("Reading the document…")
            case JobState.CHOOSING:
                return self.tr("Say which columns are to be translated.")
            case JobState.QUEUED:
                return self.tr("{percent} · waits for its turn").format(percent=share)
            case JobState.RUNNING:
                return self._running(job, waits, share)
            case JobState.PAUSED:
                return self.tr("{percent} · paused").format(percent=share)
            case JobState.DONE:
                return self._done(job)
            case JobState.FAILED:
                return self.tr("{percent} · stopped. What is there is kept.").format(percent=share)
            case other:
                assert_never(other)

    def languages(self, job: DocumentJob) -> str:
        """Return "German → English"."""
        source, target = by_code(job.order.source), by_code(job.order.target)
        if source is None and target is None:
            return ""
        return pair_words(source, target)

    def amount(self, job: DocumentJob) -> str:
        """Return how many passages of all are translated."""
        if not job.total:
            return ""
        done = QLocale().toString(job.done)
        if job.done == job.total:
            return self.tr("%Ln passage(s)", "", job.total)
        return self.tr("{done} of %Ln passage(s)", "", job.total).format(done=done)

    def marked(self, job: DocumentJob) -> str:
        """Return how many passages a person should look at; "" for none."""
        return self.tr("look at %Ln passage(s)", "", job.marked) if job.marked else ""

    def problem(self, job: DocumentJob) -> str:
        """Return what went wrong and what helps, in the language of now; "" for nothing."""
        found = file_problem(job.code) if job.code is not None else job.problem
        return " ".join(filter(None, (found.sentence, found.advice))) if found is not None else ""

    def open_passages(self, count: int) -> str:
        """Say that a translation was saved before it was complete."""
        return self.tr("%Ln passage(s) are still in the original language.", "", count)

    def _running(self, job: DocumentJob, waits: LaneState, share: str) -> str:
        if waits is LaneState.MODEL_LOADING:
            return self.tr("{percent} · the model is loading").format(percent=share)
        if waits is LaneState.CHAT_FIRST:
            return self.tr("{percent} · waits for an answer in the chat").format(percent=share)
        left = job.seconds_left
        return f"{share} · {time_left(left)}" if left is not None else share

    def _done(self, job: DocumentJob) -> str:
        if not job.saved_as:
            translated = self.tr("Translated, not saved yet")
        elif job.unsaved:
            translated = self.tr("Changed since it was saved")
        else:
            translated = self.tr("Translated and saved")
        return " · ".join(filter(None, (translated, self.marked(job))))
