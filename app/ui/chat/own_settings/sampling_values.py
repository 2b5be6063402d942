"""The values that decide how the next word is drawn: their bounds and steps, what is usual. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from app.engine.api import SamplingParams
from app.engine.sampling import recommended


@dataclass(frozen=True)
class Value:
    """``field`` of ``SamplingParams``; the slider goes from ``least`` to ``most`` in steps of ``step``."""

    field: str
    least: float
    most: float
    step: float
    digits: int

    @property
    def steps(self) -> int:
        """How many steps the slider has."""
        return round((self.most - self.least) / self.step)

    def step_of(self, value: float) -> int:
        """Return the nearest step of a value."""
        return max(0, min(self.steps, round((value - self.least) / self.step)))

    def value_at(self, step: int) -> float:
        """Return the value of a step."""
        return round(self.least + step * self.step, self.digits)

    def bounded(self, value: float) -> float:
        """Return the nearest value that is allowed."""
        return round(max(self.least, min(self.most, value)), self.digits)


VALUES = (
    Value("temperature", 0.0, 2.0, 0.05, 2),
    Value("top_p", 0.05, 1.0, 0.05, 2),
    Value("top_k", 1, 128, 1, 0),
    Value("min_p", 0.0, 0.5, 0.01, 2),
    Value("presence_penalty", 0.0, 2.0, 0.1, 2),
    Value("repeat_penalty", 1.0, 1.5, 0.01, 2),
)
LARGEST_SEED = 2**32 - 1


def usual(field: str, architecture: str, *, thinking: bool) -> float:
    """Return what is taken while nothing is chosen: what the family's makers recommend for the mode."""
    fixed = {"presence_penalty": 0.0, "repeat_penalty": 1.0}
    if field in fixed:
        return fixed[field]
    base = recommended(architecture, thinking=thinking)
    return float(
        {"temperature": base.temperature, "top_p": base.top_p, "top_k": base.top_k, "min_p": base.min_p}[field]
    )


def chosen(params: SamplingParams, field: str) -> float | None:
    """Return what the person chose, None for what is usual."""
    value: float | None = getattr(params, field)
    return value


def with_value(params: SamplingParams, field: str, value: float | None) -> SamplingParams:
    """Return the values with one of them changed; None goes back to what is usual."""
    whole = value is not None and field in {"top_k", "seed"}
    return msgspec.structs.replace(params, **{field: round(value) if whole and value is not None else value})
