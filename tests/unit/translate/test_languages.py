"""119 languages, found by any of their names."""

from __future__ import annotations

import pytest

from app.translate.languages import all_languages, by_code, find, name_in


def test_all_are_there_once() -> None:
    languages = all_languages()
    assert len({language.code for language in languages}) == len(languages) == 119
    assert sum(language.rtl for language in languages) == 14
    assert sum(language.evaluated for language in languages) == 80
    assert all(0.5 < language.token_ratio < 13 for language in languages)


def test_every_language_is_found_first_by_its_names_and_code() -> None:
    for language in all_languages():
        assert by_code(language.code) == language
        for name in (language.english_name, language.native_name, language.code):
            found = find(name)
            assert language in found[: 1 if name != language.code else 3], name


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("deut", "de"),
        ("FRANCAIS", "fr"),
        ("中文", "zh-Hans"),
        ("filipino", "tl"),
        ("odia", "or"),
        ("farsi", "fa"),
        ("norwegian", "nb"),
        ("zh-TW", "zh-Hant"),
        ("العربية", "ar"),
        ("roman", "ro"),
        ("mandarin", "zh-Hans"),
        ("pt-BR", "pt"),
        ("germn", "de"),
        ("Portugese", "pt"),
        ("Chinease", "zh-Hans"),
        ("Ukranian", "uk"),
        ("Russain", "ru"),
    ],
)
def test_what_people_type(typed: str, code: str) -> None:
    assert find(typed)[0].code == code


@pytest.mark.parametrize(("code", "wanted"), [("de-AT", "de"), ("zh-CN", "zh-Hans"), ("zh", "zh-Hans"), ("iw", "he")])
def test_codes_of_systems(code: str, wanted: str) -> None:
    found = by_code(code)
    assert found is not None
    assert found.code == wanted


def test_nothing_typed_is_everything_and_nonsense_is_nothing() -> None:
    assert len(find("  ")) == 119
    assert find("qqq") == []
    assert find("qwertz") == []
    assert by_code("xx") is None


@pytest.mark.parametrize("interface", ["de", "zh_CN", "ar"])
def test_every_language_has_one_name_of_its_own_in_the_language_of_the_window(interface: str) -> None:
    names = [name_in(language, interface) for language in all_languages()]
    assert len(set(names)) == len(names)
    for language, name in zip(all_languages(), names, strict=True):
        assert find(name, interface)[0] == language
    assert [name_in(language, "xx") for language in all_languages()] == [one.english_name for one in all_languages()]
