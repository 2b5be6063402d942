"""The keys that do something, and what Parley is."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QObject, Signal
from PySide6.QtWidgets import QPushButton

from app import __version__
from app.ui.dialogs.shortcuts import Shortcut
from app.ui.settings.rows import Section, SettingRow, line_of
from app.ui.widgets.keys import native_keys
from app.ui.widgets.text_label import text_label


def add_shortcuts(section: Section, shortcuts: list[Shortcut]) -> None:
    """Fill a section with a row for each shortcut."""
    for shortcut in shortcuts:
        keys = text_label(section, "keys", wraps=False)
        keys.setText(native_keys(shortcut.keys))
        section.add(SettingRow(shortcut.text, line_of(text_label(section, "body"), keys)))


class AboutSettings(QObject):
    """Fills a section."""

    licences_wanted = Signal()

    def __init__(self, section: Section) -> None:
        super().__init__(section)
        version = text_label(section, "body")
        words = self.tr("Version {version} · Qt {qt}")
        version.setText(words.format(version=__version__, qt=QLibraryInfo.version().toString()))
        section.add(SettingRow(self.tr("About Parley"), version))
        self.licences = QPushButton(self.tr("About and licences…"))
        self.licences.setAutoDefault(False)
        self.licences.clicked.connect(self.licences_wanted)
        section.add(SettingRow(self.tr("What Parley is built from"), self.licences))
