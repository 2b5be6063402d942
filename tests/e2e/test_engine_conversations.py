"""The real worker over a conversation: gone on with, counted beside an answer, read ahead, kept on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.engine.api import (
    Cancel,
    ChatMessage,
    CountTokens,
    Devices,
    EngineError,
    ErrorCode,
    ForgetConversation,
    Generate,
    KeepOnDisk,
    ListDevices,
    LoadModel,
    ModelLoaded,
    PrefillPrompt,
    PromptPrefilled,
    Role,
    StopReason,
    TextDelta,
    ThinkingOptions,
    TokenCount,
    Usage,
)
from app.ipc.framing import encode_frame
from app.system.paths import starter_model
from tests.helpers.engine_process import GREEDY, MODELS, EngineProcess, assistant, fresh_id, user

OFF = ThinkingOptions(enabled=False)
COUNT = "Count from 1 to 200."
SUM = "What is 347 + 268 + 119?"
SEA = "The sea is wide. "
KEY = "00" * 32


def counted(engine: EngineProcess, *messages: ChatMessage) -> TokenCount:
    """Count a prompt."""
    event = engine.request(CountTokens(messages=[*messages], request_id=fresh_id()))
    assert isinstance(event, TokenCount)
    return event


# --- going on ---


@pytest.mark.parametrize("cut", [1, 7, 20])
def test_an_answer_that_was_cut_goes_on_exactly_where_it_was(engine: EngineProcess, cut: int) -> None:
    whole = engine.ask(COUNT, thinking=OFF)
    begun = engine.ask(COUNT, thinking=OFF, max_tokens=cut)
    assert begun.finished.stop_reason is StopReason.MAX_TOKENS
    rest = engine.ask(COUNT, thinking=OFF, continue_answer=begun.text)
    assert begun.text + rest.text == whole.text
    usage = rest.finished.usage
    assert usage.prompt_tokens - usage.reused_tokens <= 2, "nothing is read again"
    assert usage.answer_tokens == whole.finished.usage.answer_tokens - cut


def test_an_answer_with_thoughts_goes_on_after_a_restart(engine: EngineProcess) -> None:
    """From its text alone: the tokens that it was written with are gone with the other conversation."""
    whole = engine.ask(SUM)
    begun = engine.ask(SUM, max_tokens=3)
    assert engine.ask("Hello", thinking=OFF).text
    rest = engine.ask(SUM, continue_answer=begun.text, continue_thinking=begun.thinking)
    assert begun.text + rest.text == whole.text
    assert rest.thinking == ""
    assert rest.finished.usage.thinking_tokens == 0


def test_half_a_character_is_not_shown_and_comes_whole_afterwards(engine: EngineProcess) -> None:
    question = "Repeat after me: 🦄🦄 你好"
    whole = engine.ask(question, thinking=OFF)
    for cut in range(1, whole.finished.usage.answer_tokens):
        begun = engine.ask(question, thinking=OFF, max_tokens=cut)
        assert "\ufffd" not in begun.text
        rest = engine.ask(question, thinking=OFF, continue_answer=begun.text) if begun.text else whole
        assert begun.text + rest.text == whole.text


def test_a_stopped_answer_stays_in_memory_until_something_else_is_asked(engine: EngineProcess) -> None:
    request = engine.start(COUNT, thinking=OFF)
    begun = engine.wait_for(TextDelta, request)
    engine.send(Cancel(target=request))
    stopped = engine.collect(request)
    assert stopped.finished.stop_reason is StopReason.CANCELLED
    rest = engine.ask(COUNT, thinking=OFF, continue_answer=begun.text + stopped.text)
    assert begun.text + stopped.text + rest.text == engine.ask(COUNT, thinking=OFF).text
    usage = rest.finished.usage
    assert usage.prompt_tokens - usage.reused_tokens <= 2


# --- counting ---


def test_tokens_are_counted_while_an_answer_is_written(engine: EngineProcess) -> None:
    request = engine.start("Find the largest prime number.")
    engine.wait_for(TextDelta, request)
    count = engine.send(CountTokens(messages=[user("Hello")], request_id=fresh_id()))
    assert isinstance(engine.collect(count).events[-1], TokenCount), "before the answer is over"
    engine.send(Cancel(target=request))
    assert engine.collect(request).finished.stop_reason is StopReason.CANCELLED


@pytest.mark.parametrize(
    "messages",
    [
        [user("Hello")],
        [ChatMessage(Role.SYSTEM, "Be brief."), user("Hello"), assistant("Hi.", "They greet me."), user(" \n So? \n")],
        [user("a <|im_end|> b"), assistant("</think> c"), user("")],
    ],
)
def test_the_counts_of_the_messages_are_those_of_the_prompt(engine: EngineProcess, messages: list[ChatMessage]) -> None:
    count = counted(engine, *messages)
    assert len(count.per_message) == len(messages)
    assert sum(count.per_message) == count.tokens
    assert all(one > 0 for one in count.per_message)
    usage = engine.ask(messages, max_tokens=1).finished.usage
    assert count.tokens == usage.prompt_tokens


def test_a_count_that_is_asked_with_the_load_waits_for_the_model(tmp_path: Path) -> None:
    with EngineProcess(tmp_path) as engine:
        early = engine.request(CountTokens(text="Hello", request_id=fresh_id()))
        assert isinstance(early, EngineError)
        assert early.code is ErrorCode.NO_MODEL
        load = LoadModel(path=str(starter_model()), request_id=fresh_id())
        count = CountTokens(text="Hello", request_id=fresh_id())
        engine.send_bytes(encode_frame(load) + encode_frame(count))
        assert isinstance(engine.collect(load.request_id).events[-1], ModelLoaded)
        assert isinstance(engine.collect(count.request_id).events[-1], TokenCount)


# --- reading ahead ---


def prefill(engine: EngineProcess, *messages: ChatMessage, conversation: str = "") -> PromptPrefilled:
    """Have it read, and wait for it."""
    command = PrefillPrompt(
        messages=[*messages], thinking_enabled=False, conversation=conversation, request_id=fresh_id()
    )
    engine.send(command)
    return engine.wait_for(PromptPrefilled, command.request_id)


def test_attachments_are_read_before_the_question_comes(engine: EngineProcess) -> None:
    document = "<<<DOCUMENT>>>\n" + SEA * 200 + "\n<<<END>>>\n\n"
    done = prefill(engine, user(document))
    assert done.complete
    usage = engine.ask(document + "Hello", thinking=OFF, max_tokens=2).finished.usage
    assert usage.prompt_tokens > 800
    assert usage.prompt_tokens - usage.reused_tokens < 16


def test_reading_ahead_makes_way_and_goes_on_after_what_is_no_job(engine: EngineProcess) -> None:
    engine.ask("Hello", thinking=OFF)
    long = user("A " + SEA * 500)
    first = PrefillPrompt(messages=[long], thinking_enabled=False, request_id=fresh_id())
    engine.send_bytes(encode_frame(first) + encode_frame(ListDevices(request_id=fresh_id())))
    assert engine.wait_for(PromptPrefilled, first.request_id).complete
    second = PrefillPrompt(messages=[user("B " + SEA * 500)], thinking_enabled=False, request_id=fresh_id())
    ask = Generate(messages=[user("Hello")], thinking=OFF, sampling=GREEDY, request_id=fresh_id())
    engine.send_bytes(encode_frame(second) + encode_frame(ask))
    assert not engine.wait_for(PromptPrefilled, second.request_id).complete
    assert engine.collect(ask.request_id).finished.stop_reason is StopReason.END


def test_a_job_waits_for_one_that_was_cancelled(engine: EngineProcess) -> None:
    request = engine.start("Find the largest prime number.")
    engine.wait_for(TextDelta, request)
    ask = Generate(messages=[user(SUM)], sampling=GREEDY, request_id=fresh_id())
    engine.send_bytes(encode_frame(Cancel(target=request)) + encode_frame(ask))
    assert engine.collect(request).finished.stop_reason is StopReason.CANCELLED
    assert "734" in engine.collect(ask.request_id).text


# --- on disk ---


def keep(engine: EngineProcess, folder: Path) -> None:
    """Have it keep what it reads, without waiting long."""
    engine.send(KeepOnDisk(folder=str(folder), key=KEY, max_bytes=1 << 30, rest_seconds=0.1, always=True))
    engine.load()


def ask_long(engine: EngineProcess, conversation: str) -> Usage:
    """Ask a long question."""
    answer = engine.ask(SEA * 250 + "What is it?", thinking=OFF, max_tokens=2, conversation=conversation)
    return answer.finished.usage


def wait_for_file(engine: EngineProcess, folder: Path) -> Path:
    """Wait until something was written down."""
    for _ in range(600):
        if found := list(folder.glob("*.kept")):
            return found[0]
        engine.wait_until_idle()
    raise AssertionError(f"nothing was kept; log:\n{engine.log[-2000:]}")


def test_a_conversation_is_fetched_from_disk_after_a_restart_and_a_damaged_file_is_not(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "kept"
    with EngineProcess(home) as engine:
        keep(engine, folder)
        first = ask_long(engine, "one")
        assert first.prompt_tokens > 1000
        assert first.reused_tokens == 0
        file = wait_for_file(engine, folder)
    assert b"The sea" not in file.read_bytes()
    with EngineProcess(home) as engine:
        keep(engine, folder)
        engine.ask("Hello", thinking=OFF)
        assert ask_long(engine, "one").reused_tokens == first.prompt_tokens - 1
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with EngineProcess(home) as engine:
        keep(engine, folder)
        assert ask_long(engine, "one").reused_tokens == 0
        assert "damaged" in engine.log
        wait_for_file(engine, folder)
        engine.send(ForgetConversation(conversation=""))
        engine.request(ListDevices(request_id=fresh_id()))
        assert not list(folder.glob("*.kept"))


def test_a_small_model_is_read_again_rather_than_kept(tmp_path: Path) -> None:
    with EngineProcess(tmp_path / "home") as engine:
        folder = tmp_path / "kept"
        engine.send(KeepOnDisk(folder=str(folder), key=KEY, max_bytes=1 << 30, rest_seconds=0.0))
        engine.load(MODELS / "qwen3moe-tiny-hybrid-Q8_0.gguf")
        engine.ask("Hello", thinking=OFF, conversation="one")
        engine.wait_until_idle()
        assert isinstance(engine.request(ListDevices(request_id=fresh_id())), Devices)
        assert not folder.exists()
