"""The files of a repository -> the models that one can choose: by quant, the parts of a split one together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

from app.catalog.hub.names import is_safe_file
from app.catalog.net_api import RemoteFile, RemoteModel

PART = re.compile(r"-(?P<number>\d{5})-of-(?P<count>\d{5})(?=\.gguf$)", re.IGNORECASE)
QUANTIZATION = re.compile(
    r"(?<![A-Za-z0-9])"
    r"((?:UD[-_])?(?:I?Q\d(?:_[0-9A-Z]+)*|TQ\d_\d|MXFP4(?:_MOE)?|NVFP4|BF16|FP?16|FP?32))"
    r"(?![A-Za-z0-9])",
    re.IGNORECASE,
)
NOT_A_MODEL = re.compile(r"(^|[._/-])(mmproj|imatrix|ggml-vocab|control[_-]vector|lora)([._-]|$)", re.IGNORECASE)
SHA256 = re.compile(r"[0-9a-f]{64}")
MOST_PARTS = 512


def remote_file(name: str, size: object, sha256: object) -> RemoteFile | None:
    """Take what a hub says about a file; None for what cannot be downloaded safely or says nothing useful."""
    if not is_safe_file(name) or not isinstance(size, int) or isinstance(size, bool) or size <= 0:
        return None
    digest = sha256.lower() if isinstance(sha256, str) else ""
    return RemoteFile(name=name, size=size, sha256=digest if SHA256.fullmatch(digest) else "")


def group(files: Iterable[RemoteFile]) -> list[RemoteModel]:
    """Return the models among ``files``, small to large. A split one of which a part is missing is left out."""
    whole: list[RemoteModel] = []
    split: dict[tuple[str, int], dict[int, RemoteFile]] = defaultdict(dict)
    for file in files:
        if not file.name.lower().endswith(".gguf") or NOT_A_MODEL.search(file.name):
            continue
        part = PART.search(file.name)
        if part is None:
            whole.append(RemoteModel(quantization=quantization_of(file.name), files=[file]))
        else:
            stem = file.name[: part.start()]
            split[stem, int(part["count"])][int(part["number"])] = file
    for (stem, count), parts in split.items():
        if 0 < count <= MOST_PARTS and set(parts) == set(range(1, count + 1)):
            ordered = [parts[number] for number in range(1, count + 1)]
            whole.append(RemoteModel(quantization=quantization_of(f"{stem}.gguf"), files=ordered))
    return sorted(whole, key=lambda model: (model.size, model.files[0].name))


def quantization_of(name: str) -> str:
    """Return the quant that a file's name says, else its folder's, in capitals; "" when neither does."""
    path = PurePosixPath(name)
    for piece in (path.stem, *(parent.name for parent in path.parents)):
        found = QUANTIZATION.findall(piece)
        if found:
            return _tidy(str(found[-1]))
    return ""


def _tidy(found: str) -> str:
    name = found.upper().replace("UD_", "UD-")
    return {"FP16": "F16", "FP32": "F32"}.get(name, name)
