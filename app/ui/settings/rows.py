"""What the settings are made of: rows with a name, a note and a control, gathered in sections that can be searched."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import set_kind
from app.ui.widgets.text_label import show_line, text_label

SIDE = 8
LINE = 32


class SettingRow(QWidget):
    """``note`` may change later. A wide one has its control below its name, over the whole width."""

    def __init__(self, name: str, control: QWidget, note: str = "", *, words: str = "", wide: bool = False) -> None:
        """``words``: what else a person may search it by."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = words
        self.control = control
        self.name = text_label(self, "body")
        self.name.setText(name)
        self.note = text_label(self, "small")
        show_line(self.note, note)
        if control.focusPolicy() != Qt.FocusPolicy.NoFocus and not control.accessibleName():
            control.setAccessibleName(name)
        if note and not control.accessibleDescription():
            control.setAccessibleDescription(note)
        self._place(wide=wide)

    def matches(self, wanted: list[str]) -> bool:
        """Whether every one of these words stands somewhere in it."""
        text = f"{self.name.text()} {self.note.text()} {self._words} {_words_of(self.control)}".casefold()
        return all(word in text for word in wanted)

    def highlight(self, *, found: bool) -> None:
        """Let it stand out, or not."""
        set_kind(self, "row-found" if found else "row")

    def _place(self, *, wide: bool) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.note)
        grid = QGridLayout(self)
        grid.setContentsMargins(SIDE, 6, SIDE, 6)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.addLayout(words, 0, 0)
        if wide:
            self.name.setVisible(bool(self.name.text()))
            grid.addWidget(self.control, 1, 0)
            return
        words.addStretch(1)
        for widget in (self.name, self.control):  # a word and a button beside a name stand on one line with it
            widget.setMinimumHeight(max(LINE, widget.minimumHeight()))
        grid.addWidget(self.control, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 6)


class Section(QWidget):
    """A heading and rows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.rows: list[SettingRow] = []
        self.heading = text_label(self, "heading")
        self.heading.setText(name)
        self.heading.setContentsMargins(SIDE, 0, SIDE, 4)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 12)
        self.column.setSpacing(2)
        self.column.addWidget(self.heading)

    def add(self, row: SettingRow) -> SettingRow:
        """Append a row."""
        self.rows.append(row)
        self.column.addWidget(row)
        return row

    def search(self, text: str) -> bool:
        """Show only the rows that have all words of ``text``, "" shows every one; say whether one is left."""
        wanted = text.casefold().split()
        whole = all(word in self.name.casefold() for word in wanted)  # then all of it was meant
        left = False
        for row in self.rows:
            found = row.matches(wanted)
            row.setVisible(found or whole)
            row.highlight(found=bool(wanted) and found)
            left = left or found or whole
        return left


def line_of(*widgets: QWidget, stretch: bool = False) -> QWidget:
    """Return a line of widgets; the first takes what is free, or nobody does."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 0 if number or stretch else 1, Qt.AlignmentFlag.AlignVCenter)
    if stretch:
        row.addStretch(1)
    return box


def stacked(*widgets: QWidget) -> QWidget:
    """Return a column of widgets."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
    return box


def _words_of(control: QWidget) -> str:
    """Return what a person reads in a control."""
    parts = [control, *control.findChildren(QWidget)]
    texts = [part.text() for part in parts if isinstance(part, QLabel)]
    return " ".join([*texts, *(part.accessibleName() for part in parts)])
