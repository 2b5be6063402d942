"""Deleting everything, in a real Parley: nothing is left but what was not to go."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.session.keeping.vault_session import VaultState
from app.system.logs import start_logging
from app.system.paths import default_paths
from app.ui.application import build
from app.ui.settings_side import PrivateThings

application = QApplication(sys.argv[:1])
paths = default_paths()
start_logging(paths.logs, "parley")
parley = build(application, paths)
parley.window.show()
parley.start()
things = PrivateThings(parley)

def look():
    if parley.vault.state is VaultState.OPEN and parley.models.state.value == "ready":
        timer.stop()
        assert paths.conversations_file.exists()
        things.erase(models=False)
        answer.start()

def accept():
    farewell = getattr(things, "farewell", None)
    if farewell is not None:
        answer.stop()
        print(farewell.windowTitle(), flush=True)
        farewell.accept()

timer, answer = QTimer(interval=50), QTimer(interval=50)
timer.timeout.connect(look)
answer.timeout.connect(accept)
timer.start()
sys.exit(application.exec())
"""


@pytest.mark.timeout(120)
def test_nothing_is_left(tmp_path: Path) -> None:
    home, ring = tmp_path / "home", tmp_path / "ring.json"
    model = home / "data" / "models" / "mine.gguf"
    model.parent.mkdir(parents=True)
    model.write_bytes(b"x")
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PARLEY_HOME": str(home),
        "PYTHON_KEYRING_BACKEND": "tests.helpers.file_keyring.FileKeyring",
        "PARLEY_TEST_KEYRING": str(ring),
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Everything was deleted" in done.stdout
    assert [path for path in home.rglob("*") if path.is_file()] == [model]
    assert "data key" not in json.dumps(json.loads(ring.read_text(encoding="utf-8")))
    assert not any(json.loads(ring.read_text(encoding="utf-8")).values())
