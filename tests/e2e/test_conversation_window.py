"""What a person does with a conversation, in the real window, with the real model and store."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.chat.conversation import ConversationSettings, MessageStatus
from app.engine.api import SamplingParams, ThinkingOutcome
from app.placement.plan import Wishes
from app.ui.chat.find.bar import FindBar
from app.ui.chat.messages.acting_view import ActingView
from app.ui.chat.messages.assistant_view import AssistantView
from app.ui.chat.messages.person_view import PersonView
from app.ui.chat.own_settings.conversation_panel import ConversationPanel
from app.ui.parley import Parley
from tests.e2e.conftest import START


class Person:
    """Hands and eyes."""

    def __init__(self, bot: QtBot, parley: Parley) -> None:
        self.bot, self.parley = bot, parley
        self.until(lambda: parley.transcript.transcript is not None)
        self.context = parley.conversation_side().context

    def until(self, condition: Callable[[], bool]) -> None:
        self.bot.waitUntil(condition, timeout=START)

    def ask(self, text: str, *, think: bool = False) -> None:
        self.parley.chat.set_thinking(think)
        field = self.parley.window.focus_composer()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.wait()

    def wait(self) -> None:
        self.until(lambda: not self.parley.chat.busy)

    def views(self) -> list[ActingView]:
        transcript = self.parley.transcript.transcript
        assert transcript is not None
        count = len(self.parley.chat.messages)
        self.until(lambda: transcript.is_settled and len(transcript.views()) == count)
        return [view for view in transcript.views() if isinstance(view, ActingView)]

    def question(self, index: int) -> PersonView:
        view = self.views()[index]
        assert isinstance(view, PersonView)
        return view

    def answer(self, index: int = -1) -> AssistantView:
        view = self.views()[index]
        assert isinstance(view, AssistantView)
        return view

    def choose(self, view: ActingView, words: str) -> None:
        action = next(action for action in view.menu().actions() if action.text() == words)
        assert action.isEnabled()
        action.trigger()

    def chat_text(self) -> str:
        """The last message with what has arrived by now."""
        message = self.parley.chat.message(self.parley.chat.messages[-1].id)
        return message.text if message else ""

    def undo(self) -> None:
        toasts = self.parley.window.page.toasts
        self.until(lambda: bool(toasts.toasts) and not toasts.toasts[-1].action.isHidden())
        toasts.toasts[-1].action.click()

    def texts(self) -> list[str]:
        return [message.text for message in self.parley.chat.messages]


@pytest.fixture
def person(qtbot: QtBot, parley: Parley) -> Person:
    return Person(qtbot, parley)


def test_a_question_is_changed_both_versions_stay_and_keys_go_between_answers(person: Person) -> None:
    person.ask("What is 12 + 30?")
    first = person.texts()
    question = person.question(0)
    question.change.click()
    assert question.editor is not None
    question.editor.edit.setPlainText("What is 20 + 3?")
    QTest.keyPress(question.editor.edit, Qt.Key.Key_Return)
    person.until(lambda: person.parley.chat.busy or person.texts()[0] == "What is 20 + 3?")
    person.wait()
    assert person.texts()[0] == "What is 20 + 3?"
    assert "23" in person.texts()[1]
    switch = person.question(0).versions
    assert switch.label.text() == "2 / 2"
    switch.earlier.click()
    person.until(lambda: person.texts() == first)
    assert person.question(0).versions.label.text() == "1 / 2"
    QTest.keyClick(person.parley.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    person.until(
        lambda: person.parley.chat.busy or len(person.parley.chat.versions(person.parley.chat.messages[-1].id)) == 2
    )
    person.wait()
    newest = person.parley.chat.messages[-1].id
    QTest.keyClick(person.parley.window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    person.until(lambda: person.parley.chat.messages[-1].id != newest)
    QTest.keyClick(person.parley.window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    person.until(lambda: person.parley.chat.messages[-1].id == newest)


def test_another_answer_is_a_version_and_the_seed_makes_it_the_same(person: Person) -> None:
    seeded = SamplingParams(temperature=1.5, seed=7)
    person.parley.chat.set_own_settings(ConversationSettings(plain_sampling=seeded))
    person.ask("Tell me a story.")
    first = person.texts()[1]
    person.answer().footer.regenerate.click()
    person.wait()
    assert person.texts()[1] == first
    assert person.answer().versions.label.text() == "2 / 2"
    assert person.parley.chat.own_settings.plain_sampling == seeded


def test_an_answer_is_written_again_with_and_without_thoughts(person: Person) -> None:
    person.parley.chat.set_budget(40)
    person.ask("Find the largest prime number.", think=True)
    cut = person.parley.chat.messages[-1].thinking
    assert cut is not None
    assert cut.outcome is ThinkingOutcome.BUDGET
    person.choose(person.answer(), "Think longer")
    chat = person.parley.chat
    person.until(lambda: bool(chat.live and chat.live.thinking_tokens > cut.tokens + 20))
    chat.answer_now()
    person.wait()
    longer = chat.messages[-1].thinking
    assert longer is not None
    assert longer.text.startswith(cut.text[:40])
    assert longer.tokens > cut.tokens
    person.choose(person.answer(), "Answer without thinking")
    person.wait()
    assert person.parley.chat.messages[-1].thinking is None
    assert person.parley.chat.messages[-1].text
    assert person.answer().versions.label.text() == "3 / 3"


def test_a_stopped_answer_goes_on_where_it_was(person: Person) -> None:
    chat = person.parley.chat
    chat.set_thinking(False)
    chat.send("Count from 1 to 200.")
    person.until(lambda: bool(chat.live and chat.live.answer_tokens > 12))
    chat.stop()
    person.wait()
    half = person.texts()[1]
    assert chat.messages[-1].status is MessageStatus.STOPPED
    person.answer().footer.go_on.click()
    person.until(lambda: bool(chat.live and len(person.chat_text()) > len(half) + 10))
    chat.stop()
    person.wait()
    assert person.texts()[1].startswith(half)
    assert len(person.texts()[1]) > len(half)
    assert len(chat.messages) == 2


def test_a_message_is_deleted_and_comes_back(person: Person) -> None:
    person.ask("Hello")
    person.ask("What is 12 + 30?")
    before = person.texts()
    person.choose(person.question(2), "Delete")
    person.until(lambda: len(person.texts()) == 2)
    person.undo()
    person.until(lambda: person.texts() == before)


def test_a_conversation_goes_on_as_a_new_one(person: Person) -> None:
    person.ask("Hello")
    person.ask("What is 12 + 30?")
    question = person.question(2)
    question.view.selectAll()
    person.choose(question, "Quote the selected text")
    assert person.parley.window.page.composer.edit.toPlainText() == "> What is 12 + 30?\n\n"
    first, texts = person.parley.chat.conversation, person.texts()
    person.choose(person.answer(1), "Go on from here in a new conversation")
    person.until(lambda: person.parley.chat.conversation != first and len(person.texts()) == 2)
    assert person.texts() == texts[:2]
    person.until(lambda: person.parley.conversations.rowCount() == 2)


def test_the_instructions_reach_the_model_and_a_preset_brings_them_back(person: Person) -> None:
    page, chat = person.parley.window.page, person.parley.chat
    page.toggle_settings()
    panel = page.side.panel
    assert isinstance(panel, ConversationPanel)
    QTest.keyClicks(panel.instructions.edit, "Your name is Parley and you are kind.")
    panel.instructions.tell()
    person.ask("Hello")
    person.until(lambda: person.context.parts.system > 10)
    marks = [page.top_bar.tune.marked]
    next(a for a in panel.presets.menu().actions() if a.text().startswith("Save")).trigger()
    QTest.keyClicks(panel.presets.field, "Kind")
    QTest.keyClick(panel.presets.field, Qt.Key.Key_Return)
    assert panel.presets.choice.text() == "Kind"
    chat.new_conversation()
    assert chat.own_settings.system_prompt == ""
    assert [*marks, page.top_bar.tune.marked] == [True, False]
    assert panel.instructions.edit.toPlainText() == ""
    next(a for a in panel.presets.choice.menu().actions() if a.text() == "Kind").trigger()
    assert panel.instructions.edit.toPlainText() == "Your name is Parley and you are kind."
    page.toggle_settings()


def test_the_meter_counts_and_the_oldest_turn_can_go_or_be_summarised(person: Person) -> None:
    person.ask("Hello")
    person.ask("What is 12 + 30?")
    meter, context = person.parley.window.page.composer.meter, person.context
    person.until(lambda: context.parts.history > 0 and context.parts.message == 0)
    assert context.used == context.parts.system + context.parts.history
    QTest.keyClicks(person.parley.window.focus_composer(), "And what is 7 + 8?")
    person.until(lambda: context.parts.message > 0)
    assert meter.text().startswith(str(context.used))
    usage = person.parley.chat.messages[-1].usage
    assert usage is not None
    assert (context.reused, context.new) == (usage.reused_tokens, usage.prompt_tokens - usage.reused_tokens)
    full = context.used
    card = person.parley.window.page.ask_for_room(urgent=False)
    assert card is not None
    card.drop.click()
    person.until(lambda: context.used < full)
    person.until(lambda: person.question(2).divider is not None)
    person.undo()
    person.until(lambda: context.used == full)
    person.until(lambda: person.question(2).divider is None)
    person.until(lambda: person.context.can_drop)
    card = person.parley.window.page.ask_for_room(urgent=False)
    assert card is not None
    card.summarise.click()
    person.until(lambda: person.question(2).divider is not None)
    divider = person.question(2).divider
    assert divider is not None
    assert divider.cut.summary
    assert not card.isVisible()
    divider.start_edit()
    assert divider.editor is not None
    divider.editor.edit.setPlainText("They greeted each other.")
    divider.editor.save.click()
    conversation = person.parley.chat.conversation
    assert conversation is not None
    assert [cut.summary for cut in conversation.cuts] == ["They greeted each other."]


def test_a_window_too_small_asks_and_a_larger_one_is_taken(person: Person) -> None:
    parley, context = person.parley, person.context
    path = parley.models.path
    parley.settings.change(placements={path: Wishes(context=512)})
    parley.models.load_starter()
    person.until(lambda: context.size == 512)
    parley.window.page.composer.put_text("How are you today? " * 140)
    person.until(lambda: context.level == "full")
    card = parley.window.page.question
    assert card is not None
    assert card.isVisible()
    assert "no longer fits" in card.title.text()
    assert parley.window.page.composer.meter.level == "full"
    assert not card.drop.isVisible()  # there is no older turn
    card.windows[0].click()
    person.until(lambda: context.size >= 1024)
    assert parley.window.page.composer.edit.toPlainText().startswith("How are you")


def test_words_are_found_in_the_conversation(person: Person) -> None:
    person.ask("What is 2 + 3?")
    window = person.parley.window
    field = window.focus_composer()
    QTest.keySequence(field, "Ctrl+F")
    (bar,) = person.parley.transcript.findChildren(FindBar)
    assert bar.field.hasFocus()
    QTest.keyClicks(bar.field, "2 + 3")
    person.until(lambda: bar.count.text().startswith("1 of "))
    question = person.question(0)
    person.until(lambda: [one.cursor.selectedText() for one in question.view.extraSelections()] == ["2 + 3"])
    QTest.keySequence(bar.field, "F3")
    QTest.keySequence(bar.field, "Shift+F3")
    assert bar.count.text().startswith("1 of ")
    QTest.keySequence(bar.field, "Esc")
    assert bar.isHidden()
    assert field.hasFocus()
    assert question.view.extraSelections() == []
    listed = [shortcut.keys for shortcut in window.shortcuts()]
    assert {"Ctrl+F", "F3", "Shift+F3"} <= set(listed)
