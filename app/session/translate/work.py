"""The work of a translation: sentence after sentence goes to the model, in the person's manner."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from typing_extensions import override

from app.engine.api import StopReason
from app.session.models.model_session import ModelState
from app.session.notices import Problem
from app.session.translate.manner import reads_context
from app.session.translate.rows import OpenRows, Row, RowState
from app.session.translate.state import Collaborators, TranslateState
from app.session.workers.engine_lane import LaneJob
from app.translate.context import MOST_PIECES, before
from app.translate.prompt import SEED, Request, Style, Tone
from app.translate.task import SentenceTask


class TranslateWork(TranslateState):
    """Translates the rows that wait, one after the other, the first one first."""

    def __init__(self, with_: Collaborators, parent: QObject | None = None) -> None:
        super().__init__(with_, parent)
        self._job: LaneJob | None = None  # of the row that is being translated
        self._row: Row | None = None
        self._beside: list[LaneJob] = []  # alternatives, reviews, back-translations, explanations
        self._stopped = False
        self._had_model = ""
        with_.lane.tokens_spent.connect(self._count)
        with_.models.changed.connect(self._model_changed)

    # --- how ---

    def set_tone(self, tone: Tone) -> None:
        """Address people so."""
        if tone is not self.tone:
            self.tone = tone
            self._again()

    def set_domain(self, domain: str) -> None:
        """Say what the text is about."""
        if domain.strip() != self.domain:
            self.domain = domain.strip()
            self._again()

    def set_think_harder(self, think: bool) -> None:
        """Let the model think before each sentence, for this text."""
        if think != self.think_harder:
            self.think_harder = think
            self._again()

    def more_literal(self) -> None:
        """Keep closer to the words, or stop doing so."""
        self._set_style(Style.LITERAL)

    def more_natural(self) -> None:
        """Say it more freely, or stop doing so."""
        self._set_style(Style.NATURAL)

    def _set_style(self, style: Style) -> None:
        self.style = Style.DEFAULT if style is self.style else style
        self._again()

    def _again(self) -> None:
        """Translate everything as it is wanted now; what was so once before is remembered."""
        self._drop_beside()
        self._forget_targets()
        self._recall(self.rows)
        self.changed.emit()
        self._rows_changed()

    def stop(self) -> None:
        """Stop translating; what is there stays. A change of the text, or ``go_on``, begins again."""
        self._stopped = True
        self._drop_job()
        self._drop_beside()
        self.changed.emit()

    def go_on(self) -> None:
        """Translate what is not translated yet, failed sentences again."""
        self._stopped = False
        self.problem = None
        for row in self.rows:
            if row.state is RowState.FAILED:
                row.state = RowState.WAITING
        self._open_rows = OpenRows(self.rows)
        self.changed.emit()
        self._rows_changed()

    @property
    def stopped(self) -> bool:
        """Whether sentences wait although nothing hinders them: the person wanted no more."""
        return self._stopped and self.problem is None and self.busy

    @override
    def _forget_targets(self) -> None:
        """Another language or manner is asked for, so it begins again after a stop."""
        self._stopped = False
        self.problem = None
        super()._forget_targets()

    # --- sentence by sentence ---

    @override
    def _rows_changed(self) -> None:
        if self._row is not None and not self._is_shown(self._row):
            self._drop_job()
        if self._row is not None and (self._row is self._hot or not self._row.open):
            self._drop_job()
        if self._job is None and not self._stopped:
            self._next()

    def _next(self) -> None:
        row = next((row for row in self._open_rows if row is not self._hot), None)
        if row is None:
            if not self.busy:
                self._all_done()
            return
        self._row = row
        self._ask(row, self._task(row))

    def _task(self, row: Row, seed: int = SEED) -> SentenceTask:
        terms = self.glossary.matches(row.source.text) if self.glossary else []
        near = [other.source for other in self.rows[max(0, row.index - MOST_PIECES) : row.index]]
        known = before(near, len(near)) if reads_context(self._models.model) else ""
        return SentenceTask(row.source.text, self.manner, terms, seed, known)

    def _ask(self, row: Row, task: SentenceTask) -> None:
        self._job = LaneJob(
            task.request(),
            on_done=partial(self._answered, row, task),
            on_failed=partial(self._failed, row),
            on_text=partial(self._grows, row, task),
        )
        self._lane.submit(self._job)

    def _grows(self, row: Row, task: SentenceTask, raw: str) -> None:
        """Show the growing translation; in the place of an old one only once it is as long as that."""
        text = task.growing(raw)
        if row.state is RowState.WAITING:
            row.state = RowState.RUNNING
        if len(text) >= len(row.target):
            row.target = text
            self._tell(row)

    def _answered(self, row: Row, task: SentenceTask, raw: str, reason: StopReason) -> None:
        task.judge(raw, reason)
        if task.done is None:
            self._ask(row, task)
            return
        self._job = self._row = None
        row.target, row.marks, row.state = task.done.text, list(task.done.faults), RowState.DONE
        if not task.done.serious:
            self._keep(row)
        self._tell(row)
        self._next()

    def _failed(self, row: Row, problem: Problem) -> None:
        self._job = self._row = None
        row.state = RowState.FAILED
        self.problem = problem
        self._stopped = True
        self.changed.emit()

    def _keep(self, row: Row) -> None:
        """Remember a translation for the next time its sentence comes."""
        self.memory.put_digest(self._digests([row])[0], row.target)

    def _is_shown(self, row: Row) -> bool:
        """Whether a row is still one of the text's."""
        return row.index < len(self.rows) and self.rows[row.index] is row

    def _tell(self, row: Row) -> None:
        if self._is_shown(row):
            self.segment_changed.emit(row.index)

    def _all_done(self) -> None:
        """Everything is translated."""
        self.changed.emit()

    def _drop_job(self) -> None:
        job, self._job, row, self._row = self._job, None, self._row, None
        if job is not None:
            self._lane.cancel(job)
        if row is not None and row.state is RowState.RUNNING:
            row.state = RowState.WAITING

    @override
    def _text_replaced(self) -> None:
        self._stopped = False
        self._drop_beside()
        self.problem = None

    @override
    def set_source(self, text: str) -> None:
        """Translate this instead. The latest text wins; sentences that did not change are left alone."""
        if text != self.source:
            self._stopped = False
        super().set_source(text)

    def _count(self, tokens: int) -> None:
        self.tokens_used += tokens

    def _model_changed(self) -> None:
        """Another model is ready: what failed is tried again. What is translated stays until the text changes."""
        model = self._models.model
        name = model.path if model and self._models.state is ModelState.READY else ""
        if name and name != self._had_model:
            self._had_model = name
            if self.problem is not None:
                self.go_on()
            self.changed.emit()

    # --- beside the rows ---

    def _ask_beside(self, request: Request, on_done: Callable[[str, StopReason], None]) -> None:
        """Ask for something more; after the rows, and in order."""
        job = LaneJob(request, on_done=lambda *_: None, on_failed=lambda problem: self._beside_failed(job, problem))

        def done(raw: str, reason: StopReason) -> None:
            self._beside.remove(job)
            on_done(raw, reason)
            self.changed.emit()

        job.on_done = done
        self._beside.append(job)
        self._lane.submit(job)
        self.changed.emit()

    def _beside_failed(self, job: LaneJob, problem: Problem) -> None:
        self._beside.remove(job)
        self.problem = problem
        self.changed.emit()

    @property
    def busy_beside(self) -> bool:
        """Whether alternatives, a review, a back-translation or an explanation are on their way."""
        return bool(self._beside)

    def _drop_beside(self) -> None:
        for job in self._beside:
            self._lane.cancel(job)
        self._beside = []
