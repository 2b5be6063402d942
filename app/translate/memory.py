"""What has been translated already, so that nothing is translated twice. No Qt."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import OrderedDict
from collections.abc import Iterable

import msgspec

from app.translate.prompt import Style, Tone

MAX_ENTRIES = 20_000


class MemoryKey(msgspec.Struct, frozen=True):
    """Everything that a translation depends on."""

    text: str
    source: str  # code, "" unknown
    target: str
    tone: Tone = Tone.DEFAULT
    style: Style = Style.DEFAULT
    domain: str = ""
    glossary: str = ""  # its version
    model: str = ""
    think: bool = False

    @property
    def digest(self) -> str:
        """64 hexadecimal digits that stand for the key; texts are compared in NFC and without the space around."""
        return self.digests([self.text])[0]

    def digests(self, texts: Iterable[str]) -> list[str]:
        """Return what stands for these texts when all else is as here; thousands come with a paste."""
        begin, end = msgspec.json.encode(msgspec.structs.replace(self, text="")).split(b'""', 1)
        plain = (unicodedata.normalize("NFC", text).strip() for text in texts)
        return [hashlib.sha256(begin + msgspec.json.encode(text) + end).hexdigest() for text in plain]


class SegmentMemory:
    """Translations by key, the ``limit`` latest."""

    def __init__(self, limit: int = MAX_ENTRIES) -> None:
        self._limit = limit
        self._known: OrderedDict[str, str] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def get(self, key: MemoryKey) -> str | None:
        """Return the translation, None when there is none."""
        return self.get_digest(key.digest)

    def get_digest(self, digest: str) -> str | None:
        """Return what is remembered under ``MemoryKey.digest``, None when there is nothing."""
        found = self._known.get(digest)
        if found is not None:
            self._known.move_to_end(digest)
        return found

    def put(self, key: MemoryKey, translation: str) -> None:
        """Remember a translation, instead of the one before it if there was one."""
        self.put_digest(key.digest, translation)

    def put_digest(self, digest: str, translation: str) -> None:
        """Remember what was stored under ``MemoryKey.digest``."""
        self._known[digest] = translation
        self._known.move_to_end(digest)
        while len(self._known) > self._limit:
            self._known.popitem(last=False)

    def clear(self) -> None:
        """Forget everything."""
        self._known.clear()
