from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.session.models.download_list import DownloadState
from app.session.notices import Problem
from app.ui.models.downloads_view import DownloadsView
from app.ui.models.models_bar import Part
from tests.helpers.fake_models import download
from tests.helpers.shell_window import Shell
from tests.ui.shell_fixture import make_shell, shell

__all__ = ["make_shell", "shell"]

FULL = Problem("The disk is full.", "Make room, then try again.")


def downloads_of(shell: Shell) -> DownloadsView:
    page = shell.models()
    page.show_part(Part.DOWNLOADS)
    shell.settle()
    return page.downloads


def three(shell: Shell) -> DownloadsView:
    view = downloads_of(shell)
    shell.downloads.put(*(download(key, f"Qwen3-{key}", DownloadState.PAUSED) for key in "abc"))
    shell.settle()
    return view


def state_of(shell: Shell) -> DownloadState:
    return shell.downloads.items[0].state


def order(shell: Shell) -> str:
    return "".join(item.id for item in shell.downloads.items)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (DownloadState.QUEUED, "Waits for its turn"),
        (DownloadState.RUNNING, "35 % · 12.4 MB/s · 4 min left"),
        (DownloadState.WAITING, "35 % · tries again by itself in 40 s"),
        (DownloadState.VERIFYING, "Checking that every byte is right…"),
        (DownloadState.PAUSED, "35 % · paused"),
        (DownloadState.DONE, "Downloaded and verified"),
        (DownloadState.FAILED, "35 % · stopped. What is there is kept."),
    ],
)
def test_every_state_has_words(shell: Shell, state: DownloadState, words: str) -> None:
    view = downloads_of(shell)
    shell.downloads.put(
        download("a", "Qwen3-8B", state, 1_800_000_000, bytes_per_second=12_400_000.0, retry_in=40.0, problem=FULL)
    )
    row = view.rows["a"]
    assert row.state.text() == words
    assert row.accessibleName() == f"Qwen3-8B: {words}"
    told = state in {DownloadState.FAILED, DownloadState.WAITING}
    assert row.problem.text() == ("The disk is full. Make room, then try again." if told else "")


def test_pause_go_on_retry_and_cancel(shell: Shell) -> None:
    view = downloads_of(shell)
    shell.downloads.put(download("a", "Qwen3-8B", DownloadState.RUNNING))
    row = view.rows["a"]
    assert row.main.accessibleName() == "Pause Qwen3-8B"
    shell.click(row.main)
    assert state_of(shell) is DownloadState.PAUSED
    assert row.main.accessibleName() == "Go on with Qwen3-8B"
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert state_of(shell) is DownloadState.RUNNING
    shell.downloads.update("a", state=DownloadState.FAILED, problem=FULL)
    shell.click(row.main)
    assert shell.downloads.items[0].problem is None
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert view.empty.isVisible()


def test_a_finished_download_leads_to_the_library(shell: Shell) -> None:
    view = downloads_of(shell)
    shell.downloads.put(download("a", "Qwen3-8B", DownloadState.DONE))
    shell.click(view.rows["a"].main)
    assert shell.models().part is Part.LIBRARY


def test_progress_moves_nothing_else(shell: Shell) -> None:
    view = three(shell)
    places = {key: row.geometry() for key, row in view.rows.items()}
    shell.downloads.update("a", state=DownloadState.RUNNING, done=1_234_567_890, bytes_per_second=9e6)
    shell.settle()
    assert {key: row.geometry() for key, row in view.rows.items()} == places


def test_the_order_is_changed_by_keyboard(shell: Shell) -> None:
    view = three(shell)
    row = view.rows["a"]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    shell.settle()
    assert order(shell) == "bac"
    assert QApplication.focusWidget() is row
    assert view.rows["b"].y() < row.y() < view.rows["c"].y()
    QTest.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(shell) == "abc"


def test_the_order_is_changed_by_dragging(shell: Shell) -> None:
    view = three(shell)
    row, target = view.rows["a"], view.rows["c"]
    start = QPoint(40, 20)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        goal = start + QPoint(0, (target.y() + 30 - row.y()) * step // 10)
        QTest.mouseMove(row, goal)
        shell.settle()
        if order(shell) == "bca":
            break
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)
    assert order(shell) == "bca"


def test_nothing_to_download_says_what_to_do(shell: Shell) -> None:
    view = downloads_of(shell)
    assert view.empty.isVisible()
    shell.click(view.empty.buttons[0])
    assert shell.models().part is Part.DISCOVER
