"""What can be done with conversations and folders of the sidebar, as menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.chat.conversation import Conversation, Folder
from app.ui.chat.sidebar.conversation_rows import Conversations
from app.ui.icons import icon
from app.ui.theme import Theme
from app.ui.widgets.menu import Menu

FOLDER_UP, FOLDER_DOWN = "Ctrl+Shift+Up", "Ctrl+Shift+Down"


class ConversationMenus(QWidget):
    """An invisible child of the view; ``rename_wanted`` carries the id of a conversation or of a folder's row."""

    rename_wanted = Signal(str)
    folder_rename_wanted = Signal(str)
    folder_move_wanted = Signal(str, int)  # id, -1 up or 1 down
    export_wanted = Signal(list)  # ids

    def __init__(self, theme: Theme, conversations: Conversations, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._conversations = conversations
        self.hide()

    def for_conversations(self, ids: Sequence[str], reveal: Callable[[], None] | None = None) -> Menu:
        """Return the menu of these conversations. ``reveal`` brings the list on the screen before a row is edited."""
        menu, chosen = self._menu(), [row for row in map(self._conversations.conversation, ids) if row]
        if len(chosen) == 1:
            self._add_single(menu, chosen[0], reveal)
        move = self.move_menu(ids)
        move.setTitle(self.tr("Move to a folder"))
        move.setIcon(icon("folder", self._theme.colours.muted))
        move.setParent(menu, move.windowFlags())
        menu.addMenu(move)
        archived = bool(chosen) and all(row.archived for row in chosen)
        words = self.tr("Take out of the archive") if archived else self.tr("Archive")
        put = partial(self._conversations.set_archived, list(ids), not archived)
        self._add(menu, "archive", words, put)
        self._add(menu, "save", self.tr("Export…"), lambda: self.export_wanted.emit(list(ids)))
        menu.addSeparator()
        words = self.tr("Delete") if len(ids) == 1 else self.tr("Delete %Ln conversation(s)", "", len(ids))
        delete = self._add(menu, "trash", words, partial(self._conversations.delete, list(ids)), bad=True)
        delete.setShortcut("Del")
        return menu

    def for_folder(self, folder: Folder, held: Sequence[str]) -> Menu:
        """Return the menu of a folder that holds these conversations."""
        menu = self._menu()
        rename = self._add(menu, "edit", self.tr("Rename"), lambda: self.folder_rename_wanted.emit(folder.id))
        rename.setShortcut("F2")
        export = self._add(menu, "save", self.tr("Export…"), lambda: self.export_wanted.emit(list(held)))
        export.setEnabled(bool(held))
        self._add_moves(menu, folder)
        menu.addSeparator()
        words = self.tr("Delete the folder, keep its conversations")
        self._add(menu, "trash", words, partial(self._conversations.delete_folder, folder.id), bad=True)
        return menu

    def move_menu(self, ids: Sequence[str]) -> Menu:
        """Return the menu of the folders to which these conversations can go."""
        menu, muted = self._menu(), self._theme.colours.muted
        rows = [row for row in map(self._conversations.conversation, ids) if row]
        here = {row.folder_id for row in rows}
        for folder in self._conversations.folders:
            move = partial(self._conversations.set_folder, list(ids), folder.id)
            action = self._add(menu, "folder", plain_in_menu(folder.name), move)
            if here == {folder.id}:
                action.setIcon(icon("check", self._theme.colours.accent))
                action.setEnabled(False)
        if self._conversations.folders:
            menu.addSeparator()
        menu.addAction(icon("plus", muted), self.tr("New folder")).triggered.connect(lambda: self.new_folder(ids))
        if here - {None}:
            out = partial(self._conversations.set_folder, list(ids), None)
            self._add(menu, "close", self.tr("Out of the folder"), out)
        return menu

    def new_folder(self, ids: Sequence[str] = ()) -> None:
        """Make a folder with these conversations in it, and let the person name it."""
        folder_id = self._conversations.create_folder(self.tr("New folder"))
        if ids:
            self._conversations.set_folder(list(ids), folder_id)
        self.folder_rename_wanted.emit(folder_id)

    def _add_moves(self, menu: Menu, folder: Folder) -> None:
        places = [one.id for one in self._conversations.folders]
        up = self._add(menu, "arrow_up", self.tr("Move up"), lambda: self.folder_move_wanted.emit(folder.id, -1))
        down = self._add(menu, "arrow_down", self.tr("Move down"), lambda: self.folder_move_wanted.emit(folder.id, 1))
        up.setShortcut(FOLDER_UP)
        down.setShortcut(FOLDER_DOWN)
        up.setEnabled(folder.id != places[0])
        down.setEnabled(folder.id != places[-1])

    def _add_single(self, menu: Menu, row: Conversation, reveal: Callable[[], None] | None) -> None:
        rename = self._add(menu, "edit", self.tr("Rename"))
        rename.setShortcut("F2")
        if reveal is not None:
            rename.triggered.connect(reveal)
        rename.triggered.connect(lambda: self.rename_wanted.emit(row.id))
        if not row.archived:
            words = self.tr("Unpin") if row.pinned else self.tr("Pin to the top")
            self._add(menu, "pin", words, partial(self._conversations.set_pinned, row.id, not row.pinned))

    def _menu(self) -> Menu:
        menu = Menu(self.parentWidget())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _add(
        self, menu: Menu, image: str, words: str, run: Callable[[], object] | None = None, *, bad: bool = False
    ) -> QAction:
        colours = self._theme.colours
        action = menu.addAction(icon(image, colours.bad if bad else colours.muted), words)
        if run is not None:
            action.triggered.connect(lambda _checked=False: run())
        return action


def plain_in_menu(text: str) -> str:
    """Return a text that a menu shows as it is: a single ampersand would underline the next letter."""
    return text.replace("&", "&&")
