"""The way from the main window to the Translate page, which is built when it is first gone through."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow
    from app.ui.translate.page import TranslatePage


class TranslateDoor:
    """``make`` builds the page; without it there is no way."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.make: Callable[[], TranslatePage] | None = None
        self.page: TranslatePage | None = None

    @property
    def shown(self) -> TranslatePage | None:
        """The page, if it is the one that is seen."""
        return self.page if self.page is not None and self.page.isVisible() else None

    def open(self) -> None:
        """Show the page with the keyboard in its text."""
        window = self._window
        if self.page is None:
            if self.make is None:
                return
            self.page = self.make()
            self.page.sidebar_wanted.connect(window.frame.toggle)
            window.pages.addWidget(self.page)
        window.pages.setCurrentWidget(self.page)
        window.sidebar.show_page(1)
        window.frame.close_drawer()
        self.page.focus_first()
