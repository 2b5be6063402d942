from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.chat.conversation import AttachmentPart, MessageStatus
from app.session.keeping.vault_session import VaultState
from app.ui.chat.composer.message_edit import LONG_TEXT
from app.ui.chat.composer.outbox import Waiting
from app.ui.chat.composer.send_button import SendState
from tests.helpers.fake_sessions import sample_conversations
from tests.helpers.shell_window import Setup, Shell
from tests.ui.shell_fixture import MakeShell, make_shell, shell

__all__ = ["make_shell", "shell"]


def test_enter_sends_and_empties_the_field(shell: Shell) -> None:
    shell.type("Hello")
    shell.press("Return")
    assert shell.chat.sent == ["Hello"]
    assert shell.composer.edit.toPlainText() == ""


def test_shift_enter_makes_a_line(shell: Shell) -> None:
    shell.type("one")
    shell.press("Shift+Return")
    shell.type("two")
    assert shell.chat.sent == []
    shell.press("Enter")
    assert shell.chat.sent == ["one\ntwo"]


def test_white_space_is_not_sent(shell: Shell) -> None:
    shell.type("   ")
    shell.press("Return")
    assert shell.chat.sent == []
    assert shell.send_state() is SendState.NOTHING
    assert shell.composer.send_button.toolTip() == "Write a message first."


def test_enter_belongs_to_the_input_method_while_it_composes(shell: Shell) -> None:
    shell.composer.edit.setPlainText("你")
    QApplication.sendEvent(shell.composer.edit, QInputMethodEvent("hao", []))
    shell.press("Return")
    assert shell.chat.sent == []
    done = QInputMethodEvent()
    done.setCommitString("好")
    shell.composer.edit.moveCursor(shell.composer.edit.textCursor().MoveOperation.End)
    QApplication.sendEvent(shell.composer.edit, done)
    shell.press("Return")
    assert shell.chat.sent == ["你好"]


def test_up_brings_the_last_message_back(shell: Shell) -> None:
    shell.chat.send("What is 2 + 2?")
    shell.chat.finish()
    shell.press("Up")
    assert shell.composer.edit.toPlainText() == "What is 2 + 2?"
    assert shell.composer.edit.textCursor().atEnd()


def test_up_moves_the_cursor_when_something_is_written(shell: Shell) -> None:
    shell.chat.send("earlier")
    shell.chat.finish()
    shell.type("x")
    shell.press("Up")
    assert shell.composer.edit.toPlainText() == "x"


def test_without_a_model_a_message_can_be_sent(make_shell: MakeShell) -> None:
    # Sending loads the model, also the one whose load failed: the session says how that went.
    shell = make_shell(Setup(thinking=None))
    shell.type("Hello")
    shell.press("Return")
    assert shell.chat.sent == ["Hello"]


def test_locked_conversations_block_sending_but_not_writing(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(vault=VaultState.NEEDS_PASSPHRASE))
    shell.composer.edit.setPlainText("Hello")
    shell.composer.submit()
    assert shell.chat.sent == []
    assert "Unlock" in shell.composer.send_button.toolTip()
    shell.vault.unlock_passphrase("right")
    shell.composer.submit()
    assert shell.chat.sent == ["Hello"]


def test_send_becomes_stop(shell: Shell) -> None:
    shell.type("Hello")
    shell.click(shell.composer.send_button)
    assert shell.chat.sent == ["Hello"]
    assert shell.send_state() is SendState.STOP
    assert shell.composer.send_button.accessibleName() == "Stop"
    shell.click(shell.composer.send_button)
    assert shell.chat.stopped == 1
    assert not shell.chat.busy


def test_messages_queue_while_an_answer_runs(shell: Shell) -> None:
    shell.chat.send("first")
    for text in ("second", "third"):
        shell.type(text)
        shell.press("Return")
    assert shell.chat.sent == ["first"]
    assert shell.composer.queue_row.isVisible()
    words = [button.text() for button in shell.composer.queue_row.buttons() if button.text()]
    assert words == ["Next: second", "Next: third"]
    shell.chat.finish()
    shell.settle()
    assert shell.chat.sent == ["first", "second"]
    shell.chat.finish()
    shell.settle()
    assert shell.chat.sent == ["first", "second", "third"]
    assert not shell.composer.queue_row.isVisible()


def test_a_queued_message_can_be_removed_or_changed(shell: Shell) -> None:
    shell.chat.send("first")
    for text in ("second", "third"):
        shell.type(text)
        shell.press("Return")
    _words, remove, _third, _remove = shell.composer.queue_row.buttons()
    assert remove.accessibleName() == "Do not send this message"
    shell.click(remove)
    shell.click(shell.composer.queue_row.buttons()[0])
    shell.type(" and last")
    QTest.keyPress(shell.focus(), Qt.Key.Key_Return)
    shell.settle()
    assert [message.text for message in shell.composer.outbox.queue] == ["third and last"]
    assert shell.focus() is shell.composer.edit
    shell.chat.finish()
    shell.settle()
    assert shell.chat.sent == ["first", "third and last"]


