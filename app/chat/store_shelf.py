"""The store's folders and presets, and which conversation lies where. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from app.chat.conversation import ContextCut, ConversationSettings, Folder, Preset, new_id
from app.chat.rows import clean, encode_json, folder_from_row, preset_from_row
from app.chat.store_base import StoreBase

_SAVE_PRESET = """
INSERT INTO presets (id, name, settings, thinking_enabled, thinking_budget) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, settings = excluded.settings,
    thinking_enabled = excluded.thinking_enabled, thinking_budget = excluded.thinking_budget
"""


class ShelfStore(StoreBase):
    """Folders, presets, and the settings of conversations."""

    def folders(self) -> list[Folder]:
        """Return all folders, in the order in which they are shown."""
        rows = self._database.rows("SELECT * FROM folders ORDER BY position, rowid")
        return [folder_from_row(row) for row in rows]

    def create_folder(self, name: str) -> Folder:
        """Make an empty folder below the others."""
        with self._database.transaction():
            position = self._database.value("SELECT coalesce(max(position), -1) + 1 FROM folders")
            folder = Folder(new_id(), clean(name), int(position))
            self._insert_folder(folder)
        return folder

    def _insert_folder(self, folder: Folder) -> None:
        self._database.run(
            "INSERT INTO folders (id, name, position) VALUES (?, ?, ?)", folder.id, clean(folder.name), folder.position
        )

    def rename_folder(self, folder_id: str, name: str) -> bool:
        """Name a folder. Returns whether it exists."""
        return self._change("UPDATE folders SET name = ? WHERE id = ?", clean(name), folder_id)

    def order_folders(self, folder_ids: Sequence[str]) -> None:
        """Show the folders in this order."""
        with self._database.transaction():
            for position, folder_id in enumerate(folder_ids):
                self._database.run("UPDATE folders SET position = ? WHERE id = ?", position, folder_id)

    def delete_folder(self, folder_id: str) -> list[str]:
        """Remove a folder and keep its conversations. Returns their ids, which ``restore_folder`` takes."""
        with self._database.transaction():
            rows = self._database.rows("SELECT id FROM conversations WHERE folder_id = ?", folder_id)
            self._database.run("DELETE FROM folders WHERE id = ?", folder_id)  # its conversations lose it by the key
        return [row["id"] for row in rows]

    def restore_folder(self, folder: Folder, conversation_ids: Sequence[str]) -> None:
        """Make a deleted folder again; those of its conversations that lie in no other folder go back into it."""
        with self._database.transaction():
            self._insert_folder(folder)
            for one in conversation_ids:
                self._database.run(
                    "UPDATE conversations SET folder_id = ? WHERE id = ? AND folder_id IS NULL", folder.id, one
                )

    def set_folder(self, conversation_ids: Sequence[str], folder_id: str | None) -> int:
        """Put conversations into a folder, or out of any (None). Returns how many there were."""
        return self._change_each("UPDATE conversations SET folder_id = ? WHERE id = ?", folder_id, conversation_ids)

    def set_archived(self, conversation_ids: Sequence[str], archived: bool) -> int:
        """Put conversations out of sight, or back. Returns how many there were."""
        return self._change_each("UPDATE conversations SET archived = ? WHERE id = ?", archived, conversation_ids)

    def set_settings(self, conversation_id: str, settings: ConversationSettings) -> bool:
        """Replace the settings of one conversation. Returns whether it exists."""
        return self._change(
            "UPDATE conversations SET settings = ? WHERE id = ?", encode_json(settings), conversation_id
        )

    def set_cuts(self, conversation_id: str, cuts: list[ContextCut]) -> bool:
        """Say from where on the model sees the branches of one conversation. Returns whether it exists."""
        return self._change("UPDATE conversations SET cuts = ? WHERE id = ?", encode_json(cuts), conversation_id)

    def presets(self) -> list[Preset]:
        """Return all presets, oldest first."""
        return [preset_from_row(row) for row in self._database.rows("SELECT * FROM presets ORDER BY rowid")]

    def save_preset(self, preset: Preset) -> None:
        """Add a preset, or replace the one with its id."""
        with self._database.transaction():
            self._database.run(
                _SAVE_PRESET,
                preset.id, clean(preset.name), encode_json(preset.settings), preset.thinking_enabled,
                preset.thinking_budget,
            )  # fmt: skip

    def delete_preset(self, preset_id: str) -> bool:
        """Remove a preset; ``save_preset`` brings it back. Returns whether it was there."""
        return self._change("DELETE FROM presets WHERE id = ?", preset_id)
