from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest

from app.chat.conversation import Conversation, Folder
from app.ui.chat.sidebar.conversation_rows import MIME
from app.ui.chat.sidebar.folder_order import FOLDER_MIME, with_folder_at
from tests.helpers.fake_sessions import NOW, sample_conversations
from tests.helpers.shell_window import Setup, Shell
from tests.ui.shell_fixture import MakeShell, make_shell

__all__ = ["make_shell"]

WORK, HOME = Folder("w", "Work", 0), Folder("h", "منزل", 1)
ROWS = [
    msgspec.structs.replace(row, folder_id={3: "w", 4: "w"}.get(number))
    for number, row in enumerate(sample_conversations(8))
]


@pytest.fixture
def filed(make_shell: MakeShell) -> Shell:
    """A window with two folders, one of them empty."""
    return make_shell(Setup(rows=ROWS, folders=[WORK, HOME]))


def listed(shell: Shell) -> list[str]:
    """Return what stands in the list, from top to bottom."""
    shell.settle()
    rows = shell.sidebar.view.rows
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def place_of(shell: Shell, key: str) -> QPoint:
    return shell.sidebar.view.visualRect(shell.sidebar.view.rows.index_of(key)).center()


def click(shell: Shell, key: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = shell.sidebar.view.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, modifiers, place_of(shell, key))
    shell.settle()


def select(shell: Shell, *numbers: int) -> None:
    click(shell, ROWS[numbers[0]].id)
    for number in numbers[1:]:
        click(shell, ROWS[number].id, Qt.KeyboardModifier.ControlModifier)


def folder_of(shell: Shell, number: int) -> str | None:
    row = shell.conversations.find(ROWS[number].id)
    assert row is not None
    return row.folder_id


def act_on_toast(shell: Shell) -> None:
    shell.click(shell.page.toasts.toasts[-1].action)
    shell.settle()


def test_folders_stand_between_the_pinned_and_the_others(filed: Shell) -> None:
    assert listed(filed)[:8] == [
        "Pinned", "Thesis outline", "Folders", "Work", "مراجعة العقد", "SQL window functions", "منزل", "Today",
    ]  # fmt: skip


def test_a_click_closes_a_folder_and_that_is_remembered(filed: Shell) -> None:
    click(filed, "folder:w")
    assert listed(filed)[2:5] == ["Folders", "Work", "منزل"]
    assert filed.settings.current.closed_folders == ["w"]
    click(filed, "folder:w")
    assert listed(filed)[3:6] == ["Work", "مراجعة العقد", "SQL window functions"]
    assert filed.settings.current.closed_folders == []


def test_the_keyboard_closes_and_opens_a_folder(filed: Shell) -> None:
    view = filed.sidebar.view
    view.setFocus()
    view.setCurrentIndex(view.rows.index_of_folder("w"))
    filed.press("Left")
    assert "SQL window functions" not in listed(filed)
    filed.press("Right")
    assert "SQL window functions" in listed(filed)
    filed.press("Return")
    assert "SQL window functions" not in listed(filed)


def test_a_new_folder_is_named_in_place(filed: Shell) -> None:
    filed.click(filed.sidebar.new_folder)
    filed.type("Garden")
    filed.press("Return")
    assert [folder.name for folder in filed.conversations.folders] == ["Work", "منزل", "Garden"]
    assert "Garden" in listed(filed)


def test_a_deleted_folder_leaves_its_conversations_and_comes_back(filed: Shell) -> None:
    view = filed.sidebar.view
    view.setFocus()
    view.setCurrentIndex(view.rows.index_of_folder("w"))
    filed.press("Del")
    assert "Work" not in listed(filed)
    assert "SQL window functions" in listed(filed)
    act_on_toast(filed)
    assert listed(filed)[3:6] == ["Work", "مراجعة العقد", "SQL window functions"]


def drop(shell: Shell, ids: Sequence[str], place: QPoint, kind: str = MIME) -> None:
    data = QMimeData()
    data.setData(kind, "\n".join(ids).encode())
    kinds = Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view = shell.sidebar.view
    view.dragMoveEvent(QDragMoveEvent(place, *kinds))
    view.dropEvent(QDropEvent(QPointF(place), *kinds))
    shell.settle()


