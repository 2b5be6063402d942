"""Working stand-ins for the sessions of the Models page: in memory, with the real planner and real shapes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from app.catalog.library import LibraryEntry
from app.catalog.net_api import DownloadRequest, RemoteFile, RemoteModel, Repository, Source
from app.engine.api import ThinkingSupport
from app.gguf.blueprint import Blueprint, shape_of
from app.gguf.shape import ModelShape
from app.session.models.download_list import DownloadItem, DownloadState
from app.session.models.hub_search import SearchState
from app.session.models.library_jobs import Job, JobKind, QuantizeOffer
from app.session.notices import Problem
from app.system.paths import starter_model

FOLDER = Path("/home/ada/.local/share/parley/models")

QWEN3_8B = Blueprint("qwen3", 36, 4096, 12288, 32, 8, 128, 151_936, tied=False, context=40_960)
QWEN3_4B = Blueprint("qwen3", 36, 2560, 9728, 32, 8, 128, 151_936, tied=True, context=40_960)
QWEN3_30B = Blueprint(
    "qwen3moe", 48, 2048, 6144, 32, 4, 128, 151_936, tied=False, context=40_960,
    experts=128, experts_used=8, expert_feed_forward=768,
)  # fmt: skip
QWEN3_235B = Blueprint(
    "qwen3moe", 94, 4096, 12288, 64, 4, 128, 151_936, tied=False, context=40_960,
    experts=128, experts_used=8, expert_feed_forward=1536,
)  # fmt: skip


def shape(blueprint: Blueprint, quantization: str, name: str) -> ModelShape:
    """Return the shape of a model as its file would tell it."""
    return msgspec.structs.replace(shape_of(blueprint, quantization, name), licence="apache-2.0")


def entry(name: str, blueprint: Blueprint | None = None, quantization: str = "", **values: object) -> LibraryEntry:
    """Return an entry whose size follows from its shape."""
    made = shape(blueprint, quantization, name) if blueprint else None
    path = str(FOLDER / f"{name}-{quantization}.gguf")
    thinking = ThinkingSupport.HYBRID if made else None
    size = made.file_bytes if made else 0
    plain = {"path": path, "name": name, "parts": (path,), "shape": made, "thinking": thinking, "file_bytes": size}
    return LibraryEntry(**(plain | values))  # type: ignore[arg-type]


def starter() -> LibraryEntry:
    """Return the built-in model's entry."""
    tiny = Blueprint("qwen3", 2, 256, 512, 4, 2, 64, 512, tied=True, context=4096)
    return entry("Tiny", tiny, "Q8_0", path=str(starter_model()), builtin=True)


def sample_entries() -> list[LibraryEntry]:
    """Return a library that has seen some use."""
    now = datetime.now(UTC)
    hub = {"source": Source.HUGGING_FACE, "repository": "Qwen/Qwen3-8B-GGUF"}
    return [
        starter(),
        entry("Qwen3 8B", QWEN3_8B, "Q4_K_M", last_used=now, **hub),
        entry("Qwen3 8B", QWEN3_8B, "Q8_0", last_used=now - timedelta(days=1), update_available=True, **hub),
        entry("Qwen3 30B-A3B", QWEN3_30B, "Q4_K_M", last_used=now - timedelta(days=3)),
        entry("Qwen3 4B Instruct 2507", QWEN3_4B, "Q8_0", linked=True, thinking=ThinkingSupport.NEVER),
    ]


