"""The engine dies, hangs or cannot load: the window lives, the text stays, one sentence says what happened."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.chat.conversation import MessageStatus
from app.session.models.model_session import ModelState
from app.session.notices import Notice, NoticeAction
from app.session.wording import WORKER_DIED
from app.session.workers.engine_client import EngineState
from app.system.paths import starter_model
from app.ui.parley import Parley
from tests.e2e.conftest import START

NEW_WORKER = 30_000  # the goal is 3 s on a quiet machine; a test on a busy one only asks that it comes


def notices_of(parley: Parley) -> list[Notice]:
    notices: list[Notice] = []
    parley.chat.notice.connect(notices.append)
    return notices


def assert_the_next_message_works(qtbot: QtBot, parley: Parley) -> None:
    parley.chat.set_thinking(False)
    with qtbot.waitSignal(parley.chat.answer_finished, timeout=START):
        parley.chat.send("Hello")
    assert parley.chat.messages[-1].status is MessageStatus.COMPLETE
    assert parley.window.isVisible()


@pytest.mark.parametrize(
    ("question", "thinks"), [("Think as long as you can.", True), ("Tell me a very long story.", False)]
)
def test_killed_while_it_writes(qtbot: QtBot, parley: Parley, question: str, thinks: bool) -> None:
    notices = notices_of(parley)
    parley.chat.set_thinking(thinks)
    parley.chat.set_budget(None)
    parley.chat.send(question)

    def written() -> int:
        live = parley.chat.live
        return (live.thinking_tokens if thinks else live.answer_tokens) if live else 0

    qtbot.waitUntil(lambda: written() > 60, timeout=START)
    message = parley.chat.message(parley.chat.live.message_id) if parley.chat.live else None
    assert message
    with qtbot.waitSignal(parley.chat.answer_finished, timeout=START):
        os.kill(parley.engine.process_id, signal.SIGKILL)
    kept = parley.chat.messages[-1]
    assert (kept.status, kept.error) == (MessageStatus.INTERRUPTED, WORKER_DIED)
    if thinks:
        assert kept.thinking
        assert message.thinking
        assert len(kept.thinking.text) >= len(message.thinking.text)
    else:
        assert kept.text.startswith(message.text)
    assert [notice.action for notice in notices] == [NoticeAction.RETRY]
    assert_the_next_message_works(qtbot, parley)


def test_killed_while_idle(qtbot: QtBot, parley: Parley) -> None:
    first = parley.engine.process_id
    os.kill(first, signal.SIGKILL)
    qtbot.waitUntil(lambda: parley.engine.process_id not in {0, first}, timeout=NEW_WORKER)
    qtbot.waitUntil(lambda: parley.engine.state is EngineState.RUNNING, timeout=NEW_WORKER)
    assert_the_next_message_works(qtbot, parley)


def test_killed_while_loading(qtbot: QtBot, parley: Parley) -> None:
    parley.models.load(str(starter_model()))
    os.kill(parley.engine.process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: parley.models.state is ModelState.FAILED, timeout=START)
    assert parley.models.problem
    assert starter_model().name in parley.models.problem.sentence
    assert_the_next_message_works(qtbot, parley)


def damaged(tmp_path: Path, kind: str) -> Path:
    file = tmp_path / f"{kind}.gguf"
    data = starter_model().read_bytes()
    match kind:
        case "text":
            file.write_text("This is not a model.")
        case "empty":
            file.write_bytes(b"")
        case "truncated":
            file.write_bytes(data[: len(data) // 2])
        case "architecture":
            file.write_bytes(data.replace(b"qwen3", b"qwenX", 40))
        case "folder":
            file.mkdir()
        case _:
            pass  # never there
    return file


@pytest.mark.parametrize("kind", ["text", "empty", "truncated", "architecture", "missing", "folder"])
def test_a_file_that_does_not_load_is_named_with_its_cause(
    qtbot: QtBot, parley: Parley, tmp_path: Path, kind: str
) -> None:
    worker = parley.engine.process_id
    parley.models.load(str(damaged(tmp_path, kind)))
    qtbot.waitUntil(lambda: parley.models.state is ModelState.FAILED, timeout=START)
    assert parley.models.problem
    named = "qwenX" if kind == "architecture" else f"{kind}.gguf"
    assert named in parley.models.problem.sentence
    assert parley.models.problem.advice
    assert parley.engine.process_id == worker, "a bad file must not cost the worker"
    parley.models.load_starter()
    assert_the_next_message_works(qtbot, parley)


def test_a_file_that_vanishes_after_it_was_loaded(qtbot: QtBot, parley: Parley, tmp_path: Path) -> None:
    file = tmp_path / "here.gguf"
    shutil.copy(starter_model(), file)
    parley.models.load(str(file))
    qtbot.waitUntil(lambda: parley.models.state is ModelState.READY, timeout=START)
    file.unlink()
    os.kill(parley.engine.process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: parley.models.state is ModelState.FAILED, timeout=START)
    assert parley.models.problem
    assert "here.gguf" in parley.models.problem.sentence


def test_a_hanging_worker_is_noticed_and_replaced(qtbot: QtBot, parley: Parley) -> None:
    first = parley.engine.process_id
    parley.chat.set_budget(None)
    parley.chat.send("Think as long as you can.")
    qtbot.waitUntil(lambda: bool(parley.chat.live and parley.chat.live.thinking_tokens > 20), timeout=START)
    os.kill(first, signal.SIGSTOP)
    with qtbot.waitSignal(parley.chat.answer_finished, timeout=START):
        pass
    assert parley.chat.messages[-1].status is MessageStatus.INTERRUPTED
    assert_the_next_message_works(qtbot, parley)


def with_a_small_window(qtbot: QtBot, parley: Parley) -> None:
    parley.settings.change(context_size=1024)
    parley.models.load_starter()
    qtbot.waitUntil(lambda: parley.models.state is ModelState.READY, timeout=START)
    parley.chat.set_thinking(False)


def test_an_answer_that_fills_the_context_is_kept(qtbot: QtBot, parley: Parley) -> None:
    with_a_small_window(qtbot, parley)
    with qtbot.waitSignal(parley.chat.answer_finished, timeout=START):
        parley.chat.send("Tell me a very long story.")
    assert parley.chat.messages[-1].text
    parley.chat.new_conversation()
    assert_the_next_message_works(qtbot, parley)


def test_a_full_context_is_a_sentence_and_a_way_on(qtbot: QtBot, parley: Parley) -> None:
    with_a_small_window(qtbot, parley)
    notices = notices_of(parley)
    with qtbot.waitSignal(parley.chat.answer_finished, timeout=START):
        parley.chat.send("word " * 4000)
    assert parley.chat.messages[-1].error == "context_full"
    parley.chat.new_conversation()
    assert_the_next_message_works(qtbot, parley)
    assert all(notice.text for notice in notices)
