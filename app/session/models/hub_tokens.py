"""The person's tokens for the hubs: in the system's keyring, or in memory until Parley ends where there is none.

The keyring is asked only when the settings say that it holds a token: a person without one is never prompted.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.catalog.net_api import Source
from app.chat.keys.system_keyring import KeyringStateError, SystemKeyring
from app.session.tasks import BackgroundThread
from app.settings.store import SettingsStore

log = logging.getLogger(__name__)

ACCEPTABLE = re.compile(r"[!-~]{1,512}")
"""What may stand in a request's header."""


class TokenPlace(StrEnum):
    """Where a token is kept."""

    NONE = "none"
    KEYRING = "keyring"
    SESSION = "session"  # in memory: this system has no keyring, or it refused


class HubTokens(QObject):
    """Keeps one token per hub."""

    changed = Signal()

    def __init__(self, settings: SettingsStore, ring: SystemKeyring, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._ring = ring
        self._thread = BackgroundThread("keyring", self)
        self._tokens: dict[Source, str] = {}
        self._loaded = False

    @property
    def tokens(self) -> dict[Source, str]:
        """What is known by now; ``load`` makes it complete."""
        return dict(self._tokens)

    def place(self, source: Source) -> TokenPlace:
        """Say where this hub's token is kept."""
        if source.value in self._settings.current.hub_tokens:
            return TokenPlace.KEYRING
        return TokenPlace.SESSION if source in self._tokens else TokenPlace.NONE

    def load(self, then: Callable[[], None]) -> None:
        """Fetch what the keyring holds, once, then call ``then``; at once when there is nothing to fetch."""
        kept = [source for source in Source if source.value in self._settings.current.hub_tokens]
        if self._loaded or not kept:
            then()
            return

        def done(found: dict[Source, str]) -> None:
            self._loaded = True
            self._tokens = found | self._tokens
            then()

        self._thread.run(lambda: self._fetch(kept), done)

    def set_token(self, source: Source, token: str) -> bool:
        """Keep a token, or forget it when it is "". False: no token looks like this; nothing was changed."""
        token = token.strip()
        if token and not ACCEPTABLE.fullmatch(token):
            return False
        self._tokens.pop(source, None)
        if token:
            self._tokens[source] = token
        self._thread.run(lambda: self._keep(source, token), lambda kept: self._remember(source, kept=kept))
        self.changed.emit()
        return True

    def close(self) -> None:
        """End the thread."""
        self._thread.close()

    def _fetch(self, sources: list[Source]) -> dict[Source, str]:
        found = {}
        for source in sources:
            try:
                found[source] = self._ring.load(_entry(source)).decode()
            except (KeyringStateError, UnicodeDecodeError) as error:
                log.info("no token for %s from the keyring: %s", source, error)
        return found

    def _keep(self, source: Source, token: str) -> bool:
        """Write to the keyring; say whether it holds a token now."""
        try:
            if token:
                self._ring.store(_entry(source), token.encode())
            else:
                self._ring.forget(_entry(source))
        except KeyringStateError as error:
            log.info("the keyring did not take the token for %s: %s", source, error)
            return False
        return bool(token)

    def _remember(self, source: Source, *, kept: bool) -> None:
        others = [name for name in self._settings.current.hub_tokens if name != source.value]
        self._settings.change(hub_tokens=[*others, source.value] if kept else others)
        self.changed.emit()


def _entry(source: Source) -> str:
    return f"hub token {source.value}"
