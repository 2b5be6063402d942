"""Sentences with a number in them. Qt's lupdate finds plural forms in ``tr`` alone, not in ``translate``."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Counted(QObject):
    """Made where a sentence is needed; keeps nothing."""

    def later(self, minutes: int) -> str:
        """When to try again."""
        return self.tr("Try again in %Ln minute(s).", "", minutes)

    def tokens(self, count: int) -> str:
        """Return so many tokens."""
        return self.tr("%Ln token(s)", "", count)

    def saved(self, count: int) -> str:
        """How many conversations were saved from a damaged file."""
        return self.tr("%Ln conversation(s) were saved.", "", count)

    def lost(self, count: int) -> str:
        """How many messages are gone."""
        return self.tr("Up to %Ln message(s) could not be read any more.", "", count)

    def from_copy(self, count: int) -> str:
        """How many messages are not from the file itself."""
        return self.tr("%Ln message(s) come from a copy.", "", count)

    def untitled(self, count: int) -> str:
        """How many conversations have no title any more."""
        return self.tr("%Ln conversation(s) lost their title.", "", count)
