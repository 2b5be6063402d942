"""Codes of errors and outcomes -> sentences with advice, translated when shown. Never decided by matching text."""

from __future__ import annotations

import sys
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QLocale

from app.chat.errors import StoreError, StoreErrorCode
from app.engine.api import ErrorCode
from app.session.notices import Problem
from app.session.workers.worker_process import DeathKind, WorkerDeath

WORKER_DIED = "worker_died"
"""Stored in ``Message.error`` when the engine ended while the message was being written."""

SIGKILL = 9

NOT_SAVED = "not_saved"
"""Stored in ``Message.error`` when the conversation could not be written to disk."""


MODEL_FAILED = "model_failed"
"""Stored in ``Message.error`` when there was no model to write the answer."""

translate = QCoreApplication.translate


def number(value: int) -> str:
    """Return a count with the person's own digits and separators."""
    return QLocale().toString(value)


def problem_for(code: str, detail: str = "", needed: int = 0, available: int = 0) -> Problem:
    """Return the sentence and advice for an ``ErrorCode`` or one of this module's codes."""
    if code == WORKER_DIED:
        return Problem(
            translate("Session", "The engine stopped while it was writing. What it had written is kept."),
            translate("Session", "It has been started again: press Retry, or write the next message."),
        )
    if code == NOT_SAVED:
        return Problem(
            translate("Session", "This message could not be saved, so it was not answered."),
            translate("Session", "Make room on the disk or check the folder's permissions, then press Retry."),
            detail,
        )
    if code == MODEL_FAILED:
        return Problem(
            translate("Session", "The model could not be loaded, so there is no answer yet."),
            translate("Session", "The top of the window says why. Choose a model there, then press Retry."),
            detail,
        )
    try:
        known = ErrorCode(code)
    except ValueError:
        known = ErrorCode.INTERNAL
    name = PurePath(detail).name or detail
    return _load_problem(known, name, detail) or _answer_problem(known, name, needed, available, detail)


def _load_problem(code: ErrorCode, name: str, detail: str) -> Problem | None:
    """Return the problem of a file that does not load; None for the other codes."""
    choose = translate("Session", "Choose another model, or download the file again.")
    sentences = {
        ErrorCode.FILE_MISSING: (
            translate("Session", "The file “{name}” is not there any more.").format(name=name),
            translate("Session", "It may have been moved or deleted, or its disk is not connected."),
        ),
        ErrorCode.FILE_UNREADABLE: (
            translate("Session", "The file “{name}” cannot be read.").format(name=name),
            translate("Session", "Check that you may open it and that its disk is healthy."),
        ),
        ErrorCode.NOT_GGUF: (
            translate("Session", "“{name}” is not a model file: Parley opens models in the GGUF format.").format(
                name=name
            ),
            translate("Session", "Choose a file whose name ends in .gguf."),
        ),
        ErrorCode.TRUNCATED: (
            translate("Session", "“{name}” is damaged: a part of the file is missing.").format(name=name),
            choose,
        ),
        ErrorCode.PART_MISSING: (
            translate("Session", "This model comes in several files, and “{name}” is missing.").format(name=name),
            translate("Session", "Put all parts into one folder, then try again."),
        ),
        ErrorCode.UNKNOWN_ARCHITECTURE: (
            translate("Session", "This version of Parley does not know the kind of model “{name}”.").format(name=name),
            translate("Session", "A newer version of Parley may; until then choose another model."),
        ),
        ErrorCode.NO_CHAT_TEMPLATE: (
            translate("Session", "“{name}” has no chat template, so it is not made for conversations.").format(
                name=name
            ),
            translate("Session", "Choose a model whose name says “Instruct” or “Chat”."),
        ),
    } | _memory_sentences(choose)
    found = sentences.get(code)
    return Problem(found[0], found[1], detail) if found else None


def _memory_sentences(choose: str) -> dict[ErrorCode, tuple[str, str]]:
    return {
        ErrorCode.OUT_OF_MEMORY: (
            translate("Session", "There is not enough memory for this model."),
            translate("Session", "Close other programs, or choose a smaller model or a shorter context."),
        ),
        ErrorCode.LOAD_FAILED: (translate("Session", "The model could not be loaded."), choose),
    }


def _answer_problem(code: ErrorCode, name: str, needed: int, available: int, detail: str) -> Problem:
    """Return the problem of an answer or of the engine itself."""
    retry = translate("Session", "Press Retry.")
    sentences = {
        ErrorCode.CONTEXT_FULL: (
            _context_sentence(needed, available),
            translate("Session", "Start a new chat, or shorten the message."),
        ),
        ErrorCode.TEMPLATE_FAILED: (
            translate("Session", "This model's chat template cannot be used: {reason}").format(reason=name),
            translate("Session", "Choose another model, or another file of this one."),
        ),
        ErrorCode.NO_MODEL: (
            translate("Session", "No model is loaded."),
            translate("Session", "Choose one at the top of the window."),
        ),
        ErrorCode.BUSY: (
            translate("Session", "The model is still busy with something else."),
            translate("Session", "Try again in a moment."),
        ),
        ErrorCode.DECODE_FAILED: (translate("Session", "The model could not go on with this answer."), retry),
        ErrorCode.NO_BACKEND: (
            translate("Session", "The part of Parley that runs models does not work on this computer."),
            translate("Session", "Please report this with the details below."),
        ),
    }
    general = (
        translate("Session", "Something went wrong in Parley."),
        translate("Session", "Press Retry. If it happens again, report it."),
    )
    sentence, advice = sentences.get(code, general)
    return Problem(sentence, advice, detail)


