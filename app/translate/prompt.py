"""What a model is asked for a translation, and for what belongs to it. Prompts are data; see the tests. No Qt.

One user message, nothing before it: the instruction comes first and stays the same from sentence to sentence, so that
the engine reads it once. The text comes last. Thinking is off by the hard switch, not by words.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import count

import msgspec

from app.engine.api import ChatMessage, Role, SamplingParams, ThinkingOptions
from app.translate.languages import Language


class Tone(StrEnum):
    """How people are addressed."""

    DEFAULT = "default"
    FORMAL = "formal"
    INFORMAL = "informal"


class Style(StrEnum):
    """How close to the words of the source."""

    DEFAULT = "default"
    LITERAL = "literal"
    NATURAL = "natural"


class Manner(msgspec.Struct, frozen=True):
    """Everything about a translation but its text. ``source`` None: not known."""

    source: Language | None
    target: Language
    tone: Tone = Tone.DEFAULT
    style: Style = Style.DEFAULT
    domain: str = ""  # what the text is about, in the person's words
    think: bool = False
    simple: bool = False  # for a very small model: no rare signs


class Request(msgspec.Struct, frozen=True):
    """What the engine gets."""

    messages: list[ChatMessage]
    sampling: SamplingParams
    max_tokens: int
    thinking: ThinkingOptions


ONLY = "Output only the translation."
TONES = {
    Tone.DEFAULT: "",
    Tone.FORMAL: "Use a formal tone and polite forms of address.",
    Tone.INFORMAL: "Use an informal tone and familiar forms of address.",
}
STYLES = {
    Style.DEFAULT: "",
    Style.LITERAL: "Translate as literally as the grammar allows.",
    Style.NATURAL: "Translate freely, as a native speaker would say it.",
}
MARKS = "Keep marks such as ⟦1⟧ unchanged."
KEEP = "Keep these unchanged: {kept}"
BEFORE = "Here is what stands right before it; read it to understand the text, but do not translate it again:"

THINKING_TOKENS = 2048
_OF_CHARS = 3.0  # UTF-8 bytes of a source for one token, at least, in every language measured
_ROOM = 64
SEED = 1
"""The same text gets the same translation; alternatives and second tries take the seeds after it."""

"""Between markers, so that a text that gives orders is taken for a text. It cannot close them: tags are masked."""


def sampling(seed: int = SEED, *, think: bool = False, lively: bool = False) -> SamplingParams:
    """Qwen's own values without presence penalty: in translations words rightly come again.

    ``lively``: as far from the likeliest words as Qwen recommends; else nearer to them.
    """
    if think:
        return SamplingParams(seed=seed, presence_penalty=0.0)
    heat = 0.7 if lively else 0.3
    return SamplingParams(temperature=heat, top_p=0.8, top_k=20, min_p=0.0, presence_penalty=0.0, seed=seed)


def request(
    text: str,
    manner: Manner,
    terms: Sequence[tuple[str, str]] = (),
    *,
    kept: Sequence[str] = (),
    before: str = "",
    seed: int = SEED,
) -> Request:
    """Ask for the translation of ``text``. ``terms``: words and how they are to be translated; ``kept``: not to be.

    ``before``: the sentences before it, to be read only.

    ``text`` may hold marks of ``masking``; ``kept`` names pieces that are in it as they are.
    """
    words = instruction(manner, terms, kept, marks="⟦" in text)
    words += f" {BEFORE}\n\n{between('before', before)}" if before else ""
    return Request(
        messages=[ChatMessage(Role.USER, f"{words}\n\n{between('text', text)}")],
        sampling=sampling(seed, think=manner.think, lively=seed != SEED),
        max_tokens=max_tokens(text, manner.source, manner.target),
        thinking=thinking(manner.think),
    )


def between(name: str, text: str) -> str:
    """Return a text between markers that it cannot close, because they are called as nothing in it is."""
    mark = name
    for number in count(1):
        if f"/{mark}>" not in text:
            break
        mark = f"{name}-{number}"
    return f"<{mark}>\n{text}\n</{mark}>"


def thinking(think: bool) -> ThinkingOptions:
    """Off by the template's own switch unless asked for."""
    return ThinkingOptions(enabled=think, budget=THINKING_TOKENS if think else 0, end_loops=True)


def instruction(manner: Manner, terms: Sequence[tuple[str, str]], kept: Sequence[str], *, marks: bool) -> str:
    """Return what comes before the text."""
    source = f" from {manner.source.english_name}" if manner.source else ""
    parts = [
        f"Translate the following text{source} into {manner.target.english_name}. {ONLY}",
        TONES[manner.tone],
        STYLES[manner.style],
        _about(manner),
        _terms(terms),
        MARKS if marks else "",
        KEEP.format(kept=" ".join(kept)) if kept else "",
    ]
    return " ".join(part for part in parts if part)


def _about(manner: Manner) -> str:
    return f"The text is about: {one_line(manner.domain)}." if manner.domain.strip() else ""


def _terms(terms: Sequence[tuple[str, str]]) -> str:
    if not terms:
        return ""
    listed = "; ".join(f"“{one_line(source)}” is “{one_line(target)}”" for source, target in terms)
    return f"Use these translations: {listed}."


def one_line(text: str) -> str:
    """Return words of a person without line breaks, so that they end where the sentence around them says."""
    return " ".join(text.split())[:500]


def max_tokens(text: str, source: Language | None, target: Language) -> int:
    """Return how long a translation may get: twice what it costs by the measured ratio of the two languages."""
    tokens = len(text.encode("utf-8", "replace")) / _OF_CHARS
    ratio = target.token_ratio / (source.token_ratio if source else 1.0)
    return int(2 * tokens * max(1.0, ratio)) + _ROOM


def review(source_text: str, translation: str, manner: Manner, terms: Sequence[tuple[str, str]] = ()) -> Request:
    """Ask for a better version of a translation."""
    source = manner.source.english_name if manner.source else "Source"
    words = (
        f"Here is a text and its translation into {manner.target.english_name}. Correct mistakes in the translation "
        "and make it read well; leave it as it is where it is good. Output only the translation."
    )
    for more in (TONES[manner.tone], STYLES[manner.style], _about(manner), _terms(terms)):
        words += f" {more}" if more else ""
    body = f"{words}\n\n{source}:\n{between('text', source_text)}"
    body += f"\n\n{manner.target.english_name}:\n{between('translation', translation)}"
    return Request(
        messages=[ChatMessage(Role.USER, body)],
        sampling=sampling(think=manner.think),
        max_tokens=max_tokens(source_text, manner.source, manner.target),
        thinking=thinking(manner.think),
    )


EXPLAIN_TOKENS = 300


def explain(word: str, sentence: str, other: Language | None, answer_in: Language) -> Request:
    """Ask what a word means in its sentence, to be told in ``answer_in``; ``other``: the language of the other text."""
    said = f" and how it is said in {other.english_name}" if other else ""
    body = (
        f"Explain the word or phrase “{one_line(word)}” as it is used in the text below, in at most three short "
        f"sentences: its meaning here, its basic form{said}. "
        f"Write in {answer_in.english_name}.\n\n{between('text', sentence)}"
    )
    return Request(
        messages=[ChatMessage(Role.USER, body)],
        sampling=sampling(),
        max_tokens=EXPLAIN_TOKENS,
        thinking=thinking(False),
    )
