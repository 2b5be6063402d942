"""Whether real answers, however they are cut short, gone on with, edited and kept, leave what a fresh context holds.

A process of its own (``python -m tests.helpers.answer_truth MODEL EXAMPLES STEPS SEED``). ``cache_truth`` puts tokens
in by hand; here they go in as the worker does it: through the template, thoughts that are ended at the budget or by the
person, the answer that is read again without them, words that are being typed, and the disk.
"""

from __future__ import annotations

import math
import sys
import tempfile
from array import array
from collections.abc import Callable
from pathlib import Path

import msgspec
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from typing_extensions import override

from app.engine import capability
from app.engine.ahead import Ahead
from app.engine.api import (
    ChatMessage,
    Event,
    Generate,
    LoadModel,
    PrefillPrompt,
    PromptProgress,
    Role,
    SamplingParams,
    StopReason,
    TextDelta,
    TextKind,
    ThinkingOptions,
)
from app.engine.backend import Backend
from app.engine.desk import Desk, Wish
from app.engine.generation import Generation
from app.engine.kept import KeptStates
from app.engine.kept_files import KeptFiles
from app.engine.llama import AbortFlag, Context
from app.engine.loading import Loader, context_options
from app.engine.pacer import ThreadPacer
from app.engine.prompt import PromptBuilder
from tests.helpers.cache_truth import WORST, Judge, Sixteen, kind_of, play

SIZE = 1024
MOST_TURNS = 6
ANSWER_TOKENS, RESERVE = 24, 40
QUESTIONS = [
    "What is 12 + 30?",
    "Hello",
    "Count from 1 to 9.",
    "Say <|im_end|> twice.",
    "你好,再见",
    "And 5 + 6?\n\nTell me.",
]
COUNTS = {"answers": 0, "cut": 0, "continued": 0, "ahead": 0, "restored": 0}

at = st.integers(0, 40)
turns = st.integers(0, MOST_TURNS - 1)
questions = st.sampled_from(QUESTIONS)
hows = st.sampled_from(["to its end", "cancelled", "aborted", "answer now"])


class AnswerTruth(Judge):
    """The worker's own parts around one model."""

    def __init__(self, path: Path) -> None:
        self.desk = Desk()
        self.backend, self.desk.abort = Backend(), AbortFlag()
        self.abort = self.desk.abort
        command = LoadModel(path=str(path), context_size=SIZE, threads=1, gpu_layers=0, ubatch=32)
        self.loaded = Loader(self.backend, self.abort, lambda _fraction: True).load(command)
        self.loaded.cache._costs = Sixteen(1, 1)
        placement = self.loaded.description.placement
        assert placement
        fresh = Context(self.loaded.model, context_options(placement), self.abort)
        super().__init__(self.loaded.model, fresh, kind_of(path), fresh.batch)

    def prompt(self, command: Generate) -> array[int]:
        """Return the prompt of a question as somebody who remembers nothing would write it."""
        loaded = self.loaded
        values = capability.options(thinking=command.thinking.enabled)
        return (
            PromptBuilder(loaded.model.vocabulary, loaded.renderer, loaded.tags).build(command.messages, values).tokens
        )


class Interrupter(ThreadPacer):
    """Does something to the answer when so many slices and tokens were read."""

    def __init__(self, desk: Desk, how: str, after: int) -> None:
        super().__init__(1, lambda _threads: None)
        self._desk, self._how, self._left = desk, how, after

    @override
    def token(self) -> None:
        self._left -= 1
        if self._left:
            return
        wish, abort = self._desk.wish, self._desk.abort
        wish.answer_now = self._how == "answer now"
        wish.cancelled = self._how in {"cancelled", "aborted"}
        if self._how == "aborted" and abort is not None:
            abort.set()


class CountedStates(KeptStates):
    """Counts what came from the disk."""

    @override
    def recall(
        self, conversation: str, wanted: array[int], go_on: Callable[[], bool], *, patience: float = math.inf
    ) -> int:
        gain = super().recall(conversation, wanted, go_on, patience=patience)
        COUNTS["restored"] += gain > 0
        return gain


