"""The settings: searched, applied at once, in every language; recovery code and deleting everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from app.session.keeping.vault_session import VaultState
from app.settings.schema import ColourScheme, Settings
from app.settings.store import SettingsStore
from app.ui.dialogs.shortcuts import Shortcut
from app.ui.i18n import PSEUDO, install_language
from app.ui.settings.erase_dialog import EraseDialog
from app.ui.settings.settings_dialog import Part, SettingsDialog
from app.ui.settings.sources import Sources
from app.ui.theme import CONTRAST_DARK, CONTRAST_LIGHT, Colours, Theme
from tests.ui.test_network_settings import FakeNetwork


class FakePrivateVault(QObject):
    """Has a passphrase: "right"."""

    changed = Signal()
    recovery_refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.state = VaultState.OPEN
        self.recovery_code = ""
        self.has_passphrase = True

    def new_recovery_code(self, passphrase: str) -> None:
        if passphrase != "right":
            self.recovery_refused.emit("This is not the right one.")
            return
        self.recovery_code = "ABCD"
        self.changed.emit()


@dataclass
class FakePrivacy:
    """Remembers what was to be erased."""

    vault: FakePrivateVault = field(default_factory=FakePrivateVault)
    erased: list[bool] = field(default_factory=list)
    locked: int = 0

    def folders(self) -> dict[str, Path]:
        return {"conversations": Path("/home/me/parley"), "logs": Path("/home/me/logs")}

    def backup_panel(self) -> QWidget:
        return QLabel("copies")

    def lock(self) -> None:
        self.locked += 1

    def erase(self, *, models: bool) -> None:
        self.erased.append(models)


@dataclass
class Stage:
    """An open settings window."""

    dialog: SettingsDialog
    theme: Theme
    store: SettingsStore
    privacy: FakePrivacy
    told: list[Settings]

    def rows(self) -> list[str]:
        sections = [section for section in self.dialog.sections.values() if section.isVisible()]
        return [row.name.text() for section in sections for row in section.rows if row.isVisible()]


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    install_language(qapp, "en")
    theme, store, privacy = Theme(qapp), SettingsStore(tmp_path / "settings.json"), FakePrivacy()
    told: list[Settings] = []

    def keys() -> list[Shortcut]:
        new_chat = QCoreApplication.translate("WindowCommands", "New chat")
        return [Shortcut("Ctrl+N", new_chat), Shortcut("F1", "This list")]

    sources = Sources(theme, store, FakeNetwork(), privacy, keys, lambda: told.append(store.current))
    dialog = SettingsDialog(sources)
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    yield Stage(dialog, theme, store, privacy, told)
    dialog.close()
    theme.choose(ColourScheme.LIGHT)
    theme.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    install_language(qapp, "en")


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_a_search_finds_rows_of_all_sections(stage: Stage) -> None:
    QTest.keyClicks(stage.dialog.search, "model")
    found = stage.rows()
    assert {"Folder for models", "Context window", "Threads"} <= set(found)
    assert "Text size" not in found
    assert any(row.property("kind") == "row-found" for row in stage.dialog.sections[Part.MODELS].rows)
    stage.dialog.search.setText("zzzz")
    assert stage.rows() == []
    assert stage.dialog.nothing.isVisible()
    QTest.keyClick(stage.dialog.search, Qt.Key.Key_Escape)
    assert stage.dialog.isVisible()
    assert "Text size" in stage.rows()
    assert not any(row.property("kind") == "row-found" for row in stage.dialog.sections[Part.MODELS].rows)


@pytest.mark.parametrize(
    ("words", "row"), [("contrast", "Colours"), ("new chat", "New chat"), ("proxy", "Proxy"), ("código", "")]
)
def test_words_lead_to_their_row(stage: Stage, words: str, row: str) -> None:
    stage.dialog.search.setText(words)
    assert (row in stage.rows()) if row else (stage.rows() == [])


def test_the_list_of_sections_is_walked_by_keyboard(stage: Stage) -> None:
    stage.dialog.list.setFocus()
    QTest.keyClick(stage.dialog.list, Qt.Key.Key_Down)
    assert stage.dialog.sections[Part.CONVERSATION].isVisible()
    assert not stage.dialog.sections[Part.APPEARANCE].isVisible()


def test_changes_hold_at_once_and_others_are_told(stage: Stage) -> None:
    QTest.mouseClick(stage.dialog.schemes.button(3), Qt.MouseButton.LeftButton)
    assert stage.store.current.colour_scheme is ColourScheme.HIGH_CONTRAST
    assert stage.theme.colours in {CONTRAST_LIGHT, CONTRAST_DARK}
    stage.dialog.models.kept.chosen.emit("0")
    assert stage.store.current.kept_bytes == 0
    stage.dialog.models.threads.chosen.emit("1")
    assert stage.store.current.threads == 1
    assert stage.told[-1].threads == 1


def test_the_history_of_translations_is_switched_off(stage: Stage) -> None:
    stage.dialog.search.setText("translation history")
    assert stage.rows() == ["Translation history"]
    assert stage.dialog.translating.history.isChecked()
    QTest.mouseClick(stage.dialog.translating.history, Qt.MouseButton.LeftButton)
    assert not stage.store.current.translate_history
    assert not stage.told[-1].translate_history


def test_the_language_changes_while_the_window_is_open(stage: Stage, qapp: QApplication) -> None:
    stage.dialog.language_chosen.connect(lambda code: install_language(qapp, code))
    stage.dialog.show_part(Part.PRIVACY)
    stage.dialog.language.chosen.emit("zh_CN")
    settle()
    assert stage.dialog.windowTitle() == "设置"
    assert stage.dialog.sections[Part.PRIVACY].isVisible()
    assert stage.dialog.sections[Part.SHORTCUTS].rows[0].name.text() == "新对话"
    stage.dialog.language.chosen.emit("ar")
    settle()
    assert stage.dialog.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert stage.dialog.list.x() > stage.dialog.inside.x()


def test_a_new_recovery_code_needs_the_passphrase(stage: Stage) -> None:
    part, wanted = stage.dialog.privacy, list[bool]()
    assert part is not None
    stage.dialog.recovery_code_wanted.connect(lambda: wanted.append(True))
    part.passphrase.line.setText("wrong")
    part.code.click()
    assert part.refusal.text() == "This is not the right one."
    assert not wanted
    part.passphrase.line.setText("right")
    part.code.click()
    assert wanted == [True]
    assert part.refusal.text() == part.passphrase.line.text() == ""


def test_conversations_are_locked_where_a_passphrase_opens_them(stage: Stage, qapp: QApplication) -> None:
    part = stage.dialog.privacy
    assert part is not None
    part.lock.click()
    assert stage.privacy.locked == 1
    stage.privacy.vault.has_passphrase = False
    stage.privacy.vault.changed.emit()
    assert not part.lock.isEnabled()
    install_language(qapp, "de")  # makes all sections anew
    settle()
    again = stage.dialog.privacy
    assert again is not None
    assert not again.lock.isEnabled()


def test_everything_is_deleted_only_after_the_word(stage: Stage) -> None:
    part, opened = stage.dialog.privacy, list[EraseDialog]()
    assert part is not None
    part.opened.connect(opened.append)
    part.erase.click()
    dialog = opened[0]
    assert not dialog.erase.isEnabled()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert stage.privacy.erased == []
    dialog = opened[0] if opened[0].isVisible() else _again(stage, opened)
    QTest.keyClicks(dialog.field, "delete")
    dialog.models.click()
    dialog.erase.click()
    assert stage.privacy.erased == [True]


def _again(stage: Stage, opened: list[EraseDialog]) -> EraseDialog:
    assert stage.dialog.privacy is not None
    stage.dialog.privacy.erase.click()
    return opened[-1]


@pytest.mark.parametrize("code", ["en", "ar", PSEUDO])
def test_everything_that_takes_the_keyboard_has_a_name(stage: Stage, qapp: QApplication, code: str) -> None:
    install_language(qapp, code)
    settle()
    for part in list(stage.dialog.sections):
        stage.dialog.show_part(part)
        settle()
        nameless = [
            type(widget).__name__
            for widget in stage.dialog.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
            if not isinstance(widget, QAbstractButton) or widget.objectName() != "_q_qlineeditclearbutton"
        ]
        assert nameless == [], part


def test_tab_reaches_every_control(stage: Stage) -> None:
    for part in stage.dialog.sections:
        stage.dialog.show_part(part)
        settle()
        wanted = {
            widget
            for widget in stage.dialog.sections[part].findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled()
            if isinstance(widget, QAbstractButton | QLineEdit) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        }
        wanted -= {button for button in stage.dialog.schemes.buttons() if not button.isChecked()}  # arrows do that
        stage.dialog.search.setFocus()
        reached: set[QWidget] = set()
        for _ in range(60):
            QTest.keyClick(stage.dialog.focusWidget(), Qt.Key.Key_Tab)
            reached.add(stage.dialog.focusWidget())
        assert wanted <= reached, part


@pytest.mark.parametrize("code", ["de", "zh_CN", "ar", PSEUDO])
def test_nothing_sticks_out_in_any_language(stage: Stage, qapp: QApplication, code: str) -> None:
    install_language(qapp, code)
    settle()
    stage.dialog.resize(stage.dialog.minimumSize())
    for part in list(stage.dialog.sections):
        stage.dialog.show_part(part)
        settle()
        inside = stage.dialog.inside.inside
        assert inside.width() == stage.dialog.inside.viewport().width()
        outside = [
            child.accessibleName() or type(child).__name__
            for child in inside.findChildren(QWidget)
            if child.isVisible() and isinstance(child, QAbstractButton | QLabel | QLineEdit)
            if (place := child.mapTo(inside, child.rect().topLeft())).x() < 0
            or place.x() + child.width() > inside.width()
        ]
        assert outside == [], part


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast of two colours (WCAG 2.2), 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
def test_high_contrast_is_high(colours: Colours) -> None:
    for name in ("text", "muted", "faint", "accent", "warn", "bad", "good"):
        for ground in ("background", "sidebar", "panel", "bubble", "code", "hover"):
            assert contrast(getattr(colours, name), getattr(colours, ground)) >= 7, (name, ground)
    pairs = (("warn", "warn_background"), ("bad", "bad_background"), ("accent", "accent_background"))
    for name, ground in (*pairs, ("on_accent", "accent"), ("line", "background")):
        assert contrast(getattr(colours, name), getattr(colours, ground)) >= 4.5, (name, ground)
    assert contrast(colours.control_line, colours.background) >= 7
