"""What a model file is, without loading it: its parts, its shape, and what its template lets us control."""

from __future__ import annotations

import sys
from pathlib import Path

from app.engine import capability
from app.engine.api import ThinkingSupport
from app.engine.capability import Capability
from app.engine.files_api import FileInspected
from app.engine.renderer import Renderer, TemplateError
from app.engine.thinking import TAG_PAIRS, find_tags
from app.gguf.model import inspect
from app.gguf.reader import TEMPLATE_KEY, Header

TAG_TOKENS = frozenset(text for pair in TAG_PAIRS for text in pair)
_NO_CONTROL = Capability(ThinkingSupport.NEVER, [])


def inspect_model(path: Path, request_id: str = "") -> FileInspected:
    """Read the heads of all parts and render the template both ways. Raises GgufError."""
    model = inspect(path, TAG_TOKENS)
    found = _capability(model.header)
    return FileInspected(
        request_id=request_id,
        path=str(model.path),
        parts=[str(part) for part in model.parts],
        shape=model.shape,
        thinking=found.support,
        effort_levels=found.effort_levels,
    )


def _capability(header: Header) -> Capability:
    """As after a load. A template that fails will be refused by the engine, by name; until then it controls nothing."""
    template = header.text(TEMPLATE_KEY)
    if not template:
        return _NO_CONTROL
    renderer = Renderer(template)
    try:
        # The ids do not matter here, only whether the vocabulary has the tags.
        return capability.detect(renderer, find_tags(lambda text: 0 if text in header.tokens_found else None))
    except TemplateError as error:
        sys.stderr.write(f"template not rendered: {error}\n")
        return _NO_CONTROL
    finally:
        renderer.close()
