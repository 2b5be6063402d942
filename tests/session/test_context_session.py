"""The window of a conversation with the real engine and the starter model: counted, read ahead, cut, summarised."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.chat.conversation import ContextCut, ConversationSettings, Message
from app.chat.store import ConversationStore
from app.engine.api import Command, PrefillPrompt, PromptPrefilled
from app.placement.plan import Wishes
from app.session.chat.answer_writer import AnswerWriter
from app.session.chat.chat_session import ChatSession
from app.session.context.context_session import ContextSession
from app.session.context.context_window import ContextLevel
from app.session.context.conversation_summary import SummaryState
from app.session.keeping.store_access import StoreAccess
from app.session.models.model_session import ModelSession, ModelState
from app.session.notices import Notice
from app.session.tasks import BackgroundThread
from app.session.workers.engine_client import EngineClient
from app.session.workers.engine_lane import EngineLane
from app.session.workers.worker_process import DeathKind
from app.settings.store import SettingsStore
from app.system.paths import Paths, starter_model
from tests.helpers.store_content import answer, conversation, question

SECONDS = 60_000
WINDOW = 2048
TURNS = {ContextLevel.OK: 3, ContextLevel.FULL: 17}
WORDS = "The sea is wide. " * 20
"""Of a question; so many of them, each with a short answer, fill the window so far."""


class Chatting:
    """A chat with the real worker."""

    def __init__(self, qtbot: QtBot, paths: Paths) -> None:
        self.qtbot = qtbot
        self.settings = SettingsStore(paths.settings_file)
        self.settings.change(placements={str(starter_model()): Wishes(context=WINDOW)}, thinking_enabled=False)
        self.engine = EngineClient(paths.logs)
        self.models = ModelSession(self.engine, self.settings)
        self.thread = BackgroundThread("test-store")
        self.access = StoreAccess(self.thread)
        self.chat = ChatSession(
            AnswerWriter(self.engine, self.models, self.access), self.models, self.access, self.settings
        )
        self.lane = EngineLane(self.engine, self.models, lambda: self.chat.busy, self.chat.live_changed)
        self.context = ContextSession(self.engine, self.models, self.chat, self.settings, self.lane)
        self.notices: list[Notice] = []
        self.questions: list[str] = []
        self.context.notice.connect(self.notices.append)
        self.context.full_question.connect(lambda: self.questions.append("full"))
        made: list[ConversationStore] = []
        self.thread.run(ConversationStore.temporary, made.append)
        qtbot.waitUntil(lambda: bool(made))
        self.access.attach(made[0])
        self.models.ensure()
        qtbot.waitUntil(lambda: self.models.state is ModelState.READY, timeout=SECONDS)

    def ask(self, text: str) -> Message:
        """Ask, and wait for the answer."""
        with self.qtbot.waitSignal(self.chat.answer_finished, timeout=SECONDS) as blocker:
            self.chat.send(text)
        assert blocker.args
        message = blocker.args[0]
        assert isinstance(message, Message)
        return message

    def counted(self) -> ContextSession:
        """Wait until what is shown is what there is."""
        self.qtbot.waitUntil(lambda: not (self.context._rest.isActive() or self.context._request), timeout=SECONDS)
        return self.context

    def close(self) -> None:
        """End the worker and the store."""
        self.engine.stop()
        self.access.close()


@pytest.fixture
def it(qtbot: QtBot, paths: Paths) -> Iterator[Chatting]:
    chatting = Chatting(qtbot, paths)
    yield chatting
    chatting.close()


def test_the_meter_shows_what_the_next_prompt_will_take(it: Chatting) -> None:
    it.chat.set_own_settings(ConversationSettings("Be brief."))
    first = it.ask("What is 347 + 268 + 119?")
    context = it.counted()
    assert context.size == WINDOW
    assert context.parts.system > 0 < context.parts.history
    assert context.parts.message == context.parts.attachments == 0
    quiet = context.used
    context.draft("And 12 + 12?")
    assert it.counted().parts.message > 4
    assert quiet < context.used
    parts = context.parts
    assert context.used == parts.system + parts.history + parts.message
    said = context.used
    second = it.ask("And 12 + 12?")
    assert second.usage
    assert first.usage
    # The mode without thinking adds its empty block, which the next prompt does not have.
    assert 0 <= second.usage.prompt_tokens - said <= 8
    assert context.reused == second.usage.reused_tokens > 0
    assert context.reused + context.new == second.usage.prompt_tokens


def test_typing_has_the_conversation_read_before_the_question_comes(it: Chatting) -> None:
    """An answer that was stopped is not read ahead by itself: it may be gone on with."""
    done: list[PromptPrefilled] = []
    it.engine.received.connect(lambda event: done.append(event) if isinstance(event, PromptPrefilled) else None)
    it.chat.send("Count from 1 to 200.")
    it.qtbot.waitUntil(lambda: bool(it.chat.live and it.chat.live.answer_tokens > 20), timeout=SECONDS)
    it.chat.stop()
    it.qtbot.waitUntil(lambda: not it.chat.busy, timeout=SECONDS)
    it.context.draft("H")
    it.qtbot.waitUntil(lambda: any(event.complete for event in done), timeout=SECONDS)
    usage = it.ask("Hello").usage
    assert usage
    assert usage.prompt_tokens - usage.reused_tokens < 20 < usage.reused_tokens


def fill(it: Chatting, wanted: ContextLevel = ContextLevel.FULL, turns: int = 0) -> ContextSession:
    """Open a conversation that fills the window so far, its answers written long ago: nothing is left to chance."""
    told, said = conversation("The sea"), list[Message]()
    for _ in range(turns or TURNS[wanted]):
        said.append(question(told, WORDS, said[-1] if said else None))
        said.append(answer(told, said[-1]))
    it.access.run(lambda store: store.create(told))
    it.access.run(lambda store: store.add_messages(said))
    with it.qtbot.waitSignal(it.chat.conversation_changed, timeout=SECONDS):
        it.chat.open_conversation(told.id)
    assert it.counted().level is wanted, it.context.used
    return it.context


def test_a_full_window_asks_once_and_the_oldest_turns_can_go(it: Chatting) -> None:
    context = fill(it)
    it.counted()
    assert it.questions == ["full"]
    assert context.can_drop
    kept = len(it.chat.messages)
    context.drop_oldest()
    it.qtbot.waitUntil(lambda: context.level is ContextLevel.OK, timeout=SECONDS)
    assert len(it.chat.messages) == kept, "they stay in the conversation"
    cut = context.cut
    assert cut
    assert cut.first_kept in {message.id for message in it.chat.messages[2:]}
    assert it.ask("Hello").usage
    assert it.questions == ["full"]
    undo = it.notices[-1].undo
    assert undo
    cut_off = it.chat.conversation
    assert cut_off
    it.chat.new_conversation()
    undo()  # of the conversation that was cut, whichever is shown
    it.chat.open_conversation(cut_off.id)
    it.qtbot.waitUntil(lambda: it.chat.conversation is not None, timeout=SECONDS)
    assert context.cut is None


def test_what_was_counted_of_one_conversation_decides_nothing_in_another(it: Chatting) -> None:
    context = fill(it)
    full = it.chat.conversation
    assert full
    it.chat.new_conversation()
    assert not context.can_drop
    it.counted()
    it.chat.open_conversation(full.id)
    it.qtbot.waitUntil(lambda: it.questions == ["full", "full"], timeout=SECONDS)  # it is still full
    assert context.can_drop


def test_a_summary_takes_the_place_of_the_oldest_turns(it: Chatting) -> None:
    context = fill(it)
    context.summarise()
    assert context.summary.state is SummaryState.WRITING
    it.qtbot.waitUntil(lambda: context.summary.state is not SummaryState.WRITING, timeout=SECONDS)
    cut = context.cut
    assert cut
    assert cut.summary == context.summary.text != ""
    it.qtbot.waitUntil(lambda: context.level is ContextLevel.OK, timeout=SECONDS)
    assert context.parts.system > 0
    context.set_summary("They greeted each other.")
    assert context.cut == ContextCut(cut.first_kept, "They greeted each other.")
    context.restore_dropped()
    assert context.cut is None


def test_a_question_goes_before_a_summary_which_goes_on_after_it(it: Chatting) -> None:
    context = fill(it, ContextLevel.OK)
    context.summarise()
    greeting = it.ask("Hello")
    assert greeting.error == ""
    assert greeting.text
    assert context.summary.state is SummaryState.WRITING
    it.qtbot.waitUntil(lambda: context.summary.state is not SummaryState.WRITING, timeout=SECONDS)
    assert context.cut
    assert context.cut.summary


@pytest.fixture
def overfull(it: Chatting) -> ContextSession:
    """A conversation whose oldest part is longer than the window, as after a change to a model with a smaller one."""
    return fill(it, turns=60)


def test_what_does_not_fit_is_summarised_in_parts_with_progress(it: Chatting, overfull: ContextSession) -> None:
    assert overfull.used > 2 * WINDOW
    seen: list[tuple[int, int]] = []
    overfull.summary.changed.connect(lambda: seen.append((overfull.summary.done, overfull.summary.total)))
    overfull.summarise()
    it.qtbot.waitUntil(lambda: overfull.summary.state is not SummaryState.WRITING, timeout=SECONDS)
    assert overfull.summary.state is SummaryState.NONE
    assert overfull.cut
    assert overfull.cut.summary == overfull.summary.text != ""
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1] > 3
    it.qtbot.waitUntil(lambda: overfull.used < WINDOW, timeout=SECONDS)
    assert it.ask("Hello").error == "", "there is room again"


def test_summarising_in_parts_can_be_stopped(it: Chatting, overfull: ContextSession) -> None:
    overfull.summarise()
    it.qtbot.waitUntil(lambda: overfull.summary.done > 0, timeout=SECONDS)
    overfull.cancel_summary()
    assert overfull.summary.state is SummaryState.NONE
    with it.qtbot.assertNotEmitted(overfull.summary.finished, wait=300):
        pass
    assert overfull.cut is None


def test_a_summary_goes_on_after_the_worker_died(it: Chatting, overfull: ContextSession) -> None:
    overfull.summarise()
    it.qtbot.waitUntil(lambda: overfull.summary.done > 0, timeout=SECONDS)
    done = overfull.summary.done
    it.engine.kill(DeathKind.CRASHED)
    it.qtbot.waitUntil(lambda: overfull.summary.done > done, timeout=SECONDS)
    assert overfull.summary.state is SummaryState.WRITING
    overfull.cancel_summary()


def test_a_larger_window_is_taken_at_once_and_the_next_time(it: Chatting) -> None:
    larger = it.context.larger_windows[0]
    assert larger.context == 2 * WINDOW
    assert larger.extra_bytes > 0
    assert larger.fits
    it.context.take_larger(larger.context)
    it.qtbot.waitUntil(lambda: it.models.state is ModelState.READY, timeout=SECONDS)
    assert it.context.size == larger.context
    assert it.settings.current.placements[str(starter_model())].context == larger.context


def test_nothing_is_read_ahead_while_nothing_is_typed(it: Chatting, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Command] = []
    send = it.engine.send

    def note(command: Command) -> None:
        sent.append(command)
        send(command)

    monkeypatch.setattr(it.engine, "send", note)
    it.ask("Hello")
    it.counted()
    it.context.draft("")
    it.counted()
    assert not [command for command in sent if isinstance(command, PrefillPrompt)]
