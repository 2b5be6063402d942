"""Settings under a name: choose, save, rename, delete."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.chat.conversation import Preset
from app.ui.chat.own_settings.protocols import Presets
from app.ui.icons import icon
from app.ui.theme import Theme, set_kind
from app.ui.widgets.choice_button import ChoiceButton
from app.ui.widgets.flat_button import ICON, FlatButton
from app.ui.widgets.menu import Menu

LONGEST_NAME = 60


class Naming(StrEnum):
    """What the name that is being typed is for."""

    NOTHING = "nothing"
    NEW = "new"
    RENAME = "rename"


class PresetBar(QWidget):
    """``matches`` of the owner says which preset is in force; the rest is between this bar and the list."""

    asked_for_name = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presets: Presets | None = None
        self._current: Preset | None = None
        self.naming = Naming.NOTHING
        self.choice = ChoiceButton(theme, "", {"": ""}, self)
        self.more = FlatButton(theme, ICON, "more", self)
        self.field = _NameField(self)
        self.save = QPushButton(self)
        set_kind(self.save, "primary")
        self._build()
        self.choice.chosen.connect(self._choose)
        self.more.clicked.connect(self._open_menu)
        self.field.returnPressed.connect(self._name)
        self.field.left.connect(lambda: self._show_naming(Naming.NOTHING))
        self.field.textChanged.connect(lambda text: self.save.setEnabled(bool(text.strip())))
        self.save.clicked.connect(self._name)
        self._show_naming(Naming.NOTHING)
        self.retranslate()

    def use_presets(self, presets: Presets) -> None:
        """Take the list; without one nothing can be chosen."""
        self._presets = presets
        presets.changed.connect(self.retranslate)
        self.retranslate()

    def show_current(self, current: Preset | None) -> None:
        """Show which preset the settings are those of."""
        self._current = current
        self.retranslate()

    def presets(self) -> list[Preset]:
        """Return all there are."""
        return list(self._presets.presets) if self._presets else []

    def retranslate(self) -> None:
        """Set all words again."""
        none = self.tr("No preset") if self.presets() else self.tr("No presets yet")
        choices = {"": none} | {preset.id: preset.name for preset in self.presets()}
        self.choice.set_choices(self.tr("Preset"), choices)
        self.choice.show_value(self._current.id if self._current else "")
        self.more.set_hint(self.tr("Save, rename or delete presets"))
        self.field.setPlaceholderText(self.tr("Name of the preset"))
        self.field.setAccessibleName(self.tr("Name of the preset"))
        self.save.setText(self.tr("Save"))

    def menu(self) -> Menu:
        """Return what can be done with presets now."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        muted, bad = self._theme.colours.muted, self._theme.colours.bad
        save = menu.addAction(icon("plus", muted), self.tr("Save these settings as a preset…"))
        save.triggered.connect(lambda: self._show_naming(Naming.NEW))
        save.setEnabled(self._presets is not None)
        if self._current is not None:
            rename = menu.addAction(icon("edit", muted), self.tr("Rename…"))
            rename.triggered.connect(lambda: self._show_naming(Naming.RENAME))
            delete = menu.addAction(icon("trash", bad), self.tr("Delete"))
            delete.triggered.connect(self._delete)
        return menu

    def _build(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(6)
        first.addWidget(self.choice, 1)
        first.addWidget(self.more)
        second.addWidget(self.field, 1)
        second.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        self.field.setMaxLength(LONGEST_NAME)

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()) + QPoint(0, 4))

    def _show_naming(self, naming: Naming) -> None:
        self.naming = naming
        shown = naming is not Naming.NOTHING
        self.field.setVisible(shown)
        self.save.setVisible(shown)
        if shown:
            renamed = self._current if naming is Naming.RENAME else None
            self.field.setText(renamed.name if renamed else "")
            self.save.setEnabled(bool(self.field.text()))
            self.field.selectAll()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.asked_for_name.emit()

    def _name(self) -> None:
        name = self.field.text().strip()
        if not name or self._presets is None:
            return
        if self.naming is Naming.NEW:
            self._presets.save(name)
        elif self._current is not None:
            self._presets.rename(self._current.id, name)
        self._show_naming(Naming.NOTHING)

    def _choose(self, preset_id: str) -> None:
        if preset_id and self._presets is not None:
            self._presets.apply(preset_id)
        else:
            self.retranslate()  # "no preset" describes settings, it does not change them

    def _delete(self) -> None:
        if self._presets is not None and self._current is not None:
            self._presets.delete(self._current.id)


class _NameField(QLineEdit):
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
