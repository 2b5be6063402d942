"""All parts of the program: what the start made, and what is made when it is first wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.session.chat.chat_session import ChatSession
from app.session.chat.conversation_list import ConversationList
from app.session.chat.preset_list import PresetList
from app.session.keeping.store_access import StoreAccess
from app.session.keeping.vault_session import VaultSession
from app.session.models.model_session import ModelSession
from app.session.workers.engine_client import EngineClient
from app.settings.schema import ShortcutUse
from app.settings.store import SettingsStore
from app.system.paths import Paths
from app.ui.beside import ImportBeside
from app.ui.chat.transcript.transcript_host import TranscriptHost
from app.ui.collector import Collector
from app.ui.main_window import MainWindow
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.session.keeping.kept_conversations import KeptConversations
    from app.session.workers.engine_lane import EngineLane
    from app.ui.attachments_side import AttachmentsSide
    from app.ui.conversation_side import ConversationSide
    from app.ui.keeping_side import KeepingSide
    from app.ui.models_side import ModelsSide
    from app.ui.settings.sources import Sources
    from app.ui.shortcuts.summoner import Summoner
    from app.ui.translate.handover import Doorkeeper
    from app.ui.translate_side import TranslateSide

SOON_MS = 600
"""After the start: the transcript is there by then."""

IDLE_MS = 2000
"""After the start: whoever wants to write at once is not disturbed by a look through the models."""


@dataclass
class Parley:
    """Everything that lives as long as the window."""

    settings: SettingsStore
    engine: EngineClient
    models: ModelSession
    access: StoreAccess
    vault: VaultSession
    chat: ChatSession
    conversations: ConversationList
    presets: PresetList
    theme: Theme
    transcript: TranscriptHost
    window: MainWindow
    paths: Paths
    side: ModelsSide | None = None
    attachments: AttachmentsSide | None = None
    beside: ConversationSide | None = None
    keeping: KeepingSide | None = None
    translating: TranslateSide | None = None
    doorkeeper: Doorkeeper | None = None
    summoning: Summoner | None = None
    collector: Collector | None = None
    kept: KeptConversations | None = None
    beside_chat: EngineLane | None = None
    closed: bool = False

    def start(self) -> None:
        """Load what the first answer needs, open the conversations, load the model; the window is shown already."""
        self._documents = ImportBeside("app.ui.attachments_side", self.window)
        self._documents.done.connect(self._attach)
        self.transcript.loaded.connect(self._documents.start)
        self.transcript.load()
        self.vault.open()
        self.models.ensure()
        self._beside = ImportBeside("app.ui.conversation_side", self.window)
        self._beside.done.connect(self._soon)
        QTimer.singleShot(SOON_MS, self._beside, self._beside.start)
        self._loading = ImportBeside("app.ui.models_side", self.window)  # half a second of work
        self._loading.done.connect(self._idle)
        QTimer.singleShot(IDLE_MS, self._loading, self._loading.start)

    def lane(self) -> EngineLane:
        """Return what asks the model beside the conversation; built the first time."""
        if self.beside_chat is None:
            from app.session.workers.engine_lane import EngineLane  # noqa: PLC0415 - not part of the start

            chat = self.chat
            self.beside_chat = EngineLane(self.engine, self.models, lambda: chat.busy, chat.live_changed, self.window)
        return self.beside_chat

    def models_side(self) -> ModelsSide:
        """Return library, downloads and all that belongs to them; built and begun the first time."""
        if self.side is None:
            from app.ui.models_side import ModelsSide  # noqa: PLC0415 - not part of the start

            self.side = ModelsSide(self.paths, self.settings, self.engine, self.models, self.theme, self.window)
            self.side.start()
        return self.side

    def keeping_side(self) -> KeepingSide:
        """Return search and all that keeps what was said; built the first time."""
        if self.keeping is None:
            from app.ui.keeping_side import KeepingSide, Kept  # noqa: PLC0415 - not part of the start

            kept = Kept(self.access, self.vault, self.paths.conversations_file)
            self.keeping = KeepingSide(self.theme, kept, self.chat, self.conversations, self.window)
            self.keeping.light_wanted.connect(self.transcript.light)
        return self.keeping

    def conversation_side(self) -> ConversationSide:
        """Return what surrounds the conversation shown; built the first time."""
        if self.beside is None:
            from app.session.keeping.kept_conversations import KeptConversations  # noqa: PLC0415 - not part of the start
            from app.ui.conversation_side import ConversationSide, Sessions  # noqa: PLC0415

            sessions = Sessions(self.engine, self.lane(), self.models, self.chat, self.settings, self.presets)
            self.beside = ConversationSide(sessions, self.theme, self.window)
            deleted, cache = self.conversations.deleted, self.paths.cache
            kept = KeptConversations(self.engine, self.vault, deleted, cache, self.settings, self.beside)
            self.kept = kept
        return self.beside

    def translate_side(self) -> TranslateSide:
        """Return what translates; built the first time."""
        if self.translating is None:
            from app.ui.translate_side import Sessions, TranslateSide  # noqa: PLC0415 - not part of the start

            sessions = Sessions(self.lane(), self.models, self.access, self.settings, self.paths.logs)
            self.translating = TranslateSide(sessions, self.theme, self.window)
        return self.translating

    def settings_sources(self) -> Sources:
        """Return what the settings window shows and changes."""
        from app.ui.settings.sources import Sources  # noqa: PLC0415 - not part of the start
        from app.ui.settings_side import PrivateThings  # noqa: PLC0415

        network, things, keys = self.models_side().network, PrivateThings(self), self.window.shortcuts
        return Sources(self.theme, self.settings, network, things, keys, self._settings_changed, self.summoner())

    def _settings_changed(self) -> None:
        self.chat.thinking_changed.emit()
        for part in (self.kept, self.translating):
            if part is not None:
                part.settings_changed()

    def _soon(self) -> None:
        if not self.closed:
            self.conversation_side()

    def attachments_side(self) -> AttachmentsSide:
        """Return what documents need; built the first time."""
        if self.attachments is None:
            from app.session.attachments.attachments_session import AttachmentsSession  # noqa: PLC0415 - not part of the start
            from app.ui.attachments_side import AttachmentsSide  # noqa: PLC0415

            session = AttachmentsSession(self.chat, self.models, self.engine, self.lane(), self.paths.logs)
            self.attachments = AttachmentsSide(self.theme, self.chat, session, self.window)
        return self.attachments

    def open_link(self, target: str) -> None:
        """Open a link of the conversation: a paragraph of a document here, anything else after a question."""
        if target.startswith("paragraph:"):
            self.attachments_side().open_link(target)
        else:
            self.window.open_link(target)

    def _attach(self) -> None:
        if not self.closed:
            self.attachments_side()

    def _idle(self) -> None:
        if not self.closed:
            self.models_side()
            self._loading = ImportBeside("app.ui.keeping_side", self.window)
            self._loading.done.connect(self._idle_again)
            self._loading.start()

    def _idle_again(self) -> None:
        if not self.closed:
            self.keeping_side()
            if self.collector is not None:
                self.collector.keep_all()
            self._loading = ImportBeside("app.ui.translate.handover", self.window)
            self._loading.done.connect(self._listen_idly)
            self._loading.start()

    def _listen_idly(self) -> None:
        self.listen()
        if not self.closed:
            self._loading = ImportBeside("app.ui.unfinished_documents", self.window)
            self._loading.done.connect(self._go_on_with_documents)
            self._loading.start()

    def _go_on_with_documents(self) -> None:
        if self.closed:
            return
        from app.ui.unfinished_documents import go_on_with_documents  # noqa: PLC0415 - not part of the start

        go_on_with_documents(self)
        if self.settings.current.shortcut_use is not ShortcutUse.OFF:
            self._loading = ImportBeside("app.ui.summon_side", self.window)
            self._loading.done.connect(self._summon)
            self._loading.start()

    def _summon(self) -> None:
        if not self.closed:
            from app.ui.summon_side import begin  # noqa: PLC0415 - not part of the start

            begin(self)

    def summoner(self) -> Summoner:
        """Return the keys that bring up the small window; built the first time."""
        if self.summoning is None:
            from app.ui.summon_side import summoner_of  # noqa: PLC0415 - not part of the start

            self.summoning = summoner_of(self)
        return self.summoning

    def listen(self) -> None:
        """Take texts from ``parley --translate`` from now on."""
        if not self.closed and self.doorkeeper is None:
            from app.ui.translate.handover import Doorkeeper, address  # noqa: PLC0415 - not part of the start

            self.doorkeeper = Doorkeeper(address(self.paths.data), self.window)
            self.doorkeeper.wanted.connect(self.translate)
            self.doorkeeper.listen()

    def translate(self, text: str) -> None:
        """Bring up the small window with a text."""
        if not self.closed:
            self.translate_side().small_window().translate(text)

    def close(self) -> None:
        """Stop what runs, keep what was written, end the workers; once."""
        if self.closed:
            return
        self.closed = True
        self.chat.leave()
        if self.doorkeeper is not None:
            self.doorkeeper.close()
        if self.summoning is not None:
            self.summoning.close()
        if self.translating is not None:
            self.translating.close()
        if self.keeping is not None:
            self.keeping.close()
        if self.side is not None:
            self.side.close()
        if self.attachments is not None:
            self.attachments.close()
        if self.window.models is not None:
            self.window.models.close_workers()
        self.transcript.close_workers()
        self.access.close()
        self.vault.close()
        self.engine.stop()
