"""Locking the conversations, in a real Parley: the one that comes back asks for the passphrase."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers.store_content import ROOT

FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.session.keeping.vault_session import VaultState
from app.system.paths import default_paths
from app.ui import settings_side
from app.ui.application import build

application = QApplication(sys.argv[:1])
parley = build(application, default_paths())
parley.window.show()
parley.start()
settings_side.program_command = lambda: [sys.executable, sys.argv[1], sys.argv[2]]

def look():
    if parley.vault.state is VaultState.NEEDS_CHOICE:
        parley.vault.choose_passphrase("right horse")
    if parley.vault.state is VaultState.OPEN and parley.vault.has_passphrase:
        timer.stop()
        settings_side.PrivateThings(parley).lock()

timer = QTimer(interval=200)
timer.timeout.connect(look)
timer.start()
sys.exit(application.exec())
"""

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.session.keeping.vault_session import VaultState
from app.system.paths import default_paths
from app.ui.application import build

application = QApplication(sys.argv[:1])
parley = build(application, default_paths())
parley.window.show()
parley.vault.open()

def look():
    if parley.vault.state is not VaultState.OPENING:
        timer.stop()
        panel = parley.window.page.vault_panel
        Path(sys.argv[1]).write_text(f"{parley.vault.state} {panel.isVisible()} {parley.conversations.rowCount()}")
        parley.close()
        application.exit()

timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
sys.exit(application.exec())
"""
PATIENCE = 60.0


@pytest.mark.timeout(150)
def test_the_passphrase_is_asked_for_again(tmp_path: Path) -> None:
    said, second = tmp_path / "said", tmp_path / "second.py"
    second.write_text(SECOND, encoding="utf-8")
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PARLEY_HOME": str(tmp_path / "home"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", FIRST, str(second), str(said)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    deadline = time.monotonic() + PATIENCE
    while not (said.exists() and said.read_text(encoding="utf-8")):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert said.read_text(encoding="utf-8") == "needs_passphrase True 0"
