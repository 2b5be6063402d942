"""Whatever a text says, its prompt is one message with the text between marks that it cannot close."""

from __future__ import annotations

import re

import pytest

from app.engine.api import Role, StopReason
from app.engine.prompt import PromptBuilder
from app.translate.masking import mask, unmask
from app.translate.prompt import Manner, Request
from app.translate.segments import split
from app.translate.task import SentenceTask
from tests.helpers.hostile_texts import endless_texts, short_texts
from tests.unit.engine.test_prompt import TAGS, CharacterVocabulary, PlainRenderer
from tests.unit.translate.test_guards import language

SEED = 20261122
MOST_ROWS = 5
CONTROL = 4
"""Tokens below 4 are names; the template of the vocabulary writes <|im_start|> twice and <|im_end|> once."""


def control_tokens(request: Request) -> list[int]:
    builder = PromptBuilder(CharacterVocabulary(), PlainRenderer(), TAGS)
    return [token for token in builder.build(request.messages, {"enable_thinking": False}).tokens if token < CONTROL]


def looks_right(request: Request, sentence: str) -> None:
    (message,) = request.messages
    assert message.role is Role.USER
    order, opened, rest = message.content.partition("\n\n<text")
    assert opened
    assert "Output only the translation." in order
    name = "text" + rest.partition(">")[0]
    inside, end = rest.partition(">\n")[2].rsplit("\n", 1)
    assert end == f"</{name}>"
    assert f"</{name}>" not in inside
    masked = mask(sentence)
    assert unmask(inside, masked.kept).text == sentence or inside == sentence
    assert control_tokens(request) == [0, 1, 0]
    assert not request.thinking.enabled
    assert request.max_tokens < 20_000


def ask_about(text: str) -> None:
    """Both tries of its first sentences: the first one hides what must stay, the second shows it."""
    english, german = language("en"), language("de")
    for piece in [piece for piece in split(text, "en") if piece.translate][:MOST_ROWS]:
        task = SentenceTask(piece.text, Manner(english, german))
        sentence = task._source if re.search(r"[\u0300-\u036f]", piece.text) is None else ""
        first = task.request()
        if sentence:
            looks_right(first, sentence)
        task.judge("", StopReason.END)
        if task.done is None and sentence:
            looks_right(task.request(), sentence)


def test_short_texts() -> None:
    for text in short_texts(120, SEED):
        ask_about(text)


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_three_hundred_texts() -> None:
    for text in [*short_texts(260, SEED), *endless_texts(40, SEED)]:
        ask_about(text)
