"""What an import came to: how many conversations are here now, and what was left out and why."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.chat.importing.report import ImportReport, Skipped
from app.session.keeping.transfer_wording import import_problem, skip_sentence
from app.ui.dialogs.dialog import Dialog
from app.ui.theme import set_kind

WIDTH = 520
MOST_SHOWN = 500
LIST_HEIGHT = 180


class ImportReportDialog(Dialog):
    """``show_wanted`` asks to show a conversation that was imported."""

    show_wanted = Signal(str)

    def __init__(self, report: ImportReport, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Import finished") if report.imported or report.grown else self.tr("Nothing was imported"),
            parent,
            WIDTH,
        )
        self.lines: list[str] = []
        for line in self._summary(report, name):
            self.lines.append(line)
            self.add_text(line)
        if report.skipped:
            self._add_skipped(report.skipped)
        if report.ids:
            show = self.add_button(self.tr("Show the first one"))
            show.clicked.connect(lambda: self._show(report.ids[0]))
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)

    def _show(self, conversation_id: str) -> None:
        self.show_wanted.emit(conversation_id)
        self.accept()

    def _summary(self, report: ImportReport, name: str) -> list[str]:
        lines = []
        if report.imported:
            messages = self.tr("%Ln message(s)", "", report.messages)
            words = self.tr("%Ln conversation(s) with {messages} are in the list now.", "", report.imported)
            lines.append(words.format(messages=messages))
        if report.copies:
            lines.append(self.tr("%Ln of them were here in another version; both are kept.", "", report.copies))
        if report.grown:
            words = self.tr("%Ln were here already and have gone on: what was new in them was added.", "", report.grown)
            lines.append(words)
        if report.already_there:
            words = self.tr("%Ln were here already, unchanged, and were left alone.", "", report.already_there)
            lines.append(words)
        if report.skipped:
            lines.append(self.tr("%Ln could not be taken over:", "", len(report.skipped)))
        if report.cancelled:
            lines.append(self.tr("You stopped it; what came in before is whole."))
        if report.failure is not None:
            problem = import_problem(report.failure, name)
            lines += filter(None, (problem.sentence, problem.advice))
        return lines or [self.tr("“{name}” holds no conversations.").format(name=name)]

    def _add_skipped(self, skipped: list[Skipped]) -> None:
        line = self.tr("{name}: {reason}")
        shown = [line.format(name=one.name or "–", reason=skip_sentence(one.reason)) for one in skipped[:MOST_SHOWN]]
        if len(skipped) > MOST_SHOWN:
            more = self.tr("… and {number} more").format(number=QLocale().toString(len(skipped) - MOST_SHOWN))
            shown.append(more)
        box = QPlainTextEdit(self)
        box.setReadOnly(True)
        box.setPlainText("\n".join(shown))
        box.setAccessibleName(self.tr("What could not be taken over"))
        box.setFixedHeight(LIST_HEIGHT)
        set_kind(box, "log")
        self.column.addWidget(box)
