"""Starts a worker or the window. Workers are dispatched before anything of Qt is imported."""

from __future__ import annotations

import sys


def main(arguments: list[str]) -> int:
    """Run what the command line asks for and return the exit code."""
    if arguments[:1] == ["--worker"]:
        return _worker(arguments[1:])
    from app.ui.application import main as window  # noqa: PLC0415  (a worker must never load Qt)

    return window(arguments)


def _worker(arguments: list[str]) -> int:
    match arguments:
        case ["engine"]:
            from app.engine.worker import main as engine  # noqa: PLC0415

            return engine()
        case ["engine-template"]:
            from app.engine.template import main as template  # noqa: PLC0415

            return template()
        case ["engine-probe", *rest]:
            from app.engine.probe import main as probe  # noqa: PLC0415

            return probe(rest)
        case ["highlight"]:
            from app.chat.highlight import main as highlight  # noqa: PLC0415

            return highlight()
        case _:
            sys.stderr.write(f"unknown worker: {' '.join(arguments)}\n")
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
