"""The conversation on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from app.chat.conversation import Message, MessageStatus
from app.engine.api import ErrorCode, ThinkingOutcome
from app.session.chat.chat_session import ChatSession
from app.session.chat.live_answer import AnswerPhase
from app.session.wording import WORKER_DIED
from app.settings.schema import ColourScheme
from app.ui.chat.blocks.code import CodeBlock
from app.ui.chat.blocks.prose import ProseBlock
from app.ui.chat.messages.assistant_view import AssistantView
from app.ui.chat.messages.message_view import TranscriptSession
from app.ui.chat.messages.person_view import PersonView
from app.ui.theme import COLUMN_WIDTH
from tests.helpers.fake_chat_session import FakeChatSession, Script, assistant, person
from tests.ui.transcript_fixture import Stage, shown, stage

__all__ = ["stage"]

LONG = "\n\n".join(f"Paragraph {i} with **some** words in it that fill the line quite well." for i in range(400))


def as_protocol(session: ChatSession) -> TranscriptSession:
    """The real session has what the transcript needs: mypy checks it here."""
    return session


def text_of(view: AssistantView) -> str:
    blocks = [block for block in view.answer.blocks() if isinstance(block, ProseBlock)]
    return "\n".join(block.view.toPlainText() for block in blocks)


def conversation(turns: int) -> list[Message]:
    return [m for i in range(turns) for m in (person(f"Question {i}?"), assistant(f"Answer {i}.\n\n" + LONG[:600]))]


def test_an_empty_conversation_says_what_to_do_and_offers_examples(stage: Stage) -> None:
    chosen: list[str] = []
    stage.transcript.example_chosen.connect(chosen.append)
    assert stage.transcript.greeting.isVisible()
    for button in stage.transcript.greeting.examples:
        button.click()
    assert chosen[0] == "What is 347 + 268 + 119?"
    assert len(set(chosen)) == 4
    stage.session.show([person("Hi")])
    assert not stage.transcript.greeting.isVisible()


def test_an_answer_appears_as_it_is_written(stage: Stage) -> None:
    stage.session.script = Script(answer="One **two** three.\n\n- four\n- five\n\n```python\nsix = 6\n```\n\nSeven.")
    stage.session.send("Count.", run=False)
    seen = []
    while stage.session.step():
        stage.settle()
        seen.append(text_of(stage.answer()))
    assert seen[2].startswith("One two")
    answer = stage.answer()
    assert text_of(answer).split() == ["One", "two", "three.", "four", "five", "Seven."]
    assert [block.view.toPlainText() for block in answer.answer.blocks() if isinstance(block, CodeBlock)] == ["six = 6"]


def test_written_or_opened_the_answer_is_the_same(stage: Stage) -> None:
    text = "# A\n\nb *c* d\n\n1. e\n2. f\n   - g\n\n> h\n\n| i | j |\n|---|---|\n| k | l |\n\n```\nm\n```\n" * 3
    stage.session.script = Script(answer=text, characters_per_tick=7)
    stage.session.send("Go.", run=False)
    stage.session.finish_writing()
    written = [type(block) for block in stage.answer().answer.blocks()], text_of(stage.answer())
    height = stage.answer().height()
    stage.session.show([person("Go."), assistant(text)])
    assert ([type(block) for block in stage.answer().answer.blocks()], text_of(stage.answer())) == written
    assert stage.answer().height() == height


def test_a_person_s_text_is_never_read_as_markup(stage: Stage) -> None:
    stage.session.show([person("<b>bold</b> **stars** <img src='x.png'>")])
    stage.settle()
    view = stage.transcript.views()[0]
    assert isinstance(view, PersonView)
    assert view.view.toPlainText() == "<b>bold</b> **stars** <img src='x.png'>"


def test_a_long_message_of_the_person_is_folded(stage: Stage) -> None:
    stage.session.show([person("\n".join(f"line {i}" for i in range(100)))])
    stage.settle()
    view = stage.transcript.views()[0]
    assert isinstance(view, PersonView)
    folded, was_collapsed = view.height(), view.collapsed
    view.unfold.click()
    stage.settle()
    assert (was_collapsed, view.collapsed) == (True, False)
    assert "line 99" in view.view.toPlainText()
    assert view.height() > 3 * folded


def test_it_follows_the_newest_text_until_the_person_scrolls_away(stage: Stage) -> None:
    stage.session.script = Script(answer=LONG, characters_per_tick=400)
    stage.session.send("Tell me.", run=False)
    bar = stage.transcript.verticalScrollBar()
    for _ in range(30):
        stage.session.step()
        stage.settle()
    assert bar.value() == bar.maximum() > 0
    bar.setValue(200)
    stage.settle()
    top = stage.answer().mapTo(stage.transcript.viewport(), stage.answer().rect().topLeft()).y()
    for _ in range(20):
        stage.session.step()
        stage.settle()
    assert stage.answer().mapTo(stage.transcript.viewport(), stage.answer().rect().topLeft()).y() == top
    assert stage.transcript.jump.isVisible()
    stage.transcript.jump.click()
    stage.settle()
    assert bar.value() == bar.maximum()
    assert not stage.transcript.jump.isVisible()


def test_what_is_read_stays_where_it_is_when_something_above_changes_its_height(stage: Stage) -> None:
    messages = [person("Q"), assistant("Short.", "Thought. " * 400), person("And?"), assistant(LONG)]
    stage.session.show(messages)
    stage.settle()
    stage.transcript.verticalScrollBar().setValue(700)
    stage.settle()
    views = stage.transcript.views()
    first, last = views[1], views[3]
    assert isinstance(first, AssistantView)
    assert first.pane is not None
    before = last.mapTo(stage.transcript.viewport(), last.rect().topLeft()).y()
    height = first.height()
    first.pane.header.click()
    stage.until(lambda: first.height() > height + 300)
    stage.settle()
    assert last.mapTo(stage.transcript.viewport(), last.rect().topLeft()).y() == before


def test_only_messages_near_the_screen_are_widgets(stage: Stage) -> None:
    stage.session.show(conversation(1000))
    stage.settle()
    assert 0 < len(stage.transcript.views()) < 40
    bar = stage.transcript.verticalScrollBar()
    assert bar.value() == bar.maximum() > 100_000
    bar.setValue(bar.maximum() // 2)
    stage.settle()
    assert 0 < len(stage.transcript.views()) < 60
    middle = stage.transcript.height() // 2
    assert any(
        view.mapTo(stage.transcript.viewport(), view.rect().topLeft()).y()
        <= middle
        <= view.mapTo(stage.transcript.viewport(), view.rect().bottomLeft()).y() + 40
        for view in stage.transcript.views()
    )


def test_it_may_be_resized_between_a_new_conversation_and_the_news_of_it(stage: Stage) -> None:
    stage.session.show(conversation(1000))
    stage.settle()
    stage.session.messages = []
    stage.transcript.verticalScrollBar().setValue(0)
    stage.transcript.resize(900, 500)
    stage.session.conversation_changed.emit()
    stage.settle()
    assert not stage.transcript.views()


def test_a_very_long_answer_has_widgets_only_near_the_screen(stage: Stage) -> None:
    stage.session.show([person("All of it."), assistant(LONG * 8)])
    stage.settle()
    assert len(stage.answer().answer.blocks()) < 40
    assert text_of(stage.answer()).rstrip().endswith("quite well.")


def test_the_column_is_centred_and_shrinks_with_the_window(stage: Stage) -> None:
    stage.session.show([person("Hi"), assistant(LONG[:2000])])
    answer = stage.answer().answer
    assert answer.width() == COLUMN_WIDTH
    left = answer.mapTo(stage.transcript, answer.rect().topLeft()).x()
    assert left == (900 - COLUMN_WIDTH) // 2
    stage.transcript.resize(300, 600)
    stage.settle()
    answer = stage.answer().answer
    assert answer.width() == 276
    for block in answer.blocks():
        assert block.geometry().right() < 276


def test_progress_before_the_first_word(stage: Stage) -> None:
    stage.session.send("Hi", run=False)
    stage.settle()
    card = stage.answer().card
    assert card.sentence.text() == "Getting the model ready…"
    stage.session.step()
    live = stage.session.live
    assert live is not None
    live.prompt_done, live.prompt_total = 2048, 8192
    stage.session.live_changed.emit()
    assert card.sentence.text() == "Reading your message… 2,048 of 8,192 tokens"
    stage.session.finish_writing()
    stage.settle()
    assert not card.isVisible()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (MessageStatus.STOPPED, "You stopped this answer."),
        (MessageStatus.INTERRUPTED, "Parley ended while this answer was being written."),
    ],
)
def test_how_an_answer_ended(stage: Stage, status: MessageStatus, words: str) -> None:
    stage.session.show([person("Hi"), assistant("Half an ans", status=status)])
    assert stage.answer().card.sentence.text() == words
    assert stage.answer().card.isVisible()


def test_an_answer_that_the_engine_left_says_so(stage: Stage) -> None:
    left = assistant("Half of", status=MessageStatus.INTERRUPTED, error=WORKER_DIED)
    stage.session.show([person("Hello"), left])
    assert stage.answer().card.sentence.text().startswith("The engine stopped while it was writing.")


def test_a_failed_answer_says_why_and_can_be_tried_again(stage: Stage) -> None:
    stage.session.show([person("Hi"), assistant("", status=MessageStatus.FAILED, error=ErrorCode.DECODE_FAILED)])
    card = stage.answer().card
    assert card.sentence.text() == "The model could not go on with this answer."
    card.retry.click()
    assert stage.session.calls == ["retry"]
    stage.session.finish_writing()
    assert text_of(stage.answer()) == "The answer."


def test_only_the_last_failure_can_be_tried_again(stage: Stage) -> None:
    failed = assistant("", status=MessageStatus.FAILED, error=ErrorCode.DECODE_FAILED)
    stage.session.show([person("Hi"), failed, person("Hi?"), assistant("Yes.")])
    stage.settle()
    view = stage.transcript.views()[1]
    assert isinstance(view, AssistantView)
    assert view.card.isVisible()
    assert not view.card.retry.isVisible()


def test_actions_of_an_answer(stage: Stage) -> None:
    cut = assistant("It is **734**.", "Hm.", ThinkingOutcome.BUDGET)
    stage.session.show([person("Sum?"), cut])
    footer = stage.answer().footer
    footer.copy.click()
    assert QGuiApplication.clipboard().text() == "It is **734**."
    assert footer.usage.text() == "38.2 tokens/s · first 0.2 s · 1,930 reused"
    for words in ("1,954 tokens", "1,930", "1,268 tokens", "214 tokens", "The model ended the answer."):
        assert words in footer.usage.toolTip()
    footer.regenerate.click()
    stage.session.show([person("Sum?"), cut])
    stage.answer().footer.longer.click()
    assert stage.session.calls == [f"regenerate {cut.id}", f"think_longer {cut.id}"]
    stage.session.stop()


def test_think_longer_is_offered_only_where_thinking_was_cut(stage: Stage) -> None:
    stage.session.show([person("Sum?"), assistant("734", "Hm.", ThinkingOutcome.BY_ITSELF)])
    assert not stage.answer().footer.longer.isVisible()


def test_actions_of_older_answers_show_on_hover_and_focus(stage: Stage) -> None:
    stage.session.show([person("a"), assistant("b"), person("c"), assistant("d")])
    stage.settle()
    older, last = stage.transcript.views()[1], stage.transcript.views()[3]
    assert isinstance(older, AssistantView)
    assert isinstance(last, AssistantView)
    assert last.footer.copy.painted
    seen = [older.footer.copy.painted]
    for hovered in (True, False):
        older.set_hovered(hovered=hovered)
        seen.append(older.footer.copy.painted)
    assert seen == [False, True, False]
    stage.transcript.activateWindow()
    older.footer.copy.setFocus(Qt.FocusReason.TabFocusReason)
    stage.until(lambda: older.footer.copy.painted)


def test_links_are_handed_on_never_opened(stage: Stage) -> None:
    asked: list[str] = []
    stage.transcript.link_activated.connect(asked.append)
    stage.session.show([person("Link?"), assistant("[here](https://example.org/a)")])
    block = stage.answer().answer.blocks()[0]
    assert isinstance(block, ProseBlock)
    QTest.mouseClick(
        block.view.viewport(), Qt.MouseButton.LeftButton, pos=block.view.cursorRect().center() + QPoint(8, 0)
    )
    assert asked == ["https://example.org/a"]


def test_everything_is_named_for_a_screen_reader(stage: Stage) -> None:
    stage.session.show([person("Hi"), assistant("A\n\n```py\nb\n```", "Hm.", ThinkingOutcome.BUDGET)])
    stage.settle()
    unnamed = [button for button in shown(stage.transcript, QAbstractButton) if not button.accessibleName()]
    assert unnamed == []
    assert [view.accessibleName() for view in stage.transcript.views()] == ["You", "Answer"]


def test_the_tab_key_goes_from_top_to_bottom_and_out_again(stage: Stage) -> None:
    stage.session.show(conversation(12))
    stage.settle()
    stage.transcript.verticalScrollBar().setValue(0)  # the upper messages are made after the lower ones
    stage.settle()
    stage.transcript.activateWindow()
    first = stage.transcript.views()[0]
    assert isinstance(first, PersonView)
    first.copy.setFocus(Qt.FocusReason.TabFocusReason)
    stage.until(first.copy.hasFocus)
    heights = []
    for _ in range(16):
        focus = QApplication.focusWidget()
        assert focus is not None
        heights.append(focus.mapTo(stage.transcript.column, QPoint(0, 0)).y())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        stage.settle()
    assert heights == sorted(heights)
    assert len(set(heights)) > 4


def test_hit_areas_are_large_enough(stage: Stage) -> None:
    stage.session.show([person("Hi"), assistant("A\n\n```py\nb\n```", "Hm.", ThinkingOutcome.BUDGET)])
    stage.settle()
    QApplication.processEvents()
    small = [
        (button.accessibleName(), button.size())
        for button in shown(stage.transcript.column, QAbstractButton)
        if button.width() < 32 or button.height() < 32
    ]
    assert small == []


def test_labels_show_outside_text_as_plain_text(stage: Stage) -> None:
    stage.session.show([person("Hi"), assistant("```<b>x</b>\ny\n```", "Hm.")])
    stage.settle()
    assert {label.textFormat() for label in shown(stage.transcript.column, QLabel)} <= {Qt.TextFormat.PlainText}


def test_another_theme_repaints_every_text(stage: Stage) -> None:
    stage.session.show([person("Hi"), assistant("Some text\n\n```py\nx\n```")])
    block = stage.answer().answer.blocks()[0]
    assert isinstance(block, ProseBlock)
    light = block.view.document().firstBlock().begin().fragment().charFormat().foreground().color().name()
    stage.theme.choose(ColourScheme.DARK)
    stage.settle()
    dark = block.view.document().firstBlock().begin().fragment().charFormat().foreground().color().name()
    assert (light, dark) == ("#1f1f1d", "#e9e8e4")


def test_a_new_language_is_taken_at_once(stage: Stage) -> None:
    stage.session.show([person("Hi"), assistant("A", "Hm.", ThinkingOutcome.BUDGET)])
    footer = stage.answer().footer
    footer.copy.setText("x")
    QApplication.sendEvent(stage.answer(), QEvent(QEvent.Type.LanguageChange))
    assert footer.copy.text() == "Copy"


def test_phases_of_the_fake_are_those_of_the_real_session() -> None:
    fake = FakeChatSession(Script(thoughts="Hm.", answer="A."))
    fake.send("Q", run=False)
    phases = [fake.live.phase] if fake.live else []
    while fake.step():
        phases += [fake.live.phase] if fake.live else []
    assert list(dict.fromkeys(phases)) == [
        AnswerPhase.WAITING,
        AnswerPhase.READING,
        AnswerPhase.THINKING,
        AnswerPhase.ANSWERING,
    ]
    assert fake.messages[-1].status is MessageStatus.COMPLETE
