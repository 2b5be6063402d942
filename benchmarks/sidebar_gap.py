"""How long a sidebar of 10,000 conversations, and the search in them, hold up the window's event loop.

Measured as in ``window_gap``: how late a timer fires, and the processor time of the window's own thread between two
ticks. Sessions and store are the real ones, in memory. Run with ``python -m benchmarks.sidebar_gap``; goal: p99 at
most 16 ms while scrolling and while typing.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.chat.store import ConversationStore
from app.session.chat.conversation_list import ConversationList
from app.session.chat.search_session import SearchSession
from app.session.keeping.store_access import StoreAccess
from app.session.tasks import BackgroundThread
from app.ui.chat.sidebar.conversation_view import ConversationView
from app.ui.i18n import install_language
from app.ui.search.search_panel import SearchPanel
from app.ui.theme import SIDEBAR_WIDTH, Theme
from benchmarks.models_gap import wait
from benchmarks.window_gap import Gaps
from tests.helpers.seeded_store import seed_store

ROWS = 10_000
FOLDERS = 5
STEPS = 400
CHANGES = 40
GOAL = 16.0
INDEX_SECONDS = 10.0
PATIENCE = 600.0
QUERIES = ("garden", "红烧肉", "summer rec", "骨", "zzzz")


class Bench:
    """A sidebar's list and a search on the (offscreen) screen, around the real sessions."""

    def __init__(self, theme: Theme) -> None:
        self._thread = BackgroundThread("store")
        self.access = StoreAccess(self._thread)
        self.listed = ConversationList(self.access)
        self.searching = SearchSession(self.access)
        self.window = QWidget()
        self.window.resize(1180, 820)
        self.view = ConversationView(theme, self.listed, self.window)
        self.view.setFixedWidth(SIDEBAR_WIDTH)
        row = QHBoxLayout(self.window)
        row.addWidget(self.view)
        row.addStretch(1)
        self.panel = SearchPanel(theme, self.searching, self.listed, self.window)
        self.window.show()
        wait(0.3)

    def measure(self, name: str, work: Callable[[], None]) -> dict[str, float]:
        """Return the gaps while something is done."""
        with Gaps() as gaps:
            work()
            wait(0.3)
        return gaps.numbers(name)

    def fill(self) -> None:
        """Make the conversations, a fifth of them in folders, and let the index find them."""
        made: list[ConversationStore] = []
        self._thread.run(_filled, made.append)
        until(lambda: bool(made))
        self.store = made[0]

    def arrive(self) -> None:
        """The list is read for the first time."""
        self.access.attach(self.store)
        until(lambda: self.listed.rowCount() == ROWS)

    def scroll(self) -> None:
        """Scroll through all of them, faster than anyone reads."""
        bar = self.view.verticalScrollBar()
        for step in range(STEPS + 1):
            bar.setValue(bar.maximum() * step // STEPS)
            wait(0.008)

    def move(self) -> None:
        """Old conversations go on: each comes to the top."""
        for number in range(CHANGES):
            row = self.listed.rows()[ROWS // 2 + number]
            self.listed.upsert(msgspec.structs.replace(row, updated_at=time.time()))
            wait(0.05)

    def fold(self) -> None:
        """Folders of 400 close and open."""
        for number in range(CHANGES):
            folder = self.listed.folders[number % FOLDERS]
            self.view.rows.set_folder_open(folder.id, is_open=number // FOLDERS % 2 == 1)
            wait(0.05)

    def select(self) -> None:
        """All are selected, and none."""
        for _ in range(CHANGES // 4):
            self.view.selectAll()
            wait(0.05)
            self.view.select_none()
            wait(0.05)

    def type(self) -> None:
        """Queries are typed, letter by letter."""
        self.panel.open()
        for query in QUERIES:
            for end in range(1, len(query) + 1):
                self.panel.field.setText(query[:end])
                wait(0.12)
            QTest.qWait(400)

    def close(self) -> None:
        """End the thread."""
        self.access.close()


def _filled() -> ConversationStore:
    store = ConversationStore.temporary()
    rows = seed_store(store, ROWS, turns=1)
    folders = [store.create_folder(f"Folder {number}") for number in range(FOLDERS)]
    for number, folder in enumerate(folders):
        store.set_folder([row.id for row in rows[number :: 5 * FOLDERS]], folder.id)
    while store.search_index.update(INDEX_SECONDS):
        pass
    return store


def until(condition: Callable[[], bool]) -> None:
    """Let the program run until something holds. Raises TimeoutError."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("the sidebar did not get there")
        wait(0.02)


def run() -> dict[str, float]:
    """Measure all cases; milliseconds."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    install_language(application, "en")
    bench = Bench(Theme(application))
    bench.fill()
    results = bench.measure("list_arrives", bench.arrive)
    results |= bench.measure("scroll", bench.scroll)
    results |= bench.measure("move_to_top", bench.move)
    results |= bench.measure("fold", bench.fold)
    results |= bench.measure("select_all", bench.select)
    results |= bench.measure("type_in_search", bench.type)
    bench.close()
    return results


def main() -> None:
    """Print the numbers."""
    results = run()
    kinds = ("p50", "p99", "max", "busy_p99", "busy_max")
    print(f"{'milliseconds':24}" + "".join(f"{kind:>10}" for kind in kinds))
    for case in (name.removesuffix("_p50_ms") for name in results if name.endswith("_p50_ms")):
        print(f"{case:24}" + "".join(f"{results[f'{case}_{kind}_ms']:10.2f}" for kind in kinds))
    for case in ("scroll", "type_in_search"):
        met = results[f"{case}_p99_ms"] <= GOAL
        print(f"{case} with {ROWS:,} conversations, p99 at most {GOAL:.0f} ms: {'met' if met else 'missed'}")


if __name__ == "__main__":
    main()
