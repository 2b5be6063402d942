"""Messages written while an answer still runs: sent one after the other as the answers end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from app.chat.conversation import AttachmentPart, Conversation, Message, MessageStatus

HELD = frozenset({MessageStatus.FAILED, MessageStatus.INTERRUPTED})


class SendingChat(Protocol):
    """The part of ``ChatSession`` that takes messages."""

    @property
    def live_changed(self) -> SignalInstance:
        """An answer began, moved or ended."""
        ...

    @property
    def busy(self) -> bool:
        """Whether an answer is being written."""
        ...

    @property
    def conversation(self) -> Conversation | None:
        """The conversation shown."""
        ...

    @property
    def messages(self) -> Sequence[Message]:
        """The shown branch."""
        ...

    def send(self, text: str, attachments: Sequence[AttachmentPart] = ()) -> None:
        """Send the person's message."""


class Waiting(msgspec.Struct, frozen=True):
    """A message that waits, with the documents that go with it."""

    text: str
    attachments: tuple[AttachmentPart, ...] = ()


class Outbox(QObject):
    """The queue of the conversation shown. After a failed answer it waits: the person decides."""

    changed = Signal()
    dropped = Signal(object)  # puts the message back that was taken out for good
    left_behind = Signal(str, int, object)  # conversation's id, place, message: put back while another one is shown

    def __init__(self, chat: SendingChat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chat = chat
        self._was_busy = chat.busy
        self.queue: list[Waiting] = []
        self._held: Waiting | None = None
        chat.live_changed.connect(self._look)

    def put(self, text: str, attachments: Sequence[AttachmentPart] = ()) -> None:
        """Send now, or after the running answer."""
        if self._chat.busy:
            self.replace([*self.queue, Waiting(text, tuple(attachments))])
        else:
            self._chat.send(text, attachments)

    def take(self, index: int) -> Waiting:
        """Remove one message and return it."""
        message = self.queue[index]
        self.replace(self.queue[:index] + self.queue[index + 1 :])
        return message

    def drop(self, index: int) -> None:
        """Take a message out, and offer to put it back."""
        message, where = self.take(index), self._key()

        def put_back() -> None:
            if where == self._key():
                self.replace([*self.queue[:index], message, *self.queue[index:]])
                self.resume()
            else:
                self.left_behind.emit(where, index, message)

        self.dropped.emit(put_back)

    def hold(self, message: Waiting | None) -> None:
        """Do not send this message while the person changes it; None: go on."""
        self._held = message
        self.changed.emit()
        if message is None:
            self.resume()

    def place_of_held(self) -> int | None:
        """Return where in the queue the message is that is being changed."""
        return next((index for index, message in enumerate(self.queue) if message is self._held), None)

    def change_held(self, text: str) -> None:
        """Send this text instead."""
        place = self.place_of_held()
        if place is not None and self._held is not None:
            self._held = Waiting(text, self._held.attachments)
            self.replace([*self.queue[:place], self._held, *self.queue[place + 1 :]])

    def replace(self, queue: list[Waiting]) -> None:
        """Use another queue, as when another conversation is shown."""
        self.queue = list(queue)
        self.changed.emit()

    def resume(self) -> None:
        """Send what waits, now that this queue's conversation is shown again."""
        QTimer.singleShot(0, self, self._release)

    def _look(self) -> None:
        ended = self._was_busy and not self._chat.busy
        self._was_busy = self._chat.busy
        if ended:
            # The session is still telling everybody that the answer ended; the next message follows after that.
            self.resume()

    def _release(self) -> None:
        free = bool(self.queue) and self.queue[0] is not self._held
        if free and not self._chat.busy and not self._failed():
            message = self.take(0)
            self._chat.send(message.text, message.attachments)

    def _key(self) -> str:
        return self._chat.conversation.id if self._chat.conversation else ""

    def _failed(self) -> bool:
        return bool(self._chat.messages) and self._chat.messages[-1].status in HELD
