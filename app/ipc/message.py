"""The base of every message that crosses a process boundary. No Qt.

A message is a frozen, tagged ``msgspec.Struct``: the class name travels as ``type``, unknown fields are
refused, and every field is checked against its annotation on arrival. Never pickle: a hijacked worker must not
be able to run code in the window.
"""

from __future__ import annotations

import msgspec


class Message(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=True, forbid_unknown_fields=True):
    """One message of either direction. ``request_id`` ties an event to the command that caused it ("" = none)."""

    request_id: str = ""
