"""The documents above the message that is being written, and the question what to do with one that is too long."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.chat.conversation import AttachmentPart
from app.session.attachments.attachment_items import Chip, ChipState, Choice, Readiness
from app.session.attachments.attachments_session import AttachmentsSession
from app.ui.chat.attachments.chip import HEIGHT, ChipText, DocumentChip, Tone
from app.ui.chat.attachments.opening import open_chip
from app.ui.chat.attachments.words import chip_line, tokens_words
from app.ui.theme import Theme, set_kind
from app.ui.widgets.card import Card
from app.ui.widgets.flat_button import PILL, FlatButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text_label import text_label

GAP = 8
MOST_LINES = 3


class AttachmentTray(QWidget):
    """Hidden while nothing is attached. ``changed`` is for whoever sends."""

    changed = Signal()
    text_wanted = Signal(str)  # a pasted text goes back into the message
    pasted_removed = Signal(object)  # attaches the text again; a file is still where it was

    def __init__(self, theme: Theme, session: AttachmentsSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._session = theme, session
        self._chips: dict[str, DocumentChip] = {}
        self._row = QWidget()
        self._scroll = QScrollArea(self)
        self._flow = FlowLayout(self._row, gap=GAP, line_gap=GAP)
        self.question = TooLongCard(theme, self)
        self.question.chosen.connect(session.choose)
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
        column.addWidget(self.question)
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
        self.question.show_chip(_in_question(chips), self._session.room)
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
        chip, text = next(chip for chip in self._session.chips if chip.id == chip_id), self._session.text_of(chip_id)
        self._session.remove(chip_id)
        if chip.pasted and text:
            self.pasted_removed.emit(partial(self._session.add_text, chip.name, text))
        left = list(self._chips.values())
        if held and left:
            left[min(place, len(left) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif held:
            self.text_wanted.emit("")


class TooLongCard(Card):
    """Says that a document does not fit, and offers what can be done; while a summary is made it can be stopped."""

    chosen = Signal(str, object)  # chip, Choice

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._chip = ""
        self.sentence: QLabel = text_label(self, "card-sentence")
        self.relevant = FlatButton(theme, PILL, "search", self)
        self.summary = FlatButton(theme, PILL, "shrink", self)
        self.stop = FlatButton(theme, PILL, "stop", self)
        self.relevant.clicked.connect(lambda: self.chosen.emit(self._chip, Choice.RELEVANT))
        self.summary.clicked.connect(lambda: self.chosen.emit(self._chip, Choice.SUMMARY))
        self.stop.clicked.connect(lambda: self.chosen.emit(self._chip, Choice.ALL))
        buttons = FlowLayout(gap=8, line_gap=8)
        for button in (self.relevant, self.summary, self.stop):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.sentence)
        column.addLayout(buttons)
        self.hide()

    def show_chip(self, chip: Chip | None, room: int) -> None:
        """Ask about this document; None asks nothing."""
        self.setVisible(chip is not None)
        if chip is None:
            return
        self._chip = chip.id
        working = chip.state is ChipState.WORKING
        name = " ".join(chip.name.split())
        if working:
            words = self.tr("The model reads “{name}” part by part. You can go on writing.").format(name=name)
        else:
            words = self.tr("“{name}” is too long for this model: {tokens}, and {room} are free.").format(
                name=name, tokens=tokens_words(chip.tokens), room=QLocale().toString(room)
            )
        self.sentence.setText(words)
        self.relevant.set_words(
            self.tr("Send the matching parts"), self.tr("The paragraphs that fit your question; the answer cites them")
        )
        self.summary.set_words(
            self.tr("Summarise it first"), self.tr("The model reads all of it, part by part; this takes a while")
        )
        self.stop.set_words(self.tr("Stop summarising"))
        self.relevant.setVisible(not working)
        self.summary.setVisible(not working)
        self.stop.setVisible(working)


def _in_question(chips: Sequence[Chip]) -> Chip | None:
    summarised = (chip for chip in chips if chip.state is ChipState.WORKING and chip.choice is Choice.SUMMARY)
    return next(summarised, None) or next((chip for chip in chips if chip.too_long), None)


def _text(chip: Chip) -> ChipText:
    progress = None
    if chip.state in {ChipState.READING, ChipState.WORKING}:
        progress = chip.done / chip.total if chip.total else -1.0
    tone = Tone.BAD if chip.state is ChipState.FAILED else Tone.WARN if chip.too_long else Tone.PLAIN
    return ChipText(chip.name, chip_line(chip), chip.preview[:300], tone, "file", progress)
