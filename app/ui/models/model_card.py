"""One model of the library with all its files, a row for each quant."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalog.library import LibraryEntry
from app.ui.models.entry_row import EntryAction, EntryRow, RowContent
from app.ui.models.file_words import parameters, shape_words, thinking_words
from app.ui.theme import Theme, set_kind
from app.ui.widgets.card import Card
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.text_label import show_line, text_label


class ModelCard(Card):
    """Rows are kept while their file is there, so that the keyboard stays where it is."""

    asked = Signal(str, object)  # id, EntryAction

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.title = ElidedLabel(self)
        set_kind(self.title, "card-title")
        self.facts = text_label(self, "muted")
        self.rows: dict[str, EntryRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 10, 10)
        self._column.setSpacing(4)
        self._column.addWidget(self.title)
        self._column.addWidget(self.facts)
        self._column.addSpacing(4)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._lines)

    def show_rows(self, contents: list[RowContent]) -> None:
        """Show these files, in this order; there is at least one."""
        best = next((c.entry for c in contents if c.entry.shape is not None), contents[0].entry)
        self.title.show_text(self.tr("Starter model") if best.builtin else best.name)
        show_line(self.facts, " · ".join(_facts(best)))
        wanted = {content.entry.id for content in contents}
        for key in [key for key in self.rows if key not in wanted]:
            gone = self.rows.pop(key)
            self._lines.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for number, content in enumerate(contents):
            row = self.rows.get(content.entry.id) or self._new_row(content.entry.id)
            if self._lines.indexOf(row) != number:
                self._lines.insertWidget(number, row)
            row.show_content(content)

    def _new_row(self, key: str) -> EntryRow:
        row = EntryRow(self._theme, self)
        row.asked.connect(self._pass_on)
        self.rows[key] = row
        return row

    def _pass_on(self, key: str, action: EntryAction) -> None:
        self.asked.emit(key, action)


def _facts(entry: LibraryEntry) -> list[str]:
    words = [thinking_words(entry.thinking)] if entry.thinking is not None else []
    if entry.shape is not None:
        words = [parameters(entry.shape.parameters), *words, *shape_words(entry.shape)]
    return [word for word in words if word]
