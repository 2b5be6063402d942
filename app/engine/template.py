"""Renders chat templates: the inside of a disposable child process.

A template is a program from a stranger's file. Jinja's sandbox keeps it from Python; it does not keep it from
``'a' * 10**10``, ``10**10**10``, doubling a string forty times or nesting loops. So it runs in a process with a memory
limit, and the parent kills that process at a deadline (``renderer.py``). The first line
out says that it is ready, then one JSON line in, one out.
"""

from __future__ import annotations

import datetime
import functools
import json
import os
import sys
from collections.abc import Callable
from typing import Any, BinaryIO, NoReturn, TypeVar

import jinja2
import jinja2.ext
import jinja2.parser
import jinja2.sandbox
from typing_extensions import override

from app.system.child import die_with_parent
from app.system.sandbox import forbid_writing_files, limit_memory

Result = TypeVar("Result")

MEMORY_BYTES = 640 * 1024 * 1024
MAX_TEMPLATE = 1024 * 1024
MAX_OUTPUT = 6 * 1024 * 1024
"""Characters; a million-token conversation has about four million."""


class GenerationBlock(jinja2.ext.Extension):
    """``{% generation %}``: marks the assistant's words for training. Rendered as what it holds."""

    tags = {"generation"}  # noqa: RUF012  (jinja2 declares it so)

    @override
    def parse(self, parser: jinja2.parser.Parser) -> list[jinja2.nodes.Node]:
        """Return the nodes inside the block."""
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


def environment() -> jinja2.Environment:
    """Return an environment like that of transformers, for which chat templates are written."""
    env = jinja2.sandbox.ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[jinja2.ext.loopcontrols, GenerationBlock]
    )
    env.filters["tojson"] = _tojson
    env.globals["raise_exception"] = _raise
    env.globals["strftime_now"] = _now
    return env


def _tojson(value: Any, indent: int | None = None) -> str:
    """JSON as it is, without HTML escapes: models are trained on it."""
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _raise(message: str) -> NoReturn:
    raise jinja2.TemplateError(message)


def _now(pattern: str) -> str:
    return datetime.datetime.now().astimezone().strftime(pattern)


def render(template: jinja2.Template, values: dict[str, Any]) -> str:
    """Return the text. Raises jinja2.TemplateError, also for too much of it, and whatever a template can provoke."""
    pieces: list[str] = []
    total = 0
    for piece in template.generate(**values):
        total += len(piece)
        if total > MAX_OUTPUT:
            raise jinja2.TemplateError("too much output")
        pieces.append(piece)
    return "".join(pieces)


def compile_template(text: str) -> jinja2.Template:
    """Return the compiled template. Raises jinja2.TemplateError."""
    if len(text) > MAX_TEMPLATE:
        raise jinja2.TemplateError("template too long")
    return environment().from_string(text)


def main() -> int:
    """Serve one template: its text in the first line, then one rendering per line until the input ends."""
    die_with_parent()
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    forbid_writing_files()
    limit_memory(MEMORY_BYTES)
    template: jinja2.Template | None = None
    _send(sink, {"text": "ready"})
    for line in source:
        if template is None:
            template, reply = _guarded(compile_template, line)
        else:
            _, reply = _guarded(functools.partial(render, template), line)
        _send(sink, reply)
        if reply.get("fatal"):
            return 1
    return 0


def _guarded(work: Callable[[Any], Result], line: bytes) -> tuple[Result | None, dict[str, Any]]:
    """Run a stranger's program; anything but a template's own error makes this process unfit for another."""
    try:
        result = work(json.loads(line))
    except jinja2.TemplateError as error:
        return None, {"error": str(error)[:500], "fatal": isinstance(error, jinja2.TemplateSyntaxError)}
    except Exception as error:  # noqa: BLE001  (the boundary of a stranger's program)
        return None, {"error": f"{type(error).__name__}: {str(error)[:500]}", "fatal": True}
    return result, {"text": result if isinstance(result, str) else ""}


def _send(sink: BinaryIO, reply: dict[str, Any]) -> None:
    sink.write(json.dumps(reply).encode() + b"\n")
    sink.flush()
