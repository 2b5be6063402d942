"""One download: how far, how fast, what is wrong, what can be done. Its height and columns never change."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import QEvent, QLocale, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.session.download_list import DownloadItem, DownloadState
from app.ui.models.measures import file_size, percent, rate, time_left
from app.ui.theme import Theme, set_kind
from app.ui.widgets.card import Card
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.flat_button import ICON, FlatButton
from app.ui.widgets.gauge import Gauge
from app.ui.widgets.text_label import show_line, text_label

MOVABLE = frozenset({DownloadState.QUEUED, DownloadState.RUNNING, DownloadState.WAITING, DownloadState.PAUSED})


class DownloadAction(StrEnum):
    """What a person can ask for a download."""

    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    RETRY = "retry"
    SHOW = "show"
    UP = "up"
    DOWN = "down"


class DownloadRow(Card):
    """Dragged by any free spot; Alt and the arrow keys move it, Space pauses and goes on, Delete cancels."""

    asked = Signal(str, object)  # id, DownloadAction
    dragged = Signal(str, QPoint)  # id, where in the parent
    dropped = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._id = ""
        self._state = DownloadState.QUEUED
        self._grip: QPoint | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = ElidedLabel(self)
        set_kind(self.title, "strong")
        self.state = ElidedLabel(self)
        set_kind(self.state, "muted")
        self.amount = text_label(self, "muted", wraps=False)
        self.gauge = Gauge(theme, 4, self)
        self.problem = text_label(self, "problem")
        self.main = FlatButton(theme, ICON, "pause", self)
        self.cancel = FlatButton(theme, ICON, "close", self)
        self._build()
        self.main.clicked.connect(lambda: self._ask(self._main_action()))
        self.cancel.clicked.connect(lambda: self._ask(DownloadAction.CANCEL))

    def show_item(self, item: DownloadItem) -> None:
        """Show a download as it is now."""
        self._id, self._state = item.id, item.state
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

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() or self._dragging:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)

    @override
    def event(self, event: QEvent) -> bool:
        # Alt with an arrow key is the window's shortcut for conversations, except here.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _moves(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match Qt.Key(event.key()):
            case Qt.Key.Key_Up if _moves(event):
                self._ask(DownloadAction.UP)
            case Qt.Key.Key_Down if _moves(event):
                self._ask(DownloadAction.DOWN)
            case Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._ask(self._main_action())
            case Qt.Key.Key_Delete:
                self._ask(DownloadAction.CANCEL)
            case _:
                super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._state in MOVABLE:
            self._grip = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        place = event.position().toPoint()
        if not self._dragging and (place - self._grip).manhattanLength() < QApplication.startDragDistance():
            return
        self._dragging = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.dragged.emit(self._id, self.mapToParent(place))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragging, self._dragging, self._grip = self._dragging, False, None
        self.unsetCursor()
        self.update()
        if was_dragging:
            self.dropped.emit(self._id)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.state, 1)
        line.addWidget(self.amount)
        words.addLayout(line)
        words.addWidget(self.gauge)
        words.addWidget(self.problem)
        self.gauge.setMinimumHeight(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 10, 12)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self.main, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)

    def _ask(self, action: DownloadAction) -> None:
        self.asked.emit(self._id, action)

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


def _moves(event: QKeyEvent) -> bool:
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
