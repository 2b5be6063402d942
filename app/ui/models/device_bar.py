"""One device's memory as a bar, with its numbers in words below."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.placement.plan import DeviceUse
from app.ui.models.placement_words import device_parts, device_title
from app.ui.theme import Theme, set_kind
from app.ui.widgets.stacked_bar import Piece, StackedBar
from app.ui.widgets.text_label import text_label


class DeviceBar(QWidget):
    """model · context · working memory · other programs · free."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = text_label(self, "muted")
        self.bar = StackedBar(theme, self)
        self.parts = text_label(self, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for widget in (self.title, self.bar, self.parts):
            column.addWidget(widget)

    def show_use(self, use: DeviceUse) -> None:
        """Show what the device holds after the load."""
        self.title.setText(device_title(use))
        self.parts.setText(device_parts(use))
        set_kind(self.parts, "small" if use.free_bytes >= 0 else "small-bad")
        total = max(1, use.total_bytes)
        pieces = [
            Piece(use.model_bytes / total, "accent"),
            Piece(use.context_bytes / total, "accent", 0.6),
            Piece(use.compute_bytes / total, "accent", 0.3),
            Piece(use.others_bytes / total, "faint"),
        ]
        self.bar.show_pieces(pieces, over=use.free_bytes < 0)
        self.setAccessibleName(f"{self.title.text()}: {self.parts.text()}")
