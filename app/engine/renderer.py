"""Renders chat templates in a disposable child process that is killed at a deadline. See ``template.py``."""

from __future__ import annotations

import subprocess
import threading
from typing import Any

import msgspec

from app.engine.api import ChatMessage
from app.system.child import worker_command, worker_environment, worker_folder
from app.system.sandbox import no_console

START_SECONDS = 60.0
RENDER_SECONDS = 5.0
MAX_REPLY = 64 * 1024 * 1024
"""Bytes: JSON spells a character with up to twelve."""


class TemplateError(Exception):
    """A template that is wrong, refuses these messages, or takes too much time or memory."""


class _Reply(msgspec.Struct, frozen=True):
    text: str = ""
    error: str | None = None
    fatal: bool = False


class Renderer:
    """One template and the process that renders it. The process starts at once, so that it is ready when needed."""

    def __init__(self, template: str, seconds: float = RENDER_SECONDS) -> None:
        self._template = template
        self._seconds = seconds
        self._decoder = msgspec.json.Decoder(_Reply)
        self._process: subprocess.Popen[bytes] | None = None
        self._compiled = False
        self._lock = threading.Lock()  # one thread answers, another one counts
        self._start()

    def render(self, messages: list[ChatMessage], **values: Any) -> str:
        """Return the prompt's text. Raises TemplateError."""
        shown = [_as_template_sees(message) for message in messages]
        # transformers passes these two always, and templates ask for them.
        arguments = {"messages": shown, "tools": None, "documents": None, "add_generation_prompt": True, **values}
        line = msgspec.json.encode(arguments) + b"\n"
        with self._lock:
            self._ready()
            reply = self._ask(line, self._seconds)
        if reply.error is not None:
            raise TemplateError(reply.error)
        return reply.text

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        self._compiled = False
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        process.wait()

    def _start(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603  (our own program)
            worker_command("engine-template"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=worker_folder(),
            env=worker_environment(),
            bufsize=0,
            creationflags=no_console(),
        )

    def _ready(self) -> None:
        """Start the process if there is none, and compile the template in it."""
        if self._process is None:
            self._start()
        if self._compiled:
            return
        self._ask(b"", START_SECONDS)  # wait until it says that it is ready
        reply = self._ask(msgspec.json.encode(self._template) + b"\n", self._seconds)
        if reply.error is not None:
            raise TemplateError(reply.error)
        self._compiled = True

    def _ask(self, data: bytes, seconds: float) -> _Reply:
        """Send a line or nothing, return the next answer. A failure ends the process; the next call starts one."""
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        alarm = threading.Timer(seconds, process.kill)
        alarm.start()
        try:
            _write_all(process.stdin, data)
            reply = self._decoder.decode(_read_line(process.stdout))
        except (OSError, msgspec.DecodeError) as error:
            self.close()
            raise TemplateError("too much time or memory") from error
        finally:
            alarm.cancel()
        if reply.fatal:
            self.close()
        return reply


def _write_all(pipe: Any, data: bytes) -> None:
    """An unbuffered pipe may take a part at a time."""
    view = memoryview(data)
    while view:
        view = view[pipe.write(view) :]


def _read_line(pipe: Any) -> bytes:
    """Read up to the end of the line, or what came before the process ended."""
    parts: list[bytes] = []
    total = 0
    while total <= MAX_REPLY:
        part = pipe.read(65536)
        parts.append(part)
        total += len(part)
        if not part or part.endswith(b"\n"):
            break
    return b"".join(parts)


def _as_template_sees(message: ChatMessage) -> dict[str, str]:
    seen = {"role": str(message.role), "content": message.content}
    if message.thinking:
        seen["reasoning_content"] = message.thinking
    return seen
