"""Where a model will live, in words: never "ngl=36"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.placement.plan import DeviceUse, Fit, Machine, Placement
from app.ui.models.measures import context_size, gibibytes, memory_size
from app.ui.widgets.tag import TagTone

translate = QCoreApplication.translate
NO_BREAK = "\N{NO-BREAK SPACE}"


def fit_words(placement: Placement) -> str:
    """Return "fits on the GPU", "GPU + CPU, 30/36 layers", …"""
    match placement.fit:
        case Fit.GPU:
            return translate("Placement", "fits on the GPU")
        case Fit.GPU_EXPERTS_CPU:
            return translate("Placement", "GPU, experts on the CPU")
        case Fit.GPU_AND_CPU:
            return translate("Placement", "GPU + CPU, {part}/{all} layers").format(
                part=QLocale().toString(placement.gpu_layers), all=QLocale().toString(placement.layers)
            )
        case Fit.CPU:
            return translate("Placement", "runs on the CPU")
        case Fit.NOT:
            return translate("Placement", "does not fit")


def fit_tone(placement: Placement) -> TagTone:
    """Return how glad the person will be; without a graphics card the processor is no disappointment."""
    match placement.fit:
        case Fit.GPU:
            return TagTone.GOOD
        case Fit.GPU_EXPERTS_CPU | Fit.GPU_AND_CPU:
            return TagTone.WARN
        case Fit.CPU:
            return TagTone.WARN if any(use.name for use in placement.uses) else TagTone.GOOD
        case Fit.NOT:
            return TagTone.BAD


def context_limit(placement: Placement, wanted: int) -> str:
    """Return "up to 12k" when less than the wanted context fits, else ""."""
    if placement.fit is Fit.NOT or placement.context >= wanted or not placement.context:
        return ""
    return translate("Placement", "up to {size}").format(size=context_size(placement.context))


def device_title(use: DeviceUse) -> str:
    """Return "GPU · RTX 4060, 8.0 GB" or "Memory · 32.0 GB"."""
    size = memory_size(use.total_bytes)
    if not use.name:
        return translate("Placement", "Memory · {size}").format(size=size)
    return translate("Placement", "GPU · {name}, {size}").format(name=use.description or use.name, size=size)


def device_parts(use: DeviceUse) -> str:
    """Return "model 4.7 · context 2.2 · working memory 0.4 · other programs 0.3 · free 0.4 GB"; no part is torn."""
    parts = [
        (use.model_bytes, translate("Placement", "model {size}")),
        (use.context_bytes, translate("Placement", "context {size}")),
        (use.compute_bytes, translate("Placement", "working memory {size}")),
        (use.others_bytes, translate("Placement", "other programs {size}")),
    ]
    words = [template.format(size=gibibytes(size)) for size, template in parts if size]
    if use.free_bytes >= 0:
        words.append(translate("Placement", "free {size}").format(size=memory_size(use.free_bytes)))
    else:
        words.append(translate("Placement", "{size} too little").format(size=memory_size(-use.free_bytes)))
    return f"{NO_BREAK}· ".join(word.replace(" ", NO_BREAK) for word in words)


def in_order(uses: list[DeviceUse]) -> list[DeviceUse]:
    """Return graphics cards first: they decide how fast it is."""
    return sorted(uses, key=lambda use: not use.name)


def machine_words(machine: Machine) -> str:
    """Return "RTX 4060 with 8.0 GB · 32.0 GB of memory"."""
    cards = [
        translate("Placement", "{name} with {size}").format(
            name=device.description or device.name, size=memory_size(device.total_bytes)
        )
        for device in machine.devices
        if device.is_graphics and device.fault is None
    ]
    memory = translate("Placement", "{size} of memory").format(size=memory_size(machine.memory_total))
    return " · ".join([*cards, memory])
