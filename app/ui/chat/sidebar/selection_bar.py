"""What can be done with several conversations at once; below the list while more than one is selected."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.flat_button import ICON, FlatButton
from app.ui.widgets.text_label import text_label


class SelectionBar(Card):
    """Says how many, and offers to move, archive, export and delete them."""

    move_wanted = Signal()
    archive_wanted = Signal()
    export_wanted = Signal()
    delete_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, "background")
        self._count = 0
        self._archived = False
        self.words = text_label(self, "strong", wraps=False)
        self.close_button = FlatButton(theme, ICON, "close", self)
        self.move_button = FlatButton(theme, ICON, "folder", self)
        self.archive_button = FlatButton(theme, ICON, "archive", self)
        self.export_button = FlatButton(theme, ICON, "save", self)
        self.delete_button = FlatButton(theme, ICON, "trash", self)
        self._build()
        self.close_button.clicked.connect(self.closed)
        self.move_button.clicked.connect(self.move_wanted)
        self.archive_button.clicked.connect(self.archive_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.delete_button.clicked.connect(self.delete_wanted)
        self.hide()

    def show_count(self, count: int, *, archived: bool) -> None:
        """Show the bar for so many conversations; fewer than two hide it."""
        self._count, self._archived = count, archived
        self.setVisible(count > 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        number = QLocale().toString(self._count)
        self.words.setText(self.tr("{number} selected").format(number=number))
        self.move_button.set_hint(self.tr("Move to a folder"))
        self.archive_button.set_hint(self.tr("Take out of the archive") if self._archived else self.tr("Archive"))
        self.export_button.set_hint(self.tr("Export…"))
        self.delete_button.set_hint(self.tr("Delete"))
        self.close_button.set_hint(self.tr("Select none"))

    def _build(self) -> None:
        head, row = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.close_button)
        for button in (self.move_button, self.archive_button, self.export_button, self.delete_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 6, 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row)
