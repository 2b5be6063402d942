from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from app.ui.chat.sidebar.conversation_delegate import ROW
from tests.helpers.fake_sessions import sample_conversations
from tests.helpers.shell_window import Setup, Shell
from tests.ui.shell_fixture import MakeShell, make_shell

__all__ = ["make_shell"]

ROWS = sample_conversations()


@pytest.fixture
def full(make_shell: MakeShell) -> Shell:
    """A window with conversations of all groups."""
    return make_shell(Setup(rows=ROWS))


def index_of(shell: Shell, number: int) -> QModelIndex:
    """Return the index of a conversation by its number among the conversations, from the top."""
    rows = shell.sidebar.view.rows
    rows.refresh()
    return rows.index_of(rows.ids_between(0, rows.rowCount())[number])


def place_of(shell: Shell, number: int) -> QPoint:
    return shell.sidebar.view.visualRect(index_of(shell, number)).center()


def click_row(shell: Shell, number: int) -> None:
    QTest.mouseClick(shell.sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(shell, number))
    shell.settle()


def headings(shell: Shell) -> list[tuple[str, str]]:
    """Return every heading with the row below it."""
    shell.settle()
    rows = shell.sidebar.view.rows
    listed = [rows.index(row, 0) for row in range(rows.rowCount())]
    return [
        (str(index.data()), str(below.data()))
        for index, below in pairwise(listed)
        if index.flags() == Qt.ItemFlag.NoItemFlags
    ]


def editor_of(shell: Shell) -> QLineEdit:
    editors = [line for line in shell.sidebar.view.findChildren(QLineEdit) if line.isVisible()]
    assert len(editors) == 1
    return editors[0]


def open_id(shell: Shell) -> str:
    return shell.chat.conversation.id if shell.chat.conversation else ""


def test_groups_have_one_heading_each(full: Shell) -> None:
    assert [heading for heading, _below in headings(full)] == ["Pinned", "Today", "Yesterday", "Last week", "Older"]
    view = full.sidebar.view
    assert {view.visualRect(view.rows.index(row, 0)).height() for row in range(view.rows.rowCount())} == {ROW}


def test_headings_follow_their_rows(full: Shell) -> None:
    full.conversations.set_pinned(ROWS[2].id, True)
    assert headings(full)[:2] == [("Pinned", ROWS[0].title), ("Today", ROWS[1].title)]
    full.conversations.delete([ROWS[0].id])
    assert headings(full)[:2] == [("Pinned", ROWS[2].title), ("Today", ROWS[1].title)]


def test_a_click_opens_and_the_keyboard_goes_to_the_composer(full: Shell) -> None:
    click_row(full, 2)
    assert open_id(full) == full.sidebar.view.rows.id_at(index_of(full, 2))
    assert full.composer.edit.hasFocus()
    assert full.page.top_bar.title.text() == "红烧肉的做法"
    assert full.window.windowTitle() == "红烧肉的做法 – Parley"


