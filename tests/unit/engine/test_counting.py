"""Counting beside an answer: every piece once, and an answer to every question."""

from __future__ import annotations

import queue
import threading
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from app.engine import counting
from app.engine.api import ChatMessage, CountTokens, EngineError, ErrorCode, Event, Role
from app.engine.counting import Counter, SegmentCounts
from app.engine.prompt import PromptBuilder
from tests.helpers.engine_process import assistant, user
from tests.unit.engine.test_prompt import TAGS, CharacterVocabulary, PlainRenderer

SECONDS = 60.0


class CountingVocabulary(CharacterVocabulary):
    """Knows how many characters it was ever asked for."""

    asked = 0

    @override
    def tokenize(self, text: str, *, special: bool) -> array[int]:
        self.asked += len(text)
        return super().tokenize(text, special=special)


class Counted:
    """The counts of one model."""

    def __init__(self, first: int | None = None) -> None:
        self.vocabulary = CountingVocabulary(first)
        self.prompts = PromptBuilder(self.vocabulary, PlainRenderer(), TAGS)
        self.counts = SegmentCounts(self.prompts)

    def count(self, *messages: ChatMessage) -> list[int]:
        """The tokens of each message."""
        return self.counts.count(self.prompts.segments(list(messages), {}))

    def built(self, *messages: ChatMessage) -> int:
        """The tokens of the prompt itself."""
        return len(self.prompts.build(list(messages), {}).tokens)


texts = st.text(st.sampled_from("ab \n<|>"), max_size=8) | st.sampled_from(["<|im_end|>", "<think>", "</think>x"])


@pytest.mark.parametrize("first", [None, 5])
@given(said=st.lists(texts, min_size=1, max_size=6))
def test_the_parts_are_the_whole(first: int | None, said: list[str]) -> None:
    turns = [user(text) if number % 2 == 0 else assistant(text) for number, text in enumerate(said)]
    counted = Counted(first)
    each = counted.count(*turns)
    assert len(each) == len(turns)
    assert sum(each) == counted.built(*turns)
    assert counted.count(*turns) == each, "remembered ones are the same"


def test_only_what_is_new_is_tokenised() -> None:
    counted = Counted()
    counted.count(user("a" * 5000), assistant("b" * 5000), user("c"))
    before = counted.vocabulary.asked
    counted.count(user("a" * 5000), assistant("b" * 5000), user("cd"))
    assert counted.vocabulary.asked - before < 100


def test_the_same_words_first_and_later_are_counted_apart() -> None:
    """Only the very first have the token with which a prompt begins before them."""
    counted = Counted(first=5)
    first, second, _ = counted.count(user("a"), user("a"), user("b"))
    assert first == second + 1


def test_what_was_used_longest_ago_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MAX_REMEMBERED", 3)
    counted = Counted()
    for text in ("b", "c", "b", "d"):
        counted.count(user("a" * 1000), user(text * 1000), user("e"))
    before = counted.vocabulary.asked
    counted.count(user("a" * 1000), user("d" * 1000), user("e"))
    assert counted.vocabulary.asked == before, "the last ones are known"
    counted.count(user("a" * 1000), user("c" * 1000), user("e"))
    assert counted.vocabulary.asked > before + 1000


def test_a_count_waits_until_the_model_is_there() -> None:
    """Whoever asks while a model loads is answered afterwards; here there is none then either."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    settled = threading.Semaphore(0)

    def settle() -> None:
        settled.acquire()

    counter = Counter(events.put, settle)
    threading.Thread(target=counter.serve, daemon=True).start()
    for number in range(3):
        counter.put(CountTokens(request_id=str(number), messages=[ChatMessage(Role.USER, "Hello")]))
    with pytest.raises(queue.Empty):
        events.get(timeout=0.1)
    for number in range(3):
        settled.release()
        event = events.get(timeout=SECONDS)
        assert isinstance(event, EngineError)
        assert (event.request_id, event.code) == (str(number), ErrorCode.NO_MODEL)
