"""The documents above the message that is being written, and the question what to do with one that is too long."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.chat.conversation import AttachmentPart
from app.session.attachments.attachment_items import Chip, ChipState, Readiness
from app.session.attachments.attachments_session import AttachmentsSession
from app.ui.chat.attachments.chip import HEIGHT, ChipText, DocumentChip, Tone
from app.ui.chat.attachments.opening import open_chip
from app.ui.chat.attachments.too_long import MOST_CARDS, TooLongCard, in_question
from app.ui.chat.attachments.words import chip_line
from app.ui.theme import Theme, set_kind
from app.ui.widgets.flow import FlowLayout

GAP = 8
MOST_LINES = 3


class AttachmentTray(QWidget):
    """Hidden while nothing is attached. ``changed`` is for whoever sends."""

    changed = Signal()
    text_wanted = Signal(str)  # a pasted text goes back into the message
    removed = Signal(str, object)  # name, and what puts it back

    def __init__(self, theme: Theme, session: AttachmentsSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._session = theme, session
        self._chips: dict[str, DocumentChip] = {}
        self._row = QWidget()
        self._scroll = QScrollArea(self)
        self._flow = FlowLayout(self._row, gap=GAP, line_gap=GAP)
        self.question, *self.others = self.cards = [TooLongCard(theme, self) for _ in range(MOST_CARDS)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._scroll)
        self._scroll.setWidget(self._row)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_kind(self._scroll, "column")
        set_kind(self._row, "column-body")
        for card in self.cards:
            card.chosen.connect(session.choose)
            column.addWidget(card)
        session.changed.connect(self._show)
        self._show()

    @property
    def blocked(self) -> str:
        """Why the message cannot be sent yet; "" when it can."""
        match self._session.readiness:
            case Readiness.READING:
                return self.tr("The files are not ready yet.")
            case Readiness.TOO_LONG:
                return self.tr("Choose above what to send of the long file.")
            case Readiness.READY | Readiness.NOTHING:
                return ""

    @property
    def filled(self) -> bool:
        """Whether there is a document to be sent."""
        return self._session.readiness is not Readiness.NOTHING

    @property
    def known(self) -> list[AttachmentPart]:
        """What will be sent, as far as it does not depend on the words."""
        return self._session.known

    def take(self, words: str) -> list[AttachmentPart]:
        """Return the documents for a message with these words; the tray is empty then."""
        return self._session.take(words)

    def put_back(self, parts: Sequence[AttachmentPart]) -> None:
        """Attach again what a waiting message held."""
        self._session.put_back(parts)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach files."""
        self._session.add_files(paths)

    def add_pasted(self, text: str) -> None:
        """Attach a long text from the clipboard."""
        self._session.add_text(self.tr("Pasted text"), text)

    def ask_for_files(self) -> None:
        """Let the person choose files."""
        dialog = QFileDialog(self.window(), self.tr("Attach files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        known = (
            "*.txt *.md *.pdf *.docx *.html *.htm *.csv *.tsv *.json *.xml *.py *.js *.ts *.c *.cpp *.java *.rs *.go"
        )
        filters = [self.tr("Documents and code ({endings})").format(endings=known), self.tr("All files (*)")]
        dialog.setNameFilters(filters)
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.open()

    def chip_widgets(self) -> list[DocumentChip]:
        """Return the chips in their order."""
        return [self._chips[chip.id] for chip in self._session.chips]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        chips = self._session.chips
        for gone in self._chips.keys() - {chip.id for chip in chips}:
            widget = self._chips.pop(gone)
            self._flow.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for chip in chips:
            widget = self._chips.get(chip.id) or self._make(chip.id)
            widget.show_text(_text(chip))
        self._arrange([chip.id for chip in chips])
        for card, chip in zip_longest(self.cards, in_question(chips)):
            card.show_chip(chip, self._session.room)
        self.setVisible(bool(chips))
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """Be as high as the chips need at this width, up to some lines; then they scroll."""
        needed = self._flow.heightForWidth(self.width())
        self._scroll.setFixedHeight(max(HEIGHT, min(needed, MOST_LINES * (HEIGHT + GAP) - GAP)))

    def _make(self, chip_id: str) -> DocumentChip:
        widget = DocumentChip(self._theme, self._row, removable=True)
        widget.clicked.connect(lambda: self._open(chip_id))
        widget.removed.connect(lambda: self._remove(chip_id))
        self._chips[chip_id] = widget
        self._flow.addWidget(widget)
        widget.show()
        return widget

    def _arrange(self, order: list[str]) -> None:
        """Let them stand, and be walked over by keys, in this order: one that comes back goes where it was."""
        if list(self._chips) == order:
            return
        self._chips = {chip_id: self._chips[chip_id] for chip_id in order}
        widgets = list(self._chips.values())
        for widget in widgets:
            self._flow.removeWidget(widget)
            self._flow.addWidget(widget)
        for before, after in pairwise(widgets):
            QWidget.setTabOrder(before, after)

    def _open(self, chip_id: str) -> None:
        chip = next((chip for chip in self._session.chips if chip.id == chip_id), None)
        text = self._session.text_of(chip_id)
        if chip is not None and text:
            preview = open_chip(self._theme, chip, text, self.window())
            preview.text_wanted.connect(lambda: self._into_message(chip_id))

    def _into_message(self, chip_id: str) -> None:
        text = self._session.text_of(chip_id)
        self._session.remove(chip_id)
        self.text_wanted.emit(text)

    def _remove(self, chip_id: str) -> None:
        """Take a document away; the keyboard goes on with the next one."""
        order = list(self._chips)
        held = self._chips[chip_id].hasFocus()
        place = order.index(chip_id)
        name = self._chips[chip_id].shown.name
        put_back = self._session.remove(chip_id)
        if put_back is not None:
            self.removed.emit(name, put_back)
        left = list(self._chips.values())
        if held and left:
            left[min(place, len(left) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif held:
            self.text_wanted.emit("")


def _text(chip: Chip) -> ChipText:
    progress = None
    if chip.state in {ChipState.READING, ChipState.WORKING}:
        progress = chip.done / chip.total if chip.total else -1.0
    tone = Tone.BAD if chip.state is ChipState.FAILED else Tone.WARN if chip.too_long else Tone.PLAIN
    return ChipText(chip.name, chip_line(chip), chip.preview[:300], tone, "file", progress)
