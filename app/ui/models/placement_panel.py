"""Where a model will live: a bar per device that moves while the person does, and why it is so."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.placement.plan import DeviceUse, Fit, Placement, Wishes
from app.ui.models.context_scale import context_stops, nearest
from app.ui.models.device_bar import DeviceBar
from app.ui.models.expert_settings import ExpertSettings
from app.ui.models.graphics import Graphics
from app.ui.models.labelled_slider import LabelledSlider
from app.ui.models.measures import context_size, speed
from app.ui.models.placement_words import fit_tone, fit_words, in_order
from app.ui.models.protocols import Placing
from app.ui.theme import Theme, set_kind
from app.ui.widgets.card import Card
from app.ui.widgets.direction import forward_icon
from app.ui.widgets.flat_button import LINK, FlatButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.tag import Tag
from app.ui.widgets.text_label import show_line, text_label


class PlacementPanel(Card):
    """What the placement session decides for the model that it was told; ``apply_wanted`` asks to load it anew."""

    apply_wanted = Signal()

    def __init__(self, theme: Theme, placing: Placing, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._placing = placing
        self._name = ""
        self._in_use = False
        self._loaded_with = Wishes()
        self._stops: list[int] = [0]
        self.title = text_label(self, "panel-title")
        self.about = text_label(self, "muted")
        self._tags = QWidget(self)
        self.fit = Tag(self._tags)
        self.speed = Tag(self._tags)
        self.reason = text_label(self, "small")
        self._graphics: Graphics | None = None
        self.fault = text_label(self, "small")
        self.check = FlatButton(theme, LINK, "regenerate", self)
        self.bars: list[DeviceBar] = []
        self._bars = QVBoxLayout()
        self.context = LabelledSlider(theme, self)
        self.layers = LabelledSlider(theme, self)
        self.more = FlatButton(theme, LINK, "chevron_right", self)
        self.experts = ExpertSettings(theme, placing, self)
        self.automatic = FlatButton(theme, LINK, "regenerate", self)
        self.apply = QPushButton(self)
        set_kind(self.apply, "primary")
        self._build()
        self._connect()
        self.refresh()

    def show_model(self, name: str, *, in_use: bool = False) -> None:
        """Say which model the panel speaks about, "" for none, and whether it is the one in memory."""
        if (name, in_use) != (self._name, self._in_use):
            self._name, self._in_use, self._loaded_with = name, in_use, self._placing.wishes
        self.refresh()

    def use_graphics(self, graphics: Graphics) -> None:
        """Say when a graphics card is not used, and why."""
        self._graphics = graphics
        graphics.changed.connect(self.refresh)
        self.check.clicked.connect(graphics.check_again)
        self.refresh()

    def summary(self) -> str:
        """Return the fit in a few words, for where there is no room for the panel."""
        placement = self._placing.placement if self._name else None
        return fit_words(placement) if placement is not None else self.tr("choose a model")

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.experts.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show the placement as it is now."""
        self.title.setText(self.tr("Where it will live"))
        self._show_fault()
        placement = self._placing.placement if self._name else None
        for widget in (self._tags, self.reason, self.context, self.layers, self.more, self.automatic):
            widget.setVisible(placement is not None)
        self.apply.setVisible(placement is not None and self._in_use and self._placing.wishes != self._loaded_with)
        self.experts.setVisible(placement is not None and self.more.isChecked())
        if placement is None:
            waiting = self.tr("Looking at this computer…")
            nothing = self.tr("Choose a model to see which memory it needs, before you download it.")
            self.about.setText(waiting if self._name else nothing)
            self._show_bars([])
            return
        self._show_placement(placement)

    def _show_fault(self) -> None:
        graphics = self._graphics
        sentence = graphics.sentence if graphics is not None else ""
        checking = graphics is not None and graphics.checking
        show_line(self.fault, sentence)
        self.check.set_words(self.tr("Checking the graphics card…") if checking else self.tr("Check again"))
        self.check.setVisible(bool(sentence))
        self.check.setEnabled(not checking)

    def _show_placement(self, placement: Placement) -> None:
        words = self.tr("{name} with {size} context")
        self.about.setText(words.format(name=self._name, size=context_size(placement.context)))
        self.fit.show_words(fit_words(placement), fit_tone(placement))
        self.speed.show_words("" if placement.fit is Fit.NOT else speed(placement.tokens_per_second))
        show_line(self.reason, self._placing.explanation)
        self._show_bars(in_order(placement.uses))
        self._show_sliders(placement)
        self.more.set_words(self.tr("Expert settings"))
        self.more.set_icon("chevron_down" if self.more.isChecked() else forward_icon(self))
        self.experts.show_placement(placement)
        self.automatic.set_words(self.tr("Back to automatic"))
        self.apply.setText(self.tr("Load again with this"))
        self.automatic.setVisible(self._placing.wishes != Wishes())

    def _show_sliders(self, placement: Placement) -> None:
        limits, wishes = self._placing.limits, self._placing.wishes
        self._stops = context_stops(limits.context)
        size = context_size(placement.context)
        self.context.show_state(
            self.tr("Context") if wishes.context else self.tr("Context · automatic"),
            len(self._stops) - 1, nearest(self._stops, placement.context), size,
        )  # fmt: skip
        part = QLocale().toString(placement.gpu_layers)
        whole = placement.gpu_layers >= placement.layers
        words = self.tr("all {number}").format(number=part) if whole else part
        name = self.tr("GPU layers") if wishes.gpu_layers >= 0 else self.tr("GPU layers · automatic")
        self.layers.show_state(name, limits.layers, placement.gpu_layers, words)
        self.layers.setVisible(limits.layers > 0 and len(placement.uses) > 1)

    def _show_bars(self, uses: list[DeviceUse]) -> None:
        while len(self.bars) > len(uses):
            gone = self.bars.pop()
            self._bars.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.bars) < len(uses):
            bar = DeviceBar(self._theme, self)
            self._bars.addWidget(bar)
            self.bars.append(bar)
        for bar, use in zip(self.bars, uses, strict=True):
            bar.show_use(use)

    def _build(self) -> None:
        flow = FlowLayout(self._tags, 6)
        flow.addWidget(self.fit)
        flow.addWidget(self.speed)
        self.more.setCheckable(True)
        self._bars.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        for widget in (self.title, self.about, self._tags, self.reason, self.fault, self.check):
            column.addWidget(widget)
        column.addLayout(self._bars)
        for widget in (self.context, self.layers, self.more, self.experts, self.automatic, self.apply):
            column.addWidget(widget)

    def _connect(self) -> None:
        self._placing.changed.connect(self.refresh)
        self.context.moved.connect(lambda number: self._placing.set_context(self._stops[number]))
        self.layers.moved.connect(self._placing.set_gpu_layers)
        self.more.toggled.connect(lambda _on: self.refresh())
        self.automatic.clicked.connect(self._placing.reset_to_auto)
        self.apply.clicked.connect(self._ask_to_apply)

    def _ask_to_apply(self) -> None:
        self._loaded_with = self._placing.wishes
        self.apply.hide()
        self.apply_wanted.emit()
