"""Writes resources/catalog.json from what is known about the models and their files.

``python3 -m devtools.catalogue`` writes it, in the project's environment; with ``--check`` it only says whether it is
current. Files stand in ``devtools/catalogue_files.tsv`` (an empty size, sum or revision is unknown), models below with
the numbers of their ``config.json``; contexts are those with YaRN where Qwen recommends it.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from app.catalog.catalogue import CatalogueEntry, Strength, Variant
from app.catalog.net_api import RemoteFile
from app.engine.api import ThinkingSupport
from app.gguf.blueprint import Blueprint, tensors_of
from app.gguf.mixture import DEFAULT_TYPES
from devtools.console import SetupError, say
from devtools.places import ROOT

FILES = ROOT / "devtools" / "catalogue_files.tsv"
TARGET = ROOT / "resources" / "catalog.json"
LICENCE = "Apache-2.0"
LONG, STRETCHED, SHORT = 262_144, 131_072, 32_768
HYBRID, ALWAYS, NEVER = ThinkingSupport.HYBRID, ThinkingSupport.ALWAYS, ThinkingSupport.NEVER
LANGUAGES = {"Qwen3": 119, "Qwen3-Next": 119, "Qwen3-Coder": 119, "Qwen3.5": 201, "Qwen3.6": 201, "Qwen3.8": 201}


@dataclass(frozen=True)
class Known:
    """A model, less its files."""

    id: str
    name: str
    family: str
    thinking: ThinkingSupport
    strength: Strength
    quality: int
    context: int
    blueprint: Blueprint


def _dense(layers: int, width: int, hidden: int, heads: int, *, tied: bool = False, context: int = 40960) -> Blueprint:
    return Blueprint("qwen3", layers, width, hidden, heads, 8, 128, 151936, tied, context)


def _experts(layers: int, width: int, heads: int, hidden: int, context: int = 40960) -> Blueprint:
    return Blueprint(
        "qwen3moe", layers, width, 3 * width, heads, 4, 128, 151936, tied=False, context=context,
        experts=128, experts_used=8, expert_feed_forward=hidden,
    )  # fmt: skip


def _hybrid(
    layers: int, width: int, hidden: int, heads: tuple[int, int], deltas: int, *, tied: bool = False
) -> Blueprint:
    return Blueprint(
        "qwen35", layers, width, hidden, *heads, 256, 248320, tied, LONG,
        attention_every=4, delta_key_heads=16, delta_value_heads=deltas,
    )  # fmt: skip


def _hybrid_experts(layers: int, width: int, heads: int, deltas: int, experts: tuple[int, int, int]) -> Blueprint:
    many, used, hidden = experts
    return Blueprint(
        "qwen35moe", layers, width, 0, heads, 2, 256, 248320, tied=False, context=LONG, experts=many, experts_used=used,
        expert_feed_forward=hidden, shared_feed_forward=hidden, attention_every=4, delta_key_heads=16,
        delta_value_heads=deltas,
    )  # fmt: skip


NEXT = Blueprint(
    "qwen3next", 48, 2048, 0, 16, 2, 256, 151936, tied=False, context=LONG, experts=512, experts_used=10,
    expert_feed_forward=512, shared_feed_forward=512, attention_every=4, delta_key_heads=16, delta_value_heads=32,
)  # fmt: skip
A3B_35 = _hybrid_experts(40, 2048, 16, 32, (256, 8, 512))
DENSE_27 = _hybrid(64, 5120, 17408, (24, 4), 48)

S = Strength
MODELS = (
    Known("qwen3-0.6b", "Qwen3 0.6B", "Qwen3", HYBRID, S.TINY, 10, SHORT, _dense(28, 1024, 3072, 16, tied=True)),
    Known("qwen3-1.7b", "Qwen3 1.7B", "Qwen3", HYBRID, S.LIGHT, 22, SHORT, _dense(28, 2048, 6144, 16, tied=True)),
    Known("qwen3-4b", "Qwen3 4B", "Qwen3", HYBRID, S.EVERYDAY, 38, STRETCHED, _dense(36, 2560, 9728, 32, tied=True)),
    Known("qwen3-8b", "Qwen3 8B", "Qwen3", HYBRID, S.CAPABLE, 48, STRETCHED, _dense(36, 4096, 12288, 32)),
    Known("qwen3-14b", "Qwen3 14B", "Qwen3", HYBRID, S.STRONG, 56, STRETCHED, _dense(40, 5120, 17408, 40)),
    Known("qwen3-32b", "Qwen3 32B", "Qwen3", HYBRID, S.STRONGEST_DENSE, 66, STRETCHED, _dense(64, 5120, 25600, 64)),
    Known("qwen3-30b-a3b", "Qwen3 30B-A3B", "Qwen3", HYBRID, S.FAST_AND_LARGE, 62, STRETCHED,
          _experts(48, 2048, 32, 768)),
    Known("qwen3-235b-a22b", "Qwen3 235B-A22B", "Qwen3", HYBRID, S.FRONTIER, 82, STRETCHED,
          _experts(94, 4096, 64, 1536)),
    Known("qwen3-4b-instruct-2507", "Qwen3 4B Instruct 2507", "Qwen3", NEVER, S.DIRECT, 44, LONG,
          _dense(36, 2560, 9728, 32, tied=True, context=LONG)),
    Known("qwen3-4b-thinking-2507", "Qwen3 4B Thinking 2507", "Qwen3", ALWAYS, S.REASONER, 46, LONG,
          _dense(36, 2560, 9728, 32, tied=True, context=LONG)),
    Known("qwen3-30b-a3b-instruct-2507", "Qwen3 30B-A3B Instruct 2507", "Qwen3", NEVER, S.DIRECT, 67, LONG,
          _experts(48, 2048, 32, 768, LONG)),
    Known("qwen3-30b-a3b-thinking-2507", "Qwen3 30B-A3B Thinking 2507", "Qwen3", ALWAYS, S.REASONER, 69, LONG,
          _experts(48, 2048, 32, 768, LONG)),
    Known("qwen3-235b-a22b-instruct-2507", "Qwen3 235B-A22B Instruct 2507", "Qwen3", NEVER, S.DIRECT, 85, LONG,
          _experts(94, 4096, 64, 1536, LONG)),
    Known("qwen3-coder-30b-a3b", "Qwen3-Coder 30B-A3B", "Qwen3-Coder", NEVER, S.CODE, 64, LONG,
          _experts(48, 2048, 32, 768, LONG)),
    Known("qwen3-coder-next", "Qwen3-Coder-Next 80B-A3B", "Qwen3-Coder", NEVER, S.CODE, 76, LONG, NEXT),
    Known("qwen3-next-80b-a3b-thinking", "Qwen3-Next 80B-A3B Thinking", "Qwen3-Next", ALWAYS, S.REASONER, 78, LONG,
          NEXT),
    Known("qwen3.5-0.8b", "Qwen3.5 0.8B", "Qwen3.5", HYBRID, S.TINY, 14, LONG,
          _hybrid(24, 1024, 3584, (8, 2), 16, tied=True)),
    Known("qwen3.5-2b", "Qwen3.5 2B", "Qwen3.5", HYBRID, S.LIGHT, 28, LONG,
          _hybrid(24, 2048, 6144, (8, 2), 16, tied=True)),
    Known("qwen3.5-4b", "Qwen3.5 4B", "Qwen3.5", HYBRID, S.EVERYDAY, 47, LONG,
          _hybrid(32, 2560, 9216, (16, 4), 32, tied=True)),
    Known("qwen3.5-9b", "Qwen3.5 9B", "Qwen3.5", HYBRID, S.CAPABLE, 58, LONG, _hybrid(32, 4096, 12288, (16, 4), 32)),
    Known("qwen3.5-27b", "Qwen3.5 27B", "Qwen3.5", HYBRID, S.STRONGEST_DENSE, 77, LONG, DENSE_27),
    Known("qwen3.5-35b-a3b", "Qwen3.5 35B-A3B", "Qwen3.5", HYBRID, S.FAST_AND_LARGE, 73, LONG, A3B_35),
    Known("qwen3.5-122b-a10b", "Qwen3.5 122B-A10B", "Qwen3.5", HYBRID, S.FRONTIER, 84, LONG,
          _hybrid_experts(48, 3072, 32, 64, (256, 8, 1024))),
    Known("qwen3.5-397b-a17b", "Qwen3.5 397B-A17B", "Qwen3.5", HYBRID, S.FRONTIER, 92, LONG,
          _hybrid_experts(60, 4096, 32, 64, (512, 10, 1024))),
    Known("qwen3.6-27b", "Qwen3.6 27B", "Qwen3.6", HYBRID, S.STRONGEST_DENSE, 80, LONG, DENSE_27),
    Known("qwen3.6-35b-a3b", "Qwen3.6 35B-A3B", "Qwen3.6", HYBRID, S.FAST_AND_LARGE, 76, LONG, A3B_35),
    Known("qwen3.8-27b", "Qwen3.8 27B", "Qwen3.8", HYBRID, S.STRONGEST_DENSE, 83, LONG, DENSE_27),
)  # fmt: skip


def catalogue() -> list[CatalogueEntry]:
    """Return all models with their files. Raises SetupError when a model has none, or a file no model."""
    variants = _variants()
    if unknown := set(variants) ^ {model.id for model in MODELS}:
        raise SetupError(f"files without a model, or models without files: {', '.join(sorted(unknown))}")
    return [_entry(model, variants[model.id]) for model in MODELS]


def _variants() -> dict[str, list[Variant]]:
    """Read the table of files; a variant's parts stand below one another."""
    parts: dict[tuple[str, ...], list[RemoteFile]] = defaultdict(list)
    with FILES.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            key = (row["model"], row["quantization"], row["repository"], row["revision"] or "main")
            parts[key].append(RemoteFile(row["file"], int(row["size"] or 0), row["sha256"]))
    found: dict[str, list[Variant]] = defaultdict(list)
    for (model, quantization, repository, revision), files in parts.items():
        if quantization not in DEFAULT_TYPES:
            raise SetupError(f"{model}: no size is known for {quantization}")
        found[model].append(Variant(quantization, repository, files, revision=revision))
    return found


