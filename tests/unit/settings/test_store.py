"""Settings come back, and no file can keep Parley from starting."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from app.settings.schema import ColourScheme, Settings
from app.settings.store import SettingsStore

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
names = st.sampled_from([field.name for field in msgspec.structs.fields(Settings)]) | st.text()


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.json"
    SettingsStore(file).change(colour_scheme="dark", thinking_budget=0)
    again = SettingsStore(file).current
    assert again.colour_scheme is ColourScheme.DARK
    assert again.thinking_budget == 0


def test_a_wrong_value_is_the_default_and_the_others_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"threads": -4, "colour_scheme": "pink", "text_size": 18, "unknown": 1}')
    assert SettingsStore(file).current == Settings(text_size=18)


def test_a_damaged_file_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(b"\0" * 100)
    assert SettingsStore(file).current == Settings()
    assert file.with_suffix(".damaged").read_bytes() == b"\0" * 100


def test_change_refuses_what_the_schema_refuses(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json")
    with pytest.raises(msgspec.ValidationError):
        store.change(text_size=4)
    assert store.current == Settings()


@given(st.dictionaries(names, json_values, max_size=8) | json_values)
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_json_keeps_parley_from_starting(tmp_path: Path, content: object) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(msgspec.json.encode(content))
    assert isinstance(SettingsStore(file).current, Settings)


@given(st.binary(max_size=200))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_keep_parley_from_starting(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert isinstance(SettingsStore(file).current, Settings)
