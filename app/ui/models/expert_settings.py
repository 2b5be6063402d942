"""What few people need: where the experts are, how exact the context is kept, how many threads."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.placement.plan import Placement
from app.ui.models.labelled_slider import LabelledSlider
from app.ui.models.protocols import Placing
from app.ui.theme import Theme
from app.ui.widgets.choice_button import ChoiceButton
from app.ui.widgets.text_label import text_label


class ExpertSettings(QWidget):
    """One click deeper than context and GPU layers."""

    def __init__(self, theme: Theme, placing: Placing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placing = placing
        self.experts = LabelledSlider(theme, self)
        self.kv_name = text_label(self, "muted")
        self.kv = ChoiceButton(theme, "", {"": ""}, self)
        self.threads = LabelledSlider(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.experts, self.kv_name, self.kv, self.threads):
            column.addWidget(widget)
        self.experts.moved.connect(placing.set_cpu_experts)
        self.kv.chosen.connect(placing.set_kv_type)
        self.threads.moved.connect(lambda value: placing.set_threads(value + 1))
        self.retranslate()

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.kv_name.setText(self.tr("How the context is kept"))
        choices = {
            "": self.tr("Automatic"),
            "f16": self.tr("Exact (f16)"),
            "q8_0": self.tr("Half the memory (q8_0)"),
        }
        self.kv.set_choices(self.kv_name.text(), choices)

    def show_placement(self, placement: Placement) -> None:
        """Show what is decided and what may be chosen."""
        locale, limits = QLocale(), self._placing.limits
        most = limits.expert_layers
        self.experts.setVisible(most > 0)
        layers = placement.cpu_expert_layers
        words = self.tr("{part} of {all}").format(part=locale.toString(layers), all=locale.toString(most))
        self.experts.show_state(self.tr("Layers whose experts stay on the CPU"), most, layers, words)
        self.kv.show_value(self._placing.wishes.kv_type)
        self.threads.show_state(
            self.tr("Threads"), max(0, limits.threads - 1), placement.threads - 1, locale.toString(placement.threads)
        )
