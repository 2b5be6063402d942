"""The vault: every way in, every state of the keyring, and that nothing is ever locked out or replaced."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec
import pytest
from keyring.backend import KeyringBackend

from app.chat.errors import StoreError, StoreErrorCode
from app.chat.keys.header import KeyHeader
from app.chat.keys.system_keyring import KeyringState
from app.chat.keys.vault import KeyVault, UnlockOutcome, UnlockWay, VaultState
from app.chat.keys.wrapping import Argon2Cost
from app.chat.store import ConversationStore
from app.system.paths import Paths
from tests.helpers.store_content import conversation
from tests.helpers.store_keyrings import (
    FailingKeyring,
    HungKeyring,
    LockedKeyring,
    MemoryKeyring,
    NoKeyring,
    OtherKeyring,
    hung_keyring,
    ring,
)

CHEAP = Argon2Cost(iterations=1, lanes=1, memory_kib=64)
PASSPHRASE = "correct horse"

Open = Callable[[KeyringBackend], KeyVault]


hung = pytest.fixture(hung_keyring)


@pytest.fixture
def opened(paths: Paths) -> Iterator[Open]:
    """Open the vault of this test with a keyring; the one before is closed, as by leaving Parley."""
    with ExitStack() as stack:

        def open_vault(backend: KeyringBackend) -> KeyVault:
            stack.close()
            vault = KeyVault(paths, ring(backend), CHEAP)
            stack.callback(vault.close)
            return vault

        yield open_vault


def state_of(vault: KeyVault) -> VaultState:
    """Read it afresh: mypy believes that it stays what it was."""
    return vault.state


def use(vault: KeyVault, paths: Paths, title: str) -> list[str]:
    """Store one conversation; return the titles of all."""
    store = ConversationStore.open(paths.conversations_file, vault.key)
    store.create(conversation(title))
    titles = [chat.title for chat in store.list_conversations()]
    store.close()
    return titles


def test_this_systems_own_keyring_answers_something(paths: Paths) -> None:
    vault = KeyVault(paths)  # whatever this machine has; on a server: none
    assert state_of(vault) in {VaultState.NEW, VaultState.NEEDS_PASSPHRASE_CHOICE}
    vault.close()


# --- first start ---


def test_with_a_keyring_nothing_is_asked_at_any_start(opened: Open, paths: Paths) -> None:
    backend = MemoryKeyring()
    vault = opened(backend)
    assert state_of(vault) is VaultState.NEW
    vault.create_with_keyring()
    assert state_of(vault) is VaultState.UNLOCKED
    assert use(vault, paths, "first") == ["first"]

    vault = opened(backend)
    assert state_of(vault) is VaultState.LOCKED
    assert vault.ways == {UnlockWay.KEYRING, UnlockWay.RECOVERY_CODE}
    assert vault.unlock_with_keyring() is UnlockOutcome.UNLOCKED
    assert use(vault, paths, "second") == ["second", "first"]


@pytest.mark.parametrize("backend", [NoKeyring(), LockedKeyring(), FailingKeyring()], ids=lambda b: type(b).__name__)
def test_without_a_keyring_there_is_a_choice(opened: Open, paths: Paths, backend: KeyringBackend) -> None:
    vault = opened(backend)
    assert state_of(vault) is VaultState.NEEDS_PASSPHRASE_CHOICE
    with pytest.raises(StoreError) as caught:
        vault.create_with_keyring()
    assert caught.value.code is StoreErrorCode.KEYRING
    code = vault.create_with_passphrase(PASSPHRASE)
    assert use(vault, paths, "first") == ["first"]

    vault = opened(backend)
    assert vault.ways == {UnlockWay.PASSPHRASE, UnlockWay.RECOVERY_CODE}
    assert vault.unlock_with_keyring() is UnlockOutcome.NOT_SET_UP
    assert vault.unlock_with_passphrase("Correct horse") is UnlockOutcome.WRONG
    assert state_of(vault) is VaultState.LOCKED
    assert vault.unlock_with_passphrase(PASSPHRASE) is UnlockOutcome.UNLOCKED
    assert use(vault, paths, "second") == ["second", "first"]
    vault = opened(backend)
    assert vault.unlock_with_recovery_code(code) is UnlockOutcome.UNLOCKED


def test_this_session_only_leaves_no_key_and_can_become_lasting(opened: Open, paths: Paths) -> None:
    vault = opened(NoKeyring())
    vault.create_for_session_only()
    assert state_of(vault) is VaultState.SESSION_ONLY
    assert [path.name for path in paths.data.iterdir()] == ["keys.lock"]
    store = ConversationStore.temporary()
    store.create(conversation("kept"))

    vault.create_with_passphrase(PASSPHRASE)
    store.keep(paths.conversations_file, vault.key)
    store.close()
    vault = opened(NoKeyring())
    assert vault.unlock_with_passphrase(PASSPHRASE) is UnlockOutcome.UNLOCKED
    assert use(vault, paths, "later") == ["later", "kept"]


def test_an_empty_passphrase_is_our_mistake(opened: Open) -> None:
    with pytest.raises(ValueError, match="empty"):
        opened(NoKeyring()).create_with_passphrase("")


def test_a_first_start_that_ended_half_way_can_be_repeated(opened: Open, paths: Paths) -> None:
    opened(NoKeyring()).create_with_passphrase("never stored anything")
    vault = opened(NoKeyring())
    vault.create_for_session_only()
    vault.create_with_passphrase(PASSPHRASE)
    use(vault, paths, "first")
    assert opened(NoKeyring()).unlock_with_passphrase(PASSPHRASE) is UnlockOutcome.UNLOCKED


def test_a_second_vault_is_refused(opened: Open, paths: Paths) -> None:
    opened(MemoryKeyring())
    with pytest.raises(StoreError) as caught:
        KeyVault(paths, ring(MemoryKeyring()))
    assert caught.value.code is StoreErrorCode.LOCKED_BY_OTHER


# --- the keyring changes ---


def lost(backend: KeyringBackend, opened: Open, paths: Paths) -> tuple[KeyVault, str]:
    """Start with a working keyring, then come back with ``backend``."""
    vault = opened(MemoryKeyring())
    code = vault.create_with_keyring()
    use(vault, paths, "precious")
    vault = opened(backend)
    assert state_of(vault) is VaultState.LOCKED
    assert vault.unlock_with_keyring() is UnlockOutcome.NO_KEYRING
    return vault, code


def test_another_keyring_is_told_and_taken_over_after_the_recovery_code(opened: Open, paths: Paths) -> None:
    other = OtherKeyring()
    vault, code = lost(other, opened, paths)
    assert vault.keyring_state is KeyringState.CHANGED
    assert vault.keyring_backend == "tests.helpers.store_keyrings.MemoryKeyring"
    assert vault.unlock_with_recovery_code(code) is UnlockOutcome.UNLOCKED
    assert use(vault, paths, "more") == ["more", "precious"]

    vault = opened(other)  # from now on nothing is asked again
    assert vault.unlock_with_keyring() is UnlockOutcome.UNLOCKED
    assert vault.keyring_backend == "tests.helpers.store_keyrings.OtherKeyring"


def test_a_keyring_with_a_foreign_secret_counts_as_changed(opened: Open) -> None:
    backend = MemoryKeyring()
    opened(backend).create_with_keyring()
    for entry in backend.entries:
        backend.entries[entry] = "AAAA"
    vault = opened(backend)
    assert vault.unlock_with_keyring() is UnlockOutcome.NO_KEYRING
    assert vault.keyring_state is KeyringState.CHANGED


@pytest.mark.usefixtures("allow_warnings")
@pytest.mark.parametrize(
    ("backend", "state"),
    [
        (NoKeyring(), KeyringState.NONE),
        (LockedKeyring(), KeyringState.LOCKED),
        (FailingKeyring(), KeyringState.FAILED),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_keyring_that_is_gone_leaves_the_recovery_code(
    opened: Open, paths: Paths, backend: KeyringBackend, state: KeyringState
) -> None:
    vault, code = lost(backend, opened, paths)
    assert vault.keyring_state is state
    assert vault.unlock_with_recovery_code(code) is UnlockOutcome.UNLOCKED
    vault.set_passphrase(PASSPHRASE)  # the way out on a computer that will have no keyring again
    assert use(vault, paths, "more") == ["more", "precious"]
    vault = opened(backend)
    assert vault.unlock_with_passphrase(PASSPHRASE) is UnlockOutcome.UNLOCKED


def test_a_hung_keyring_leaves_the_recovery_code(paths: Paths, opened: Open, hung: HungKeyring) -> None:
    code = opened(MemoryKeyring()).create_with_keyring()
    opened(NoKeyring()).close()
    vault = KeyVault(paths, ring(hung, limit=0.05), CHEAP)
    assert vault.unlock_with_keyring() is UnlockOutcome.NO_KEYRING
    assert vault.keyring_state is KeyringState.HUNG
    assert vault.unlock_with_recovery_code(code) is UnlockOutcome.UNLOCKED
    vault.close()


# --- changing the ways in ---


def confirmed(vault: KeyVault) -> bool:
    """Read it afresh, as ``state_of`` does."""
    return vault.recovery_confirmed


def test_a_new_passphrase_and_a_new_code_replace_the_old_ones(opened: Open) -> None:
    vault = opened(NoKeyring())
    old_code = vault.create_with_passphrase(PASSPHRASE)
    vault.set_passphrase("another")
    new_code = vault.new_recovery_code()
    key = vault.key

    vault = opened(NoKeyring())
    assert vault.unlock_with_passphrase(PASSPHRASE) is UnlockOutcome.WRONG
    assert vault.unlock_with_recovery_code(old_code) is UnlockOutcome.WRONG
    assert vault.unlock_with_recovery_code(old_code[:-1]) is UnlockOutcome.MISTYPED
    assert vault.unlock_with_recovery_code(new_code) is UnlockOutcome.UNLOCKED
    assert vault.key == key
    assert opened(NoKeyring()).unlock_with_passphrase("another") is UnlockOutcome.UNLOCKED


def test_whether_the_code_was_kept_is_remembered(opened: Open) -> None:
    vault = opened(NoKeyring())
    vault.create_with_passphrase(PASSPHRASE)
    assert not confirmed(vault)
    vault.confirm_recovery_code()
    vault = opened(NoKeyring())
    assert confirmed(vault)
    vault.unlock_with_passphrase(PASSPHRASE)
    vault.new_recovery_code()
    assert not confirmed(vault)


def test_moving_from_a_passphrase_to_a_keyring(opened: Open) -> None:
    backend = MemoryKeyring()
    opened(NoKeyring()).create_with_passphrase(PASSPHRASE)
    vault = opened(backend)
    vault.unlock_with_passphrase(PASSPHRASE)
    vault.use_keyring()
    assert opened(backend).unlock_with_keyring() is UnlockOutcome.UNLOCKED


def test_changes_need_the_key(opened: Open) -> None:
    vault = opened(NoKeyring())
    for change in (vault.use_keyring, vault.new_recovery_code, lambda: vault.set_passphrase("x"), lambda: vault.key):
        with pytest.raises(RuntimeError):
            change()


# --- the key file is damaged or gone ---


def test_one_damaged_copy_of_the_key_file_is_no_loss(opened: Open, paths: Paths, allow_warnings: None) -> None:
    backend = MemoryKeyring()
    use_vault = opened(backend)
    use_vault.create_with_keyring()
    use(use_vault, paths, "precious")
    for content in (b"", b"\0" * 500, b'{"version": 1}', b"[" * 100_000):
        (paths.data / "keys.json").write_bytes(content)
        assert opened(backend).unlock_with_keyring() is UnlockOutcome.UNLOCKED
    (paths.data / "keys.json").unlink()
    assert opened(backend).unlock_with_keyring() is UnlockOutcome.UNLOCKED


@pytest.mark.usefixtures("allow_warnings")
@pytest.mark.parametrize("how", ["gone", "damaged"])
def test_without_a_key_file_the_conversations_are_never_replaced(opened: Open, paths: Paths, how: str) -> None:
    backend = MemoryKeyring()
    vault = opened(backend)
    vault.create_with_keyring()
    use(vault, paths, "precious")
    kept = {path: path.read_bytes() for path in paths.data.glob("keys*.json")}
    for path in kept:
        path.unlink() if how == "gone" else path.write_bytes(b"\0" * 100)

    vault = opened(backend)
    assert state_of(vault) is VaultState.KEYS_LOST
    for create in (vault.create_with_keyring, lambda: vault.create_with_passphrase(PASSPHRASE)):
        with pytest.raises(StoreError) as caught:
            create()
        assert caught.value.code is StoreErrorCode.EXISTS
    vault.create_for_session_only()  # one can still chat

    for path, content in kept.items():
        path.write_bytes(content)
    vault = opened(backend)
    assert vault.unlock_with_keyring() is UnlockOutcome.UNLOCKED
    assert use(vault, paths, "more") == ["more", "precious"]


def test_a_newer_key_file_is_refused(opened: Open, paths: Paths) -> None:
    opened(MemoryKeyring()).create_with_keyring()
    path = paths.data / "keys.json"
    path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 2'))
    with pytest.raises(StoreError) as caught:
        opened(MemoryKeyring())
    assert caught.value.code is StoreErrorCode.NEWER_VERSION


def test_starting_over_deletes_nothing(opened: Open, paths: Paths) -> None:
    backend = MemoryKeyring()
    vault = opened(backend)
    vault.create_with_keyring()
    use(vault, paths, "precious")
    before = {path.read_bytes() for path in paths.data.iterdir() if path.stat().st_size}
    store = ConversationStore.open(paths.conversations_file, vault.key)
    with pytest.raises(StoreError) as caught:
        vault.start_over()
    assert caught.value.code is StoreErrorCode.LOCKED_BY_OTHER
    store.close()
    vault.start_over()
    assert state_of(vault) is VaultState.NEW
    vault.create_with_keyring()
    assert use(vault, paths, "fresh") == ["fresh"]
    assert before <= {path.read_bytes() for path in paths.data.iterdir()}


def test_the_key_is_nowhere_in_clear(opened: Open, paths: Paths, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    vault = opened(MemoryKeyring())
    vault.create_with_keyring()
    vault.set_passphrase(PASSPHRASE)
    use(vault, paths, "x")
    secret = vault.key.secret
    for needle in (secret, secret.hex().encode(), PASSPHRASE.encode()):
        assert not [path for path in paths.data.iterdir() if needle in path.read_bytes()]
    assert secret.hex() not in caplog.text + repr(vault.key) + repr(vars(vault))


def test_the_header_survives_its_file(opened: Open, paths: Paths, tmp_path: Path) -> None:
    opened(NoKeyring()).create_with_passphrase(PASSPHRASE)
    copy = shutil.copy(paths.data / "keys.json", tmp_path / "copy.json")
    header = msgspec.json.decode(Path(copy).read_bytes(), type=KeyHeader)
    assert header.passphrase is not None
    assert header.recovery is not None
    assert header.keyring is None
