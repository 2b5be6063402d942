"""Searching while typing: the latest query wins, pages follow each other, what is new is found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.chat.conversation import Message, MessageStatus, TextPart
from app.chat.errors import StoreError, StoreErrorCode
from app.chat.search import Page, Search
from app.chat.store import ConversationStore
from app.session.chat.search_session import PAGE, SearchSession, SearchState
from app.session.keeping.store_access import StoreAccess
from app.session.tasks import BackgroundThread
from tests.helpers.store_content import answer, conversation, question


@pytest.fixture
def access(qtbot: QtBot) -> Iterator[StoreAccess]:
    thread = BackgroundThread("test-store")
    access = StoreAccess(thread)
    made: list[ConversationStore] = []
    thread.run(ConversationStore.temporary, made.append)
    qtbot.waitUntil(lambda: bool(made))
    access.attach(made[0])
    yield access
    access.close()


def store(qtbot: QtBot, access: StoreAccess, count: int, text: str = "walrus {}") -> list[Message]:
    """Store a conversation of so many questions."""
    chat = conversation("A chat")
    asked = [question(chat, text.format(number)) for number in range(count)]
    done: list[None] = []

    def write(store: ConversationStore) -> None:
        store.create(chat)
        store.add_messages(asked)

    access.run(write, done.append)
    qtbot.waitUntil(lambda: bool(done))
    return asked


def wait(qtbot: QtBot, session: SearchSession, state: SearchState = SearchState.DONE) -> None:
    qtbot.waitUntil(lambda: session.state is state, timeout=20_000)


def test_the_latest_query_wins(qtbot: QtBot, access: StoreAccess) -> None:
    asked = store(qtbot, access, 3)
    session = SearchSession(access)
    for text in ("w", "wa", "walrus", "walrus 1"):
        session.search(text)
    assert session.state is SearchState.SEARCHING
    wait(qtbot, session)
    assert [hit.message_id for hit in session.results] == [asked[1].id]
    assert not session.has_more
    session.search("  ")
    assert (session.state, session.results) == (SearchState.IDLE, [])


def test_more_results_follow_without_a_gap_or_a_double(qtbot: QtBot, access: StoreAccess) -> None:
    asked = store(qtbot, access, 2 * PAGE + 20)
    session = SearchSession(access)
    session.search("walrus")
    wait(qtbot, session)
    qtbot.waitUntil(lambda: session.waiting == 0 and session.state is SearchState.DONE)
    assert (len(session.results), session.has_more) == (PAGE, True)
    while session.has_more:
        session.more()
        wait(qtbot, session)
    assert [hit.message_id for hit in session.results] == [one.id for one in reversed(asked)]


def test_who_comes_to_the_end_while_it_is_searching_gets_more_all_the_same(qtbot: QtBot, access: StoreAccess) -> None:
    store(qtbot, access, 3 * PAGE)
    session = SearchSession(access)
    session.search("walrus")
    session.more()
    assert session.state is SearchState.SEARCHING
    qtbot.waitUntil(lambda: len(session.results) == 2 * PAGE, timeout=20_000)
    wait(qtbot, session)
    assert session.has_more


def test_an_answer_is_indexed_in_the_background(qtbot: QtBot, access: StoreAccess) -> None:
    (asked,) = store(qtbot, access, 1)
    session = SearchSession(access)
    growing = answer(conversation(), asked)
    row = Message(
        id=growing.id, conversation_id=asked.conversation_id, parent_id=asked.id, role=growing.role,
        parts=[TextPart("penguin")], status=MessageStatus.COMPLETE,
    )  # fmt: skip
    access.run(lambda store: store.add_message(row))
    session.keep_up()
    left: list[int] = []
    access.run(lambda store: store.search_index.waiting, left.append)
    qtbot.waitUntil(lambda: bool(left))
    assert left == [2]

    def look() -> bool:
        access.run(lambda store: store.search_index.waiting, left.append)
        return left[-1] == 0

    qtbot.waitUntil(look)
    session.search("pengu")
    wait(qtbot, session)
    assert [hit.message_id for hit in session.results] == [growing.id]


def test_a_query_asked_before_the_store_is_open_is_answered(qtbot: QtBot) -> None:
    thread = BackgroundThread("test-store")
    access = StoreAccess(thread)
    session = SearchSession(access)
    session.search("walrus")
    made: list[ConversationStore] = []
    thread.run(ConversationStore.temporary, made.append)
    qtbot.waitUntil(lambda: bool(made))
    access.attach(made[0])
    wait(qtbot, session)
    assert session.results == []
    access.close()


def test_a_damaged_store_is_said(qtbot: QtBot, access: StoreAccess, allow_warnings: None) -> None:
    session = SearchSession(access)

    def damage(store: ConversationStore) -> None:
        class Damaged(Search):
            @override
            def page(self, *_: object, **__: object) -> Page:
                raise StoreError(StoreErrorCode.DAMAGED)

        store.search = Damaged(store._database)

    access.run(damage)
    session.search("walrus")
    wait(qtbot, session, SearchState.FAILED)
    assert session.problem
    assert "damaged" in session.problem.sentence
