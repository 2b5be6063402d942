"""The conversation on the screen: a reading column that scrolls, and never moves under the person's eyes.

At the end of the text the view follows what is being written. Anywhere else it stays on the paragraph that is being
read, whatever grows or collapses above or below, and a button leads to the newest text.
"""

from __future__ import annotations

import threading
import time
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from app.chat.markdown_inline import parser
from app.engine.api import TextKind
from app.ui.chat.blocks.formulas import Formulas
from app.ui.chat.blocks.highlighting import Highlighter
from app.ui.chat.messages.answer_view import Tools
from app.ui.chat.messages.assistant_view import HEAD
from app.ui.chat.messages.message_light import MessageLight
from app.ui.chat.messages.message_view import MessageView, TranscriptSession
from app.ui.chat.transcript.greeting import Greeting
from app.ui.chat.transcript.jump_button import SIZE as JUMP_SIZE
from app.ui.chat.transcript.jump_button import JumpButton
from app.ui.chat.transcript.message_column import MessageColumn, Place
from app.ui.theme import Theme, set_kind

__all__ = ["Transcript", "TranscriptSession"]

MARGIN = 24
NARROW_MARGIN = 12
NARROW = 420
AT_END = 24  # pixels from the end that still count as being there
SLICE_SECONDS = 0.008  # of work per pass
FRAME_SECONDS = 0.066  # between two passes for text that streams: smooth, and the processor is the model's
BREATH_MS = 1  # after a pass that an event has brought: else the next one would come before the events that wait
JUMP_GAP = 14
WARM_UP_MS = 250
WHEEL_STEP = 120
GO_TO_ABOVE = 32  # pixels that stay free above a message that is gone to


def _warm_up() -> None:
    """Load what the first answer needs, beside the event loop."""
    threading.Thread(target=parser, name="markdown-import", daemon=True).start()


class Follow(StrEnum):
    """What the view holds on to when heights change."""

    END = "end"
    PLACE = "place"


