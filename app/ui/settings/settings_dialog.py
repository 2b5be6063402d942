"""The settings window: sections beside a search that filters all of them. Every change applies at once."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.settings.answering import AnsweringSettings
from app.ui.settings.appearance import AppearanceSettings
from app.ui.settings.help import AboutSettings, add_shortcuts
from app.ui.settings.model_settings import ModelSettings
from app.ui.settings.network_settings import NetworkSettings
from app.ui.settings.privacy import PrivacySettings
from app.ui.settings.rows import Section
from app.ui.settings.sources import Keeper, Sources
from app.ui.settings.summoning import SummoningSettings
from app.ui.settings.translating import TranslatingSettings
from app.ui.theme import set_kind
from app.ui.widgets.announce import announce
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.search_line import SearchLine
from app.ui.widgets.text_label import text_label

SIZE = (860, 640)
SMALLEST = (600, 420)
LIST_WIDTH = (180, 280)
PAUSE_MS = 400


class Part(StrEnum):
    """The sections, in their order."""

    APPEARANCE = "appearance"
    CONVERSATION = "conversation"
    MODELS = "models"
    NETWORK = "network"
    PRIVACY = "privacy"
    SHORTCUTS = "shortcuts"
    ABOUT = "about"


class SettingsDialog(QDialog):
    """One section is shown, or, while something is searched, what was found in all of them."""

    language_chosen = Signal(str)
    about_wanted = Signal()
    recovery_code_wanted = Signal()
    not_saved = Signal(str)

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self._keeper = Keeper(sources, self)
        self._keeper.failed.connect(self.not_saved)
        self._keeper.language_chosen.connect(self.language_chosen)
        self.search = SearchLine(sources.theme, self)
        self.list = QListWidget(self)
        self.inside = ScrollColumn(self)
        self.nothing = text_label(self, "muted")
        self.sections: dict[Part, Section] = {}
        self._say = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._build()
        self._fill()
        self.show_part(Part.APPEARANCE)
        self.search.setFocus()

    def show_part(self, part: Part) -> None:
        """Show one section; a search ends."""
        self.search.clear()
        self.list.setCurrentRow(list(self.sections).index(part))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()  # keeps what was typed; nothing here is confirmed
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._fill)  # not under the hands of the list that chose the language
        super().changeEvent(event)

    def _build(self) -> None:
        set_kind(self.list, "sections")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._chosen)
        self.search.textChanged.connect(self._searched)
        self._say.timeout.connect(self._say_found)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._focus_search)
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(self.search)
        side.addWidget(self.list, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(16, 16, 4, 4)
        outer.setSpacing(12)
        outer.addLayout(side)
        outer.addWidget(self.inside, 1)

    def _fill(self) -> None:
        """Make all sections, in the language in use."""
        shown = list(self.sections)[self.list.currentRow()] if self.sections else Part.APPEARANCE
        had_focus = self.isActiveWindow() and self.inside.isAncestorOf(self.focusWidget())
        while (item := self.inside.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self.nothing:
                widget.hide()
                widget.deleteLater()
        self.setWindowTitle(self.tr("Settings"))
        self.search.setPlaceholderText(self.tr("Search the settings"))
        self.search.setAccessibleName(self.tr("Search the settings"))
        self.list.setAccessibleName(self.tr("Sections"))
        self.nothing.setText(self.tr("No setting has these words."))
        self._make_sections()
        for section in self.sections.values():
            self.inside.column.addWidget(section)
        self.inside.column.addWidget(self.nothing)
        self.inside.column.addStretch(1)
        self._list_sections(shown)
        self._chosen()
        if had_focus:
            self.language.setFocus()

    def _make_sections(self) -> None:
        names = {
            Part.APPEARANCE: self.tr("Appearance and language"),
            Part.CONVERSATION: self.tr("Conversation"),
            Part.MODELS: self.tr("Models"),
            Part.NETWORK: self.tr("Network"),
            Part.PRIVACY: self.tr("Privacy"),
            Part.SHORTCUTS: self.tr("Keyboard shortcuts"),
            Part.ABOUT: self.tr("About Parley"),
        }
        inside, sources = self.inside.inside, self._sources
        made = self.sections = {part: Section(name, inside) for part, name in names.items()}
        looks = AppearanceSettings(self._keeper, made[Part.APPEARANCE])
        self.schemes, self.text_size, self.language = looks.schemes, looks.text_size, looks.language
        self.loops = AnsweringSettings(self._keeper, made[Part.CONVERSATION]).loops
        self.network = self.privacy = None
        if sources.network is not None:
            self.network = NetworkSettings(sources.theme, sources.network, made[Part.NETWORK], made[Part.MODELS])
            self.network.not_saved.connect(self.not_saved)
        self.models = ModelSettings(self._keeper, made[Part.MODELS])
        self.translating = TranslatingSettings(self._keeper, made[Part.PRIVACY])
        if sources.privacy is not None:
            self.privacy = PrivacySettings(self._keeper, sources.privacy, made[Part.PRIVACY])
            self.privacy.recovery_code_wanted.connect(self.recovery_code_wanted)
        self.summoning = None
        if sources.summoning is not None:
            self.summoning = SummoningSettings(self._keeper, sources.summoning, made[Part.SHORTCUTS])
        add_shortcuts(made[Part.SHORTCUTS], sources.shortcuts())
        AboutSettings(made[Part.ABOUT]).licences_wanted.connect(self.about_wanted)
        for part in [part for part, section in made.items() if not section.rows]:
            made.pop(part).deleteLater()

    def _list_sections(self, shown: Part) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for section in self.sections.values():
            item = QListWidgetItem(section.name)
            item.setToolTip(section.name)
            self.list.addItem(item)
        self.list.setCurrentRow(list(self.sections).index(shown))
        self.list.blockSignals(False)
        least, most = LIST_WIDTH
        width = max(least, min(most, self.list.sizeHintForColumn(0) + 12))
        self.list.setFixedWidth(width)
        self.search.setFixedWidth(width)

    def _chosen(self, _row: int = 0) -> None:
        """Show what is asked for: one section, or what was found in all."""
        text = self.search.text().strip()
        left = False
        for number, section in enumerate(self.sections.values()):
            found = section.search(text)
            section.setVisible(found if text else number == self.list.currentRow())
            left = left or found
        self.nothing.setVisible(bool(text) and not left)
        if (item := self.list.currentItem()) is not None:
            item.setSelected(not text)  # what was found is from all of them
        self.inside.verticalScrollBar().setValue(0)

    def _searched(self, text: str) -> None:
        self._chosen()
        if text.strip():
            self._say.start()
        else:
            self._say.stop()

    def _say_found(self) -> None:
        count = sum(not row.isHidden() for section in self._found() for row in section.rows)
        announce(self.search, self.tr("%Ln setting(s) found", "", count) if count else self.nothing.text())

    def _found(self) -> list[Section]:
        return [section for section in self.sections.values() if not section.isHidden()]

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
