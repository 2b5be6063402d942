"""What is kept of translations."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.ui.settings.rows import Section, SettingRow
from app.ui.settings.sources import Keeper
from app.ui.widgets.check_box import CheckBox


class TranslatingSettings(QObject):
    """Fills a section."""

    def __init__(self, keeper: Keeper, section: Section) -> None:
        super().__init__(section)
        self.history = CheckBox(keeper.theme, self.tr("Keep what I translate"))
        self.history.setChecked(keeper.current.translate_history)
        self.history.toggled.connect(lambda on: keeper.keep(translate_history=on))
        note = self.tr(
            "Encrypted on this computer, like your conversations. Off keeps nothing of what you translate from now on."
        )
        section.add(SettingRow(self.tr("Translation history"), self.history, note))
