"""From which language into which, how people are addressed, and whether the model thinks first."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget, QWidgetAction
from typing_extensions import override

from app.translate.prompt import Tone
from app.ui.icons import icon
from app.ui.theme import Theme, set_kind
from app.ui.translate.language_picker import LanguageButton
from app.ui.translate.words import tone_words
from app.ui.widgets.flat_button import CHIP, ICON, FlatButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.keys import native_keys
from app.ui.widgets.menu import Menu
from app.ui.widgets.text_label import text_label

SWAP = replace(ICON, height=36, padding=9, border="line", background="background", text="text")
TONE = replace(CHIP, icon_at_end=True, icon_size=14)
GAP = 8
MOST_DOMAIN = 200  # characters


class LanguageBar(QWidget):
    """Shows what the session has; the signals carry what the person wishes."""

    tone_chosen = Signal(object)  # Tone
    domain_changed = Signal(str)
    thinking_chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone, self._domain = Tone.DEFAULT, ""
        self.source = LanguageButton(theme, self, detects=True)
        self.swap = FlatButton(theme, SWAP, "swap", self)
        self.target = LanguageButton(theme, self)
        self.tone = FlatButton(theme, TONE, "chevron_down", self)
        self.think = FlatButton(theme, CHIP, "thinking", self)
        self.think.setCheckable(True)
        self._build()
        self.tone.clicked.connect(self._open_tones)
        self.think.clicked.connect(self.thinking_chosen)
        self.retranslate()

    def show_manner(self, tone: Tone, domain: str, *, think: bool, thinks: bool) -> None:
        """Show tone, domain and switch. ``thinks``: whether the model can think at all."""
        shown = (self._tone, self._domain, self.think.isEnabled())
        self._tone, self._domain = tone, domain
        self.think.setChecked(think and thinks)
        self.think.setEnabled(thinks)
        if shown != (tone, domain, thinks):
            self.retranslate()

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.swap.set_hint(self.tr("Swap the languages"), native_keys("Ctrl+Shift+S"))
        words = self.tr("Tone: {tone}").format(tone=tone_words(self._tone))
        self.tone.set_words(words, self.tr("About: {domain}").format(domain=self._domain) if self._domain else "")
        why = (
            self.tr("The model thinks before each sentence: slower, better with wordplay and hidden meanings.")
            if self.think.isEnabled()
            else self.tr("This model cannot think.")
        )
        self.think.set_words(self.tr("Think harder"), why)
        self._choose_rows()

    def tone_menu(self) -> Menu:
        """Return the tones, and a field for what the text is about."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for tone in Tone:
            action = menu.addAction(tone_words(tone))
            if tone is self._tone:
                action.setIcon(icon("check", self._theme.colours.accent))
            action.triggered.connect(lambda _checked, chosen=tone: self.tone_chosen.emit(chosen))
        menu.addSeparator()
        menu.addAction(self._domain_field(menu))
        return menu

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_rows()

    def _choose_rows(self) -> None:
        """Put tone and thinking under the languages where both do not fit into one line."""
        widgets = (self.source, self.swap, self.target, self.tone, self.think)
        beside = sum(widget.sizeHint().width() + GAP for widget in widgets) <= self.width()
        self._rows.setDirection(QHBoxLayout.Direction.LeftToRight if beside else QHBoxLayout.Direction.TopToBottom)

    def _build(self) -> None:
        languages = QHBoxLayout()
        languages.setSpacing(8)
        for widget in (self.source, self.swap, self.target):
            languages.addWidget(widget)
        languages.addStretch(1)
        manner = QWidget(self)
        flow = FlowLayout(manner)
        flow.addWidget(self.tone)
        flow.addWidget(self.think)
        self._rows = QHBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._rows.addLayout(languages, 1)
        self._rows.addWidget(manner)

    def _open_tones(self) -> None:
        self.tone_menu().popup(self.tone.mapToGlobal(self.tone.rect().bottomLeft()))

    def _domain_field(self, menu: Menu) -> QWidgetAction:
        box = QWidget(menu)
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 6, 12, 8)
        label = text_label(box, "hint", wraps=False)
        label.setText(self.tr("What is the text about?"))
        field = QLineEdit(self._domain, box)
        field.setPlaceholderText(self.tr("For example: a rental contract"))
        field.setAccessibleName(label.text())
        field.setMaxLength(MOST_DOMAIN)
        field.setMinimumWidth(240)
        set_kind(field, "find")
        field.returnPressed.connect(menu.close)
        menu.aboutToHide.connect(lambda: self._take_domain(field.text().strip()))
        column.addWidget(label)
        column.addWidget(field)
        action = QWidgetAction(menu)
        action.setDefaultWidget(box)
        return action

    def _take_domain(self, text: str) -> None:
        if text != self._domain:
            self.domain_changed.emit(text)
