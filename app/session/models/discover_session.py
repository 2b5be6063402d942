"""What there is to download, judged for this computer: the catalogue, and repositories that a search found.

Shapes and placements of all offers take a good part of a second, so they are made on a thread; the window keeps the
last list until the next is there. Names and sums of some files are settled by a listing just before their download.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance

from app.catalog.installed import Have, Installed
from app.catalog.net_api import (
    AnyNetCommand,
    AnyNetEvent,
    DownloadRequest,
    ListRepository,
    NetFailed,
    NetProblem,
    Repository,
    RepositoryListed,
)
from app.catalog.offers import Judge, Offer, OfferedModel, best_of_all
from app.catalog.resolve import resolved
from app.engine.files_api import DescribeMachine, FilesCommand, MachineDescribed
from app.gguf.shape import ModelShape
from app.placement.plan import Machine
from app.placement.planner import plan
from app.session.models.catalogue_shapes import CatalogueShapes
from app.session.models.repository_offers import RepositoryOffers
from app.session.notices import Notice, Severity
from app.session.tasks import BackgroundThread
from app.session.workers.net_wording import net_problem
from app.session.workers.worker_process import new_request_id

translate = QCoreApplication.translate


class Files(Protocol):
    """``FilesClient``, as far as it is needed here."""

    @property
    def answered(self) -> SignalInstance:
        """With the last event of a job."""
        ...

    def submit(self, command: FilesCommand, /) -> str:
        """Queue a job; return its request id."""
        ...


class Net(Protocol):
    """``NetClient``, as far as it is needed here."""

    @property
    def received(self) -> SignalInstance:
        """With an event of the net worker."""
        ...

    def send(self, command: AnyNetCommand, /) -> bool:
        """Ask; False while offline."""
        ...


class Library(Protocol):
    """``LibrarySession``, as far as it is needed here."""

    @property
    def changed(self) -> SignalInstance:
        """Models came or went."""
        ...

    @property
    def entries(self) -> Sequence[Have]:
        """All models on this computer."""
        ...


class Downloads(Protocol):
    """``DownloadQueue``, as far as it is needed here."""

    def add(self, request: DownloadRequest, /) -> str:
        """Queue a download; return its id."""
        ...


@dataclass(frozen=True)
class Collaborators:
    """Whom the session works with; ``reclaimed`` says what unloading the current model would free, see ``Machine``."""

    files: Files
    net: Net
    library: Library
    downloads: Downloads
    reclaimed: Callable[[], dict[str, int]] = dict
    catalogue: CatalogueShapes = field(default_factory=CatalogueShapes)


@dataclass(frozen=True)
class _Judged:
    models: list[OfferedModel]
    recommended: Offer | None


class DiscoverSession(QObject):
    """The catalogue with its offers, the recommendation, and what a found repository would be here."""

    changed = Signal()
    notice = Signal(object)  # Notice

    def __init__(self, with_: Collaborators, models: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._with = with_
        self._folder = models
        self._thread = BackgroundThread("catalogue", self)
        self._catalogue = with_.catalogue
        self._machine_request = ""
        self._resolving: dict[str, Offer] = {}
        self._installed = Installed()
        self._round = 0  # counts what was asked of the thread: only the last answer is shown
        self.machine: Machine | None = None
        self.models: list[OfferedModel] = []
        self.recommended: Offer | None = None
        self._found = RepositoryOffers(with_.net.send, self._catalogue, self.changed.emit)
        with_.files.answered.connect(self._answered)
        with_.net.received.connect(self._received)
        with_.library.changed.connect(self._library_changed)

    def refresh(self) -> None:
        """Look at the machine again; offers without it come first, if there are none yet."""
        if not self._machine_request:
            self._machine_request = self._with.files.submit(DescribeMachine())
        if not self.models:
            self._judge()

    def download(self, offer: Offer) -> str:
        """Queue the download and return its id; "" when its files have to be asked for first, or that cannot be."""
        if offer.exact:
            return self._with.downloads.add(offer.request)
        request = new_request_id()
        command = ListRepository(
            request_id=request,
            source=offer.request.source,
            repository=offer.request.repository,
            revision=offer.request.revision,
        )
        if self._with.net.send(command):
            self._resolving[request] = offer
        else:
            self._say(translate("Session", "Parley is offline, so nothing can be downloaded."))
        return ""

    def repository_offers(self, repository: Repository) -> list[Offer]:
        """Return a listed repository's offers: estimates at first; ``changed`` says when they are exact."""
        return self._found.offers(repository, self._judge_of(self._snapshot()))

    def shape_of(self, offer: Offer) -> ModelShape | None:
        """Return the shape that an offer was judged by; None for one that is not offered any more."""
        for entry in self._catalogue.entries():
            for variant in entry.variants:
                if (entry.id, variant.quantization) == (offer.model_id, offer.quantization):
                    return self._catalogue.shape(entry, variant)
        return self._found.shape_of(offer)

    def close(self) -> None:
        """End the thread."""
        self._thread.close()

    def _answered(self, event: object) -> None:
        if not isinstance(event, msgspec.Struct) or getattr(event, "request_id", "") != self._machine_request:
            return
        self._machine_request = ""
        if isinstance(event, MachineDescribed):
            self.machine = msgspec.structs.replace(event.machine, reclaimed=self._with.reclaimed())
            self._judge()

    def _library_changed(self) -> None:
        """Judge again when other models are installed; the library also reports every step of a job."""
        if self.models and self._snapshot() != self._installed:
            self._judge()

    def _snapshot(self) -> Installed:
        return Installed.of(self._with.library.entries)

    def _judge_of(self, installed: Installed) -> Judge:
        return Judge(plan, self.machine, self._folder, installed.has, self._catalogue.shape)

    def _judge(self) -> None:
        self._round += 1
        self._installed = self._snapshot()
        number, judge = self._round, self._judge_of(self._installed)

        def work() -> _Judged:
            models = [judge.offered(entry) for entry in self._catalogue.entries()]
            best = best_of_all(models)
            return _Judged(_best_first(models, best), best)

        self._thread.run(work, lambda judged: self._show(number, judged))

    def _show(self, number: int, judged: _Judged) -> None:
        if number != self._round:
            return
        self.models, self.recommended = judged.models, judged.recommended
        self.changed.emit()

    def _received(self, event: AnyNetEvent) -> None:
        if self._found.take(event):
            return
        offer = self._resolving.pop(event.request_id, None)
        if offer is None:
            return
        match event:
            case RepositoryListed():
                self._add(offer, event.repository)
            case NetFailed():
                self._refuse(offer, event.problem, event.detail)
            case _:
                self._refuse(offer, NetProblem.UNEXPECTED_CONTENT, type(event).__name__)

    def _add(self, offer: Offer, repository: Repository) -> None:
        request = resolved(offer.request, offer.quantization, repository)
        if request is None:
            self._refuse(offer, NetProblem.NOT_FOUND, offer.request.repository)
        else:
            self._with.downloads.add(request)

    def _refuse(self, offer: Offer, problem: NetProblem, detail: str) -> None:
        said = net_problem(problem, offer.request.source, detail)
        self._say(f"{said.sentence} {said.advice}".strip())

    def _say(self, sentence: str) -> None:
        self.notice.emit(Notice(Severity.WARNING, sentence))


def _best_first(models: list[OfferedModel], best: Offer | None) -> list[OfferedModel]:
    """The recommended model leads; the others keep the catalogue's order."""
    return sorted(models, key=lambda model: best is None or model.id != best.model_id)
