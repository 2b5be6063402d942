"""Take all pictures: one process for each colour scheme and scale, since Qt reads the scale once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "shots"
DOCS = ROOT / "docs"
README_PICTURES = {
    "light-2x-02-thinking.png": "thinking-light.png",
    "light-2x-models-10-discover.png": "models-light.png",
    "dark-2x-04-formatting-table.png": "formatting-dark.png",
    "light-2x-translate-16-chinese.png": "chinese-light.png",
}


def main(schemes: list[str]) -> int:
    """Take the pictures; return 0 when every process did."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    failed = 0
    for scheme in schemes or ["light", "dark"]:
        for scale in (1, 2):
            environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
            for scenes in (
                "shots.scenes",
                "shots.models",
                "shots.conversation",
                "shots.documents",
                "shots.keeping",
                "shots.settings",
                "shots.translate",
                "shots.translate_documents",
                "shots.keys",
                "shots.extremes",
            ):
                command = [sys.executable, "-m", scenes, scheme, str(scale), str(OUT)]
                failed += subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode != 0
    DOCS.mkdir(exist_ok=True)
    for source, target in README_PICTURES.items():
        if (OUT / source).exists():
            shutil.copy(OUT / source, DOCS / target)
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT.relative_to(ROOT)}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
