"""The pacer gives way on a crowded computer, comes back, and leaves a quiet one alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.engine.pacer import LONGEST_HOLD, WINDOW, ThreadPacer


@dataclass
class Computer:
    """Two cores, of which another program may take one."""

    crowded: bool = False
    spins: bool = True  # False: threads sleep while they wait, as with a graphics card
    now: float = 0.0
    cpu: float = 0.0
    threads: int = 2
    changes: list[int] = field(default_factory=list)

    def apply(self, threads: int) -> None:
        self.threads = threads
        self.changes.append(threads)

    def run(self, pacer: ThreadPacer, tokens: int) -> None:
        for _ in range(tokens):
            seconds = 0.01 if self.threads == 1 else 0.1 if self.crowded else 0.006
            share = 0.5 if self.crowded and self.threads == 2 else 1.0
            self.now += seconds
            self.cpu += seconds * self.threads * (share if self.spins else 0.1)
            pacer.token()


def pacer_of(computer: Computer) -> ThreadPacer:
    pacer = ThreadPacer(2, computer.apply, lambda: computer.now, lambda: computer.cpu)
    pacer.start()
    return pacer


def test_a_quiet_computer_is_left_alone() -> None:
    computer = Computer()
    computer.run(pacer_of(computer), 5000)
    assert computer.changes == []


def test_a_crowded_computer_gets_fewer_threads_at_once_and_mostly() -> None:
    computer = Computer(crowded=True)
    pacer = pacer_of(computer)
    computer.run(pacer, WINDOW)
    assert computer.threads == 1
    before = computer.now
    computer.run(pacer, 1000)
    assert computer.now - before < 1000 * 0.1 / 3  # at the pace of all threads it would have been 100 s


def test_it_comes_back_when_the_others_are_done() -> None:
    computer = Computer(crowded=True)
    pacer = pacer_of(computer)
    computer.run(pacer, 100)
    computer.crowded = False
    computer.run(pacer, 300)
    assert computer.threads == 2
    changes = len(computer.changes)
    computer.run(pacer, 1000)
    assert len(computer.changes) == changes


def test_threads_that_sleep_are_not_mistaken_for_a_crowd_for_long() -> None:
    computer = Computer(spins=False)
    computer.run(pacer_of(computer), 20 * LONGEST_HOLD)
    tries = computer.changes.count(1)
    assert computer.threads == 2
    assert tries <= 30


def test_one_thread_has_nothing_to_give() -> None:
    computer = Computer(crowded=True, threads=1)
    pacer = ThreadPacer(1, computer.apply, lambda: computer.now, lambda: computer.cpu)
    pacer.start()
    computer.run(pacer, 100)
    assert computer.changes == []
