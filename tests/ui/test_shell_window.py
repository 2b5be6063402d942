from __future__ import annotations

import stat
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from app.session.keeping.vault_session import VaultState
from app.session.notices import Notice, NoticeAction, Problem, Severity
from app.settings.schema import ColourScheme
from app.ui.dialogs.about import AboutDialog
from app.ui.dialogs.details import DetailsDialog
from app.ui.dialogs.passphrase import PassphraseDialog
from app.ui.dialogs.recovery_code import RecoveryCodeDialog
from app.ui.dialogs.shortcuts import ShortcutsDialog
from app.ui.settings.settings_dialog import Part, SettingsDialog
from app.ui.widgets.toast import MOST, SHOWN_MS, Toast, ToastText
from tests.helpers.shell_window import Setup, Shell
from tests.ui.shell_fixture import MakeShell, make_shell, shell

__all__ = ["make_shell", "shell"]

D = TypeVar("D", bound=QDialog)


def dialog_of(shell: Shell, kind: type[D]) -> D:
    """Return the one open dialog of a kind."""
    found = [dialog for dialog in shell.window.findChildren(kind) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]


def notify(shell: Shell, action: NoticeAction, argument: str = "", severity: Severity = Severity.INFO) -> Toast:
    shell.chat.notice.emit(Notice(severity, "Something happened.", action, argument))
    shell.settle()
    return shell.page.toasts.toasts[-1]


# --- keyboard


def test_shortcuts_do_what_the_list_says(shell: Shell) -> None:
    shell.chat.send("What?")
    shell.press("Ctrl+Shift+A")
    assert shell.chat.asked_to_answer == 1
    shell.press("Esc")
    assert shell.chat.stopped == 1
    shell.press("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text() == "Half"
    shell.press("Ctrl+Shift+T")
    assert not shell.thinks()
    shell.press("Ctrl+N")
    assert shell.chat.conversation is None
    shell.sidebar.settings.setFocus()
    shell.press("Ctrl+L")
    assert shell.composer.edit.hasFocus()


def test_escape_without_an_answer_does_nothing(shell: Shell) -> None:
    shell.press("Esc")
    assert shell.chat.stopped == 0


@pytest.mark.parametrize("keys", ["F1", "Ctrl+/"])
def test_the_list_of_shortcuts_names_every_command(shell: Shell, keys: str) -> None:
    shell.press(keys)
    dialog = dialog_of(shell, ShortcutsDialog)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {command.text for command in shell.window.commands()} <= shown
    dialog.close()


def test_tab_goes_through_the_window_and_everything_has_a_name(shell: Shell) -> None:
    seen = []
    first = shell.focus()
    for _ in range(40):
        shell.press("Tab")
        widget = shell.focus()
        if widget is first:
            break
        seen.append(widget)
    named = [widget.accessibleName() for widget in seen]
    assert all(named), [type(widget).__name__ for widget in seen if not widget.accessibleName()]
    assert {"Thinking", "New chat", "Settings", "Conversations"} - set(named) <= {"Conversations"}


# --- toasts


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (NoticeAction.RETRY, "Retry"),
        (NoticeAction.NEW_CHAT, "New chat"),
        (NoticeAction.RELOAD_MODEL, "Load again"),
        (NoticeAction.THINK_LESS, "Think less"),
        (NoticeAction.SHOW_DETAILS, "Show"),
        (NoticeAction.UNDO, "Undo"),
        (NoticeAction.NONE, ""),
    ],
)
def test_notices_offer_their_action(shell: Shell, action: NoticeAction, words: str) -> None:
    toast = notify(shell, action)
    assert toast.action.text() == words
    assert toast.action.isVisible() == bool(words)


def test_actions_of_notices_work(shell: Shell) -> None:
    shell.click(notify(shell, NoticeAction.RETRY, "its conversation").action)
    assert shell.chat.retried == 1
    shell.click(notify(shell, NoticeAction.THINK_LESS).action)
    assert shell.chat.thinking_budget == 2048
    shell.click(notify(shell, NoticeAction.SHOW_DETAILS, "line one").action)
    assert dialog_of(shell, DetailsDialog).lines.toPlainText() == "line one"
    assert shell.page.toasts.toasts == []


