"""One answer's life as the window sees it."""

from __future__ import annotations

import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from app.chat.conversation import Message, MessageStatus
from app.engine.api import Role, TextKind, ThinkingOutcome
from app.session.models.model_session import ModelState
from app.session.notices import Notice, NoticeAction
from app.session.wording import MODEL_FAILED, NOT_SAVED, WORKER_DIED
from app.session.workers.engine_client import EngineState
from tests.session.conftest import Session

SECONDS = 20_000


def ask(qtbot: QtBot, session: Session, question: str) -> Message:
    with qtbot.waitSignal(session.chat.answer_finished, timeout=SECONDS) as blocker:
        session.chat.send(question)
    assert blocker.args
    answer = blocker.args[0]
    assert isinstance(answer, Message)
    return answer


def stored(qtbot: QtBot, session: Session) -> list[Message]:
    got: list[list[Message]] = []
    assert session.chat.conversation
    conversation = session.chat.conversation.id
    session.access.run(lambda store: store.load_messages(conversation), got.append)
    qtbot.waitUntil(lambda: bool(got), timeout=SECONDS)
    return got[0]


def test_a_question_is_stored_thought_about_answered_and_kept(qtbot: QtBot, session: Session) -> None:
    pieces: list[tuple[TextKind, str]] = []
    session.chat.text_appended.connect(lambda _id, kind, text: pieces.append((kind, text)))
    answer = ask(qtbot, session, "What is 347 + 268 + 119?")
    assert answer.status is MessageStatus.COMPLETE
    assert answer.text == "The **answer** is 734."
    assert answer.thinking
    assert (answer.thinking.text, answer.thinking.outcome) == ("One two.", ThinkingOutcome.BY_ITSELF)
    assert "".join(text for kind, text in pieces if kind is TextKind.ANSWER) == answer.text
    rows = stored(qtbot, session)
    assert [row.role for row in rows] == [Role.USER, Role.ASSISTANT]
    assert rows[1].parts == answer.parts
    assert rows[1].status is MessageStatus.COMPLETE
    assert session.conversations.rowCount() == 1
    assert session.chat.context_used == 27


def test_rows_are_on_disk_before_the_engine_is_asked(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.chat.conversation_saved, timeout=SECONDS):
        session.chat.send("endless question")
    rows = stored(qtbot, session)
    assert [row.status for row in rows] == [MessageStatus.COMPLETE, MessageStatus.GENERATING]
    session.chat.stop()
    qtbot.waitUntil(lambda: not session.chat.busy, timeout=SECONDS)


def test_stop_keeps_what_was_written(qtbot: QtBot, session: Session) -> None:
    session.chat.send("endless question")
    qtbot.waitUntil(lambda: bool(session.chat.live and session.chat.live.thinking_tokens), timeout=SECONDS)
    with qtbot.waitSignal(session.chat.answer_finished, timeout=SECONDS):
        session.chat.stop()
    answer = session.chat.messages[-1]
    assert answer.status is MessageStatus.STOPPED
    assert answer.thinking
    assert answer.thinking.outcome is ThinkingOutcome.STOPPED


def test_answer_now_ends_the_thinking(qtbot: QtBot, session: Session) -> None:
    session.chat.send("endless question")
    qtbot.waitUntil(lambda: bool(session.chat.live and session.chat.live.thinking_tokens), timeout=SECONDS)
    with qtbot.waitSignal(session.chat.answer_finished, timeout=SECONDS):
        session.chat.answer_now()
    answer = session.chat.messages[-1]
    assert answer.thinking
    assert answer.thinking.outcome is ThinkingOutcome.ANSWER_NOW
    assert answer.text.endswith("734.")


def test_a_deaf_worker_is_ended_when_the_person_stops(qtbot: QtBot, session: Session) -> None:
    session.chat.send("deaf question")
    qtbot.waitUntil(lambda: bool(session.chat.live and session.chat.live.answer_tokens), timeout=SECONDS)
    with qtbot.waitSignal(session.chat.answer_finished, timeout=SECONDS):
        session.chat.stop()
    assert session.chat.messages[-1].status is MessageStatus.STOPPED
    assert session.chat.messages[-1].text == "The **answer**"


@pytest.mark.parametrize(("question", "text"), [("die-thinking", ""), ("die-answering", "The **answer**")])
def test_a_death_keeps_the_text_says_so_and_the_next_message_works(
    qtbot: QtBot, session: Session, question: str, text: str
) -> None:
    notices: list[Notice] = []
    session.chat.notice.connect(notices.append)
    answer = ask(qtbot, session, question)
    assert (answer.status, answer.error, answer.text) == (MessageStatus.INTERRUPTED, WORKER_DIED, text)
    assert answer.thinking
    assert [notice.action for notice in notices] == [NoticeAction.RETRY]
    assert stored(qtbot, session)[-1].parts == answer.parts
    assert ask(qtbot, session, "Again?").status is MessageStatus.COMPLETE


def test_death_while_idle_reloads_the_model_by_itself(qtbot: QtBot, session: Session) -> None:
    ask(qtbot, session, "First?")
    first = session.engine.process_id
    os.kill(first, signal.SIGKILL)
    qtbot.waitUntil(lambda: session.engine.process_id not in {0, first}, timeout=SECONDS)
    qtbot.waitUntil(lambda: session.models.state is ModelState.READY, timeout=SECONDS)
    assert ask(qtbot, session, "Second?").status is MessageStatus.COMPLETE


