"""Which columns of a table are translated, each with its first text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.translate.documents.unit import Column
from app.ui.dialogs.dialog import Dialog
from app.ui.theme import Theme
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.text_label import text_label

WIDTH = 520
SAMPLE = 160  # letters
TALLEST = 360


class ColumnsDialog(Dialog):
    """``chosen`` has the indexes."""

    chosen = Signal(list)

    def __init__(self, theme: Theme, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Which columns are to be translated?"), parent, WIDTH)
        self.add_text(self.tr("The others stay as they are in “{name}”.").format(name=name), "muted")
        self._columns = list(columns)
        self.boxes: list[CheckBox] = []
        inside = ScrollColumn(self, 2)
        inside.set_sides(0, 8)
        for number, column in enumerate(self._columns, start=1):
            box = CheckBox(theme, column.name or self.tr("Column {number}").format(number=number), inside.inside)
            box.setAccessibleDescription(column.sample)
            box.toggled.connect(self._show_buttons)
            self.boxes.append(box)
            sample = text_label(inside.inside, "hint")
            sample.setIndent(30)
            sample.setText(" ".join(column.sample[:SAMPLE].split()))
            inside.column.addWidget(box)
            inside.column.addWidget(sample)
        inside.column.addStretch(1)
        inside.setMinimumHeight(min(TALLEST, 60 * len(self._columns) + 40))
        self.column.addWidget(inside, 1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.close)
        self.translate = self.add_button(self.tr("Translate"), "primary")
        self.translate.clicked.connect(self._take)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.translate.setEnabled(any(box.isChecked() for box in self.boxes))

    def _take(self) -> None:
        pairs = zip(self._columns, self.boxes, strict=True)
        self.chosen.emit([column.index for column, box in pairs if box.isChecked()])
        self.close()
