"""Below the translation: what it says when it is translated back, or what one of its words means."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.theme import Theme, set_kind
from app.ui.translate.language_names import shown_name
from app.ui.translate.protocols import Translating
from app.ui.widgets.card import Card
from app.ui.widgets.flat_button import ICON, FlatButton
from app.ui.widgets.text_label import text_label


class Look(Enum):
    """What is shown."""

    NOTHING = auto()
    BACK = auto()
    WORD = auto()


class SecondLook(Card):
    """Hidden until something is asked; ``shown_changed`` says whether the back-translation is there."""

    shown_changed = Signal(bool)

    def __init__(self, theme: Theme, session: Translating, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, "background")
        self._session = session
        self._look, self._word, self._explanation = Look.NOTHING, "", ""
        self._asked = ""  # the translation that was translated back
        self.heading = text_label(self, "strong")
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        set_kind(self.text, "quiet-text")
        self.close_button = FlatButton(theme, ICON, "close", self)
        self.close_button.clicked.connect(self.close_look)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 6, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        session.back_changed.connect(self.refresh)
        session.segment_changed.connect(lambda _index: self.refresh())
        session.changed.connect(self.refresh)
        session.explained.connect(self._explained)
        self.hide()

    def show_back(self) -> None:
        """Translate the translation back and show it."""
        self._look, self._asked = Look.BACK, self._session.target_text
        self._session.back_translate()
        self._open()

    def explain(self, word: str, index: int) -> None:
        """Ask what a word of a sentence means and show it."""
        self._look, self._word, self._explanation = Look.WORD, word, ""
        self._session.explain(word, index)
        self._open()

    def close_look(self) -> bool:
        """Hide; say whether something was shown."""
        was, self._look = self._look is not Look.NOTHING, Look.NOTHING
        self.hide()
        self.shown_changed.emit(False)
        return was

    def refresh(self) -> None:
        """Show what there is by now."""
        self.close_button.set_hint(self.tr("Close"))
        if self._look is Look.BACK:
            language = self._session.language
            stale = self._asked != self._session.target_text
            words = self.tr("Back into {language}")
            if stale:
                words = self.tr("Back into {language}, before the last change")
            self.heading.setText(words.format(language=shown_name(language) if language else ""))
            back = "".join(row.back for row in self._session.rows)
            self._show(back if back.strip() else self._waiting(self.tr("Translating back…")))
        elif self._look is Look.WORD:
            self.heading.setText(self._word)
            self._show(self._explanation or self._waiting(self.tr("Looking it up…")))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.refresh()
        super().changeEvent(event)

    def _open(self) -> None:
        self.refresh()
        self.show()
        self.shown_changed.emit(self._look is Look.BACK)

    def _waiting(self, words: str) -> str:
        """Return what stands there until the model has answered, or when it never will."""
        return words if self._session.busy_beside else self.tr("The model gave no answer.")

    def _show(self, text: str) -> None:
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
            self.text.setAccessibleName(self.heading.text())

    def _explained(self, word: str, text: str) -> None:
        if self._look is Look.WORD and word == self._word:
            self._explanation = text
            self.refresh()
