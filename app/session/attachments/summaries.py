"""Summaries of attached documents: one is made after the other, and those that wait say so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.documents.paragraphs import Paragraph, paragraphs
from app.documents.passes import prompt
from app.session.attachments.attachment_items import ChipState, Choice, Item
from app.session.context.summary_passes import PassEnd, SummaryPasses, Task
from app.session.tasks import BackgroundThread
from app.session.workers.engine_lane import EngineLane


class DocumentSummaries(QObject):
    """``changed`` when a document's state or progress did. ``context``: the tokens of the model's window, 0: none."""

    changed = Signal()
    failed = Signal(str)  # the document's name

    def __init__(
        self, lane: EngineLane, thread: BackgroundThread, context: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._thread, self._context = thread, context
        self._passes = SummaryPasses(lane, self)
        self._item: Item | None = None
        self._waiting: list[Item] = []
        self._passes.progressed.connect(self._passed)
        self._passes.finished.connect(self._ended)

    def add(self, item: Item) -> None:
        """Summarise it when those before it are done; at once ready when its summary was made before."""
        if not item.sent_text:
            item.state, item.done, item.total = ChipState.WAITING, 0, 0
            self._waiting.append(item)
            self._next()

    def drop(self, item: Item) -> None:
        """Do not summarise it, or stop doing so."""
        self._waiting = [other for other in self._waiting if other is not item]
        if item is self._item:
            self._item = None
            self._passes.cancel()
            self._next()

    def close(self) -> None:
        """Stop all of it; nothing is said any more."""
        self._waiting.clear()
        self._passes.blockSignals(True)
        self._passes.cancel()

    def _next(self) -> None:
        """Begin with the first that waits, when its text is in paragraphs."""
        if self._item is not None or not self._waiting:
            return
        self._item = item = self._waiting.pop(0)
        item.state = ChipState.WORKING
        text, context = item.text, self._context()

        def begin(found: list[Paragraph]) -> None:
            if self._item is item:
                self._passes.start(_task(item, found, context))

        if context:
            self._thread.run(lambda: paragraphs(text), begin)
        else:
            self._ended(PassEnd.FAILED, "")

    def _passed(self, done: int, total: int) -> None:
        if self._item is not None:
            self._item.done, self._item.total = done, total
            self.changed.emit()

    def _ended(self, how: PassEnd, summary: str) -> None:
        item, self._item = self._item, None
        if item is None:
            return  # it was dropped
        item.state, item.sent_text = ChipState.READY, summary
        if how is not PassEnd.DONE:
            item.choice = Choice.ALL
        self._next()
        self.changed.emit()
        if how is PassEnd.FAILED:
            self.failed.emit(item.name)


def _task(item: Item, found: Sequence[Paragraph], context: int) -> Task:
    return Task(
        texts=lambda: [paragraph.text for paragraph in found],
        ask=lambda text, whole: prompt(item.name, text, context, whole=whole),
        cost=item.cost,
        context=context,
    )