def test_toasts_go_by_themselves_unless_they_need_a_hand(shell: Shell) -> None:
    passing = notify(shell, NoticeAction.UNDO)
    staying = notify(shell, NoticeAction.RETRY, severity=Severity.ERROR)
    timers = {toast: toast.findChildren(QTimer)[0] for toast in (passing, staying)}
    assert timers[passing].isActive()
    assert timers[passing].interval() == SHOWN_MS
    assert not timers[staying].isActive()
    timers[passing].timeout.emit()
    assert shell.page.toasts.toasts == [staying]
    shell.click(staying.close_button)
    assert not shell.page.toasts.isVisible()


def test_toasts_stay_above_the_composer_and_are_few(shell: Shell) -> None:
    for number in range(MOST + 2):
        shell.page.show_toast(ToastText(f"Number {number}"))
    shell.composer.put_text("\n" * 8)
    shell.settle()
    assert len(shell.page.toasts.toasts) == MOST
    host = shell.page.toasts.geometry()
    assert host.bottom() <= shell.composer.mapTo(shell.page, shell.composer.rect().topLeft()).y()
    assert shell.page.rect().contains(host)


def test_a_sentence_stands_whole_on_a_toast_and_a_name_without_end_is_cut(shell: Shell) -> None:
    sentence = "The engine was ended from outside, most often because memory ran out."
    for text in (sentence, "“" + "A title " * 80 + "” was deleted."):
        shell.page.show_toast(ToastText(text, "Retry"))
    shell.settle()
    whole, cut = shell.page.toasts.toasts
    assert whole.label.text() == sentence
    assert whole.label.height() >= whole.label.heightForWidth(whole.label.width())
    assert cut.label.text().endswith("…")
    assert cut.height() <= whole.height()


# --- vault


def test_the_passphrase_unlocks_in_the_place_of_the_conversation(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(vault=VaultState.NEEDS_PASSPHRASE))
    panel = shell.page.vault_panel
    assert panel.isVisible()
    assert not shell.page.transcript.isVisible()
    panel.field.setFocus()
    shell.type("wrong")
    shell.press("Return")
    assert panel.error.text() == "This is not the right one."
    panel.field.line.setText("right")
    shell.click(panel.unlock)
    assert not panel.isVisible()
    assert shell.page.transcript.isVisible()


def test_the_letters_can_be_shown(make_shell: MakeShell) -> None:
    panel = make_shell(Setup(vault=VaultState.NEEDS_PASSPHRASE)).page.vault_panel
    panel.field.line.setText("secret")
    assert panel.field.line.displayText() != "secret"
    panel.field.eye.click()
    assert panel.field.line.displayText() == "secret"
    assert panel.field.eye.text() == "Hide"


def test_a_forgotten_passphrase_leads_to_the_recovery_code(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(vault=VaultState.NEEDS_PASSPHRASE))
    panel = shell.page.vault_panel
    shell.click(panel.other_way)
    assert panel.title.text() == "Enter your recovery code"
    assert not panel.other_way.isVisible()
    panel.field.line.setText("CODE")
    shell.click(panel.unlock)
    assert [shell.vault.state] == [VaultState.OPEN]


def test_going_on_without_the_stored_conversations_promises_nothing_else(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(vault=VaultState.NEEDS_PASSPHRASE))
    shell.click(shell.page.vault_panel.without)
    note = shell.page.banners.vault_note
    assert "stay locked" in note.text.text()
    assert note.buttons() == []  # a passphrase would be a second lock on a first one


def test_keeping_nothing_or_choosing_a_passphrase(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(vault=VaultState.NEEDS_CHOICE))
    note = shell.page.banners.vault_note
    assert note.isVisible()
    shell.type("A question first")  # nothing stands in the way of an answer
    shell.press("Return")
    assert shell.chat.sent == ["A question first"]
    shell.click(note.buttons()[0])
    assert [shell.vault.state] == [VaultState.SESSION_ONLY]
    assert note.text.text() == "Conversations are kept only until you close Parley."
    shell.click(note.buttons()[0])
    dialog = dialog_of(shell, PassphraseDialog)
    dialog.first.line.setText("four words are good")
    assert not dialog.protect.isEnabled()
    dialog.second.line.setText("four words")
    assert dialog.note.text() == "The two are different."
    dialog.second.line.setText("four words are good")
    shell.click(dialog.protect)
    assert shell.vault.passphrase == "four words are good"
    assert not note.isVisible()
    assert shell.page.banners.recovery.isVisible()


def test_a_short_passphrase_is_refused(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(vault=VaultState.NEEDS_CHOICE))
    shell.click(shell.page.banners.vault_note.buttons()[1])
    dialog = dialog_of(shell, PassphraseDialog)
    dialog.first.line.setText("short")
    dialog.second.line.setText("short")
    assert not dialog.protect.isEnabled()


