"""The thinking machine: whatever tokens come, the rules of the budget hold."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.api import ThinkingOutcome
from app.engine.thinking import (
    EARLY_STOP,
    MAX_BROKEN,
    Limits,
    LoopGuard,
    Phase,
    Step,
    Tags,
    ThinkingMachine,
    find_tags,
    strip_early_stop,
)

OPEN, CLOSE = 1, 2
TAGS = Tags(OPEN, CLOSE, "<think>", "</think>")
PIECES = {3: b"word", 4: b" and", 5: b"stop.", 6: b"\n", 7: b"\xf0\x9f", 8: b"\xa6\x84", 9: b" "}
"""Tokens 7 and 8 are the two halves of one character."""

NO_LIMIT = Limits(None, 1_000_000)


@dataclass
class Run:
    """What became of a sequence of drawn tokens."""

    machine: ThinkingMachine
    steps: list[Step] = field(default_factory=list)
    forced_after: int | None = None
    shown: str = ""
    told: str = ""


def run(machine: ThinkingMachine, tokens: list[int], answer_now_at: int | None = None) -> Run:
    """Feed tokens as the generation loop does; after a forced end the rest is the answer."""
    result, thoughts = Run(machine), b""
    for index, token in enumerate(tokens):
        if index == answer_now_at:
            machine.answer_now()
        piece = PIECES.get(token, b"")
        step = machine.classify(token, blank=not piece.strip())
        result.steps.append(step)
        shown = piece if step is Step.THOUGHT else b""
        thoughts += shown
        if machine.must_end(shown, whole=_whole(thoughts)):
            injection = machine.end(thoughts.decode("utf-8", "replace"))
            result.forced_after, result.shown, result.told = len(result.steps), injection.shown, injection.text
    return result


def _whole(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.reason != "unexpected end of data"
    return True


def test_thoughts_end_by_themselves() -> None:
    result = run(ThinkingMachine(TAGS, NO_LIMIT), [OPEN, 3, 4, CLOSE, 3])
    assert result.steps == [Step.OPENED, Step.THOUGHT, Step.THOUGHT, Step.CLOSED, Step.ANSWER]
    assert result.machine.outcome is ThinkingOutcome.BY_ITSELF
    assert result.machine.tokens == 2
    assert result.forced_after is None


def test_without_tags_everything_is_the_answer() -> None:
    result = run(ThinkingMachine(None, NO_LIMIT), [OPEN, 3, CLOSE])
    assert set(result.steps) == {Step.ANSWER}
    assert result.machine.outcome is ThinkingOutcome.NONE


def test_a_prompt_that_opened_the_thoughts_starts_inside() -> None:
    result = run(ThinkingMachine(TAGS, NO_LIMIT, inside=True), [3, 4, CLOSE, 3])
    assert result.steps[0] is Step.THOUGHT
    assert result.machine.outcome is ThinkingOutcome.BY_ITSELF


def test_white_space_may_come_before_thoughts_but_words_may_not() -> None:
    assert run(ThinkingMachine(TAGS, NO_LIMIT), [6, 6, OPEN, 3]).steps[-1] is Step.THOUGHT
    assert run(ThinkingMachine(TAGS, NO_LIMIT), [3, OPEN, 3]).steps[-1] is Step.ANSWER


def test_second_thoughts_are_answer() -> None:
    result = run(ThinkingMachine(TAGS, NO_LIMIT), [OPEN, 3, CLOSE, 3, OPEN, 4])
    assert result.steps[4:] == [Step.ANSWER, Step.ANSWER]
    assert result.machine.tokens == 1


def test_the_budget_waits_for_the_end_of_the_sentence() -> None:
    result = run(ThinkingMachine(TAGS, Limits(40, 10_000)), [OPEN, *[3] * 42, 5, *[3] * 50])
    assert result.forced_after == 44
    assert result.machine.tokens == 43
    assert result.machine.outcome is ThinkingOutcome.BUDGET
    assert result.shown == "\n\n" + EARLY_STOP
    assert result.told == f"\n\n{EARLY_STOP}\n</think>\n\n"


def test_the_grace_ends_without_a_sentence() -> None:
    limits = Limits(40, 10_000)
    result = run(ThinkingMachine(TAGS, limits), [OPEN, *[3] * 200])
    assert result.machine.tokens == 40 + limits.grace


def test_a_paragraph_is_started_only_where_none_was() -> None:
    result = run(ThinkingMachine(TAGS, Limits(3, 10_000)), [OPEN, 3, 3, 6, 3])
    assert result.shown == "\n" + EARLY_STOP
    result = run(ThinkingMachine(TAGS, Limits(3, 10_000)), [OPEN, 3, 6, 6, 3])
    assert result.shown == EARLY_STOP


def test_no_character_is_cut_in_two() -> None:
    result = run(ThinkingMachine(TAGS, NO_LIMIT), [OPEN, 3, 7, 8, 3], answer_now_at=2)
    assert result.forced_after == 4
    assert result.machine.outcome is ThinkingOutcome.ANSWER_NOW


def test_bytes_that_never_become_a_character_do_not_hold_up_the_answer() -> None:
    machine = ThinkingMachine(TAGS, NO_LIMIT)
    machine.classify(OPEN, blank=False)
    machine.answer_now()
    asked = 0
    while not machine.must_end(b"\xf0", whole=False):
        asked += 1
        assert asked < MAX_BROKEN


def test_answer_now_before_the_first_token_uses_the_trained_empty_block() -> None:
    machine = ThinkingMachine(TAGS, NO_LIMIT)
    assert not machine.due()
    machine.answer_now()
    assert machine.due()
    injection = machine.end("")
    assert (injection.shown, injection.text) == ("", "<think>\n\n</think>\n\n")
    assert machine.outcome is ThinkingOutcome.ANSWER_NOW
    assert machine.phase is Phase.ANSWERING


def test_answer_now_in_thoughts_that_the_prompt_opened_closes_them() -> None:
    machine = ThinkingMachine(TAGS, NO_LIMIT, inside=True)
    machine.answer_now()
    assert machine.due()
    assert machine.end("").text == "\n</think>\n\n"


def test_answer_now_right_after_the_opening_tag() -> None:
    result = run(ThinkingMachine(TAGS, NO_LIMIT), [OPEN, 3], answer_now_at=0)
    assert result.forced_after == 1
    assert result.told == "\n\n</think>\n\n"


def test_answer_now_does_nothing_to_an_answer() -> None:
    result = run(ThinkingMachine(TAGS, NO_LIMIT), [OPEN, 3, CLOSE, 3, 4], answer_now_at=4)
    assert result.forced_after is None
    assert result.machine.outcome is ThinkingOutcome.BY_ITSELF


def test_a_budget_of_nothing_is_due_at_once() -> None:
    machine = ThinkingMachine(TAGS, Limits(0, 1000), inside=True)
    assert machine.due()
    machine.end("")
    assert machine.outcome is ThinkingOutcome.BUDGET


def test_the_context_is_the_cause_where_it_is_the_smaller() -> None:
    result = run(ThinkingMachine(TAGS, Limits(100, 20)), [OPEN, *[3] * 60])
    assert result.machine.outcome is ThinkingOutcome.CONTEXT
    assert result.machine.tokens == 20, "no grace: that room is the answer's"


def test_a_turn_that_ends_inside_thoughts_is_closed() -> None:
    machine = ThinkingMachine(TAGS, NO_LIMIT)
    machine.classify(OPEN, blank=False)
    assert machine.end_of_turn().text == "\n</think>\n\n"
    assert machine.outcome is ThinkingOutcome.BY_ITSELF


@pytest.mark.parametrize(("end_loops", "outcome"), [(True, ThinkingOutcome.LOOP), (False, ThinkingOutcome.NONE)])
def test_loops_end_thoughts_only_if_wanted(end_loops: bool, outcome: ThinkingOutcome) -> None:
    result = run(ThinkingMachine(TAGS, NO_LIMIT, end_loops=end_loops), [OPEN, *[3, 4, 6] * 400])
    assert result.machine.loop_found
    assert result.machine.outcome is outcome


@given(
    tokens=st.lists(st.sampled_from([OPEN, CLOSE, *PIECES]), max_size=300),
    budget=st.none() | st.integers(0, 200),
    room=st.integers(-5, 300),
    inside=st.booleans(),
    answer_now_at=st.none() | st.integers(0, 300),
)
def test_rules_hold_for_any_tokens(
    tokens: list[int], budget: int | None, room: int, inside: bool, answer_now_at: int | None
) -> None:
    limits = Limits(budget, room)
    machine = ThinkingMachine(TAGS, limits, inside=inside)
    if machine.due():
        machine.end("")
    result = run(machine, tokens, answer_now_at)
    assert machine.tokens == result.steps.count(Step.THOUGHT)
    assert machine.tokens <= max(0, limits.tokens) + limits.grace + MAX_BROKEN
    assert result.steps.count(Step.OPENED) + result.steps.count(Step.CLOSED) <= 2
    after = result.steps[result.steps.index(Step.ANSWER) :] if Step.ANSWER in result.steps else []
    blanks = (
        all(not PIECES.get(t, b"").strip() for t in tokens[: result.steps.index(Step.OPENED)])
        if (Step.OPENED in result.steps)
        else True
    )
    assert blanks
    if machine.phase is Phase.ANSWERING and Step.OPENED not in after:
        assert Step.THOUGHT not in after


def test_tags_are_found_by_their_text() -> None:
    tokens = {"[THINK]": 7, "[/THINK]": 9, "<think>": 3}
    assert find_tags(tokens.get) == Tags(7, 9, "[THINK]", "[/THINK]")
    assert find_tags({"<think>": 3}.get) is None


def test_our_own_sentence_is_taken_off_thoughts_to_go_on_from() -> None:
    assert strip_early_stop(f"Let me see.\n\n{EARLY_STOP}\n") == "Let me see."
    assert strip_early_stop("Let me see. ") == "Let me see. "


@given(period=st.integers(1, 50), start=st.integers(0, 1000))
def test_repetition_is_noticed_whatever_its_length(period: int, start: int) -> None:
    guard = LoopGuard()
    for token in range(start):
        assert not guard.add(token), "no two alike"
    found = [guard.add(index % period) for index in range(1200)]
    assert any(found)


def test_long_repetition_is_noticed() -> None:
    guard = LoopGuard()
    assert any(guard.add(index % 200) for index in range(3000))