class FakeLibrary(QObject):
    """Does everything at once; ``work`` sets a job."""

    changed = Signal()
    notice = Signal(object)
    folder_wanted = Signal(str)

    def __init__(self, entries: list[LibraryEntry] | None = None) -> None:
        super().__init__()
        self.entries = sample_entries() if entries is None else entries
        self.folder = FOLDER
        self.disk_free = 212_000_000_000
        self.jobs: dict[str, Job] = {}
        self.used: list[str] = []
        self.opened: list[str] = []
        self.scans = 0
        self.lists: list[str] = []
        self._gone: LibraryEntry | None = None

    @property
    def disk_used(self) -> int:
        return sum(entry.file_bytes for entry in self.entries if not entry.builtin)

    def busy_with(self, entry_id: str) -> Job | None:
        return self.jobs.get(entry_id)

    def use(self, entry_id: str) -> None:
        self.used.append(entry_id)

    def add_file(self, path: str) -> None:
        self.entries = [*self.entries, LibraryEntry(path, Path(path).stem, (path,), 1_000_000, linked=True)]
        self.changed.emit()

    def delete(self, entry_id: str) -> None:
        self._gone = next(entry for entry in self.entries if entry.id == entry_id)
        self.entries = [entry for entry in self.entries if entry.id != entry_id]
        self.changed.emit()

    def undo_delete(self) -> None:
        if self._gone is not None:
            self.entries, self._gone = [*self.entries, self._gone], None
            self.changed.emit()

    def open_folder(self, entry_id: str) -> None:
        self.opened.append(entry_id)

    def verify(self, entry_id: str) -> None:
        self.work(entry_id, self.job(entry_id, JobKind.VERIFY))

    def quantize(self, entry_id: str, type_: str) -> None:
        self.work(entry_id, self.job(entry_id, JobKind.QUANTIZE))
        self.used.append(type_)

    def quantize_offers(self, entry_id: str) -> list[QuantizeOffer]:
        size = next(entry for entry in self.entries if entry.id == entry_id).file_bytes
        types = {"Q6_K": 0.78, "Q5_K_M": 0.68, "Q4_K_M": 0.58, "IQ4_XS": 0.54}
        return [QuantizeOffer(name, int(size * part), size * part < self.disk_free) for name, part in types.items()]

    def cancel(self, entry_id: str) -> None:
        self.jobs.pop(entry_id, None)
        self.changed.emit()

    def rescan(self) -> None:
        self.scans += 1

    def work(self, entry_id: str, job: Job) -> None:
        self.jobs[entry_id] = job
        self.changed.emit()

    def job(self, entry_id: str, kind: JobKind, done: int = 0) -> Job:
        """Return work on a model, ``done`` of 100."""
        return Job(kind, next(one for one in self.entries if one.id == entry_id), "request", done, 100)

    def listed(self, repository: Repository) -> None:
        self.lists.append(repository.id)

    def put(self, *entries: LibraryEntry) -> None:
        self.entries = list(entries)
        self.changed.emit()


def request(repository: str, quantization: str, size: int = 5_027_783_488) -> DownloadRequest:
    """Return what a download of one file needs."""
    name = f"{repository.rpartition('/')[2].removesuffix('-GGUF')}-{quantization}.gguf"
    return DownloadRequest(Source.HUGGING_FACE, repository, "main", [RemoteFile(name, size)], str(FOLDER))


def download(
    key: str, name: str, state: DownloadState, done: int = 0, total: int = 5_027_783_488, **values: object
) -> DownloadItem:
    """Return a row of the queue."""
    wanted = DownloadRequest(
        Source.HUGGING_FACE, f"Qwen/{name}", "main", [RemoteFile(f"{name}.gguf", total)], "/models"
    )
    return DownloadItem(key, wanted, state, done, **values)  # type: ignore[arg-type]


class FakeDownloads(QObject):
    """A queue in which nothing moves by itself."""

    changed = Signal()
    row_changed = Signal(str)
    finished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.items: list[DownloadItem] = []

    def add(self, wanted: DownloadRequest) -> str:
        item = DownloadItem(wanted.files[0].name, wanted)
        self.items.append(item)
        self.changed.emit()
        return item.id

    def pause(self, download_id: str) -> None:
        self.update(download_id, state=DownloadState.PAUSED)

    def resume(self, download_id: str) -> None:
        self.update(download_id, state=DownloadState.RUNNING)

    def cancel(self, download_id: str) -> None:
        self.items = [item for item in self.items if item.id != download_id]
        self.changed.emit()

    def retry(self, download_id: str) -> None:
        self.update(download_id, state=DownloadState.RUNNING, problem=None)

    def move(self, download_id: str, position: int) -> None:
        item = next(item for item in self.items if item.id == download_id)
        self.items.remove(item)
        self.items.insert(position, item)
        self.changed.emit()

    def update(self, download_id: str, **values: object) -> None:
        for item in self.items:
            if item.id == download_id:
                for name, value in values.items():
                    setattr(item, name, value)
        self.row_changed.emit(download_id)

    def put(self, *items: DownloadItem) -> None:
        self.items = list(items)
        self.changed.emit()


