"""The shape of one conversation in memory: which messages are versions of each other. No Qt, no storage."""

from __future__ import annotations

from collections.abc import Iterable

Link = tuple[str, str | None]
"""A message's id and its parent's."""


class MessageTree:
    """Ids only. Messages come in the order in which they were stored, parents first."""

    def __init__(self, links: Iterable[Link] = ()) -> None:
        self._parents: dict[str, str | None] = {}
        self._children: dict[str | None, list[str]] = {}
        for message_id, parent_id in links:
            self.add(message_id, parent_id)

    def add(self, message_id: str, parent_id: str | None) -> None:
        """Take in a message that was made; the newest version of its parent's children."""
        self._parents[message_id] = parent_id
        self._children.setdefault(parent_id, []).append(message_id)

    def remove(self, message_id: str) -> None:
        """Forget a message that nothing is below of; one that is not there is no fault."""
        if message_id in self._parents:
            self._children[self._parents.pop(message_id)].remove(message_id)

    def versions(self, message_id: str) -> list[str]:
        """Return the ids of the versions of a message, itself among them, oldest first; itself alone if unknown."""
        if message_id not in self._parents:
            return [message_id]
        return list(self._children[self._parents[message_id]])

    def has_children(self, message_id: str) -> bool:
        """Whether anything follows a message, on any branch."""
        return bool(self._children.get(message_id))
