"""Wrapping the data key, and the code that a person writes down."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.chat.keys.data_key import DataKey
from app.chat.keys.recovery_code import ALPHABET, SECRET_BYTES, format_code, parse_code
from app.chat.keys.wrapping import Argon2Cost, unwrap, unwrap_with_passphrase, wrap, wrap_with_passphrase
from tests.helpers.store_content import KEY, OTHER_KEY

CHEAP = Argon2Cost(iterations=1, lanes=1, memory_kib=64)
PASSPHRASE = "correct horse"


def test_a_wrap_opens_with_its_own_key_and_context_only() -> None:
    wrapped = wrap(KEY, bytes(32), "context")
    assert unwrap(wrapped, bytes(32), "context") == KEY
    assert unwrap(wrapped, bytes(32), "another") is None
    assert unwrap(wrapped, bytes(31) + b"1", "context") is None
    assert unwrap(wrapped, b"short", "context") is None
    assert wrap(KEY, bytes(32), "context") != wrapped


@given(st.data())
def test_a_changed_wrap_never_opens(data: st.DataObject) -> None:
    wrapped = wrap(KEY, bytes(32), "context")
    sealed = bytearray(wrapped.sealed)
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    assert unwrap(msgspec.structs.replace(wrapped, sealed=bytes(sealed)), bytes(32), "context") is None


def test_a_passphrase_is_the_same_in_either_unicode_form() -> None:
    made = wrap_with_passphrase(KEY, "caf\u00e9", "context", CHEAP)
    assert unwrap_with_passphrase(made, "cafe\u0301", "context") == KEY
    assert unwrap_with_passphrase(made, "cafe", "context") is None


@pytest.mark.parametrize("cost", [Argon2Cost(10**9, 4, 64), Argon2Cost(1, 10**9, 64), Argon2Cost(1, 1, 10**12)])
def test_a_damaged_cost_is_not_tried(cost: Argon2Cost) -> None:
    made = wrap_with_passphrase(KEY, PASSPHRASE, "context", CHEAP)
    assert unwrap_with_passphrase(msgspec.structs.replace(made, cost=cost), PASSPHRASE, "context") is None
    assert unwrap_with_passphrase(msgspec.structs.replace(made, cost=Argon2Cost(0, 0, 0)), "x", "context") is None


def test_the_default_cost_works_and_is_not_cheap() -> None:
    made = wrap_with_passphrase(KEY, PASSPHRASE, "context", Argon2Cost())
    assert made.cost.memory_kib >= 64 * 1024
    assert unwrap_with_passphrase(made, PASSPHRASE, "context") == KEY


def test_a_data_key_has_32_bytes_and_a_check_of_its_own() -> None:
    with pytest.raises(ValueError, match="32"):
        DataKey(b"short")
    assert KEY.check_value() != OTHER_KEY.check_value()


# --- the recovery code ---


@given(st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES))
def test_a_code_reads_back(secret: bytes) -> None:
    code = format_code(secret)
    assert len(code) == 39
    assert [len(group) for group in code.split("-")] == [4] * 8
    assert parse_code(code) == secret


@given(st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES))
def test_a_code_reads_back_as_people_type_it(secret: bytes) -> None:
    code = format_code(secret)
    assert parse_code(code.lower().replace("-", " ")) == secret
    assert parse_code("  " + code.replace("-", "").replace("0", "o").replace("1", "l") + "\n") == secret
    assert parse_code(code.replace("0", "O").replace("1", "I").replace("-", "\u2013")) == secret
    full_width = "".join(chr(ord(c) + 0xFEE0) if c != "-" else "\u30fb" for c in code)
    assert parse_code(full_width.replace("\u30fb", "\uff0d")) == secret


@given(st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES), st.integers(0, 31), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(secret: bytes, at: int, wrong: str) -> None:
    code = format_code(secret).replace("-", "")
    changed = code[:at] + wrong + code[at + 1 :]
    assert parse_code(changed) == (secret if changed == code else None)


@given(st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES), st.integers(0, 30))
def test_two_swapped_characters_are_noticed(secret: bytes, at: int) -> None:
    code = format_code(secret).replace("-", "")
    changed = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert parse_code(changed) == (secret if changed == code else None)


@given(st.text())
def test_any_other_text_is_no_code(text: str) -> None:
    assert parse_code(text) is None
