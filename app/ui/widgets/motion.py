"""How long motion may take here: nothing when the system asks for reduced motion."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyle, QWidget

MOTION_MS = 150


def motion_ms(widget: QWidget) -> int:
    """Return the duration of a small animation in milliseconds, 0 for none."""
    if not QApplication.isEffectEnabled(Qt.UIEffect.UI_General):  # the person's own wish
        return 0
    animated = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget)
    return MOTION_MS if animated else 0
