"""What fills the window, where a conversation is cut, what a larger window costs: numbers alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.chat.conversation import AttachmentPart, Message, Part, TextPart, new_id
from app.engine.api import ChatMessage, ModelDescription, Role, ThinkingSupport
from app.placement.plan import DeviceUse, Fit, Placement
from app.session.chat.prompt_messages import prompt_messages
from app.session.context.context_window import (
    AFTER_CUT,
    ContextLevel,
    ContextParts,
    larger_windows,
    level_of,
    parts_of,
    place_of_cut,
    turns,
)

FILE = AttachmentPart(name="a.txt", media_type="text/plain", size=9, text="a document", token_count=50)


def said(role: Role, *parts: Part) -> Message:
    """One message."""
    return Message(id=new_id(), conversation_id="c", parent_id=None, role=role, parts=[*parts])  # type: ignore[list-item]


def talk(count: int) -> list[list[Message]]:
    """So many turns, the person's first."""
    roles = [Role.USER if number % 2 == 0 else Role.ASSISTANT for number in range(count)]
    return [[said(role, TextPart(text="words"))] for role in roles]


def test_the_level_changes_at_80_and_95_percent() -> None:
    levels = [level_of(used, 1000) for used in (0, 799, 800, 949, 950, 2000)]
    assert levels == [ContextLevel.OK] * 2 + [ContextLevel.WARN] * 2 + [ContextLevel.FULL] * 2
    assert level_of(50, 0) is ContextLevel.OK


messages = st.lists(
    st.tuples(st.sampled_from([Role.USER, Role.ASSISTANT]), st.sampled_from(["", "  ", "a", "b c"]), st.booleans()),
    max_size=12,
).map(lambda rows: [said(role, TextPart(text=text), *([FILE] if filed else [])) for role, text, filed in rows])


@given(messages)
def test_turns_are_those_that_the_prompt_has(branch: list[Message]) -> None:
    """The two are made apart: the prompt's words in one place, whose they are in another."""
    prompt = prompt_messages(branch)
    assert [group[0].role for group in turns(branch)] == [message.role for message in prompt]
    for group, message in zip(turns(branch), prompt, strict=True):
        assert all(one.text in message.content for one in group)


def test_the_parts_of_a_prompt_are_told_apart() -> None:
    groups = [[said(Role.USER, TextPart(text="Sum it up."), FILE)], [said(Role.ASSISTANT, TextPart(text="So."))]]
    draft = [said(Role.USER, TextPart(text="And?"))]
    prompt = [ChatMessage(Role.SYSTEM, "Be brief."), *[ChatMessage(Role.USER, "")] * 3]
    parts = parts_of(prompt, [7, 64, 6, 5], [*groups, draft], drafting=True)
    assert parts == ContextParts(system=7, history=20, attachments=50, message=5)
    parts = parts_of(prompt[1:3], [64, 6], groups, drafting=False)
    assert parts == ContextParts(history=20, attachments=50)


def test_attachments_that_were_counted_elsewhere_never_make_a_part_negative() -> None:
    groups = [[said(Role.USER, FILE)]]
    assert parts_of([ChatMessage(Role.USER, "")], [40], groups, drafting=True) == ContextParts(attachments=40)


@given(st.lists(st.integers(1, 400), min_size=1, max_size=15), st.integers(0, 300), st.integers(100, 2000))
def test_a_cut_leaves_room_or_the_last_question_alone(counts: list[int], system: int, size: int) -> None:
    groups = talk(len(counts))
    place = place_of_cut([system, *counts], groups, size)
    questions = [index for index, group in enumerate(groups) if group[0].role is Role.USER]
    if len(questions) == 1:
        assert place == 0
        return
    assert place in questions[1:]
    left = system + sum(counts[place:])
    assert left <= size * AFTER_CUT or place == questions[-1]
    before = [index for index in questions[1:] if index < place]
    assert all(system + sum(counts[index:]) > size * AFTER_CUT for index in before), "no more goes than must"


def loaded(context: int, trained: int, largest: int) -> ModelDescription:
    """A model with 1,000 bytes of context memory per token."""
    use = DeviceUse("", "", 10**9, 10**6, context * 600, 0, 0)
    card = DeviceUse("CUDA0", "", 10**9, 10**6, context * 400, 0, 0)
    placement = Placement(
        context=context, kv_type="f16", gpu_layers=1, layers=2, cpu_expert_layers=0, threads=1, ubatch=256,
        fit=Fit.GPU_AND_CPU, uses=[use, card], largest_context=largest,
    )  # fmt: skip
    return ModelDescription(
        path="", name="", architecture="qwen3", quantization="", file_bytes=1, parameters=1, context_size=context,
        context_trained=trained, thinking=ThinkingSupport.HYBRID, placement=placement,
    )  # fmt: skip


def test_larger_windows_double_and_say_what_they_cost() -> None:
    windows = larger_windows(loaded(8192, 40960, 16384))
    assert [(it.context, it.extra_bytes, it.fits) for it in windows] == [
        (16384, 8192 * 1000, True),
        (32768, 24576 * 1000, False),
        (40960, 32768 * 1000, False),
    ]
    assert larger_windows(loaded(40960, 40960, 40960)) == []
    assert larger_windows(None) == []
