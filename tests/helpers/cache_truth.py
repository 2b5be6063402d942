"""Whether a context that was written, cut, interrupted and fetched from disk still computes what a fresh one would.

A process of its own (``python -m tests.helpers.cache_truth MODEL SLICE EXAMPLES STEPS SEED``): llama.cpp never runs in
the tests' process. Hypothesis plays with the real context through everything that the worker does to it, and asks after
each step for the logits of the next token, as a fresh context gives them for the same tokens.

How equal? Read token by token (SLICE 1, one thread) both compute the same sums in the same order: bit by bit. Read in
slices, the same tokens are multiplied in other groups when they were read in other slices: the last bits differ, and
with experts a router's choice may tip over them. Then the logits may differ by TOLERANCE of their spread, and the
likeliest token must be the same wherever it is ahead of the next by more than that.
"""

from __future__ import annotations

import ctypes
import sys
import tempfile
from array import array
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from typing_extensions import override

from app.engine.backend import Backend
from app.engine.kept import KeptStates
from app.engine.kept_files import KeptFiles
from app.engine.llama import AbortFlag, Context, Model, bindings
from app.engine.llama_options import ContextOptions, ModelOptions
from app.engine.prompt_cache import DecodeStatus, PromptCache
from app.engine.reading_costs import ReadingCosts

SIZE = 256
TOLERANCE = {"qwen3": 0.001, "qwen3moe": 0.008}
"""Of the spread of the logits, by kind. Seen: 0.0000 and 0.004; two tokens in the wrong order: 0.009 or more."""

