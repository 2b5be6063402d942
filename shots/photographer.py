"""Opens the real program for pictures, and takes them."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.session.keeping.vault_session import VaultState
from app.session.models.model_session import ModelState
from app.settings.schema import ColourScheme
from app.system.paths import default_paths
from app.ui.application import build
from app.ui.parley import Parley

PATIENCE = 60.0
SIZE = (1100, 760)


class Photographer:
    """Drives one Parley and saves what its window shows."""

    def __init__(self, parley: Parley, prefix: str, out: Path) -> None:
        self.parley, self._prefix, self._out = parley, prefix, out

    def shoot(self, name: str) -> None:
        """Save the window as it is once everything has settled."""
        self.settle(0.5)
        self.shoot_now(name)

    def shoot_now(self, name: str) -> None:
        """Save the window at once."""
        self.parley.window.grab().save(str(self.file(name)))

    def file(self, name: str) -> Path:
        """Return where a picture goes."""
        return self._out / f"{self._prefix}-{name}.png"

    def settle(self, seconds: float) -> None:
        """Let the program run for a while."""
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the program run until something holds. Raises TimeoutError."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError("the program did not get there")
            self.settle(0.02)

    def ask(self, text: str, *, think: bool = False) -> None:
        """Send a message and wait for the whole answer."""
        self.parley.chat.set_thinking(think)
        self.parley.chat.send(text)
        self.until(lambda: not self.parley.chat.busy)


@contextmanager
def opened(
    scheme: str, prefix: str, out: Path, size: tuple[int, int] = SIZE, **settings: Any
) -> Iterator[Photographer]:
    """Open Parley in a folder of its own with these settings, ready to answer; close it at the end."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["PARLEY_HOME"] = home
        os.environ["PYTHON_KEYRING_BACKEND"] = "tests.helpers.file_keyring.FileKeyring"
        os.environ["PARLEY_TEST_KEYRING"] = str(Path(home) / "keyring.json")
        parley = build(QApplication(sys.argv[:1]), default_paths())
        parley.settings.change(colour_scheme=ColourScheme(scheme), **settings)
        parley.theme.follow(parley.settings.current)
        parley.window.resize(*size)
        parley.window.show()
        parley.start()
        shot = Photographer(parley, prefix, out)
        shot.until(lambda: parley.models.state is ModelState.READY and parley.vault.state is VaultState.OPEN)
        parley.vault.recovery_code_seen()
        yield shot
        parley.close()
