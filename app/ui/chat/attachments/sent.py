"""The documents of a message that was sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from app.chat.conversation import AttachmentPart, Message
from app.ui.chat.attachments.chip import HEIGHT, WIDTH, ChipText, DocumentChip
from app.ui.chat.attachments.opening import open_part
from app.ui.chat.attachments.words import part_line
from app.ui.theme import Theme

GAP = 8


class SentDocuments(QWidget):
    """Chips from the end side, line by line; a click shows the document."""

    def __init__(
        self, theme: Theme, parts: Sequence[AttachmentPart], messages: Callable[[], Sequence[Message]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._parts, self._messages = theme, list(parts), messages
        self.chips: list[DocumentChip] = []
        for part in self._parts:
            self.chips.append(self._chip(part))
        self.retranslate()

    @property
    def parts(self) -> list[AttachmentPart]:
        """What is shown."""
        return self._parts

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.setAccessibleName(self.tr("Attached files"))
        for chip, part in zip(self.chips, self._parts, strict=True):
            chip.show_text(ChipText(part.name, part_line(part), (part.text or part.sent_text)[:300]))

    def fit(self, width: int) -> int:
        """Lay out for this many pixels and return the height, with the gap below."""
        chip = min(WIDTH, width)
        per_line = max(1, (width + GAP) // (chip + GAP))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for index, widget in enumerate(self.chips):
            row, column = divmod(index, per_line)
            in_row = min(per_line, len(self.chips) - row * per_line)
            from_end = (in_row - 1 - column) * (chip + GAP)
            left = from_end if mirrored else width - chip - from_end
            widget.setGeometry(QRect(left, row * (HEIGHT + GAP), chip, HEIGHT))
        return -(-len(self.chips) // per_line) * (HEIGHT + GAP)

    def _chip(self, part: AttachmentPart) -> DocumentChip:
        chip = DocumentChip(self._theme, self)
        chip.clicked.connect(lambda: open_part(self._theme, part, self.window(), self._messages()))
        chip.show()
        return chip
