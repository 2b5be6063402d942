"""The keys over all programs: their row in the settings, and the small window that they bring up, in its states."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from app.engine.api import ErrorCode
from app.session.wording import problem_for
from app.ui.i18n import install_language
from app.ui.settings.settings_dialog import Part
from app.ui.shortcuts.backend import Standing
from app.ui.shortcuts.keys import USUAL
from app.ui.shortcuts.summoner import Summoner
from app.ui.translate.small_window import SIZE, SmallWindow
from shots.photographer import Photographer, opened
from tests.helpers.fake_shortcut import FakeKeys

TEXT = "Where is the train station? Please open the window.\nThank you very much. Good morning!"
STATES = (Standing.REGISTERED, Standing.TAKEN, Standing.UNSUPPORTED, Standing.ASKING)


def save(shot: Photographer, widget: QWidget, name: str) -> None:
    """Save a window as it is once everything has settled."""
    if isinstance(widget, SmallWindow):
        widget.resize(*SIZE)  # the screen that there is none of would be too low for it at twice the scale
    shot.settle(0.3)
    widget.grab().save(str(shot.file(name)))


def row(shot: Photographer, summoner: Summoner, keys: FakeKeys, name: str) -> None:
    """Take the settings in every state of the keys."""
    for state in STATES:
        keys.answer = state
        summoner.again()
        dialog = shot.parley.window.show_settings()
        dialog.show_part(Part.SHORTCUTS)
        save(shot, dialog, f"{name}-{state}")
        dialog.close()
    keys.answer = Standing.REGISTERED
    summoner.again()


def translated(shot: Photographer, small: SmallWindow, text: str, target: str) -> None:
    """Let the small window translate."""
    small.session.target_language = target
    small.translate(text)
    shot.settle(0.5)
    shot.until(lambda: not small.session.busy)


def small_window(shot: Photographer, keys: FakeKeys, name: str, target: str) -> None:
    """Take the small window: without a text, the first time, usual, long, busy, failed."""
    small = shot.parley.translate_side().small_window()
    QApplication.clipboard().clear()
    small.session.set_source("")
    keys.press(USUAL)
    shot.settle(0.3)
    small.grab().save(str(shot.file(f"{name}-low-screen")))
    save(shot, small, f"{name}-nothing")
    small.close()
    QApplication.clipboard().setText(TEXT)
    shot.parley.settings.change(shortcut_met=False)
    keys.press(USUAL)
    translated(shot, small, TEXT, target)
    save(shot, small, f"{name}-first")
    small.hint.closed.emit()
    translated(shot, small, (TEXT + "\n\n") * 12, target)
    save(shot, small, f"{name}-long")
    small.translate("Please wait. " * 40)
    shot.settle(0.1)
    save(shot, small, f"{name}-busy")
    shot.until(lambda: not small.session.busy)
    small.session.problem = problem_for(ErrorCode.INTERNAL)
    small.session.changed.emit()
    save(shot, small, f"{name}-failed")
    small.session.problem = None
    small.close()


def main(scheme: str, scale: str, out: Path) -> int:
    """Take the pictures of one scheme at one scale."""
    with opened(scheme, f"{scheme}-{scale}x-keys", out) as shot:
        parley, application = shot.parley, QApplication.instance()
        assert isinstance(application, QApplication)
        keys = FakeKeys(parley.window)
        parley.summoning = Summoner(
            parley.settings, lambda: parley.translate_side().small_window(), parley.window, keys
        )
        parley.summoning.follow()
        for number, (code, target) in enumerate((("en", "de"), ("ar", "ar"), ("zh_CN", "zh-Hans"))):
            install_language(application, code)
            row(shot, parley.summoning, keys, f"{number}0-{code}-row")
            small_window(shot, keys, f"{number}1-{code}-small", target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