def _entry(model: Known, variants: list[Variant]) -> CatalogueEntry:
    plan = model.blueprint
    tensors = tensors_of(plan)
    parameters = sum(tensor.elements for tensor in tensors)
    experts = sum(tensor.elements for tensor in tensors if "_exps." in tensor.name)
    return CatalogueEntry(
        id=model.id,
        name=model.name,
        family=model.family,
        thinking=model.thinking,
        strength=model.strength,
        quality=model.quality,
        context=model.context,
        languages=LANGUAGES[model.family],
        licence=LICENCE,
        parameters=parameters,
        active_parameters=parameters - experts + experts * plan.experts_used // max(1, plan.experts),
        blueprint=plan,
        variants=sorted(variants, key=_order),
    )


def _order(variant: Variant) -> int:
    """Large to small, as ``DEFAULT_TYPES`` lists them."""
    return list(DEFAULT_TYPES).index(variant.quantization)


def main(arguments: Sequence[str]) -> int:
    """Write the catalogue, or with ``--check`` compare it."""
    data = msgspec.json.format(msgspec.json.encode(catalogue()), indent=1) + b"\n"
    if "--check" in arguments:
        if TARGET.read_bytes() != data:
            raise SetupError("resources/catalog.json is not current: python3 -m devtools.catalogue")
        return 0
    TARGET.write_bytes(data)
    say(f"{len(MODELS)} models, {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
