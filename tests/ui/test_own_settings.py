"""The settings of one conversation: what is shown is in force, and every change has a way back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.chat.conversation import Conversation, ConversationSettings, Preset
from app.engine.api import SamplingParams
from app.engine.sampling import effective
from app.ui.chat.own_settings.conversation_panel import WIDTH, ConversationPanel
from app.ui.chat.own_settings.sampling_values import VALUES, usual
from app.ui.chat.own_settings.value_row import ValueRow
from app.ui.i18n import install_language
from app.ui.theme import Theme
from tests.helpers.fake_conversation import FakeOwnChat, FakePresets
from tests.helpers.fake_sessions import FakeModel, model_description
from tests.helpers.shell_window import Shell
from tests.ui.shell_fixture import MakeShell, make_shell, shell

__all__ = ["make_shell", "shell"]

MODELS = {"/models/a.gguf": "Qwen3 8B", "/models/b.gguf": "Qwen3 1.7B"}


class Stage:
    """The panel on the screen, with the sessions behind it."""

    def __init__(self, application: QApplication) -> None:
        self.application = application
        self.theme = Theme(application)
        self.chat = FakeOwnChat()
        self.model = FakeModel()
        self.model.finish(model_description())
        self.presets = FakePresets(self.chat)
        self.panel = ConversationPanel(self.theme, self.chat, self.model, lambda: MODELS)
        self.panel.use_presets(self.presets)
        self.panel.resize(WIDTH, 760)
        self.panel.show()
        self.panel.activateWindow()
        assert QTest.qWaitForWindowActive(self.panel)

    def row(self, field: str) -> ValueRow:
        return next(row for row in self.panel.sampling.rows if row.value.field == field)

    def type_number(self, field: str, text: str) -> None:
        edit = self.row(field).field
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Return)


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    """The panel over a hybrid Qwen model, English numbers."""
    install_language(qapp, "en")
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    made = Stage(qapp)
    yield made
    made.panel.close()
    made.panel.deleteLater()
    made.theme.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QLocale.setDefault(before)


@pytest.mark.parametrize("thinking", [True, False])
def test_what_is_shown_as_usual_is_what_the_engine_takes(stage: Stage, thinking: bool) -> None:
    taken = effective(SamplingParams(), "qwen3", thinking=thinking)
    for value in VALUES:
        assert usual(value.field, "qwen3", thinking=thinking) == getattr(taken, value.field)
    stage.panel.more.click()
    stage.panel.sampling.show_mode(thinking=thinking)
    assert stage.row("temperature").field.text() == ("0.60" if thinking else "0.70")
    assert stage.row("top_p").field.text() == ("0.95" if thinking else "0.80")
    assert stage.row("temperature").back.isHidden()


def test_a_value_is_changed_for_one_mode_and_goes_back(stage: Stage) -> None:
    stage.panel.more.click()
    stage.type_number("temperature", "0.9")
    assert stage.chat.own_settings == ConversationSettings(thinking_sampling=SamplingParams(temperature=0.9))
    assert stage.row("temperature").back.text() == "0.60"
    stage.panel.sampling.show_mode(thinking=False)
    assert stage.row("temperature").field.text() == "0.70"
    assert stage.row("temperature").back.isHidden()
    stage.panel.sampling.show_mode(thinking=True)
    stage.row("temperature").back.click()
    assert stage.chat.own_settings == ConversationSettings()


def test_the_slider_takes_whole_numbers_where_they_are_counted(stage: Stage) -> None:
    stage.panel.more.click()
    slider = stage.row("top_k").slider
    QTest.keyClick(slider, Qt.Key.Key_Up)
    assert stage.chat.own_settings.thinking_sampling == SamplingParams(top_k=21)


@pytest.mark.parametrize(("typed", "kept"), [("99", 2.0), ("nonsense", None), ("", None)])
def test_numbers_out_of_bounds_are_bounded_and_nonsense_is_not_taken(
    stage: Stage, typed: str, kept: float | None
) -> None:
    stage.panel.more.click()
    edit = stage.row("temperature").field
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, typed)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert stage.chat.own_settings.thinking_sampling.temperature == kept
    if typed == "nonsense":
        QTest.keyClick(edit, Qt.Key.Key_Escape)
        assert edit.text() == "0.60"


def test_the_seed_is_a_number_or_chance(stage: Stage) -> None:
    stage.panel.more.click()
    field = stage.panel.sampling.seed.field
    assert field.text() == ""
    field.setFocus()
    QTest.keyClicks(field, "42")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert stage.chat.own_settings.thinking_sampling.seed == 42


def test_instructions_are_taken_when_the_person_leaves_the_field(stage: Stage) -> None:
    edit = stage.panel.instructions.edit
    edit.setFocus()
    QTest.keyClicks(edit, "Answer in one sentence.")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "Be kind.")
    stage.panel.model_choice.setFocus()
    assert stage.chat.own_settings.system_prompt == "Answer in one sentence.\nBe kind."


def test_what_was_typed_never_reaches_another_conversation(stage: Stage) -> None:
    for name in ("a", "b"):
        stage.chat._list.put(Conversation(id=name))
    stage.chat.open_conversation("a")
    QTest.keyClicks(stage.panel.instructions.edit, "For A")
    stage.chat.open_conversation("b")
    stage.panel.instructions.tell()
    assert stage.panel.instructions.edit.toPlainText() == ""
    assert stage.chat.own_settings.system_prompt == ""


def test_another_model_is_chosen_by_name(stage: Stage) -> None:
    assert stage.panel.model_choice.text() == "Whichever is loaded"
    action = next(a for a in stage.panel.model_choice.menu().actions() if a.text() == "Qwen3 1.7B")
    action.trigger()
    assert stage.chat.own_settings.model_path == "/models/b.gguf"
    stage.chat.set_own_settings(ConversationSettings(model_path="C:\\gone\\old.gguf"))
    assert stage.panel.model_choice.text() == "old.gguf"


def test_a_preset_is_saved_chosen_renamed_and_deleted(stage: Stage) -> None:
    bar = stage.panel.presets
    stage.chat.set_own_settings(ConversationSettings(system_prompt="Rhyme."))
    assert bar.choice.text() == "No presets yet"
    next(a for a in bar.menu().actions() if a.text().startswith("Save")).trigger()
    QTest.keyClicks(bar.field, "Poet")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert [preset.name for preset in stage.presets.presets] == ["Poet"]
    assert bar.choice.text() == "Poet"
    assert bar.field.isHidden()
    stage.panel.reset.click()
    assert bar.choice.text() == "No preset"
    next(a for a in bar.choice.menu().actions() if a.text() == "Poet").trigger()
    assert stage.chat.own_settings.system_prompt == "Rhyme."
    next(a for a in bar.menu().actions() if a.text() == "Rename…").trigger()
    assert bar.field.text() == "Poet"
    QTest.keyClicks(bar.field, "Bard")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.choice.text() == "Bard"
    next(a for a in bar.menu().actions() if a.text() == "Delete").trigger()
    assert bar.choice.text() == "No presets yet"
    stage.presets.undo()
    assert bar.choice.text() == "Bard"


def test_a_preset_without_thinking_fits_whatever_the_switch_says(stage: Stage) -> None:
    stage.presets.presets.append(Preset(id="p", name="Plain"))
    stage.chat.set_thinking(False)
    assert stage.panel.presets.choice.text() == "Plain"


def test_everything_is_named_and_large_enough(stage: Stage) -> None:
    stage.panel.more.click()
    stage.application.processEvents()
    buttons = [button for button in stage.panel.findChildren(QAbstractButton) if button.isVisible()]
    assert [button for button in buttons if not button.accessibleName() and not button.text()] == []
    small = [(b.text() or b.accessibleName(), b.size()) for b in buttons if min(b.width(), b.height()) < 28]
    assert small == []


def test_the_panel_stands_beside_or_over_the_conversation(shell: Shell, make_shell: MakeShell) -> None:
    chat = FakeOwnChat()
    shell.page.side.use(lambda: ConversationPanel(shell.theme, chat, shell.model, dict))
    width = shell.composer.width()
    shell.page.top_bar.tune.click()
    shell.settle()
    panel = shell.page.side.panel
    assert panel is not None
    assert panel.isVisible()
    assert shell.page.top_bar.geometry().right() < panel.x()
    shell.window.resize(520, 700)
    shell.settle()
    assert panel.geometry().right() == shell.page.rect().right()
    assert shell.page.top_bar.width() == shell.page.width()
    shell.window.resize(1180, 820)
    shell.settle()
    shell.page.toggle_settings()
    shell.settle()
    assert not panel.isVisible()
    assert shell.composer.width() == width
    assert shell.focus() is shell.composer.edit
