"""The smallest and a very large window, the smallest and the largest text, forty folders, small windows, languages."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from app.settings.schema import ColourScheme
from app.ui.dialogs.about import AboutDialog
from app.ui.dialogs.passphrase import PassphraseDialog
from app.ui.dialogs.recovery_code import RecoveryCodeDialog
from app.ui.i18n import install_language
from app.ui.main_window import SMALLEST_SIZE
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.widgets.toast import ToastText
from shots.photographer import Photographer, opened
from shots.scenes import seed
from shots.translate import TEXT, translate

SIZES = {"smallest": SMALLEST_SIZE, "640": (640, 480), "large": (2560, 1440)}
CODE = "K7QD-2MFA-9XTR-4HPN-WB6C-JE3V-8LYS-5GZU"
FOLDERS = 40


def pages(shot: Photographer, name: str) -> None:
    """Take the three pages as they are."""
    window = shot.parley.window
    window.focus_composer()
    shot.shoot(f"{name}-chat")
    window.translation.open()
    page = window.translation.page
    if page is not None and not page.session.source:
        translate(shot, shot.parley.translate_side().session, TEXT, "ar")
    shot.shoot(f"{name}-translate")
    window.show_models()
    shot.shoot(f"{name}-models")
    window.focus_composer()


def sizes(shot: Photographer) -> None:
    """Every page in windows of several sizes, with and without the sidebar."""
    window = shot.parley.window
    shot.ask("Show me all formatting.")
    for name, size in SIZES.items():
        window.resize(*size)
        pages(shot, f"01-{name}")
    window.resize(1100, 760)
    window.show_toast(ToastText("“Garden in spring” was deleted.", "Undo", lambda: None))
    shot.shoot("02-toast")
    window.frame.toggle()
    shot.shoot("03-no-sidebar")
    window.frame.toggle()


def text_sizes(shot: Photographer) -> None:
    """The smallest and the largest text of the conversation."""
    for pixels in (10, 32, 15):
        shot.parley.settings.change(text_size=pixels)
        shot.parley.theme.follow(shot.parley.settings.current)
        if pixels != 15:
            pages(shot, f"04-text-{pixels}")


def folders(shot: Photographer) -> None:
    """More folders than a screen has lines."""
    listed = shot.parley.conversations
    for number in range(FOLDERS):
        listed.create_folder(f"Project {number + 1} of a very busy year")
    shot.shoot("05-folders")


def dialogs(shot: Photographer, name: str) -> None:
    """Keys and licences."""
    window, theme = shot.parley.window, shot.parley.theme
    made: dict[str, QDialog] = {
        "passphrase": PassphraseDialog(window.frame),
        "recovery-code": RecoveryCodeDialog(theme, CODE, window.frame),
        "about": AboutDialog(window.frame),
    }
    for kind, dialog in made.items():
        dialog.show()
        shot.settle(0.2)
        dialog.grab().save(str(shot.file(f"{name}-{kind}")))
        dialog.close()


def german_settings(shot: Photographer) -> None:
    """Long words in every section."""
    shot.parley.window.show_settings()
    dialog = shot.parley.window.findChildren(SettingsDialog)[-1]
    for part in dialog.sections:
        dialog.show_part(part)
        shot.settle(0.1)
        dialog.grab().save(str(shot.file(f"07-de-settings-{part.value}")))
    dialog.close()


def live(shot: Photographer, application: QApplication) -> None:
    """A language and the colours change while an answer is written: before and after show the same lines."""
    chat = shot.parley.chat
    chat.new_conversation()
    chat.send("Show me all formatting.")
    shot.until(lambda: not chat.busy)
    shot.shoot("08-live-1-before")
    install_language(application, "zh_CN")
    shot.shoot("08-live-2-chinese")
    install_language(application, "en")
    other = ColourScheme.DARK if not shot.parley.theme.dark else ColourScheme.LIGHT
    before = shot.parley.settings.current.colour_scheme
    shot.parley.settings.change(colour_scheme=other)
    shot.parley.theme.follow(shot.parley.settings.current)
    shot.shoot("08-live-3-other-colours")
    shot.parley.settings.change(colour_scheme=before)
    shot.parley.theme.follow(shot.parley.settings.current)
    shot.shoot("08-live-4-back")


def main(scheme: str, scale: str, out: Path) -> int:
    """Take the pictures of one scheme at one scale."""
    with opened(scheme, f"{scheme}-{scale}x-extremes", out) as shot:
        seed(shot.parley)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        sizes(shot)
        text_sizes(shot)
        live(shot, application)
        for code in ("de", "zh_CN", "ar", "en"):
            install_language(application, code)
            dialogs(shot, f"06-{code}")
            if code == "de":
                german_settings(shot)
        folders(shot)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
