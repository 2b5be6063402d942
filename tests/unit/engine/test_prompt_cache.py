"""The bookkeeping of what a context holds: after anything, it equals what a fresh context would hold."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from app.engine.prompt_cache import DecodeError, DecodeStatus, PromptCache, common_prefix, even_slice


def ids(*values: int) -> array[int]:
    """Tokens."""
    return array("i", values)


class ListContext:
    """A context that really holds tokens, in a list; it aborts, fills up and fails as told."""

    def __init__(self, size: int = 100, batch: int = 4) -> None:
        self.size, self.batch = size, batch
        self.held: list[int] = []
        self.slices: list[int] = []
        self.abort_at: int | None = None
        self.fatal = False

    def decode(self, tokens: array[int]) -> int:
        """Take tokens, one by one up to an abort."""
        assert 0 < len(tokens) <= self.batch
        self.slices.append(len(tokens))
        if self.fatal:
            return -3
        for token in tokens:
            if self.abort_at == len(self.held):
                return DecodeStatus.ABORTED
            if len(self.held) == self.size:
                return DecodeStatus.NO_ROOM
            self.held.append(token)
        return DecodeStatus.OK

    def decode_one(self, token: int) -> int:
        """Take one."""
        return self.decode(ids(token))

    def length(self) -> int:
        """How many are held."""
        return len(self.held)

    def keep(self, count: int) -> bool:
        """Go back."""
        del self.held[count:]
        return True

    def clear(self) -> None:
        """Forget."""
        self.held.clear()


class ForwardOnlyContext(ListContext):
    """Like a model with recurrent layers: it cannot go back a part of the way."""

    @override
    def keep(self, count: int) -> bool:
        return False


def always(_done: int) -> bool:
    return True


tokens_strategy = st.lists(st.integers(0, 3), max_size=20).map(lambda values: array("i", values))


@given(tokens_strategy, tokens_strategy)
def test_common_prefix(first: array[int], second: array[int]) -> None:
    expected = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    assert common_prefix(first, second) == (min(len(first), len(second)) if expected is None else expected)


@given(st.lists(tokens_strategy.filter(len), max_size=8), st.sampled_from([ListContext, ForwardOnlyContext]))
def test_any_sequence_of_prompts_leaves_exactly_the_last(prompts: list[array[int]], kind: type[ListContext]) -> None:
    context = kind()
    cache = PromptCache(context)
    for prompt in prompts:
        reused = cache.reuse(prompt)
        assert reused < len(prompt), "the last token is read, for its logits"
        assert cache.read(prompt[reused:], always) is DecodeStatus.OK
        assert context.held == cache.tokens.tolist() == prompt.tolist()


def test_the_next_turn_reads_only_what_is_new() -> None:
    context = ListContext()
    cache = PromptCache(context)
    cache.read(ids(1, 2, 3, 4, 5), always)
    assert cache.reuse(ids(1, 2, 3, 9, 9, 9)) == 3
    assert context.held == [1, 2, 3]


def test_reading_ahead_may_keep_everything() -> None:
    cache = PromptCache(ListContext())
    cache.read(ids(1, 2, 3), always)
    assert cache.reuse(ids(1, 2, 3), leave=0) == 3
    assert cache.reuse(ids(1, 2, 3)) == 2


def test_prompts_are_read_in_slices_that_can_be_stopped() -> None:
    context = ListContext(batch=4)
    cache = PromptCache(context)
    assert cache.read(ids(*range(10)), lambda done: done < 8) is DecodeStatus.ABORTED
    assert context.slices == [4, 4]
    assert cache.tokens.tolist() == context.held == list(range(8))


@given(st.integers(0, 9))
def test_an_abort_in_a_slice_keeps_what_was_read(at: int) -> None:
    context = ListContext(batch=4)
    context.abort_at = at
    cache = PromptCache(context)
    assert cache.read(ids(*range(10)), always) is DecodeStatus.ABORTED
    assert cache.tokens.tolist() == context.held == list(range(at))


def test_a_full_context_says_so() -> None:
    cache = PromptCache(ListContext(size=3, batch=1))
    assert cache.read(ids(1, 2, 3), always) is DecodeStatus.OK
    assert cache.room == 0
    assert cache.append(4) is DecodeStatus.NO_ROOM
    assert cache.tokens.tolist() == [1, 2, 3]


def test_a_failed_context_is_emptied() -> None:
    context = ListContext()
    cache = PromptCache(context)
    cache.read(ids(1, 2), always)
    context.fatal = True
    with pytest.raises(DecodeError):
        cache.append(3)
    assert context.held == cache.tokens.tolist() == []


@pytest.mark.parametrize(("count", "batch", "slices"), [(1, 256, 1), (256, 256, 1), (257, 256, 2), (1000, 256, 4)])
def test_a_prompt_is_read_in_even_slices(count: int, batch: int, slices: int) -> None:
    size = even_slice(count, batch)
    assert size <= batch
    assert -(-count // size) == slices
    assert size - (count - size * (slices - 1)) < slices  # the last one is short by a token or so at most
