"""What went wrong with a model file or a job on it -> a sentence and advice, translated when shown."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QLocale

from app.engine.files_api import FileFailed, FileProblem
from app.session.notices import Problem
from app.session.workers.worker_process import DeathKind, WorkerDeath

translate = QCoreApplication.translate


def file_problem(failed: FileFailed, name: str) -> Problem:
    """Return what to say about a job on the model ``name`` that failed."""
    sentence, advice = _file_sentences(name, failed.detail).get(failed.problem) or _job_sentence(failed, name)
    return Problem(sentence, advice, failed.detail)


def _file_sentences(name: str, detail: str) -> dict[FileProblem, tuple[str, str]]:
    """What is wrong with the file itself."""
    again = translate("Session", "Download it again, or choose another file.")
    part = PurePath(detail.partition(":")[0]).name or name
    return {
        FileProblem.MISSING: (
            translate("Session", "The file “{name}” is not there any more.").format(name=part),
            translate("Session", "It may have been moved or deleted, or its disk is not connected."),
        ),
        FileProblem.UNREADABLE: (
            translate("Session", "The file “{name}” cannot be read.").format(name=part),
            translate("Session", "Check that you may open it and that its disk is healthy."),
        ),
        FileProblem.NOT_GGUF: (
            translate("Session", "“{name}” is not a model file: Parley opens models in the GGUF format.").format(
                name=part
            ),
            translate("Session", "Choose a file whose name ends in .gguf."),
        ),
        FileProblem.TRUNCATED: (
            translate("Session", "“{name}” is damaged: a part of the file is missing.").format(name=part),
            again,
        ),
        FileProblem.PART_MISSING: (
            translate("Session", "This model comes in several files, and “{name}” is missing.").format(name=part),
            translate("Session", "Put all parts into one folder, then try again."),
        ),
        FileProblem.DAMAGED: (
            translate("Session", "“{name}” is damaged, or no model that this version of Parley knows.").format(
                name=part
            ),
            again,
        ),
        FileProblem.WRONG_CHECKSUM: (
            translate("Session", "“{name}” is not what was downloaded: its checksum is wrong.").format(name=part),
            translate("Session", "Its disk may be failing. Download the file again."),
        ),
    }


def _job_sentence(failed: FileFailed, name: str) -> tuple[str, str]:
    """What kept a job from being done."""
    if failed.problem is FileProblem.DISK_FULL:
        return _disk_sentence(failed), translate("Session", "Make room on the disk, then try again.")
    if failed.problem is FileProblem.READ_ONLY:
        sentence = translate("Session", "Nothing can be written into the folder “{name}”.").format(name=failed.detail)
        return sentence, translate("Session", "Check its permissions, then try again.")
    if failed.problem is FileProblem.CANNOT_QUANTIZE:
        sentence = translate("Session", "“{name}” cannot be made smaller.").format(name=name)
        return sentence, translate("Session", "Only files of the types F32, F16, BF16 and Q8_0 can.")
    sentence = translate("Session", "Something went wrong in Parley while it worked on “{name}”.").format(name=name)
    return sentence, translate("Session", "Try again. If it happens again, report it.")


def _disk_sentence(failed: FileFailed) -> str:
    if not failed.needed:
        return translate("Session", "The disk is full.")
    words = translate("Session", "There is not enough room on the disk: {needed} are needed, {available} are free.")
    return words.format(needed=_size(failed.needed), available=_size(failed.available))


def lost_problem(death: WorkerDeath, name: str) -> Problem:
    """Return what to say when the worker died while it worked on the model ``name``."""
    sentence = {
        DeathKind.CRASHED: translate("Session", "The part of Parley that reads “{name}” crashed or was ended."),
        DeathKind.EXITED: translate("Session", "The part of Parley that reads “{name}” stopped by itself."),
        DeathKind.HUNG: translate("Session", "The part of Parley that reads “{name}” no longer answered."),
        DeathKind.NOT_STARTED: translate("Session", "The part of Parley that reads “{name}” could not be started."),
        DeathKind.WRONG_PROTOCOL: translate(
            "Session", "The part of Parley that reads “{name}” belongs to another version; install Parley again."
        ),
        DeathKind.NOT_STOPPING: translate("Session", "The part of Parley that reads “{name}” did not stop when asked."),
    }[death.kind]
    advice = translate("Session", "Nothing was changed. Try again, or verify the file.")
    return Problem(sentence.format(name=name), advice, death.log_tail)


def verified_sentence(name: str, *, compared: bool) -> str:
    """Return what a check of a whole file has shown."""
    if compared:
        return translate("Session", "“{name}” is what was downloaded, to the last byte.").format(name=name)
    words = translate("Session", "“{name}” could be read to its end. There is no checksum to compare it with.")
    return words.format(name=name)


def quantized_sentence(file: str, size: int) -> str:
    """Return that a smaller copy is there."""
    return translate("Session", "“{name}” is ready: {size}.").format(name=file, size=_size(size))


def trash_sentence(name: str) -> str:
    """Return why a model was not deleted."""
    words = translate("Session", "“{name}” could not be moved to the trash. Nothing was deleted.")
    return words.format(name=name)


def undo_sentence(name: str) -> str:
    """Return why a model did not come back."""
    return translate("Session", "“{name}” could not be brought back. Look for it in the trash.").format(name=name)


def starter_name() -> str:
    """Return what the built-in model is called."""
    return translate("Session", "Starter model")


def _size(count: int) -> str:
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
