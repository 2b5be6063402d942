"""What stands in the sidebar's list, from top to bottom: headings, folders, conversations. No widgets.

Plain values and one pass, because the list of ten thousand conversations is planned again whenever one of them moves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

import msgspec

from app.chat.conversation import Conversation, Folder
from app.session.chat.conversation_list import ConversationGroup

DAY = 86_400.0


class GroupItem(msgspec.Struct, frozen=True):
    """A heading; None is that of the folders."""

    group: ConversationGroup | None

    @property
    def id(self) -> str:
        """Tells it from every other item."""
        return f"group:{self.group}"


class FolderItem(msgspec.Struct, frozen=True):
    """A folder, whether it is open, and how many conversations it holds."""

    folder: Folder
    count: int
    open: bool

    @property
    def id(self) -> str:
        """Tells it from every other item."""
        return folder_key(self.folder.id)


Item = GroupItem | FolderItem | Conversation


class Shelf(msgspec.Struct, frozen=True):
    """How the list is arranged. ``flat``: neither folders nor pins, as in the archive."""

    folders: Sequence[Folder]
    closed: Collection[str]
    now: datetime
    flat: bool = False


def folder_key(folder_id: str) -> str:
    """Return the id of a folder's item."""
    return f"folder:{folder_id}"


def plan(rows: Iterable[Conversation], shelf: Shelf) -> list[Item]:
    """Return the items for ``rows``, which come newest first. What lies in a folder stands nowhere else."""
    pinned: list[Conversation] = []
    held: dict[str, list[Conversation]] = {} if shelf.flat else {folder.id: [] for folder in shelf.folders}
    loose: list[Conversation] = []
    for row in rows:
        if row.folder_id in held:
            held[row.folder_id].append(row)
        elif row.pinned and not shelf.flat:
            pinned.append(row)
        else:
            loose.append(row)
    items: list[Item] = [GroupItem(ConversationGroup.PINNED), *pinned] if pinned else []
    items += _folders(shelf, held)
    items += _by_age(loose, shelf.now)
    return items


def _folders(shelf: Shelf, held: dict[str, list[Conversation]]) -> list[Item]:
    items: list[Item] = [GroupItem(None)] if held else []
    for folder in shelf.folders if held else ():
        rows, is_open = held[folder.id], folder.id not in shelf.closed
        items.append(FolderItem(folder, len(rows), is_open))
        if is_open:
            items += [row for row in rows if row.pinned]
            items += [row for row in rows if not row.pinned]
    return items


def _by_age(rows: list[Conversation], now: datetime) -> list[Item]:
    """Put headings between the days, by calendar days in the zone of ``now``."""
    today = now.replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
    starts = (
        (ConversationGroup.TODAY, today),
        (ConversationGroup.YESTERDAY, today - DAY),
        (ConversationGroup.WEEK, today - 6 * DAY),
        (ConversationGroup.OLDER, float("-inf")),
    )
    items: list[Item] = []
    begin = 0
    for group, start in starts:
        end = bisect_right(rows, -start, lo=begin, key=lambda row: -row.updated_at)
        if end > begin:
            items.append(GroupItem(group))
            items += rows[begin:end]
        begin = end
    return items