def test_the_recovery_code_is_shown_until_it_is_saved(shell: Shell, tmp_path: Path) -> None:
    shell.vault.choose_passphrase("x")
    code = shell.vault.recovery_code
    banner = shell.page.banners.recovery
    shell.click(banner.buttons()[0])
    dialog = dialog_of(shell, RecoveryCodeDialog)
    assert dialog.code.text() == code
    shell.click(dialog.copy_button)
    assert QGuiApplication.clipboard().text() == code
    dialog.save_to(tmp_path / "code.txt")
    assert (tmp_path / "code.txt").read_text(encoding="utf-8").strip() == code
    assert stat.S_IMODE((tmp_path / "code.txt").stat().st_mode) == 0o600
    dialog.save_to(tmp_path / "code.txt" / "below a file.txt")
    assert "could not be saved" in dialog.note.text()
    dialog.reject()
    assert banner.isVisible()  # only looked at
    shell.click(banner.buttons()[0])
    shell.click(dialog_of(shell, RecoveryCodeDialog).done_button)
    assert shell.vault.recovery_code == ""
    assert not banner.isVisible()


def test_a_broken_store_offers_a_way_on(make_shell: MakeShell) -> None:
    shell = make_shell(Setup())
    shell.vault.problem = Problem("The conversations are damaged.", "A copy was kept.", "sqlite: malformed")
    shell.vault.become(VaultState.FAILED)
    note = shell.page.banners.vault_note
    assert note.text.text() == "The conversations are damaged. A copy was kept."
    assert not shell.composer.send_button.isEnabled()
    assert [button.text() for button in note.buttons()][1:] == ["Copies and repair…", "Use Parley without saving"]
    shell.click(note.buttons()[2])
    assert [shell.vault.state] == [VaultState.SESSION_ONLY]


# --- settings


def test_settings_apply_at_once_and_are_kept(shell: Shell) -> None:
    shell.press("Ctrl+,")
    dialog = dialog_of(shell, SettingsDialog)
    shell.click(dialog.schemes.button(2))
    assert shell.theme.dark
    assert shell.settings.current.colour_scheme is ColourScheme.DARK
    shell.click(dialog.text_size.more)
    assert shell.settings.current.text_size == shell.theme.text_size == 16
    assert shell.composer.edit.font().pixelSize() == 16
    dialog.show_part(Part.CONVERSATION)
    shell.click(dialog.loops)
    assert shell.settings.current.end_loops
    dialog.language.chosen.emit("xx")
    shell.settle()
    assert shell.settings.current.language == "xx"
    assert shell.sidebar.new_chat.text().startswith("[")
    assert "[" in shell.composer.edit.placeholderText()


def test_settings_lead_to_licences(shell: Shell) -> None:
    shell.window.show_settings()
    dialog_of(shell, SettingsDialog).about_wanted.emit()
    text = dialog_of(shell, AboutDialog).lines.toPlainText()
    assert "llama.cpp" in text


@pytest.mark.usefixtures("allow_warnings")
def test_settings_that_cannot_be_saved_say_so(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "settings.json").unlink(missing_ok=True)
    (tmp_path / "settings.json").mkdir()
    shell.press("Ctrl+B")
    assert "could not be saved" in shell.page.toasts.toasts[-1].label.text()


def test_the_window_comes_back_where_it_was(shell: Shell, tmp_path: Path) -> None:
    shell.window.resize(900, 640)
    shell.settle()
    shell.window.close()
    again = Shell(tmp_path, Setup(size=(900, 640)))
    assert again.settings.current.window_geometry
    assert again.window.size().width() == 900
    again.window.deleteLater()
    again.theme.deleteLater()


@pytest.mark.usefixtures("shell")
def test_a_damaged_geometry_is_ignored(tmp_path: Path) -> None:
    first = Shell(tmp_path, Setup())
    first.settings.change(window_geometry="%%% not base64")
    first.window.deleteLater()
    first.theme.deleteLater()
    second = Shell(tmp_path, Setup())
    assert second.window.width() == 1180
    second.window.deleteLater()
    second.theme.deleteLater()


def test_an_example_waits_in_the_composer(shell: Shell) -> None:
    shell.window.use_example("What is 2 + 2?")
    assert shell.composer.edit.toPlainText() == "What is 2 + 2?"
    assert shell.chat.sent == []
    assert QApplication.focusWidget() is shell.composer.edit
