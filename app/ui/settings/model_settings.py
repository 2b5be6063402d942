"""How models are run."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from app.system.hardware import physical_cores
from app.ui.models.measures import file_size
from app.ui.settings.rows import Section, SettingRow
from app.ui.settings.sources import Keeper
from app.ui.widgets.choice_button import ChoiceButton

CONTEXTS = (4096, 8192, 16384, 32768, 65536, 131072)
KEPT = (1_000_000_000, 4_000_000_000, 16_000_000_000, 64_000_000_000)


class ModelSettings(QObject):
    """Fills a section."""

    def __init__(self, keeper: Keeper, section: Section) -> None:
        super().__init__(section)
        self._keeper, self._section = keeper, section
        self._add_context()
        self._add_threads()
        self._add_kept()

    def _add_context(self) -> None:
        locale, now = QLocale(), self._keeper.current.context_size
        template = self.tr("{number} tokens")
        numbers = sorted({*CONTEXTS, now} - {0})
        choices = {str(number): template.format(number=locale.toString(number)) for number in numbers}
        self.context = self._choice(self.tr("Context window"), {"0": self.tr("Fitting this computer")} | choices, now)
        self.context.chosen.connect(lambda value: self._keeper.keep(context_size=int(value)))
        note = self.tr("How much of a conversation a model sees. For the next model that is loaded.")
        self._section.add(SettingRow(self.tr("Context window"), self.context, note))

    def _add_threads(self) -> None:
        locale, now = QLocale(), self._keeper.current.threads
        cores = physical_cores()
        numbers = sorted({*range(1, min(cores, 16) + 1), cores, now} - {0})
        choices = {"0": self.tr("Fitting this computer")} | {str(number): locale.toString(number) for number in numbers}
        self.threads = self._choice(self.tr("Threads"), choices, now)
        self.threads.chosen.connect(lambda value: self._keeper.keep(threads=int(value)))
        note = self.tr("Processor cores that a model may use. For the next model that is loaded.")
        self._section.add(SettingRow(self.tr("Threads"), self.threads, note))

    def _add_kept(self) -> None:
        now = self._keeper.current.kept_bytes
        template = self.tr("at most {size}")
        choices = {"0": self.tr("No")}
        choices |= {str(size): template.format(size=file_size(size)) for size in sorted({*KEPT, now} - {0})}
        self.kept = self._choice(self.tr("Remember conversations on the disk"), choices, now)
        self.kept.chosen.connect(lambda value: self._keeper.keep(kept_bytes=int(value)))
        note = self.tr(
            "What a model has read of long conversations, encrypted, so that it need not read them again after a start."
        )
        self._section.add(SettingRow(self.tr("Remember conversations on the disk"), self.kept, note))

    def _choice(self, name: str, choices: dict[str, str], now: int) -> ChoiceButton:
        button = ChoiceButton(self._keeper.theme, name, choices)
        button.show_value(str(now))
        return button
