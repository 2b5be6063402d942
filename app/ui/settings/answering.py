"""How conversations are answered, where one has no settings of its own."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from app.settings.schema import BUDGET_STOPS
from app.ui.settings.rows import Section, SettingRow
from app.ui.settings.sources import Keeper
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.choice_button import ChoiceButton


class AnsweringSettings(QObject):
    """Fills a section."""

    def __init__(self, keeper: Keeper, section: Section) -> None:
        super().__init__(section)
        self._keeper, self._section = keeper, section
        self.thinks = self._box(self.tr("Think before answering"), keeper.current.thinking_enabled, "thinking_enabled")
        note = self.tr("For new conversations, where the model can. Each conversation can have its own choice.")
        section.add(SettingRow(self.tr("Thinking"), self.thinks, note))
        self._add_budget()
        words = self.tr("Answer by itself when the thoughts go round in circles")
        self.loops = self._box(words, keeper.current.end_loops, "end_loops")
        note = self.tr("Otherwise Parley only offers “Answer now”.")
        section.add(SettingRow(self.tr("Thoughts in circles"), self.loops, note))

    def _box(self, words: str, on: bool, name: str) -> CheckBox:
        box = CheckBox(self._keeper.theme, words)
        box.setChecked(on)
        box.toggled.connect(lambda value: self._keeper.keep(**{name: value}))
        return box

    def _add_budget(self) -> None:
        locale, now = QLocale(), self._keeper.current.thinking_budget
        template = self.tr("up to {number} tokens")
        numbers = sorted({*BUDGET_STOPS, now} - {0})
        choices = {str(number): template.format(number=locale.toString(number)) for number in numbers}
        choices["0"] = self.tr("without a limit")
        self.budget = ChoiceButton(self._keeper.theme, self.tr("Thinking budget"), choices)
        self.budget.show_value(str(now))
        self.budget.chosen.connect(lambda value: self._keeper.keep(thinking_budget=int(value)))
        note = self.tr("How long a new conversation may think about one answer; below about 1,000 little is gained.")
        self._section.add(SettingRow(self.tr("Thinking budget"), self.budget, note))
