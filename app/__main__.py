"""Starts a worker or the window. Workers are dispatched before anything of Qt is imported."""

from __future__ import annotations

import builtins
import gc
import sys
import typing
from collections.abc import Callable
from functools import partial


def main(arguments: list[str]) -> int:
    """Run what the command line asks for and return the exit code."""
    if arguments[:1] == ["--worker"]:
        return _worker(arguments[1:])
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    # Both make the start a fifth shorter. The collector finds nothing while modules load; the window enables it again.
    gc.disable()
    # PySide6 replaces the import function by one that reads every module's source for "from __feature__ import".
    original = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415  (no worker but one loads Qt)

    builtins.__import__ = original
    from app.ui.application import main as window  # noqa: PLC0415

    return window(arguments)


def _worker(arguments: list[str]) -> int:
    run = _engine_worker(arguments) or _document_worker(arguments) or _other_worker(arguments)
    if run is None:
        sys.stderr.write(f"unknown worker: {' '.join(arguments)}\n")
        return 2
    return run()


def _engine_worker(arguments: list[str]) -> Callable[[], int] | None:
    """Return the worker if it loads llama.cpp, or works for one that does."""
    match arguments:
        case ["engine"]:
            # Libraries look there for what Pythons older than ours lack. With all that it imports, the real one would
            # take 1.7 MB of the process that should be the smallest.
            sys.modules["typing_extensions"] = typing
            from app.engine.worker import main as engine  # noqa: PLC0415

            return engine
        case ["files"]:
            from app.engine.files_worker import main as files  # noqa: PLC0415

            return files
        case ["engine-template"]:
            from app.engine.template import main as template  # noqa: PLC0415

            return template
        case ["engine-probe", *rest]:
            from app.engine.probe import main as probe  # noqa: PLC0415

            return partial(probe, rest)
        case ["engine-check", path]:
            from app.engine.check_model import main as check  # noqa: PLC0415

            return partial(check, path)
        case _:
            return None


def _document_worker(arguments: list[str]) -> Callable[[], int] | None:
    """Return the worker if it opens what may harm it."""
    match arguments:
        case ["documents", name]:
            from app.documents.worker import main as documents  # noqa: PLC0415

            return partial(documents, name)
        case ["translate-documents"]:
            from app.translate.documents.worker import main as translate_documents  # noqa: PLC0415

            return translate_documents
        case _:
            return None


def _other_worker(arguments: list[str]) -> Callable[[], int] | None:
    match arguments:
        case ["net"]:
            from app.catalog.net_worker import main as net  # noqa: PLC0415

            return net
        case ["highlight"]:
            from app.chat.highlight import main as highlight  # noqa: PLC0415

            return highlight
        case ["formulas"]:
            from app.chat.formula import main as formulas  # noqa: PLC0415

            return formulas
        case ["pdf"]:
            from app.ui.transfer.pdf import main as pdf  # noqa: PLC0415 - the one worker that needs Qt

            return pdf
        case _:
            return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
