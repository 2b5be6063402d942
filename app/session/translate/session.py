"""What the person does with a translation: choose, compare, look twice, keep."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.engine.api import StopReason
from app.session.translate.keeping import TranslateKeeping
from app.session.translate.rows import Row, RowState
from app.translate.guards import clean
from app.translate.languages import by_code
from app.translate.prompt import SEED, Manner, explain, review
from app.translate.task import SentenceTask, Translated, reviewed

ALTERNATIVES = 3


class TranslateSession(TranslateKeeping):
    """Observable state of the translation page, and everything that changes it."""

    explained = Signal(str, str)  # the word, what it means
    back_changed = Signal()

    # --- more of one sentence ---

    def alternatives(self, index: int) -> None:
        """Ask for other translations of a sentence; they come one by one into ``rows[index].alternatives``."""
        row = self.rows[index]
        for number in range(1, ALTERNATIVES + 1):
            task = self._task(row, SEED + number)
            self._ask_beside(task.request(), partial(self._alternative, row, task))

    def _alternative(self, row: Row, task: SentenceTask, raw: str, reason: StopReason) -> None:
        task.judge(raw, reason)
        found = task.done
        if found is None or not found.text or found.text in {row.target, *row.alternatives} or _is_source(row, found):
            return
        row.alternatives.append(found.text)
        self._tell(row)

    def choose_alternative(self, index: int, text: str) -> None:
        """Take another translation of a sentence; the one that stood there can be chosen back."""
        row = self.rows[index]
        row.alternatives = [row.target, *(other for other in row.alternatives if other != text)]
        self._set_by_person(row, text)

    def edit(self, index: int, text: str) -> None:
        """Take the person's own translation of a sentence, now and the next time."""
        self._set_by_person(self.rows[index], text)

    def _set_by_person(self, row: Row, text: str) -> None:
        if row is self._row:
            self._drop_job()
        row.target, row.state, row.marks, row.by_person = text, RowState.DONE, [], True
        self._keep(row)
        self._tell(row)
        self._rows_changed()

    # --- a second look ---

    def back_translate(self) -> None:
        """Translate the translation back, sentence by sentence, into ``rows[i].back``."""
        source = self.language
        if source is None:
            return
        manner = Manner(self.target, source, domain=self.domain, simple=self.manner.simple)
        for row in self.rows:
            row.back = "" if row.source.translate else row.source.text
            if row.source.translate and row.target:
                task = SentenceTask(row.target, manner)
                self._ask_beside(task.request(), partial(self._back, row, task))

    def _back(self, row: Row, task: SentenceTask, raw: str, reason: StopReason) -> None:
        task.judge(raw, reason)
        row.back = task.done.text if task.done else task.growing(raw)
        self.back_changed.emit()

    def review(self) -> None:
        """Have every sentence looked through once more; the former wording becomes an alternative."""
        manner = self.manner
        for row in self.rows:
            if row.state is RowState.DONE and not row.by_person:
                terms = self.glossary.matches(row.source.text) if self.glossary else []
                request = review(row.source.text, row.target, manner, terms)
                self._ask_beside(request, partial(self._reviewed, row, row.target, terms))

    def _reviewed(self, row: Row, before: str, terms: list[tuple[str, str]], raw: str, reason: StopReason) -> None:
        found = reviewed(row.source.text, raw, reason, self.manner, terms)
        if found.serious or row.by_person or row.target != before or found.text == before or _is_source(row, found):
            return  # it was better, or the person has chosen meanwhile
        row.alternatives = [before, *row.alternatives]
        row.target, row.marks = found.text, list(found.faults)
        self._keep(row)
        self._tell(row)

    def explain(self, word: str, index: int) -> None:
        """Say what a word of a sentence or of its translation means, through ``explained``."""
        row = self.rows[index]
        sentence, other = (row.target, self.language) if word in row.target else (row.source.text, self.target)
        answer_in = by_code(self._settings.current.language) or by_code("en") or self.target
        request = explain(word, sentence, other, answer_in)
        self._ask_beside(request, lambda raw, _reason: self.explained.emit(word, clean(raw, "")))


def _is_source(row: Row, found: Translated) -> bool:
    """Whether a model gives back what it was to translate: no wording to prefer to a translation."""
    return found.text.strip().casefold() == row.source.text.casefold()
