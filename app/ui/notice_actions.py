"""Notices become toasts: the words of what they offer, and what that does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject

from app.session.notices import Notice, NoticeAction, Problem, Severity
from app.ui.models.picker import PickedModel
from app.ui.widgets.toast import ToastText

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow, WindowChat


class NoticeActions(QObject):
    """Knows what each ``NoticeAction`` is called and does."""

    def __init__(self, window: MainWindow, chat: WindowChat, model: PickedModel) -> None:
        super().__init__(window)
        self._window, self._chat, self._model = window, chat, model

    def toast_of(self, notice: Notice) -> ToastText:
        """Return the toast for a notice. One about a failure that offers something stays until it is answered."""
        words, run = self._action_of(notice)
        bad = notice.severity is Severity.ERROR
        return ToastText(notice.text, words, run, bad=bad, stays=bad and bool(words))

    def _action_of(self, notice: Notice) -> tuple[str, Callable[[], None] | None]:
        words: str = ""
        run: Callable[[], None] | None = None
        match notice.action:
            case NoticeAction.NONE:
                pass
            case NoticeAction.UNDO:
                words, run = self.tr("Undo"), notice.undo
            case NoticeAction.RETRY:
                words, run = self.tr("Retry"), partial(self._chat.retry_in, notice.argument)
            case NoticeAction.SHOW_DETAILS:
                problem = Problem(notice.text, "", notice.argument)
                words, run = self.tr("Show"), partial(self._window.show_details, problem)
            case NoticeAction.NEW_CHAT:
                words, run = self.tr("New chat"), self._window.new_chat
            case NoticeAction.THINK_LESS:
                words, run = self.tr("Think less"), self._window.think_less
            case NoticeAction.RELOAD_MODEL:
                words, run = self.tr("Load again"), self._model.retry
            case other:
                assert_never(other)
        return words, run
