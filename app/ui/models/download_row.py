"""One download: how far, how fast, what is wrong, what can be done."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from app.session.models.download_list import DownloadItem, DownloadState
from app.ui.models.measures import file_size, percent, rate, time_left
from app.ui.theme import Theme, set_kind
from app.ui.widgets.queue_row import QueueRow
from app.ui.widgets.text_label import show_line

MOVABLE = frozenset({DownloadState.QUEUED, DownloadState.RUNNING, DownloadState.WAITING, DownloadState.PAUSED})


class DownloadAction(StrEnum):
    """What a person can ask for a download."""

    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    RETRY = "retry"
    SHOW = "show"


class DownloadRow(QueueRow):
    """Space pauses and goes on, Delete cancels."""

    asked = Signal(str, object)  # id, DownloadAction

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state = DownloadState.QUEUED
        self.main_wanted.connect(lambda key: self.asked.emit(key, self._main_action()))
        self.removal_wanted.connect(lambda key: self.asked.emit(key, DownloadAction.CANCEL))

    def show_item(self, item: DownloadItem) -> None:
        """Show a download as it is now."""
        self._state, self.movable = item.state, item.state in MOVABLE
        self.title.show_text(item.title)
        self.state.show_text(self._state_words(item))
        done, total = file_size(item.done), file_size(item.total)
        whole = self._state is DownloadState.DONE or not item.total
        words = total if whole else self.tr("{done} of {total}").format(done=done, total=total)
        self.amount.setText(words if item.total else "")
        self.gauge.set_fraction(item.done / item.total if item.total else 0.0)
        self.gauge.setVisible(self._state is not DownloadState.DONE)
        self._show_problem(item)
        self._show_buttons(item)
        self.setAccessibleName(f"{item.title}: {self.state.text()}")
        self.setAccessibleDescription(" ".join(filter(None, (self.amount.text(), self.problem.text()))))

    def _main_action(self) -> DownloadAction:
        match self._state:
            case DownloadState.QUEUED | DownloadState.RUNNING | DownloadState.WAITING | DownloadState.VERIFYING:
                return DownloadAction.PAUSE
            case DownloadState.PAUSED:
                return DownloadAction.RESUME
            case DownloadState.FAILED:
                return DownloadAction.RETRY
            case DownloadState.DONE:
                return DownloadAction.SHOW
            case other:
                assert_never(other)

    def _state_words(self, item: DownloadItem) -> str:
        left = time_left(item.seconds_left) if item.seconds_left is not None else ""
        running = [percent(item.done, item.total), rate(item.bytes_per_second), left]
        words = {
            DownloadState.RUNNING: " · ".join(filter(None, running)),
            DownloadState.QUEUED: self.tr("Waits for its turn"),
            DownloadState.WAITING: self.tr("{percent} · tries again by itself in {seconds} s"),
            DownloadState.VERIFYING: self.tr("Checking that every byte is right…"),
            DownloadState.PAUSED: self.tr("{percent} · paused"),
            DownloadState.DONE: self.tr("Downloaded and verified"),
            DownloadState.FAILED: self.tr("{percent} · stopped. What is there is kept."),
        }[self._state]
        seconds = QLocale().toString(max(1, round(item.retry_in)))
        return words.replace("{percent}", running[0]).replace("{seconds}", seconds)

    def _show_problem(self, item: DownloadItem) -> None:
        told = item.problem is not None and self._state in {DownloadState.FAILED, DownloadState.WAITING}
        words = " ".join(filter(None, (item.problem.sentence, item.problem.advice))) if item.problem and told else ""
        set_kind(self.problem, "problem" if self._state is DownloadState.FAILED else "muted")
        show_line(self.problem, words)

    def _show_buttons(self, item: DownloadItem) -> None:
        faces = {
            DownloadAction.PAUSE: ("pause", self.tr("Pause {name}")),
            DownloadAction.RESUME: ("play", self.tr("Go on with {name}")),
            DownloadAction.RETRY: ("regenerate", self.tr("Try {name} again")),
            DownloadAction.SHOW: ("models", self.tr("Show {name} in the library")),
        }
        image, words = faces[self._main_action()]
        self.main.set_icon(image)
        self.main.set_hint(words.format(name=item.title))
        gone = (
            self.tr("Remove {name} from this list") if self._state is DownloadState.DONE else self.tr("Cancel {name}")
        )
        self.cancel.set_hint(gone.format(name=item.title))