def test_conversations_are_dropped_into_folders_and_out_of_them(filed: Shell) -> None:
    drop(filed, [ROWS[1].id, ROWS[2].id], place_of(filed, "folder:h"))
    assert folder_of(filed, 1) == folder_of(filed, 2) == "h"
    drop(filed, [ROWS[1].id], place_of(filed, ROWS[3].id))  # beside one that lies in the folder "Work"
    assert folder_of(filed, 1) == "w"
    drop(filed, [ROWS[1].id], place_of(filed, ROWS[7].id))
    assert folder_of(filed, 1) is None


def test_what_is_dragged_names_the_conversations(filed: Shell) -> None:
    select(filed, 1, 2)
    data = filed.sidebar.view.rows.mimeData(filed.sidebar.view.selectedIndexes())
    assert sorted(bytes(data.data(MIME).data()).decode().split()) == sorted([ROWS[1].id, ROWS[2].id])


def test_clicks_with_keys_select_and_do_not_open(filed: Shell) -> None:
    select(filed, 1, 2)
    assert filed.chat.conversation is not None
    assert filed.chat.conversation.id == ROWS[1].id
    assert filed.sidebar.selection.isVisible()
    assert filed.sidebar.selection.words.text() == "2 selected"
    click(filed, ROWS[7].id, Qt.KeyboardModifier.ShiftModifier)
    assert filed.sidebar.selection.words.text() == "5 selected"  # across two headings
    click(filed, ROWS[5].id)
    assert not filed.sidebar.selection.isVisible()


def test_ctrl_a_selects_all_conversations_and_escape_none(filed: Shell) -> None:
    filed.sidebar.view.setFocus()
    filed.press("Ctrl+A")
    assert filed.sidebar.view.selected_ids() == filed.sidebar.view.rows.ids_between(0, 99)
    assert filed.sidebar.selection.words.text() == "8 selected"
    filed.press("Esc")
    assert not filed.sidebar.selection.isVisible()


def test_several_are_deleted_together_and_come_back(filed: Shell) -> None:
    before = listed(filed)
    select(filed, 1, 2, 5)
    filed.click(filed.sidebar.selection.delete_button)
    assert len(filed.conversations.rows()) == len(ROWS) - 3
    assert not filed.sidebar.selection.isVisible()
    act_on_toast(filed)
    assert listed(filed) == before


def test_several_are_archived_found_in_the_archive_and_taken_out(filed: Shell) -> None:
    select(filed, 1, 2)
    filed.click(filed.sidebar.selection.archive_button)
    filed.click(filed.sidebar.archive)
    assert listed(filed) == ["Today", ROWS[1].title, ROWS[2].title]
    assert filed.sidebar.leave_archive.isVisible()
    filed.sidebar.view.selectAll()
    filed.click(filed.sidebar.selection.archive_button)
    assert not filed.sidebar.view.isVisible()  # words instead of an empty list
    filed.click(filed.sidebar.leave_archive)
    assert ROWS[1].title in listed(filed)


def test_several_are_moved_by_the_menu(filed: Shell) -> None:
    menu = filed.sidebar.view.menus.move_menu([ROWS[1].id, ROWS[3].id])
    next(action for action in menu.actions() if action.text() == HOME.name).trigger()
    assert folder_of(filed, 1) == folder_of(filed, 3) == "h"
    menu = filed.sidebar.view.menus.move_menu([ROWS[1].id, ROWS[3].id])
    next(action for action in menu.actions() if action.text() == "Out of the folder").trigger()
    assert folder_of(filed, 1) is folder_of(filed, 3) is None


def test_a_folder_s_name_in_a_menu_is_shown_as_it_is(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(rows=ROWS, folders=[Folder("x", "R&D", 0)]))
    menu = shell.sidebar.view.menus.move_menu([ROWS[1].id])
    assert menu.actions()[0].text() == "R&&D"


def test_export_is_asked_for_what_is_selected(filed: Shell) -> None:
    asked: list[list[str]] = []
    filed.sidebar.export_wanted.connect(asked.append)
    select(filed, 2, 1)
    filed.click(filed.sidebar.selection.export_button)
    assert asked == [[ROWS[1].id, ROWS[2].id]]


