"""Keyrings that work, lock, fail, hang or forget: real subclasses of the library's backend."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError, PasswordSetError
from typing_extensions import override

from app.chat.keys.system_keyring import SystemKeyring

_NEVER_CHOSEN = -1.0


class NoKeyring(fail.Keyring):
    """What the library gives on a computer without one."""

    def __init__(self) -> None:
        """Only typed: the library's own is not."""


class NullKeyring(null.Keyring):
    """What a person gets who switched keyrings off."""

    def __init__(self) -> None:
        """Only typed: the library's own is not."""


class MemoryKeyring(KeyringBackend):
    """Works, for as long as the object lives."""

    priority = _NEVER_CHOSEN

    def __init__(self) -> None:
        # Not KeyringBackend.__init__: it only reads the environment for settings that this one has not.
        self.entries: dict[tuple[str, str], str] = {}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("no such entry")


class OtherKeyring(MemoryKeyring):
    """Another kind, with nothing in it."""


class LockedKeyring(MemoryKeyring):
    """The person closed the prompt."""

    @override
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("prompt dismissed")

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("prompt dismissed")


class FailingKeyring(MemoryKeyring):
    """Raises what the library promises on writing, and something of its own on reading."""

    @override
    def get_password(self, service: str, username: str) -> str | None:
        raise OSError("the bus went away")

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError("refused")


class ForgetfulKeyring(MemoryKeyring):
    """Takes everything and keeps nothing."""

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries.clear()


class HungKeyring(MemoryKeyring):
    """Answers when ``let_go`` is set, as a D-Bus prompt that nobody sees."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self.let_go.wait()
        return super().get_password(service, username)

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.let_go.wait()
        super().set_password(service, username, password)


def ring(backend: KeyringBackend, limit: float = 5.0) -> SystemKeyring:
    return SystemKeyring(lambda: backend, limit)


def hung_keyring() -> Iterator[HungKeyring]:
    """Body of a fixture: whoever still waits at the end of the test is let go."""
    backend = HungKeyring()
    yield backend
    backend.let_go.set()
