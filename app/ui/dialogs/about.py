"""What Parley is, its version, and the licences of what it is built from."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QTextBrowser, QWidget

from app import __version__
from app.system.paths import resources
from app.ui.dialogs.dialog import Dialog
from app.ui.theme import set_kind


class AboutDialog(Dialog):
    """Version, promise, third-party list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About Parley"), parent, 560)
        version = self.tr("Version {version} · Qt {qt}")
        self.add_text(version.format(version=__version__, qt=QLibraryInfo.version().toString()), "muted")
        self.add_text(
            self.tr(
                "Private chat on your own computer. Models run here, conversations are stored here, encrypted, and "
                "nothing is sent anywhere."
            )
        )
        self.add_text(self.tr("Parley is free software under the MIT licence. It stands on:"))
        self.lines = QTextBrowser(self)
        self.lines.setOpenLinks(False)
        self.lines.setMarkdown(_licences())
        self.lines.setMinimumHeight(280)
        self.lines.setAccessibleName(self.tr("Licences"))
        set_kind(self.lines, "log")
        self.column.addWidget(self.lines, 1)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)


def _licences() -> str:
    """Return the licence texts that ship with Parley, without the words about how they are made."""
    files = sorted((resources() / "licenses").glob("*"))
    texts = (path.read_text(encoding="utf-8") for path in files)
    return "\n\n".join(text[max(0, text.find("## ")) :] for text in texts)
