"""The bookkeeping of what a context holds: after anything, it equals what a fresh context would hold."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.prompt_cache import DecodeError, DecodeStatus, PromptCache, common_prefix, even_slice
from app.engine.reading_costs import TOGETHER, ReadingCosts
from app.gguf.shape import LayerShape, ModelShape
from tests.helpers.list_context import ForwardOnlyContext, ListContext, ids


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


def state_of(*tokens: int) -> bytearray:
    """What a context says that holds these tokens."""
    context = ListContext()
    PromptCache(context).read(ids(*tokens), always)
    return context.state()


@given(tokens_strategy, tokens_strategy, tokens_strategy.filter(len))
def test_a_restored_context_goes_on_as_if_it_had_read(before: array[int], kept: array[int], wanted: array[int]) -> None:
    context = ListContext()
    cache = PromptCache(context)
    cache.read(before, always)
    assert cache.restore(kept, state_of(*kept))
    assert context.held == cache.tokens.tolist() == kept.tolist()
    cache.read(wanted[cache.reuse(wanted) :], always)
    assert context.held == cache.tokens.tolist() == wanted.tolist()


def test_the_restored_tokens_are_a_copy() -> None:
    kept, cache = ids(1, 2), PromptCache(ListContext())
    assert cache.restore(kept, state_of(1, 2))
    cache.append(3)
    assert kept == ids(1, 2)


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (ids(1, 2), bytearray(b"not a state")),
        (ids(1, 2), bytearray()),
        (ids(*range(7)), state_of(*range(7))),  # of a longer context
        (ids(1, 2, 3), state_of(1, 2)),  # not of these tokens: one too few
        (ids(1), state_of(1, 2)),
    ],
    ids=["another format", "empty", "too long", "fewer tokens", "more tokens"],
)
def test_a_state_that_does_not_fit_leaves_nothing_held(said: array[int], state: bytearray) -> None:
    context = ListContext(size=6)
    cache = PromptCache(context)
    cache.read(ids(1, 2, 9), always)
    assert not cache.restore(said, state)
    assert context.held == cache.tokens.tolist() == []
    assert cache.reuse(ids(1, 2, 9)) == 0, "everything is read anew"


LONG = array("i", range(300))
SLOW_ALONE, HEAVY = ReadingCosts(weights=1, attention=1), ReadingCosts(weights=10**9, attention=1)


def test_a_short_batch_takes_along_what_is_before_it() -> None:
    context = ListContext(size=400, batch=128)
    cache = PromptCache(context, SLOW_ALONE)
    cache.read(LONG[:200], always)
    context.slices.clear()
    assert cache.read(LONG[200:220], lambda done: done == 0) is DecodeStatus.OK
    assert context.slices == [TOGETHER]
    assert cache.tokens == LONG[:220]
    assert context.held == LONG[:220].tolist()


@pytest.mark.parametrize(
    ("held", "new", "batch", "costs"),
    [(200, TOGETHER, 128, SLOW_ALONE), (200, 1, 128, SLOW_ALONE), (40, 20, 128, SLOW_ALONE), (200, 20, 32, SLOW_ALONE),
     (200, 20, 128, HEAVY), (200, 20, 128, None)],
    ids=["long enough", "one token", "little is held", "small batches", "heavy weights", "fast anyway"],
)  # fmt: skip
def test_nothing_is_read_again_in_vain(held: int, new: int, batch: int, costs: ReadingCosts | None) -> None:
    context = ListContext(size=400, batch=batch)
    cache = PromptCache(context, costs)
    cache.read(LONG[:held], always)
    context.slices.clear()
    cache.read(LONG[held : held + new], always)
    assert context.slices == [new]


def test_a_model_that_cannot_go_back_a_part_reads_a_short_batch_as_it_is() -> None:
    context = ForwardOnlyContext(size=400, batch=128)
    cache = PromptCache(context, SLOW_ALONE)
    cache.read(LONG[:200], always)
    assert cache.read(LONG[200:220], always) is DecodeStatus.OK
    assert context.held == cache.tokens.tolist() == LONG[:220].tolist()


def test_of_experts_only_those_that_a_token_meets_are_multiplied() -> None:
    shape = ModelShape(
        name="", architecture="", quantization="", file_bytes=0, parts=1, parameters=1000, embedding_bytes=0,
        layers=[LayerShape(dense_bytes=200, expert_bytes=800, kv_heads=2), LayerShape(dense_bytes=0)],
        output_bytes=0, other_bytes=0, tied=False, context_trained=0, embedding_length=0, feed_forward_length=0,
        vocabulary=0, heads=4, key_length=64, value_length=64, experts=8, experts_used=2,
    )  # fmt: skip
    assert ReadingCosts.of(shape) == ReadingCosts(weights=400, attention=256)
