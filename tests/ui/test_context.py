"""The context meter, what it opens to, and the question when the window is full."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.session.context.context_session import ContextSession
from app.session.context.context_window import ContextParts, LargerWindow
from app.session.context.conversation_summary import SummaryState
from app.ui.chat.context.popover import ContextPopover
from app.ui.chat.context.protocols import ContextSource
from app.ui.chat.context.question import ContextQuestion
from tests.helpers.fake_conversation import FakeContext
from tests.helpers.shell_window import Shell
from tests.ui.shell_fixture import make_shell, shell

__all__ = ["make_shell", "shell"]


def as_protocol(session: ContextSession) -> ContextSource:
    """The real session has what these widgets need: mypy checks it here."""
    return session


@pytest.fixture
def context(shell: Shell) -> FakeContext:
    made = FakeContext()
    shell.page.use_context(made)
    return made


def opened(shell: Shell) -> ContextPopover:
    popover = shell.composer.open_context()
    assert isinstance(popover, ContextPopover)
    return popover


def question(shell: Shell) -> ContextQuestion:
    asked = shell.page.question
    assert asked is not None
    return asked


def words(card: ContextQuestion) -> list[str]:
    return [button.text() for button in card.choices() if button.text()]


@pytest.mark.parametrize(
    ("history", "level", "advice"), [(100, "ok", "keeps in mind"), (13_200, "warn", "nearly"), (15_700, "full", "room")]
)
def test_the_level_is_said_in_words_too(
    shell: Shell, context: FakeContext, history: int, level: str, advice: str
) -> None:
    context.show_parts(ContextParts(history=history))
    meter = shell.composer.meter
    assert meter.level == level
    assert advice in meter.toolTip()
    assert advice in meter.accessibleDescription()


def test_without_a_session_the_share_decides(shell: Shell) -> None:
    seen = []
    for used in (100, 13_200, 15_700):
        shell.chat.set_context(used, 16_384)
        seen.append(shell.composer.meter.level)
    assert seen == ["ok", "warn", "full"]


def test_what_is_being_written_is_counted(shell: Shell, context: FakeContext) -> None:
    shell.type("Hello")
    assert context.drafts[-1] == ("Hello", 0)
    shell.press("Return")
    assert context.drafts[-1] == ("", 0)


def test_the_meter_opens_to_its_parts_and_follows(shell: Shell, context: FakeContext) -> None:
    popover = opened(shell)
    assert [label.text() for label in popover.numbers] == ["120", "11,200", "2,300", "14", "2,750"]
    assert popover.reuse.text() == "The last answer reused 1,930 tokens; 24 were new."
    assert round(sum(piece.share for piece in popover.bar.pieces), 2) == 0.83
    context.show_parts(ContextParts(system=120, history=40, message=4))
    assert [label.text() for label in popover.numbers] == ["120", "40", "0", "4", "16,220"]
    popover.close()


def test_the_keyboard_opens_and_closes_it(shell: Shell, context: FakeContext) -> None:
    shell.composer.meter.setFocus()
    QTest.keyClick(shell.composer.meter, Qt.Key.Key_Space)
    popover = shell.composer.findChild(ContextPopover)
    assert popover is not None
    assert popover.isVisible()
    QTest.keyPress(popover.room, Qt.Key.Key_Escape)
    shell.settle()
    assert shell.composer.findChild(ContextPopover) is None


def test_room_is_made_from_there(shell: Shell, context: FakeContext) -> None:
    opened(shell).room.click()
    card = question(shell)
    assert card.isVisible()
    assert words(card) == ["A window of 32,768 tokens", "A window of 40,960 tokens", "Summarise it", "Leave it out"]
    card.windows[0].click()
    assert context.calls == ["larger 32768"]
    assert not card.isVisible()
    assert shell.focus() is shell.composer.edit


def test_a_full_window_asks_above_the_composer_and_blocks_nothing(shell: Shell, context: FakeContext) -> None:
    shell.type("half a sent")
    context.full_question.emit()
    shell.settle()
    card = question(shell)
    assert "no longer fits" in card.title.text()
    assert (
        card.mapTo(shell.page, card.rect().bottomLeft()).y()
        < shell.composer.mapTo(shell.page, shell.composer.rect().topLeft()).y()
    )
    shell.composer.focus_text()
    shell.type("ence")
    assert shell.composer.edit.toPlainText() == "half a sentence"
    card.drop.click()
    assert context.calls == ["drop"]


def test_the_lowest_window_has_room_for_the_main_choices(shell: Shell, context: FakeContext) -> None:
    shell.window.resize(480, 440)
    context.full_question.emit()
    shell.settle()
    card = question(shell)
    assert words(card) == ["A window of 32,768 tokens", "Summarise it", "Leave it out"]
    assert min(button.height() for button in card.choices()) >= 32
    assert shell.page.rect().contains(shell.composer.geometry().translated(shell.page._dock.pos()))
    shell.window.resize(1180, 820)
    shell.settle()
    assert len(words(card)) == 4


def test_escape_puts_the_question_off_and_stops_nothing(shell: Shell, context: FakeContext) -> None:
    shell.chat.send("Hello")
    context.full_question.emit()
    shell.settle()
    shell.press("Esc")
    assert not question(shell).isVisible()
    assert shell.chat.stopped == 0
    assert shell.focus() is shell.composer.edit


def test_the_question_goes_with_its_conversation(shell: Shell, context: FakeContext) -> None:
    context.full_question.emit()
    shell.settle()
    card = question(shell)
    shell.window.sidebar.new_chat.setFocus()
    shell.chat.new_conversation()
    assert not card.isVisible()
    assert shell.focus() is shell.window.sidebar.new_chat
    context.full_question.emit()
    shell.settle()
    assert card.windows[0].hasFocus()
    shell.chat.new_conversation()
    assert not card.isVisible()
    assert shell.focus() is shell.composer.edit


def test_arrow_keys_go_through_the_choices(shell: Shell, context: FakeContext) -> None:
    context.full_question.emit()
    shell.settle()
    card = question(shell)
    assert card.windows[0].hasFocus()
    for target in (card.windows[1], card.summarise, card.drop, card.close_button, card.windows[0]):
        shell.press("Down")
        assert target.hasFocus()


def test_a_summary_is_watched_stopped_and_tried_again(shell: Shell, context: FakeContext) -> None:
    context.full_question.emit()
    card = question(shell)
    card.summarise.click()
    context.show_summary(SummaryState.WRITING, "They spoke about primes.")
    assert "primes" in card.progress.text()
    assert words(card) == ["Stop"]
    assert card.part.isHidden()
    context.show_summary(SummaryState.WRITING, "They spoke about primes.", done=2, total=8)
    assert card.part.text() == "Part 3 of 8"
    assert (card.gauge.isHidden(), card.gauge.fraction) == (False, 0.25)
    card.cancel.click()
    assert context.calls == ["summarise", "cancel"]
    assert "Leave it out" in words(card)
    card.summarise.click()
    context.show_summary(SummaryState.FAILED)
    assert "could not be written" in card.about.text()
    card.summarise.click()
    context.show_summary(SummaryState.NONE)
    assert not card.isVisible()


def test_what_cannot_be_done_is_not_offered(shell: Shell, context: FakeContext) -> None:
    context.can_drop = False
    context.larger_windows = [LargerWindow(32_768, 1_288_490_189, fits=False)]
    context.full_question.emit()
    card = question(shell)
    assert words(card) == ["A window of 32,768 tokens"]
    context.larger_windows = []
    context.full_question.emit()
    assert words(card) == []
    assert card.close_button.hasFocus() or not card.isActiveWindow()
