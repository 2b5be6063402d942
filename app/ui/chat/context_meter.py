"""How full the model's context is: "1,204 / 16k", the words in the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme import set_kind

NEARLY_FULL = 0.85


def short_count(tokens: int) -> str:
    """Return a context size as people say it: 16384 is "16k"."""
    locale = QLocale()
    return f"{locale.toString(tokens // 1024)}k" if tokens >= 1024 else locale.toString(tokens)


class ContextMeter(QLabel):
    """Hidden while no model is loaded, coloured when nearly full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_context(0, 0)

    def show_context(self, used: int, size: int) -> None:
        """Show tokens used and the size in tokens; a size of 0 shows nothing."""
        self.setVisible(size > 0)
        if not size:
            return
        locale = QLocale()
        full = used >= size * NEARLY_FULL
        self.setText(f"{locale.toString(used)} / {short_count(size)}")
        words = self.tr("{used} of {size} tokens of the context are in use.").format(
            used=locale.toString(used), size=locale.toString(size)
        )
        advice = (
            self.tr("It is nearly full: start a new chat soon.")
            if full
            else self.tr("This is how much of the conversation the model keeps in mind.")
        )
        self.setToolTip(f"{words}\n{advice}")
        self.setAccessibleName(words)
        set_kind(self, "warn" if full else "muted")
