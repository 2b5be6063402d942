"""Gets the key of the conversations, in whatever way this computer and its person allow. No Qt, no sentences.

The data key is random. The key file holds it wrapped: by a secret in the system's keyring, by the recovery code that
is shown once, by a passphrase if the person wants one. Nothing here ever replaces a key while its conversations
exist, and nothing writes it in clear: with neither keyring nor passphrase there is "this session only".
"""

from __future__ import annotations

import logging
import secrets
from enum import StrEnum

import msgspec

from app.chat.conversation import new_id
from app.chat.errors import StoreError, StoreErrorCode
from app.chat.keys.data_key import KEY_BYTES, DataKey
from app.chat.keys.header import HeaderFile, KeyHeader, KeyringWrap
from app.chat.keys.recovery_code import format_code, new_secret, parse_code
from app.chat.keys.system_keyring import KeyringState, KeyringStateError, SystemKeyring
from app.chat.keys.wrapping import (
    Argon2Cost,
    key_from_recovery_secret,
    unwrap,
    unwrap_with_passphrase,
    wrap,
    wrap_with_passphrase,
)
from app.chat.lock import lock_store
from app.chat.store_files import StoreFiles
from app.system.paths import Paths

log = logging.getLogger(__name__)


class VaultState(StrEnum):
    """What can be done next."""

    NEW = "new"  # first start, the keyring works: create_with_keyring, or any other
    # First start and no keyring: a passphrase, or this session only.
    NEEDS_PASSPHRASE_CHOICE = "needs_passphrase_choice"  # noqa: S105 - a name, no secret
    LOCKED = "locked"  # unlock in one of `ways`
    UNLOCKED = "unlocked"  # `key` opens the conversations
    SESSION_ONLY = "session_only"  # nothing is kept; create_with_passphrase or create_with_keyring changes that
    KEYS_LOST = "keys_lost"  # conversations, but no readable key file: only a copy of it helps


