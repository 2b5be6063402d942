"""What a model would take on this computer, live while a person moves the sliders, and what was wished for it.

The planner is pure and takes less than a millisecond, so it runs here. For a file on this computer llama.cpp is asked
as well, in the files worker and only when the sliders rest: its figures replace the planner's estimates.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from app.engine.api import ModelDescription
from app.engine.files_api import DescribeMachine, FileProbed, FilesCommand, MachineDescribed, Probe
from app.gguf.shape import ModelShape
from app.placement.plan import Machine, Placement, Wishes
from app.placement.planner import maximum_context, plan
from app.session.models.placement_wording import explanation
from app.session.workers.files_client import LostJob
from app.settings.store import SettingsStore

log = logging.getLogger(__name__)

REST_MILLISECONDS = 400
"""So long after the last move the exact figures are asked for and the wishes are written to disk."""

MAX_REMEMBERED = 64


class Files(Protocol):
    """``FilesClient``, as far as it is needed here."""

    @property
    def answered(self) -> SignalInstance:
        """With the last event of a job."""
        ...

    @property
    def lost(self) -> SignalInstance:
        """With a ``LostJob``, whose worker died."""
        ...

    def submit(self, command: FilesCommand, /) -> str:
        """Queue a job; return its request id."""
        ...


@dataclass(frozen=True)
class PlacementLimits:
    """The most that can be wished for; ``layers`` counts the output layer."""

    context: int = 0
    layers: int = 0
    expert_layers: int = 0  # 0: the model has no experts
    threads: int = 0


def reclaimed_by(model: ModelDescription | None) -> dict[str, int]:
    """Return what unloading ``model`` frees, per device, "" for the processor. A mapped file's pages count as free."""
    if model is None:
        return {}
    mapped = model.placement is not None and model.placement.mapped
    return {use.name: use.total_bytes - (use.model_bytes if mapped and not use.name else 0) for use in model.memory}


class PlacementSession(QObject):
    """One model at a time: the one whose settings are shown."""

    changed = Signal()

    def __init__(
        self,
        files: Files,
        settings: SettingsStore,
        loaded: Callable[[], ModelDescription | None],
        parent: QObject | None = None,
    ) -> None:
        """``loaded``: the model in memory now, which a load would replace."""
        super().__init__(parent)
        self._files, self._settings, self._loaded = files, settings, loaded
        self._shape: ModelShape | None = None
        self._path = ""
        self._machine_request = self._probe_request = ""
        self._probed: Wishes | None = None  # what the running or last probe was asked
        self.machine: Machine | None = None
        self.placement: Placement | None = None
        self.wishes = Wishes()
        self._rest = QTimer(self, interval=REST_MILLISECONDS, singleShot=True)
        self._rest.timeout.connect(self._rested)
        self._unsaved = False
        files.answered.connect(self._answered)
        files.lost.connect(self._lost)

    @property
    def limits(self) -> PlacementLimits:
        """How far the sliders go."""
        shape, machine = self._shape, self.machine
        if shape is None:
            return PlacementLimits()
        return PlacementLimits(
            context=maximum_context(shape),
            layers=len(shape.layers) + 1,
            expert_layers=len(shape.layers) if shape.experts else 0,
            threads=machine.cores if machine else 0,
        )

    @property
    def explanation(self) -> str:
        """Why it is placed so; "" before anything is known."""
        return explanation(self.placement) if self.placement else ""

    def for_model(self, shape: ModelShape, path: str | None) -> None:
        """Show this model: ``path`` of one on this computer, None of one that is not here yet."""
        self._shape, self._path = shape, path or ""
        self._probed = None
        self.wishes = self._settings.current.placements.get(self._path, Wishes()) if path else Wishes()
        self.look_again()
        self._replan()

    def look_again(self) -> None:
        """Ask what this computer has now."""
        if not self._machine_request:
            self._machine_request = self._files.submit(DescribeMachine())

    def set_context(self, tokens: int) -> None:
        """Wish for so many tokens; 0 leaves it open."""
        self._wish(context=tokens)

    def set_gpu_layers(self, layers: int) -> None:
        """Wish for so many layers on the graphics card; -1 leaves it open."""
        self._wish(gpu_layers=layers)

    def set_cpu_experts(self, layers: int) -> None:
        """Wish for the experts of so many layers on the processor; -1 leaves it open."""
        self._wish(cpu_expert_layers=layers)

    def set_kv_type(self, kv_type: str) -> None:
        """Wish for "f16" or "q8_0"; "" leaves it open."""
        self._wish(kv_type=kv_type)

    def set_threads(self, threads: int) -> None:
        """Wish for so many threads; 0 leaves it open."""
        self._wish(threads=threads)

    def reset_to_auto(self) -> None:
        """Leave everything to the planner."""
        self._take(Wishes())

    def close(self) -> None:
        """Write what has not been written yet."""
        self._rest.stop()
        self._save()

    # --- inside ---

    def _wish(self, **values: int | str) -> None:
        self._take(msgspec.structs.replace(self.wishes, **values))

    def _take(self, wishes: Wishes) -> None:
        if wishes != self.wishes:
            self.wishes = wishes
            self._remember()
            self._replan()

    def _replan(self) -> None:
        if self._shape is not None and self.machine is not None:
            machine = msgspec.structs.replace(self.machine, reclaimed=reclaimed_by(self._loaded()))
            self.placement = plan(self._shape, self.wishes, machine)
            self._rest.start()
        else:
            self.placement = None
        self.changed.emit()

    def _remember(self) -> None:
        """In memory at once, as a load may follow; on disk when the sliders rest."""
        if not self._path:
            return
        kept = {path: wishes for path, wishes in self._settings.current.placements.items() if path != self._path}
        if self.wishes != Wishes():
            kept[self._path] = self.wishes
        newest = dict(list(kept.items())[-MAX_REMEMBERED:])
        self._settings.current = msgspec.structs.replace(self._settings.current, placements=newest)
        self._unsaved = True
        self._rest.start()

    def _rested(self) -> None:
        self._save()
        if self._path and not self._probe_request and self._probed != self.wishes:
            self._probed = self.wishes
            reclaimed = reclaimed_by(self._loaded())
            command = Probe(path=self._path, wishes=self.wishes, reclaimed=reclaimed)
            self._probe_request = self._files.submit(command)

    def _save(self) -> None:
        if not self._unsaved:
            return
        self._unsaved = False
        try:
            self._settings.save(self._settings.current)
        except OSError as error:
            log.info("wishes not written: %s", error)

    def _lost(self, job: LostJob) -> None:
        """The planner's figures stay; a file that ends the worker is not asked about again."""
        if job.command.request_id == self._machine_request:
            self._machine_request = ""
        elif job.command.request_id == self._probe_request:
            self._probe_request = ""

    def _answered(self, event: object) -> None:
        request = getattr(event, "request_id", "")
        if request and request == self._machine_request:
            self._machine_request = ""
            if isinstance(event, MachineDescribed):
                self.machine = event.machine
                self._replan()
        elif request and request == self._probe_request:
            self._probe_request = ""
            if isinstance(event, FileProbed) and self._probed == self.wishes:
                self.placement = event.placement
                self.changed.emit()
            elif self._probed != self.wishes:
                self._rest.start()
