"""The settings: every section, a search, deleting everything; in several languages, colours and sizes."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from app.settings.schema import ColourScheme
from app.ui.i18n import install_language
from app.ui.settings.erase_dialog import EraseDialog
from app.ui.settings.settings_dialog import Part, SettingsDialog
from shots.photographer import Photographer, opened
from shots.scenes import seed


def save(shot: Photographer, dialog: QDialog, name: str) -> None:
    """Save a dialog as it is."""
    shot.settle(0.2)
    dialog.grab().save(str(shot.file(name)))


def sections(shot: Photographer, name: str) -> None:
    """Take every section, a search that finds something and one that does not."""
    shot.parley.window.show_settings()
    dialog = shot.parley.window.findChildren(SettingsDialog)[-1]
    for part in dialog.sections:
        dialog.show_part(part)
        save(shot, dialog, f"{name}-{part.value}")
    for number, words in enumerate((dialog.sections[Part.APPEARANCE].rows[1].name.text(), "zzzz")):
        dialog.search.setText(words)
        save(shot, dialog, f"{name}-search-{number}")
    dialog.show_part(Part.PRIVACY)
    scroll = dialog.inside.verticalScrollBar()
    scroll.setValue(scroll.maximum())
    save(shot, dialog, f"{name}-privacy-end")
    dialog.close()
    shot.settle(0.1)


def scenes(shot: Photographer, application: QApplication) -> None:
    """Every section in English; the window and all sections in Chinese and Arabic; high contrast; the largest text."""
    sections(shot, "10-en")
    erase = EraseDialog(shot.parley.theme, shot.parley.window)
    erase.show()
    save(shot, erase, "11-erase")
    erase.close()
    for code in ("zh_CN", "ar"):
        install_language(application, code)
        shot.settle(0.3)
        shot.shoot(f"20-{code}-window")
        sections(shot, f"20-{code}")
        shot.parley.window.show_models()
        shot.shoot(f"20-{code}-models")
        shot.parley.window.focus_composer()
        shot.parley.window.page.toggle_settings()
        shot.shoot(f"20-{code}-conversation-settings")
        shot.parley.window.page.toggle_settings()
    install_language(application, "en")
    shot.parley.settings.change(colour_scheme=ColourScheme.HIGH_CONTRAST, text_size=32)
    shot.parley.theme.follow(shot.parley.settings.current)
    shot.ask("Write hello world in Python.")
    shot.shoot("30-contrast-32")
    sections(shot, "30-contrast")


def main(scheme: str, scale: str, out: Path) -> int:
    """Take the pictures of one scheme at one scale."""
    with opened(scheme, f"{scheme}-{scale}x-settings", out) as shot:
        seed(shot.parley)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        scenes(shot, application)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
