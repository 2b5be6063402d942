"""A person at a session: acts, and waits for what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from pytestqt.qtbot import QtBot

from app.chat.conversation import Conversation, Message
from app.chat.store import ConversationStore
from app.engine.api import Generate
from app.session.notices import Notice, NoticeAction

if TYPE_CHECKING:
    from tests.session.conftest import Session

MS = 20_000
FULL = "The **answer** is 734."


class Person:
    """Uses a session, and waits for what comes of it."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot, self.session, self.chat = qtbot, session, session.chat
        self.notices: list[Notice] = []
        self.chat.notice.connect(self.notices.append)

    def finished(self, act: Callable[[], object]) -> Message:
        with self.qtbot.waitSignal(self.chat.answer_finished, timeout=MS) as blocker:
            act()
        assert blocker.args
        answer = blocker.args[0]
        assert isinstance(answer, Message)
        return answer

    def changed(self, act: Callable[[], object]) -> None:
        with self.qtbot.waitSignal(self.chat.conversation_changed, timeout=MS):
            act()

    def ask(self, question: str) -> Message:
        return self.finished(lambda: self.chat.send(question))

    def stop_in_thoughts(self) -> Message:
        self.chat.send("endless question")
        self.qtbot.waitUntil(lambda: bool(self.chat.live and self.chat.live.thinking_tokens == 2), timeout=MS)
        return self.finished(self.chat.stop)

    def from_store(self, job: Callable[[ConversationStore], object]) -> object:
        got: list[object] = []
        self.session.access.run(job, got.append)
        self.qtbot.waitUntil(lambda: bool(got), timeout=MS)
        return got[0]

    def stored(self) -> list[Message]:
        conversation = self.chat.conversation
        assert conversation
        rows = self.from_store(lambda store: store.load_messages(conversation.id))
        assert isinstance(rows, list)
        return rows

    def stored_branch(self) -> list[str]:
        """What would be shown if it were opened now."""

        def read(store: ConversationStore) -> list[str]:
            assert self.chat.conversation
            row = store.conversation(self.chat.conversation.id)
            assert row
            return [message.text for message in store.load_branch(row.id, row.leaf_id)]

        found = self.from_store(read)
        assert isinstance(found, list)
        return found

    def asked_with(self, answer: Message) -> Generate:
        return msgspec.json.decode(answer.text, type=Generate)

    def conversation_row(self) -> Conversation:
        conversation = self.chat.conversation
        assert conversation
        row = self.from_store(lambda store: store.conversation(conversation.id))
        assert isinstance(row, Conversation)
        return row

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.chat.messages]

    @property
    def last(self) -> Message:
        return self.chat.messages[-1]

    def undo(self) -> None:
        notice = self.notices[-1]
        assert notice.action is NoticeAction.UNDO
        assert notice.undo
        self.changed(notice.undo)
