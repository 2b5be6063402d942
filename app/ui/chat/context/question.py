"""The window is full: what should become of the oldest part? A card above the composer, never in the way of reading."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.session.context.conversation_summary import SummaryState
from app.ui.chat.context.context_meter import short_count
from app.ui.chat.context.protocols import ContextSource, Larger
from app.ui.models.measures import memory_size
from app.ui.theme import Theme
from app.ui.widgets.announce import announce
from app.ui.widgets.card import Card
from app.ui.widgets.flat_button import ICON, FlatButton, Look
from app.ui.widgets.gauge import Gauge
from app.ui.widgets.keys import keeps_escape
from app.ui.widgets.text_label import text_label

CHOICE = Look(height=40, padding=12, gap=10, radius=10, border="line", background="background", font_size=14)
MOST_WINDOWS = 2
SUMMARY_LETTERS = 220


class ContextQuestion(Card):
    """``closed`` when the person chose, or put it off."""

    closed = Signal()

    def __init__(self, theme: Theme, context: ContextSource, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._context = context
        self._urgent = self._compact = False
        self.title = text_label(self, "strong")
        self.about = text_label(self, "muted")
        self.close_button = FlatButton(theme, ICON, "close", self)
        self.windows = [FlatButton(theme, CHOICE, "plus", self) for _ in range(MOST_WINDOWS)]
        self.summarise = FlatButton(theme, CHOICE, "edit", self)
        self.drop = FlatButton(theme, CHOICE, "shrink", self)
        self.part = text_label(self, "muted", wraps=False)
        self.gauge = Gauge(theme, parent=self)
        self.progress = text_label(self, "muted")
        self.cancel = FlatButton(theme, CHOICE, "stop", self)
        self._build()
        self._connect()
        self.hide()

    def ask(self, *, urgent: bool) -> None:
        """Show the question. ``urgent``: the next message does not fit as it is."""
        self._urgent = urgent
        self.refresh()
        self.show()
        if urgent:
            announce(self, self.title.text(), urgent=True)
        self.choices()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_compact(self, *, compact: bool) -> None:
        """Leave out what a low window has no room for."""
        if compact != self._compact:
            self._compact = compact
            self._column.setSpacing(4 if compact else 8)
            self.refresh()

    def choices(self) -> list[FlatButton]:
        """Return what can be chosen now, from top to bottom."""
        offered = (*self.windows, self.summarise, self.drop, self.cancel, self.close_button)
        return [button for button in offered if not button.isHidden()]

    def refresh(self) -> None:
        """Set all words and offers again."""
        writing = self._context.summary.state is SummaryState.WRITING
        self._show_offers(offered=not writing)
        self._show_summary(writing=writing)
        self.close_button.set_hint(self.tr("Not now"))

    def _show_summary(self, *, writing: bool) -> None:
        """Show how far the summary is, and a way to stop it."""
        summary = self._context.summary
        for widget in (self.part, self.gauge):
            widget.setVisible(writing and summary.total > 1)
        self.progress.setVisible(writing)
        self.cancel.setVisible(writing)
        self.close_button.setVisible(not writing)
        if writing:
            self.title.setText(self.tr("Summarising the oldest part…"))
            self.about.setText(self.tr("You can go on reading. An answer that you ask for now goes first."))
            self.progress.setText(summary.text[-SUMMARY_LETTERS:] or "…")
            locale, now = QLocale(), min(summary.done + 1, summary.total)
            self.part.setText(
                self.tr("Part {done} of {total}").format(
                    done=locale.toString(now), total=locale.toString(summary.total)
                )
            )
            self.gauge.set_fraction(summary.done / summary.total)
            self.cancel.set_words(self.tr("Stop"), self.tr("Write no summary"))

    def _show_offers(self, *, offered: bool) -> None:
        size = short_count(self._context.size)
        self.title.setText(self._title(size))
        failed = self._context.summary.state is SummaryState.FAILED
        self.about.setText(
            self.tr("The summary could not be written. Try it again, or choose something else.")
            if failed
            else self.tr("What should happen to the oldest part? Nothing of it is deleted: it stays here to read.")
        )
        self.about.setVisible(failed or not self._compact)
        most = 1 if self._compact else MOST_WINDOWS
        larger = list(self._context.larger_windows)[:most] if offered else []
        for index, button in enumerate(self.windows):
            button.setVisible(index < len(larger))
            if index < len(larger):
                self._show_window(button, larger[index])
        old = offered and self._context.can_drop
        self.summarise.setVisible(old)
        self.drop.setVisible(old)
        self.summarise.set_words(
            self.tr("Summarise it"), self.tr("The model writes a summary and goes on from it. You can change it.")
        )
        self.summarise.set_trailing(self.tr("you can change the summary"))
        self.drop.set_words(
            self.tr("Leave it out"), self.tr("The model no longer sees the oldest turns. A line shows from where on.")
        )
        self.drop.set_trailing(self.tr("a line shows where"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrow keys before the buttons do."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if steps:
            self._step(steps)
        return bool(steps)

    @override
    def event(self, event: QEvent) -> bool:
        return keeps_escape(event) or super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.refresh()
        super().changeEvent(event)

    def _title(self, size: str) -> str:
        if not self._urgent:
            return self.tr("Make room in the model's {size} tokens").format(size=size)
        if self._compact:
            return self.tr("The model's {size} tokens are full").format(size=size)
        return self.tr("The conversation no longer fits into the model's {size} tokens.").format(size=size)

    def _show_window(self, button: FlatButton, larger: Larger) -> None:
        size = QLocale().toString(larger.context)
        button.set_words(self.tr("A window of {size} tokens").format(size=size), self.tr("Loads the model again"))
        memory = memory_size(larger.extra_bytes)
        button.set_trailing(
            self.tr("{memory} more memory").format(memory=memory)
            if larger.fits
            else self.tr("+{memory}, may be slow").format(memory=memory)
        )

    def _build(self) -> None:
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.about)
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addLayout(head)
        for widget in (*self.windows, self.summarise, self.drop, self.part, self.gauge, self.progress, self.cancel):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self._close)
        for button in (*self.windows, self.summarise, self.drop, self.cancel, self.close_button):
            button.installEventFilter(self)
        self.cancel.clicked.connect(self._stop_summary)
        self._context.changed.connect(self._follow)
        for index, button in enumerate(self.windows):
            button.clicked.connect(lambda _checked=False, index=index: self._take_larger(index))
        self.summarise.clicked.connect(lambda: self._choose_old(summary=True))
        self.drop.clicked.connect(lambda: self._choose_old(summary=False))

    def _take_larger(self, index: int) -> None:
        larger = list(self._context.larger_windows)
        self._close()
        if index < len(larger):
            self._context.take_larger(larger[index].context)

    def _choose_old(self, *, summary: bool) -> None:
        if summary:
            self._context.summarise()
            self.refresh()
            self.choices()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._close()
            self._context.drop_oldest()

    def _stop_summary(self) -> None:
        self.progress.hide()  # it has ended here: the question is open again
        self._context.cancel_summary()
        self.refresh()

    def _follow(self) -> None:
        """The summary grows, is there, or could not be written."""
        if self.isHidden():
            return
        was = not self.progress.isHidden()
        self.refresh()
        if was and self._context.summary.state is SummaryState.NONE:
            self._close()

    def _step(self, steps: int) -> None:
        choices = self.choices()
        now = next((index for index, button in enumerate(choices) if button.hasFocus()), -1)
        choices[(now + steps) % len(choices)].setFocus(Qt.FocusReason.TabFocusReason)

    def put_off(self) -> None:
        """What it asks about is not shown any more. The keyboard stays where it is, unless it is in here."""
        if any(button.hasFocus() for button in self.choices()):
            self._close()
        else:
            self.hide()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
