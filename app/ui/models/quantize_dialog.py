"""Making a smaller copy of a model: which size, and whether there is room for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from app.catalog.library import LibraryEntry
from app.session.models.library_jobs import QuantizeOffer
from app.ui.dialogs.dialog import Dialog
from app.ui.models.measures import file_size
from app.ui.widgets.text_label import text_label

WIDTH = 520


class QuantizeDialog(Dialog):
    """``chosen`` carries the type, such as "Q4_K_M"."""

    chosen = Signal(str)

    def __init__(
        self, entry: LibraryEntry, offers: Sequence[QuantizeOffer], free: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Make a smaller copy"), parent, WIDTH)
        self._offers = list(offers)
        name = f"{entry.name} {entry.shape.quantization if entry.shape else ''}".strip()
        words = self.tr("The copy needs less memory and answers faster, and loses a little quality. “{name}” stays.")
        self.add_text(words.format(name=name))
        self.choices = QButtonGroup(self)
        for number, offer in enumerate(self._offers):
            self._add_choice(number, offer, entry.file_bytes)
        if not self._offers:
            self.add_text(self.tr("This file cannot be made smaller: only F32, F16, BF16 and Q8_0 files can."), "muted")
        elif not any(offer.fits_disk for offer in self._offers):
            self.add_text(self.tr("There is not enough room on the disk for any of them."), "warn")
        room = self.tr("Free on this disk: {size}. It takes a few minutes and can be cancelled.")
        self.add_text(room.format(size=file_size(free)), "muted")
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.start = self.add_button(self.tr("Make the copy"), "primary")
        self.start.clicked.connect(self._choose)
        self.choices.idToggled.connect(lambda _number, _on: self._check())
        self._check()

    def _add_choice(self, number: int, offer: QuantizeOffer, original: int) -> None:
        button = QRadioButton(offer.type, self)
        button.setEnabled(offer.fits_disk)
        size = text_label(self, "muted", wraps=False)
        saved = round(100 * (1 - offer.bytes / original)) if original else 0
        words = self.tr("about {size}, {percent} % smaller").format(
            size=file_size(offer.bytes), percent=QLocale().toString(max(0, saved))
        )
        size.setText(words if offer.fits_disk else self.tr("{size}: no room").format(size=file_size(offer.bytes)))
        button.setAccessibleName(f"{offer.type}, {size.text()}")
        row = QHBoxLayout()
        row.addWidget(button, 1)
        row.addWidget(size)
        self.column.addLayout(row)
        self.choices.addButton(button, number)
        if offer.fits_disk and self.choices.checkedId() < 0 and offer.type in {"Q4_K_M", self._offers[-1].type}:
            button.setChecked(True)

    def _check(self) -> None:
        self.start.setEnabled(self.choices.checkedId() >= 0)

    def _choose(self) -> None:
        self.chosen.emit(self._offers[self.choices.checkedId()].type)
        self.accept()
