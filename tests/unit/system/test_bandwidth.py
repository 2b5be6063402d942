"""How fast memory is: the best of a few occasions."""

from __future__ import annotations

from pathlib import Path

from app.system.bandwidth import TRIES, measure, memory_bandwidth, remembered_bandwidth


def test_memory_moves_more_than_a_disk() -> None:
    assert measure(1) > 1e8


def test_a_busy_moment_does_not_stay(tmp_path: Path) -> None:
    cache = tmp_path / "speed.txt"
    cache.write_text("1000 1")
    assert memory_bandwidth(cache) > 1e8
    assert remembered_bandwidth(cache) > 1e8


def test_it_is_looked_for_a_few_times_only(tmp_path: Path) -> None:
    cache = tmp_path / "speed.txt"
    cache.write_text(f"1000 {TRIES}")
    assert memory_bandwidth(cache) == 1000.0


def test_a_damaged_file_is_measured_again(tmp_path: Path) -> None:
    cache = tmp_path / "speed.txt"
    cache.write_text("fast")
    assert remembered_bandwidth(cache) == 0.0
    assert memory_bandwidth(cache) > 1e8