def repositories(number: int) -> list[Repository]:
    """Return search results as a hub gives them."""
    owners = ("Qwen", "unsloth", "bartowski", "lmstudio-community", "mradermacher", "ggml-org")
    names = ("Qwen3-8B", "Qwen3-30B-A3B-Instruct-2507", "Qwen3-Coder-30B-A3B", "QwQ-32B", "Qwen3-4B-Thinking-2507")
    return [
        Repository(
            source=Source.HUGGING_FACE,
            id=f"{owners[n % len(owners)]}/{names[n % len(names)]}{'' if n < 30 else f'-v{n}'}-GGUF",
            revision="main",
            licence="apache-2.0" if n % 3 else "llama3.1",
            gated=n % 11 == 5,
            downloads=max(12, 2_400_000 // (n + 1)),
            likes=900 // (n + 1),
            updated=f"2026-{1 + n % 9:02}-{1 + n % 27:02}",
        )
        for n in range(number)
    ]


CARD_TEXT = """---
license: apache-2.0
---
# Qwen3-8B-GGUF

Qwen3 is the latest generation of **large language models** in the Qwen series, with a *switch* between thinking and
answering at once. ![logo](https://example.org/tracker.png)

| quant | size |
|---|--:|
| Q4_K_M | 5.0 GB |
| Q8_0 | 8.7 GB |

```bash
llama-cli -hf Qwen/Qwen3-8B-GGUF:Q8_0 --jinja
```

See the [documentation](https://qwen.readthedocs.io) for more. <script>alert(1)</script>
"""


class FakeHub(QObject):
    """Finds what it was given."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = SearchState.IDLE
        self.results: list[Repository] = []
        self.problem: Problem | None = None
        self.has_more = False
        self.detail: Repository | None = None
        self.detail_problem: Problem | None = None
        self.other_source_offered: Source | None = None
        self.searched: list[tuple[str, Source]] = []
        self.asked_for_more = 0
        self.opened: list[str] = []

    def search(self, text: str, source: Source) -> None:
        self.searched.append((text, source))
        self.state, self.results, self.problem = SearchState.SEARCHING, [], None
        self.changed.emit()

    def more(self) -> None:
        self.asked_for_more += 1

    def open(self, repository: Repository) -> None:
        self.opened.append(repository.id)
        self.detail = self.detail_problem = None
        self.changed.emit()

    def find(self, results: list[Repository], *, more: bool = False) -> None:
        self.state, self.results, self.has_more = SearchState.DONE, results, more
        self.changed.emit()

    def fail(self, problem: Problem, other: Source | None = None) -> None:
        self.state, self.problem, self.other_source_offered = SearchState.FAILED, problem, other
        self.changed.emit()

    def go_offline(self) -> None:
        self.state = SearchState.OFFLINE
        self.changed.emit()

    def show_detail(self, repository: Repository) -> None:
        sizes = {"Q4_K_M": 5_027_783_488, "Q5_K_M": 5_851_113_280, "Q6_K": 6_725_900_096, "Q8_0": 8_709_519_168}
        models = [RemoteModel(name, [RemoteFile(f"Qwen3-8B-{name}.gguf", size)]) for name, size in sizes.items()]
        parts = [RemoteFile(f"Qwen3-8B-BF16-0000{n}-of-00002.gguf", 8_190_000_000) for n in (1, 2)]
        self.detail = msgspec.structs.replace(repository, models=[*models, RemoteModel("BF16", parts)], card=CARD_TEXT)
        self.changed.emit()
