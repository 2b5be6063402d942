"""Loads a model: check the file, plan, try, step down, describe."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.engine import capability, placement
from app.engine.api import ErrorCode, LoadModel, ModelDescription
from app.engine.backend import Backend
from app.engine.capability import Capability
from app.engine.llama import AbortFlag, Context, Model, NativeError
from app.engine.model_file import ModelFileError, checked_model
from app.engine.placement import Machine, Plan, Wishes
from app.engine.prompt import PromptBuilder
from app.engine.prompt_cache import PromptCache
from app.engine.renderer import Renderer, TemplateError
from app.engine.thinking import Tags, find_tags
from app.gguf.model import ModelFile
from app.system.hardware import available_memory, physical_cores

_UNKNOWN = re.compile(r"unknown model architecture: '(?P<name>[^']*)'")
_MEMORY = re.compile(r"alloc|out of memory|insufficient memory|cannot reserve", re.IGNORECASE)


class LoadCancelledError(Exception):
    """The person no longer wants this model."""


@dataclass
class Loaded:
    """A model ready to answer, with everything that belongs to it."""

    model: Model
    context: Context
    cache: PromptCache
    renderer: Renderer
    prompts: PromptBuilder
    tags: Tags | None
    capability: Capability
    description: ModelDescription

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
        machine = Machine(physical_cores(), available_memory(), self._backend.devices())
        wishes = Wishes(command.context_size, command.gpu_layers, command.ubatch, command.threads, command.kv_type)
        model, context, plan = self._try(file, placement.first_plan(file, wishes, machine))
        renderer = None
        try:
            renderer = Renderer(_template(model, file))
            return self._finish(file, model, context, plan, renderer)
        except BaseException:
            if renderer is not None:
                renderer.close()
            context.close()
            model.close()
            raise

    def _try(self, file: ModelFile, plan: Plan) -> tuple[Model, Context, Plan]:
        """Load by this plan or, where memory is short, by a smaller one."""
        model: Model | None = None
        while True:
            try:
                model = model or Model(file.path, plan.gpu_layers, self._go_on)
                context = Context(model, plan.context, plan.ubatch, plan.threads, plan.kv_type, self._abort)
            except NativeError:
                model, plan = self._step_down(file, plan, model)
            else:
                return model, context, plan

    def _step_down(self, file: ModelFile, plan: Plan, model: Model | None) -> tuple[Model | None, Plan]:
        """Give something up and go on, or raise. A model whose layers move is loaded anew."""
        error = self._explain(file)
        if self._cancelled:
            raise LoadCancelledError
        smaller = placement.step_down(plan, weights_loaded=model is not None)
        if smaller is None or error.code is ErrorCode.UNKNOWN_ARCHITECTURE:
            if model is not None:
                model.close()
            raise error
        self._steps.append(smaller[1])
        if model is not None and smaller[0].gpu_layers != plan.gpu_layers:
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

    def _finish(self, file: ModelFile, model: Model, context: Context, plan: Plan, renderer: Renderer) -> Loaded:
        tags = find_tags(model.vocabulary.find)
        try:
            found = capability.detect(renderer, tags)
        except TemplateError as error:
            raise ModelFileError(ErrorCode.TEMPLATE_FAILED, str(error)) from error
        cache = PromptCache(context)
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
            description=self._describe(file, model, context, plan, found),
        )

    def _describe(
        self, file: ModelFile, model: Model, context: Context, plan: Plan, found: Capability
    ) -> ModelDescription:
        gpus = [device.name for device in self._backend.devices() if device.kind in {"gpu", "igpu"}]
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
            gpu_layers=plan.gpu_layers,
            layers=model.layers,
            backend=gpus[0] if plan.gpu_layers and gpus else self._backend.variant or "cpu",
            step_downs=list(dict.fromkeys(self._steps)),
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
