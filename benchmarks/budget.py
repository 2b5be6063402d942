"""What the thinking budget buys: accuracy of the starter model on sums, from no thinking to unlimited.

Greedy, so that the numbers can be repeated. Writes ``docs/budget.png`` and prints the README's table.
"""

from __future__ import annotations

import random
import tempfile
from dataclasses import dataclass
from pathlib import Path

from app.engine.api import ThinkingOptions, ThinkingOutcome
from tests.helpers.engine_process import EngineProcess

CASES = 100
SEED = 20260822
BUDGETS: tuple[int | None, ...] = (0, 16, 32, 64, 128, None)
PICTURE = Path(__file__).resolve().parents[1] / "docs" / "budget.png"


@dataclass(frozen=True)
class Row:
    """One budget: share of right sums, mean thinking tokens, share of answers cut at the budget."""

    budget: int | None
    right: float
    tokens: float
    cut: float

    @property
    def name(self) -> str:
        """The budget in words."""
        return "unlimited" if self.budget is None else "off" if self.budget == 0 else str(self.budget)


def measure(cases: int = CASES) -> list[Row]:
    """Ask every sum with every budget."""
    sums = _sums(cases)
    with tempfile.TemporaryDirectory() as home, EngineProcess(Path(home)) as engine:
        engine.load()
        return [_row(engine, budget, sums) for budget in BUDGETS]


def main() -> None:
    """Measure, print the table, draw the plot."""
    rows = measure()
    print(table(rows))
    _draw(rows)
    print(f"plot: {PICTURE.name}")


def table(rows: list[Row]) -> str:
    """Return the rows as Markdown."""
    lines = ["| budget (tokens) | right sums | thinking tokens, mean | cut at the budget |", "|---|---:|---:|---:|"]
    lines += [f"| {row.name} | {row.right:.0%} | {row.tokens:.0f} | {row.cut:.0%} |" for row in rows]
    return "\n".join(lines)


def _sums(cases: int) -> list[list[int]]:
    draw = random.Random(SEED)
    return [[draw.randint(10, 9999) for _ in range(draw.randint(3, 5))] for _ in range(cases)]


def _row(engine: EngineProcess, budget: int | None, sums: list[list[int]]) -> Row:
    right = tokens = cut = 0
    for numbers in sums:
        question = f"What is {' + '.join(map(str, numbers))}?"
        answer = engine.ask(question, thinking=ThinkingOptions(enabled=budget != 0, budget=budget), max_tokens=64)
        right += str(sum(numbers)) in answer.text
        tokens += answer.finished.usage.thinking_tokens
        cut += answer.finished.thinking is ThinkingOutcome.BUDGET
    count = len(sums)
    return Row(budget, right / count, tokens / count, cut / count)


def _draw(rows: list[Row]) -> None:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(6.4, 3.2), dpi=150)
    axes.plot([row.name for row in rows], [row.right * 100 for row in rows], marker="o", color="#2f6f6a")
    axes.set_xlabel("thinking budget (tokens)")
    axes.set_ylabel("right sums (%)")
    axes.set_ylim(0, 105)
    axes.grid(axis="y", color="#e6e5e1")
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    figure.tight_layout()
    PICTURE.parent.mkdir(exist_ok=True)
    figure.savefig(PICTURE)


if __name__ == "__main__":
    main()
