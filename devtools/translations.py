"""Keep resources/i18n/*.ts in step with the texts in the sources, with Qt's own lupdate.

``python3 -m devtools.translations`` updates them; with ``--check`` it only says which are behind.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from devtools.console import SetupError, say
from devtools.places import ROOT, venv_bin

OPTIONS = ("-no-obsolete", "-locations", "none", "-no-ui-lines")
PLURALS_ALONE = "parley_en"
"""The sources are English; only what is counted has more than one form."""


def update(root: Path, files: Sequence[Path]) -> None:
    """Bring ``files`` up to date with the texts in ``root``/app."""
    sources = [str(path) for path in sorted((root / "app").rglob("*.py"))]
    english = [path for path in files if path.stem == PLURALS_ALONE]
    _lupdate(sources, [path for path in files if path not in english])
    _lupdate(sources, english, "-pluralonly")


def _lupdate(sources: Sequence[str], files: Sequence[Path], *options: str) -> None:
    if not files:
        return
    lupdate = venv_bin(Path(sys.prefix)) / "pyside6-lupdate"
    command = [str(lupdate), *OPTIONS, *options, *sources, "-ts", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SetupError(f"lupdate failed:\n{done.stdout}{done.stderr}")


def behind(root: Path, files: Sequence[Path]) -> Iterator[str]:
    """Yield a finding for each of ``files`` that an update would change."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(shutil.copy(path, folder)) for path in files]
        update(root, copies)
        for path, copy in zip(files, copies, strict=True):
            if path.read_text(encoding="utf-8") != copy.read_text(encoding="utf-8"):
                name = path.relative_to(root).as_posix()
                yield f"{name}:1: texts in the sources have changed; run .venv/bin/python -m devtools.i18n"


def main(arguments: Sequence[str]) -> int:
    """Update or check all translation files."""
    files = sorted((ROOT / "resources" / "i18n").glob("*.ts"))
    if not files:
        return 0
    if "--check" not in arguments:
        update(ROOT, files)
        return 0
    found = list(behind(ROOT, files))
    for line in found:
        say(line)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
