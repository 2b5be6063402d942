"""The person's tokens for the hubs, and the proxy's password: in the system's keyring, or in memory until Parley ends
where there is none.

The keyring is asked only when the settings say that it holds one of them: a person without is never prompted.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.catalog.net_api import Source
from app.chat.keys.system_keyring import KeyringStateError, SystemKeyring
from app.session.models.proxy_address import with_password, without_password
from app.session.tasks import BackgroundThread
from app.settings.store import SettingsStore

log = logging.getLogger(__name__)

ACCEPTABLE = re.compile(r"[!-~]{1,512}")
"""What may stand in a request's header."""
PROXY = "proxy"
"""The name of the proxy's password, where the others are named by their hub."""


class TokenPlace(StrEnum):
    """Where a token is kept."""

    NONE = "none"
    KEYRING = "keyring"
    SESSION = "session"  # in memory: this system has no keyring, or it refused


class HubTokens(QObject):
    """Keeps one token per hub, and the proxy's password."""

    changed = Signal()

    def __init__(self, settings: SettingsStore, ring: SystemKeyring, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._ring = ring
        self._thread = BackgroundThread("keyring", self)
        self._secrets: dict[str, str] = {}
        self._loaded = False
        self._move_password()

    @property
    def tokens(self) -> dict[Source, str]:
        """What is known by now; ``load`` makes it complete."""
        return {source: self._secrets[source] for source in Source if source in self._secrets}

    @property
    def proxy(self) -> str:
        """The proxy's address with its password, as far as that is known by now."""
        address, typed = without_password(self._settings.current.proxy)
        return with_password(address, typed or self._secrets.get(PROXY, ""))

    def place(self, name: str) -> TokenPlace:
        """Say where a hub's token, or the password of ``PROXY``, is kept."""
        if name in self._settings.current.hub_tokens:
            return TokenPlace.KEYRING
        return TokenPlace.SESSION if name in self._secrets else TokenPlace.NONE

    def load(self, then: Callable[[], None]) -> None:
        """Fetch what the keyring holds, once, then call ``then``; at once when there is nothing to fetch."""
        kept = [name for name in (*Source, PROXY) if name in self._settings.current.hub_tokens]
        if self._loaded or not kept:
            then()
            return

        def done(found: dict[str, str]) -> None:
            self._loaded = True
            self._secrets = found | self._secrets
            then()

        self._thread.run(lambda: self._fetch(kept), done)

    def set_token(self, source: Source, token: str) -> bool:
        """Keep a token, or forget it when it is "". False: no token looks like this; nothing was changed."""
        token = token.strip()
        if token and not ACCEPTABLE.fullmatch(token):
            return False
        self._set(source, token)
        return True

    def set_proxy(self, address: str) -> None:
        """Keep an address, and a password in it apart; another address forgets the one before. Raises OSError."""
        address, password = without_password(address)
        if password:
            self._set(PROXY, password)
        elif address != self._settings.current.proxy and self.place(PROXY) is not TokenPlace.NONE:
            self._set(PROXY, "")
        self._settings.change(proxy=address)

    def close(self) -> None:
        """End the thread."""
        self._thread.close()

    def _move_password(self) -> None:
        """Take the password out of an address that was stored before there was a better place for it."""
        try:
            if without_password(self._settings.current.proxy)[1]:
                self.set_proxy(self._settings.current.proxy)
        except OSError as error:
            log.info("the proxy's password stays in the settings: %s", error)

    def _set(self, name: str, secret: str) -> None:
        self._secrets.pop(name, None)
        if secret:
            self._secrets[name] = secret
        self._thread.run(lambda: self._keep(name, secret), lambda kept: self._remember(name, kept=kept))
        self.changed.emit()

    def _fetch(self, names: list[str]) -> dict[str, str]:
        found = {}
        for name in names:
            try:
                found[name] = self._ring.load(_entry(name)).decode()
            except (KeyringStateError, UnicodeDecodeError) as error:
                log.info("no secret for %s from the keyring: %s", name, error)
        return found

    def _keep(self, name: str, secret: str) -> bool:
        """Write to the keyring; say whether it holds the secret now."""
        try:
            if secret:
                self._ring.store(_entry(name), secret.encode())
            else:
                self._ring.forget(_entry(name))
        except KeyringStateError as error:
            log.info("the keyring did not take the secret for %s: %s", name, error)
            return False
        return bool(secret)

    def _remember(self, name: str, *, kept: bool) -> None:
        others = [other for other in self._settings.current.hub_tokens if other != name]
        self._settings.change(hub_tokens=[*others, str(name)] if kept else others)
        self.changed.emit()


def _entry(name: str) -> str:
    return "proxy password" if name == PROXY else f"hub token {name}"
