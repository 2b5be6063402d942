"""How the next token is drawn: what was asked, else what suits the model's family and mode. Pure."""

from __future__ import annotations

import os

import msgspec

from app.engine.api import SamplingParams

CANDIDATES = 128
"""Tokens that penalties look at. Above this llama.cpp's top_k sorts in buckets, three times slower. Taking 128 first is
exact: penalties lower at most the ``PENALTY_WINDOW`` tokens just seen, so 64 of the 128 stay above all the others."""

PENALTY_WINDOW = 64


class Recommendation(msgspec.Struct, frozen=True):
    """The sampling that a family's makers recommend for one mode."""

    temperature: float
    top_k: int
    top_p: float
    min_p: float


QWEN_THINKING = Recommendation(0.6, 20, 0.95, 0.0)
QWEN_DIRECT = Recommendation(0.7, 20, 0.8, 0.0)
GENERIC = Recommendation(0.8, 40, 0.95, 0.05)
"""llama.cpp's own, for families that we know nothing of."""


class Sampling(msgspec.Struct, frozen=True):
    """All values in effect.

    ``temperature`` 0 is greedy: allowed when asked for, though Qwen advises against it while thinking (thoughts then
    tend to go round in circles); it is never chosen by itself.
    """

    temperature: float
    top_k: int
    top_p: float
    min_p: float
    presence_penalty: float
    repeat_penalty: float
    seed: int
    penalty_window: int = PENALTY_WINDOW

    @property
    def greedy(self) -> bool:
        """Whether the likeliest token is always taken."""
        return self.temperature <= 0.0

    @property
    def penalised(self) -> bool:
        """Whether tokens just written are made less likely."""
        return self.presence_penalty != 0.0 or self.repeat_penalty != 1.0

    @property
    def candidates(self) -> int:
        """Tokens kept before the penalties."""
        return max(CANDIDATES, self.top_k)


def recommended(architecture: str, *, thinking: bool) -> Recommendation:
    """Return what suits a model of ``architecture`` (GGUF's word) in this mode."""
    if architecture.startswith("qwen"):
        return QWEN_THINKING if thinking else QWEN_DIRECT
    return GENERIC


def effective(asked: SamplingParams, architecture: str, *, thinking: bool) -> Sampling:
    """Fill what was left open. ``top_k`` 0 means 128: top_p over a whole vocabulary costs 14 ms per token."""
    base = recommended(architecture, thinking=thinking)
    top_k = base.top_k if asked.top_k is None else asked.top_k
    return Sampling(
        temperature=base.temperature if asked.temperature is None else asked.temperature,
        top_k=top_k if top_k > 0 else CANDIDATES,
        top_p=base.top_p if asked.top_p is None else asked.top_p,
        min_p=base.min_p if asked.min_p is None else asked.min_p,
        presence_penalty=asked.presence_penalty or 0.0,
        repeat_penalty=1.0 if asked.repeat_penalty is None else asked.repeat_penalty,
        seed=int.from_bytes(os.urandom(4)) if asked.seed is None else asked.seed & 0xFFFFFFFF,
    )
