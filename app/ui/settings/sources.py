"""What the settings window is given: where values are kept, and what of the program it may ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.session.keeping.vault_session import VaultState
from app.settings.schema import Settings
from app.settings.store import SettingsStore
from app.ui.dialogs.shortcuts import Shortcut
from app.ui.settings.network_settings import Network
from app.ui.shortcuts.backend import Standing
from app.ui.theme import Theme


class PrivateVault(Protocol):
    """The part of ``VaultSession`` that the settings need."""

    @property
    def changed(self) -> SignalInstance:
        """State, problem or code changed."""
        ...

    @property
    def recovery_refused(self) -> SignalInstance:
        """Why there is no new recovery code: a sentence."""
        ...

    @property
    def state(self) -> VaultState:
        """How the conversations are kept."""
        ...

    @property
    def recovery_code(self) -> str:
        """One that can be shown now, or ""."""
        ...

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase opens the conversations."""
        ...

    def new_recovery_code(self, passphrase: str) -> None:
        """Make another one for whoever can open the conversations."""


class Privacy(Protocol):
    """What is kept on this computer, and how to be rid of it."""

    @property
    def vault(self) -> PrivateVault:
        """The keys of the conversations."""
        ...

    def folders(self) -> dict[str, Path]:
        """Return "conversations", "models", "settings", "cache", "logs" and where they are."""
        ...

    def backup_panel(self) -> QWidget:
        """Return a panel about the copies of the conversations."""
        ...

    def lock(self) -> None:
        """Close the program, and open it again where it asks for the passphrase."""

    def erase(self, *, models: bool) -> None:
        """Delete everything that Parley keeps, and end the program."""


class Summoning(Protocol):
    """Keys that bring up the translation window over any program."""

    @property
    def changed(self) -> SignalInstance:
        """How it stands."""
        ...

    @property
    def standing(self) -> Standing:
        """Whether the system gave them."""
        ...

    @property
    def on(self) -> bool:
        """Whether they are wanted."""
        ...

    @property
    def keys(self) -> str:
        """Those wanted, such as "Ctrl+Alt+Space"."""
        ...

    @property
    def system_keys(self) -> str:
        """What the system calls them where it decides on them; else ""."""
        ...

    @property
    def reads_marks(self) -> bool:
        """Whether it is enough to mark a text; else it has to be copied."""
        ...

    def follow(self) -> None:
        """Do what the settings say now."""

    def again(self) -> None:
        """Ask the system once more."""

    def record(self, *, running: bool) -> None:
        """While other keys are chosen, these bring up nothing."""


@dataclass(frozen=True)
class Sources:
    """Where the settings window has everything from."""

    theme: Theme
    store: SettingsStore
    network: Network | None = None
    privacy: Privacy | None = None
    shortcuts: Callable[[], list[Shortcut]] = list  # in the language in use
    changed: Callable[[], None] = lambda: None  # after each change that others have to hear of
    summoning: Summoning | None = None


class Keeper(QObject):
    """Stores what is chosen. ``failed`` carries the system's reason."""

    failed = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, sources: Sources, parent: QObject) -> None:
        super().__init__(parent)
        self.sources = sources

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self.sources.theme

    @property
    def current(self) -> Settings:
        """As they are now."""
        return self.sources.store.current

    def keep(self, **values: Any) -> None:
        """Store, show and tell."""
        try:
            self.sources.store.change(**values)
        except OSError as error:
            self.failed.emit(error.strerror or str(error))
        self.sources.theme.follow(self.current)
        self.sources.changed()