def _context_sentence(needed: int, available: int) -> str:
    if needed and available:
        return translate(
            "Session", "The conversation is too long for this model: {needed} tokens, and it can hold {available}."
        ).format(needed=number(needed), available=number(available))
    return translate("Session", "The conversation has filled the model's context.")


def death_problem(death: WorkerDeath, model_name: str = "") -> Problem:
    """Return what to say when the engine died, with a model's file name when it was being loaded."""
    what = _death_sentence(death)
    if model_name:
        what = translate("Session", "While loading “{name}”: {what}").format(name=model_name, what=what)
    return Problem(what, translate("Session", "Try again, or choose a smaller model."), death.log_tail)


def _death_sentence(death: WorkerDeath) -> str:
    if death.kind is DeathKind.CRASHED and death.code == SIGKILL and sys.platform != "win32":
        return translate("Session", "The engine was ended from outside, most often because memory ran out.")
    return {
        DeathKind.CRASHED: translate("Session", "The engine crashed."),
        DeathKind.EXITED: translate("Session", "The engine stopped by itself."),
        DeathKind.HUNG: translate("Session", "The engine no longer answered and was ended."),
        DeathKind.NOT_STARTED: translate("Session", "The engine could not be started."),
        DeathKind.WRONG_PROTOCOL: translate(
            "Session", "The engine belongs to another version of Parley; install Parley again."
        ),
        DeathKind.NOT_STOPPING: translate("Session", "The engine did not stop when asked and was ended."),
    }[death.kind]


def reduced_sentence(steps: list[str], context: int) -> str:
    """Return what a load gave up to fit into memory, in one sentence; "" when it gave up nothing."""
    words = {
        "context": translate("Session", "a context of {tokens} tokens").format(tokens=number(context)),
        "experts": translate("Session", "more of its experts on the processor"),
        "kv_q8_0": translate("Session", "a compressed context"),
        "gpu_layers": translate("Session", "fewer layers on the graphics card"),
        "cpu": translate("Session", "the processor alone"),
    }
    used = [words[step] for step in steps if step in words]
    if not used:
        return ""
    listed = QLocale().createSeparatedList(used)
    return translate("Session", "Memory is short, so this model runs with {what}.").format(what=listed)


def store_problem(error: StoreError) -> Problem:
    """Return why the conversations cannot be read or written."""
    try_again = translate("Session", "Then start Parley again. Nothing has been deleted.")
    space = translate("Session", "Make room on the disk. Nothing has been deleted.")
    other = translate("Session", "Use the window that is already open.")
    sentences = {
        StoreErrorCode.WRONG_KEY: (translate("Session", "This key does not open your conversations."), try_again),
        StoreErrorCode.DAMAGED: (
            translate("Session", "The file with your conversations is damaged. It has been left as it is."),
            translate("Session", "Put back a copy of it if you have one, then start Parley again."),
        ),
        StoreErrorCode.MISSING: (
            translate("Session", "The file with your conversations is not where it was."),
            translate("Session", "Connect its disk or put it back, then start Parley again."),
        ),
        StoreErrorCode.NEWER_VERSION: (
            translate("Session", "Your conversations were written by a newer version of Parley."),
            translate("Session", "Install that version again. Nothing has been changed."),
        ),
        StoreErrorCode.DISK_FULL: (translate("Session", "The disk is full."), space),
        StoreErrorCode.READ_ONLY: (
            translate("Session", "The folder with your conversations cannot be written."),
            translate("Session", "Check its permissions, then start Parley again."),
        ),
        StoreErrorCode.LOCKED_BY_OTHER: (translate("Session", "Parley is already open in another window."), other),
    }
    general = (translate("Session", "Your conversations cannot be opened."), try_again)
    sentence, advice = sentences.get(error.code, general)
    return Problem(sentence, advice, str(error))


def vault_problem(code: str) -> Problem:
    """Return why the conversations stay locked: an ``UnlockOutcome``, "keys_lost" or "failed"."""
    if code == "wrong":
        return Problem(translate("Session", "That does not open your conversations. Try again."))
    if code == "mistyped":
        return Problem(translate("Session", "The recovery code has a typing mistake. Check it and try again."))
    if code == "keys_lost":
        return Problem(
            translate("Session", "The key file of your conversations is missing or damaged."),
            translate("Session", "Put back a copy of “keys.json” if you have one. Nothing has been deleted."),
        )
    return Problem(
        translate("Session", "Your conversations cannot be opened."),
        translate("Session", "Start Parley again. Nothing has been deleted."),
    )
