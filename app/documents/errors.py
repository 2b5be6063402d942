"""How a reader says that a document cannot be read."""

from __future__ import annotations

from app.documents.api import DocumentProblem


class DocumentError(Exception):
    """The world's fault, with a code. ``detail`` is a fact, no sentence."""

    def __init__(self, problem: DocumentProblem, detail: str = "") -> None:
        super().__init__(f"{problem}: {detail}")
        self.problem = problem
        self.detail = detail
