"""Which model is loaded, is loading, or could not be loaded."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.engine.api import (
    AnyEvent,
    Cancel,
    EngineError,
    ErrorCode,
    LoadModel,
    ModelDescription,
    ModelLoaded,
    ModelLoading,
    ModelUnloaded,
    UnloadModel,
)
from app.placement.plan import Wishes
from app.session.notices import Notice, Problem, Severity
from app.session.wording import death_problem, problem_for, reduced_sentence
from app.session.workers.engine_client import EngineClient
from app.session.workers.worker_process import DeathKind, WorkerDeath, new_request_id
from app.settings.store import SettingsStore
from app.system.paths import starter_model

MAX_RECENT = 8
BUSY_MILLISECONDS = 120
"""Until an engine that is writing something is asked again."""

BROKEN = frozenset({DeathKind.NOT_STARTED, DeathKind.WRONG_PROTOCOL})
"""No worker can be started: another try would end the same way."""


class ModelState(StrEnum):
    """What the model picker shows."""

    NONE = "none"
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


class ModelSession(QObject):
    """Loads models through the engine and remembers the last one. After a worker's death it loads again by itself."""

    changed = Signal()
    notice = Signal(object)  # Notice

    def __init__(self, engine: EngineClient, settings: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._settings = settings
        self._request = ""
        self._starter = str(starter_model())
        self._command: LoadModel | UnloadModel | None = None  # with this id
        self._waits = False  # what is being written with the model before goes first
        self.state = ModelState.NONE
        self.fraction = 0.0
        self.path = ""
        self.model: ModelDescription | None = None
        self.problem: Problem | None = None
        engine.received.connect(self._take)
        engine.died.connect(self._worker_died)

    @property
    def is_starter(self) -> bool:
        """Whether the built-in model is the one in question."""
        return self.path == self._starter

    @property
    def recent(self) -> list[str]:
        """Files that were loaded before, newest first, as far as they still exist; never the starter model."""
        return [path for path in self._settings.current.recent_models if Path(path).exists()]

    def ensure(self, path: str = "") -> None:
        """Load the chosen model unless it is loaded or loading; or the one in ``path``, while that file exists."""
        if path and path != self.path and Path(path).exists():
            self.load(path)
        elif self.state in {ModelState.NONE, ModelState.FAILED}:
            self.load(self.path or self._settings.current.model_path or str(starter_model()))

    def load(self, path: str) -> None:
        """Load this file; what was loaded before is freed first."""
        settings = self._settings.current
        if self.state is ModelState.LOADING:
            self.cancel_load()
        self._request, self.path = new_request_id(), path
        self.model, self.problem, self.fraction = None, None, 0.0
        self._set(ModelState.LOADING)
        wishes = settings.placements.get(path, Wishes())
        self._ask(
            LoadModel(
                request_id=self._request,
                path=path,
                context_size=wishes.context or settings.context_size,
                gpu_layers=settings.gpu_layers if wishes.gpu_layers < 0 else wishes.gpu_layers,
                cpu_expert_layers=wishes.cpu_expert_layers,
                kv_type=wishes.kv_type,
                threads=wishes.threads or settings.threads,
            )
        )

    def load_starter(self) -> None:
        """Load the built-in model."""
        self.load(str(starter_model()))

    def retry(self) -> None:
        """Load the model that failed once more."""
        if self.path:
            self.load(self.path)

    def cancel_load(self) -> None:
        """Give up the load in progress."""
        if self.state is ModelState.LOADING:
            if not self._engine.drop_waiting(self._request):
                self._engine.send(Cancel(request_id=new_request_id(), target=self._request))
            self._request = ""
            self._set(ModelState.NONE)

    def unload(self) -> None:
        """Free the model's memory."""
        if self.state is ModelState.READY:
            self._request, self.model = new_request_id(), None
            self._ask(UnloadModel(request_id=self._request))
            self._set(ModelState.NONE)

    def forget(self, path: str) -> None:
        """A file is about to go: let go of it, and have another model chosen the next time."""
        settings = self._settings.current
        if path == self.path:
            self.cancel_load()
            self.unload()
            self._request, self.path, self.problem = "", "", None
            self._set(ModelState.NONE)
        recent = [other for other in settings.recent_models if other != path]
        chosen = "" if settings.model_path == path else settings.model_path
        if (chosen, recent) != (settings.model_path, settings.recent_models):
            self._settings.change(model_path=chosen, recent_models=recent)

    def _take(self, event: AnyEvent) -> None:
        if not self._request or event.request_id != self._request:
            return
        match event:
            case ModelLoading():
                self._waits = False
                self.fraction = event.fraction
                self.changed.emit()
            case ModelLoaded():
                self._loaded(event.model)
            case ModelUnloaded():
                self._set(ModelState.NONE)
            case EngineError(code=ErrorCode.BUSY):
                self._wait()
            case EngineError():
                self.problem = problem_for(event.code, event.detail, event.needed, event.available)
                self._set(ModelState.FAILED)
            case _:
                pass

    def _ask(self, command: LoadModel | UnloadModel) -> None:
        self._command, self._waits = command, False
        self._engine.send(command)

    def _wait(self) -> None:
        """Something is being written with the model before: ask again until that is done, and say so once."""
        if not self._waits and self.state is ModelState.LOADING:
            words = QCoreApplication.translate(
                "Session", "“{name}” is loaded as soon as the model before has finished what it writes."
            )
            self.notice.emit(Notice(Severity.INFO, words.format(name=Path(self.path).stem)))
        self._waits = True
        QTimer.singleShot(BUSY_MILLISECONDS, self, self._ask_again)

    def _ask_again(self) -> None:
        if self._command is not None and self._command.request_id == self._request:
            self._engine.send(self._command)

    def _loaded(self, model: ModelDescription) -> None:
        self.model = model
        path = "" if self.is_starter else self.path
        recent = self._settings.current.recent_models
        if path:
            recent = [path, *(other for other in recent if other != path)][:MAX_RECENT]
        if (path, recent) != (self._settings.current.model_path, self._settings.current.recent_models):
            self._settings.change(model_path=path, recent_models=recent)
        self._set(ModelState.READY)
        sentence = reduced_sentence(model.step_downs, model.context_size)
        if sentence:
            self.notice.emit(Notice(Severity.WARNING, sentence))

    def _worker_died(self, death: WorkerDeath) -> None:
        match self.state:
            case ModelState.READY:
                self.model = None
                self.state = ModelState.NONE
                if death.kind in BROKEN:
                    self._fail(death)
                else:
                    self.load(self.path)
            case ModelState.LOADING:
                self._died_loading(death)
            case ModelState.NONE | ModelState.FAILED:
                pass
            case _:
                assert_never(self.state)

    def _died_loading(self, death: WorkerDeath) -> None:
        if self._waits and death.kind not in BROKEN:  # it was the model before
            self.load(self.path)
        else:  # loading it again by itself could end the next worker too, and the one after it
            self._fail(death)

    def _fail(self, death: WorkerDeath) -> None:
        self.problem = death_problem(death, Path(self.path).name)
        self._set(ModelState.FAILED)

    def _set(self, state: ModelState) -> None:
        self.state = state
        self.changed.emit()