def test_a_removed_message_goes_back_to_its_place_in_the_queue(shell: Shell) -> None:
    shell.chat.send("first")
    for text in ("second", "third"):
        shell.type(text)
        shell.press("Return")
    shell.click(shell.composer.queue_row.buttons()[1])
    assert [message.text for message in shell.composer.outbox.queue] == ["third"]
    shell.click(shell.page.toasts.toasts[-1].action)
    assert [message.text for message in shell.composer.outbox.queue] == ["second", "third"]
    shell.click(shell.composer.queue_row.buttons()[1])
    first = shell.chat.conversation
    assert first
    shell.window.new_chat()
    shell.click(shell.page.toasts.toasts[-1].action)
    assert shell.composer.outbox.queue == []  # it belongs to the other conversation
    shell.chat.open_conversation(first.id)
    assert [message.text for message in shell.composer.outbox.queue] == ["second", "third"]


def test_a_queued_message_waits_while_it_is_changed(shell: Shell) -> None:
    shell.chat.send("first")
    for text in ("second", "third"):
        shell.type(text)
        shell.press("Return")
    shell.type("meanwhile")
    shell.click(shell.composer.queue_row.buttons()[0])
    editor = shell.composer.queue_row.editor
    assert editor is not None
    shell.chat.finish()
    shell.settle()
    assert shell.chat.sent == ["first"]
    QTest.keyClick(editor.edit, Qt.Key.Key_Exclam)
    QTest.keyPress(editor.edit, Qt.Key.Key_Escape)
    shell.settle()
    assert shell.chat.sent == ["first", "second"]
    assert shell.composer.edit.toPlainText() == "meanwhile"


def test_another_conversation_keeps_what_was_being_changed(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(rows=sample_conversations()))
    here, there = shell.conversations.titles()[:2]
    rows = [row for row in sample_conversations() if row.title in {here, there}]
    shell.chat.open_conversation(rows[0].id)
    shell.chat.send("first")
    shell.type("second")
    shell.press("Return")
    shell.click(shell.composer.queue_row.buttons()[0])
    shell.type(" thought")
    shell.chat.open_conversation(rows[1].id)
    shell.settle()
    assert not shell.composer.queue_row.isVisible()
    shell.chat.open_conversation(rows[0].id)
    shell.settle()
    assert [message.text for message in shell.composer.outbox.queue] == ["second thought"]


def test_after_a_failure_the_queue_waits_for_the_person(shell: Shell) -> None:
    shell.chat.send("first")
    shell.type("second")
    shell.press("Return")
    shell.chat.finish("", MessageStatus.FAILED)
    shell.settle()
    assert shell.chat.sent == ["first"]
    assert shell.composer.outbox.queue == [Waiting("second")]


def test_a_huge_paste_becomes_a_piece_and_is_sent_with_the_text(shell: Shell) -> None:
    huge = "word " * 200_000
    data = QMimeData()
    data.setText(huge)
    QGuiApplication.clipboard().setMimeData(data)
    shell.type("Sum this up:")
    shell.press("Ctrl+V")
    assert shell.composer.edit.toPlainText() == "Sum this up:"
    assert shell.composer.paste_row.isVisible()
    shell.press("Return")
    assert shell.chat.sent == [f"Sum this up:\n\n{huge}"]
    assert not shell.composer.paste_row.isVisible()


def test_a_piece_can_be_removed(shell: Shell) -> None:
    shell.composer.edit.insert_text("x" * (LONG_TEXT + 1))
    assert shell.send_state() is SendState.SEND
    shell.click(shell.composer.paste_row.buttons()[1])
    assert shell.send_state() is SendState.NOTHING


def test_pasting_takes_plain_text_only(shell: Shell) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    shell.composer.edit.insertFromMimeData(data)
    assert shell.composer.edit.toPlainText() == "bold"
    assert not shell.composer.edit.canInsertFromMimeData(QMimeData())


def test_tooltips_never_read_markup(shell: Shell) -> None:
    shell.chat.send("first")
    shell.composer.put_text('<img src="http://tracker"> & more')
    shell.composer.submit()
    tip = shell.composer.queue_row.buttons()[0].toolTip()
    assert "<img" not in tip
    assert "&lt;img" in tip


