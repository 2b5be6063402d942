"""Opening the conversations: keyring, passphrase, recovery code, or this session only.

Everything slow (keyring, key derivation, the database) happens on the store's thread. The vault's modules are imported
there too: the window must not wait for them at start-up.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.chat.errors import StoreError
from app.session.keeping.store_access import StoreAccess
from app.session.notices import Problem
from app.session.tasks import BackgroundThread
from app.session.wording import store_problem, vault_problem
from app.system.paths import Paths

if TYPE_CHECKING:
    from app.chat.keys.data_key import DataKey
    from app.chat.keys.vault import KeyVault, UnlockOutcome
    from app.chat.store import ConversationStore
    from app.chat.store_files import StoreFiles

log = logging.getLogger(__name__)

T = TypeVar("T")


class VaultState(StrEnum):
    """What the window shows about the conversations' protection."""

    OPENING = "opening"
    NEEDS_CHOICE = "needs_choice"  # no keyring: kept for this session until the person sets a passphrase
    NEEDS_PASSPHRASE = "needs_passphrase"  # noqa: S105 - a state, not a secret
    NEEDS_RECOVERY_CODE = "needs_recovery_code"
    OPEN = "open"
    SESSION_ONLY = "session_only"  # the person chose it
    FAILED = "failed"  # `problem` says why; session only is still possible


