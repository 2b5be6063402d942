"""Languages have names in the language of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.translate.languages import by_code
from app.ui.i18n import install_language
from app.ui.translate.language_names import pair_words
from app.ui.translate.language_rows import LanguageRows
from tests.ui.translate_fixture import Stage, stage

__all__ = ["stage"]


def test_languages_are_named_in_the_language_of_the_window(stage: Stage, qapp: QApplication) -> None:
    stage.translated()
    try:
        install_language(qapp, "ar")
        stage.settle()
        assert stage.page.languages.source.text() == "اكتُشفت: الإنجليزية"
        assert (
            pair_words(by_code("en"), by_code("de")) == "الإنجليزية ← الألمانية"
        )  # the arrow points to where one reads on
        rows = LanguageRows()
        rows.show_text("الألم", [])
        assert [row.code for row in rows.rows] == ["de"]
    finally:
        install_language(qapp, "en")