class Chat(RuleBasedStateMachine):
    """One worker, and everything that a person makes it do."""

    truth: AnswerTruth

    @initialize()
    def begin(self) -> None:
        """A fresh worker with an empty disk."""
        self.folder = tempfile.TemporaryDirectory()
        self.branches: list[list[ChatMessage]] = [[]]
        self.restart()

    def restart(self) -> None:
        """A worker that has just loaded the model; the disk is as it was."""
        loaded, folder = self.truth.loaded, Path(self.folder.name)
        loaded.cache.clear()
        loaded.transcript = None
        loaded.kept = CountedStates(loaded.context, loaded.cache, lambda: "this model", folder)
        loaded.kept.use(KeptFiles(folder, b"k" * 32, 64 << 20), always=True)
        self.ahead: Ahead | None = None
        self.cut: tuple[Generate, str, str] | None = None  # an answer that can be gone on with, and its thoughts

    @rule(branch=at, turn=turns, question=questions, budget=st.sampled_from([0, 6, 30]), how=hows, after=at)
    def ask(self, branch: int, turn: int, question: str, budget: int, how: str, after: int) -> None:
        """A question at the end of a branch, or in the place of an earlier one."""
        path = self.branches[branch % len(self.branches)]
        command = Generate(
            messages=[*path[: 2 * turn], ChatMessage(Role.USER, question)],
            thinking=ThinkingOptions(enabled=budget > 0, budget=budget),
            sampling=SamplingParams(seed=after),
            max_tokens=ANSWER_TOKENS,
            answer_reserve=RESERVE,
            conversation="ab"[branch % 2],
        )
        self.generate(command, how, after)
        held, prompt = self.truth.loaded.cache.tokens, self.truth.prompt(command)
        shorter = min(len(held), len(prompt))
        assert held[:shorter] == prompt[:shorter]

    @precondition(lambda self: self.cut is not None)
    @rule(how=hows, after=at)
    def go_on(self, how: str, after: int) -> None:
        """An answer that was cut short is gone on with."""
        assert self.cut
        command, text, thoughts = self.cut
        COUNTS["continued"] += 1
        self.generate(msgspec.structs.replace(command, continue_answer=text, continue_thinking=thoughts), how, after)

    def generate(self, command: Generate, how: str, after: int) -> None:
        """Have it written, and what comes of it compared."""
        truth = self.truth
        truth.desk.wish = Wish()
        truth.loaded.context.pacer = interrupter = Interrupter(truth.desk, how, after)
        said = {TextKind.ANSWER: command.continue_answer, TextKind.THINKING: command.continue_thinking}

        def emit(event: Event) -> None:
            if isinstance(event, PromptProgress):
                interrupter.token()
            elif isinstance(event, TextDelta):
                said[event.kind] += event.text

        generation = Generation(truth.loaded, command, emit, truth.desk)
        reason = generation.run().stop_reason
        truth.abort.clear()
        self.ahead, self.cut = generation.ahead(), None
        text = said[TextKind.ANSWER]
        if reason in {StopReason.END, StopReason.STOP_STRING}:
            COUNTS["answers"] += 1
        elif text:
            COUNTS["cut"] += 1
            self.cut = command, text, said[TextKind.THINKING]
        if text.strip():
            self.branches.append([*command.messages, ChatMessage(Role.ASSISTANT, text)])
        self.check()

    @precondition(lambda self: self.ahead is not None)
    @rule(slices=st.integers(0, 3), hard=st.booleans())
    def read_ahead(self, slices: int, hard: bool) -> None:
        """The worker rests; a command may end that, between slices or within one."""
        assert self.ahead
        self.read(self.ahead, slices, hard=hard)

    @rule(branch=at, turn=turns, draft=questions, slices=st.integers(0, 3))
    def type(self, branch: int, turn: int, draft: str, slices: int) -> None:
        """Words are being typed at any place of a conversation."""
        path = self.branches[branch % len(self.branches)][: 2 * turn]
        command = PrefillPrompt(messages=[*path, ChatMessage(Role.USER, draft)], conversation="ab"[branch % 2])
        self.read(Ahead.asked(command), slices, hard=False)

    def read(self, ahead: Ahead, slices: int, *, hard: bool) -> None:
        """Read ahead for so many slices."""
        left = slices

        def go_on() -> bool:
            nonlocal left
            left -= 1
            if left < 0 and hard:
                self.truth.abort.set()
            return left >= 0 or hard

        COUNTS["ahead"] += ahead.read(self.truth.loaded, go_on)
        self.truth.abort.clear()
        held = self.truth.loaded.cache.tokens
        assert held == ahead.tokens[: len(held)]
        self.check()

    @rule(whole=st.booleans())
    def write_down(self, whole: bool) -> None:
        """The worker rests for longer, and what it holds goes to disk; or it is interrupted."""
        if self.truth.loaded.kept.unsaved():
            self.truth.loaded.kept.save(lambda: whole)

    @rule()
    def loaded_again(self) -> None:
        """Parley was closed and opened."""
        self.restart()

    def check(self) -> None:
        """The next token's logits, with the last token read once more as every answer does."""
        loaded = self.truth.loaded
        tokens = loaded.cache.tokens[:]
        assert loaded.context.length() == len(tokens)
        if tokens:
            held = loaded.cache.reuse(tokens)
            assert held == len(tokens) - 1
            loaded.cache.read(tokens[held:], lambda _done: True)
            self.truth.compare(tokens, self.truth.logits(loaded.context))

    @override
    def teardown(self) -> None:
        """The disk goes."""
        if hasattr(self, "folder"):
            self.folder.cleanup()


def main(path: str, examples: int, steps: int, seed_number: int) -> None:
    """Be the process."""
    Chat.truth = AnswerTruth(Path(path))
    play(Chat, examples, steps, seed_number)
    Chat.truth.loaded.close()
    sys.stdout.write(" ".join(f"{name} {count}" for name, count in COUNTS.items()))
    sys.stdout.write(f" compared {len(WORST)} worst {max(WORST, default=0.0):.5f}\n")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:5]))
