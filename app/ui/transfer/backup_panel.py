"""Copies of the conversations: when the last one was made, putting one back, checking, and mending what is damaged.

A widget for the settings. It keeps nothing itself; ``refresh`` follows the session.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, assert_never

from PySide6.QtCore import QDateTime, QEvent, QLocale, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.session.keeping.backup_session import BackupState
from app.session.keeping.backup_wording import salvage_sentence
from app.session.notices import Problem
from app.ui.dialogs.dialog import Dialog
from app.ui.models.measures import file_size
from app.ui.theme import Theme, set_kind
from app.ui.widgets.card import Card
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.text_label import show_line, text_label

if TYPE_CHECKING:
    from app.chat.backups import Backup
    from app.chat.salvage import SalvageReport

MOST_SHOWN = 12
WIDTH, HEIGHT = 560, 360


class Backups(Protocol):
    """``BackupSession``."""

    @property
    def changed(self) -> SignalInstance:
        """Something below is another."""
        ...

    @property
    def state(self) -> BackupState:
        """What is being done."""
        ...

    @property
    def backups(self) -> Sequence[Backup]:
        """The copies, newest first."""
        ...

    @property
    def problem(self) -> Problem | None:
        """Why the last thing did not work."""
        ...

    @property
    def damage(self) -> bool | None:
        """What the last check found; None: there was none."""
        ...

    @property
    def salvaged(self) -> SalvageReport | None:
        """What the last mending came to."""
        ...

    def back_up_now(self) -> None:
        """Make a copy."""

    def restore(self, backup: Backup) -> None:
        """Put a copy in the place of the conversations."""

    def check(self) -> None:
        """Read everything."""

    def salvage(self) -> None:
        """Keep what can be read."""


class RestoreDialog(Dialog):
    """Says what will happen before anything does; ``accepted`` does it."""

    def __init__(self, when: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Put this copy back?"), parent)
        words = self.tr(
            "Your conversations will be as they were on {date}. What was said since then is kept in a file beside "
            "them, but not shown any more."
        )
        self.add_text(words.format(date=when))
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.restore = self.add_button(self.tr("Put back"), "primary")
        self.restore.clicked.connect(self.accept)


class BackupPanel(QWidget):
    """``opened`` carries a dialog that was opened, for whoever wants to follow it."""

    opened = Signal(object)

    def __init__(
        self, theme: Theme, session: Backups, cannot_open: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        """``cannot_open``: whether the conversations did not open in this session."""
        super().__init__(parent)
        self._session, self._cannot_open = session, cannot_open
        self.last = text_label(self, "strong")
        self.what = text_label(self, "muted")
        self.back_up = QPushButton(self)
        self.check = QPushButton(self)
        self.health = text_label(self)
        self.mend = QPushButton(self)
        self.problem = text_label(self, "problem")
        self.heading = text_label(self, "panel-title")
        self.rows = Card(theme, self)
        self._list = QVBoxLayout(self.rows)
        self._build()
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the session as it is now."""
        session = self._session
        idle = session.state is BackupState.IDLE
        for button in (self.back_up, self.check, self.mend):
            button.setEnabled(idle)
        self.what.setText(
            self.tr(
                "A copy is made every day, encrypted like the conversations themselves, and stays on this computer."
            )
        )
        self.back_up.setText(self.tr("Make a copy now"))
        self.check.setText(self.tr("Check the conversations"))
        self.mend.setText(self.tr("Save what can be read"))
        self.last.setText(self._last_words())
        self._show_health()
        self._show_problem(session.problem)
        self.heading.setText(self.tr("Copies"))
        self.heading.setVisible(bool(session.backups))
        self._show_backups(session.backups, idle=idle)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.refresh()
        super().changeEvent(event)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back_up)
        buttons.addWidget(self.check)
        buttons.addStretch(1)
        mend = QHBoxLayout()
        mend.addWidget(self.mend)
        mend.addStretch(1)
        self._list.setContentsMargins(12, 6, 12, 6)
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for piece in (self.last, self.what):
            column.addWidget(piece)
        column.addLayout(buttons)
        column.addWidget(self.health)
        column.addLayout(mend)
        column.addWidget(self.problem)
        column.addWidget(self.heading)
        column.addWidget(self.rows)
        column.addStretch(1)
        for button in (self.back_up, self.check, self.mend):
            button.setAutoDefault(False)
        self.back_up.clicked.connect(self._session.back_up_now)
        self.check.clicked.connect(self._session.check)
        self.mend.clicked.connect(self._session.salvage)

    def _last_words(self) -> str:
        match self._session.state:
            case BackupState.COPYING:
                return self.tr("A copy is being made…")
            case BackupState.CHECKING:
                return self.tr("Everything is being read…")
            case BackupState.RESTORING:
                return self.tr("The copy is being put back…")
            case BackupState.SALVAGING:
                return self.tr("What can be read is being saved…")
            case BackupState.IDLE:
                newest = next(iter(self._session.backups), None)
                if newest is None:
                    return self.tr("There is no copy of your conversations yet.")
                return self.tr("The last copy is from {date}.").format(date=when(newest))
            case other:
                assert_never(other)

    def _show_health(self) -> None:
        session = self._session
        words, kind = "", "body"
        broken = self._cannot_open()
        if broken:
            kind = "bad"
            words = self.tr("Your conversations could not be opened. Save what can be read, or put a copy back.")
        elif session.damage:
            words, kind = self.tr("The file with your conversations is damaged."), "bad"
        elif session.damage is False:
            words = self.tr("Everything was read, and all is well.")
        elif session.salvaged is not None:
            words = salvage_sentence(session.salvaged)
        set_kind(self.health, kind)
        show_line(self.health, words)
        self.mend.setVisible(broken or bool(session.damage))
        self.check.setVisible(not broken)
        self.back_up.setVisible(not broken)

    def _show_problem(self, problem: Problem | None) -> None:
        show_line(self.problem, f"{problem.sentence} {problem.advice}".strip() if problem else "")

    def _show_backups(self, backups: Sequence[Backup], *, idle: bool) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for backup in backups[:MOST_SHOWN]:
            self._list.addWidget(self._row(backup, idle=idle))
        self.rows.setVisible(bool(backups))

    def _row(self, backup: Backup, *, idle: bool) -> QWidget:
        row = QWidget(self.rows)
        date, size = QLabel(when(backup), row), text_label(row, "muted", wraps=False)
        size.setText(file_size(backup.bytes))
        button = QPushButton(self.tr("Put back…"), row)
        button.setAutoDefault(False)
        button.setEnabled(idle)
        button.setAccessibleName(self.tr("Put back the copy of {date}").format(date=when(backup)))
        set_kind(button, "link")
        button.clicked.connect(lambda: self._ask(backup))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(date, 1)
        layout.addWidget(size)
        layout.addSpacing(12)
        layout.addWidget(button)
        return row

    def _ask(self, backup: Backup) -> None:
        dialog = RestoreDialog(when(backup), self)
        dialog.accepted.connect(lambda: self._session.restore(backup))
        dialog.open()
        self.opened.emit(dialog)


class BackupDialog(Dialog):
    """The panel in a window of its own."""

    def __init__(self, panel: BackupPanel, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Copies of your conversations"), parent, WIDTH)
        area = ScrollColumn(self)
        area.set_sides(0, 0)
        area.setAccessibleName(self.windowTitle())
        area.setMinimumHeight(HEIGHT)
        area.column.addWidget(panel)
        self.column.addWidget(area, 1)
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)


def when(backup: Backup) -> str:
    """Return the day and time of a copy as they are written here."""
    at = QDateTime.fromSecsSinceEpoch(int(backup.made_at))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)
