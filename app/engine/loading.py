"""Loads a model: check the file, plan, try, step down, describe."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.engine import capability
from app.engine.api import ChatMessage, ErrorCode, LoadModel, ModelDescription
from app.engine.backend import Backend
from app.engine.capability import Capability
from app.engine.gpu_check import GpuCheck
from app.engine.kept import KeptStates
from app.engine.llama import AbortFlag, Context, Model, NativeError
from app.engine.llama_options import ContextOptions, ModelOptions
from app.engine.measured import measured
from app.engine.model_file import ModelFileError, checked_model
from app.engine.prompt import PromptBuilder
from app.engine.prompt_cache import PromptCache
from app.engine.reading_costs import ReadingCosts
from app.engine.remembered import PlacementCache
from app.engine.renderer import Renderer, TemplateError
from app.engine.thinking import Tags, find_tags
from app.gguf.model import ModelFile
from app.placement.plan import Machine, Placement, Wishes
from app.placement.planner import plan
from app.placement.steps import step_down
from app.system.bandwidth import BANDWIDTH_FILE, memory_bandwidth, remembered_bandwidth
from app.system.hardware import available_memory, physical_cores, total_memory
from app.system.paths import cache_folder

_UNKNOWN = re.compile(r"unknown model architecture: '(?P<name>[^']*)'")
_MEMORY = re.compile(r"alloc|out of memory|insufficient memory|cannot reserve", re.IGNORECASE)


IDENTITY_BYTES = 1 << 20


class LoadCancelledError(Exception):
    """The person no longer wants this model."""


class Transcript(msgspec.Struct, frozen=True):
    """An answer as it was written, token by token: the same text may be spelled by others."""

    messages: list[ChatMessage]
    answer: str
    tokens: array[int]  # of the prompt, the thoughts and the answer


class Loaded(msgspec.Struct):
    """A model ready to answer, with everything that belongs to it."""

    model: Model
    context: Context
    cache: PromptCache
    renderer: Renderer
    prompts: PromptBuilder
    tags: Tags | None
    capability: Capability
    description: ModelDescription
    kept: KeptStates
    transcript: Transcript | None = None  # of the last answer

    def close(self) -> None:
        """Free it all."""
        self.renderer.close()
        self.context.close()
        self.model.close()


class Loader:
    """Loads one model. ``progress`` hears 0 to 1 and returns False to end the load."""

    def __init__(self, backend: Backend, abort: AbortFlag, progress: Callable[[float], bool]) -> None:
        self._backend = backend
        self._abort = abort
        self._progress = progress
        self._cancelled = False
        self._steps: list[str] = []

    def load(self, command: LoadModel) -> Loaded:
        """Return the model. Raises ModelFileError (also for what llama.cpp says) and LoadCancelledError."""
        file = checked_model(Path(command.path))
        self._backend.log.errors.clear()
        machine = machine_now(self._backend, measure=False)
        planned = plan(file.shape, _wishes(command), machine)
        cache = PlacementCache(cache_folder())
        if remembered := cache.find(file, command, machine):
            planned, self._steps = remembered
        model, context, used = self._try(file, planned)
        cache.keep(file, command, machine, (used, self._steps))
        if self._steps:
            used = _told_again(file, used, machine)
        renderer = None
        try:
            renderer = Renderer(_template(model, file))
            return self._finish(file, model, context, used, renderer)
        except BaseException:
            if renderer is not None:
                renderer.close()
            context.close()
            model.close()
            raise

    def _try(self, file: ModelFile, placement: Placement) -> tuple[Model, Context, Placement]:
        """Load as planned or, where memory is short, smaller."""
        model: Model | None = None
        while True:
            try:
                model = model or self._load_weights(file, placement)
                return model, Context(model, context_options(placement), self._abort), placement
            except NativeError:
                model, placement = self._step_down(file, placement, model)

    def _load_weights(self, file: ModelFile, placement: Placement) -> Model:
        self._backend.log.buffers.clear()
        return Model(file.path, model_options(placement), self._go_on)

    def _step_down(self, file: ModelFile, placement: Placement, model: Model | None) -> tuple[Model | None, Placement]:
        """Give something up and go on, or raise. A model whose weights move is loaded anew."""
        error = self._explain(file)
        if self._cancelled:
            raise LoadCancelledError
        smaller = step_down(placement, file.shape, weights_loaded=model is not None)
        if smaller is None or error.code is ErrorCode.UNKNOWN_ARCHITECTURE:
            if model is not None:
                model.close()
            raise error
        self._steps.append(str(smaller[1]))
        if model is not None and model_options(smaller[0]) != model_options(placement):
            model.close()
            model = None
        return model, smaller[0]

    def _explain(self, file: ModelFile) -> ModelFileError:
        """Turn llama.cpp's log into a code and a fact. Its first error line is the most exact one."""
        lines = [line for line in self._backend.log.errors if line]
        for line in lines:
            if match := _UNKNOWN.search(line):
                return ModelFileError(ErrorCode.UNKNOWN_ARCHITECTURE, match["name"])
        if any(_MEMORY.search(line) for line in lines):
            return ModelFileError(ErrorCode.OUT_OF_MEMORY, lines[0])
        return ModelFileError(ErrorCode.LOAD_FAILED, lines[0] if lines else file.path.name)

    def _go_on(self, fraction: float) -> bool:
        self._cancelled = not self._progress(fraction)
        return not self._cancelled

    def _finish(
        self, file: ModelFile, model: Model, context: Context, placement: Placement, renderer: Renderer
    ) -> Loaded:
        tags = find_tags(model.vocabulary.find)
        try:
            found = capability.detect(renderer, tags)
        except TemplateError as error:
            raise ModelFileError(ErrorCode.TEMPLATE_FAILED, str(error)) from error
        cache = PromptCache(context, _costs(file, placement))
        _warm_up(model, context)
        if not self._go_on(1.0):
            raise LoadCancelledError
        return Loaded(
            model=model,
            context=context,
            cache=cache,
            renderer=renderer,
            prompts=PromptBuilder(model.vocabulary, renderer, tags),
            tags=tags,
            capability=found,
            description=self._describe(file, model, context, placement, found),
            kept=KeptStates(context, cache, lambda: identity(file, placement, self._backend.build), cache_folder()),
        )

    def _describe(
        self, file: ModelFile, model: Model, context: Context, placement: Placement, found: Capability
    ) -> ModelDescription:
        devices = self._backend.devices()
        gpus = placement.devices or [device.name for device in devices if device.is_graphics]
        return ModelDescription(
            path=str(file.path),
            name=file.name,
            architecture=file.header.architecture,
            quantization=file.quantization,
            file_bytes=file.file_bytes,
            parameters=model.parameters,
            context_size=context.size,
            context_trained=model.context_trained,
            thinking=found.support,
            effort_levels=found.effort_levels,
            gpu_layers=placement.gpu_layers,
            layers=model.layers,
            backend=gpus[0] if placement.gpu_layers and gpus else self._backend.variant or "cpu",
            step_downs=list(dict.fromkeys(self._steps)),
            placement=placement,
            memory=measured(self._backend.log.buffers, devices),
        )


