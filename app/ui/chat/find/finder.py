"""Searches the conversation on the screen, and leads from hit to hit.

The text of all messages is read a few milliseconds at a time; a key then costs one look through text that is ready.
Widgets are only touched near the screen: what is far away is scrolled to, and then found in what appears there.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from app.chat.search_text import fold
from app.engine.api import TextKind
from app.ui.chat.find.spots import Lights, Spot, find_spot, rough_anchor, thoughts_open
from app.ui.chat.find.texts import MessageText
from app.ui.chat.messages.message_view import TranscriptSession
from app.ui.chat.transcript.message_column import Place
from app.ui.chat.transcript.transcript import Transcript
from app.ui.theme import Theme

SLICE_SECONDS = 0.006
AGAIN_MS = 250  # between two looks at an answer that is being written
PATIENCE_MS, PATIENCE = 16, 150  # for widgets that are still being made around a hit
EDGE = 96  # pixels: a hit nearer to the edge of the screen is moved away from it, and from below the bar

Hit = tuple[str, int, int]
"""A message's id, a piece of it, which one in that."""


class Finder(QObject):
    """``changed`` when the numbers are others. Between ``open`` and ``close`` it follows what the session shows."""

    changed = Signal()

    def __init__(self, theme: Theme, session: TranscriptSession, transcript: Transcript) -> None:
        super().__init__(transcript)
        self._session, self._transcript = session, transcript
        self._lights = Lights(theme)
        self._texts: dict[str, MessageText] = {}  # in the order of the conversation
        self._term = ""
        self._current: Hit | None = None
        self._spot: Spot | None = None
        self._leads = True  # to a hit as soon as there is one
        self._wanted = False  # the current hit is to be brought to the screen
        self._patience = 0
        self._seeking = False
        self._open = False
        self._reader = QTimer(self, singleShot=True)
        self._reader.timeout.connect(self._read)
        self._waiter = QTimer(self)
        self._waiter.timeout.connect(self._wait)
        self._connect()

    @property
    def total(self) -> int:
        """How many hits are shown or can be scrolled to."""
        return sum(map(self._count, self._all()))

    @property
    def hidden(self) -> int:
        """How many hits are in thoughts that are closed."""
        return sum(text.in_thoughts for text in self._all() if not self._reads_thoughts(text))

    @property
    def number(self) -> int:
        """Which hit is the current one, from 1; 0 for none."""
        if self._current is None:
            return 0
        before = 0
        for text in self._all():
            if text.id == self._current[0]:
                places = self._places(text)
                return before + places.index(self._current[1:]) + 1 if self._current[1:] in places else 0
            before += self._count(text)
        return 0

    @property
    def complete(self) -> bool:
        """Whether all text has been looked through."""
        return all(text.complete for text in self._all())

    @property
    def seeking(self) -> bool:
        """Whether the current hit is on its way to the screen."""
        return self._waiter.isActive()

    def open(self) -> None:
        """Begin to read."""
        self._open = True
        self._take_messages()

    def close(self) -> None:
        """Put all lights out and forget everything."""
        self._open, self._term, self._current, self._spot, self._wanted = False, "", None, None, False
        self._reader.stop()
        self._waiter.stop()
        self._light()
        self._texts.clear()

    def search(self, words: str, *, go: bool = True) -> None:
        """Look for other words; ``go`` brings the first hit from here on to the screen, else all are only lit."""
        self._term, self._leads = fold(words).strip(), go
        for text in self._all():
            text.search(self._term)
        self._choose()
        if self._current is None:
            self._light()
        self.changed.emit()

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1); around the end it goes on at the other one."""
        if self._current is None:
            self._leads = True
            self._choose()
            return
        ids = [text.id for text in self._all() if self._count(text)]
        if not ids:
            return
        hit = self._current
        if hit[0] in ids:
            places = self._places(self._texts[hit[0]])
            beside = places.index(hit[1:]) + by if hit[1:] in places else 0
            if 0 <= beside < len(places):
                self._go(hit[0], places[beside])
                return
            other = ids[(ids.index(hit[0]) + by) % len(ids)]
        else:
            other = ids[0 if by > 0 else -1]
        self._go(other, self._places(self._texts[other])[0 if by > 0 else -1])

    def _connect(self) -> None:
        session, transcript = self._session, self._transcript
        session.conversation_changed.connect(self._take_messages)
        session.message_added.connect(self._take_messages)
        session.message_changed.connect(self._message_changed)
        session.text_appended.connect(self._appended)
        transcript.worked.connect(self._worked)
        transcript.moved_by_person.connect(self._leave)

    def _all(self) -> list[MessageText]:
        return list(self._texts.values())

    def _places(self, text: MessageText) -> list[tuple[int, int]]:
        return text.places(thoughts=self._reads_thoughts(text))

    def _count(self, text: MessageText) -> int:
        return text.count(thoughts=self._reads_thoughts(text))

    def _reads_thoughts(self, text: MessageText) -> bool:
        return bool(text.in_thoughts) and thoughts_open(self._transcript.column.view_of(text.id))

    def _take_messages(self) -> None:
        """The conversation has other messages: what is known of those that stay is kept."""
        if not self._open:
            return
        known, self._texts = self._texts, {}
        for message in self._session.messages:
            text = known.get(message.id)
            if text is None:
                text = MessageText(message)
            else:
                text.show(message)
            text.search(self._term)
            self._texts[message.id] = text
        if self._current is not None and self._current[0] not in self._texts:
            self._current = self._spot = None
        self._reader.start(0)
        self.changed.emit()

    def _message_changed(self, message_id: str) -> None:
        message = self._session.message(message_id)
        if message_id in self._texts and message is not None:
            self._texts[message_id].show(message)
            self._reader.start(0)
            self.changed.emit()

    def _appended(self, message_id: str, kind: TextKind, text: str) -> None:
        if message_id in self._texts:
            self._texts[message_id].append(kind, text)
            if not self._reader.isActive():
                self._reader.start(AGAIN_MS)

    def _read(self) -> None:
        """Read for a few milliseconds, and come again for the rest."""
        deadline = time.perf_counter() + SLICE_SECONDS
        for text in self._all():
            if not text.complete and time.perf_counter() < deadline:
                text.read(deadline)
        if not self.complete:
            self._reader.start(0)
        if self._term:
            if self._current is None:
                self._choose()
            self._light()
            self.changed.emit()

    def _choose(self) -> None:
        """Take the first hit from what is on the screen on, or keep the one that is looked at."""
        if not self._leads:
            self._current = self._spot = None
            return
        if self._current is not None and self._current[1:] in self._places_of(self._current[0]):
            self._go(self._current[0], self._current[1:])
            return
        here = self._current[0] if self._current is not None else self._transcript.first_shown
        self._current = self._spot = None
        ids = list(self._texts)
        start = ids.index(here) if here in ids else 0
        for message_id in (*ids[start:], *ids[:start]):
            if places := self._places_of(message_id):
                self._go(message_id, places[0])
                return

    def _places_of(self, message_id: str) -> list[tuple[int, int]]:
        return self._places(self._texts[message_id]) if message_id in self._texts else []

    def _go(self, message_id: str, place: tuple[int, int]) -> None:
        self._current, self._spot = (message_id, *place), None
        self._wanted, self._patience = True, PATIENCE
        self._waiter.start(0)  # a key has done enough
        self.changed.emit()

    def _worked(self) -> None:
        if self._open and self._term:
            self._seek()
            self._light()
            self.changed.emit()

    def _wait(self) -> None:
        self._patience -= 1
        if self._patience <= 0:
            self._wanted = False  # it is not where the text says: its message is shown
        self._seek()
        self._light()

    def _leave(self) -> None:
        """The person scrolls: nothing is brought to the screen against that."""
        self._wanted = False
        self._waiter.stop()

    def _seek(self) -> None:
        """Find the current hit in the widgets, and bring it to the screen when it is wanted there."""
        if self._seeking:
            return
        if self._current is None or (self._spot is not None and not self._wanted):
            self._waiter.stop()
            return
        self._seeking = True
        self._look()
        self._seeking = False
        if self._wanted and self._patience > 0:
            self._waiter.start(PATIENCE_MS)  # one look at a time: each may lay out what is scrolled to
        else:
            self._waiter.stop()

    def _look(self) -> None:
        if self._current is None:
            return
        message_id, number, which = self._current
        text = self._texts.get(message_id)
        view = self._transcript.column.view_of(message_id)
        lead = self._transcript.viewport().height() // 3
        if text is None or (number, which) not in self._places(text):
            return
        spot = find_spot(view, text, (number, which), lead) if view is not None and view.isVisible() else None
        self._spot = spot
        if not self._wanted:
            return
        if spot is None:
            self._transcript.lead_to(Place(message_id, rough_anchor(view, text, number)))
        else:
            self._wanted = False
            self._transcript.bring(Place(message_id, spot.anchor), spot.y, EDGE)

    def _light(self) -> None:
        for message_id in self._texts:
            view = self._transcript.column.view_of(message_id)
            if view is not None:
                mine = self._current is not None and self._current[0] == message_id
                self._lights.light(view, self._term, self._spot if mine else None)