class VaultSession(QObject):
    """The state of the key vault, and what the person can do about it."""

    changed = Signal()
    recovery_refused = Signal(str)  # a sentence

    def __init__(
        self, paths: Paths, thread: BackgroundThread, access: StoreAccess, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._paths, self._thread, self._access = paths, thread, access
        self._vault: KeyVault | None = None
        self._temporary: ConversationStore | None = None
        self.state = VaultState.OPENING
        self.problem: Problem | None = None
        self.recovery_code = ""

    def open(self) -> None:
        """Open the conversations, asking nothing when the keyring can do it."""
        self._run(self._open)

    def choose_passphrase(self, passphrase: str) -> None:
        """Keep conversations from now on, under a passphrase; what this session holds is kept too."""
        self._run(lambda: self._create(passphrase))

    def choose_session_only(self) -> None:
        """Use Parley without keeping anything, on the person's own word."""
        if self.state is VaultState.NEEDS_CHOICE:
            self._set(VaultState.SESSION_ONLY)
        else:
            self._run(lambda: self._start_temporary(VaultState.SESSION_ONLY))

    def unlock_passphrase(self, passphrase: str) -> None:
        """Try a passphrase."""
        self._run(lambda: self._unlock(lambda vault: vault.unlock_with_passphrase(passphrase)))

    def unlock_recovery_code(self, code: str) -> None:
        """Try the recovery code."""
        self._run(lambda: self._unlock(lambda vault: vault.unlock_with_recovery_code(code)))

    def ask_for_recovery_code(self) -> None:
        """The passphrase is forgotten: ask for the recovery code instead."""
        self.problem = None
        self._set(VaultState.NEEDS_RECOVERY_CODE)

    def recovery_code_seen(self) -> None:
        """Forget the recovery code: the person has it."""
        self.recovery_code = ""
        vault = self._vault
        if vault is not None and vault.state.value == "unlocked":
            self._thread.run(vault.confirm_recovery_code)
        self.changed.emit()

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase opens the conversations."""
        return self._vault is not None and "passphrase" in self._vault.ways

    def new_recovery_code(self, passphrase: str) -> None:
        """Make another recovery code for whoever can open the conversations; ``recovery_refused`` says why not.

        Where there is no passphrase, the keyring has to open them.
        """
        self._thread.run(lambda: self._new_code(passphrase), self._take_code, self._no_code)

    def forget_keys(self, on_done: Callable[[], None]) -> None:
        """Take our secret out of the keyring, for good: what it opens is to be deleted."""
        vault = self._vault

        def done(_answer: object) -> None:
            on_done()

        if vault is None:
            on_done()
        else:
            self._thread.run(vault.forget_keyring, done, done)

    def _take_code(self, code: str) -> None:
        if not code:
            self.recovery_refused.emit(vault_problem("wrong" if self.has_passphrase else "no_keyring").sentence)
            return
        self.recovery_code = code
        self.changed.emit()

    def _no_code(self, error: Exception) -> None:
        log.warning("no new recovery code", exc_info=error)
        problem = store_problem(error) if isinstance(error, StoreError) else vault_problem("failed")
        self.recovery_refused.emit(problem.sentence)

    def key_for(self, purpose: str) -> bytes | None:
        """Return a key made from that of the conversations, for what belongs to them; None while they are not kept."""
        if self._vault is None or self.state is not VaultState.OPEN:
            return None
        return self._vault.key.derive(purpose)

    def mend(
        self,
        job: Callable[[StoreFiles, DataKey], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Let ``job`` exchange the file of conversations that do not open (damaged, missing), then open them."""
        self._thread.run(lambda: self._mended(job), lambda both: self._take_mended(both, on_done), on_error)

    def _take_mended(self, both: tuple[T, _Result], on_done: Callable[[T], None]) -> None:
        self._take(both[1])
        on_done(both[0])

    def close(self) -> None:
        """Forget the key. Call after the store has been closed."""
        if self._vault is not None:
            self._vault.close()

    def _run(self, job: Callable[[], _Result]) -> None:
        """Do one step on the store's thread and take over its result."""
        self._thread.run(job, self._take, self._failed)

    def _take(self, result: _Result) -> None:
        self.problem = result.problem
        self.recovery_code = result.recovery_code or self.recovery_code
        if result.store is not None:
            self._access.attach(result.store)
        self._set(result.state)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, StoreError):
            log.warning("the conversations could not be opened: %s", error)
            self.problem = store_problem(error)
        else:
            log.error("the conversations could not be opened", exc_info=error)
            self.problem = vault_problem("failed")
        self._set(VaultState.FAILED if not self._access.is_open else self.state)

    def _set(self, state: VaultState) -> None:
        self.state = state
        self.changed.emit()

    # --- on the store's thread

    def _open(self) -> _Result:
        from app.chat.keys.vault import KeyVault, UnlockWay  # noqa: PLC0415 - slow to import; not on the window's thread
        from app.chat.keys.vault import VaultState as Keys  # noqa: PLC0415

        vault = self._vault = KeyVault(self._paths)
        if vault.state is Keys.NEW:
            return self._open_store(vault, vault.create_with_keyring())
        if vault.state is Keys.NEEDS_PASSPHRASE_CHOICE:
            return self._start_temporary(VaultState.NEEDS_CHOICE)
        if vault.state is Keys.KEYS_LOST:
            return _Result(VaultState.FAILED, problem=vault_problem("keys_lost"))
        if UnlockWay.KEYRING in vault.ways:
            vault.unlock_with_keyring()
        if vault.state is Keys.UNLOCKED:
            return self._open_store(vault)
        asks = VaultState.NEEDS_PASSPHRASE if UnlockWay.PASSPHRASE in vault.ways else VaultState.NEEDS_RECOVERY_CODE
        return _Result(asks)

    def _create(self, passphrase: str) -> _Result:
        vault, store = self._vault, self._temporary
        if vault is None or store is None:
            raise RuntimeError("a passphrase is chosen in a session that is not kept yet")
        code = vault.create_with_passphrase(passphrase)
        store.keep(self._paths.conversations_file, vault.key)
        self._temporary = None
        return _Result(VaultState.OPEN, recovery_code=code)

    def _unlock(self, attempt: Callable[[KeyVault], UnlockOutcome]) -> _Result:
        from app.chat.keys.vault import UnlockOutcome  # noqa: PLC0415

        vault = self._vault
        if vault is None:
            raise RuntimeError("nothing to unlock")
        outcome = attempt(vault)
        if outcome is UnlockOutcome.UNLOCKED:
            return self._open_store(vault)
        return _Result(self.state, problem=vault_problem(outcome.value))

    def _open_store(self, vault: KeyVault, recovery_code: str = "") -> _Result:
        from app.chat.store import ConversationStore  # noqa: PLC0415

        store = ConversationStore.open(self._paths.conversations_file, vault.key)
        if not recovery_code and not vault.recovery_confirmed:
            recovery_code = vault.new_recovery_code()  # the last one was never taken down; it is offered again
        store.recover_interrupted()
        store.purge_deleted(older_than=0)
        return _Result(VaultState.OPEN, store=store, recovery_code=recovery_code)

    def _new_code(self, passphrase: str) -> str:
        from app.chat.keys.vault import UnlockOutcome  # noqa: PLC0415

        vault = self._vault
        if vault is None:
            return ""
        asked = vault.unlock_with_passphrase(passphrase) if self.has_passphrase else vault.unlock_with_keyring()
        return vault.new_recovery_code() if asked is UnlockOutcome.UNLOCKED else ""

    def _mended(self, job: Callable[[StoreFiles, DataKey], T]) -> tuple[T, _Result]:
        from app.chat.store import ConversationStore  # noqa: PLC0415

        vault = self._vault
        if vault is None:
            raise RuntimeError("nothing was opened yet")
        report = ConversationStore.mend_closed(self._paths.conversations_file, vault.key, job)
        return report, self._open_store(vault)

    def _start_temporary(self, state: VaultState) -> _Result:
        from app.chat.store import ConversationStore  # noqa: PLC0415

        if self._vault is not None:
            self._vault.create_for_session_only()
        self._temporary = ConversationStore.temporary()
        return _Result(state, store=self._temporary)


class _Result:
    """What one step on the store's thread came to."""

    def __init__(
        self,
        state: VaultState,
        *,
        store: ConversationStore | None = None,
        recovery_code: str = "",
        problem: Problem | None = None,
    ) -> None:
        self.state, self.store, self.recovery_code, self.problem = state, store, recovery_code, problem