def identity(file: ModelFile, placement: Placement, build: str) -> str:
    """Return a text that is the same only where one context can go on with what another has read.

    The context's size is not part of it: a conversation goes on in a larger one.
    """
    stat = file.path.stat()
    how = (placement.kv_type, placement.yarn_factor, placement.gpu_layers, placement.cpu_expert_layers)
    return repr((str(file.path), file.file_bytes, stat.st_mtime_ns, _ends(file.path), how, build))


def _ends(path: Path) -> str:
    """Return a digest of a file's beginning and end: where two models of one size and shape differ."""
    import hashlib  # noqa: PLC0415  (brings OpenSSL, for those who keep something on disk alone)

    digest = hashlib.sha256()
    with path.open("rb") as file:
        digest.update(file.read(IDENTITY_BYTES))
        file.seek(max(0, path.stat().st_size - IDENTITY_BYTES))
        digest.update(file.read(IDENTITY_BYTES))
    return digest.hexdigest()


def _told_again(file: ModelFile, used: Placement, machine: Machine) -> Placement:
    """Return a placement that had to give something up with the memory that it takes now."""
    fixed = Wishes(used.context, used.gpu_layers, used.cpu_expert_layers, used.kv_type, used.threads, used.ubatch)
    uses = plan(file.shape, fixed, machine).uses
    return msgspec.structs.replace(used, uses=uses)


def machine_now(backend: Backend, *, measure: bool = True) -> Machine:
    """Return what there is at this moment; the memory's speed is measured once, if at all."""
    speed_file = cache_folder() / BANDWIDTH_FILE
    return Machine(
        cores=physical_cores(),
        memory_total=total_memory(),
        memory_free=available_memory(),
        devices=GpuCheck(backend, cache_folder()).devices(),
        memory_bandwidth=memory_bandwidth(speed_file) if measure else remembered_bandwidth(speed_file),
    )


def model_options(placement: Placement, *, no_alloc: bool = False) -> ModelOptions:
    """Return where the weights go."""
    return ModelOptions(
        gpu_layers=placement.gpu_layers,
        cpu_expert_layers=placement.cpu_expert_layers,
        split=tuple(placement.split),
        mapped=placement.mapped,
        no_alloc=no_alloc,
        devices=tuple(placement.devices),
    )


def context_options(placement: Placement) -> ContextOptions:
    """Return what the context is made of."""
    return ContextOptions(
        size=placement.context,
        ubatch=placement.ubatch,
        threads=placement.threads,
        kv_type=placement.kv_type,
        yarn_factor=placement.yarn_factor,
        yarn_original=placement.yarn_original,
        on_gpu=placement.gpu_layers > 0,
        paced=placement.gpu_layers < placement.layers or placement.cpu_expert_layers > 0,
    )


def _costs(file: ModelFile, placement: Placement) -> ReadingCosts | None:
    """A graphics card is fast with short batches, and llama.cpp knows a single way with shortened keys."""
    slow = not placement.gpu_layers and placement.kv_type == "f16"
    return ReadingCosts.of(file.shape) if slow else None


def _wishes(command: LoadModel) -> Wishes:
    return Wishes(
        context=command.context_size,
        gpu_layers=command.gpu_layers,
        cpu_expert_layers=command.cpu_expert_layers,
        kv_type=command.kv_type,
        threads=command.threads,
        ubatch=command.ubatch,
    )


def _template(model: Model, file: ModelFile) -> str:
    template = model.chat_template()
    if not template:
        raise ModelFileError(ErrorCode.NO_CHAT_TEMPLATE, file.path.name)
    return template


def _warm_up(model: Model, context: Context) -> None:
    """Decode one token and forget it: faults show up here and not in an answer, and the weights get paged in."""
    context.decode_one(model.vocabulary.first or 0)
    context.clear()
