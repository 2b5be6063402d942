"""The settings window. Every change is stored and applies at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from app.settings.schema import ColourScheme
from app.settings.store import SettingsStore
from app.ui.dialogs.dialog import Dialog
from app.ui.i18n import language_name, languages
from app.ui.settings.network_settings import Network, NetworkSettings
from app.ui.theme import Theme, set_kind
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.choice_button import ChoiceButton
from app.ui.widgets.stepper import Stepper

SMALLEST_TEXT = 12
LARGEST_TEXT = 24


class SettingsDialog(Dialog):
    """Appearance, language, thinking; the way to shortcuts and licences."""

    language_chosen = Signal(str)
    shortcuts_wanted = Signal()
    about_wanted = Signal()
    not_saved = Signal(str)

    def __init__(
        self, theme: Theme, store: SettingsStore, network: Network | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Settings"), parent, 520)
        self._theme = theme
        self._store = store
        self.setModal(False)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(16)
        self._form.setHorizontalSpacing(24)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(self._form)
        self._add_schemes()
        self._add_text_size()
        self._add_language()
        self._add_loops()
        self.network = self._add_network(network) if network is not None else None
        shortcuts = self.add_button(self.tr("Keyboard shortcuts…"))
        shortcuts.clicked.connect(self.shortcuts_wanted)
        about = self.add_button(self.tr("About and licences…"))
        about.clicked.connect(self.about_wanted)
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)

    def _add_schemes(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.schemes = QButtonGroup(self)
        names = {
            ColourScheme.SYSTEM: self.tr("System"),
            ColourScheme.LIGHT: self.tr("Light"),
            ColourScheme.DARK: self.tr("Dark"),
        }
        for number, (scheme, name) in enumerate(names.items()):
            button = QPushButton(name, self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(scheme is self._store.current.colour_scheme)
            set_kind(button, "choice")
            self.schemes.addButton(button, number)
            row.addWidget(button, 1)
        self.schemes.idClicked.connect(lambda number: self._choose_scheme(list(names)[number]))
        self._form.addRow(self._label(self.tr("Appearance")), row)

    def _add_text_size(self) -> None:
        self.text_size = Stepper(SMALLEST_TEXT, LARGEST_TEXT, self)
        self.text_size.show_value(self._store.current.text_size)
        self.text_size.set_words(self.tr("Smaller text"), self.tr("Larger text"), self.tr("{number} pixels"))
        self.text_size.changed.connect(self._choose_text_size)
        self._form.addRow(self._label(self.tr("Text size")), self.text_size)

    def _add_language(self) -> None:
        choices = {"": self.tr("Like the system")} | {code: language_name(code) for code in languages()}
        self.language = ChoiceButton(self._theme, self.tr("Language"), choices, self)
        self.language.show_value(self._store.current.language)
        self.language.chosen.connect(self._choose_language)
        self._form.addRow(self._label(self.tr("Language")), self.language)

    def _add_loops(self) -> None:
        self.loops = CheckBox(self._theme, self.tr("Answer by itself when the thoughts go round in circles"), self)
        self.loops.setChecked(self._store.current.end_loops)
        self.loops.setToolTip(self.tr("Otherwise Parley only offers “Answer now”."))
        self.loops.toggled.connect(lambda on: self._keep(end_loops=on))
        self._form.addRow(self._label(self.tr("Thinking")), self.loops)

    def _add_network(self, network: Network) -> NetworkSettings:
        part = NetworkSettings(self._theme, network, self._form, self)
        part.not_saved.connect(self.not_saved)
        return part

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        set_kind(label, "body")
        return label

    def _choose_scheme(self, scheme: ColourScheme) -> None:
        self._keep(colour_scheme=scheme)
        self._theme.choose(scheme, self._store.current.text_size)

    def _choose_text_size(self, pixels: int) -> None:
        self._keep(text_size=pixels)
        self._theme.choose(self._store.current.colour_scheme, pixels)

    def _choose_language(self, code: str) -> None:
        self._keep(language=code)
        self.language_chosen.emit(code)

    def _keep(self, **values: Any) -> None:
        try:
            self._store.change(**values)
        except OSError as error:
            self.not_saved.emit(error.strerror or str(error))
