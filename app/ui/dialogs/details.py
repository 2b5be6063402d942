"""The technical lines behind a problem, to read and to copy."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.session.notices import Problem
from app.ui.dialogs.dialog import Dialog
from app.ui.theme import Theme, set_kind

WIDTH = 640


class DetailsDialog(Dialog):
    """Sentence, advice, log lines."""

    def __init__(self, theme: Theme, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What happened"), parent, WIDTH)
        self._problem = problem
        self.add_text(problem.sentence)
        if problem.advice:
            self.add_text(problem.advice, "muted")
        self.lines = QPlainTextEdit(problem.details, self)
        self.lines.setReadOnly(True)
        self.lines.setFont(theme.code_font())
        self.lines.setMinimumHeight(220)
        self.lines.setAccessibleName(self.tr("Technical details"))
        set_kind(self.lines, "log")
        self.column.addWidget(self.lines, 1)
        copy = self.add_button(self.tr("Copy"))
        copy.clicked.connect(self.copy)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)

    def copy(self) -> None:
        """Put everything on the clipboard."""
        problem = self._problem
        parts = filter(None, (problem.sentence, problem.advice, problem.details))
        QGuiApplication.clipboard().setText("\n\n".join(parts))
