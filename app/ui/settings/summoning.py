"""The keys that bring up the translation window over any program."""

from __future__ import annotations

import shlex

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from app.settings.schema import ShortcutUse
from app.system.child import program_command
from app.ui.settings.key_field import KeyField
from app.ui.settings.privacy import LEFT_TO_RIGHT
from app.ui.settings.rows import Section, SettingRow, line_of, stacked
from app.ui.settings.sources import Keeper, Summoning
from app.ui.shortcuts.backend import Standing
from app.ui.shortcuts.keys import USUAL, combination
from app.ui.theme import set_kind
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.keys import native_keys
from app.ui.widgets.text_label import show_line, text_label


class SummoningSettings(QObject):
    """Fills a section with one row."""

    def __init__(self, keeper: Keeper, summoning: Summoning, section: Section) -> None:
        super().__init__(section)
        self._keeper, self._summoning = keeper, summoning
        self._wrong = False  # what was recorded cannot be taken
        name = self.tr("Bring up the translation window over any program")
        self.use = CheckBox(keeper.theme, self.tr("With these keys, while Parley is running"))
        self.use.setChecked(summoning.on)
        self.use.toggled.connect(self._turn)
        self.field = KeyField(self.tr("Keys for the translation window"))
        self.field.chosen.connect(self._choose)
        self.field.recording.connect(lambda on: summoning.record(running=on))
        self.usual = self._button(self.tr("Usual keys"))
        self.usual.clicked.connect(lambda: self._choose(USUAL))
        self.state = text_label(section, "small")
        self.again = self._button(self.tr("Try again"))
        self.again.clicked.connect(summoning.again)
        self._add_command()
        keys = line_of(self.field, self.usual)
        control = stacked(self.use, keys, self.state, line_of(self.again, stretch=True), self.command_line)
        note = self.tr(
            "Copy a text, press the keys, and read its translation. Parley reads the clipboard only in that moment."
        )
        if summoning.reads_marks:
            note = self.tr(
                "Mark or copy a text, press the keys, and read its translation. Parley reads the marked text or the "
                "clipboard only in that moment."
            )
        words = self.tr("global shortcut translate")
        section.add(SettingRow(name, control, note, words=words))
        summoning.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how it stands."""
        summoning = self._summoning
        self.field.show_keys(summoning.keys)
        on, standing = summoning.on, summoning.standing
        for widget in (self.field, self.usual):
            widget.setEnabled(on)
        ours = standing is not Standing.UNSUPPORTED and not summoning.system_keys  # to decide on
        self.field.setVisible(ours)
        self.usual.setVisible(ours and summoning.keys != USUAL)
        show_line(self.state, self._sentence(standing) if on else "")
        bad = standing in {Standing.TAKEN, Standing.REFUSED} or self._wrong
        set_kind(self.state, "problem" if on and bad else "small")
        self.again.setVisible(on and standing in {Standing.REFUSED, Standing.TAKEN})
        self.command_line.setVisible(on and standing in {Standing.UNSUPPORTED, Standing.REFUSED})

    def _sentence(self, standing: Standing) -> str:
        if self._wrong:
            return self.tr("These keys would be missed when you write. Hold Ctrl or Alt, and press another key.")
        words = {
            Standing.OFF: "",
            Standing.ASKING: self.tr("Your system asks you about it now."),
            Standing.REGISTERED: self._registered(),
            Standing.TAKEN: self.tr("Another program has these keys. Choose others."),
            Standing.UNSUPPORTED: self.tr(
                "Here the system gives no program such keys. Make a shortcut in its settings, with this command:"
            ),
            Standing.REFUSED: self.tr(
                "The system did not allow it. You can make a shortcut in its settings yourself, with this command:"
            ),
        }
        return words[standing]

    def _registered(self) -> str:
        keys = self._summoning.system_keys
        if keys:
            return self.tr("Set by your system, where you can change it: {keys}").format(keys=keys)
        return self.tr("{keys} works in every program.").format(keys=native_keys(self._summoning.keys))

    def _turn(self, on: bool) -> None:
        self._wrong = False
        self._keeper.keep(shortcut_use=ShortcutUse.ON if on else ShortcutUse.OFF)
        self._summoning.follow()
        self.refresh()

    def _choose(self, keys: str) -> None:
        self._wrong = combination(keys) is None
        if not self._wrong:
            self._keeper.keep(shortcut_keys="" if keys == USUAL else keys)
            self.field.clearFocus()
            self._summoning.follow()
        self.refresh()

    def _add_command(self) -> None:
        self.command = shlex.join(program_command("--translate"))
        shown = ElidedLabel()
        shown.show_text(f"{LEFT_TO_RIGHT}{self.command}")
        self.copy = self._button(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy the command"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.command))
        self.command_line = line_of(shown, self.copy)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        return button
