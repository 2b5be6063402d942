"""Model files as the engine refuses them: with the codes of its contract."""

from __future__ import annotations

from pathlib import Path

from app.engine.api import ErrorCode
from app.gguf.errors import Fault, GgufError
from app.gguf.model import ModelFile, inspect

_CODES = {
    Fault.MISSING: ErrorCode.FILE_MISSING,
    Fault.UNREADABLE: ErrorCode.FILE_UNREADABLE,
    Fault.NOT_GGUF: ErrorCode.NOT_GGUF,
    Fault.TRUNCATED: ErrorCode.TRUNCATED,
    Fault.PART_MISSING: ErrorCode.PART_MISSING,
    Fault.DAMAGED: ErrorCode.LOAD_FAILED,
    Fault.NO_ARCHITECTURE: ErrorCode.UNKNOWN_ARCHITECTURE,
}


class ModelFileError(Exception):
    """A file that cannot be loaded. ``detail`` is a fact for the sentence: a file name, an architecture."""

    def __init__(self, code: ErrorCode, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


def checked_model(path: Path) -> ModelFile:
    """Check a model from any of its parts. Raises ModelFileError with the file's name."""
    try:
        return inspect(path)
    except GgufError as error:
        detail = f"{error.detail}: {error.what}" if error.what else error.detail
        raise ModelFileError(_CODES[error.fault], detail) from error
