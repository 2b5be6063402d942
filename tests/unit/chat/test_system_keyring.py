"""Every state of the system's keyring, with keyrings that really behave so."""

from __future__ import annotations

import pytest
from keyring.backend import KeyringBackend

from app.chat.keys.system_keyring import KeyringState, KeyringStateError, SystemKeyring
from tests.helpers.store_keyrings import (
    FailingKeyring,
    ForgetfulKeyring,
    HungKeyring,
    LockedKeyring,
    MemoryKeyring,
    NoKeyring,
    NullKeyring,
    hung_keyring,
    ring,
)

hung = pytest.fixture(hung_keyring)


@pytest.mark.parametrize(
    ("backend", "state"),
    [
        (NoKeyring(), KeyringState.NONE),
        (NullKeyring(), KeyringState.NONE),
        (LockedKeyring(), KeyringState.LOCKED),
        (FailingKeyring(), KeyringState.FAILED),
        (ForgetfulKeyring(), KeyringState.FAILED),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_keyring_that_keeps_nothing_says_why(backend: KeyringBackend, state: KeyringState) -> None:
    with pytest.raises(KeyringStateError) as caught:
        ring(backend).probe()
    assert caught.value.state is state
    with pytest.raises(KeyringStateError) as caught:
        ring(backend).store("name", b"secret")
    assert caught.value.state is state


def test_a_keyring_that_hangs_is_left_alone(hung: HungKeyring) -> None:
    with pytest.raises(KeyringStateError) as caught:
        ring(hung, limit=0.05).probe()
    assert caught.value.state is KeyringState.HUNG


@pytest.mark.usefixtures("allow_warnings")
def test_a_backends_own_exceptions_are_a_failure() -> None:
    with pytest.raises(KeyringStateError) as caught:
        ring(FailingKeyring()).load("name")  # raises OSError
    assert caught.value.state is KeyringState.FAILED


def test_a_search_for_a_keyring_that_fails_is_a_failure(allow_warnings: None) -> None:
    def find() -> KeyringBackend:
        raise ValueError("a broken keyringrc.cfg")

    with pytest.raises(KeyringStateError) as caught:
        SystemKeyring(find).probe()
    assert caught.value.state is KeyringState.FAILED


def test_plain_text_files_are_no_keyring() -> None:
    plain = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})
    with pytest.raises(KeyringStateError) as caught:
        ring(plain()).probe()
    assert caught.value.state is KeyringState.NONE


def test_a_working_keyring_gives_back_what_it_got() -> None:
    backend = MemoryKeyring()
    name = ring(backend).store("name", b"\0\xffsecret")
    assert name == "tests.helpers.store_keyrings.MemoryKeyring"
    assert ring(backend).load("name") == b"\0\xffsecret"
    for entry in backend.entries:
        backend.entries[entry] = "not base64!"
    with pytest.raises(KeyringStateError) as caught:
        ring(backend).load("name")
    assert caught.value.state is KeyringState.CHANGED
