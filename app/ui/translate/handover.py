"""``parley --translate`` gives its text to the Parley that runs already, through a socket of this computer and person.

It lies in a folder of the person's, is readable by nobody else, and takes one thing: a text to translate.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import time
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.system.file_lock import FileLock, LockTakenError

log = logging.getLogger(__name__)

MOST_BYTES = 1 << 20
PATIENCE_MS = 1500
LONGEST_PATH = 100  # bytes; the system's limit for the address of a socket is 104 or 108
TAKEN = b"taken\n"
KEYS, TURN = "keys.lock", "translate.lock"
STARTING_SECONDS, RETRY_SECONDS = 20.0, 0.25
"""So long a Parley may take to begin before another one is begun beside it."""


class Wish(msgspec.Struct, frozen=True):
    """What a second start asks of the first."""

    translate: str


def address(data: Path) -> str:
    """Return where the Parley that works with this data folder listens."""
    name = f"parley-{hashlib.sha256(str(data).encode()).hexdigest()[:16]}"
    folder = os.environ.get("XDG_RUNTIME_DIR", "") or str(data)
    path = str(Path(folder) / name)
    return path if os.name == "posix" and len(path.encode()) < LONGEST_PATH else name


def hand_over(where: str, text: str) -> bool:
    """Give a text to the running Parley; say whether one took it. Waits a moment, so not for a window's thread."""
    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    line = msgspec.json.encode(Wish(text)) + b"\n"
    if len(line) > MOST_BYTES:
        line = msgspec.json.encode(Wish(text[: MOST_BYTES // 8])) + b"\n"
    socket.write(line)
    socket.flush()
    answer = b""
    while len(answer) < len(TAKEN) and socket.waitForReadyRead(PATIENCE_MS):
        answer += bytes(socket.readAll().data())
    socket.disconnectFromServer()
    return answer == TAKEN


def hand_over_when_ready(data: Path, text: str, patience: float = STARTING_SECONDS) -> bool:
    """Give a text to the Parley with this data folder, also to one that only starts; say whether one took it.

    After "no" this process is the one that others wait for, until it ends: each Parley loads a model of its own.
    """
    until = time.monotonic() + patience
    while not hand_over(address(data), text):
        if time.monotonic() > until or not _another_starts(data):
            return False
        time.sleep(RETRY_SECONDS)
    return True


def _another_starts(data: Path) -> bool:
    """Whether a Parley has this folder's keys, or another process has come to the same end as this one just now."""
    with contextlib.suppress(OSError):
        try:
            if (data / KEYS).exists():
                FileLock(data / KEYS).release()
            data.mkdir(parents=True, exist_ok=True)
            _turn.append(FileLock(data / TURN))
        except LockTakenError:
            return not _turn
    return False


_turn: list[FileLock] = []
"""Held by the process that begins, until its end."""


class Doorkeeper(QObject):
    """Listens; ``wanted`` carries the text of a second start."""

    wanted = Signal(str)

    def __init__(self, where: str, parent: QObject) -> None:
        super().__init__(parent)
        self._where = where
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def listen(self) -> bool:
        """Begin; say whether it worked. What a crash left in the way is removed, a living Parley is left alone."""
        probe = QLocalSocket()
        probe.connectToServer(self._where)
        if probe.waitForConnected(PATIENCE_MS // 10):
            probe.abort()
            return False
        QLocalServer.removeServer(self._where)
        if not self._server.listen(self._where):
            log.info("texts of a second start cannot be taken: %s", self._server.errorString())
        return self._server.isListening()

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            Visitor(socket, self)


class Visitor(QObject):
    """One connection: a line of at most ``MOST_BYTES``, and an answer."""

    def __init__(self, socket: QLocalSocket, keeper: Doorkeeper) -> None:
        super().__init__(socket)
        self._socket, self._keeper = socket, keeper
        self._read = b""
        socket.readyRead.connect(self._take)
        socket.disconnected.connect(socket.deleteLater)
        self._take()

    def _take(self) -> None:
        self._read += bytes(self._socket.readAll().data())
        if len(self._read) > MOST_BYTES:
            self._socket.abort()
        elif b"\n" in self._read:
            self._answer(self._read.partition(b"\n")[0])

    def _answer(self, line: bytes) -> None:
        try:
            wish = msgspec.json.decode(line, type=Wish)
        except (msgspec.DecodeError, UnicodeDecodeError):
            log.warning("a second start said something strange")
            self._socket.abort()
            return
        self._socket.write(TAKEN)
        self._socket.disconnectFromServer()
        self._keeper.wanted.emit(wish.translate)
