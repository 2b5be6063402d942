"""The Translate page and the small window in their states, with the real engine and the starter model."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.engine.api import ErrorCode
from app.session.translate.session import TranslateSession
from app.session.wording import problem_for
from app.ui.i18n import install_language
from app.ui.translate.glossary_dialog import GlossaryDialog
from app.ui.translate.page import TranslatePage
from shots.photographer import Photographer, opened
from shots.scenes import seed

TEXT = "Where is the train station? Please open the window.\nThank you very much. Good morning!"


def translate(shot: Photographer, session: TranslateSession, text: str, target: str) -> None:
    """Put a text in and wait for all of its translation."""
    session.target_language = target
    session.set_source(text)
    shot.settle(0.5)
    shot.until(lambda: not session.busy)


def texts(shot: Photographer, page: TranslatePage, session: TranslateSession) -> None:
    """Languages, a lit sentence, a second look."""
    shot.shoot("01-empty")
    translate(shot, session, TEXT, "de")
    page.desk.source.hovered.emit(0)
    shot.shoot("02-german")
    popup = page.desk.open_sentence(2)
    if popup is not None:
        popup.ask()
        shot.settle(2.0)
        popup.grab().save(str(shot.file("03-sentence")))
        popup.close()
    page.second_look.show_back()
    shot.settle(2.0)
    shot.shoot("04-back")
    page.second_look.close_look()
    page.languages.target.open_list()
    if page.languages.target.popup is not None:
        page.languages.target.popup.field.setText("ar")
        page.languages.target.popup.grab().save(str(shot.file("05-languages")))
        page.languages.target.popup.close()
    translate(shot, session, TEXT, "ar")
    shot.shoot("06-arabic")
    translate(shot, session, "Please open the window. {name} is 100% ready: see https://example.org.", "zh-Hans")
    shot.shoot("07-chinese-marked")
    translate(shot, session, "Thank you very much.", "scn")
    shot.shoot("08-weak-language")
    translate(shot, session, (TEXT + "\n\n") * 30, "de")
    shot.shoot("09-long")


def panels(shot: Photographer, page: TranslatePage, session: TranslateSession) -> None:
    """History, glossary, states, the small window, a narrow one, mirrored."""
    translate(shot, session, "Good morning!", "de")
    shot.settle(2.5)
    if session.history:
        session.star(session.history[0].id)
    page.toggle_history()
    shot.shoot("10-history")
    page.toggle_history()
    session.save_glossary([("train station", "Bahnhof"), ("contract", "Vertrag"), ("invoice", "Rechnung")])
    page.bar.glossary.click()
    shot.settle(0.3)
    dialog = page.findChildren(GlossaryDialog)[0]
    dialog.grab().save(str(shot.file("11-glossary")))
    dialog.close()
    session.save_glossary([])
    session.problem = problem_for(ErrorCode.INTERNAL)
    session.changed.emit()
    shot.shoot("12-failed")
    session.problem = None
    small = shot.parley.translate_side().small_window()
    small.translate("Where is the train station?")
    shot.settle(0.5)
    shot.until(lambda: not small.session.busy)
    small.grab().save(str(shot.file("13-small-window")))
    small.close()
    translate(shot, session, TEXT, "ar")
    shot.parley.window.resize(480, 760)
    shot.shoot("14-narrow")
    shot.parley.window.resize(1180, 760)
    application = QApplication.instance()
    if isinstance(application, QApplication):
        install_language(application, "ar")
    shot.shoot("15-mirrored")


def chinese(shot: Photographer, page: TranslatePage, session: TranslateSession) -> None:
    """The whole window in Chinese, translating into it."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        install_language(application, "zh_CN")
    translate(shot, session, TEXT, "zh-Hans")
    page.notes.banner.closed.emit()
    page.second_look.show_back()
    shot.settle(2.0)
    page.desk.source.hovered.emit(0)
    shot.shoot("16-chinese")


def main(scheme: str, scale: str, out: Path) -> int:
    """Take the pictures of one scheme at one scale."""
    with opened(scheme, f"{scheme}-{scale}x-translate", out, size=(1180, 760)) as shot:
        parley = shot.parley
        seed(parley)
        parley.window.translation.open()
        page, session = parley.window.translation.page, parley.translate_side().session
        if page is not None:
            texts(shot, page, session)
            panels(shot, page, session)
            chinese(shot, page, session)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
