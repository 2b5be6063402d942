"""The list of keyboard shortcuts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from app.ui.dialogs.dialog import Dialog
from app.ui.theme import set_kind
from app.ui.widgets.keys import native_keys


@dataclass(frozen=True)
class Shortcut:
    """One row. ``keys`` is portable text such as "Ctrl+N"."""

    keys: str
    text: str


class ShortcutsDialog(Dialog):
    """Two columns: what it does, which keys."""

    def __init__(self, shortcuts: list[Shortcut], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keyboard shortcuts"), parent)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        for row, shortcut in enumerate(shortcuts):
            words = QLabel(shortcut.text, content)
            words.setWordWrap(True)
            keys = QLabel(native_keys(shortcut.keys), content)
            set_kind(keys, "keys")
            grid.addWidget(words, row, 0)
            grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        area = QScrollArea(self)
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(content)
        area.setMinimumHeight(min(560, content.sizeHint().height() + 4))
        self.column.addWidget(area, 1)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