class UnlockWay(StrEnum):
    """How the data key is wrapped."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - a name, no secret
    RECOVERY_CODE = "recovery_code"


class UnlockOutcome(StrEnum):
    """What came of one try."""

    UNLOCKED = "unlocked"
    WRONG = "wrong"  # a well-formed code, or a passphrase, of something else
    MISTYPED = "mistyped"  # the recovery code's checksum does not fit
    NO_KEYRING = "no_keyring"  # `keyring_state` says why
    NOT_SET_UP = "not_set_up"  # this way was never made


class KeyVault:
    """The keys of one profile, locked against a second Parley until ``close``. May be used from one thread at a time.

    Keyring calls take up to five seconds and passphrases a third of one: use it from a background thread.
    Raises StoreError: LOCKED_BY_OTHER, NEWER_VERSION, READ_ONLY, DISK_FULL, IO.
    """

    def __init__(self, paths: Paths, ring: SystemKeyring | None = None, cost: Argon2Cost | None = None) -> None:
        self._ring = ring or SystemKeyring()
        self._cost = cost or Argon2Cost()
        self._file = HeaderFile(paths.data)
        self._conversations = StoreFiles(paths.conversations_file)
        self._key: DataKey | None = None
        self._header: KeyHeader | None = None
        self.keyring_state: KeyringState | None = None  # None: not asked yet
        self._lock = lock_store(paths.data / "keys.lock")
        try:
            self.state = self._look()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Forget the key and let another Parley in."""
        self._key = None
        self._lock.release()

    @property
    def key(self) -> DataKey:
        """The data key, in state UNLOCKED only."""
        if self._key is None:
            raise RuntimeError(f"no key in state {self.state}")
        return self._key

    @property
    def ways(self) -> frozenset[UnlockWay]:
        """The ways in that were set up."""
        header = self._header
        if header is None:
            return frozenset()
        made = {
            UnlockWay.KEYRING: header.keyring,
            UnlockWay.PASSPHRASE: header.passphrase,
            UnlockWay.RECOVERY_CODE: header.recovery,
        }
        return frozenset(way for way, wrapped in made.items() if wrapped is not None)

    def _look(self) -> VaultState:
        self._header = self._file.read()
        if self._header is not None:
            return VaultState.LOCKED
        if self._conversations.main.exists() or self._conversations.traces():
            return VaultState.KEYS_LOST
        return VaultState.NEW if self._keyring_works() else VaultState.NEEDS_PASSPHRASE_CHOICE

    def _keyring_works(self) -> bool:
        try:
            self._ring.probe()
        except KeyringStateError as problem:
            self.keyring_state = problem.state
            return False
        self.keyring_state = KeyringState.OK
        return True

    @property
    def keyring_backend(self) -> str:
        """The keyring that we put our secret into, as its class's full name; "" when none."""
        return self._header.keyring.backend if self._header and self._header.keyring else ""

    @property
    def recovery_confirmed(self) -> bool:
        """Whether the person said that the recovery code is kept; else offer ``new_recovery_code``."""
        return self._header is not None and self._header.recovery_confirmed

    # --- the first time ---

    def create_with_keyring(self) -> str:
        """Make a key that the keyring opens. Returns the recovery code, to be shown once and kept nowhere.

        Raises StoreError(KEYRING) when the keyring refuses, (EXISTS) when there are conversations.
        """
        self._refuse_to_replace()
        key, vault_id = DataKey.random(), new_id()
        header = KeyHeader(vault_id=vault_id, keyring=self._wrap_into_keyring(key, vault_id))
        return self._adopt_with_recovery(key, header)

    def create_with_passphrase(self, passphrase: str) -> str:
        """Make a key that a passphrase opens, also out of SESSION_ONLY. Returns the recovery code, to be shown once.

        Raises StoreError(EXISTS) when there are conversations, ValueError for an empty passphrase.
        """
        self._refuse_to_replace()
        key, vault_id = DataKey.random(), new_id()
        wrapped = wrap_with_passphrase(key, passphrase, _context(vault_id, UnlockWay.PASSPHRASE), self._cost)
        return self._adopt_with_recovery(key, KeyHeader(vault_id=vault_id, passphrase=wrapped))

    def create_for_session_only(self) -> None:
        """Keep nothing: the store is ``ConversationStore.temporary``. Changes no file; allowed in any state."""
        self._key = None
        self.state = VaultState.SESSION_ONLY

    def _refuse_to_replace(self) -> None:
        if self._conversations.main.exists() or self._conversations.traces():
            raise StoreError(StoreErrorCode.EXISTS, self._conversations.main)
        # A key file without conversations is damaged or left by an interrupted first start: it protects nothing.
        self._file.set_aside()

    def _adopt_with_recovery(self, key: DataKey, header: KeyHeader) -> str:
        header, code = _with_new_recovery(key, header)
        self._adopt(key, header)
        return code

    def _adopt(self, key: DataKey, header: KeyHeader) -> None:
        self._file.write(header)
        self._header, self._key, self.state = header, key, VaultState.UNLOCKED

    # --- every other time ---

    def unlock_with_keyring(self) -> UnlockOutcome:
        """Try the keyring; ``keyring_state`` says what it answered."""
        header = self._header
        if header is None or header.keyring is None:
            return UnlockOutcome.NOT_SET_UP
        try:
            wrapping_key = self._ring.load(header.vault_id)
        except KeyringStateError as problem:
            self.keyring_state = problem.state
            return UnlockOutcome.NO_KEYRING
        key = unwrap(header.keyring.wrapped, wrapping_key, _context(header.vault_id, UnlockWay.KEYRING))
        self.keyring_state = KeyringState.OK if key else KeyringState.CHANGED
        return self._unlocked(key) if key else UnlockOutcome.NO_KEYRING

    def unlock_with_passphrase(self, passphrase: str) -> UnlockOutcome:
        """Try a passphrase."""
        header = self._header
        if header is None or header.passphrase is None:
            return UnlockOutcome.NOT_SET_UP
        key = unwrap_with_passphrase(header.passphrase, passphrase, _context(header.vault_id, UnlockWay.PASSPHRASE))
        return self._unlocked(key) if key else UnlockOutcome.WRONG

    def unlock_with_recovery_code(self, typed: str) -> UnlockOutcome:
        """Try the recovery code, as a person types it."""
        header = self._header
        if header is None or header.recovery is None:
            return UnlockOutcome.NOT_SET_UP
        secret = parse_code(typed)
        if secret is None:
            return UnlockOutcome.MISTYPED
        context = _context(header.vault_id, UnlockWay.RECOVERY_CODE)
        key = unwrap(header.recovery, key_from_recovery_secret(secret, context), context)
        return self._unlocked(key) if key else UnlockOutcome.WRONG

    def _unlocked(self, key: DataKey) -> UnlockOutcome:
        self._key, self.state = key, VaultState.UNLOCKED
        if self.keyring_state is KeyringState.CHANGED:
            self._repair_keyring()
        return UnlockOutcome.UNLOCKED

    def _repair_keyring(self) -> None:
        """The keyring works but lost our secret: give it a new one, so that the next start asks nothing."""
        try:
            self.use_keyring()
        except StoreError as error:
            log.warning("the keyring could not be set up anew: %s", error)

    # --- changing the ways in; all need state UNLOCKED ---

    def use_keyring(self) -> None:
        """Let the present keyring open the conversations from now on. Raises StoreError(KEYRING)."""
        header = self._opened()
        keyring_wrap = self._wrap_into_keyring(self.key, header.vault_id)
        self._adopt(self.key, msgspec.structs.replace(header, keyring=keyring_wrap))

    def set_passphrase(self, passphrase: str) -> None:
        """Add or change the passphrase. The old one opens nothing any more."""
        header = self._opened()
        wrapped = wrap_with_passphrase(
            self.key, passphrase, _context(header.vault_id, UnlockWay.PASSPHRASE), self._cost
        )
        self._adopt(self.key, msgspec.structs.replace(header, passphrase=wrapped))

    def new_recovery_code(self) -> str:
        """Make a new recovery code and return it. The old one opens nothing any more."""
        return self._adopt_with_recovery(self.key, self._opened())

    def confirm_recovery_code(self) -> None:
        """Remember that the person kept the recovery code."""
        self._adopt(self.key, msgspec.structs.replace(self._opened(), recovery_confirmed=True))

    def start_over(self) -> None:
        """On a person's express wish only: rename the conversations and the key file, and begin as on the first day.

        Nothing is deleted. The conversations must be closed. Raises StoreError.
        """
        lock = lock_store(self._conversations.lock)
        try:
            self._conversations.set_aside()
            self._file.set_aside()
        finally:
            lock.release()
        self._key = None
        self.state = self._look()

    def forget_keyring(self) -> None:
        """Take our secret out of the keyring: all that it opens is about to be deleted."""
        if self._header is not None and self._header.keyring is not None:
            try:
                self._ring.forget(self._header.vault_id)
            except KeyringStateError as problem:
                log.warning("our secret stays in the keyring: %s", problem.state)

    def _opened(self) -> KeyHeader:
        if self._header is None or self._key is None:
            raise RuntimeError(f"not possible in state {self.state}")
        return self._header

    def _wrap_into_keyring(self, key: DataKey, vault_id: str) -> KeyringWrap:
        wrapping_key = secrets.token_bytes(KEY_BYTES)
        try:
            backend = self._ring.store(vault_id, wrapping_key)
        except KeyringStateError as problem:
            self.keyring_state = problem.state
            raise StoreError(StoreErrorCode.KEYRING, detail=problem.state.value) from problem
        self.keyring_state = KeyringState.OK
        return KeyringWrap(backend, wrap(key, wrapping_key, _context(vault_id, UnlockWay.KEYRING)))


def _context(vault_id: str, way: UnlockWay) -> str:
    return f"parley data key 1 {vault_id} {way.value}"


def _with_new_recovery(key: DataKey, header: KeyHeader) -> tuple[KeyHeader, str]:
    secret = new_secret()
    context = _context(header.vault_id, UnlockWay.RECOVERY_CODE)
    wrapped = wrap(key, key_from_recovery_secret(secret, context), context)
    return msgspec.structs.replace(header, recovery=wrapped, recovery_confirmed=False), format_code(secret)
