"""The Models page in all its states. Sessions are the tests' fakes: no hub has to misbehave for a picture."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from app.catalog.net_api import Source
from app.engine.files_api import FileProblem
from app.placement.plan import DeviceFault
from app.session.models.download_list import DownloadState
from app.session.models.library_jobs import JobKind
from app.session.notices import Problem
from app.settings.schema import ColourScheme
from app.ui.i18n import install_language
from app.ui.models.first_start import FirstStart
from app.ui.models.models_bar import Part
from app.ui.models.models_page import ModelsPage
from tests.helpers.fake_judges import WITH_GPU, WITHOUT_GPU
from tests.helpers.fake_models import QWEN3_8B, QWEN3_235B, download, entry, repositories, sample_entries
from tests.helpers.fake_sessions import sample_conversations
from tests.helpers.shell_window import Setup, Shell

SIZE = (1280, 820)
NO_CONNECTION = Problem("Hugging Face cannot be reached.", "Check the connection, or use the other source.")
LONG = "A model whose name nobody would ever write by hand but somebody uploaded all the same, with every detail in it"


class Studio:
    """A window around fakes, and where its pictures go."""

    def __init__(self, prefix: str, out: Path, folder: Path) -> None:
        self.shell = Shell(folder, Setup(rows=sample_conversations(), size=SIZE))
        self._prefix, self._out = prefix, out

    def shoot(self, name: str) -> None:
        """Save the window once everything has settled."""
        self.wait(0.4)
        self.shell.window.grab().save(str(self._out / f"{self._prefix}-models-{name}.png"))

    def wait(self, seconds: float) -> None:
        """Let the program run for a while."""
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()


def library(studio: Studio, page: ModelsPage) -> None:
    """Full, busy, damaged, long names, empty, and what to make smaller."""
    fake = studio.shell.library
    page.show_part(Part.LIBRARY)
    studio.shoot("01-library")
    entries = sample_entries()
    fake.work(entries[2].id, fake.job(entries[2].id, JobKind.VERIFY, 61))
    fake.work(entries[4].id, fake.job(entries[4].id, JobKind.QUANTIZE, 23))
    studio.shoot("02-library-busy")
    fake.jobs.clear()
    broken = [
        replace(entries[1], problem=FileProblem.WRONG_CHECKSUM),
        replace(entries[3], problem=FileProblem.PART_MISSING, detail="Qwen3-30B-A3B-Q4_K_M-00002-of-00003.gguf"),
        entry("Mistral-Small-3.2-24B", problem=FileProblem.MISSING, linked=True),
    ]
    fake.put(*broken)
    studio.shoot("03-library-damaged")
    names = [LONG, "通义千问3-8B-指令微调-中文增强版-量化模型", "نموذج كوين الثالث للغة العربية"]
    fake.put(*(entry(name, QWEN3_8B, "Q4_K_M") for name in names))
    studio.shoot("04-library-names")
    fake.put(*entries)
    page._shrink(entries[2])
    studio.wait(0.4)
    dialog = next(d for d in page.findChildren(QDialog) if d.isVisible())
    dialog.grab().save(str(studio._out / f"{studio._prefix}-models-05-smaller.png"))
    dialog.close()
    fake.put(entries[0])
    studio.shoot("06-library-empty")
    fake.put(*entries)


def discover(studio: Studio, page: ModelsPage) -> None:
    """The catalogue, the search, one repository, failures."""
    shell = studio.shell
    page.show_part(Part.DISCOVER)
    studio.shoot("10-discover")
    page.discover.search("qwen3")
    studio.shoot("11-searching")
    shell.hub.find(repositories(2000), more=True)
    studio.shoot("12-results")
    found = repositories(6)
    page.discover.open_repository(found[1])
    shell.hub.show_detail(found[1])
    studio.shoot("13-repository")
    page.discover.open_repository(found[5])
    shell.hub.show_detail(found[5])
    studio.shoot("14-gated")
    page.discover.back()
    shell.hub.results = []
    shell.hub.fail(NO_CONNECTION, Source.MODELSCOPE)
    studio.shoot("15-failed")
    shell.hub.go_offline()
    studio.shoot("16-offline")
    page.discover.back()


def downloads(studio: Studio, page: ModelsPage) -> None:
    """Nothing, and everything at once."""
    queue = studio.shell.downloads
    page.show_part(Part.DOWNLOADS)
    studio.shoot("20-downloads-empty")
    full = Problem("The disk is full: 3.5 GB are needed and 1.2 GB are free.", "Make room, then try again.")
    slow = Problem("Hugging Face does not answer.", "Parley tries again by itself.")
    state = DownloadState
    queue.put(
        download("a", "Qwen3-8B-Q4_K_M", state.RUNNING, 1_800_000_000, bytes_per_second=12_400_000.0),
        download(
            "b", "Qwen3-30B-A3B-Q4_K_M", state.WAITING, 9_800_000_000, 18_600_000_000, problem=slow, retry_in=40.0
        ),
        download("c", "Qwen3-4B-Q8_0", state.FAILED, 800_000_000, 4_280_000_000, problem=full),
        download("d", LONG, state.PAUSED, 3_000_000_000),
        download("e", "Qwen3-1.7B-Q8_0", state.VERIFYING, 1_834_426_016, 1_834_426_016),
        download("f", "Qwen3-0.6B-Q8_0", state.DONE, 639_446_688, 639_446_688),
    )
    studio.shoot("21-downloads")
    page.show_part(Part.DISCOVER)
    studio.shoot("22-discover-downloading")


def placement(studio: Studio, page: ModelsPage) -> None:
    """A long context, half of the layers, experts on the processor, what does not fit, no graphics card."""
    shell = studio.shell
    entries = shell.library.entries
    page.show_part(Part.LIBRARY)
    page._select_entry(entries[1])
    shell.placement.set_context(40_960)
    studio.shoot("30-long-context")
    page._select_entry(entries[3])
    page.panel.more.click()
    studio.shoot("31-experts")
    huge = entry("Qwen3 235B-A22B", QWEN3_235B, "Q4_K_M")
    shell.library.put(huge)
    page._select_entry(huge)
    studio.shoot("32-does-not-fit")
    shell.library.put(*entries)
    shell.placement.machine = WITHOUT_GPU
    page._select_entry(entries[1])
    studio.shoot("33-processor")
    broken = [msgspec.structs.replace(card, fault=DeviceFault.CRASHED) for card in WITH_GPU.devices]
    shell.placement.machine = msgspec.structs.replace(WITH_GPU, devices=broken)
    shell.graphics.fail()
    page._select_entry(entries[1])
    studio.shoot("34-card-fails")
    shell.graphics.check_again()
    studio.shoot("35-card-checked-again")
    shell.graphics.finish()
    shell.placement.machine = WITH_GPU


def others(studio: Studio, page: ModelsPage) -> None:
    """Narrow, German, Arabic, Chinese, and the first start."""
    window, shell = studio.shell.window, studio.shell
    page.panel.more.setChecked(False)
    for width in (900, 560):
        window.resize(width, 760)
        page.show_part(Part.DISCOVER)
        studio.shoot(f"40-{width}-discover")
        page.show_part(Part.LIBRARY)
        studio.shoot(f"41-{width}-library")
    window.resize(*SIZE)
    for code in ("de", "ar"):
        install_language(shell.application, code)
        page.show_part(Part.DISCOVER)
        studio.shoot(f"42-{code}-discover")
        page.show_part(Part.LIBRARY)
        studio.shoot(f"43-{code}-library")
        page.show_part(Part.DOWNLOADS)
        studio.shoot(f"44-{code}-downloads")
    install_language(shell.application, "en")
    window.focus_composer()
    card = FirstStart(shell.theme, shell.discover)
    window.page.add_card(card)
    studio.shoot("50-first-start")


SCENES: tuple[Callable[[Studio, ModelsPage], None], ...] = (library, discover, downloads, placement, others)


def main(scheme: str, scale: str, out: Path) -> int:
    """Take the pictures of one scheme at one scale."""
    application = QApplication(sys.argv[:1])
    install_language(application, "en")
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(f"{scheme}-{scale}x", out, Path(folder))
        studio.shell.theme.choose(ColourScheme(scheme))
        studio.shell.show()
        page = studio.shell.models()
        for scene in SCENES:
            scene(studio, page)
        page.close_workers()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