WORDS = 12
STORIES = [[(number * number * factor + number // 7) % WORDS for number in range(180)] for factor in (1, 5, 7)]
"""Conversations: a branch goes along with one for a while and ends with words of its own."""

branches = st.tuples(
    st.sampled_from(STORIES), st.integers(0, 180), st.lists(st.integers(0, WORDS - 1), min_size=1, max_size=12)
).map(lambda drawn: [*drawn[0][: drawn[1]], *drawn[2]])
conversations = st.sampled_from(["a", "b"])


class Judge:
    """A model and a fresh context of it to compare with."""

    def __init__(self, model: Model, fresh: Context, kind: str, size_of_slice: int) -> None:
        self.model, self.fresh, self.kind, self.slice = model, fresh, kind, size_of_slice

    def logits(self, context: Context) -> array[float]:
        """Return the logits of the token that was read last."""
        pointer = bindings().llama_get_logits_ith(context.handle, -1)
        return array("f", ctypes.cast(pointer, ctypes.POINTER(ctypes.c_float))[: self.model.vocabulary.size])

    def expected(self, tokens: array[int]) -> array[float]:
        """Return what a context that never saw anything else says after ``tokens``."""
        self.fresh.clear()
        cache = PromptCache(self.fresh)
        for part in (tokens[:-1], tokens[-1:]):
            assert cache.read(part, lambda _done: True) is DecodeStatus.OK
        return self.logits(self.fresh)

    def compare(self, tokens: array[int], got: array[float]) -> None:
        """Fail when the two differ by more than what their order of summing explains."""
        expected = self.expected(tokens)
        if self.slice == 1:
            WORST.append(0.0)
            assert got == expected, f"not the same bits: {max(abs(a - b) for a, b in zip(got, expected, strict=True))}"
            return
        allowed = TOLERANCE[self.kind] * (max(expected) - min(expected))
        worst = max(abs(a - b) for a, b in zip(got, expected, strict=True))
        WORST.append(worst / (max(expected) - min(expected)))
        assert worst <= allowed, f"{worst} of {max(expected) - min(expected)}"
        first, second = sorted(expected, reverse=True)[:2]
        if first - second > 2 * allowed:
            assert got.index(max(got)) == expected.index(first)


class Sixteen(ReadingCosts, frozen=True):
    """Fills short batches up to 16: with 64 llama.cpp's attention sums in another way, and logits differ by 0.01."""

    @override
    def again(self, new: int, held: int) -> int:
        return 16 - new if 1 < new < 16 <= held else 0


WORST: list[float] = []
RESTORED: list[int] = []


class Truth(Judge):
    """The model, the words that are read, and contexts."""

    def __init__(self, path: Path, size_of_slice: int) -> None:
        self.backend = Backend()
        self.abort = AbortFlag()
        model = Model(path, ModelOptions())
        super().__init__(model, self._context(model, size_of_slice), kind_of(path), size_of_slice)
        self.words = model.vocabulary.tokenize("the cat sat on a mat and saw red one two sea", special=False)[:WORDS]
        assert len(self.words) == WORDS

    def context(self) -> Context:
        """Make a context."""
        return self._context(self.model, self.slice)

    def _context(self, model: Model, size_of_slice: int) -> Context:
        return Context(model, ContextOptions(SIZE, size_of_slice, threads=1), self.abort)


def kind_of(path: Path) -> str:
    """Return the kind of one of the tests' models."""
    return "qwen3moe" if "moe" in path.name else "qwen3"


class Machine(RuleBasedStateMachine):
    """One context and everything that the worker does to it."""

    truth: Truth

    @initialize()
    def begin(self) -> None:
        """A fresh worker."""
        self.folder = tempfile.TemporaryDirectory()
        self.context = self.truth.context()
        self.files = KeptFiles(Path(self.folder.name), b"k" * 32, 64 << 20)
        self.restart()

    def restart(self) -> None:
        """A worker that has just loaded the model; the disk is as it was."""
        self.context.clear()
        self.cache = PromptCache(self.context, Sixteen(1, 1))
        self.kept = KeptStates(self.context, self.cache, lambda: "this model", Path(self.folder.name))
        self.kept.use(self.files)

    @rule(branch=branches, conversation=conversations, drawn=st.integers(0, 6))
    def answer(self, branch: list[int], conversation: str, drawn: int) -> None:
        """A question at the end of any branch, edited or not, and a few tokens of its answer."""
        wanted = self.wanted(branch, conversation)
        reused = self.cache.reuse(wanted)
        assert reused < len(wanted)
        assert self.cache.read(wanted[reused:], lambda _done: True) is DecodeStatus.OK
        assert self.cache.tokens == wanted
        for number in range(drawn):
            assert self.cache.append(self.truth.words[number % WORDS]) is DecodeStatus.OK
        self.check()

    @rule(branch=branches, conversation=conversations, after=st.integers(0, 60), hard=st.booleans())
    def cancelled(self, branch: list[int], conversation: str, after: int, hard: bool) -> None:
        """A prompt whose reading is stopped, between slices or within one (llama.cpp's abort)."""
        wanted = self.wanted(branch, conversation)
        reused = self.cache.reuse(wanted)
        status = self.cache.read(wanted[reused:], self.stop_after(after, hard=hard))
        self.truth.abort.clear()
        assert status in {DecodeStatus.OK, DecodeStatus.ABORTED}
        assert self.cache.tokens == wanted[: len(self.cache.tokens)]
        self.check()

    def stop_after(self, after: int, *, hard: bool) -> Callable[[int], bool]:
        """Return a callback that ends the reading after so many tokens."""

        def go_on(done: int) -> bool:
            if done >= after and hard:
                self.truth.abort.set()
            return done < after or hard

        return go_on

    @rule(branch=branches, conversation=conversations)
    def read_ahead(self, branch: list[int], conversation: str) -> None:
        """What the next turn begins with, all of it reusable."""
        wanted = self.wanted(branch, conversation)
        reused = self.cache.reuse(wanted, leave=0)
        assert self.cache.read(wanted[reused:], lambda _done: True) is DecodeStatus.OK
        assert self.cache.tokens == wanted
        self.check()

    @precondition(lambda self: bool(self.cache.tokens))
    @rule(whole=st.booleans())
    def write_down(self, whole: bool) -> None:
        """The worker rests, and what it holds goes to disk; or it is interrupted."""
        self.cache.seconds_per_token = 1.0  # as slow as the slowest: worth keeping, whatever it is
        self.kept.save(lambda: whole)

    @rule()
    def loaded_again(self) -> None:
        """Parley was closed and opened."""
        self.restart()

    def wanted(self, branch: list[int], conversation: str) -> array[int]:
        """Return a branch's tokens, with what the disk has of them in the context."""
        tokens = array("i", [self.truth.words[number] for number in branch])
        self.cache.seconds_per_token = 1.0  # as slow as the slowest: the disk is worth it, whatever it has
        RESTORED.append(self.kept.recall(conversation, tokens, lambda: True))
        return tokens

    def check(self) -> None:
        """The next token's logits, with the last token read once more as every answer does."""
        tokens = self.cache.tokens[:]
        assert self.context.length() == len(tokens)
        if not tokens:
            return
        held = self.cache.reuse(tokens)
        assert held == len(tokens) - 1
        assert self.cache.read(tokens[held:], lambda _done: True) is DecodeStatus.OK
        self.truth.compare(tokens, self.truth.logits(self.context))

    @override
    def teardown(self) -> None:
        """Free it."""
        if hasattr(self, "context"):
            self.context.close()
            self.folder.cleanup()


def main(path: str, size_of_slice: int, examples: int, steps: int, seed_number: int) -> None:
    """Be the process."""
    Machine.truth = Truth(Path(path), size_of_slice)
    play(Machine, examples, steps, seed_number)
    restored = sum(gain > 0 for gain in RESTORED)
    sys.stdout.write(f"restored {restored} compared {len(WORST)} worst {max(WORST, default=0.0):.5f}\n")


def play(machine: type[RuleBasedStateMachine], examples: int, steps: int, seed_number: int) -> None:
    """Let Hypothesis play."""
    quiet = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[
            Phase.generate
        ],  # a failure is told as found: making it smaller took minutes, and the test its deadline
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(seed_number)(machine), settings=quiet)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:6]))