def test_death_while_loading_fails_the_load_and_the_next_try_works(qtbot: QtBot, session: Session) -> None:
    session.models.load("/models/die-loading.gguf")
    qtbot.waitUntil(lambda: session.models.state is ModelState.FAILED, timeout=SECONDS)
    assert session.models.problem
    assert "die-loading.gguf" in session.models.problem.sentence
    qtbot.waitUntil(lambda: session.engine.state is EngineState.RUNNING, timeout=SECONDS)
    session.models.load("/models/good.gguf")
    assert ask(qtbot, session, "Now?").status is MessageStatus.COMPLETE


def test_without_a_model_the_answer_fails_with_a_reason_and_retry_works(qtbot: QtBot, session: Session) -> None:
    session.models.load("/models/broken.gguf")
    answer = ask(qtbot, session, "Hello")
    assert (answer.status, answer.error) == (MessageStatus.FAILED, MODEL_FAILED)
    session.models.load("/models/good.gguf")
    with qtbot.waitSignal(session.chat.answer_finished, timeout=SECONDS):
        session.chat.retry()
    assert session.chat.messages[-1].status is MessageStatus.COMPLETE
    assert len(session.chat.messages) == 2
    assert len(stored(qtbot, session)) == 2  # an answer that never came is no version
    assert session.chat.versions(session.chat.messages[-1].id) == [session.chat.messages[-1].id]


def test_an_engine_error_is_kept_with_the_message(qtbot: QtBot, session: Session) -> None:
    answer = ask(qtbot, session, "error please")
    assert (answer.status, answer.error) == (MessageStatus.FAILED, "context_full")


def test_what_cannot_be_saved_is_not_asked_and_retry_saves_all(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch, allow_warnings: None
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(session.store, "add_messages", refuse)
        answer = ask(qtbot, session, "Keep this")
    assert (answer.status, answer.error) == (MessageStatus.FAILED, NOT_SAVED)
    with qtbot.waitSignal(session.chat.answer_finished, timeout=SECONDS):
        session.chat.retry()
    assert session.chat.messages[-1].status is MessageStatus.COMPLETE
    assert [row.text for row in stored(qtbot, session)] == ["Keep this", "The **answer** is 734."]


def shows_nothing_live(session: Session) -> bool:
    return session.chat.live is None and session.chat.busy


def thinking_of(session: Session) -> tuple[bool, int | None]:
    return session.chat.thinking_enabled, session.chat.thinking_budget


def test_an_answer_goes_on_while_another_conversation_is_shown(qtbot: QtBot, session: Session) -> None:
    session.chat.send("endless question")
    first = session.chat.conversation
    assert first
    qtbot.waitUntil(lambda: bool(session.chat.live and session.chat.live.thinking_tokens == 2), timeout=SECONDS)
    session.chat.new_conversation()
    assert shows_nothing_live(session)
    with qtbot.waitSignal(session.chat.conversation_changed, timeout=SECONDS):
        session.chat.open_conversation(first.id)
    assert session.chat.live
    shown = session.chat.message(session.chat.live.message_id)
    assert shown
    assert shown.thinking
    assert shown.thinking.text == "One two."
    with qtbot.waitSignal(session.chat.answer_finished, timeout=SECONDS):
        session.chat.answer_now()
    assert session.chat.messages[-1].text.endswith("734.")


def test_thinking_belongs_to_the_conversation_and_the_default_to_new_ones(qtbot: QtBot, session: Session) -> None:
    session.chat.set_thinking(False)
    answer = ask(qtbot, session, "Quick?")
    assert answer.thinking is None
    session.chat.set_thinking(True)
    session.chat.set_budget(None)
    assert not session.settings.current.thinking_enabled
    conversation = session.chat.conversation
    assert conversation
    session.chat.new_conversation()
    assert thinking_of(session) == (False, 4096)
    with qtbot.waitSignal(session.chat.conversation_changed, timeout=SECONDS):
        session.chat.open_conversation(conversation.id)
    assert thinking_of(session) == (True, None)


def test_a_model_that_never_thinks_is_not_asked_to(qtbot: QtBot, session: Session) -> None:
    session.models.load("/models/never.gguf")
    qtbot.waitUntil(lambda: session.models.state is ModelState.READY, timeout=SECONDS)
    assert ask(qtbot, session, "Hello").thinking is None


def test_think_longer_goes_on_from_the_same_thoughts(qtbot: QtBot, session: Session) -> None:
    first = ask(qtbot, session, "Hard?")
    with qtbot.waitSignal(session.chat.answer_finished, timeout=SECONDS):
        session.chat.think_longer(first.id)
    second = session.chat.messages[-1]
    assert second.id != first.id
    assert second.parent_id == first.parent_id
    assert second.thinking
    assert second.thinking.text == "One two.One two."


def test_cancelling_a_load_leaves_no_model(qtbot: QtBot, session: Session) -> None:
    session.models.load("/models/slow.gguf")
    qtbot.waitUntil(lambda: session.models.fraction == 0.5, timeout=SECONDS)
    session.models.cancel_load()
    assert session.models.state is ModelState.NONE
    session.models.load("/models/good.gguf")
    qtbot.waitUntil(lambda: session.models.state is ModelState.READY, timeout=SECONDS)
    assert session.models.recent == []  # the file does not exist


def test_a_load_that_gave_something_up_says_what(qtbot: QtBot, session: Session) -> None:
    notices: list[Notice] = []
    session.models.notice.connect(notices.append)
    session.models.load("/models/tight.gguf")
    qtbot.waitUntil(lambda: session.models.state is ModelState.READY, timeout=SECONDS)
    (notice,) = notices
    assert "4096" in notice.text.replace(",", "")
    assert "compressed" in notice.text
