"""Our own format: everything of a conversation, all versions and branches, to be read again by any later Parley. No Qt.

One JSON object. ``format`` and ``version`` come first; ``conversations`` last, so that a large file is read one by one.
What one version wrote, all later ones read: fields are added with defaults, never renamed (a test keeps old files).
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import msgspec

from app.chat.conversation import Conversation, Message
from app.chat.rows import encode_json

FORMAT = "parley-conversations"
VERSION = 1


class ExportedConversation(msgspec.Struct, frozen=True, kw_only=True):
    """One conversation. ``messages``: all of its tree, parents before children. ``folder``: its name, "" for none."""

    conversation: Conversation
    messages: list[Message]
    folder: str = ""


class ExportHeader(msgspec.Struct, frozen=True, kw_only=True):
    """What stands before the conversations. ``exported_at``: UTC seconds."""

    format: str = FORMAT
    version: int = VERSION
    exported_at: float = msgspec.field(default_factory=time.time)


def json_pieces(conversations: Iterator[ExportedConversation]) -> Iterator[str]:
    """Return the file, piece by piece."""
    yield encode_json(ExportHeader())[:-1] + ',"conversations":['
    for number, one in enumerate(conversations):
        yield (",\n" if number else "\n") + encode_json(one)
    yield "\n]}\n"