def test_a_click_on_a_heading_opens_nothing(full: Shell) -> None:
    place = full.sidebar.view.visualRect(full.sidebar.view.rows.index(0, 0)).center()
    QTest.mouseClick(full.sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert open_id(full) == ""


def test_the_keyboard_opens(full: Shell) -> None:
    full.sidebar.view.setFocus()
    full.sidebar.view.setCurrentIndex(index_of(full, 0))
    full.press("Down")
    full.press("Return")
    assert open_id(full) == ROWS[1].id


def test_rename_in_place(full: Shell) -> None:
    full.sidebar.view.setFocus()
    full.sidebar.view.setCurrentIndex(index_of(full, 1))
    full.press("F2")
    editor = editor_of(full)
    assert editor.text() == "Sum of three numbers"
    assert editor.hasSelectedText()
    full.type("  Adding   up ")
    full.press("Return")
    assert full.conversations.titles()[1] == "Adding up"


def test_a_double_click_renames(full: Shell) -> None:
    click_row(full, 1)  # the first of the two clicks; Qt's test sends only the second
    QTest.mouseDClick(full.sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(full, 1))
    full.settle()
    assert editor_of(full).text() == "Sum of three numbers"


def test_escape_and_emptiness_leave_the_title(full: Shell) -> None:
    for keys in ("Esc", "Return"):
        full.sidebar.view.start_rename(ROWS[1].id)
        editor = editor_of(full)
        editor.setFocus()
        editor.clear()
        full.press(keys)
        full.settle()
        assert full.conversations.titles()[1] == "Sum of three numbers"
        assert full.sidebar.view.state() != QAbstractItemView.State.EditingState


def test_delete_offers_to_undo(full: Shell) -> None:
    full.sidebar.view.setFocus()
    full.sidebar.view.setCurrentIndex(index_of(full, 1))
    full.press("Del")
    assert ROWS[1].title not in full.conversations.titles()
    (toast,) = full.page.toasts.toasts
    assert toast.label.text() == "“Sum of three numbers” was deleted."
    full.click(toast.action)
    assert ROWS[1].title in full.conversations.titles()
    assert full.page.toasts.toasts == []


def test_the_menu_renames_pins_and_deletes(full: Shell) -> None:
    view = full.sidebar.view

    def choose(key: str, words: str) -> None:
        menu = view.menus.for_conversations([key])
        next(action for action in menu.actions() if action.text() == words).trigger()
        full.settle()

    def pinned(key: str) -> bool:
        row = full.conversations.conversation(key)
        return row is not None and row.pinned

    choose(ROWS[1].id, "Pin to the top")
    assert pinned(ROWS[1].id)
    choose(ROWS[1].id, "Unpin")
    assert not pinned(ROWS[1].id)
    choose(ROWS[2].id, "Rename")
    assert editor_of(full).text() == ROWS[2].title
    full.press("Esc")
    choose(ROWS[2].id, "Delete")
    assert not view.rows.index_of(ROWS[2].id).isValid()


def test_alt_arrows_walk_through_the_list(full: Shell) -> None:
    full.press("Alt+Down")
    assert open_id(full) == ROWS[0].id
    full.press("Alt+Down")
    full.press("Alt+Down")
    assert open_id(full) == ROWS[2].id
    full.press("Alt+Up")
    assert open_id(full) == ROWS[1].id
    full.press("Alt+Up")
    full.press("Alt+Up")
    assert open_id(full) == ROWS[0].id  # the end is the end


def test_unnamed_ones_are_called_new_chat(make_shell: MakeShell) -> None:
    row = sample_conversations(1)[0]
    shell = make_shell(Setup(rows=[type(row)(id=row.id, title="", updated_at=row.updated_at)]))
    assert index_of(shell, 0).data() == "New chat"


def test_titles_are_never_markup(make_shell: MakeShell) -> None:
    row = sample_conversations(1)[0]
    title = '<img src="http://tracker/x.png">'
    shell = make_shell(Setup(rows=[type(row)(id=row.id, title=title, updated_at=row.updated_at)]))
    tip = index_of(shell, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    shell.conversations.delete([row.id])
    (toast,) = shell.page.toasts.toasts
    assert toast.label.textFormat() == Qt.TextFormat.PlainText
    assert "<img" not in toast.label.toolTip()


def test_screen_readers_hear_that_a_row_is_pinned(full: Shell) -> None:
    spoken = index_of(full, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Thesis outline, pinned"


def test_an_empty_list_says_what_will_be_there(make_shell: MakeShell) -> None:
    shell = make_shell(Setup())
    assert not shell.sidebar.view.isVisible()
    shell.type("Hello")
    shell.press("Return")
    assert shell.sidebar.view.isVisible()


def test_right_to_left_titles_are_painted_at_the_right(full: Shell) -> None:
    view = full.sidebar.view
    title_row = next(n for n in range(view.rows.rowCount()) if view.rows.index(n, 0).data() == "مراجعة العقد")
    rect = view.visualRect(view.rows.index(title_row, 0))
    image = view.viewport().grab(QRect(rect)).toImage()
    columns, lines = range(image.width()), range(image.height())
    inked = [x for x in columns if any(image.pixelColor(x, y).alpha() > 128 for y in lines)]
    assert min(inked) > image.width() / 2


def test_a_narrow_window_keeps_the_sidebar_in_a_drawer(full: Shell) -> None:
    assert full.sidebar.isVisible()
    full.window.resize(600, 700)
    full.settle()
    assert not full.sidebar.isVisible()
    full.press("Ctrl+B")
    assert full.sidebar.isVisible()
    assert full.page.width() == 600  # the page does not move
    full.press("Esc")
    assert not full.sidebar.isVisible()
    full.press("Ctrl+B")
    click_row(full, 1)
    assert not full.sidebar.isVisible()
    assert open_id(full) == ROWS[1].id
    full.window.resize(1000, 700)
    full.settle()
    assert full.sidebar.isVisible()
    assert full.settings.current.sidebar_visible


def test_the_sidebar_is_remembered(full: Shell) -> None:
    full.press("Ctrl+B")
    assert not full.sidebar.isVisible()
    assert not full.settings.current.sidebar_visible
    full.click(full.page.top_bar.sidebar_button)
    assert full.sidebar.isVisible()


def test_renaming_from_the_top_bar_brings_the_list_back(full: Shell) -> None:
    full.press("Ctrl+B")
    full.chat.open_conversation(ROWS[1].id)
    menu = full.window.more_menu()
    next(action for action in menu.actions() if action.text() == "Rename").trigger()
    full.settle()
    assert editor_of(full).text() == ROWS[1].title
