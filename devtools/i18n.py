"""Translations from source texts to what the program loads, with Qt's own tools.

``python -m devtools.i18n`` brings ``resources/i18n/*.ts`` up to date and makes the ``.qm`` files from them;
with ``--check`` it only says which ``.qm`` files are behind their ``.ts``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from devtools.console import SetupError, say
from devtools.places import ROOT, venv_bin
from devtools.translations import update


def release(source: Path, target: Path) -> None:
    """Make ``target`` (.qm) from ``source`` (.ts). Texts without a finished translation stay English."""
    lrelease = venv_bin(Path(sys.prefix)) / "pyside6-lrelease"
    command = [str(lrelease), "-silent", str(source), "-qm", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SetupError(f"lrelease failed:\n{done.stdout}{done.stderr}")


def stale(files: Sequence[Path]) -> Iterator[Path]:
    """Yield each .qm that is not what its .ts gives."""
    with tempfile.TemporaryDirectory() as folder:
        for source in files:
            kept, fresh = source.with_suffix(".qm"), Path(folder) / f"{source.stem}.qm"
            release(source, fresh)
            if not kept.is_file() or kept.read_bytes() != fresh.read_bytes():
                yield kept


def main(arguments: Sequence[str]) -> int:
    """Update and release, or check."""
    files = sorted((ROOT / "resources" / "i18n").glob("*.ts"))
    if "--check" in arguments:
        behind = list(stale(files))
        for path in behind:
            say(f"{path.relative_to(ROOT).as_posix()}:1: behind its .ts file; run .venv/bin/python -m devtools.i18n")
        return int(bool(behind))
    update(ROOT, files)
    for source in files:
        fresh = source.with_suffix(".fresh.qm")
        release(source, fresh)
        fresh.replace(source.with_suffix(".qm"))  # never written over: a program that runs has the old one mapped
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
