"""One file of the library: its quant, size and state, what can be done with it, and what is being done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.catalog.library import LibraryEntry
from app.engine.files_api import FileFailed, FileProblem
from app.session.models.library_jobs import Job, JobKind
from app.session.workers.files_wording import file_problem
from app.ui.icons import icon
from app.ui.models.measures import file_size, last_used, percent
from app.ui.theme import Theme, set_kind
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.flat_button import ICON, OUTLINED, FlatButton, Look
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.gauge import Gauge
from app.ui.widgets.menu import Menu
from app.ui.widgets.plain import plain
from app.ui.widgets.tag import Tag, TagTone
from app.ui.widgets.text_label import show_line, text_label

ACTION = Look(height=34, padding=12, font_size=13, border="line", background="background", centred=True)
RADIUS = 8


class EntryAction(StrEnum):
    """What a person can ask for a file."""

    SELECT = "select"
    USE = "use"
    OPEN_FOLDER = "open_folder"
    VERIFY = "verify"
    SHRINK = "shrink"
    DELETE = "delete"
    CANCEL = "cancel"
    LOOK_AGAIN = "look_again"
    DOWNLOAD_AGAIN = "download_again"


class UseState(StrEnum):
    """What the engine does with the file."""

    NONE = "none"
    LOADING = "loading"
    LOADED = "loaded"


@dataclass(frozen=True)
class RowContent:
    """All that a row shows."""

    entry: LibraryEntry
    job: Job | None = None
    use: UseState = UseState.NONE
    marked: bool = False


class EntryRow(QWidget):
    """Takes the keyboard: Enter uses the model, Delete deletes it, the menu key opens the menu."""

    asked = Signal(str, object)  # id, EntryAction

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.content: RowContent | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.quant = ElidedLabel(self)
        set_kind(self.quant, "cell-strong")
        self.facts = ElidedLabel(self)
        set_kind(self.facts, "muted")
        self.tags = [Tag(self), Tag(self), Tag(self)]
        self.use = FlatButton(theme, ACTION, parent=self)
        self.more = FlatButton(theme, ICON, "more", self)
        self.problem = text_label(self, "problem")
        self.remedies = [FlatButton(theme, OUTLINED, parent=self) for _ in range(2)]
        self.work = text_label(self, "small", wraps=False)
        self.gauge = Gauge(theme, 4, self)
        self.cancel = FlatButton(theme, OUTLINED, parent=self)
        self._build()
        self._connect()
        theme.changed.connect(self.update)

    def show_content(self, content: RowContent) -> None:
        """Show a file as it is now."""
        self.content = content
        entry = content.entry
        self.quant.show_text((entry.shape.quantization if entry.shape else "") or PurePath(entry.path).name)
        size = file_size(entry.file_bytes) if entry.file_bytes else ""
        self.facts.show_text(" · ".join(filter(None, (size, last_used(entry.last_used), entry.repository))))
        self.setToolTip(plain(entry.path))
        self._show_tags(content)
        self._show_buttons(content)
        self._show_problem(entry)
        self._show_job(content.job)
        self.setAccessibleName(f"{entry.name}, {self.quant.text()}, {self.facts.text()}")
        self.setAccessibleDescription(" ".join([*(t.text() for t in self.tags if t.text()), self.problem.text()]))
        self.update()

    def menu(self) -> Menu:
        """Return everything that can be done with the file."""
        assert self.content is not None
        entry, muted = self.content.entry, self._theme.colours.muted
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        idle = self.content.job is None
        rows = [
            (EntryAction.USE, "chat", self.tr("Use"), entry.problem is None),
            (EntryAction.OPEN_FOLDER, "folder", self.tr("Open folder"), True),
            (EntryAction.VERIFY, "check", self.tr("Verify"), idle and entry.problem is not FileProblem.MISSING),
            (EntryAction.SHRINK, "shrink", self.tr("Make smaller…"), idle and entry.problem is None),
        ]
        for action, image, words, possible in rows:
            added = menu.addAction(icon(image, muted), words)
            added.setEnabled(possible)
            added.triggered.connect(lambda _checked=False, action=action: self._ask(action))
        if entry.builtin:
            return menu
        menu.addSeparator()
        words = self.tr("Remove from the list") if entry.linked else self.tr("Delete")
        delete = menu.addAction(icon("trash", self._theme.colours.bad), words)
        delete.setShortcut("Del")
        delete.triggered.connect(lambda: self._ask(EntryAction.DELETE))
        return menu

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        marked = self.content is not None and self.content.marked
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("hover") if marked or self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.use.isEnabled():
                self._ask(EntryAction.USE)
            case Qt.Key.Key_Space:
                self._ask(EntryAction.SELECT)
            case Qt.Key.Key_Delete if self.content is not None and not self.content.entry.builtin:
                self._ask(EntryAction.DELETE)
            case _:
                super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ask(EntryAction.SELECT)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ask(EntryAction.SELECT)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def _ask(self, action: EntryAction) -> None:
        if self.content is not None:
            self.asked.emit(self.content.entry.id, action)

    def _build(self) -> None:
        words = QWidget(self)
        flow = FlowLayout(words, 10)
        for widget in (self.quant, self.facts, *self.tags):
            flow.addWidget(widget)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(words, 1)
        top.addWidget(self.use)
        top.addWidget(self.more)
        self._remedy_row = QWidget(self)
        remedies = FlowLayout(self._remedy_row)
        for button in self.remedies:
            remedies.addWidget(button)
        self._work_row = QWidget(self)
        work = QHBoxLayout(self._work_row)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(12)
        work.addWidget(self.work)
        work.addWidget(self.gauge, 1)
        work.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 6, 6)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.problem)
        column.addWidget(self._remedy_row)
        column.addWidget(self._work_row)

    def _connect(self) -> None:
        self.use.clicked.connect(lambda: self._ask(EntryAction.USE))
        self.more.clicked.connect(self._open_menu)
        self.cancel.clicked.connect(lambda: self._ask(EntryAction.CANCEL))
        self._remedy_actions = [EntryAction.LOOK_AGAIN, EntryAction.DELETE]
        for number, button in enumerate(self.remedies):
            button.clicked.connect(lambda _checked=False, number=number: self._ask(self._remedy_actions[number]))

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _show_tags(self, content: RowContent) -> None:
        entry = content.entry
        used = {
            UseState.NONE: "",
            UseState.LOADING: self.tr("loading…"),
            UseState.LOADED: self.tr("in use"),
        }[content.use]
        self.tags[0].show_words(used, TagTone.GOOD)
        own = self.tr("your own file") if entry.linked else self.tr("built in") if entry.builtin else ""
        hint = self.tr("Parley uses it where it is and never deletes it.") if entry.linked else ""
        self.tags[1].show_words(own, TagTone.PLAIN, hint)
        newer = self.tr("update available") if entry.update_available else ""
        self.tags[2].show_words(newer, TagTone.WARN)

    def _show_buttons(self, content: RowContent) -> None:
        entry = content.entry
        self.use.set_words(self.tr("Use"), self.tr("Answer with this model from now on"))
        self.use.setAccessibleName(self.tr("Use {name}").format(name=f"{entry.name} {self.quant.text()}"))
        self.use.setVisible(entry.problem is None)
        self.use.setEnabled(entry.problem is None and content.use is UseState.NONE)
        self.more.set_hint(self.tr("More for {name}").format(name=f"{entry.name} {self.quant.text()}"))

    def _show_problem(self, entry: LibraryEntry) -> None:
        show_line(self.problem, _problem_words(entry))
        again = entry.source is not None and bool(entry.repository) and entry.problem is not FileProblem.UNREADABLE
        wanted = entry.problem is not None or entry.update_available
        self._remedy_row.setVisible(wanted)
        if not wanted:
            return
        first = EntryAction.DOWNLOAD_AGAIN if again else EntryAction.LOOK_AGAIN
        self._remedy_actions = [first, EntryAction.DELETE]
        newer = entry.problem is None
        words = self.tr("Download again…") if again else self.tr("Look again")
        self.remedies[0].set_words(self.tr("Show the update…") if newer else words)
        self.remedies[1].set_words(self.tr("Remove from the list") if entry.linked else self.tr("Delete"))
        self.remedies[1].setVisible(not newer and not entry.builtin)

    def _show_job(self, job: Job | None) -> None:
        self._work_row.setVisible(job is not None)
        if job is None:
            return
        words = {
            JobKind.ADD: self.tr("Reading the file…"),
            JobKind.INSPECT: self.tr("Reading the file…"),
            JobKind.VERIFY: self.tr("Verifying… {percent}"),
            JobKind.QUANTIZE: self.tr("Making a smaller copy… {percent}"),
        }[job.kind]
        self.work.setText(words.format(percent=percent(job.done, job.total)))
        self.gauge.set_fraction(job.done / job.total if job.total else 0.0)
        self.cancel.set_words(self.tr("Cancel"))


def _problem_words(entry: LibraryEntry) -> str:
    if entry.problem is None:
        return ""
    problem = file_problem(FileFailed(request_id="", problem=entry.problem, detail=entry.detail), entry.name)
    return f"{problem.sentence} {problem.advice}".strip()
