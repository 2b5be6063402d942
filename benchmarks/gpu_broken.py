"""The check of graphics cards on a real one that was broken on purpose, and on the same one whole.

Needs an NVIDIA card, a llama.cpp with CUDA (``LLAMA_CPP_LIB_PATH``) and ``broken_cuda.so``, made of ``broken_cuda.c``:

    python3 -m benchmarks.gpu_broken BROKEN_CUDA.so OUTPUT.jsonl

Each line: how it was broken, what a first and a second start say and how long their first load takes.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from app.engine.api import CheckDevices, Devices, LoadModel, ModelLoaded
from app.system.paths import starter_model
from tests.helpers.engine_process import EngineProcess, fresh_id

QUESTION = "What is 347 + 268 + 119?"
DEADLINE = 200.0


def first_load(home: Path, environment: dict[str, str]) -> dict[str, Any]:
    """Start a worker, load the starter model as a person would, and ask it something."""
    with EngineProcess(home, environment) as engine:
        said = [device.fault for device in engine.hello.devices if device.is_graphics]
        started = time.monotonic()
        command = LoadModel(path=str(starter_model()), request_id=fresh_id())
        loaded = engine.request(command, deadline=DEADLINE)
        assert isinstance(loaded, ModelLoaded), loaded
        model = loaded.model
        return {
            "hello": said,
            "load_seconds": round(time.monotonic() - started, 2),
            "backend": model.backend,
            "gpu_layers": model.gpu_layers,
            "reasons": model.placement.reasons if model.placement else [],
            "right": "734" in engine.ask(QUESTION).text,
        }


def checked_again(home: Path, environment: dict[str, str]) -> list[Any]:
    """Have the cards tried again."""
    with EngineProcess(home, environment) as engine:
        answer = engine.request(CheckDevices(request_id=fresh_id()), deadline=DEADLINE)
        assert isinstance(answer, Devices)
        return [device.fault for device in answer.devices if device.is_graphics]


def main(library: Path, output: Path) -> None:
    """Break it in every way; whole, then mended at the end."""
    with output.open("a", encoding="utf-8") as file:
        for how in ("", "crash", "nothing", "hang"):
            broken = {"LD_PRELOAD": str(library), "BROKEN_CUDA": how} if how else {}
            row: dict[str, Any] = {"broken": how}
            with tempfile.TemporaryDirectory() as name:
                home = Path(name)
                row["first"] = first_load(home, broken)
                row["remembered"] = json.loads((home / "cache" / "gpu-check.json").read_bytes())["devices"]
                row["second"] = first_load(home, broken)
                row["mended, checked again"] = checked_again(home, {})
                row["third"] = first_load(home, {})
            line = json.dumps(row)
            file.write(line + "\n")
            print(line, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
