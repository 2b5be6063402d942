"""What llama.cpp itself says about model files, in a process of its own: ``python -m tests.helpers.llama_numbers``."""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from app.system.child import worker_folder

DEADLINE = 100.0
_BUFFER = re.compile(r"^\s*load_tensors:\s+(?P<name>\S+) model buffer size =\s+(?P<mebibytes>[\d.]+) MiB")


class Numbers(msgspec.Struct):
    """Sizes in bytes, but buffers in MiB as the log has them."""

    parameters: int
    size: int
    layers: int
    heads: int
    kv_heads: int
    embedding: int
    vocabulary: int
    context: int
    name: str
    architecture: str
    template_bytes: int
    buffers: dict[str, float]


def numbers_of(paths: Sequence[Path]) -> list[Numbers]:
    """Ask for all files; those whose name begins with "sparse" are not given any memory."""
    command = [sys.executable, "-m", "tests.helpers.llama_numbers", *map(str, paths)]
    done = subprocess.run(
        command, cwd=worker_folder(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=DEADLINE, check=True
    )
    return [msgspec.json.decode(line, type=Numbers) for line in done.stdout.splitlines()]


def main(paths: list[str]) -> None:
    """Be the process."""
    from app.engine.backend import Backend
    from app.engine.llama import bindings

    backend, lib = Backend(), bindings()
    for path in paths:
        lines: list[str] = []
        backend.log.listener = lines.append
        parameters = lib.llama_model_default_params()
        parameters.no_alloc = Path(path).name.startswith("sparse")
        parameters.load_mode = 0 if parameters.no_alloc else parameters.load_mode
        model = lib.llama_model_load_from_file(path.encode(), parameters)
        found = [match for line in "".join(lines).splitlines() if (match := _BUFFER.match(line))]
        numbers = Numbers(
            parameters=lib.llama_model_n_params(model),
            size=lib.llama_model_size(model),
            layers=lib.llama_model_n_layer(model),
            heads=lib.llama_model_n_head(model),
            kv_heads=lib.llama_model_n_head_kv(model),
            embedding=lib.llama_model_n_embd(model),
            vocabulary=lib.llama_vocab_n_tokens(lib.llama_model_get_vocab(model)),
            context=lib.llama_model_n_ctx_train(model),
            name=_text(lib, model, b"general.name"),
            architecture=_text(lib, model, b"general.architecture"),
            template_bytes=len(lib.llama_model_chat_template(model, None) or b""),
            buffers={match["name"]: float(match["mebibytes"]) for match in found},
        )
        sys.stdout.buffer.write(msgspec.json.encode(numbers) + b"\n")
        lib.llama_model_free(model)
    backend.close()


def _text(lib: Any, model: int, key: bytes) -> str:
    buffer = ctypes.create_string_buffer(1024)
    lib.llama_model_meta_val_str(model, key, buffer, len(buffer))
    return buffer.value.decode()


if __name__ == "__main__":
    main(sys.argv[1:])
