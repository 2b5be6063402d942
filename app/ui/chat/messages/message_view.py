"""What every message in the transcript can do, whoever wrote it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, Signal, SignalInstance
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.chat.conversation import ContextCut, Conversation, Message
from app.session.chat.live_answer import LiveAnswer

Anchor = tuple[int, ...]
"""What stands at a height: which part of a message, how far down in it; in text also which letter, how far below it."""

BLEED = 8
"""Pixels by which a message is wider than the column on both sides: room for the frames of quiet buttons, whose
icons stand in line with the text."""


class TranscriptSession(Protocol):
    """What the transcript needs of ``ChatSession``."""

    conversation: Conversation | None
    messages: list[Message]

    @property
    def conversation_changed(self) -> SignalInstance:
        """Another conversation is shown, or another branch of it."""

    @property
    def message_added(self) -> SignalInstance:
        """A message came to the end; its id."""

    @property
    def message_changed(self) -> SignalInstance:
        """A message is in another state; its id."""

    @property
    def text_appended(self) -> SignalInstance:
        """New text: the message's id, the ``TextKind``, the text."""

    @property
    def thinking_ended(self) -> SignalInstance:
        """The thoughts of a message are complete; its id."""

    @property
    def live_changed(self) -> SignalInstance:
        """The numbers of ``live`` changed, or it appeared or went."""

    @property
    def live(self) -> LiveAnswer | None:
        """The answer being written, if it belongs to what is shown."""

    @property
    def busy(self) -> bool:
        """Whether an answer is being written, in whatever conversation."""

    @property
    def versions_changed(self) -> SignalInstance:
        """A message has more or fewer versions; its id."""

    @property
    def context_changed(self) -> SignalInstance:
        """The model sees another part of the conversation, among other things."""

    def set_cuts(self, cuts: list[ContextCut]) -> None:
        """Say from where on the model sees the conversation."""

    def versions(self, message_id: str) -> list[str]:
        """Return the ids of all versions of a message, oldest first, itself among them."""

    def show_version(self, version_id: str) -> None:
        """Show another version of a message, and what follows it."""

    def edit(self, message_id: str, text: str) -> None:
        """Make a changed version; a person's is answered."""

    def continue_answer(self, message_id: str) -> None:
        """Go on where an answer stopped."""

    def answer_without_thinking(self, message_id: str) -> None:
        """Write another answer at once."""

    def fork(self, message_id: str) -> None:
        """Open a new conversation that begins with everything up to this message."""

    def delete_message(self, message_id: str) -> None:
        """Take a message and what follows it away; a notice offers to undo it."""

    def message(self, message_id: str) -> Message | None:
        """Return a message with all text that has arrived by now."""

    def answer_now(self) -> None:
        """End the thinking."""

    def regenerate(self, message_id: str) -> None:
        """Write another answer."""

    def think_longer(self, message_id: str) -> None:
        """Write another answer that goes on from this one's thoughts."""

    @property
    def can_think(self) -> bool:
        """Whether the loaded model thinks when it is asked to."""

    def retry(self) -> None:
        """Ask again for the last answer."""


class MessageView(QWidget):
    """One message, as wide as the column. The transcript calls ``fit``, ``reveal`` and sets its geometry."""

    height_changed = Signal()
    link_activated = Signal(str)
    quote_wanted = Signal(str)
    version_wanted = Signal(str, bool)  # its id, whether the keyboard goes with it
    gap = 20  # pixels that stay free below

    def show_message(self, message: Message) -> None:
        """Show another state of the message."""
        raise NotImplementedError

    def fit(self, width: int) -> int:
        """Lay out for a column of this width in pixels, plus ``BLEED`` on both sides, and return the height."""
        raise NotImplementedError

    @property
    def unread(self) -> bool:
        """Whether text has arrived that ``advance`` has not read."""
        return False

    @property
    def content_height(self) -> int:
        """The height of what ``reveal`` makes, in pixels: guesses become measures."""
        return 0

    def advance(self, deadline: float) -> bool:
        """Read text that has arrived until ``deadline`` (``time.perf_counter``). True: all is read."""
        del deadline
        return True

    def reveal(self, top: int, bottom: int, deadline: float) -> bool:
        """Make what is between two heights exist. False: the time was up before the end."""
        del top, bottom, deadline
        return True

    def anchor(self, y: int) -> Anchor:
        """Return what stands at a height, to be found again by ``locate`` after heights have changed."""
        return (-1, y)

    def locate(self, anchor: Anchor) -> int:
        """Return the height where an anchor is now."""
        return anchor[1]

    def set_last(self, *, last: bool) -> None:
        """Say whether it is the last message of the conversation."""

    def set_hovered(self, *, hovered: bool) -> None:
        """Say whether the pointer is over it."""

    def unsent(self) -> str:
        """Return the text of a change that was begun and is not saved, "" for none."""
        return ""

    def resume_edit(self, text: str) -> None:
        """Go on with a change that was begun before."""

    def show_cut(self) -> None:
        """Show or hide the line where the model's view begins."""

    def focus_versions(self) -> None:
        """Put the keyboard on the switch between versions."""

    def holds_attention(self) -> bool:
        """Say whether the person is at work in it, so that it must stay."""
        return any(child.hasFocus() for child in self.findChildren(QWidget))

    def retranslate(self) -> None:
        """Set all words again."""

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.set_hovered(hovered=True)
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.set_hovered(hovered=False)
        super().leaveEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
