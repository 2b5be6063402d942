"""How far an export or import is, with a way to stop it; at the foot of the sidebar while it runs."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.session.keeping.transfer_session import TransferState
from app.ui.models.measures import percent
from app.ui.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.flat_button import ICON, FlatButton
from app.ui.widgets.gauge import Gauge
from app.ui.widgets.text_label import text_label

STEPS = 1000


class TransferBar(Card):
    """Hidden while nothing runs."""

    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, "background")
        self.words = text_label(self, "muted", wraps=False)
        self.gauge = Gauge(theme, parent=self)
        self.stop = FlatButton(theme, ICON, "close", self)
        self.stop.clicked.connect(self.stopped)
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 4, 10)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.gauge)
        self.hide()

    def show_state(self, state: TransferState, progress: float) -> None:
        """Show what runs and how much of it is done, 0 to 1."""
        done = percent(round(progress * STEPS), STEPS)
        match state:
            case TransferState.IDLE:
                pass
            case TransferState.EXPORTING:
                self.words.setText(self.tr("Exporting… {percent}").format(percent=done))
            case TransferState.IMPORTING:
                self.words.setText(self.tr("Importing… {percent}").format(percent=done))
            case other:
                assert_never(other)
        self.stop.set_hint(self.tr("Stop"))
        self.gauge.set_fraction(progress)
        self.setVisible(state is not TransferState.IDLE)
