"""How long the Models page holds up the window's event loop: 2,000 search results, the catalogue, the placement.

Measured as in ``window_gap``: how late a timer fires, and the processor time of the window's own thread between two
ticks. Run with ``python -m benchmarks.models_gap``; goal: p99 at most 16 ms.
"""

from __future__ import annotations

import os
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.session.models.download_list import DownloadState
from app.ui.i18n import install_language
from app.ui.models.models_bar import Part
from app.ui.models.models_page import ModelsPage
from app.ui.models.sessions import ModelsSessions
from app.ui.theme import Theme
from benchmarks.window_gap import Gaps
from tests.helpers.fake_judges import FakeDiscover, FakePlacement
from tests.helpers.fake_models import FakeDownloads, FakeHub, FakeLibrary, download, repositories
from tests.helpers.fake_sessions import FakeModel

RESULTS = 2000
PAGE = 50
STEPS = 240
GOAL = 16.0


class Bench:
    """A Models page on the (offscreen) screen."""

    def __init__(self, theme: Theme) -> None:
        self.hub, self.downloads, self.placement = FakeHub(), FakeDownloads(), FakePlacement()
        self.library = FakeLibrary()
        discover = FakeDiscover(self.downloads)
        sessions = ModelsSessions(self.library, self.downloads, self.hub, discover, self.placement, FakeModel())
        self.page = ModelsPage(theme, sessions)
        self.page.resize(1016, 768)
        self.page.show()
        wait(0.5)

    def measure(self, name: str, work: Callable[[], None]) -> dict[str, float]:
        """Return the gaps while something is done."""
        with Gaps() as gaps:
            work()
            wait(0.2)
        return gaps.numbers(name)

    def arrive(self) -> None:
        """Two thousand results come in, a page at a time, as from a hub."""
        found = repositories(RESULTS)
        self.page.show_part(Part.DISCOVER)
        self.page.discover.search("qwen")
        for end in range(PAGE, RESULTS + 1, PAGE):
            self.hub.find(found[:end], more=end < RESULTS)
            wait(0.016)

    def scroll(self) -> None:
        """Scroll through all of them, faster than anyone reads."""
        bar = self.page.discover.found.results.verticalScrollBar()
        for step in range(STEPS + 1):
            bar.setValue(bar.maximum() * step // STEPS)
            wait(0.008)

    def slide(self) -> None:
        """Move context and GPU layers back and forth; the bars follow."""
        self.page.show_part(Part.LIBRARY)
        for step in range(120):
            self.placement.set_context(2048 + step % 40 * 1024)
            self.placement.set_gpu_layers(step % 37)
            wait(0.008)

    def download(self) -> None:
        """Twenty downloads report four times a second, here without a pause between them."""
        self.page.show_part(Part.DOWNLOADS)
        rows = [download(str(n), f"Qwen3-{n}", DownloadState.RUNNING, bytes_per_second=1e7) for n in range(20)]
        self.downloads.put(*rows)
        for step in range(400):
            self.downloads.update(str(step % 20), done=step * 10_000_000)
            wait(0.003)


def run() -> dict[str, float]:
    """Measure all cases; milliseconds."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    install_language(application, "en")
    bench = Bench(Theme(application))
    results: dict[str, float] = {}
    results |= bench.measure("results_arrive", bench.arrive)
    results |= bench.measure("results_scroll", bench.scroll)
    results |= bench.measure("placement_slide", bench.slide)
    results |= bench.measure("downloads_run", bench.download)
    bench.page.close_workers()
    return results


def wait(seconds: float) -> None:
    """Let the program run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def main() -> None:
    """Print the numbers."""
    results = run()
    kinds = ("p50", "p99", "max", "busy_p99", "busy_max")
    print(f"{'milliseconds':24}" + "".join(f"{kind:>10}" for kind in kinds))
    for case in (name.removesuffix("_p50_ms") for name in results if name.endswith("_p50_ms")):
        print(f"{case:24}" + "".join(f"{results[f'{case}_{kind}_ms']:10.2f}" for kind in kinds))
    met = results["results_scroll_p99_ms"] <= GOAL
    print(f"scrolling through {RESULTS:,} results, p99 at most {GOAL:.0f} ms: {'met' if met else 'missed'}")


if __name__ == "__main__":
    main()
