"""Messages and conversations as rows, and back. What a row cannot say is replaced and logged, never raised. No Qt."""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from app.chat.conversation import (
    UNREADABLE,
    AnyPart,
    ContextCut,
    Conversation,
    ConversationSettings,
    Folder,
    Message,
    MessageStatus,
    Preset,
)
from app.chat.database import Row
from app.engine.api import Role, StopReason, Usage

log = logging.getLogger(__name__)

E = TypeVar("E", bound=StrEnum)
S = TypeVar("S")

_PARTS = msgspec.json.Decoder(list[msgspec.Raw])
_PART: msgspec.json.Decoder[AnyPart] = msgspec.json.Decoder(AnyPart)
_BAD = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


def encode_parts(parts: list[AnyPart]) -> str:
    """Return the parts as JSON. Half surrogate pairs, which no file can hold, become replacement characters."""
    return encode_json(parts)


def encode_json(value: object) -> str:
    """Return any of our structs as JSON text."""
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        return msgspec.json.encode(_without_surrogates(msgspec.to_builtins(value))).decode()


def clean(text: str) -> str:
    """Return the text as UTF-8 can hold it."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _without_surrogates(value: Any) -> Any:
    match value:
        case str():
            return clean(value)
        case list():
            return [_without_surrogates(item) for item in value]
        case dict():
            return {name: _without_surrogates(item) for name, item in value.items()}
        case _:
            return value


def decode_parts(text: str, message_id: str) -> list[AnyPart]:
    """Return what can be read; each unreadable part is a placeholder, so that its chat still opens."""
    try:
        raws = _PARTS.decode(text)
    except _BAD as error:
        log.warning("parts of message %s are unreadable: %s", message_id, type(error).__name__)
        return [UNREADABLE]
    return [_decode_part(raw, message_id) for raw in raws]


def _decode_part(raw: msgspec.Raw, message_id: str) -> AnyPart:
    try:
        return _PART.decode(raw)
    except _BAD as error:
        # Not the error's text: it quotes the chat, and logs are not encrypted.
        log.warning("a part of message %s is unreadable: %s", message_id, type(error).__name__)
        return UNREADABLE


def message_from_row(row: Row) -> Message:
    """Return the message; a word that this version does not know becomes the nearest harmless one."""
    return Message(
        id=row["id"],
        conversation_id=row["conversation_id"],
        parent_id=row["parent_id"],
        role=_known(Role, row["role"], Role.ASSISTANT),
        parts=decode_parts(row["parts"], row["id"]),
        status=_known(MessageStatus, row["status"], MessageStatus.COMPLETE),
        created_at=row["created_at"],
        model_name=row["model_name"],
        usage=None if row["usage"] is None else _read(Usage, row["usage"], row["id"]),
        stop_reason=None if row["stop_reason"] is None else _known(StopReason, row["stop_reason"], StopReason.END),
        error=row["error"],
    )


def _known(kind: type[E], word: str, otherwise: E) -> E:
    try:
        return kind(word)
    except ValueError:
        log.warning("unknown %s in the store", kind.__name__)
        return otherwise


def _read(kind: type[S], text: str, owner_id: str) -> S | None:
    """Return the value, None when this version cannot read it."""
    try:
        return msgspec.json.decode(text, type=kind)
    except _BAD as error:
        log.warning("a value of %s is unreadable: %s", owner_id, type(error).__name__)
        return None


def conversation_from_row(row: Row) -> Conversation:
    """Return the conversation."""
    enabled = row["thinking_enabled"]
    return Conversation(
        id=row["id"],
        title=row["title"],
        title_by_person=bool(row["title_by_person"]),
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        leaf_id=row["leaf_id"],
        pinned=bool(row["pinned"]),
        deleted_at=row["deleted_at"],
        thinking_enabled=None if enabled is None else bool(enabled),
        thinking_budget=row["thinking_budget"],
        folder_id=row["folder_id"],
        archived=bool(row["archived"]),
        settings=_settings(row),
        cuts=_cuts(row),
    )


def _settings(row: Row) -> ConversationSettings:
    text = row["settings"]
    if text == "{}":  # of nearly all
        return _USUAL
    return _read(ConversationSettings, text, row["id"]) or _USUAL


_USUAL = ConversationSettings()


def _cuts(row: Row) -> list[ContextCut]:
    text = row["cuts"]
    return [] if text == "[]" else _read(list[ContextCut], text, row["id"]) or []


def folder_from_row(row: Row) -> Folder:
    """Return the folder."""
    return Folder(row["id"], row["name"], row["position"])


def preset_from_row(row: Row) -> Preset:
    """Return the preset."""
    enabled = row["thinking_enabled"]
    return Preset(
        id=row["id"],
        name=row["name"],
        settings=_settings(row),
        thinking_enabled=None if enabled is None else bool(enabled),
        thinking_budget=row["thinking_budget"],
    )
