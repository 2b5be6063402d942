"""Colours for code, worked out in a process of its own. No Qt.

Pygments' patterns can take for ever on a few hostile characters and cannot be interrupted, so the window never runs
them: it asks this worker, and ends it when the answer takes too long (``ui/chat/blocks/highlighting.py``).
"""

from __future__ import annotations

import sys
from functools import lru_cache

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Generic, Keyword, Name, Number, Operator, String, _TokenType
from pygments.util import ClassNotFound

from app.chat.highlight_api import MAX_CODE, CodeKind, HighlightReply, HighlightRequest
from app.ipc.framing import FrameDecoder, FrameError, encode_frame
from app.system.child import die_with_parent

# Order matters: the first kind that holds a token wins.
KINDS = (
    (Comment, CodeKind.COMMENT),
    (Keyword, CodeKind.KEYWORD),
    (Operator.Word, CodeKind.KEYWORD),
    (String, CodeKind.STRING),
    (Number, CodeKind.NUMBER),
    (Name.Function, CodeKind.NAME),
    (Name.Class, CodeKind.NAME),
    (Name.Builtin, CodeKind.NAME),
    (Name.Decorator, CodeKind.NAME),
    (Name.Tag, CodeKind.NAME),
    (Name.Attribute, CodeKind.NAME),
    (Generic.Inserted, CodeKind.ADDED),
    (Generic.Deleted, CodeKind.REMOVED),
    (Generic.Heading, CodeKind.NAME),
    (Generic.Subheading, CodeKind.NAME),
    (Operator, CodeKind.OPERATOR),
)


def highlight(language: str, code: str) -> list[int]:
    """Return the runs of ``HighlightReply`` for some code."""
    lexer = _lexer(language.lower())
    if lexer is None or len(code) > MAX_CODE:
        return []
    runs: list[int] = []
    for token, text in lexer.get_tokens(code):
        kind, length = _kind(token), len(text.encode("utf-16-le")) // 2
        if runs and runs[-1] == kind:
            runs[-2] += length
        else:
            runs += (length, kind)
    return runs


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


@lru_cache(maxsize=1024)
def _kind(token: _TokenType) -> int:
    return next((int(kind) for parent, kind in KINDS if _inside(token, parent)), int(CodeKind.PLAIN))


def _inside(token: _TokenType, parent: _TokenType) -> bool:
    return token[: len(parent)] == parent


def main() -> int:
    """Answer requests from standard input until it closes."""
    die_with_parent()
    decoder: FrameDecoder[HighlightRequest] = FrameDecoder(HighlightRequest)
    while data := sys.stdin.buffer.readline():
        for request in decoder.feed(data):
            if isinstance(request, FrameError):
                continue
            runs = highlight(request.language, request.code)
            sys.stdout.buffer.write(encode_frame(HighlightReply(request_id=request.request_id, runs=runs)))
            sys.stdout.buffer.flush()
    return 0
