"""From bytes to text, whole characters only, and stop strings that may be split over tokens. Pure."""

from __future__ import annotations

import codecs
from collections.abc import Sequence


class TextStream:
    """Turns the bytes of tokens into text that may be shown. One stream for each kind of text in an answer.

    Characters split over tokens come out whole. Text that may yet become a stop string is held back. Line breaks
    before the first other character are dropped: templates and models put some after ``<think>`` and ``</think>``.
    """

    def __init__(self, stops: Sequence[str] = (), *, begun: bool = False) -> None:
        """Start a text, or go on with one that has ``begun``."""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._stops = tuple(stop for stop in stops if stop)
        self._held = ""
        self._begun = begun
        self.stopped = False

    @property
    def whole(self) -> bool:
        """Whether the bytes so far end with a complete character."""
        return not self._decoder.getstate()[0]

    def feed(self, data: bytes) -> str:
        """Take bytes, return the text that they make certain. Sets ``stopped`` when a stop string was completed."""
        return self._take(self._decoder.decode(data))

    def finish(self, *, broken_off: bool = False) -> str:
        """Return what was held back. An incomplete character becomes U+FFFD, or nothing where more could have come."""
        tail = ("" if broken_off else self._take(self._decoder.decode(b"", final=True))) + self._held
        self._held = ""
        return "" if self.stopped else tail

    def _take(self, text: str) -> str:
        if self.stopped:
            return ""
        if not self._begun:
            text = text.lstrip("\n")
            self._begun = bool(text)
        return self._match(text) if self._stops else text

    def _match(self, text: str) -> str:
        """Look for stop strings in what was held back and ``text`` alone: the rest cannot hold the start of one."""
        text = self._held + text
        found = min((at for stop in self._stops if (at := text.find(stop)) >= 0), default=-1)
        if found >= 0:
            self.stopped = True
            self._held = ""
            return text[:found]
        keep = max(_overlap(text, stop) for stop in self._stops)
        cut = len(text) - keep
        self._held = text[cut:]
        return text[:cut]


def _overlap(text: str, stop: str) -> int:
    """Return how many of the last characters of ``text`` are the beginning of ``stop``, short of all of it."""
    longest = min(len(text), len(stop) - 1)
    return next((n for n in range(longest, 0, -1) if text.endswith(stop[:n])), 0)
