"""What the window tells the person: notices that pass, problems that stay."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How much a notice matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class NoticeAction(StrEnum):
    """The one thing that a notice offers to do."""

    NONE = "none"
    UNDO = "undo"
    RETRY = "retry"
    SHOW_DETAILS = "show_details"
    NEW_CHAT = "new_chat"
    THINK_LESS = "think_less"
    RELOAD_MODEL = "reload_model"


class Notice(msgspec.Struct, frozen=True):
    """One translated sentence with at most one action.

    ``argument`` is what it works on, of ``RETRY`` the conversation's id; ``undo`` does ``UNDO``.
    """

    severity: Severity
    text: str
    action: NoticeAction = NoticeAction.NONE
    argument: str = ""
    undo: Callable[[], None] | None = None


class Problem(msgspec.Struct, frozen=True):
    """What went wrong, what helps, and the technical lines behind it."""

    sentence: str
    advice: str = ""
    details: str = ""
