"""What the window tells the person: notices that pass, problems that stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True)
class Notice:
    """One translated sentence with at most one action. ``argument`` is what it works on; ``undo`` does ``UNDO``."""

    severity: Severity
    text: str
    action: NoticeAction = NoticeAction.NONE
    argument: str = ""
    undo: Callable[[], None] | None = None


@dataclass(frozen=True)
class Problem:
    """What went wrong, what helps, and the technical lines behind it."""

    sentence: str
    advice: str = ""
    details: str = ""
