"""Writes one answer: read the prompt, draw tokens, steer the thoughts, report."""

from __future__ import annotations

import time
from array import array

from app.engine import capability
from app.engine.ahead import Ahead
from app.engine.api import (
    ChatMessage,
    ErrorCode,
    Generate,
    GenerationFinished,
    PromptProgress,
    Role,
    StopReason,
    ThinkingOutcome,
    ThinkingSupport,
    Usage,
)
from app.engine.desk import Desk
from app.engine.llama import Sampler
from app.engine.loading import Loaded, Transcript
from app.engine.output import AnswerOutput, Emit
from app.engine.prompt import Prompt
from app.engine.prompt_cache import DecodeError, DecodeStatus
from app.engine.sampling import CANDIDATES, Sampling, effective
from app.engine.thinking import (
    EARLY_STOP,
    MAX_BROKEN,
    Injection,
    Limits,
    Phase,
    Step,
    ThinkingMachine,
    strip_early_stop,
)

SMALLEST_ROOM = 64
"""Tokens that a prompt must leave for its answer."""


BROKEN_OFF = frozenset({StopReason.CANCELLED, StopReason.MAX_TOKENS, StopReason.CONTEXT_FULL})

SAVING_PATIENCE = 0.3
"""Seconds that an answer may wait while another conversation is written down."""


class GenerationError(Exception):
    """An answer that cannot be begun or finished."""

    def __init__(self, code: ErrorCode, detail: str = "", needed: int = 0, available: int = 0) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.needed = needed
        self.available = available


