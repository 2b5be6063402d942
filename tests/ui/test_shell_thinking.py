from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.engine.api import ThinkingSupport
from app.ui.chat.composer.budget_scale import LAST, OFF, STOPS, Budget
from app.ui.chat.composer.thinking_controls import ThinkingControls
from app.ui.widgets.slider import MARGIN
from tests.helpers.fake_sessions import model_description
from tests.helpers.shell_window import Setup, Shell
from tests.ui.shell_fixture import MakeShell, make_shell, shell

__all__ = ["make_shell", "shell"]


@pytest.fixture
def controls(shell: Shell) -> ThinkingControls:
    return shell.composer.thinking


def click_at(controls: ThinkingControls, position: float) -> None:
    """Click on the slider at a position of its scale."""
    slider = controls.slider
    x = MARGIN + (slider.width() - 2 * MARGIN) * position / LAST
    if slider.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        x = slider.width() - x
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(x), slider.height() // 2))


def test_the_chip_switches_and_remembers_the_budget(shell: Shell, controls: ThinkingControls) -> None:
    shell.click(controls.chip)
    assert not shell.thinks()
    assert controls.slider.budget == OFF
    assert controls.label.text() == "off"
    shell.click(controls.chip)
    assert shell.thinks()
    assert controls.slider.budget == shell.chat.thinking_budget == 4096
    assert controls.label.text() == "up to 4,096 tokens"


@pytest.mark.parametrize("index", range(1, LAST + 1))
def test_the_mouse_takes_stops(shell: Shell, controls: ThinkingControls, index: int) -> None:
    click_at(controls, index + 0.2 * (index < LAST))
    assert shell.chat.thinking_budget == STOPS[index]
    assert shell.thinks()


def test_off_turns_the_switch_off_and_leaving_it_turns_it_on(shell: Shell, controls: ThinkingControls) -> None:
    click_at(controls, 0)
    assert not shell.thinks()
    assert not controls.chip.isChecked()
    click_at(controls, 2)
    assert shell.thinks()
    assert shell.chat.thinking_budget == 2048
    assert controls.chip.isChecked()


@pytest.mark.parametrize(
    ("keys", "expected"),
    [("Right", 8192), ("Up", 8192), ("Left", 2048), ("PgDown", 2048), ("End", None)],
)
def test_keys_go_stop_by_stop(shell: Shell, controls: ThinkingControls, keys: str, expected: Budget) -> None:
    controls.slider.setFocus()
    shell.press(keys)
    assert shell.chat.thinking_budget == expected


def test_home_is_off(shell: Shell, controls: ThinkingControls) -> None:
    controls.slider.setFocus()
    shell.press("Home")
    assert not shell.thinks()


def test_an_exact_number_is_typed_in_place_of_the_label(shell: Shell, controls: ThinkingControls) -> None:
    shell.click(controls.label)
    assert controls.field.isVisible()
    assert controls.field.text() == "4,096"
    shell.type("3,000")
    shell.press("Return")
    assert shell.chat.thinking_budget == 3000
    assert controls.label.text() == "up to 3,000 tokens"
    assert STOPS.index(2048) < controls.slider.value() / 100 < STOPS.index(4096)
    controls.slider.setFocus()
    shell.press("Right")
    assert shell.chat.thinking_budget == 4096


def test_a_wrong_number_stays_open_and_changes_nothing(shell: Shell, controls: ThinkingControls) -> None:
    shell.click(controls.label)
    shell.type("lots")
    shell.press("Return")
    assert controls.field.isVisible()
    assert controls.field.property("kind") == "wrong"
    assert shell.chat.thinking_budget == 4096


def test_escape_leaves_the_number_and_does_not_stop_the_answer(shell: Shell, controls: ThinkingControls) -> None:
    shell.chat.send("question")
    shell.click(controls.label)
    shell.type("77")
    shell.press("Esc")
    assert not controls.field.isVisible()
    assert shell.chat.thinking_budget == 4096
    assert shell.chat.stopped == 0


def test_zero_as_a_number_is_off(shell: Shell, controls: ThinkingControls) -> None:
    shell.click(controls.label)
    shell.type("0")
    shell.press("Return")
    assert not shell.thinks()


def test_no_limit_has_words(shell: Shell, controls: ThinkingControls) -> None:
    shell.chat.set_budget(None)
    assert controls.label.text() == "no limit"
    assert "no limit" in controls.slider.accessibleName()


def test_a_model_that_never_thinks_says_so(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(thinking=ThinkingSupport.NEVER))
    controls = shell.composer.thinking
    assert not controls.chip.isEnabled()
    assert not controls.chip.isChecked()
    assert not controls.slider.isEnabled()
    assert controls.label.text() == "This model does not think before it answers"
    assert controls.chip.toolTip() == controls.slider.toolTip() == controls.label.text()
    shell.press("Ctrl+Shift+T")
    assert shell.thinks()  # the choice for other models is not touched
    shell.model.finish(model_description(ThinkingSupport.HYBRID))
    assert controls.chip.isEnabled()
    assert controls.chip.isChecked()


def test_a_model_that_always_thinks_locks_the_switch_on(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(thinking=ThinkingSupport.ALWAYS))
    controls = shell.composer.thinking
    shell.chat.set_thinking(False)
    assert controls.chip.isChecked()
    assert not controls.chip.isEnabled()
    assert "always thinks" in controls.chip.toolTip()
    click_at(controls, 0)
    assert shell.chat.thinking_budget == STOPS[1]  # there is no "off"


def test_the_scale_mirrors_with_the_language(make_shell: MakeShell) -> None:
    shell = make_shell(Setup())
    shell.application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shell.settle()
    controls = shell.composer.thinking
    click_at(controls, 5)
    assert shell.chat.thinking_budget == STOPS[5]
    controls.slider.setFocus()
    shell.press("Left")
    assert shell.chat.thinking_budget == STOPS[6]
    assert controls.chip.geometry().left() > controls.slider.geometry().left()


def test_nothing_moves_while_the_slider_moves(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(size=(480, 700)))
    controls = shell.composer.thinking
    places = set()
    for index in range(1, LAST + 1):
        click_at(controls, index)
        shell.settle()
        places.add((controls.slider.geometry().getRect(), controls.chip.geometry().getRect()))
    assert len(places) == 1


def test_advice_is_one_hover_away(controls: ThinkingControls) -> None:
    assert "1,000 tokens" in controls.slider.toolTip()
