"""What an empty conversation shows: what to do first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.icons import pixmap
from app.ui.theme import Theme, set_kind
from app.ui.widgets.flat_button import FlatButton, Look

ICON = 56
WORDS_HEIGHT = 210  # pixels that everything but the examples needs
EXAMPLE_HEIGHT = 50
EXAMPLE = Look(height=40, padding=16, radius=12, font_size=14, border="line", background="panel", centred=True)


class Greeting(QWidget):
    """An icon, a sentence, and questions that the built-in model can answer."""

    example_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.icon = QLabel(self)
        self.title = QLabel(self)
        self.text = QLabel(self)
        set_kind(self.title, "heading")
        set_kind(self.text, "greeting")
        for label in (self.icon, self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title.setWordWrap(True)
        self.text.setWordWrap(True)
        self.examples = [FlatButton(theme, EXAMPLE, parent=self) for _ in range(4)]
        self._build()
        theme.changed.connect(self._tint)
        self._tint()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words again."""
        self.title.setText(self.tr("What would you like to know?"))
        self.text.setText(self.tr("Ask anything. It stays on this computer."))
        german = self.tr("Translate the following text from English into German. Output only the translation.")
        prompts = [
            (self.tr("What is 347 + 268 + 119?"), ""),
            (self.tr("Write hello world in Python."), ""),
            (self.tr("Show me a table."), ""),
            (self.tr("Translate “Good morning” into German."), f"{german}\n\nGood morning."),
        ]
        self._prompts = [prompt or label for label, prompt in prompts]
        for button, (label, _prompt) in zip(self.examples, prompts, strict=True):
            button.set_words(label, self.tr("An example to try"))
        self._even_widths()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._even_widths()
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """Leave out what would be squeezed, the examples first: a card or files above the message take room."""
        fit = (self.height() - WORDS_HEIGHT) // EXAMPLE_HEIGHT
        for index, button in enumerate(self.examples):
            button.setVisible(index < fit)
        self.icon.setVisible(self.height() >= WORDS_HEIGHT)
        self.text.setVisible(self.height() >= WORDS_HEIGHT // 2)
        self.title.setVisible(self.height() >= WORDS_HEIGHT // 3)

    def _even_widths(self) -> None:
        """All examples are as wide as the longest, and none wider than the window."""
        widest = max(button.sizeHint().width() for button in self.examples)
        for button in self.examples:
            button.setFixedWidth(max(120, min(widest, self.width() - 48)))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self.icon)
        column.addSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(14)
        for index, button in enumerate(self.examples):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked=False, index=index: self.example_chosen.emit(self._prompts[index]))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _tint(self) -> None:
        self.icon.setPixmap(pixmap("parley", self._theme.colour("accent").name(), ICON, self.devicePixelRatioF()))
