"""llama.cpp as a whole: its libraries, back ends, devices and log. Once per process, before any model."""

from __future__ import annotations

import ctypes
import importlib.util
import os
from collections import deque
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from app.engine.llama import NativeError, bindings
from app.engine.measured import note
from app.placement.plan import Device, DeviceFault

LOG_LINES_KEPT = 200
_LOG_ERROR, _LOG_CONTINUES, _LOG_DEBUG = 4, 5, 1
_DEVICE_KINDS = {0: "cpu", 1: "gpu", 2: "igpu", 3: "accel"}


def library_folder() -> Path:
    """Return the folder of llama.cpp's libraries. Raises ImportError when the package is not installed."""
    override = os.environ.get("LLAMA_CPP_LIB_PATH")
    if override:
        return Path(override)
    spec = importlib.util.find_spec("llama_cpp")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("llama_cpp is not installed")
    return Path(spec.submodule_search_locations[0]) / "lib"


class LogRing:
    """llama.cpp's log: to stderr, and the last lines in memory, where an error's sentence is looked up."""

    def __init__(self) -> None:
        self.errors: deque[str] = deque(maxlen=LOG_LINES_KEPT)
        self.buffers: deque[str] = deque(maxlen=LOG_LINES_KEPT)  # lines that tell what was taken
        self.listener: Callable[[str], None] | None = None  # hears every line that is no debugging; must not raise
        self._level = 0
        self._callback = bindings().llama_log_callback(self._take)  # kept: llama.cpp holds only the pointer
        bindings().llama_log_set(self._callback, None)

    def _take(self, level: int, text: bytes | None, _user_data: object) -> None:
        """Native code calls this, also from its own threads: nothing may be raised here."""
        if level != _LOG_CONTINUES:
            self._level = level
        if text is None or self._level == _LOG_DEBUG:
            return
        try:
            if self._level == _LOG_ERROR:
                self.errors.append(text.decode("utf-8", "replace").strip())
            elif line := note(text):
                self.buffers.append(line)
            if self.listener is not None:
                self.listener(text.decode("utf-8", "replace"))
            os.write(2, text)
        except OSError:
            return  # stderr is gone; the ring still works

    def last_error(self) -> str:
        """Return the last error line, or ""."""
        return next((line for line in reversed(self.errors) if line), "")


class Backend:
    """llama.cpp itself, once per process: its back ends, devices and log."""

    def __init__(
        self, cpu_variant: Path | None = None, left_out: Mapping[str, DeviceFault] | Collection[str] = ()
    ) -> None:
        """Load the back ends, then initialise llama.cpp. Raises NativeError when no device is there.

        Args:
            cpu_variant: The library of the CPU variant to use, for builds that bring several; else None.
            left_out: File names of modules that are not to be loaded.
        """
        self.cpu_variant = cpu_variant
        self.left_out = dict(left_out) if isinstance(left_out, Mapping) else {}
        self.tried: dict[str, DeviceFault | None] = {}  # by this process; ``gpu_check`` keeps it here
        self._lib = bindings()
        self._declare()
        self.log = LogRing()
        # Before llama_backend_init: left to itself it searches the program's and the current folder.
        self.variant = _load_modules(self._lib._lib, cpu_variant, left_out)
        self._lib.llama_backend_init()
        if not self._lib._lib.ggml_backend_dev_count():
            raise NativeError(self.log.last_error() or "no compute device")

    def _declare(self) -> None:
        """Give types to the functions of ggml, which the package does not bind.

        They are looked up through libllama, whose dependencies dlsym searches: opening libggml by its own file name
        may map a second copy with an empty registry.
        """
        lib = self._lib._lib
        for name in ("dev_count", "reg_count"):
            getattr(lib, f"ggml_backend_{name}").restype = ctypes.c_size_t
        lib.ggml_backend_dev_get.restype = ctypes.c_void_p
        lib.ggml_backend_dev_get.argtypes = [ctypes.c_size_t]
        for name in ("name", "description"):
            function = getattr(lib, f"ggml_backend_dev_{name}")
            function.restype, function.argtypes = ctypes.c_char_p, [ctypes.c_void_p]
        lib.ggml_backend_dev_type.argtypes = [ctypes.c_void_p]
        lib.ggml_backend_dev_backend_reg.restype = ctypes.c_void_p
        lib.ggml_backend_dev_backend_reg.argtypes = [ctypes.c_void_p]
        lib.ggml_backend_reg_name.restype = ctypes.c_char_p
        lib.ggml_backend_reg_name.argtypes = [ctypes.c_void_p]
        size_pointer = ctypes.POINTER(ctypes.c_size_t)
        lib.ggml_backend_dev_memory.argtypes = [ctypes.c_void_p, size_pointer, size_pointer]
        lib.ggml_backend_dev_memory.restype = None
        lib.ggml_backend_load.restype = ctypes.c_void_p
        lib.ggml_backend_load.argtypes = [ctypes.c_char_p]

    @property
    def build(self) -> str:
        """llama.cpp's version and the CPU variant in use."""
        version = bytes(self._lib.llama_version()).decode("utf-8", "replace")
        return f"{version} {self.variant}".strip()

    def devices(self) -> list[Device]:
        """Return all devices with their free memory now."""
        lib = self._lib._lib
        return [self._device(lib.ggml_backend_dev_get(i)) for i in range(lib.ggml_backend_dev_count())]

    def _device(self, handle: int) -> Device:
        lib = self._lib._lib
        free, total = ctypes.c_size_t(), ctypes.c_size_t()
        registry = lib.ggml_backend_dev_backend_reg(handle)
        lib.ggml_backend_dev_memory(handle, ctypes.byref(free), ctypes.byref(total))
        return Device(
            name=(lib.ggml_backend_dev_name(handle) or b"").decode("utf-8", "replace"),
            description=(lib.ggml_backend_dev_description(handle) or b"").decode("utf-8", "replace"),
            kind=_DEVICE_KINDS.get(lib.ggml_backend_dev_type(handle), "accel"),
            total_bytes=total.value,
            free_bytes=free.value,
            backend=(lib.ggml_backend_reg_name(registry) or b"").decode("utf-8", "replace"),
        )

    def close(self) -> None:
        """Free llama.cpp; models and contexts must be closed before."""
        self._lib.llama_backend_free()


def module_files(folder: Path, kind: str = "*") -> list[Path]:
    """Return the loadable back ends of a build with run-time variants; empty for a plain build."""
    patterns = (f"libggml-{kind}.so", f"libggml-{kind}.dylib", f"ggml-{kind}.dll")
    plain = {"base", "cpu"}
    found = {path for pattern in patterns for path in folder.glob(pattern)}
    return sorted(path for path in found if path.stem.removeprefix("lib").removeprefix("ggml-") not in plain)


def gpu_modules(folder: Path) -> list[Path]:
    """Return the loadable back ends that are no CPU variants."""
    return [path for path in module_files(folder) if "ggml-cpu-" not in path.name]


def _load_modules(lib: Any, cpu_variant: Path | None, left_out: Collection[str]) -> str:
    """Load the chosen CPU variant and the other back ends that lie beside it; return the variant's name."""
    if cpu_variant is None:
        return ""
    for path in [cpu_variant, *(p for p in gpu_modules(cpu_variant.parent) if p.name not in left_out)]:
        lib.ggml_backend_load(os.fsencode(path))
    return cpu_variant.stem.removeprefix("lib").removeprefix("ggml-cpu-")
