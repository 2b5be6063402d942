"""The system's keyring, asked in a thread and for five seconds at most: it may show a prompt, or hang. No Qt."""

from __future__ import annotations

import base64
import binascii
import logging
import queue
import secrets
import threading
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from app import APP_ID

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

log = logging.getLogger(__name__)

T = TypeVar("T")

LIMIT_SECONDS = 5.0
_PROBE = "probe"


class KeyringState(StrEnum):
    """What the keyring answered last."""

    OK = "ok"
    NONE = "none"  # this system has none that keeps secrets: usual on a computer without a desktop
    LOCKED = "locked"  # the person did not unlock it
    HUNG = "hung"  # no answer in time
    FAILED = "failed"
    CHANGED = "changed"  # it works, but has not what we put there: another backend, or made anew


class KeyringStateError(Exception):
    """The keyring did not do what was asked; ``state`` says why and is never OK."""

    def __init__(self, state: KeyringState) -> None:
        super().__init__(state.value)
        self.state = state


class SystemKeyring:
    """Keeps random secrets under names. Every method takes at most ``limit`` seconds and raises KeyringStateError."""

    def __init__(self, find: Callable[[], KeyringBackend] | None = None, limit: float = LIMIT_SECONDS) -> None:
        self._find = find or _find
        self._limit = limit

    def probe(self) -> str:
        """Write, read and remove an entry; return the backend's name."""
        return self._ask(_probe)

    def store(self, name: str, secret: bytes) -> str:
        """Keep ``secret`` under ``name``, read it back to be sure, and return the backend's name."""
        text = base64.b64encode(secret).decode()

        def job(backend: KeyringBackend) -> str:
            backend.set_password(APP_ID, name, text)
            if backend.get_password(APP_ID, name) != text:
                raise KeyringStateError(KeyringState.FAILED)
            return backend_name(backend)

        return self._ask(job)

    def load(self, name: str) -> bytes:
        """Return the secret. CHANGED when there is none of this name."""

        def job(backend: KeyringBackend) -> str | None:
            return backend.get_password(APP_ID, name)

        text = self._ask(job)
        try:
            return base64.b64decode(text or "", validate=True) or _raise_changed()
        except binascii.Error:
            return _raise_changed()

    def forget(self, name: str) -> None:
        """Remove the secret. Nothing happens when there is none of this name."""

        def job(backend: KeyringBackend) -> None:
            if backend.get_password(APP_ID, name) is not None:
                backend.delete_password(APP_ID, name)

        self._ask(job)

    def _ask(self, job: Callable[[KeyringBackend], T]) -> T:
        """Do ``job`` in a daemon thread: one that hangs in D-Bus must not keep Parley from starting or ending."""
        answers: queue.SimpleQueue[T | KeyringState] = queue.SimpleQueue()

        def work() -> None:
            try:
                answers.put(job(_secure_backend(self._find())))
            except Exception as error:  # noqa: BLE001 - a task's boundary: backends raise what D-Bus and COM raise
                answers.put(_classify(error))

        threading.Thread(target=work, name="keyring", daemon=True).start()
        try:
            answer = answers.get(timeout=self._limit)
        except queue.Empty:
            raise KeyringStateError(KeyringState.HUNG) from None
        if isinstance(answer, KeyringState):
            raise KeyringStateError(answer)
        return answer


def _find() -> KeyringBackend:
    import keyring  # noqa: PLC0415 - a tenth of a second, and the search may wait for D-Bus: in the thread only

    return keyring.get_keyring()


def backend_name(backend: KeyringBackend) -> str:
    """Return a name that tells one kind of keyring from another."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _probe(backend: KeyringBackend) -> str:
    value = secrets.token_hex(8)
    backend.set_password(APP_ID, _PROBE, value)
    kept = backend.get_password(APP_ID, _PROBE)
    backend.delete_password(APP_ID, _PROBE)
    if kept != value:
        raise KeyringStateError(KeyringState.FAILED)
    return backend_name(backend)


def _secure_backend(found: KeyringBackend) -> KeyringBackend:
    """Return the first that keeps secrets: never one that forgets them, nor ``keyrings.alt``'s plain files."""
    from keyring.backends import chainer, fail, null  # noqa: PLC0415 - see _find
    from keyring.errors import NoKeyringError  # noqa: PLC0415

    choices = found.backends if isinstance(found, chainer.ChainerBackend) else [found]
    for backend in choices:
        if isinstance(backend, (fail.Keyring, null.Keyring)) or type(backend).__module__.startswith("keyrings.alt"):
            continue
        return backend
    raise NoKeyringError


def _classify(error: Exception) -> KeyringState:
    from keyring.errors import KeyringError, KeyringLocked, NoKeyringError  # noqa: PLC0415 - see _find

    log.info("keyring: %s: %s", type(error).__name__, error)
    match error:
        case KeyringStateError():
            return error.state
        case NoKeyringError():
            return KeyringState.NONE
        case KeyringLocked():
            return KeyringState.LOCKED
        case KeyringError():
            return KeyringState.FAILED
        case _:
            log.warning("keyring raised %s", type(error).__name__, exc_info=error)
            return KeyringState.FAILED


def _raise_changed() -> bytes:
    raise KeyringStateError(KeyringState.CHANGED)
