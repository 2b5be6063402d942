"""Settings under names, to give to any conversation."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from app.chat.conversation import ConversationSettings, Preset, new_id
from app.session.chat.chat_settings import ChatSettings
from app.session.keeping.store_access import StoreAccess
from app.session.keeping.undo import UndoWindow
from app.session.notices import Notice, NoticeAction, Severity

if TYPE_CHECKING:
    from app.chat.store import ConversationStore

log = logging.getLogger(__name__)


class PresetList(QObject):
    """The presets, by name. What replaces or removes something says so with a ``notice`` that offers to undo it."""

    changed = Signal()
    notice = Signal(object)

    def __init__(self, chat: ChatSettings, store: StoreAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chat, self._store = chat, store
        self._undo: UndoWindow[Callable[[], None]] = UndoWindow(self, lambda: None)
        self.presets: list[Preset] = []
        store.opened.connect(self._reload)

    def save(self, name: str) -> None:
        """Keep what holds in the conversation shown under a name; a preset of that name is replaced."""
        name = " ".join(name.split())
        if not name:
            return
        old = next((preset for preset in self.presets if preset.name.casefold() == name.casefold()), None)
        preset = self._chat.as_preset(old.id if old else new_id(), name)
        self._put(preset)
        if old is not None and old != preset:
            self._offer(self.tr("The preset “{name}” was replaced.").format(name=name), lambda: self._put(old))

    def apply(self, preset_id: str) -> None:
        """Give a preset's settings to the conversation shown, or to the next new one."""
        preset = self._find(preset_id)
        if preset is None:
            return
        before, where = self._chat.as_preset(preset.id, preset.name), self._key()
        self._chat.use_preset(preset)
        if self._chat.as_preset(preset.id, preset.name) == before:
            return
        words = self.tr("“{name}” holds from the next answer on.").format(name=preset.name)
        self._offer(words, lambda: self._chat.give_preset(where, before))

    def reset(self) -> None:
        """Let the conversation shown, or the next new one, do nothing differently; that can be taken back."""
        before, where = self._chat.own_settings, self._key()
        self._chat.set_own_settings(ConversationSettings())
        words = self.tr("The settings of this conversation are the usual ones again.")
        self._offer(words, lambda: self._chat.give_settings(where, before))

    def rename(self, preset_id: str, name: str) -> None:
        """Give another name; an empty one is ignored."""
        preset, name = self._find(preset_id), " ".join(name.split())
        if preset is not None and name:
            self._put(msgspec.structs.replace(preset, name=name))

    def delete(self, preset_id: str) -> None:
        """Remove a preset. It can come back for a minute."""
        preset = self._find(preset_id)
        if preset is None:
            return
        self._set([other for other in self.presets if other.id != preset_id])
        self._keep(lambda store: store.delete_preset(preset_id))
        self._offer(self.tr("The preset “{name}” was deleted.").format(name=preset.name), lambda: self._put(preset))

    def undo(self, token: str = "") -> None:
        """Take back what a notice named, or the last thing that was replaced or removed."""
        run = self._undo.take(token)
        if run is not None:
            run()

    def _find(self, preset_id: str) -> Preset | None:
        return next((preset for preset in self.presets if preset.id == preset_id), None)

    def _put(self, preset: Preset) -> None:
        self._set([*(other for other in self.presets if other.id != preset.id), preset])
        self._keep(lambda store: store.save_preset(preset))

    def _key(self) -> str:
        return self._chat.conversation.id if self._chat.conversation else ""

    def _offer(self, words: str, run: Callable[[], None]) -> None:
        token = new_id()
        self._undo.keep(token, run)
        self.notice.emit(Notice(Severity.INFO, words, NoticeAction.UNDO, token, lambda: self.undo(token)))

    def _reload(self) -> None:
        self._store.run(lambda store: store.presets(), self._set)

    def _set(self, presets: list[Preset]) -> None:
        self.presets = sorted(presets, key=lambda preset: preset.name.casefold())
        self.changed.emit()

    def _keep(self, job: Callable[[ConversationStore], object]) -> None:
        self._store.run(job, None, self._not_kept)

    def _not_kept(self, error: Exception) -> None:
        log.warning("a preset could not be stored: %s", error)
        words = self.tr("This change could not be saved: it will be gone when Parley starts again.")
        self.notice.emit(Notice(Severity.ERROR, words))
