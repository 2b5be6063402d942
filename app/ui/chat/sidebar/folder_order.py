"""Folders in the order that a person wants: dragged between others, or moved by keyboard and menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget
from typing_extensions import override

from app.chat.conversation import Folder
from app.ui.chat.sidebar.conversation_rows import ConversationRows, Conversations
from app.ui.chat.sidebar.row_plan import FolderItem
from app.ui.theme import Theme

FOLDER_MIME = "application/x-parley-folder"
THICKNESS = 2


def with_folder_at(folders: Sequence[Folder], folder_id: str, place: int) -> list[str]:
    """Return the ids of the folders with one of them moved; ``place`` counts the gaps: 0 is above all, n below."""
    ids = [folder.id for folder in folders]
    place -= ids.index(folder_id) < place  # counted without the one that moves
    ids.remove(folder_id)
    return [*ids[:place], folder_id, *ids[place:]]


class FolderOrder(QWidget):
    """The line that shows where a dragged folder would go, and what puts it there. Lies over the list's rows."""

    def __init__(self, theme: Theme, conversations: Conversations, rows: ConversationRows, view: QListView) -> None:
        super().__init__(view.viewport())
        self._theme, self._conversations, self._rows, self._view = theme, conversations, rows, view
        self._held: Folder | None = None
        self._held_at = QPoint()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def move_by(self, folder_id: str, steps: int) -> None:
        """Put a folder one place up (-1) or down (1), if there is one."""
        ids = [folder.id for folder in self._conversations.folders]
        place = ids.index(folder_id) + (2 if steps > 0 else -1)
        if 0 <= place <= len(ids):
            self._put(folder_id, place)

    # --- dragging ---

    def hold(self, place: QPoint) -> None:
        """Remember the folder that the mouse was pressed on, if it was one."""
        self._held, self._held_at = self._rows.folder_at(self._view.indexAt(place)), place

    def pull(self, place: QPoint) -> bool:
        """Begin to drag the folder held once the mouse is far enough; say whether it was dragged, and dropped."""
        far = (place - self._held_at).manhattanLength() >= QApplication.startDragDistance()
        if self._held is None or not far:
            return False
        folder, self._held = self._held, None
        row = self._view.visualRect(self._rows.index_of_folder(folder.id))
        data = QMimeData()
        data.setData(FOLDER_MIME, folder.id.encode("ascii"))
        drag = QDrag(self._view)
        drag.setMimeData(data)
        drag.setPixmap(self._view.viewport().grab(row))
        drag.setHotSpot(self._held_at - row.topLeft())
        drag.exec(Qt.DropAction.MoveAction)
        return True

    def show_gap(self, place: QPoint) -> None:
        """Show between which folders one that is held here would go."""
        self.setGeometry(0, self._edge_of(self._gap_at(place)) - 1, self._view.viewport().width(), THICKNESS)
        self.show()
        self.raise_()

    def drop(self, data: QMimeData, place: QPoint) -> None:
        """Put the folder that was dragged into the gap at this place."""
        self.hide()
        folder_id = bytes(data.data(FOLDER_MIME).data()).decode("ascii", "replace")
        if any(folder.id == folder_id for folder in self._conversations.folders):
            self._put(folder_id, self._gap_at(place))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("accent"))

    def _put(self, folder_id: str, place: int) -> None:
        folders = self._conversations.folders
        ids = with_folder_at(folders, folder_id, place)
        if ids != [folder.id for folder in folders]:
            self._conversations.order_folders(ids)

    def _gap_at(self, place: QPoint) -> int:
        middles = (self._view.visualRect(self._rows.index_of_folder(one.id)).center() for one in self._folders())
        return sum(middle.y() <= place.y() for middle in middles)

    def _edge_of(self, gap: int) -> int:
        """Return where a gap is: above its folder, or below all that the last one holds."""
        folders = self._folders()
        if gap < len(folders):
            return self._view.visualRect(self._rows.index_of_folder(folders[gap].id)).top()
        last = self._rows.index_of_folder(folders[-1].id)
        item = self._rows.item_at(last)
        inside = item.count if isinstance(item, FolderItem) and item.open else 0
        return self._view.visualRect(self._rows.index(last.row() + inside, 0)).bottom() + 1

    def _folders(self) -> Sequence[Folder]:
        return self._conversations.folders
