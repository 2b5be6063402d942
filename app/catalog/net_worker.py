"""The net worker: the only process of Parley that talks to a hub. It ends when nothing is left to do.

One thread reads commands, a few ask the hubs, at most two download. A token is known to this process alone and only
in memory: no command is logged, and what a library prints about a request has no headers in it.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import assert_never

from app.catalog.hub.access import Access
from app.catalog.hub.failures import HubError
from app.catalog.hub.finder import Finder
from app.catalog.hub.remote_header import read_shape
from app.catalog.net_api import (
    NET_PROTOCOL,
    AnyNetCommand,
    CancelRequest,
    Configure,
    ListRepository,
    NetCommand,
    NetEvent,
    NetFailed,
    NetHello,
    NetProblem,
    ReadRemoteHeader,
    RemoteHeaderRead,
    RepositoryListed,
    Search,
    SearchResults,
    StartDownload,
    StopDownload,
)
from app.catalog.net_downloads import Downloads
from app.ipc.framing import FrameError
from app.ipc.pipes import MessageWriter, read_messages
from app.system.child import die_with_parent
from app.system.sandbox import limit_memory

IDLE_SECONDS = 15.0
END_SECONDS = 5.0
"""How long a closing worker waits for downloads to write down where they are."""

ASKERS = 4
MEMORY_LIMIT = 4 << 30
"""Of address space: an endless answer ends this process, not the computer's patience."""

OTHERS_SECRETS = ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "MODELSCOPE_API_TOKEN", "HF_ENDPOINT", "HF_HUB_OFFLINE")
"""Variables that would make a library use what the person did not give to Parley."""

Question = Search | ListRepository | ReadRemoteHeader


class NetWorker:
    """Takes commands, runs their jobs, reports their ends."""

    def __init__(self, send: Callable[[NetEvent], None]) -> None:
        self._send = send
        self._access = Access()
        self._finder: Finder | None = None
        self._askers = ThreadPoolExecutor(ASKERS, thread_name_prefix="ask")
        self._changed = threading.Condition()
        self._asked: set[str] = set()  # questions that somebody still waits for
        self._busy = 0
        self._closed = False
        self._idle_since = time.monotonic()
        self._downloads = Downloads(send, self._job_ended)

    def take(self, command: AnyNetCommand) -> None:
        """Begin what a command asks for. Never waits for the network."""
        match command:
            case Configure():
                with self._changed:
                    self._access, self._finder = Access.of(command), None
            case Search() | ListRepository() | ReadRemoteHeader():
                self._job_began()
                with self._changed:
                    self._asked.add(command.request_id)
                self._askers.submit(self._ask, command)
            case StartDownload():
                self._job_began()
                if not self._downloads.start(command, self._access):
                    self._job_ended()
            case StopDownload():
                self._downloads.stop(command)
            case CancelRequest():
                with self._changed:
                    self._asked.discard(command.target)
            case _:
                assert_never(command)

    def wait(self, idle_seconds: float) -> None:
        """Return when the window is gone, or when nothing was asked and nothing ran for so long."""
        with self._changed:
            while not self._closed:
                left = idle_seconds - (time.monotonic() - self._idle_since) if not self._busy else None
                if left is not None and left <= 0:
                    return
                self._changed.wait(left)

    def close(self) -> None:
        """The window is gone."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def end(self, seconds: float) -> None:
        """Stop the downloads and wait so long for them to write down where they are."""
        self._downloads.end(seconds)

    def _job_began(self) -> None:
        with self._changed:
            self._busy += 1

    def _job_ended(self) -> None:
        with self._changed:
            self._busy -= 1
            self._idle_since = time.monotonic()
            self._changed.notify_all()

    def _ask(self, question: Question) -> None:
        """One question; whatever goes wrong becomes its NetFailed."""
        try:
            answer = self._answer(question)
        except HubError as error:
            answer = failed(question, error.problem, error.detail, error.retry_after)
        except Exception as error:  # noqa: BLE001  (the task boundary: a fault of ours ends one question)
            traceback.print_exception(error)
            answer = failed(question, NetProblem.INTERNAL, f"{type(error).__name__}: {error}")
        with self._changed:
            wanted = question.request_id in self._asked
            self._asked.discard(question.request_id)
        if wanted:
            self._send(answer)
        self._job_ended()

    def _answer(self, question: Question) -> NetEvent:
        finder, request_id = self._reach(), question.request_id
        match question:
            case Search():
                found, cursor = finder.search(question.text, question.source, question.limit, question.cursor)
                return SearchResults(found=found, cursor=cursor, request_id=request_id)
            case ListRepository():
                listed = finder.repository(question.source, question.repository, question.revision)
                return RepositoryListed(repository=listed, request_id=request_id)
            case ReadRemoteHeader():
                shape, fetched = read_shape(finder, question)
                return RemoteHeaderRead(shape=shape, fetched_bytes=fetched, request_id=request_id)
            case _ as never:
                assert_never(never)

    def _reach(self) -> Finder:
        with self._changed:
            if self._finder is None:
                self._finder = Finder(self._access)
            return self._finder


def failed(command: NetCommand, problem: NetProblem, detail: str = "", retry_after: float = 0.0) -> NetFailed:
    """Return the bad end of a command."""
    return NetFailed(problem=problem, detail=detail, retry_after=retry_after, request_id=command.request_id)


def _refuse(error: FrameError) -> None:
    sys.stderr.write(f"dropped a line: {error.reason}\n")  # never its text: a token may be in it


def main() -> int:
    """Run the worker until its standard input closes or nothing is left to do."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the window's terminal is the window's
    for name in OTHERS_SECRETS:
        os.environ.pop(name, None)
    limit_memory(MEMORY_LIMIT)
    writer = MessageWriter.take_standard_output()
    worker = NetWorker(writer.send)
    writer.send(NetHello(protocol=NET_PROTOCOL))

    def read() -> None:
        read_messages(0, AnyNetCommand, worker.take, _refuse)
        worker.close()

    threading.Thread(target=read, name="commands", daemon=True).start()
    worker.wait(float(os.environ.get("PARLEY_NET_IDLE_SECONDS", IDLE_SECONDS)))
    worker.end(END_SECONDS)
    sys.stderr.flush()
    os._exit(0)  # a question that hangs in a connection must not keep us
