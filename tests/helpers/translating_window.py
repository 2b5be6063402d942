"""The real window, worker, model and store in a process of their own, translating documents until somebody ends it.

``python -m tests.helpers.translating_window [FILE]``: opens Parley offscreen. With a file it opens the Translate page
and adds that, to be translated from German into English; without one it does nothing by itself. It says on its standard
output, a JSON line each: ``{"unit": place}`` when a piece is translated, ``{"finished": name}`` for a document.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.session.keeping.vault_session import VaultState
from app.session.translate.documents.job import Order
from app.session.translate.documents.translation import DocumentTranslation
from app.system.logs import start_logging
from app.system.paths import default_paths
from app.ui.application import build
from app.ui.parley import Parley
from tests.helpers.chatting_window import say

LOOK_MS = 50


class Watcher:
    """Adds the document when the store is open, and reports what becomes of it."""

    def __init__(self, parley: Parley, file: Path | None) -> None:
        self._parley, self._file = parley, file
        self._seen: DocumentTranslation | None = None
        self._timer = QTimer(parley.window, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        """Without a file it only listens to what Parley has built by itself."""
        parley = self._parley
        if self._seen is None and parley.vault.state is VaultState.OPEN and (self._file or parley.translating):
            self._seen = session = parley.translate_side().documents().session
            session.unit_changed.connect(lambda _id, place: say(unit=place))
            session.finished.connect(self._finished)
            if self._file is not None:
                parley.window.translation.open()
                session.add([self._file], Order("en", "de"))

    def _finished(self, job_id: str) -> None:
        job = self._seen.job(job_id) if self._seen is not None else None
        say(finished=job.name if job is not None else "")


def main() -> int:
    """Run until ended from outside."""
    paths = default_paths()
    start_logging(paths.logs, "parley")
    application = QApplication(sys.argv[:1])
    parley = build(application, paths)
    watcher = Watcher(parley, Path(sys.argv[1]) if sys.argv[1:] else None)
    parley.window.show()
    QTimer.singleShot(0, parley.window, parley.start)
    code = application.exec()
    parley.close()
    del watcher
    return code


if __name__ == "__main__":
    sys.exit(main())
