"""A real HTTP server on this machine that misbehaves on purpose: one switch per fault, one step per request."""

from __future__ import annotations

import contextlib
import hashlib
import re
import socket
import ssl
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

PIECE = 64 << 10
RANGE = re.compile(r"bytes=(\d+)-(\d*)")


@dataclass(frozen=True)
class Step:
    """How one request is answered. As it stands: rightly."""

    status: int | None = None  # this status and no file
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""  # of an answer with ``status``
    html: bool = False  # a page of the network's owner instead of the file, with status 200
    redirect: str = ""
    cut_after: int | None = None  # bytes of the body, then the connection ends
    cut_in_headers: bool = False
    reset: bool = False  # the cut is a reset
    stall_after: int | None = None  # bytes of the body, then silence
    stall_in_headers: bool = False
    crawl: float | None = None  # one byte in so many seconds
    ignore_range: bool = False  # 200 and the whole file
    refuse_range: bool = False  # 416 for any range
    etag: str | None = None
    content: bytes | None = None  # another version of the file
    damage: tuple[int, int] | None = None  # these bytes of the file (offset, length) are wrong
    length: int | None = None  # what Content-Length says, whatever is sent
    total: int | None = None  # what Content-Range says of the whole file
    shift: int = 0  # a range other than the one that was asked for
    chunked: bool = False  # no length
    encoding: str = ""
    rate: float | None = None  # seconds of rest after each piece


RIGHT = Step()


@dataclass
class Seen:
    """One request as it came, and what was sent."""

    path: str
    headers: dict[str, str]
    begin: int = 0
    end: int | None = None
    sent: int = 0


class FaultServer:
    """Serves ``files`` (path to bytes); to be used in ``with``. ``script`` is used up first, then ``always`` holds."""

    def __init__(self, files: dict[str, bytes], context: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        self.files = files
        self.script: deque[Step] = deque()
        self.by_path: dict[str, Step] = {}
        self.always = RIGHT
        self.seen: list[Seen] = []
        self.arrived = threading.Event()  # a request was answered at least in part
        self._context = context
        self._listener = socket.create_server((host, 0), backlog=64)
        self._closing = threading.Event()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self.host, self.port = self._listener.getsockname()[:2]

    @property
    def base(self) -> str:
        """The address of its root, without a slash."""
        return f"{'https' if self._context else 'http'}://{self.host}:{self.port}"

    @property
    def sent(self) -> int:
        """Bytes of bodies, all requests together."""
        return sum(seen.sent for seen in self.seen)

    def __enter__(self) -> FaultServer:
        self._start(self._accept)
        return self

    def __exit__(self, *_exception: object) -> None:
        self._closing.set()
        with contextlib.suppress(OSError):  # wakes accept()
            socket.create_connection((self.host, self.port), 0.2).close()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)
        self._listener.close()

    def _start(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        self._listener.settimeout(1.0)
        while not self._closing.is_set():
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            with self._lock:
                self._open.add(connection)
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        talk = connection
        try:
            connection.settimeout(20)
            if self._context is not None:
                talk = self._context.wrap_socket(connection, server_side=True)
            while not self._closing.is_set() and self._one(talk):
                pass
        except (OSError, ValueError):
            pass  # the other side went away, which is what half of the tests are about
        finally:
            with self._lock:
                self._open.discard(connection)
            talk.close()

    def _one(self, talk: socket.socket) -> bool:
        """Answer one request; return whether the connection stays."""
        request = _read_request(talk)
        if request is None:
            return False
        with self._lock:
            self.seen.append(request)
            step = self.by_path.get(request.path) or (self.script.popleft() if self.script else self.always)
        return self._answer(talk, request, step)

    def _answer(self, talk: socket.socket, request: Seen, step: Step) -> bool:
        content = self.files.get(request.path) if step.content is None else step.content
        if step.redirect:
            return _send_plain(talk, 302, {"Location": step.redirect, **step.headers}, b"")
        if step.html:
            page = b"<!doctype html><html><body>Please log in</body></html>"
            return _send_plain(talk, 200, {"Content-Type": "text/html; charset=utf-8"}, page)
        if step.status is not None:
            return _send_plain(talk, step.status, step.headers, step.body)
        if content is None:
            return _send_plain(talk, 404, {}, b"no such file")
        if request.headers.get("range") and (step.refuse_range or request.begin >= len(content)):
            return _send_plain(talk, 416, {"Content-Range": f"bytes */{step.total or len(content)}"}, b"")
        return self._send_file(talk, request, step, content)

    def _send_file(self, talk: socket.socket, request: Seen, step: Step, content: bytes) -> bool:
        tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        if step.damage is not None:
            at, count = step.damage
            content = content[:at] + bytes(byte ^ 0x5A for byte in content[at : at + count]) + content[at + count :]
        ranged = "range" in request.headers and not step.ignore_range
        begin = max(0, request.begin + step.shift) if ranged else 0
        end = min(len(content), request.end + 1) if ranged and request.end is not None else len(content)
        body = content[begin:end]
        headers = {"Accept-Ranges": "bytes", "Content-Type": "application/octet-stream"}
        headers["ETag"] = tag if step.etag is None else step.etag
        if ranged:
            headers["Content-Range"] = f"bytes {begin}-{end - 1}/{step.total or len(content)}"
        if step.encoding:
            headers["Content-Encoding"] = step.encoding
        if step.chunked:
            headers["Transfer-Encoding"] = "chunked"
        else:
            headers["Content-Length"] = str(len(body) if step.length is None else step.length)
        head = _head(206 if ranged else 200, {**headers, **step.headers})
        if step.stall_in_headers or step.cut_in_headers:
            talk.sendall(head[: len(head) // 2])
            self.arrived.set()
            if step.stall_in_headers:
                self._closing.wait(20)
            return False
        talk.sendall(head)
        return self._send_body(talk, request, step, body)

    def _send_body(self, talk: socket.socket, request: Seen, step: Step, body: bytes) -> bool:
        stops = [stop for stop in (step.cut_after, step.stall_after) if stop is not None]
        until = min([len(body), *stops])
        size = 1 if step.crawl is not None else PIECE
        for at in range(0, until, size):
            piece = body[at : min(at + size, until)]
            talk.sendall(b"%x\r\n%s\r\n" % (len(piece), piece) if step.chunked else piece)
            request.sent += len(piece)
            self.arrived.set()
            if self._closing.wait(step.crawl or step.rate or 0):
                return False
        self.arrived.set()
        if step.stall_after is not None:
            self._closing.wait(20)
            return False
        if step.reset:
            talk.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        if step.chunked and until == len(body):
            talk.sendall(b"0\r\n\r\n")
        return step.cut_after is None and step.length is None


def _head(status: int, headers: dict[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} x", *(f"{name}: {value}" for name, value in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _send_plain(talk: socket.socket, status: int, headers: dict[str, str], body: bytes) -> bool:
    talk.sendall(_head(status, {"Content-Length": str(len(body)), **headers}) + body)
    return True


def _read_request(talk: socket.socket) -> Seen | None:
    data = b""
    while b"\r\n\r\n" not in data:
        more = talk.recv(PIECE)
        if not more or len(data) > 1 << 20:
            return None
        data += more
    first, *lines = data.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    seen = Seen(first.split(" ")[1], headers)
    found = RANGE.fullmatch(headers.get("range", ""))
    if found:
        seen.begin = int(found[1])
        seen.end = int(found[2]) if found[2] else None
    return seen
