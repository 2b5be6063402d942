"""Below the two texts: what was done, and what can be done with the translation."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from app.translate.prompt import Style
from app.ui.icons import icon
from app.ui.theme import Theme, set_kind
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.flat_button import ICON, FlatButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.keys import native_keys
from app.ui.widgets.menu import Menu


class TranslateFoot(QWidget):
    """Asks by its signals; ``show_state`` says what can be asked for now."""

    stop_wanted = Signal()
    go_on_wanted = Signal()
    alternatives_wanted = Signal()
    back_wanted = Signal()
    review_wanted = Signal()
    copy_wanted = Signal()
    literal_wanted = Signal()
    natural_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.manner_style = Style.DEFAULT
        self._stopped = False
        self.status = ElidedLabel(self)
        set_kind(self.status, "hint")
        self.stop = QPushButton(self)
        self.alternatives = QPushButton(self)
        self.back = QPushButton(self)
        self.review = QPushButton(self)
        self.more = FlatButton(theme, ICON, "more", self)
        self.copy = QPushButton(self)
        set_kind(self.copy, "primary")
        self.back.setCheckable(True)
        set_kind(self.back, "choice")
        self._build()
        self.retranslate()

    def show_state(self, words: str, *, busy: bool, stopped: bool, translated: bool) -> None:
        """Show the status, and which buttons work. ``stopped``: the person can let the rest be translated."""
        self.status.show_text(words)
        self.stop.setVisible(busy)
        if stopped != self._stopped:
            self._stopped = stopped
            self._name_stop()
        for button in (self.alternatives, self.back, self.review, self.copy, self.more):
            button.setEnabled(translated)

    def more_menu(self) -> Menu:
        """Return what is done less often."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        muted = self._theme.colours.muted
        for words, name, style, signal in (
            (self.tr("More literal"), "quote", Style.LITERAL, self.literal_wanted),
            (self.tr("More natural"), "edit", Style.NATURAL, self.natural_wanted),
            (self.tr("Save as a file…"), "save", None, self.save_wanted),
        ):
            chosen = style is self.manner_style
            picture = icon("check", self._theme.colours.accent) if chosen else icon(name, muted)
            action = menu.addAction(picture, words)
            action.setCheckable(style is not None)
            action.setChecked(chosen)
            action.triggered.connect(signal)
        return menu

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self._name_stop()
        self.alternatives.setText(self.tr("Alternatives"))
        self.alternatives.setToolTip(self.tr("Other wordings of the sentence you clicked"))
        self.back.setText(self.tr("Back-translation"))
        self.back.setToolTip(self.tr("What the translation says, in the language of your text"))
        self.review.setText(self.tr("Review"))
        self.review.setToolTip(self.tr("Let the model read its translation again and improve it"))
        self.more.set_hint(self.tr("More for this translation"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the translation ({keys})").format(keys=native_keys("Ctrl+Shift+C")))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        buttons = QWidget(self)
        flow = FlowLayout(buttons)
        for button in (self.stop, self.alternatives, self.back, self.review, self.more, self.copy):
            flow.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.status, 1)
        row.addWidget(buttons)
        for button, signal in (
            (self.alternatives, self.alternatives_wanted),
            (self.back, self.back_wanted),
            (self.review, self.review_wanted),
            (self.copy, self.copy_wanted),
        ):
            button.clicked.connect(signal)
        self.stop.clicked.connect(self._stop_or_go_on)
        self.more.clicked.connect(self._open_more)

    def _name_stop(self) -> None:
        self.stop.setText(self.tr("Go on") if self._stopped else self.tr("Stop"))

    def _stop_or_go_on(self) -> None:
        if self._stopped:
            self.go_on_wanted.emit()
        else:
            self.stop_wanted.emit()

    def _open_more(self) -> None:
        menu = self.more_menu()
        place = self.more.mapToGlobal(self.more.rect().topLeft())
        place.setY(place.y() - menu.sizeHint().height() - 4)
        menu.popup(place)
