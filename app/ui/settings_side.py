"""What the settings may ask of the whole program: its folders, keys, copies, locking and deleting everything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QProcess
from PySide6.QtWidgets import QApplication, QWidget

from app.catalog.net_api import Source
from app.session.keeping.vault_session import VaultSession
from app.system.child import program_command
from app.system.erase import erase
from app.system.logs import stop_logging
from app.ui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from app.ui.parley import Parley


class PrivateThings(QObject):
    """``Privacy`` of the settings."""

    def __init__(self, parley: Parley) -> None:
        super().__init__(parley.window)
        self._parley = parley

    @property
    def vault(self) -> VaultSession:
        """The keys of the conversations."""
        return self._parley.vault

    def folders(self) -> dict[str, Path]:
        """Return where everything is."""
        paths, chosen = self._parley.paths, self._parley.settings.current.models_folder
        return {
            "conversations": paths.data,
            "models": Path(chosen) if chosen else paths.models,
            "settings": paths.config,
            "cache": paths.cache,
            "logs": paths.logs,
        }

    def backup_panel(self) -> QWidget:
        """Return a panel about the copies."""
        return self._parley.keeping_side().backup_panel()

    def lock(self) -> None:
        """Begin again: what another process read is in no memory of this one, nor of its workers."""
        QApplication.setQuitOnLastWindowClosed(False)
        self._parley.window.close()
        self._parley.close()
        program, *arguments = program_command()
        QProcess.startDetached(program, arguments)
        QCoreApplication.quit()

    def erase(self, *, models: bool) -> None:
        """Delete everything, say what came of it, and end the program."""
        network = self._parley.models_side().network
        for source in Source:
            network.set_token(source, "")
        self._parley.vault.forget_keys(lambda: self._erase(models=models))

    def _erase(self, *, models: bool) -> None:
        QApplication.setQuitOnLastWindowClosed(False)
        self._parley.window.close()
        self._parley.close()
        self._parley.settings.write_no_more()
        stop_logging()
        left = erase(self._parley.paths, models=models)
        self.farewell = Farewell(left)
        self.farewell.finished.connect(lambda _result: QCoreApplication.quit())
        self.farewell.open()


class Farewell(Dialog):
    """The last words: everything is gone, or what is not."""

    def __init__(self, left: list[Path]) -> None:
        super().__init__(self.tr("Everything was deleted") if not left else self.tr("Not everything was deleted"))
        if left:
            self.add_text(self.tr("These could not be deleted:"))
            self.add_text("\n".join(map(str, left[:10])), "muted")
        self.add_text(self.tr("Parley closes now. At its next start it begins as on the first day."))
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)