class Generation:
    """One answer."""

    def __init__(self, loaded: Loaded, command: Generate, emit: Emit, desk: Desk) -> None:
        self._loaded, self._command, self._wish = loaded, command, desk.wish
        self._cache, self._vocabulary = loaded.cache, loaded.model.vocabulary
        thinking = command.thinking
        self.thinks = thinking.enabled and thinking.budget != 0
        if command.continue_answer:  # its thoughts are over; the template has to know whether there were any
            self.thinks = bool(command.continue_thinking)
        self._values = capability.options(thinking=self.thinks, effort=thinking.effort)
        self._emit = emit
        self._desk = desk
        self._out = AnswerOutput(command, emit)
        self._started = time.perf_counter()
        self._first_token_at = 0.0
        self._prompt_tokens = self._reused = 0
        self._reason = StopReason.CANCELLED
        self._before_answer = 0  # tokens in the context when its first one was drawn
        self._answer_tokens: array[int] = array("i")

    def run(self) -> GenerationFinished:
        """Write it and return its last event. Raises GenerationError, TemplateError, DecodeError."""
        prompt = self._prompt()
        self._check_room(len(prompt.tokens))
        self._machine = self._make_machine(prompt)
        sampling = self._sampling()
        self._loaded.context.preselect(wanted=sampling.candidates <= CANDIDATES)
        self._sampler = Sampler(self._loaded.model, sampling)
        try:
            status = self._read_prompt(prompt.tokens)
            if status is DecodeStatus.OK:
                self._loaded.context.pacer.start()
                reason = self._write()
            else:
                reason = StopReason.CANCELLED if status is DecodeStatus.ABORTED else StopReason.CONTEXT_FULL
        except DecodeError:
            self._out.finish()
            raise
        finally:
            self._sampler.close()
        return self._finish(reason)

    def ahead(self) -> Ahead | None:
        """Return what the next turn will begin with: this one without its thoughts.

        None after an answer that was cut short: it may be gone on with, for which the context is as it must be.
        """
        if self._command.aside or self._reason not in {StopReason.END, StopReason.STOP_STRING}:
            return None
        answer = ChatMessage(Role.ASSISTANT, self._command.continue_answer + self._out.answer)
        return Ahead(self._command.conversation, [*self._command.messages, answer], self._values)

    # --- before the first token ---

    def _prompt(self) -> Prompt:
        command, last = self._command, self._loaded.transcript
        if not command.continue_answer:
            thoughts = strip_early_stop(command.continue_thinking) if self.thinks else ""
            return self._loaded.prompts.build(command.messages, self._values, thoughts)
        if last is not None and (last.messages, last.answer) == (command.messages, command.continue_answer):
            return Prompt(last.tokens[:], inside=False)
        return self._loaded.prompts.build(
            command.messages, self._values, command.continue_thinking, command.continue_answer
        )

    def _check_room(self, prompt_tokens: int) -> None:
        size = self._loaded.context.size
        needed = prompt_tokens + min(SMALLEST_ROOM, size // 4)
        if needed > size:
            raise GenerationError(ErrorCode.CONTEXT_FULL, needed=needed, available=size)

    def _sampling(self) -> Sampling:
        support = self._loaded.capability.support
        thinking = self.thinks and support in {ThinkingSupport.HYBRID, ThinkingSupport.ALWAYS}
        return effective(self._command.sampling, self._loaded.description.architecture, thinking=thinking)

    def _make_machine(self, prompt: Prompt) -> ThinkingMachine:
        """A model that always thinks gets a budget of nothing for "off"; a switched-off hybrid may not think at all."""
        tags = self._loaded.tags
        always = self._loaded.capability.support is ThinkingSupport.ALWAYS
        if self._command.continue_answer or not (self.thinks or prompt.inside or always):
            tags = None
        budget = self._command.thinking.budget if self.thinks else 0
        room = self._thinking_room(len(prompt.tokens)) if tags is not None else 0
        return ThinkingMachine(
            tags,
            Limits(budget, room),
            inside=prompt.inside,
            end_loops=self._command.thinking.end_loops,
        )

    def _thinking_room(self, prompt_tokens: int) -> int:
        """What the context leaves for thoughts, after the answer's share and our own sentence."""
        left = self._loaded.context.size - prompt_tokens
        sentence = len(self._vocabulary.tokenize(EARLY_STOP, special=False)) + MAX_BROKEN + 8
        return left - min(self._command.answer_reserve, left // 2) - sentence

    def _read_prompt(self, tokens: array[int]) -> DecodeStatus:
        self._prompt_tokens = len(tokens)
        go_on, conversation = lambda: not self._wish.cancelled, self._command.conversation
        self._loaded.kept.recall(conversation, tokens, go_on, patience=SAVING_PATIENCE)
        self._reused = self._cache.reuse(tokens)
        status = self._cache.read(tokens[self._reused :], self._prompt_progress)
        if status is DecodeStatus.OK:
            self._prompt_progress(len(tokens) - self._reused)
        return status

    def _prompt_progress(self, done: int) -> bool:
        total, reused, request_id = self._prompt_tokens, self._reused, self._command.request_id
        if not self._command.aside:
            self._emit(PromptProgress(done=reused + done, total=total, reused=reused, request_id=request_id))
        self._desk.progress += 1
        return not self._wish.cancelled

    # --- token by token ---

    def _write(self) -> StopReason:
        machine, wish = self._machine, self._wish
        machine.asked = wish.answer_now
        if machine.due() and self._inject(machine.end("")) is not DecodeStatus.OK:
            return self._why_not()
        while True:
            if wish.cancelled:
                return StopReason.CANCELLED
            token = self._draw()
            ended = self._vocabulary.ends[token]
            if ended and machine.phase is not Phase.THINKING:
                return StopReason.END
            machine.asked = wish.answer_now
            reason, status = self._take_end() if ended else self._take(token)
            if reason is not None:
                return reason
            if status is not DecodeStatus.OK:
                return self._why_not()

    def _draw(self) -> int:
        """No second thoughts in one turn: their opening tag cannot be drawn while answering."""
        if self._machine.phase is Phase.ANSWERING and self._loaded.tags is not None:
            self._sampler.forbid(self._loaded.tags.open)
        token = self._sampler.draw(self._loaded.context)
        if not self._first_token_at:
            self._first_token_at = time.perf_counter()
        return token

    def _take(self, token: int) -> tuple[StopReason | None, DecodeStatus]:
        """Show one drawn token and put it into the context, with our sentence after it where the thoughts end."""
        machine, out = self._machine, self._out
        piece = self._vocabulary.pieces[token]
        step = machine.classify(token, blank=not piece.strip())
        if step is Step.ANSWER:
            if not self._answer_tokens:
                self._before_answer = len(self._cache.tokens)
            self._answer_tokens.append(token)
            out.answer_token(piece)
            if (reason := self._answer_ends()) is not None:
                return reason, DecodeStatus.OK
            return None, self._append(token)
        if step is Step.THOUGHT:
            out.thought_token(piece)
        elif step is Step.CLOSED:
            out.thoughts_end(machine)
        if machine.loop_found:
            out.loop_found()
        shown = piece if step is Step.THOUGHT else b""
        if machine.must_end(shown, whole=out.thoughts.whole):
            return None, self._inject(machine.end(out.thoughts_tail), token)
        return None, self._append(token)

    def _take_end(self) -> tuple[StopReason | None, DecodeStatus]:
        return None, self._inject(self._machine.end_of_turn())

    def _answer_ends(self) -> StopReason | None:
        out = self._out
        if out.stopped:
            return StopReason.STOP_STRING
        if 0 < self._command.max_tokens <= out.answer_tokens:
            return StopReason.MAX_TOKENS
        return None

    def _append(self, token: int) -> DecodeStatus:
        self._desk.progress += 1
        self._loaded.context.pacer.token()
        return self._cache.append(token) if self._cache.room > 0 else DecodeStatus.NO_ROOM

    def _inject(self, injection: Injection, last: int | None = None) -> DecodeStatus:
        """Put text into the context in one batch, together with the last drawn token, and report the thoughts' end."""
        tokens = self._vocabulary.tokenize(injection.text, special=True)
        for token in tokens:
            self._sampler.accept(token)
        if last is not None:
            tokens.insert(0, last)
        self._out.injected(injection.shown)
        self._out.thoughts_end(self._machine)
        if len(tokens) > self._cache.room:
            return DecodeStatus.NO_ROOM
        return self._cache.read(tokens, lambda _done: not self._wish.cancelled)

    def _why_not(self) -> StopReason:
        return StopReason.CANCELLED if self._wish.cancelled else StopReason.CONTEXT_FULL

    # --- the end ---

    def _finish(self, reason: StopReason) -> GenerationFinished:
        self._reason = reason
        self._machine.break_off(ThinkingOutcome.STOPPED)
        self._out.finish(broken_off=reason in BROKEN_OFF)
        self._loaded.transcript = self._transcript()
        outcome, request_id = self._machine.outcome, self._command.request_id
        return GenerationFinished(usage=self._usage(), stop_reason=reason, thinking=outcome, request_id=request_id)

    def _transcript(self) -> Transcript | None:
        """Return what can be gone on from: up to the last whole character, as the text shows it."""
        if self._reason not in BROKEN_OFF or not self._answer_tokens:
            return None
        tokens = self._cache.tokens[: self._before_answer] + self._answer_tokens[: self._out.whole_tokens]
        return Transcript(self._command.messages, self._command.continue_answer + self._out.answer, tokens)

    def _usage(self) -> Usage:
        now, out = time.perf_counter(), self._out
        first = self._first_token_at or now
        drawn = out.thinking_tokens + out.answer_tokens
        return Usage(
            prompt_tokens=self._prompt_tokens,
            reused_tokens=self._reused,
            thinking_tokens=out.thinking_tokens,
            answer_tokens=out.answer_tokens,
            seconds_to_first_token=first - self._started,
            thinking_seconds=out.thinking_seconds,
            total_seconds=now - self._started,
            tokens_per_second=(drawn - 1) / (now - first) if drawn > 1 and now > first else 0.0,
            context_used=len(self._cache.tokens),
            context_size=self._loaded.context.size,
        )