def test_a_selection_outlives_what_happens_to_others(filed: Shell) -> None:
    select(filed, 1, 2)
    filed.conversations.put(Conversation(id="f" * 32, title="Newest", updated_at=NOW.timestamp()))
    filed.settle()
    assert filed.sidebar.view.selected_ids() == [ROWS[1].id, ROWS[2].id]
    filed.conversations.put(msgspec.structs.replace(ROWS[2], updated_at=NOW.timestamp() + 1))
    filed.settle()
    assert sorted(filed.sidebar.view.selected_ids()) == sorted([ROWS[1].id, ROWS[2].id])


def test_screen_readers_hear_what_a_folder_holds(filed: Shell) -> None:
    spoken = filed.sidebar.view.rows.index_of_folder("w").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Folder Work, 2 conversation")
    assert spoken.endswith(", open")


@pytest.mark.parametrize(
    ("moved", "place", "order"), [("a", 0, "abc"), ("a", 1, "abc"), ("a", 2, "bac"), ("a", 3, "bca"), ("c", 0, "cab")]
)
def test_a_gap_is_counted_among_the_folders_as_they_are(moved: str, place: int, order: str) -> None:
    folders = [Folder(key, key, number) for number, key in enumerate("abc")]
    assert "".join(with_folder_at(folders, moved, place)) == order


def order_of(shell: Shell) -> list[str]:
    shell.settle()
    return [folder.id for folder in shell.conversations.folders]


def test_folders_are_dragged_above_and_below_others(filed: Shell) -> None:
    view = filed.sidebar.view
    below = view.visualRect(view.rows.index_of_folder("h")).bottomLeft()
    drop(filed, ["w"], below, FOLDER_MIME)
    assert order_of(filed) == ["h", "w"]
    assert listed(filed)[3:6] == ["منزل", "Work", "مراجعة العقد"]
    drop(filed, ["w"], view.visualRect(view.rows.index_of_folder("h")).topLeft(), FOLDER_MIME)
    assert order_of(filed) == ["w", "h"]
    drop(filed, ["w"], place_of(filed, ROWS[3].id), FOLDER_MIME)  # into itself
    assert order_of(filed) == ["w", "h"]
    drop(filed, ["nobody's"], below, FOLDER_MIME)
    assert order_of(filed) == ["w", "h"]


def test_the_line_shows_the_gap_and_goes_with_the_drag(filed: Shell) -> None:
    view, data = filed.sidebar.view, QMimeData()
    data.setData(FOLDER_MIME, b"w")
    kinds = Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    first, last = view.visualRect(view.rows.index_of_folder("w")), view.visualRect(view.rows.index_of_folder("h"))
    view.dragMoveEvent(QDragMoveEvent(first.topLeft(), *kinds))
    assert view.order.isVisible()
    assert abs(view.order.geometry().center().y() - first.top()) <= 2
    view.dragMoveEvent(QDragMoveEvent(last.bottomLeft(), *kinds))
    assert abs(view.order.geometry().center().y() - last.bottom()) <= 2
    view.dragLeaveEvent(QDragLeaveEvent())
    assert not view.order.isVisible()


def test_the_mouse_takes_hold_of_a_folder(filed: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    dragged: list[str] = []

    def take(drag: QDrag, _action: Qt.DropAction) -> Qt.DropAction:  # a real one waits for the system's mouse
        dragged.append(bytes(drag.mimeData().data(FOLDER_MIME).data()).decode())
        return Qt.DropAction.MoveAction

    monkeypatch.setattr(QDrag, "exec", take)
    view, place = filed.sidebar.view.viewport(), place_of(filed, "folder:w")
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(view, place + QPoint(0, 40))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place + QPoint(0, 40))
    assert dragged == ["w"]
    assert filed.settings.current.closed_folders == []  # the press was no click


def test_folders_are_moved_by_keyboard_and_menu(filed: Shell) -> None:
    view = filed.sidebar.view
    view.setFocus()
    view.setCurrentIndex(view.rows.index_of_folder("w"))
    filed.press("Ctrl+Shift+Up")
    assert order_of(filed) == ["w", "h"]
    filed.press("Ctrl+Shift+Down")
    assert order_of(filed) == ["h", "w"]
    assert view.rows.folder_at(view.currentIndex()) == WORK
    menu = view.menus.for_folder(WORK, [])
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["Move down"].isEnabled()
    actions["Move up"].trigger()
    assert order_of(filed) == ["w", "h"]
    menu.close()
