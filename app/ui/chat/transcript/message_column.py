"""The column of messages: all have a height, those near the screen have a widget.

A pass (``work``) makes what is missing, measures what has changed and puts everything in its place, for a few
milliseconds at most; the transcript calls it again until nothing is left to do.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.chat.conversation import Message
from app.engine.api import Role, TextKind
from app.ui.chat.messages.answer_view import AnswerText, Tools
from app.ui.chat.messages.assistant_view import AssistantView
from app.ui.chat.messages.message_view import BLEED, Anchor, MessageView, TranscriptSession
from app.ui.chat.messages.person_view import PersonView
from app.ui.chat.transcript.focus_order import move_focus
from app.ui.chat.transcript.letters import have_fonts
from app.ui.chat.transcript.segments import guess_text
from app.ui.chat.transcript.stack import Stack

TOP, BOTTOM = 20, 24  # pixels above the first message and below the last
KEEP = 3000  # pixels beyond the screen where widgets are kept
OVERSCAN = 600
SHOWN_AT_ONCE = 2000  # characters of a person's message, at most


@dataclass
class _Slot:
    """One message. ``text`` outlives the view, so that scrolling back reads nothing again."""

    id: str
    view: MessageView | None = None
    text: AnswerText | None = None
    fitted: int = 0  # the width that its height was measured for; 0: it has to be measured again


@dataclass(frozen=True)
class Place:
    """Where the person reads: a message and something in it."""

    id: str
    anchor: Anchor

    @property
    def names_letter(self) -> bool:
        """Whether it is a letter of a text that is laid out, and so can be found again in any size and width."""
        return len(self.anchor) > 2


class MessageColumn(QWidget):
    """The widget inside the scroll area. Its height is the sum of all messages."""

    work_wanted = Signal()
    focus_moved = Signal(QWidget)  # by the Tab key
    link_activated = Signal(str)
    quote_wanted = Signal(str)

    def __init__(self, tools: Tools, session: TranscriptSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._session = tools, session
        self._slots: list[_Slot] = []
        self._by_id: dict[str, int] = {}
        self._stack = Stack()
        self._left = 0
        self._width = 600
        self._text_size = tools.theme.text_size
        self._unsent: dict[str, str] = {}  # changes begun in messages that are not shown now
        self._focused_version = ""  # the keyboard follows the switch to another version

    @property
    def needed_height(self) -> int:
        """The height of everything in pixels, measured or guessed."""
        return TOP + self._stack.total + BOTTOM

    def views(self) -> list[MessageView]:
        """Return the messages that exist as widgets, from top to bottom."""
        return [slot.view for slot in self._slots if slot.view is not None]

    def view_of(self, message_id: str) -> MessageView | None:
        """Return the widget of a message, None while it is far from the screen."""
        slot = self._slot(message_id)
        return slot.view if slot is not None else None

    def reset(self) -> bool:
        """Show the session's messages. True: the branch shown begins as the one before did, and that part stays."""
        messages = self._session.messages
        pairs = zip(self._slots, messages, strict=False)
        kept = next(
            (i for i, (slot, new) in enumerate(pairs) if slot.id != new.id), min(len(self._slots), len(messages))
        )
        for slot in self._slots[kept:]:
            self._drop(slot)
            del self._by_id[slot.id]
        del self._slots[kept:]
        self._stack.cut(kept)
        for message in messages[kept:]:
            self._append(message)
        for slot, message in zip(self._slots[:kept], messages, strict=False):
            if slot.view is not None:
                slot.view.show_message(message)
        self._mark_last()
        self.work_wanted.emit()
        return kept > 0

    def add(self, message_id: str) -> None:
        """Show a message that has come to the end."""
        message = self._session.message(message_id)
        if message is not None and message_id not in self._by_id:
            self._append(message)
            self._mark_last()
            self.work_wanted.emit()

    def change(self, message_id: str) -> None:
        """Show another state of a message."""
        slot, message = self._slot(message_id), self._session.message(message_id)
        if slot is not None and message is not None:
            if slot.view is not None:
                slot.view.show_message(message)
            self._outdate(slot)

    def append_text(self, message_id: str, kind: TextKind, text: str) -> None:
        """Add what has just been written; the transcript decides when it is shown."""
        slot = self._slot(message_id)
        if slot is not None and isinstance(slot.view, AssistantView):
            slot.view.append(kind, text)
            slot.fitted = 0

    def live_changed(self) -> None:
        """Show the numbers of the answer being written."""
        live = self._session.live
        slot = self._slot(live.message_id) if live else (self._slots[-1] if self._slots else None)
        if slot is not None and isinstance(slot.view, AssistantView):
            slot.view.show_live()

    def show_cuts(self) -> None:
        """Show where the model's view begins now."""
        for view in self.views():
            view.show_cut()

    def refit(self) -> None:
        """Measure everything again: the language or its direction is another one."""
        for slot in self._slots:
            slot.fitted = 0
        self.work_wanted.emit()

    def restyle(self) -> None:
        """Measure everything again: the text may have another size or font."""
        ratio = (self._tools.theme.text_size / self._text_size) ** 2  # larger letters in longer lines
        self._text_size = self._tools.theme.text_size
        for index, slot in enumerate(self._slots):
            if slot.text is not None:
                slot.text.forget_heights()
            if slot.view is None:
                self._stack.set_height(index, round(self._stack.height(index) * ratio))
        self.refit()

    def set_width(self, left: int, width: int) -> None:
        """Place the column; heights are measured again when the width is another one."""
        if (left, width) == (self._left, self._width):
            return
        wider = width / max(1, self._width)
        if width != self._width:
            for index, slot in enumerate(self._slots):
                if slot.view is None:
                    self._stack.set_height(index, round(self._stack.height(index) / wider))
        self._left, self._width = left, width
        self.work_wanted.emit()

    def place_at(self, y: int) -> Place | None:
        """Return what stands at a height of this widget."""
        index = self._stack.index_at(y - TOP)
        if index < 0:
            return None
        offset = y - TOP - self._stack.top(index)
        view = self._slots[index].view
        return Place(self._slots[index].id, view.anchor(offset) if view else (-1, offset))

    def y_of(self, place: Place) -> int | None:
        """Return the height where a place is now; None when its message is gone."""
        index = self._by_id.get(place.id)
        if index is None:
            return None
        view = self._slots[index].view
        return TOP + self._stack.top(index) + (view.locate(place.anchor) if view else place.anchor[1])

    def work(self, top: int, bottom: int, deadline: float) -> bool:
        """Bring the part between two heights up to date until ``deadline``. True: it is done."""
        if not self._slots:
            return True
        index = self._stack.index_at(top - OVERSCAN - TOP)
        done = True
        while index < len(self._slots) and TOP + self._stack.top(index) < bottom + OVERSCAN:
            if time.perf_counter() > deadline:
                done = False
                break
            done = self._work_on(index, top, bottom, deadline) and done
            index += 1
        self._drop_far(top - KEEP, bottom + KEEP)
        self._place()
        return done

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        target = move_focus(self, forward=forward)
        if target is not None:
            self.focus_moved.emit(target)
        return True

    def _work_on(self, index: int, top: int, bottom: int, deadline: float) -> bool:
        slot = self._slots[index]
        if slot.view is None and not self._has_fonts(slot, deadline):
            return False
        fresh = slot.view is None
        view = slot.view or self._make(slot)
        if view is None:
            return True
        if fresh and time.perf_counter() > deadline:
            return False  # measured and shown by the next pass
        done = True
        if view.unread:
            done, slot.fitted = view.advance(deadline), 0
        self._measure(index, slot, view)
        start, guessed = TOP + self._stack.top(index), view.content_height
        done = view.reveal(top - OVERSCAN - start, bottom + OVERSCAN - start, deadline) and done
        if view.content_height != guessed:
            slot.fitted = 0
        self._measure(index, slot, view)
        return done

    def _measure(self, index: int, slot: _Slot, view: MessageView) -> None:
        if slot.fitted != self._width:
            slot.fitted = self._width
            self._stack.set_height(index, view.fit(self._width) + view.gap)
            if view.isHidden():
                self._show(slot, view)

    def _outdate(self, slot: _Slot) -> None:
        slot.fitted = 0
        self.work_wanted.emit()

    def _has_fonts(self, slot: _Slot, deadline: float) -> bool:
        """Prepare what a message shows as soon as it is made; an answer does so while it is read."""
        message = self._session.message(slot.id)
        if message is None or message.role is Role.ASSISTANT:
            return True
        return have_fonts(message.text[:SHOWN_AT_ONCE], [self._tools.theme.reading_font()], deadline)

    def _make(self, slot: _Slot) -> MessageView | None:
        message = self._session.message(slot.id)
        if message is None:  # others hear of a new conversation first, and what they show resizes us
            return None
        view: MessageView
        if message.role is Role.ASSISTANT:
            slot.text = slot.text or AnswerText(message.text)
            view = AssistantView(self._tools, self._session, slot.text, self)
        else:
            view = PersonView(self._tools.theme, self._session, self)
        slot.view = view
        view.show_message(message)
        view.set_last(last=slot is self._slots[-1])
        slot.fitted = 0
        view.height_changed.connect(lambda: self._outdate(slot))
        view.link_activated.connect(self.link_activated)
        view.quote_wanted.connect(self.quote_wanted)
        view.version_wanted.connect(self._show_version)
        if slot.id in self._unsent:
            view.resume_edit(self._unsent.pop(slot.id))
        return view

    def _show(self, slot: _Slot, view: MessageView) -> None:
        view.show()
        if slot.id == self._focused_version:
            self._focused_version = ""
            QTimer.singleShot(0, view, view.focus_versions)

    def _show_version(self, version_id: str, keyboard: bool) -> None:
        self._focused_version = version_id if keyboard else ""
        self._session.show_version(version_id)

    def _place(self) -> None:
        for index, slot in enumerate(self._slots):
            if slot.view is None or slot.view.isHidden():
                continue
            top, height = TOP + self._stack.top(index), self._stack.height(index) - slot.view.gap
            geometry = (self._left - BLEED, top, self._width + 2 * BLEED, height)
            if slot.view.geometry().getRect() != geometry:
                slot.view.setGeometry(*geometry)

    def _append(self, message: Message) -> None:
        self._by_id[message.id] = len(self._slots)
        self._slots.append(_Slot(message.id))
        guess = guess_text(message.text, self._width, self._tools.theme.text_size) + 60
        self._stack.set_height(len(self._slots) - 1, guess + 20)

    def _mark_last(self) -> None:
        for slot in self._slots[-2:]:
            if slot.view is not None:
                slot.view.set_last(last=slot is self._slots[-1])
                slot.fitted = 0

    def _slot(self, message_id: str) -> _Slot | None:
        index = self._by_id.get(message_id)
        return None if index is None else self._slots[index]

    def _drop_far(self, top: int, bottom: int) -> None:
        for index, slot in enumerate(self._slots):
            if slot.view is None:
                continue
            above = TOP + self._stack.top(index + 1) < top
            below = TOP + self._stack.top(index) > bottom
            if (above or below) and not slot.view.holds_attention():
                self._drop(slot)

    def _drop(self, slot: _Slot) -> None:
        view, slot.view = slot.view, None
        if isinstance(view, AssistantView):
            slot.text = view.answer.text
        if view is not None:
            if unsent := view.unsent():
                self._unsent[slot.id] = unsent
            view.hide()
            view.deleteLater()
