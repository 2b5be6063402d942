"""The reasoning pane: thoughts while they run, how they ended, and all of them when the person wants to read them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEasingCurve, QEvent, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from app.chat.conversation import ThinkingPart
from app.engine.api import ThinkingOutcome
from app.session.chat.live_answer import LiveAnswer
from app.ui.chat import words
from app.ui.chat.messages.pane_header import PaneHeader
from app.ui.chat.messages.thoughts_view import PEEK_LINES, Fade, Part, ThoughtsView
from app.ui.theme import Theme, set_kind
from app.ui.widgets.flat_button import FlatButton, Look
from app.ui.widgets.motion import motion_ms

HEADER_RUNNING = 50
HEADER_DONE = 42
PADDING = 14
RADIUS = 12
WARNING = 28
NARROW = 440  # pixels: below, the button goes under the thoughts
ACTION = Look(height=34, padding=11, font_size=13, border="line", background="background", centred=True)
URGENT = Look(height=34, padding=11, font_size=13, border="accent", background="accent_background", centred=True)
CUT_SHORT = frozenset(
    {ThinkingOutcome.BUDGET, ThinkingOutcome.ANSWER_NOW, ThinkingOutcome.LOOP, ThinkingOutcome.CONTEXT}
)


class PaneBody(StrEnum):
    """How much of the thoughts is shown."""

    CLOSED = "closed"
    PEEK = "peek"
    OPEN = "open"


LAID_OUT = {PaneBody.CLOSED: Part.NOTHING, PaneBody.PEEK: Part.PEEK, PaneBody.OPEN: Part.WHOLE}


class ReasoningPane(QWidget):
    """A card. Its owner calls ``fit`` and sets its geometry."""

    height_changed = Signal()
    answer_now = Signal()
    think_longer = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._part = ThinkingPart(text="")
        self._live: LiveAnswer | None = None
        self._loop = False
        self.body = PaneBody.CLOSED
        self._body_height = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._moved)
        self.header = PaneHeader(theme, self)
        self.header.clicked.connect(self._clicked)
        self._text = ""
        self._thoughts: ThoughtsView | None = None  # few panes are opened, and it takes as long to make as all the rest
        self.fade = Fade(theme, self)
        self.fade.hide()
        self.warning = QLabel(self)
        self.warning.setTextFormat(Qt.TextFormat.PlainText)
        set_kind(self.warning, "warn-line")
        self.now = FlatButton(theme, ACTION, parent=self)
        self.now_urgent = FlatButton(theme, URGENT, parent=self)
        self.longer = FlatButton(theme, ACTION, parent=self)
        self._connect()
        self.retranslate()

    @property
    def thoughts(self) -> ThoughtsView:
        """What shows the thoughts; made when it is first wanted."""
        if self._thoughts is None:
            self._thoughts = ThoughtsView(self._theme, self)
            self._thoughts.hide()
            self._thoughts.stackUnder(self.fade)
            self._thoughts.setAccessibleName(self.tr("Thoughts"))
            self._thoughts.set_thoughts(self._text)
            self._thoughts.grown.connect(self.height_changed)
        return self._thoughts

    @property
    def running(self) -> bool:
        """Whether the model is thinking now."""
        return self._live is not None

    def show_running(self, live: LiveAnswer) -> None:
        """Show the numbers of an answer that thinks now."""
        fresh = self._live is None
        self._live = live
        self._loop = live.loop_detected
        if fresh and self.body is PaneBody.CLOSED:
            self._set_body(PaneBody.PEEK)
        self._refresh()

    def append(self, text: str) -> None:
        """Add what has just been thought."""
        self._text += text
        before = self.thoughts.lay_out(self.thoughts.width())
        self.thoughts.append_thoughts(text)
        if self.thoughts.lay_out(self.thoughts.width()) != before:
            self._settle()
            self.height_changed.emit()

    def show_finished(self, part: ThinkingPart) -> None:
        """Show thoughts that have ended. An open pane stays open: the person is reading."""
        self._live = None
        self._part = part
        self._loop = False
        self.show_thoughts(part.text)
        if self.body is PaneBody.PEEK:
            self._set_body(PaneBody.CLOSED)
        self._refresh()
        self.height_changed.emit()

    def show_thoughts(self, text: str) -> None:
        """Show what has been thought so far."""
        self._text = text
        if self._thoughts is not None:
            self._thoughts.set_thoughts(text)

    def retranslate(self) -> None:
        """Set all words again."""
        for button in (self.now, self.now_urgent):
            button.set_words(self.tr("Answer now"), self.tr("Stop thinking and answer with what is there"))
        self.longer.set_words(self.tr("Think longer"), self.tr("Go on from these thoughts and answer again"))
        self.warning.setText(self.tr("The thoughts repeat themselves."))
        if self._thoughts is not None:
            self._thoughts.setAccessibleName(self.tr("Thoughts"))
        self._refresh()

    def fit(self, width: int) -> int:
        """Lay out for a width in pixels and return the height."""
        header = self._fit_header(width)
        top = header + (WARNING if self._loop else 0)
        self.warning.setGeometry(PADDING, header, width - 2 * PADDING, WARNING)
        top += self._fit_thoughts(width, top)
        return top + self._fit_button_below(width, top)

    def _fit_thoughts(self, width: int, top: int) -> int:
        """Place the thoughts as far as they are shown and return their height."""
        if self._thoughts is None:
            return 0
        wanted = self.thoughts.lay_out(width - 2 * PADDING)
        if self._motion.state() is not QVariantAnimation.State.Running:
            self._body_height = 0 if self.body is PaneBody.CLOSED else wanted + PADDING + 6
        shown = round(self._body_height)
        self.thoughts.setVisible(shown > 0)
        self.thoughts.setGeometry(PADDING, top + 6, width - 2 * PADDING, max(0, shown - PADDING - 6) or 1)
        self.fade.setGeometry(PADDING, top + 6, width - 2 * PADDING, self.thoughts.line)
        self.fade.setVisible(self.body is PaneBody.PEEK and wanted >= PEEK_LINES * self.thoughts.line and shown > 0)
        return shown

    def holds_attention(self) -> bool:
        """Say whether the person is at work in it."""
        return self.body is PaneBody.OPEN or any(child.hasFocus() for child in self.findChildren(QWidget))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self._body_height > 0:
            line = self.header.height()
            painter.drawLine(1, line, self.width() - 1, line)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.now.clicked.connect(self.answer_now)
        self.now_urgent.clicked.connect(self.answer_now)
        self.longer.clicked.connect(self.think_longer)
        self._theme.changed.connect(self.update)

    def _button(self) -> FlatButton | None:
        """Return the button that belongs to the state, if there is one."""
        return next((one for one in (self.now, self.now_urgent, self.longer) if not one.isHidden()), None)

    def _fit_header(self, width: int) -> int:
        """Place the header, and the button beside it where there is room; return the header's height."""
        header = HEADER_RUNNING if self.running else HEADER_DONE
        button = self._button()
        beside = button is not None and width >= NARROW
        taken = button.sizeHint().width() + 8 if button and beside else 0
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.header.setGeometry(taken if mirrored else 0, 0, width - taken, header)
        if button and beside:
            size = button.sizeHint()
            left = 8 if mirrored else width - size.width() - 8
            button.setGeometry(left, (header - size.height()) // 2, size.width(), size.height())
        return header

    def _fit_button_below(self, width: int, top: int) -> int:
        """Place the button below everything when the pane is narrow; return the height that it takes."""
        button = self._button()
        if button is None or width >= NARROW:
            return 0
        size = button.sizeHint()
        wide = min(size.width(), width - 16)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        button.setGeometry(width - wide - 8 if mirrored else 8, top, wide, size.height())
        return size.height() + 8

    def _clicked(self) -> None:
        if self.body is PaneBody.OPEN:
            self._set_body(PaneBody.PEEK if self.running else PaneBody.CLOSED)
        else:
            self._set_body(PaneBody.OPEN)
        self.height_changed.emit()

    def _set_body(self, body: PaneBody) -> None:
        before = self._body_height
        self.body = body
        if body is not PaneBody.CLOSED or self._thoughts is not None:
            self.thoughts.show_part(LAID_OUT[body])
        self.header.show_open(opened=body is PaneBody.OPEN)
        self._move(before)

    def _move(self, before: float) -> None:
        """Go to the new height, with a short motion where the system allows it."""
        target = 0.0
        if self.body is not PaneBody.CLOSED:
            target = self.thoughts.lay_out(max(60, self.width() - 2 * PADDING)) + PADDING + 6
        self._motion.stop()
        time = motion_ms(self) if self.isVisible() else 0
        if not time or before == target:
            self._body_height = target
            return
        self._motion.setDuration(time)
        self._motion.setStartValue(float(before))
        self._motion.setEndValue(float(target))
        self._motion.start()

    def _moved(self, value: float) -> None:
        self._body_height = value
        self.height_changed.emit()

    def _settle(self) -> None:
        self._motion.stop()

    def _refresh(self) -> None:
        """Set words, numbers and buttons from the state."""
        live = self._live
        self.now.setVisible(live is not None and not self._loop)
        self.now_urgent.setVisible(live is not None and self._loop)
        self.longer.setVisible(live is None and self._part.outcome in CUT_SHORT)
        self.warning.setVisible(self._loop)
        if live is None:
            self.header.show_words(_finished_words(self._part), "", None)
        else:
            limit = live.budget
            fraction = live.thinking_tokens / limit if limit else None
            self.header.show_words(self.tr("Thinking…"), _running_numbers(live), fraction)
        self.update()


def _running_numbers(live: LiveAnswer) -> str:
    seconds = words.duration(live.thinking_seconds, tenths=False)
    if live.budget is None:
        return f"{words.tokens(live.thinking_tokens)} · {seconds}"
    return words.translate("Transcript", "{used} / {budget} tokens · {seconds}").format(
        used=words.number(live.thinking_tokens), budget=words.number(live.budget), seconds=seconds
    )


def _finished_words(part: ThinkingPart) -> str:
    first = words.translate("Transcript", "Thought for {seconds}").format(seconds=words.duration(part.seconds))
    pieces = [first, words.tokens(part.tokens), words.outcome_words(part.outcome)]
    return " · ".join(piece for piece in pieces if piece)
