"""From a wish to export or import to what is said about it at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLocale, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.chat.conversation import Conversation
from app.chat.exporting.api import ExportFormat
from app.chat.exporting.pdf_process import PdfProcess
from app.chat.importing.report import ImportReport
from app.session.keeping.transfer_session import TransferSession
from app.session.notices import Notice, NoticeAction, Problem, Severity
from app.ui.theme import Theme
from app.ui.transfer.export_dialog import ExportChoice, ExportDialog
from app.ui.transfer.import_report_dialog import ImportReportDialog
from app.ui.transfer.transfer_bar import TransferBar
from app.ui.widgets.dropped import may_be_conversations
from app.ui.widgets.toast import ToastText

if TYPE_CHECKING:
    from app.chat.exporting.run import ExportReport

KINDS = "*.json *.zip *.chat"


class TransferWindow(Protocol):
    """The part of ``MainWindow`` that is needed here."""

    def show_toast(self, content: ToastText) -> None:
        """Show passing words."""

    def show_notice(self, notice: Notice) -> None:
        """Show a notice."""


class TransferFlow(QObject):
    """``imported`` says that the list is another one; ``show_wanted`` asks for a conversation."""

    imported = Signal()
    show_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        session: TransferSession,
        bar: TransferBar,
        title_of: Callable[[str], Conversation | None],
        window: TransferWindow,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._session, self._bar = theme, session, bar
        self._title_of, self._window, self._parent = title_of, window, parent
        self._waiting: list[Path] = []
        self._reading = ""
        self._told = False  # a report has said what failed
        session.changed.connect(self._show_progress)
        session.exported.connect(self._exported)
        session.imported.connect(self._imported)
        session.failed.connect(self._failed)
        bar.stopped.connect(self._stop)

    def export(self, ids: Sequence[str]) -> ExportDialog | None:
        """Ask how to export these conversations; None: there are none, or something is under way."""
        if not ids or self._is_busy():
            return None
        row = self._title_of(ids[0])
        dialog = ExportDialog(self._theme, ids, row.title if row is not None else "", self._parent)
        dialog.chosen.connect(self._export)
        dialog.open()
        return dialog

    def ask_for_files(self) -> None:
        """Ask what to import."""
        kinds = self.tr("Conversations of Parley, ChatGPT, LM Studio, GPT4All ({kinds})").format(kinds=KINDS)
        paths, _kind = QFileDialog.getOpenFileNames(self._parent, self.tr("Import conversations"), "", kinds)
        self.bring([Path(path) for path in paths])

    def bring(self, paths: Sequence[Path]) -> None:
        """Import files, one after the other."""
        if paths and not self._is_busy():
            self._waiting = list(paths)
            self._next()

    def sort(self, paths: Sequence[Path], attach: Callable[[list[Path]], None]) -> None:
        """Import those of the files that hold conversations; ``attach`` gets the others."""

        def sorted_out(holding: list[Path]) -> None:
            attach([path for path in paths if path not in holding])
            self.bring(holding)

        self._session.find_conversations([path for path in paths if may_be_conversations(path)], sorted_out)

    def _is_busy(self) -> bool:
        if self._session.busy:
            self._window.show_toast(ToastText(self.tr("One moment: another export or import is still under way.")))
        return self._session.busy

    def _export(self, choice: ExportChoice) -> None:
        metric = QLocale().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
        draw = PdfProcess(QGuiApplication.font().family(), metric=metric) if choice.format is ExportFormat.PDF else None
        self._session.export(choice.ids, choice.format, choice.path, thoughts=choice.thoughts, draw=draw)

    def _next(self) -> None:
        if self._waiting:
            path = self._waiting.pop(0)
            self._reading = path.name
            self._session.import_file(path)

    def _stop(self) -> None:
        self._waiting.clear()
        self._session.cancel()

    def _show_progress(self) -> None:
        self._bar.show_state(self._session.state, self._session.progress)

    def _exported(self, report: ExportReport) -> None:
        words = self.tr("Saved as {name}.").format(name=report.path.name)
        if report.missing:
            gone = QLocale().toString(len(report.missing))
            words = self.tr("Saved as {name}; {number} were gone meanwhile.").format(name=report.path.name, number=gone)
        self._window.show_toast(ToastText(words, self.tr("Show the folder"), partial(_open_folder, report.path)))

    def _imported(self, report: ImportReport) -> None:
        self._told = report.failure is not None
        if report.imported or report.grown:
            self.imported.emit()
        plain = not (report.skipped or report.failure or report.copies or report.already_there or report.grown)
        if report.imported and plain:
            number = QLocale().toString(report.imported)
            words = self.tr("Imported conversations: {number}").format(number=number)
            show = partial(self.show_wanted.emit, report.ids[0]) if report.ids else None
            self._window.show_toast(ToastText(words, self.tr("Show") if show else "", show))
        else:
            dialog = ImportReportDialog(report, self._reading, self._parent)
            dialog.show_wanted.connect(self.show_wanted)
            dialog.open()
        self._next()

    def _failed(self, problem: Problem) -> None:
        told, self._told = self._told, False
        if not told:
            text = f"{problem.sentence} {problem.advice}".strip()
            action = NoticeAction.SHOW_DETAILS if problem.details else NoticeAction.NONE
            self._window.show_notice(Notice(Severity.ERROR, text, action, problem.details))


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
