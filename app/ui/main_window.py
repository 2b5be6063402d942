"""The main window: puts the pieces together and shows what they ask for.

Dialogs are imported where they open: nobody needs them in the first second.
"""

from __future__ import annotations

import base64
import binascii
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, SignalInstance
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from app.engine.api import Role
from app.session.notices import Notice, Problem
from app.settings.store import SettingsStore
from app.ui.chat.chat_page import ChatPage
from app.ui.chat.composer.budget_scale import OFF, next_stop
from app.ui.chat.composer.composer import ComposerChat
from app.ui.chat.sidebar.conversation_rows import Conversations
from app.ui.chat.sidebar.sidebar import Sidebar, SidebarChat
from app.ui.icons import icon
from app.ui.models.picker import PickedModel
from app.ui.notice_actions import NoticeActions
from app.ui.shell_frame import ShellFrame
from app.ui.theme import Theme
from app.ui.translate_door import TranslateDoor
from app.ui.vault_panel import Vault
from app.ui.widgets.dropped import may_be_conversations
from app.ui.widgets.menu import Menu
from app.ui.widgets.toast import ToastText
from app.ui.window_commands import Command, WindowCommands
from app.ui.zoom import Zoom

if TYPE_CHECKING:
    from app.ui.dialogs.shortcuts import Shortcut
    from app.ui.keeping_side import KeepingSide
    from app.ui.models.models_bar import Part
    from app.ui.models.models_page import ModelsPage
    from app.ui.settings.settings_dialog import SettingsDialog
    from app.ui.settings.sources import Sources

log = logging.getLogger(__name__)

FIRST_SIZE = (1180, 820)
SMALLEST_SIZE = (480, 440)


class WindowChat(ComposerChat, SidebarChat, Protocol):
    """``ChatSession`` as the window uses it."""

    @property
    def notice(self) -> SignalInstance:
        """A ``Notice`` to show."""
        ...

    def answer_now(self) -> None:
        """End the thinking."""

    def retry(self) -> None:
        """Ask again for the last answer."""

    def retry_in(self, conversation_id: str) -> None:
        """Ask again for the last answer of a conversation, and show it."""

    def versions(self, message_id: str) -> list[str]:
        """Return the ids of a message's versions, oldest first."""

    def show_version(self, version_id: str) -> None:
        """Show another version of a message."""


