"""The desktop's message bus, for calls whose arguments Qt's own D-Bus module cannot write from Python."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, Parser, message_bus, new_method_call
from jeepney.bus import get_bus
from jeepney.io.blocking import prep_socket
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

log = logging.getLogger(__name__)

CONNECT_SECONDS = 0.5
AT_ONCE = 1 << 16  # bytes
Answer = Callable[[tuple[Any, ...] | None], None]
"""Takes what a call returned, or None where it failed."""


class SessionBus(QObject):
    """``heard`` carries every signal that was asked for, as path, member and body; ``lost``: the bus is gone."""

    heard = Signal(str, str, object)
    lost = Signal()

    def __init__(self, parent: QObject) -> None:
        """Connect. Raises OSError where there is no bus."""
        super().__init__(parent)
        self._socket: socket.socket = _connect()
        self._parser = Parser()
        self._serial = 0
        self._waiting: dict[int, Answer] = {}
        self.name = ""
        """What the bus calls this connection; "" until it said so."""
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._send(message_bus.Hello(), self._named)

    def call(self, address: DBusAddress, method: str, signature: str, body: tuple[Any, ...], answer: Answer) -> None:
        """Call a method; ``answer`` comes later, and never if nobody answers."""
        self._send(new_method_call(address, method, signature or None, body), answer)

    def listen(self, rule: MatchRule) -> None:
        """Let signals through."""
        self._send(message_bus.AddMatch(rule), lambda _body: None)

    def close(self) -> None:
        """Leave the bus."""
        self._notifier.setEnabled(False)
        self._waiting.clear()
        self._socket.close()

    def _send(self, message: Message, answer: Answer) -> None:
        self._serial += 1
        self._waiting[self._serial] = answer
        try:
            self._socket.sendall(message.serialise(serial=self._serial))
        except OSError as error:
            log.info("the session bus takes nothing: %s", error)
            QTimer.singleShot(0, self, self._lose)

    def _read(self) -> None:
        try:
            data = self._socket.recv(AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._lose()
            return
        self._parser.add_data(data)
        while (message := self._parser.get_next_message()) is not None:
            self._take(message)

    def _take(self, message: Message) -> None:
        fields = message.header.fields
        kind = message.header.message_type
        if kind is MessageType.signal:
            self.heard.emit(fields.get(HeaderFields.path, ""), fields.get(HeaderFields.member, ""), message.body)
            return
        answer = self._waiting.pop(fields.get(HeaderFields.reply_serial, 0), None)
        if answer is None:
            return
        if kind is MessageType.error:
            log.info("the session bus says no: %s %s", fields.get(HeaderFields.error_name), message.body)
        answer(message.body if kind is MessageType.method_return else None)

    def _named(self, body: tuple[Any, ...] | None) -> None:
        self.name = str(body[0]) if body else ""

    def _lose(self) -> None:
        self.close()
        self.lost.emit()


def _connect() -> socket.socket:
    try:
        connected: socket.socket = prep_socket(get_bus("SESSION"), timeout=CONNECT_SECONDS)
    except (KeyError, ValueError, RuntimeError, StopIteration) as error:  # no address, or none of a kind that it knows
        raise OSError(f"no session bus: {error}") from error
    return connected
