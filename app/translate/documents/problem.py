"""Why a document cannot be translated, as a code that the window turns into a sentence. No Qt."""

from __future__ import annotations

import errno
from enum import StrEnum


class ProblemCode(StrEnum):
    """What is the matter with a file."""

    TOO_LARGE = "too_large"  # also: unpacks to far more than a document has
    DAMAGED = "damaged"
    UNKNOWN_KIND = "unknown_kind"
    ENCODING = "encoding"  # not text, or in no encoding that can be written back
    NOTHING_TO_TRANSLATE = "nothing_to_translate"
    PROTECTED = "protected"  # by a password
    NO_SPACE = "no_space"
    NO_PERMISSION = "no_permission"
    GONE = "gone"


class DocumentProblem(Exception):  # noqa: N818 - it is handed on as an answer, too
    """The world's fault. ``detail`` is a fact for the log, no sentence."""

    def __init__(self, code: ProblemCode, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def problem_of(error: OSError) -> DocumentProblem:
    """Return what an error of the system means for a document."""
    detail = error.strerror or type(error).__name__
    if error.errno in _FULL:
        return DocumentProblem(ProblemCode.NO_SPACE, detail)
    return DocumentProblem(ProblemCode.GONE if error.errno in _GONE else ProblemCode.NO_PERMISSION, detail)
