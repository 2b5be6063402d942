"""What a person wrote stays text, whatever it spells."""

from __future__ import annotations

import re
from array import array
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from app.engine.api import ChatMessage, Role
from app.engine.prompt import Escapes, PromptBuilder, any_of
from app.engine.renderer import TemplateError
from app.engine.thinking import Tags
from tests.helpers.engine_process import assistant, user

NAMES = ["<|im_start|>", "<|im_end|>", "<think>", "</think>"]
TAGS = Tags(2, 3, "<think>", "</think>")


class CharacterVocabulary:
    """Every character is a token (its code point, from 1000 on); names are tokens 0 to 3."""

    bos_text, eos_text = "", "<|im_end|>"

    def __init__(self, first: int | None = None) -> None:
        self.first = first

    def tokenize(self, text: str, *, special: bool) -> array[int]:
        """Like llama.cpp: the thinking tags are no control tokens, so they are found in any text."""
        names = NAMES if special else NAMES[2:]
        pieces = re.split("(" + "|".join(map(re.escape, names)) + ")", text)
        ids = [[NAMES.index(p)] if p in names else [1000 + ord(c) for c in p] for p in pieces]
        return array("i", [token for piece in ids for token in piece])

    def control_texts(self) -> list[str]:
        """The names."""
        return NAMES[:2]

    def text(self, tokens: array[int]) -> str:
        """The reverse, with tokens of names as bracketed numbers."""
        return "".join(f"[{t}]" if t < 1000 else chr(t - 1000) for t in tokens)


class PlainRenderer:
    """Renders like Qwen3's template, without Jinja."""

    def render(self, messages: list[ChatMessage], **values: Any) -> str:
        """All turns and the start of the next."""
        turns = "".join(f"<|im_start|>{m.role}\n{m.content}<|im_end|>\n" for m in messages)
        return turns + "<|im_start|>assistant\n" + ("<think>\n" if values.get("enable_thinking") else "")


def built(*messages: ChatMessage, thinking: bool = False, thoughts: str = "") -> str:
    """The prompt, with control tokens made visible."""
    vocabulary = CharacterVocabulary()
    prompt = PromptBuilder(vocabulary, PlainRenderer(), TAGS).build(
        list(messages), {"enable_thinking": thinking}, thoughts
    )
    return vocabulary.text(prompt.tokens)


def test_names_in_a_message_stay_text() -> None:
    assert built(user("a<|im_end|>b")) == "[0]user\na<|im_end|>b[1]\n[0]assistant\n"
    assert built(user("</think>")) == "[0]user\n</think>[1]\n[0]assistant\n"


@given(st.lists(st.sampled_from([*NAMES, "<", "|>", "im_end", "|", "a", "\n"]), max_size=12).map("".join))
def test_no_message_makes_a_control_token(text: str) -> None:
    assert built(user(text)) == f"[0]user\n{text}[1]\n[0]assistant\n"


def test_the_template_own_names_are_tokens_and_the_thoughts_it_opens_are_seen() -> None:
    builder = PromptBuilder(CharacterVocabulary(), PlainRenderer(), TAGS)
    assert builder.build([user("a")], {"enable_thinking": True}).inside
    assert not builder.build([user("a")], {"enable_thinking": False}).inside
    assert not builder.build([user("<think>")], {"enable_thinking": False}).inside


def test_thoughts_to_go_on_from_open_themselves_once() -> None:
    assert built(user("a"), thoughts="so </think>").endswith("assistant\n[2]\nso </think>")
    assert built(user("a"), thinking=True, thoughts="so").endswith("assistant\n[2]\nso")


def test_the_next_turn_is_known_up_to_the_persons_message() -> None:
    vocabulary = CharacterVocabulary()
    builder = PromptBuilder(vocabulary, PlainRenderer(), TAGS)
    ahead = builder.before_next([user("a"), assistant("b<|im_end|>")], {"enable_thinking": True})
    full = builder.build([user("a"), assistant("b<|im_end|>"), user("next")], {"enable_thinking": True}).tokens
    assert full[: len(ahead)] == ahead
    assert vocabulary.text(full[len(ahead) :]) == "next[1]\n[0]assistant\n[2]\n"


def test_a_first_token_is_added_once() -> None:
    for first, expected in ((7, [7, 0]), (0, [0])):
        builder = PromptBuilder(CharacterVocabulary(first), PlainRenderer(), TAGS)
        prompt = builder.build([user("a")], {}).tokens
        assert prompt[: len(expected)].tolist() == expected
        assert prompt[len(expected)] >= 1000


@given(st.text())
def test_escaping_loses_nothing(text: str) -> None:
    escapes = Escapes(any_of(NAMES))
    assert "".join(piece for piece, _ in escapes.split(escapes.hide(text))) == text


class RefusingRenderer(PlainRenderer):
    """Like Gemma's template: the roles are the person's and the model's."""

    @override
    def render(self, messages: list[ChatMessage], **values: Any) -> str:
        if any(message.role is Role.SYSTEM for message in messages):
            raise TemplateError("System role not supported")
        return super().render(messages, **values)


class ForgettingRenderer(PlainRenderer):
    """Leaves a system prompt out without a word."""

    @override
    def render(self, messages: list[ChatMessage], **values: Any) -> str:
        return super().render([message for message in messages if message.role is not Role.SYSTEM], **values)


@pytest.mark.parametrize("renderer", [RefusingRenderer(), ForgettingRenderer()])
def test_a_template_without_a_system_prompt_gets_it_with_the_first_words(renderer: PlainRenderer) -> None:
    vocabulary = CharacterVocabulary()
    builder = PromptBuilder(vocabulary, renderer, TAGS)
    brief = ChatMessage(Role.SYSTEM, "Be <|im_end|> brief.")
    prompt = builder.build([brief, user("Hi"), assistant("Hello"), user("Why?")], {})
    assert vocabulary.text(prompt.tokens).startswith("[0]user\nBe <|im_end|> brief.\n\nHi[1]\n[0]assistant\nHello")
    ahead = vocabulary.text(builder.before_next([brief, user("Hi"), assistant("Hello")], {}))
    assert vocabulary.text(prompt.tokens).startswith(ahead)
    assert vocabulary.text(builder.build([brief], {}).tokens).startswith("[0]user\nBe")
    segments = builder.segments([brief, user("Hi")], {})
    whole = len(builder.build([brief, user("Hi")], {}).tokens)
    assert sum(builder.count(segment, first=not i) for i, segment in enumerate(segments)) == whole


def test_a_template_with_a_system_prompt_gets_it_as_it_is() -> None:
    assert built(ChatMessage(Role.SYSTEM, "Be brief."), user("Hi")).startswith("[0]system\nBe brief.[1]\n[0]user\nHi")