def test_drafts_stay_with_their_conversation(make_shell: MakeShell) -> None:
    rows = sample_conversations(3)
    shell = make_shell(Setup(rows=rows))
    shell.type("for nobody yet")
    shell.chat.open_conversation(rows[0].id)
    assert shell.composer.edit.toPlainText() == ""
    shell.type("for the first")
    shell.composer.edit.insert_text("y" * (LONG_TEXT + 1))
    shell.chat.open_conversation(rows[1].id)
    assert not shell.composer.paste_row.isVisible()
    shell.chat.open_conversation(rows[0].id)
    assert shell.composer.edit.toPlainText() == "for the first"
    assert shell.composer.paste_row.isVisible()
    shell.chat.new_conversation()
    assert shell.composer.edit.toPlainText() == "for nobody yet"


def test_the_field_grows_to_two_fifths_of_the_window(shell: Shell) -> None:
    one_line = shell.composer.edit.height()
    shell.composer.put_text("\n".join(["line"] * 5))
    shell.settle()
    five_lines = shell.composer.edit.height()
    shell.composer.put_text("\n".join(["line"] * 200))
    shell.settle()
    assert one_line < five_lines < shell.composer.edit.height() <= 0.4 * shell.window.height()
    assert shell.composer.edit.verticalScrollBar().isVisible()


def test_a_long_line_wraps_and_grows_the_field(shell: Shell) -> None:
    one_line = shell.composer.edit.height()
    shell.composer.put_text("word " * 60)
    shell.settle()
    assert shell.composer.edit.height() > one_line


@pytest.mark.parametrize(
    ("text", "side"),
    [("مرحبا", Qt.AlignmentFlag.AlignRight), ("hello", Qt.AlignmentFlag.AlignLeft), ("", Qt.AlignmentFlag.AlignLeft)],
)
def test_the_text_starts_where_its_letters_start(shell: Shell, text: str, side: Qt.AlignmentFlag) -> None:
    shell.composer.put_text(text)
    assert shell.composer.edit.document().defaultTextOption().alignment() == side


def test_the_context_meter_counts(shell: Shell) -> None:
    assert shell.composer.meter.text() == "1,204 / 16k"
    assert "1,204 of 16,384 tokens" in shell.composer.meter.toolTip()
    shell.chat.set_context(16_000, 16_384)
    assert "full" in shell.composer.meter.toolTip()
    shell.chat.set_context(0, 0)
    assert not shell.composer.meter.isVisible()


def test_a_click_beside_the_text_puts_the_keyboard_into_it(shell: Shell) -> None:
    shell.sidebar.settings.setFocus()
    QTest.mouseClick(shell.composer, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    shell.settle()
    assert shell.composer.edit.hasFocus()


def test_a_quotation_comes_below_what_is_written(shell: Shell) -> None:
    shell.type("About this:")
    shell.composer.quote("one\n\ntwo\n")
    assert shell.composer.edit.toPlainText() == "About this:\n\n> one\n>\n> two\n\n"
    assert shell.focus() is shell.composer.edit
    shell.type("why?")
    shell.press("Return")
    assert shell.chat.sent == ["About this:\n\n> one\n>\n> two\n\nwhy?"]


@pytest.mark.parametrize("change", ["put_text", "quote"])
def test_what_was_written_comes_back_when_something_took_its_place(shell: Shell, change: str) -> None:
    shell.type("half a thought")
    shell.composer.edit.insert_text("pasted\n" * 90)
    getattr(shell.composer, change)("something else")
    assert "something else" in shell.composer.edit.toPlainText()
    assert shell.composer.paste_row.isVisible()
    QTest.keyClick(shell.composer.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shell.composer.edit.toPlainText() == "half a thought"


def test_undoing_never_brings_the_words_of_another_conversation(make_shell: MakeShell) -> None:
    rows = sample_conversations(2)
    shell = make_shell(Setup(rows=rows))
    shell.chat.open_conversation(rows[0].id)
    shell.type("secret")
    shell.chat.open_conversation(rows[1].id)
    QTest.keyClick(shell.composer.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shell.composer.edit.toPlainText() == ""


def test_documents_of_a_waiting_message_go_with_it(shell: Shell) -> None:
    part = AttachmentPart("a.txt", "text/plain", 3, "abc")
    shell.chat.send("first")
    shell.composer.outbox.put("second", [part])
    assert shell.chat.attached == [[]]
    shell.chat.finish()
    shell.settle()
    assert shell.chat.sent == ["first", "second"]
    assert shell.chat.attached == [[], [part]]


def test_files_in_the_clipboard_are_attached_and_not_typed(shell: Shell) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/a.txt")])
    got: list[list[Path]] = []
    shell.composer.edit.files_pasted.connect(got.append)
    shell.composer.edit.insertFromMimeData(data)
    assert got == [[Path("/somewhere/a.txt")]]
    assert shell.composer.edit.toPlainText() == ""