class Transcript(QScrollArea):
    """Shows ``session.messages``. ``example_chosen`` and ``link_activated`` are for the window to act on."""

    example_chosen = Signal(str)
    link_activated = Signal(str)
    quote_wanted = Signal(str)
    zoom_wanted = Signal(int)  # one step larger or smaller
    worked = Signal()  # a pass is done: widgets may have come, or changed
    moved_by_person = Signal()

    def __init__(self, theme: Theme, session: TranscriptSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._session = theme, session
        self._follow = Follow.END
        self._place: Place | None = None
        self._to_light = ""  # the id of a message
        self._moving = False  # the scroll bar is moved by us, not by the person
        self._highlighter = Highlighter(self)
        self._formulas = Formulas(theme, self)
        self.column = MessageColumn(Tools(theme, self._highlighter, self._formulas), session)
        self.greeting = Greeting(theme, self)
        self.jump = JumpButton(theme, self)
        self._pump = QTimer(self, interval=0, singleShot=True)
        self._pump.timeout.connect(self._work)
        self._turned = 0  # by a wheel while Ctrl is held, in eighths of a degree
        self._worked = 0.0  # when, in seconds of ``time.perf_counter``
        self._build()
        self._connect(session)
        self._redraw()
        QTimer.singleShot(WARM_UP_MS, self, _warm_up)

    def views(self) -> list[MessageView]:
        """Return the messages that exist as widgets, from top to bottom."""
        return self.column.views()

    def jump_to_end(self) -> None:
        """Go to the newest text and follow it."""
        self._follow = Follow.END
        self._schedule()

    def go_to(self, message_id: str) -> None:
        """Show a message from its beginning, and light it for a moment."""
        top = self.column.y_of(Place(message_id, (-1, 0)))
        if top is None:
            return
        self._follow, self._place = Follow.PLACE, Place(message_id, (-1, -GO_TO_ABOVE))
        self._to_light = message_id
        self._work()

    @property
    def first_shown(self) -> str:
        """The id of the message at the top of the screen, "" for none."""
        place = self.column.place_at(self.verticalScrollBar().value())
        return place.id if place is not None else ""

    def lead_to(self, place: Place) -> None:
        """Bring something near the screen."""
        self._follow, self._place = Follow.PLACE, place
        self._work()

    def bring(self, place: Place, y: int, edge: int) -> None:
        """Show what stands ``y`` pixels below the top of a message; where it is well on the screen nothing moves."""
        top = self.column.y_of(Place(place.id, (HEAD, 0)))
        bar = self.verticalScrollBar()
        seen = top is not None and bar.value() + edge <= top + y <= bar.value() + self.viewport().height() - edge
        self._follow = Follow.PLACE
        self._place = self.column.place_at(bar.value()) if seen else place
        self._work()

    def close_workers(self) -> None:
        """End the processes that colour code and set formulas."""
        self._highlighter.close()
        self._formulas.close()

    @property
    def at_end(self) -> bool:
        """Whether the view follows the newest text."""
        return self._follow is Follow.END

    @property
    def is_settled(self) -> bool:
        """Whether everything near the screen is laid out and nothing waits to be."""
        return not self._pump.isActive()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.greeting.setGeometry(self.rect())
        self._place_jump()
        self._set_width()
        if not self._moving:  # else a pass is at work: it has made a scroll bar come or go
            self._work()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_End:
                self.jump_to_end()
            case Qt.Key.Key_Home:
                self.verticalScrollBar().setValue(0)
            case _:
                super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            steps = round(self._turned / WHEEL_STEP)
            self._turned -= steps * WHEEL_STEP
            if steps:
                self.zoom_wanted.emit(steps)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self.column.refit()
        elif event.type() is QEvent.Type.LayoutDirectionChange:
            self._set_width()
            self.column.refit()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(False)
        self.setWidget(self.column)
        self.verticalScrollBar().setSingleStep(40)
        set_kind(self, "transcript")
        set_kind(self.column, "transcript-column")
        self.jump.hide()
        self._retranslate()

    def _connect(self, session: TranscriptSession) -> None:
        session.conversation_changed.connect(self._redraw)
        session.message_added.connect(self._added)
        session.message_changed.connect(self.column.change)
        session.versions_changed.connect(self.column.change)
        session.context_changed.connect(self.column.show_cuts)
        session.thinking_ended.connect(self.column.change)
        session.text_appended.connect(self._appended)
        session.live_changed.connect(self.column.live_changed)
        self.column.work_wanted.connect(self._schedule)
        self.column.focus_moved.connect(lambda widget: self.ensureWidgetVisible(widget, 0, 60))
        self.column.link_activated.connect(self.link_activated)
        self.column.quote_wanted.connect(self.quote_wanted)
        self.greeting.example_chosen.connect(self.example_chosen)
        self.jump.clicked.connect(self.jump_to_end)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._theme.changed.connect(self._restyle)
        self.destroyed.connect(self._highlighter.close)
        self.destroyed.connect(self._formulas.close)

    def _restyle(self) -> None:
        """Text size, font or width may be others: what is read stays where it is."""
        self._set_width()
        self.column.restyle()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Conversation"))
        self.jump.retranslate()

    def _redraw(self) -> None:
        self._to_light = ""
        if not self.column.reset():  # another version of what is shown leaves the person where they are
            self._follow = Follow.END
        self._show_greeting()
        self._work()
        if self._pump.isActive():
            self._pump.start(BREATH_MS)

    def _show_greeting(self) -> None:
        empty = not self._session.messages
        self.greeting.setVisible(empty)
        self.column.setVisible(not empty)

    def _added(self, message_id: str) -> None:
        self._follow = Follow.END  # the person has just sent it, and wants to see it
        self.column.add(message_id)
        self._show_greeting()

    def _appended(self, message_id: str, kind: TextKind, text: str) -> None:
        self.column.append_text(message_id, kind, text)
        self._schedule_frame()
        if self._follow is Follow.PLACE:
            self.jump.set_news(news=True)

    def _scrolled(self, value: int) -> None:
        if self._moving:
            return
        at_end = value >= self.verticalScrollBar().maximum() - AT_END
        self._follow = Follow.END if at_end else Follow.PLACE
        self._place = self.column.place_at(value)
        self._show_jump()
        self.moved_by_person.emit()
        self._work()

    def _schedule(self) -> None:
        if not self._pump.isActive() or self._pump.interval():
            self._pump.start(0)

    def _schedule_frame(self) -> None:
        if not self._pump.isActive():
            wait = self._worked + FRAME_SECONDS - time.perf_counter()
            self._pump.start(max(0, round(wait * 1000)))

    def _work(self) -> None:
        """One pass; what is left is done after the events that wait."""
        self._worked = time.perf_counter()
        deadline = self._worked + SLICE_SECONDS
        done = False
        for _ in range(3):  # heights that turn out different bring other messages into view
            before = self.verticalScrollBar().value(), self.column.needed_height
            top = self.verticalScrollBar().value()
            done = self.column.work(top, top + self.viewport().height(), deadline)
            self._settle()
            if before == (self.verticalScrollBar().value(), self.column.needed_height):
                break
        if not done:
            self._schedule()
        elif self._follow is Follow.PLACE and (self._place is None or not self._place.names_letter):
            self._place = self.column.place_at(self.verticalScrollBar().value())
        self._light()
        self._show_jump()
        self.worked.emit()

    def _light(self) -> None:
        """Light the message that was gone to, as soon as it has a widget."""
        view = self.column.view_of(self._to_light) if self._to_light else None
        if view is not None:
            self._to_light = ""
            MessageLight(self._theme, view)

    def _settle(self) -> None:
        """Give the column its height and scroll so that what the person reads stays where it is."""
        self._moving = True
        height = max(self.column.needed_height, 1)
        self.column.resize(self.viewport().width(), height)
        bar = self.verticalScrollBar()
        if self._follow is Follow.END:
            bar.setValue(bar.maximum())
        elif self._place is not None and (y := self.column.y_of(self._place)) is not None:
            bar.setValue(y)
        self._moving = False

    def _set_width(self) -> None:
        margin = NARROW_MARGIN if self.width() < NARROW else MARGIN
        width = min(self._theme.column_width, max(200, self.width() - 2 * margin))
        # Centred in the whole area, so that a scroll bar that comes does not move the text.
        left = (self.width() - width) // 2 - self.viewport().x()
        self.column.set_width(left, width)

    def _place_jump(self) -> None:
        self.jump.move((self.width() - JUMP_SIZE) // 2, self.height() - JUMP_SIZE - JUMP_GAP)
        self.jump.raise_()

    def _show_jump(self) -> None:
        away = self._follow is Follow.PLACE and bool(self._session.messages)
        if not away:
            self.jump.set_news(news=False)
        if self.jump.isHidden() == away:
            self.jump.setVisible(away)
            self._place_jump()
