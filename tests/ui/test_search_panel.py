"""The search around the real session and a real store in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.chat.conversation import Conversation, Message, new_id
from app.chat.store import ConversationStore
from app.session.chat.conversation_list import ConversationList
from app.session.chat.search_session import SearchSession, SearchState
from app.session.keeping.store_access import StoreAccess
from app.session.tasks import BackgroundThread
from app.ui.i18n import install_language
from app.ui.search.search_panel import SearchPanel
from app.ui.theme import Theme
from tests.helpers.seeded_store import say, seed_store

PATIENCE = 20_000
NEEDLES = {
    "English": "The quick needle in the haystack",
    "中文": "今天我们来做红烧排骨，先把肉切成小块",
    "العربية": "هذا النص يتحدث عن الحديقة الجميلة",
    "ไทย": "วันนี้อากาศดีมากและเราจะไปทะเล",
    "emoji": "🎉🎉 party with Zebras",
}


@dataclass
class Searching:
    """The panel over a window that has a field with the keyboard."""

    panel: SearchPanel
    session: SearchSession
    field: QLineEdit
    told: dict[str, list[Message]]
    qtbot: QtBot
    store: ConversationStore
    access: StoreAccess

    def type(self, text: str) -> None:
        self.panel.field.clear()
        if text.isascii():
            QTest.keyClicks(self.panel.field, text)
        else:  # an input method would
            self.panel.field.setText(text)
        self.qtbot.waitUntil(
            lambda: self.session.text == text.strip() and self.session.state is SearchState.DONE, timeout=PATIENCE
        )

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.panel.field, key)

    def titles(self) -> list[str]:
        rows = self.panel.rows
        return [str(rows.index(number).data()) for number in range(rows.rowCount())]


@pytest.fixture
def search(qtbot: QtBot, qapp: QApplication) -> Iterator[Searching]:
    install_language(qapp, "en")
    thread = BackgroundThread("test-store")
    access = StoreAccess(thread)
    listed, session = ConversationList(access), SearchSession(access)
    told: dict[str, list[Message]] = {}
    made: list[ConversationStore] = []

    def fill() -> ConversationStore:
        store = ConversationStore.temporary()
        seed_store(store, 30)
        for number, (title, text) in enumerate(NEEDLES.items()):
            row = Conversation(id=new_id(), title=title, updated_at=10.0 + number)
            told[title] = say(store, row, text, "An answer.")
        return store

    thread.run(fill, made.append)
    qtbot.waitUntil(lambda: bool(made), timeout=PATIENCE)
    access.attach(made[0])
    window, theme = QWidget(), Theme(qapp)
    window.resize(900, 700)
    field = QLineEdit(window)
    QVBoxLayout(window).addWidget(field)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    field.setFocus()
    qtbot.waitUntil(lambda: listed.rowCount() == 35, timeout=PATIENCE)
    panel = SearchPanel(theme, session, listed, window)
    panel.open()
    yield Searching(panel, session, field, told, qtbot, made[0], access)
    access.close()
    window.deleteLater()
    theme.deleteLater()


@pytest.mark.parametrize(
    ("typed", "title", "lit"),
    [
        ("needle", "English", "needle"),
        ("排骨", "中文", "排骨"),
        ("骨", "中文", "骨"),
        ("الحديقة", "العربية", "الحديقة"),
        ("ทะเล", "ไทย", "ทะเล"),
        ("zebras", "emoji", "Zebras"),
    ],
)
def test_every_script_is_found_and_lit(search: Searching, typed: str, title: str, lit: str) -> None:
    search.type(typed)
    assert search.titles()[0] == title
    row = search.panel.rows.row(search.panel.rows.index(0))
    assert row is not None
    assert [row.text[first:end] for first, end in row.ranges] == [lit]
    assert row.message_id == search.told[title][0].id
    search.panel.grab()  # paints without a fault


def test_enter_opens_the_message_and_gives_the_keyboard_back(search: Searching) -> None:
    chosen: list[tuple[str, str]] = []
    search.panel.chosen.connect(lambda *places: chosen.append(places))
    search.type("haystack")
    search.press(Qt.Key.Key_Return)
    message = search.told["English"][0]
    assert chosen == [(message.conversation_id, message.id)]
    assert not search.panel.isVisible()
    assert search.field.hasFocus()


def test_the_arrows_choose_and_a_click_opens(search: Searching) -> None:
    chosen: list[tuple[str, str]] = []
    search.panel.chosen.connect(lambda *places: chosen.append(places))
    search.type("answer")
    assert search.panel.view.currentIndex().row() == 0
    search.press(Qt.Key.Key_Down)
    assert search.panel.view.currentIndex().row() == 1
    place = search.panel.view.visualRect(search.panel.rows.index(2)).center()
    QTest.mouseClick(search.panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    row = search.panel.rows.row(search.panel.rows.index(2))
    assert row is not None
    assert chosen == [(row.conversation_id, row.message_id)]


def test_nothing_found_says_so_and_escape_closes(search: Searching) -> None:
    search.type("zzzzqqqq")
    assert search.titles() == []
    assert "“zzzzqqqq”" in search.panel.words.text()
    search.press(Qt.Key.Key_Escape)
    assert not search.panel.isVisible()
    assert search.field.hasFocus()


def test_with_nothing_typed_the_latest_conversations_are_listed(search: Searching) -> None:
    assert len(search.titles()) == 12
    search.type("needle")
    search.panel.field.clear()
    search.qtbot.waitUntil(lambda: len(search.titles()) == 12, timeout=PATIENCE)
    chosen: list[tuple[str, str]] = []
    search.panel.chosen.connect(lambda *places: chosen.append(places))
    search.press(Qt.Key.Key_Return)
    assert [message_id for _conversation, message_id in chosen] == [""]


def test_more_is_found_while_one_scrolls(search: Searching) -> None:
    search.type("a")
    first = search.panel.rows.rowCount()
    assert search.session.has_more
    bar = search.panel.view.verticalScrollBar()

    search.qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=PATIENCE)
    bar.setValue(bar.maximum())
    search.qtbot.waitUntil(lambda: search.panel.rows.rowCount() > first, timeout=PATIENCE)
    assert bar.value() < bar.maximum()  # what was seen stays where it was


def test_a_click_beside_the_card_closes(search: Searching) -> None:
    QTest.mouseClick(search.panel, Qt.MouseButton.LeftButton, pos=search.panel.rect().bottomLeft())
    assert not search.panel.isVisible()


def test_the_panel_follows_the_window(search: Searching) -> None:
    window = search.panel.parentWidget()
    assert window is not None
    window.resize(400, 400)
    assert search.panel.size() == window.size()
    assert search.panel.rect().contains(search.panel.card.geometry())


def test_typing_fast_searches_for_the_last_text_only(search: Searching) -> None:
    asked: list[str] = []
    search.session.changed.connect(lambda: asked.append(search.session.text))
    search.type("needle")
    assert set(asked) <= {"needle", ""}


def test_a_search_that_fails_says_why(search: Searching, allow_warnings: None) -> None:
    search.access.thread_.run(search.store.close)
    search.panel.field.setText("needle")
    search.qtbot.waitUntil(lambda: search.session.state is SearchState.FAILED, timeout=PATIENCE)
    assert search.titles() == []
    assert search.session.problem is not None
    assert search.session.problem.sentence in search.panel.words.text()
