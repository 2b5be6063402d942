"""The one place where everything is built and handed its collaborators."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app import APP_ID, __version__
from app.session.chat.answer_writer import AnswerWriter
from app.session.chat.chat_session import ChatSession
from app.session.chat.conversation_list import ConversationList
from app.session.chat.preset_list import PresetList
from app.session.keeping.store_access import StoreAccess
from app.session.keeping.vault_session import VaultSession
from app.session.models.model_session import ModelSession
from app.session.tasks import BackgroundThread
from app.session.workers.engine_client import EngineClient
from app.settings.store import SettingsStore
from app.system.logs import start_logging
from app.system.paths import Paths, default_paths, resources
from app.ui.chat.transcript.transcript_host import TranscriptHost
from app.ui.collector import Collector
from app.ui.i18n import install_language, prefer_letters_of
from app.ui.main_window import MainWindow
from app.ui.parley import Parley
from app.ui.theme import Theme

log = logging.getLogger(__name__)

TURN_SECONDS = 0.0005
"""For which a thread goes on while the window waits: it gets in at each call of Qt, and the usual 5 ms add up."""

CLIPBOARD = ""
"""Stands for the clipboard's text where one is asked for."""


def build(application: QApplication, paths: Paths, settings: SettingsStore | None = None) -> Parley:
    """Build the program around an existing ``QApplication``; nothing is started yet."""
    settings = settings or SettingsStore(paths.settings_file)
    install_language(application, settings.current.language)
    theme = Theme(application, settings.current.colour_scheme)
    engine = EngineClient(paths.logs)
    models = ModelSession(engine, settings)
    thread = BackgroundThread("store")
    access = StoreAccess(thread)
    vault = VaultSession(paths, thread, access)
    writer = AnswerWriter(engine, models, access)
    chat = ChatSession(writer, models, access, settings)
    conversations = ConversationList(access)
    chat.conversation_saved.connect(conversations.upsert)
    conversations.row_changed.connect(chat.take_over)
    conversations.deleted.connect(chat.forget_conversations)
    conversations.undeleted.connect(chat.remember_conversations)
    presets = PresetList(chat, access)
    transcript = TranscriptHost(theme, chat)
    window = MainWindow(theme, settings, chat, conversations, models, vault, transcript)
    models.notice.connect(window.show_notice)
    presets.notice.connect(window.show_notice)
    transcript.example_chosen.connect(window.use_example)
    chat.message_wanted.connect(transcript.go_to)
    transcript.zoom_wanted.connect(window.zoom.step)
    transcript.quote_wanted.connect(window.page.composer.quote)
    parley = Parley(
        settings, engine, models, access, vault, chat, conversations, presets, theme, transcript, window, paths
    )
    transcript.link_activated.connect(parley.open_link)
    window.use_models_page(lambda: parley.models_side().page())
    window.settings_sources = parley.settings_sources
    window.keeping = parley.keeping_side
    window.finding = transcript.find_next
    window.escapes.append(transcript.close_find)
    window.translation.make = lambda: parley.translate_side().page()
    return parley


def main(arguments: list[str]) -> int:
    """Run Parley; return the exit code."""
    options = _parse(arguments) if arguments else Options()
    paths = default_paths()
    start_logging(paths.logs, "parley")
    _catch_faults()
    settings = SettingsStore(paths.settings_file)
    prefer_letters_of(settings.current.language)
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")  # the style sheets are written for it
    application.setApplicationName(APP_ID)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("parley")
    application.setWindowIcon(QIcon(str(resources() / "icons" / "parley.svg")))
    text = options.translate if options.translate != CLIPBOARD else application.clipboard().text()
    if text is not None and _handed_over(paths, text):
        return 0
    parley = build(application, paths, settings)
    if text is None:
        parley.window.show()
    application.processEvents()  # the person sees the window before anything else is begun
    sys.setswitchinterval(TURN_SECONDS)
    parley.collector = Collector(parley.window)  # __main__ switched it off: the start makes no garbage
    if options.exit_when_usable:
        sys.stdout.write("usable\n")
        sys.stdout.flush()
        return 0
    parley.start()
    if text is not None:
        parley.listen()
        parley.translate(text)
    if options.scripted_person:
        from app.ui.scripted_person import ScriptedPerson  # noqa: PLC0415 - not part of a person's start

        person = ScriptedPerson(parley, options.question, options.screenshot)
        person.left.connect(application.exit)
        person.start()
    code = application.exec()
    parley.close()
    return code


@dataclass(frozen=True)
class Options:
    """What the command line can ask for; a double click asks for nothing."""

    scripted_person: bool = False
    question: str = "What is 347 + 268 + 119?"
    screenshot: Path = Path("parley.png")
    exit_when_usable: bool = False
    translate: str | None = None  # None: not this time


def _parse(arguments: list[str]) -> Options:
    import argparse  # noqa: PLC0415 - not needed by a double click

    parser = argparse.ArgumentParser(prog="parley", description="Private, offline chat on your own computer.")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--scripted-person", action="store_true", help="ask one question by itself, then quit")
    parser.add_argument("--question", default=Options.question, help="what the scripted person asks")
    parser.add_argument("--screenshot", type=Path, default=Options.screenshot, help="where its picture goes")
    parser.add_argument("--exit-when-usable", action="store_true", help="quit once the window takes input (benchmarks)")
    words = "bring up the small window with this text, or with the clipboard's; in the running Parley, if there is one"
    parser.add_argument("--translate", nargs="?", const=CLIPBOARD, metavar="TEXT", help=words)
    return Options(**vars(parser.parse_args(arguments)))


def _handed_over(paths: Paths, text: str) -> bool:
    """Give a text to the Parley that runs already; say whether there is one."""
    from app.ui.translate.handover import hand_over_when_ready  # noqa: PLC0415 - not part of a person's start

    return hand_over_when_ready(paths.data, text)


def _catch_faults() -> None:
    """Log our own mistakes with their traceback; the window lives on, since a slot's fault ends only that slot."""

    def hook(kind: type[BaseException], value: BaseException, trace: object) -> None:
        log.critical("a fault in Parley", exc_info=(kind, value, trace))  # type: ignore[arg-type]

    sys.excepthook = hook
