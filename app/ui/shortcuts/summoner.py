"""Keys that bring up the small translation window over any program, as the settings say."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QObject, Signal

from app.settings.schema import ShortcutUse
from app.settings.store import SettingsStore
from app.ui.shortcuts.backend import Backend, Standing
from app.ui.shortcuts.choose import backend_for_this_system
from app.ui.shortcuts.keys import USUAL, combination
from app.ui.shortcuts.marked import MarkedText
from app.ui.translate.small_window import SmallWindow
from app.ui.widgets.banner import BannerAction
from app.ui.widgets.keys import native_keys


class Summoner(QObject):
    """``changed``: how it stands with the keys. ``settings_wanted``: the person wants others."""

    changed = Signal()
    settings_wanted = Signal()

    def __init__(
        self,
        settings: SettingsStore,
        window: Callable[[], SmallWindow],
        parent: QObject,
        backend: Backend | None = None,
    ) -> None:
        """``window`` builds what comes up; ``backend`` None: this system's."""
        super().__init__(parent)
        self._settings, self._window = settings, window
        self._marked = MarkedText(self)
        self._backend = backend or backend_for_this_system(self._words, self)
        self._backend.settled.connect(self._settle)
        self._backend.activated.connect(self._come)
        self._recording = False
        self._asked: QKeyCombination | None = None
        self.standing = Standing.OFF

    @property
    def on(self) -> bool:
        """Whether the keys are wanted: by the person, or unasked where the system asks nobody either."""
        use = self._settings.current.shortcut_use
        return use is ShortcutUse.ON or (use is ShortcutUse.USUAL and not self._backend.asks_first)

    @property
    def keys(self) -> str:
        """Those wanted, such as "Ctrl+Alt+Space"."""
        chosen = self._settings.current.shortcut_keys
        return chosen if combination(chosen) else USUAL

    @property
    def system_keys(self) -> str:
        """What the system calls the keys where it decides on them; else ""."""
        return self._backend.system_keys

    @property
    def reads_marks(self) -> bool:
        """Whether it is enough to mark a text; else it has to be copied."""
        return self._marked.sees_marks

    def follow(self) -> None:
        """Do what the settings say now; nothing when they say the same as before."""
        wanted = combination(self.keys) if self.on and not self._recording else None
        if wanted == self._asked:
            return
        self._asked = wanted
        if wanted is not None:
            self._backend.register(wanted)
            return
        self._backend.release()
        self._settle(Standing.OFF)

    def again(self) -> None:
        """Ask the system once more."""
        self._asked = None
        self.follow()

    def record(self, *, running: bool) -> None:
        """While other keys are chosen, these reach the field and bring up nothing."""
        self._recording = running
        if not self._backend.asks_first:  # a portal's are not recorded here, and would ask again
            self.follow()

    def close(self) -> None:
        """Give the keys back."""
        self._backend.release()

    def _settle(self, standing: Standing) -> None:
        self.standing = standing
        self.changed.emit()

    def _words(self) -> str:
        return self.tr("Translate the copied text")

    def _come(self) -> None:
        window = self._window()
        if window.isActiveWindow():
            window.close()  # the same keys send it away
            return
        window.translate("")
        self._backend.bring_forward(window)
        self._marked.read(window.windowHandle(), lambda text: self._show(window, text))

    def _show(self, window: SmallWindow, text: str) -> None:
        ours = text == window.session.target_text  # put on the clipboard by that window itself
        if text.strip() and not ours:
            window.translate(text)
        window.explain(*self._explanation(found=bool(text.strip())))

    def _explanation(self, *, found: bool) -> tuple[str, list[BannerAction]]:
        """What a person should know now: why there is no text, or, the first time, what these keys did."""
        keys = self.tr("the keys") if self.system_keys else native_keys(self.keys)  # the system's may be a sentence
        settings = BannerAction(self.tr("Settings"), self.settings_wanted.emit)
        if not found:
            words = self.tr("Copy a text in any program, then press {keys}: it is translated here.")
            if self.reads_marks:
                words = self.tr("Mark or copy a text in any program, then press {keys}: it is translated here.")
            return words.format(keys=keys), [settings]
        if self._settings.current.shortcut_met:
            return "", []
        words = self.tr("You pressed {keys}: Parley took the marked or copied text, just now and only because of that.")
        with contextlib.suppress(OSError):  # a full disk: it is explained again after the next start
            self._settings.change(shortcut_met=True)
        return words.format(keys=keys), [settings]