class MainWindow(QMainWindow):
    """Everything it shows lives in the sessions that it is given."""

    def __init__(  # noqa: PLR0913, PLR0917 - its collaborators, each named
        self,
        theme: Theme,
        settings: SettingsStore,
        chat: WindowChat,
        conversations: Conversations,
        model: PickedModel,
        vault: Vault,
        transcript: QWidget,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._settings = settings
        self._chat = chat
        self._conversations = conversations
        self._model = model
        self._vault = vault
        theme.follow(settings.current)
        self.zoom = Zoom(theme, settings, self)
        self.sidebar = Sidebar(theme, chat, conversations)
        self.page = ChatPage(theme, chat, model, vault, transcript)
        self.models: ModelsPage | None = None
        self._make_models: Callable[[], ModelsPage] | None = None
        self.settings_sources: Callable[[], Sources] | None = None
        self.translation = TranslateDoor(self)
        self.keeping: Callable[[], KeepingSide] | None = None
        self.finding: Callable[[int], None] | None = None  # opens the bar (0), goes on (1) or back (-1)
        self.escapes: list[Callable[[], bool]] = []  # each closes something, and says whether it was open
        self.pages = QStackedWidget()
        self.pages.addWidget(self.page)
        self.frame = ShellFrame(self.sidebar, self.pages, wanted=settings.current.sidebar_visible)
        self.setCentralWidget(self.frame)
        self.setMinimumSize(*SMALLEST_SIZE)
        self._restore_geometry()
        self._commands = WindowCommands(self, chat)
        self._commands.listen()
        self._notices = NoticeActions(self, chat, model)
        self._connect()
        self._show_title()
        self.focus_composer()

    def use_models_page(self, make: Callable[[], ModelsPage]) -> None:
        """Take the function that builds the Models page when it is first opened."""
        self._make_models = make

    def search(self) -> None:
        """Open the search in all conversations."""
        if self.keeping is not None:
            self.keeping().search()

    def export(self, ids: list[str]) -> None:
        """Ask how to export these conversations."""
        if self.keeping is not None:
            self.keeping().flow.export(ids)

    def show_copies(self) -> None:
        """Open what there is of copies of the conversations."""
        if self.keeping is not None:
            self.keeping().show_copies()

    def import_files(self) -> None:
        """Ask which files to import conversations from."""
        if self.keeping is not None:
            self.keeping().flow.ask_for_files()

    def attach_or_import(self, paths: list[Path], attach: Callable[[list[Path]], None]) -> None:
        """Import the files that hold conversations; ``attach`` gets the others."""
        if self.keeping is not None and any(map(may_be_conversations, paths)):
            self.keeping().flow.sort(paths, attach)
        else:
            attach(paths)

    def show_models(self, part: Part | None = None) -> None:
        """Show the Models page, or one part of it."""
        if self.models is None:
            if self._make_models is None:
                return
            self.models = self._make_models()
            self.models.sidebar_wanted.connect(self.frame.toggle)
            self.models.used.connect(self.focus_composer)
            self.models.link_activated.connect(self.open_link)
            self.pages.addWidget(self.models)
        if part is not None:
            self.models.show_part(part)
        self.pages.setCurrentWidget(self.models)
        self.sidebar.show_page(2)
        self.frame.close_drawer()
        self.models.focus_first()

    def show_downloads(self) -> None:
        """Show the downloads."""
        from app.ui.models.models_bar import Part

        self.show_models(Part.DOWNLOADS)

    def focus_composer(self) -> QWidget:
        """Show the chat, put the keyboard into the composer and return the field."""
        self.pages.setCurrentWidget(self.page)
        self.sidebar.show_page(0)
        self.page.composer.focus_text()
        return self.page.composer.edit

    def use_example(self, text: str) -> None:
        """Put an example's text into the composer."""
        self.page.composer.put_text(text)

    def open_link(self, target: str) -> None:
        """Ask, then open a link of the conversation."""
        from app.ui.links import open_link

        open_link(self, target)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice as a toast with its action."""
        self.show_toast(self._notices.toast_of(notice))

    def show_toast(self, content: ToastText) -> None:
        """Show passing words on the page that is seen."""
        seen = self.translation.shown or (self.models if self.models and self.models.isVisible() else self.page)
        seen.show_toast(content)

    def commands(self) -> list[Command]:
        """Return all that the keyboard can do, in the language in use."""
        return self._commands.all()

    def copy_last_answer(self) -> None:
        """Put the newest answer on the clipboard, without its thoughts; on the Translate page the translation."""
        if self.translation.shown is not None:
            self.translation.shown.desk.copy()
            return
        answers = (m.text for m in reversed(self._chat.messages) if m.role is Role.ASSISTANT and m.text)
        text = next(answers, "")
        if text:
            QGuiApplication.clipboard().setText(text)
            self.show_toast(ToastText(self.tr("The last answer was copied.")))

    def show_settings(self) -> SettingsDialog:
        """Open the settings."""
        from app.ui.dialogs.about import AboutDialog
        from app.ui.settings.settings_dialog import SettingsDialog
        from app.ui.settings.sources import Sources

        usual = Sources(self._theme, self._settings, shortcuts=self.shortcuts)
        dialog = SettingsDialog(self.settings_sources() if self.settings_sources is not None else usual, self)
        dialog.language_chosen.connect(self._use_language)
        dialog.about_wanted.connect(lambda: AboutDialog(self).open())
        dialog.recovery_code_wanted.connect(self.show_recovery_code)
        dialog.not_saved.connect(self._settings_not_saved)
        dialog.show()
        return dialog

    def show_shortcuts(self) -> None:
        """Open the list of shortcuts."""
        from app.ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.shortcuts(), self).open()

    def shortcuts(self) -> list[Shortcut]:
        """Return all keys that do something, in the language in use."""
        return self._commands.listed()

    def show_details(self, problem: Problem) -> None:
        """Open the technical lines of a problem."""
        from app.ui.dialogs.details import DetailsDialog

        DetailsDialog(self._theme, problem, self).open()

    def show_recovery_code(self) -> None:
        """Show the recovery code, if there still is one to show."""
        from app.ui.dialogs.recovery_code import RecoveryCodeDialog

        if self._vault.recovery_code:
            dialog = RecoveryCodeDialog(self._theme, self._vault.recovery_code, self)
            dialog.seen.connect(self._vault.recovery_code_seen)
            dialog.open()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_title()
        super().changeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._change_setting(window_geometry=base64.b64encode(self.saveGeometry().data()).decode("ascii"))
        super().closeEvent(event)

    def _connect(self) -> None:
        page, banners = self.page, self.page.banners
        self._chat.notice.connect(self.show_notice)
        self._chat.conversation_changed.connect(self._show_title)
        self._conversations.notice.connect(self.show_notice)
        rows, view = self.sidebar.view.rows, self.sidebar.view
        for signal in (rows.dataChanged, rows.rowsInserted, rows.rowsRemoved, rows.modelReset):
            signal.connect(self._show_title)
        view.rows.close_folders(self._settings.current.closed_folders)
        view.folding_changed.connect(lambda ids: self._change_setting(closed_folders=ids))
        self.sidebar.settings_wanted.connect(self.show_settings)
        self.sidebar.chat_wanted.connect(self.focus_composer)
        self.sidebar.translate_wanted.connect(self.translation.open)
        self.sidebar.models_wanted.connect(self.show_models)
        self.sidebar.downloads_wanted.connect(self.show_downloads)
        self.sidebar.search_wanted.connect(self.search)
        self.sidebar.export_wanted.connect(self.export)
        self.sidebar.opened.connect(self.went_somewhere)
        self.frame.wanted_changed.connect(lambda wanted: self._change_setting(sidebar_visible=wanted))
        page.top_bar.sidebar_wanted.connect(self.frame.toggle)
        page.top_bar.more_wanted.connect(self._show_more)
        page.top_bar.picker.details_wanted.connect(self.show_details)
        page.top_bar.picker.models_wanted.connect(self.show_models)
        banners.details_wanted.connect(self.show_details)
        banners.recovery_code_wanted.connect(self.show_recovery_code)
        banners.passphrase_wanted.connect(self._ask_for_passphrase)
        banners.copies_wanted.connect(self.show_copies)
        banners.model_choice_wanted.connect(page.top_bar.picker.open_menu)

    def new_chat(self) -> None:
        """Show an empty conversation."""
        self._chat.new_conversation()
        self.went_somewhere()

    def went_somewhere(self) -> None:
        """Show the chat, with the keyboard in the composer."""
        self.frame.close_drawer()
        self.focus_composer()

    def escape(self) -> None:
        """Close what is open, or stop the answer."""
        if any(close() for close in (*self.escapes, self.sidebar.view.select_none, self.frame.close_drawer)):
            return
        if self.page.side.close_overlay():
            return
        if self.translation.shown is not None:
            self.translation.shown.escape()
        elif self.models is not None and self.models.isVisible():
            self.models.escape()
        elif self._chat.busy:
            self._chat.stop()

    def search_here(self) -> None:
        """Search on the page that is shown: for models, or in the conversations."""
        if self.models is not None and self.models.isVisible():
            self.models.focus_search()
        else:
            self.search()

    def think_less(self) -> None:
        """Take the next smaller thinking budget."""
        fewer = next_stop(self._chat.thinking_budget, -1)
        if fewer != OFF:
            self._chat.set_budget(fewer)
        self.page.composer.thinking.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_title(self) -> None:
        shown = self._chat.conversation
        listed = self._conversations.conversation(shown.id) if shown else None
        title = self.sidebar.view.rows.words(listed) if listed else (shown.title if shown else "")
        self.page.top_bar.show_title(title)
        self.setWindowTitle(self.tr("{title} – Parley").format(title=title) if title else "Parley")

    def _show_more(self, place: QPoint) -> None:
        menu = self.more_menu()
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            place -= QPoint(max(0, menu.sizeHint().width() - self.page.top_bar.more.width()), 0)
        menu.popup(place)

    def more_menu(self) -> Menu:
        """Return the menu of the conversation shown."""
        shown = self._chat.conversation
        if shown is not None and self._conversations.conversation(shown.id) is not None:
            menu = self.sidebar.view.menus.for_conversations([shown.id], reveal=self.frame.reveal)
            menu.addSeparator()
        else:
            menu = Menu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        muted = self._theme.colours.muted
        copy = menu.addAction(icon("copy", muted), self.tr("Copy the last answer"))
        copy.setEnabled(any(m.role is Role.ASSISTANT and m.text for m in self._chat.messages))
        copy.triggered.connect(self.copy_last_answer)
        bring = menu.addAction(icon("folder", muted), self.tr("Import conversations…"))
        bring.triggered.connect(self.import_files)
        copies = menu.addAction(icon("archive", muted), self.tr("Copies of the conversations…"))
        copies.triggered.connect(self.show_copies)
        menu.addAction(icon("settings", muted), self.tr("Settings")).triggered.connect(self.show_settings)
        return menu

    def _ask_for_passphrase(self) -> None:
        from app.ui.dialogs.passphrase import PassphraseDialog

        dialog = PassphraseDialog(self)
        dialog.chosen.connect(self._vault.choose_passphrase)
        dialog.open()

    def _use_language(self, code: str) -> None:
        from app.ui.settings.new_language import use_language

        application = QApplication.instance()
        if isinstance(application, QApplication):
            use_language(application, code)

    def _change_setting(self, **values: Any) -> None:
        try:
            self._settings.change(**values)
        except OSError as error:
            self._settings_not_saved(error.strerror or str(error))

    def _settings_not_saved(self, reason: str) -> None:
        log.warning("settings not saved: %s", reason)
        words = self.tr("The settings could not be saved: {reason}").format(reason=reason)
        self.show_toast(ToastText(words, bad=True))

    def _restore_geometry(self) -> None:
        self.resize(*FIRST_SIZE)
        try:
            kept = base64.b64decode(self._settings.current.window_geometry, validate=True)
        except (binascii.Error, ValueError):
            return
        if kept:
            self.restoreGeometry(QByteArray(kept))
