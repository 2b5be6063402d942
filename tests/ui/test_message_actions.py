"""What a person can do with a message: by mouse, by keyboard, by menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.chat.conversation import ContextCut, MessageStatus
from app.engine.api import StopReason, ThinkingOutcome
from app.ui.chat.blocks.prose import ProseBlock
from app.ui.chat.messages.acting_view import ActingView
from app.ui.chat.messages.assistant_view import AssistantView
from app.ui.chat.messages.message_editor import MessageEditor
from app.ui.chat.messages.person_view import PersonView
from app.ui.widgets.menu import Menu
from tests.helpers.fake_chat_session import Script, assistant, person
from tests.ui.transcript_fixture import Stage, stage

__all__ = ["stage"]

TALK = ("What is a prime?", "A number with two divisors.", "And 1?", "It has one.")


def talk(stage: Stage) -> list[ActingView]:
    stage.session.show([make(text) for make, text in zip((person, assistant) * 2, TALK, strict=True)])
    stage.settle()
    return views(stage)


def views(stage: Stage) -> list[ActingView]:
    stage.settle()
    found = [view for view in stage.transcript.views() if isinstance(view, ActingView)]
    assert len(found) == len(stage.transcript.views())
    return found


def texts(stage: Stage) -> list[str]:
    return [message.text for message in stage.session.messages]


def entry(view: ActingView, text: str) -> None:
    action = next(action for action in view.menu().actions() if action.text() == text)
    assert action.isEnabled()
    action.trigger()


def entries(view: ActingView) -> list[str]:
    return [action.text() for action in view.menu().actions() if action.text()]


def editor(view: ActingView) -> MessageEditor:
    assert view.editor is not None
    return view.editor


def test_a_question_is_changed_in_its_place_and_answered_again(stage: Stage) -> None:
    question = talk(stage)[2]
    assert isinstance(question, PersonView)
    stage.session.script = Script(answer="Two is the smallest prime.")
    question.change.click()
    stage.settle()
    assert not question.view.isVisible()
    edit = editor(question).edit
    assert edit.toPlainText() == "And 1?"
    edit.setPlainText("And 2?")
    QTest.keyPress(edit, Qt.Key.Key_Return)
    stage.until(lambda: not stage.session.busy)
    assert texts(stage) == ["What is a prime?", "A number with two divisors.", "And 2?", "Two is the smallest prime."]
    last = views(stage)[2]
    assert last.versions.label.text() == "2 / 2"


def test_a_new_line_in_an_answer_is_no_order_to_save_it(stage: Stage) -> None:
    answer = talk(stage)[3]
    entry(answer, "Change the answer")
    edit = editor(answer).edit
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "More.")
    assert answer.editor is not None
    QTest.keyPress(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert texts(stage)[3] == "It has one.\nMore."
    assert not stage.session.busy
    assert views(stage)[3].versions.label.text() == "2 / 2"


def test_escape_leaves_the_message_as_it_was(stage: Stage) -> None:
    question = talk(stage)[0]
    assert isinstance(question, PersonView)
    height = question.height()
    question.start_edit()
    stage.settle()
    QTest.keyClicks(editor(question).edit, " Or 0?")
    QTest.keyPress(editor(question).edit, Qt.Key.Key_Escape)
    stage.settle()
    assert question.editor is None
    assert question.view.isVisible()
    assert question.height() == height
    assert stage.session.calls == []


def test_a_change_waits_while_an_answer_is_written_and_is_not_lost(stage: Stage) -> None:
    talk(stage)
    stage.session.send("Go on.", run=False)
    question = views(stage)[0]
    question.start_edit()
    editor(question).edit.setPlainText("What is a square?")
    editor(question).save.click()
    stage.settle()
    assert "being written" in editor(question).hint.text()
    assert editor(question).edit.toPlainText() == "What is a square?"
    stage.session.stop()
    stage.session.script = Script(answer="Four sides.")
    editor(question).save.click()
    stage.until(lambda: not stage.session.busy)
    assert texts(stage) == ["What is a square?", "Four sides."]


def test_versions_are_reached_by_mouse_and_by_arrow_keys(stage: Stage) -> None:
    answer = talk(stage)[3]
    stage.session.script = Script(answer="One is no prime.")
    entry(answer, "Regenerate")
    stage.until(lambda: not stage.session.busy)
    answer = views(stage)[3]
    assert answer.versions.label.text() == "2 / 2"
    assert answer.versions.accessibleName() == "Version 2 of 2"
    assert not answer.versions.later.isEnabled()
    answer.versions.earlier.click()
    assert texts(stage)[3] == "It has one."
    answer = views(stage)[3]
    stage.transcript.activateWindow()
    answer.versions.take_focus()
    stage.until(answer.versions.later.hasFocus)
    QTest.keyPress(answer.versions.later, Qt.Key.Key_Right)
    assert texts(stage)[3] == "One is no prime."
    stage.until(views(stage)[3].versions.earlier.hasFocus)  # the keyboard stays where it was


def test_another_version_keeps_what_stands_above(stage: Stage) -> None:
    above = talk(stage)[0]
    stage.session.script = Script(answer="One is no prime.")
    stage.session.regenerate(stage.session.messages[3].id)
    stage.until(lambda: not stage.session.busy)
    assert views(stage)[0] is above


def test_what_a_message_offers_follows_from_its_state(stage: Stage) -> None:
    answers = [
        assistant("Whole."),
        assistant("Half", "Hm.", status=MessageStatus.STOPPED),
        assistant("Cut", "Hm.", ThinkingOutcome.BUDGET),
    ]
    stage.session.show(answers)
    whole, stopped, cut = views(stage)
    assert isinstance(stopped, AssistantView)
    assert isinstance(cut, AssistantView)
    common = ["Quote", "Go on from here in a new conversation", "Delete"]
    first = ["Answer with thinking", "Answer without thinking"]
    assert entries(whole) == ["Copy", "Regenerate", *first, "Change the answer", *common]
    thought = ["Think longer", "Answer without thinking"]
    assert entries(stopped) == ["Copy", "Regenerate", "Continue", *thought, "Change the answer", *common]
    assert not stopped.footer.go_on.isHidden()
    assert stopped.footer.longer.isHidden()
    assert not cut.footer.longer.isHidden()
    assert cut.footer.go_on.isHidden()


def test_half_an_answer_can_go_on_whatever_ended_it(stage: Stage) -> None:
    failed = [assistant(text, status=MessageStatus.FAILED, error="context_full") for text in ("Half", "")]
    stage.session.show([person("Hi"), failed[0], person("Hi"), failed[1]])
    half, nothing = views(stage)[1::2]
    assert isinstance(half, AssistantView)
    assert isinstance(nothing, AssistantView)
    assert not half.footer.go_on.isHidden()
    assert nothing.footer.go_on.isHidden()
    entry(half, "Continue")
    assert stage.session.calls == [f"continue_answer {failed[0].id}"]


def test_an_answer_cut_at_its_greatest_length_can_go_on(stage: Stage) -> None:
    stage.session.script = Script(answer="Half of it")
    stage.session.send("Go.", run=False)
    stage.session.finish_writing()
    answer = stage.answer()
    assert answer.footer.go_on.isHidden()
    stage.session.end_with(StopReason.MAX_TOKENS)
    assert not stage.answer().footer.go_on.isHidden()
    stage.answer().footer.go_on.click()
    assert stage.session.calls == [f"continue_answer {stage.session.messages[-1].id}"]


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("Think longer", "think_longer"),
        ("Answer without thinking", "answer_without_thinking"),
        ("Go on from here in a new conversation", "fork"),
        ("Delete", "delete"),
    ],
)
def test_the_menu_does_what_it_says(stage: Stage, text: str, call: str) -> None:
    stage.session.show([person("Hi"), assistant("Hello", "Hm.")])
    answer = stage.session.messages[-1]
    entry(stage.answer(), text)
    assert stage.session.calls == [f"{call} {answer.id}"]


def test_while_an_answer_is_written_nothing_can_be_taken_away(stage: Stage) -> None:
    talk(stage)
    stage.session.send("Go on.", run=False)
    menu = views(stage)[1].menu()
    delete = next(action for action in menu.actions() if action.text() == "Delete")
    assert not delete.isEnabled()
    assert "being written" in delete.toolTip()
    assert entries(views(stage)[-1]) == ["Copy"]


def test_an_answer_in_another_conversation_keeps_nobody_from_copying_or_deleting(stage: Stage) -> None:
    stage.session.show([person("Hi"), assistant("Hello")])
    stage.session.elsewhere = True
    offered = {action.text(): action.isEnabled() for action in stage.answer().menu().actions()}
    assert offered["Delete"]
    assert offered["Go on from here in a new conversation"]
    assert not offered["Regenerate"]


def test_selected_text_is_quoted_from_the_menu_key(stage: Stage) -> None:
    quoted: list[str] = []
    stage.transcript.quote_wanted.connect(quoted.append)
    answer = talk(stage)[1]
    assert isinstance(answer, AssistantView)
    block = answer.answer.blocks()[0]
    assert isinstance(block, ProseBlock)
    cursor = block.view.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    block.view.setTextCursor(cursor)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(100, 100))
    QApplication.sendEvent(block.view.viewport(), event)
    menu = answer.findChild(Menu)
    assert menu is not None
    action = next(action for action in menu.actions() if action.text() == "Quote the selected text")
    action.trigger()
    menu.close()
    assert quoted == ["number"]


def test_copy_takes_the_markdown(stage: Stage) -> None:
    stage.session.show([person("Hi"), assistant("**bold** words")])
    entry(stage.answer(), "Copy")
    assert QGuiApplication.clipboard().text() == "**bold** words"


def test_a_message_being_changed_survives_scrolling_far_away(stage: Stage) -> None:
    long = "\n\n".join(f"Paragraph {i} with words." for i in range(300))
    stage.session.show([person("Hi"), *(assistant(long) for _ in range(6))])
    stage.settle()
    stage.transcript.verticalScrollBar().setValue(0)
    first = views(stage)[0]
    first.start_edit()
    editor(first).edit.setPlainText("Unsent")
    stage.transcript.jump_to_end()
    stage.settle()
    stage.transcript.verticalScrollBar().setValue(0)
    assert editor(views(stage)[0]).edit.toPlainText() == "Unsent"


def test_a_line_shows_from_where_on_the_model_sees(stage: Stage) -> None:
    shown = talk(stage)
    heights = [view.height() for view in shown]
    cut = ContextCut(stage.session.messages[2].id)
    stage.session.set_cuts([ContextCut(stage.session.messages[1].id), cut])
    stage.settle()
    assert [view.divider is not None for view in shown] == [False, False, True, False]
    divider = shown[2].divider
    assert divider is not None
    assert "no longer sees" in divider.label.text()
    assert shown[2].height() == heights[2] + divider.height()
    divider.restore.click()
    stage.settle()
    assert [view.divider is not None for view in shown] == [False, True, False, False]


def test_the_summary_can_be_read_and_changed(stage: Stage) -> None:
    question = talk(stage)[2]
    key = stage.session.messages[2].id
    stage.session.set_cuts([ContextCut(key, "They spoke about primes. " * 30)])
    stage.settle()
    divider = question.divider
    assert divider is not None
    folded = divider.height()
    assert len(divider.summary.text()) < 300
    divider.unfold.click()
    stage.settle()
    assert divider.height() > folded
    divider.change.click()
    stage.settle()
    assert divider.editor is not None
    divider.editor.edit.setPlainText("About primes.")
    QTest.keyPress(divider.editor.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    conversation = stage.session.conversation
    assert conversation is not None
    assert conversation.cuts == [ContextCut(key, "About primes.")]
    assert divider.summary.text() == "About primes."
    assert divider.unfold.isHidden()


def test_the_editor_is_as_high_as_its_text(stage: Stage) -> None:
    stage.session.show([person("One long line that has to wrap somewhere. " * 12), assistant("Well. " * 200)])
    for view in views(stage):
        view.start_edit()
        stage.settle()
        edit = editor(view).edit
        line = edit.fontMetrics().lineSpacing()
        assert edit.height() >= edit.document().size().height() * line
        assert edit.document().size().height() > 3
        view.stop_edit()
    stage.session.set_cuts([ContextCut(stage.session.messages[1].id, "They spoke of this and that. " * 20)])
    stage.settle()
    divider = views(stage)[1].divider
    assert divider is not None
    divider.start_edit()
    stage.settle()
    assert divider.editor is not None
    assert divider.editor.edit.height() > 3 * divider.editor.edit.fontMetrics().lineSpacing()


def test_a_change_that_was_begun_is_there_when_the_conversation_is_shown_again(stage: Stage) -> None:
    question = talk(stage)[2]
    here = list(stage.session.messages)
    question.start_edit()
    editor(question).edit.setPlainText("Half a thou")
    stage.session.show([person("Something else")])
    stage.settle()
    stage.session.show(here)
    question = views(stage)[2]
    assert editor(question).edit.toPlainText() == "Half a thou"
    question.stop_edit()
    stage.session.show([person("Something else")])
    stage.session.show(here)
    assert views(stage)[2].editor is None


def test_the_editor_stands_alone_whatever_happens_to_the_answer(stage: Stage) -> None:
    stage.session.show([person("Hi"), assistant("Half", status=MessageStatus.STOPPED)])
    answer = stage.answer()
    answer.start_edit()
    stage.session.message_changed.emit(stage.session.messages[-1].id)
    stage.session.live_changed.emit()
    stage.settle()
    assert not answer.card.isVisible()
    assert not answer.answer.isVisible()
    assert not answer.footer.isVisible()
    answer.stop_edit()
    stage.settle()
    assert answer.card.isVisible()
    assert answer.answer.isVisible()
