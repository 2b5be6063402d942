"""The Translate page and the small window with the real engine and the starter model, by a person's keys."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.system.file_lock import FileLock
from app.system.paths import Paths
from app.ui.parley import Parley
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.translate.handover import KEYS, MOST_BYTES, Doorkeeper, address, hand_over
from app.ui.translate.history_panel import HistoryPanel
from app.ui.translate.page import TranslatePage
from tests.e2e.conftest import START
from tests.e2e.test_offline import internet_sockets

ROOT = Path(__file__).parents[2]


def page_of(parley: Parley) -> TranslatePage:
    QTest.keyClick(parley.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    page = parley.window.translation.page
    if page is None:  # an inactive window takes no shortcuts offscreen
        parley.window.translation.open()
        page = parley.window.translation.page
    assert page is not None
    return page


def test_a_typed_sentence_is_translated(qtbot: QtBot, parley: Parley) -> None:
    page = page_of(parley)
    assert parley.window.sidebar.pages[1].isChecked()
    page.session.target_language = "de"
    QTest.keyClicks(page.desk.source, "Where is the train station?")
    qtbot.waitUntil(lambda: page.desk.target.toPlainText() == "Wo ist der Bahnhof?", timeout=START)
    assert page.languages.source.text() == "Detected: English"
    assert not internet_sockets()


def test_only_the_changed_sentence_is_asked_for_again(qtbot: QtBot, parley: Parley) -> None:
    page = page_of(parley)
    page.session.target_language = "de"
    page.desk.source.insertPlainText("Where is the train station? Please open the window. Good morning!")
    qtbot.waitUntil(lambda: len(page.session.rows) > 4 and not page.session.busy, timeout=START)
    lane, first = parley.lane(), page.desk.target.toPlainText()
    asked = lane.requests
    cursor = page.desk.source.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    page.desk.source.setTextCursor(cursor)
    QTest.keyClicks(page.desk.source, " Thank you very much.")
    qtbot.waitUntil(lambda: "Dank" in page.desk.target.toPlainText() and not page.session.busy, timeout=START)
    assert page.desk.target.toPlainText().startswith(first.rstrip(".!"))
    assert lane.requests - asked <= 8  # while it is typed it may be asked for more than once, never the other three


def test_an_answer_of_the_chat_goes_first_and_is_not_disturbed(qtbot: QtBot, parley: Parley) -> None:
    page = page_of(parley)
    page.session.target_language = "de"
    parley.chat.set_thinking(False)
    parley.chat.send("Tell me a very long story.")
    qtbot.waitUntil(lambda: bool(parley.chat.live and parley.chat.live.answer_pieces), timeout=START)
    page.desk.source.insertPlainText("Where is the train station?")
    qtbot.waitUntil(lambda: "answer is being written" in page.notes.banner.text.text(), timeout=START)
    assert parley.chat.busy
    parley.chat.stop()
    qtbot.waitUntil(lambda: page.desk.target.toPlainText() == "Wo ist der Bahnhof?", timeout=START)


def test_what_was_translated_comes_back_from_the_history(qtbot: QtBot, parley: Parley) -> None:
    page, session = page_of(parley), parley.translate_side().session
    session.target_language = "de"
    page.desk.source.insertPlainText("Where is the train station?")
    qtbot.waitUntil(lambda: bool(session.history), timeout=START)
    kept = session.history[0]
    assert (kept.source, kept.target) == ("Where is the train station?", "Wo ist der Bahnhof?")
    page.desk.clear.click()
    qtbot.waitUntil(lambda: not page.desk.target.toPlainText(), timeout=START)
    asked = parley.lane().requests
    session.open_entry(kept.id)
    qtbot.waitUntil(lambda: page.desk.target.toPlainText() == "Wo ist der Bahnhof?", timeout=START)
    assert page.desk.source.text() == "Where is the train station?"
    assert parley.lane().requests == asked


def test_the_settings_switch_the_history_off_at_once(qtbot: QtBot, parley: Parley) -> None:
    page, session = page_of(parley), parley.translate_side().session
    page.toggle_history()
    panel = page.findChildren(HistoryPanel)[0]
    assert panel.keep.isChecked()
    sources = parley.settings_sources()
    dialog = SettingsDialog(sources, parley.window)
    dialog.translating.history.click()
    dialog.close()
    assert not panel.keep.isChecked()
    session.target_language = "de"
    page.desk.source.insertPlainText("Where is the train station?")
    qtbot.waitUntil(lambda: page.desk.target.toPlainText() == "Wo ist der Bahnhof?", timeout=START)
    parley.translate_side().close()
    left: list[int] = []
    parley.access.run(lambda store: len(store.translations()), left.append)
    qtbot.waitUntil(lambda: bool(left), timeout=START)
    assert left == [0]
    assert "Qwen3 4B" in page.notes.banner.text.text()  # which model is better than the built-in one
    page.notes.banner.buttons()[0].click()
    models = parley.window.models
    assert models is not None
    cards = models.discover.catalogue.cards
    qtbot.waitUntil(
        lambda: [card.title.text() for card in cards.values() if card.opened] == ["Qwen3 4B"], timeout=START
    )


def test_a_second_start_hands_its_text_to_the_first(qtbot: QtBot, parley: Parley, paths: Paths) -> None:
    parley.listen()
    parley.settings.change(translate_target="de")
    command = [sys.executable, "-m", "app", "--translate", "Where is the train station?"]
    second = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    try:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=START)
    finally:
        second.kill()
        second.wait()
    assert second.returncode == 0
    small = parley.translate_side().small_window()
    qtbot.waitUntil(lambda: small.desk.target.toPlainText() == "Wo ist der Bahnhof?", timeout=START)
    assert small.isVisible()
    assert not internet_sockets()
    small.open_page.click()
    page = parley.window.translation.page
    assert page is not None
    qtbot.waitUntil(lambda: page.desk.source.text() == "Where is the train station?", timeout=START)


def test_a_parley_that_only_starts_gets_the_text_and_no_second_one_begins(
    qtbot: QtBot, qapp: QApplication, paths: Paths
) -> None:
    """Each would load a model of its own."""
    paths.data.mkdir(parents=True, exist_ok=True)
    keys = FileLock(paths.data / KEYS)  # held from the start; the socket comes when there is time
    keeper = Doorkeeper(address(paths.data), qapp)
    taken: list[str] = []
    keeper.wanted.connect(taken.append)
    command = [sys.executable, "-m", "app", "--translate"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    late = [subprocess.Popen([*command, text], cwd=ROOT, env=environment) for text in ("One", "Two")]
    try:
        QTest.qWait(1500)
        assert [one.poll() for one in late] == [None, None]
        assert keeper.listen()
        qtbot.waitUntil(lambda: all(one.poll() is not None for one in late), timeout=START)
    finally:
        for one in late:
            one.kill()
            one.wait()
        keeper.close()
        keeper.deleteLater()
        keys.release()
    assert sorted(taken) == ["One", "Two"]


def test_nobody_is_asked_when_no_parley_runs(qapp: QApplication, tmp_path: Path) -> None:
    assert not hand_over(address(tmp_path), "Hello")


@pytest.mark.parametrize("line", [b"{}\n", b"\xff\xfe\n", b'{"translate": 5}\n', b"x" * (MOST_BYTES + 10)])
@pytest.mark.usefixtures("allow_warnings")
def test_strange_visitors_are_sent_away(qtbot: QtBot, qapp: QApplication, tmp_path: Path, line: bytes) -> None:
    from PySide6.QtNetwork import QLocalSocket

    keeper = Doorkeeper(address(tmp_path), qapp)
    taken: list[str] = []
    keeper.wanted.connect(taken.append)
    assert keeper.listen()
    visitor = QLocalSocket()
    visitor.connectToServer(address(tmp_path))
    visitor.write(line)
    qtbot.waitUntil(lambda: visitor.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=START)
    assert not taken
    keeper.close()
    keeper.deleteLater()


def test_what_a_crash_left_behind_is_replaced(qapp: QApplication, tmp_path: Path) -> None:
    where = address(tmp_path)
    code = (
        "import os, sys; from PySide6.QtCore import QCoreApplication; from PySide6.QtNetwork import QLocalServer; "
        "a = QCoreApplication([]); s = QLocalServer(); assert s.listen(sys.argv[1]); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, where], check=True, timeout=60)
    keeper = Doorkeeper(where, qapp)
    assert keeper.listen()
    other = Doorkeeper(where, qapp)
    assert not other.listen()  # a living one is left alone
    for one in (keeper, other):
        one.close()
        one.deleteLater()
