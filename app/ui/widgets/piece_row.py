"""A row of removable pieces: queued messages, long pastes, later files."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets.flat_button import FlatButton, Look

PIECE = Look(height=32, radius=10, font_size=13, border="line", background="panel", gap=6, icon_size=16)
REMOVE = Look(height=32, padding=7, text="muted", icon_size=16)


class PieceRow(QWidget):
    """One line per piece: a button with its words and one that removes it."""

    opened = Signal(int)
    removed = Signal(int)

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_pieces(self, pieces: list[tuple[str, str]], remove: str) -> None:
        """Show these (words, tooltip) pieces; ``remove`` names the button that removes one."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(index, piece, remove) for index, piece in enumerate(pieces)]
        self.setVisible(bool(pieces))

    def buttons(self) -> list[FlatButton]:
        """Return all buttons, two per piece."""
        return [button for line in self._lines for button in line.findChildren(FlatButton)]

    def _line(self, index: int, piece: tuple[str, str], remove: str) -> QWidget:
        line = QWidget(self)
        words = FlatButton(self._theme, PIECE, self._icon, line)
        words.set_words(piece[0], piece[1])
        words.clicked.connect(lambda: self.opened.emit(index))
        cross = FlatButton(self._theme, REMOVE, "close", line)
        cross.set_hint(remove)
        cross.clicked.connect(lambda: self.removed.emit(index))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(words)
        row.addWidget(cross)
        row.addStretch(1)
        self._column.addWidget(line)
        return line
