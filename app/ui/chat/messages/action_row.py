"""A row of actions beside or below a message: from one side, icons alone where words have no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.chat.messages.action_button import ACTION, ActionButton
from app.ui.chat.messages.version_switch import VersionSwitch

GAP = 4

Action = ActionButton | VersionSwitch


def lay_out_actions(row: QWidget, actions: Sequence[Action], width: int, *, from_end: bool = False) -> int:
    """Place what is shown into ``row`` from one side (the end, or where reading starts); return the width used."""
    shown = [action for action in actions if not action.isHidden()]
    words = sum(_width(action, words=True) + GAP for action in shown) <= width
    sizes = [_width(action, words=words) for action in shown]
    used = sum(sizes) + GAP * max(0, len(sizes) - 1)
    mirrored = row.layoutDirection() is Qt.LayoutDirection.RightToLeft
    at_right = mirrored != from_end
    x = width - used if at_right else 0
    for action, size in reversed(list(zip(shown, sizes, strict=True))) if mirrored else zip(shown, sizes, strict=True):
        action.setGeometry(x, 0, size, ACTION.height)
        x += size + GAP
    return used


def set_actions_quiet(actions: Sequence[Action], *, quiet: bool) -> None:
    """Keep the actions out of the way, or paint them. Versions are always painted."""
    for action in actions:
        if isinstance(action, ActionButton):
            action.set_quiet(quiet=quiet)


def _width(action: Action, *, words: bool) -> int:
    wanted = action.sizeHint().width() if words or isinstance(action, VersionSwitch) else 0
    return max(wanted, ACTION.height)
